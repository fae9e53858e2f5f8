import type { AnswerOf } from '@sportello/contracts/web';
import { useAsk, useAskPages, useCommand } from '@sportello/ui/api';
import { type Column, DataTable } from '@sportello/ui/data-table';
import { ErrorNote } from '@sportello/ui/error-note';
import { formatDateTime, LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Page } from '@sportello/ui/page';
import { Loaded, Skeleton } from '@sportello/ui/page-states';
import { Button } from 'design-react-kit';
import { useParams } from 'react-router';

const subject = 'rpc.practices.get-bulk.v1';
type Job = AnswerOf<typeof subject>;
type Row = Job['items'][number] & { id: string };

/** How far an act on many practices is, and what came of each (PRA-79). */
export const BulkPage = () => {
  const text = useText();
  const { id = '' } = useParams();
  const unfinished = useAsk(subject, { jobId: id }, { enabled: id !== '' });
  // It is read again as long as something waits.
  const job = useAsk(subject, { jobId: id }, { enabled: id !== '', everyMs: unfinished.data?.finishedAt === null ? 1_000 : false });
  return (
    <Page title={text('bulk.title')} appName={text('console.name')}>
      <p>
        <LocalLink to="/pratiche">{text('bulk.back')}</LocalLink>
      </p>
      {id !== '' && (
        <Loaded query={job} skeleton={<Skeleton lines={6} />}>
          {(read) => <Results job={read} />}
        </Loaded>
      )}
      <Past shown={id} />
    </Page>
  );
};

/** Her own jobs before this one, as long as they are kept. */
const Past = ({ shown }: { shown: string }) => {
  const text = useText();
  const query = useAskPages('rpc.practices.list-bulk.v1', { limit: 25 }, { staleTimeMs: 0 });
  return (
    <section aria-labelledby="past-title">
      <h2 id="past-title" className="sc-part-title">
        {text('bulk.past')}
      </h2>
      <Loaded query={query} skeleton={<Skeleton lines={3} />}>
        {({ pages }) => {
          const past = pages.flatMap(({ items }) => items).filter((job) => job.id !== shown);
          if (past.length === 0) return <p className="sc-none">{text('bulk.past.empty')}</p>;
          return (
            <ul className="list-unstyled">
              {past.map(({ id, act, startedAt, done, total }) => (
                <li key={id} className="mb-2">
                  <LocalLink to={`/operazioni/${id}`}>
                    {text(`bulk.act.${act.kind}`)}, {formatDateTime(startedAt)}
                  </LocalLink>{' '}
                  {text('bulk.past.done', { done, total })}
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
      <More {...query} />
    </section>
  );
};

const Results = ({ job }: { job: Job }) => {
  const text = useText();
  const say = useSay();
  const retry = useCommand('rpc.practices.retry-bulk.v1', [subject]);
  const { total, done, skipped, failed, finishedAt } = job;
  const dealtWith = done + skipped + failed;
  const column = (key: string, cell: Column<Row>['cell']) => ({ key, label: text(`bulk.column.${key}`), cell });
  const columns = [
    column('number', ({ practiceId, number }) =>
      number ? (
        <LocalLink to={`/pratiche/${practiceId}`} className="sc-number">
          {number}
        </LocalLink>
      ) : (
        text('bulk.unknown')
      ),
    ),
    column('result', ({ result }) => text(`bulk.result.${result}`)),
    column('reason', ({ reason }) => (reason ? say(reason) : '')),
  ];
  return (
    <>
      <h2 className="h5">{text(`bulk.act.${job.act.kind}`)}</h2>
      {finishedAt === null && <progress max={total} value={dealtWith} aria-label={text('bulk.title')} />}
      <p role="status">
        {finishedAt === null ? text('bulk.progress', { done: dealtWith, total }) : text('bulk.finished', { done, skipped, failed, total })}
      </p>
      {finishedAt !== null && failed > 0 && (
        <Button
          type="button"
          outline
          color="primary"
          size="sm"
          aria-disabled={retry.isPending || undefined}
          onClick={() => !retry.isPending && retry.mutate({ jobId: job.id })}
        >
          {text('bulk.retry', { count: failed })}
        </Button>
      )}
      {retry.error && <ErrorNote error={retry.error} />}
      <DataTable caption={text('bulk.title')} columns={columns} rows={job.items.map((item) => ({ ...item, id: item.practiceId }))} />
    </>
  );
};
