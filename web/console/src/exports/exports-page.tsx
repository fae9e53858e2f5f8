import type { AnswerOf } from '@sportello/contracts/web';
import { ask, useAskPages, useCommand } from '@sportello/ui/api';
import { ButtonLink } from '@sportello/ui/button-link';
import { type Column, DataTable, TableSkeleton } from '@sportello/ui/data-table';
import { ConfirmDialog } from '@sportello/ui/dialog';
import { ErrorNote } from '@sportello/ui/error-note';
import { formatDate, formatDateTime, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState } from '@sportello/ui/page-states';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { FilterWords } from './filter-words.js';

type Export = AnswerOf<'rpc.practices.list-exports.v1'>['items'][number];

/** How often what is under way is looked at, in milliseconds. */
const LOOK_MS = 2_000;

const isUnderWay = ({ state }: Export) => state === 'asked' || state === 'running';

/** The files that the officer asked for in the last days: how far they are, to be downloaded and deleted (BKO-21). */
export const ExportsPage = () => {
  const text = useText();
  const [isWatching, setWatching] = useState(true);
  const list = useAskPages('rpc.practices.list-exports.v1', { limit: 25 }, { staleTimeMs: 0, everyMs: isWatching ? LOOK_MS : false });
  const { data, error, refetch } = list;
  const remove = useCommand('rpc.practices.delete-export.v1', ['rpc.practices.list-exports.v1']);
  const [failure, setFailure] = useState<unknown>(null);
  const [removed, setRemoved] = useState<Export | null>(null);
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  const underWay = rows.filter(isUnderWay).length;
  if (data && isWatching !== underWay > 0) setWatching(underWay > 0);

  const download = async (id: string) => {
    setFailure(null);
    try {
      location.assign((await ask('rpc.practices.get-export-address.v1', { id })).url);
    } catch (problem) {
      setFailure(problem);
    }
  };
  const column = (key: string, cell: Column<Export>['cell']) => ({ key, label: text(`exports.column.${key}`), cell });
  const columns: Column<Export>[] = [
    column('name', ({ name, filters }) => (
      <>
        {name}
        <FilterWords filters={filters} />
      </>
    )),
    column('state', (row) => <State row={row} />),
    column('asked', ({ askedAt }) => formatDateTime(askedAt)),
    column('expires', ({ expiresAt, state }) => (state === 'ready' && expiresAt ? formatDate(expiresAt) : '')),
    column('actions', (row) => (
      <span className="d-flex flex-wrap gap-2">
        {row.state === 'ready' && (
          <Button
            type="button"
            color="primary"
            size="xs"
            aria-label={text('exports.download.label', { name: row.name })}
            onClick={() => void download(row.id)}
          >
            {text('exports.download')}
          </Button>
        )}
        <Button
          type="button"
          outline
          color="primary"
          size="xs"
          aria-label={text('exports.delete.label', { name: row.name })}
          onClick={() => setRemoved(row)}
        >
          {text('exports.delete')}
        </Button>
      </span>
    )),
  ];
  const toQueue = (
    <ButtonLink to="/pratiche" color="primary" size="sm">
      {text('exports.to-list')}
    </ButtonLink>
  );
  return (
    <Page title={text('exports.title')} appName={text('console.name')} hasBreadcrumb={false} lead={text('exports.lead')}>
      <p role="status">{underWay > 0 ? text('exports.under-way', { count: underWay }) : ''}</p>
      {failure !== null && <ErrorNote error={failure} />}
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <TableSkeleton caption={text('ui.loading')} columns={columns} />}
      {data && rows.length === 0 && (
        <Empty icon="it-download" action={toQueue}>
          <strong>{text('exports.empty')}.</strong> {text('exports.empty.text')}
        </Empty>
      )}
      {rows.length > 0 && <DataTable caption={text('exports.table', { count: rows.length })} columns={columns} rows={rows} />}
      <More {...list} />
      {removed && (
        <ConfirmDialog
          title={text('exports.delete.title')}
          confirm={text('exports.delete')}
          isDangerous
          isPending={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate({ id: removed.id }, { onSuccess: () => setRemoved(null) })}
          onCancel={() => setRemoved(null)}
        >
          <p>{text('exports.delete.text', { name: removed.name })}</p>
        </ConfirmDialog>
      )}
    </Page>
  );
};

const State = ({ row: { state, format, total, done, failure, name } }: { row: Export }) => {
  const text = useText();
  if (state === 'running' && total)
    return (
      <span className="sp-job">
        <progress max={total} value={done} aria-label={text('exports.progress.label', { name })} />
        <span>{text('ui.job.progress', { done, total })}</span>
      </span>
    );
  if (state === 'failed') {
    const why = failure === 'too-large' && format === 'zip' ? 'too-many' : (failure ?? 'unavailable');
    return <span className="sp-error">{text(`exports.failure.${why}`)}</span>;
  }
  return state === 'ready' ? text('exports.ready', { count: total ?? 0 }) : text('exports.asked');
};
