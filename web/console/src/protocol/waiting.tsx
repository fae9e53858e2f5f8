import type { AnswerOf } from '@sportello/contracts/web';
import { useAskPages, useCommand } from '@sportello/ui/api';
import { type Column, DataTable, TableSkeleton } from '@sportello/ui/data-table';
import { ErrorNote } from '@sportello/ui/error-note';
import { formatDateTime, LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Empty, ErrorState } from '@sportello/ui/page-states';
import { toast } from '@sportello/ui/toasts';
import { Alert, Badge, Button } from 'design-react-kit';

type Filing = AnswerOf<'rpc.practices.list-waiting-filings.v1'>['items'][number];

const list = 'rpc.practices.list-waiting-filings.v1';

/** What waits to be registered or handed on, in order, and why. */
export const Waiting = () => {
  const text = useText();
  const say = useSay();
  const pages = useAskPages(list, { limit: 25 }, { staleTimeMs: 0 });
  const retry = useCommand('rpc.practices.retry-filing.v1', [list, 'rpc.practices.list-protocol-entries.v1']);
  const { data, error, refetch } = pages;
  const filings = data?.pages.flatMap(({ items }) => items) ?? [];
  const nextTryAt = data?.pages[0]?.nextTryAt;
  const column = (key: string, cell: Column<Filing>['cell']) => ({ key, label: text(`protocol.column.${key}`), cell });
  const columns: Column<Filing>[] = [
    column('what', ({ kind, procedureTitle, practiceId, practiceNumber }) => (
      <>
        {text(kind === 'acquisition' ? 'protocol.acquisition' : `ui.registration.${kind}`)}
        <span className="sc-service">{say(procedureTitle)}</span>
        <LocalLink to={`/pratiche/${practiceId}`} className="sc-code">
          {practiceNumber}
        </LocalLink>
      </>
    )),
    column('since', ({ filedAt }) => <time dateTime={filedAt}>{formatDateTime(filedAt)}</time>),
    column('cause', ({ state, cause, detail, attempts, triedAt }) => (
      <>
        {state === 'failed' && (
          <>
            <Badge color="danger">{text('protocol.failed')}</Badge>{' '}
          </>
        )}
        {text(`protocol.cause.${cause ?? 'none'}`)}
        {detail && <span className="sc-service">{text('protocol.detail', { detail })}</span>}
        {triedAt && <span className="sc-service">{text('protocol.tried', { count: attempts, at: formatDateTime(triedAt) })}</span>}
      </>
    )),
    column('actions', ({ id, practiceNumber }) => (
      <Button
        type="button"
        outline
        color="primary"
        size="xs"
        aria-label={text('protocol.retry.label', { number: practiceNumber })}
        aria-disabled={retry.isPending || undefined}
        onClick={() => {
          if (!retry.isPending) retry.mutate({ id }, { onSuccess: () => toast({ words: text('protocol.retry.done') }) });
        }}
      >
        {text('protocol.retry')}
      </Button>
    )),
  ];
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <TableSkeleton caption={text('ui.loading')} columns={columns} />;
  if (filings.length === 0)
    return (
      <Empty icon="it-check">
        <strong>{text('protocol.waiting.empty')}.</strong> {text('protocol.waiting.empty.text')}
      </Empty>
    );
  return (
    <>
      <Alert color="warning" fade={false}>
        {text('protocol.waiting.text')} {nextTryAt && text('protocol.waiting.next', { at: formatDateTime(nextTryAt) })}
      </Alert>
      {retry.error && <ErrorNote error={retry.error} />}
      <DataTable caption={text('protocol.tab.waiting')} columns={columns} rows={filings} />
      <More {...pages} />
    </>
  );
};
