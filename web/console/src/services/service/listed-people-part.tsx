import type { AnswerOf } from '@sportello/contracts/web';
import { useAskPages, useCommand } from '@sportello/ui/api';
import { type Column, DataTable } from '@sportello/ui/data-table';
import { ErrorNote } from '@sportello/ui/error-note';
import { useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { ErrorState, Skeleton } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { ReadFile } from '@sportello/ui/read-file';
import { useFocusAfterRemoval } from '@sportello/ui/removals';
import { TextField } from '@sportello/ui/text-field';
import { toast } from '@sportello/ui/toasts';
import { Button } from 'design-react-kit';
import { useId, useState } from 'react';
import type { Service } from './service.js';

type Listed = AnswerOf<'rpc.practices.list-listed-people.v1'>['items'][number];

const reads = ['rpc.practices.list-listed-people.v1'] as const;
/** As many as the contract takes. */
const MOST = 5_000;

/** What stands first on each line; a heading is no code, and is told as one. */
const codesIn = (words: string): string[] =>
  words.split(/[\r\n]+/).flatMap(
    (line) =>
      line
        .split(/[;,\t]/)[0]
        ?.replaceAll('"', '')
        .trim() || [],
  );

/** For whom the service is reserved: only its administrators see who they are (CAT-85). */
export const ListedPeoplePart = ({ service: { id: procedureId } }: { service: Service }) => {
  const text = useText();
  const id = useId();
  const [words, setWords] = useState('');
  const [isMissing, setMissing] = useState(false);
  const query = useAskPages('rpc.practices.list-listed-people.v1', { procedureId, limit: 25 }, { staleTimeMs: 0 });
  const add = useCommand('rpc.practices.add-listed-people.v1', reads);
  const remove = useCommand('rpc.practices.remove-listed-person.v1', reads);
  const people = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const { area, removing } = useFocusAfterRemoval<HTMLDivElement>(people.length);
  const column = (key: string, cell: Column<Listed>['cell']) => ({ key, label: text(`services.listed.${key}`), cell });
  const columns = [
    column('code', ({ fiscalCode }) => fiscalCode),
    column('actions', ({ id: entry, fiscalCode: code }) => (
      <Button
        type="button"
        outline
        color="danger"
        size="xs"
        aria-label={text('services.listed.remove.of', { code })}
        aria-disabled={remove.isPending || undefined}
        onClick={({ currentTarget }) => {
          if (remove.isPending) return;
          removing(currentTarget);
          remove.mutate({ procedureId, id: entry }, { onSuccess: () => toast({ words: text('services.listed.removed', { code }) }) });
        }}
      >
        {text('services.listed.remove')}
      </Button>
    )),
  ];
  const send = () => {
    const fiscalCodes = codesIn(words);
    const isWrong = fiscalCodes.length === 0 || fiscalCodes.length > MOST;
    setMissing(isWrong);
    if (!isWrong && !add.isPending) add.mutate({ procedureId, fiscalCodes }, { onSuccess: () => setWords('') });
  };
  return (
    <Panel aria-label={text('services.listed')}>
      <h2 className="h5">{text('services.listed')}</h2>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextField
          label={text('services.listed.add')}
          help={text('services.listed.add.help')}
          value={words}
          onChange={setWords}
          rows={4}
          {...(isMissing && { error: text('services.listed.missing') })}
        />
        <p id={id} className="visually-hidden">
          {text('services.listed.add.help')}
        </p>
        <div className="sp-operations mb-3">
          <Button type="submit" color="primary" size="sm" aria-disabled={add.isPending || undefined}>
            {text(add.isPending ? 'ui.wait' : 'services.listed.send')}
          </Button>
          <ReadFile
            choose={text('services.listed.file')}
            describedBy={id}
            accept=".csv,text/csv,text/plain"
            onFile={(file) => void file.text().then(setWords)}
          />
        </div>
        {add.error ? <ErrorNote error={add.error} keepsWords /> : null}
        <div role="status">
          {add.data && <p>{text('services.listed.added', { count: add.data.added })}</p>}
          {add.data && add.data.refused.length > 0 && (
            <>
              <p>{text('services.listed.refused')}</p>
              <ul>
                {add.data.refused.slice(0, 50).map((typed) => (
                  <li key={typed}>{typed}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      </form>
      {remove.error ? <ErrorNote error={remove.error} /> : null}
      {!query.data ? (
        query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton />
        )
      ) : (
        <>
          <p>{text('services.listed.count', { count: query.data.pages[0]?.count ?? 0 })}</p>
          <div ref={area}>{people.length > 0 && <DataTable caption={text('services.listed')} columns={columns} rows={people} />}</div>
          <More hasNextPage={query.hasNextPage} isFetchingNextPage={query.isFetchingNextPage} fetchNextPage={query.fetchNextPage} />
        </>
      )}
    </Panel>
  );
};
