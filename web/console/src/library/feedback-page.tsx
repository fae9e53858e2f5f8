import type { AnswerOf } from '@sportello/contracts/web';
import { useAsk, useAskPages, useCommand } from '@sportello/ui/api';
import { type Column, DataTable, TableSkeleton } from '@sportello/ui/data-table';
import { ErrorNote } from '@sportello/ui/error-note';
import { formatDateTime, LocalLink, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState, Loaded } from '@sportello/ui/page-states';
import { useFocusAfterRemoval } from '@sportello/ui/removals';
import { toast } from '@sportello/ui/toasts';
import { Button } from 'design-react-kit';

type Remark = AnswerOf<'rpc.knowledge.list-remarks.v1'>['items'][number];
const list = 'rpc.knowledge.list-remarks.v1';

/** What readers are missing, and what they looked for in vain (KNB-12, KNB-20). */
export const FeedbackPage = () => {
  const text = useText();
  return (
    <Page
      title={text('library.feedback')}
      appName={text('console.name')}
      trail={[{ label: text('library.title'), to: '/conoscenza' }]}
      home={{ label: text('console.name'), to: '/' }}
    >
      <h2 className="h4">{text('library.remarks')}</h2>
      <p>{text('library.remarks.lead')}</p>
      <Remarks />
      <h2 className="h4 mt-4">{text('library.unanswered')}</h2>
      <p>{text('library.unanswered.lead')}</p>
      <Unanswered />
    </Page>
  );
};

const Remarks = () => {
  const text = useText();
  const pages = useAskPages(list, { limit: 25 }, { keepsPrevious: true, staleTimeMs: 0 });
  const close = useCommand('rpc.knowledge.close-remark.v1', [list]);
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  const { area, removing } = useFocusAfterRemoval<HTMLDivElement>(rows.length);
  const column = (key: string, cell: Column<Remark>['cell']) => ({ key, label: text(`library.remark.${key}`), cell });
  const columns: Column<Remark>[] = [
    column('words', ({ words }) => <span className="sp-break">{words}</span>),
    column('article', ({ articleId, title, number }) => (
      <>
        <LocalLink to={`/conoscenza/${articleId}`}>{title}</LocalLink>
        <span className="sc-service">{number}</span>
      </>
    )),
    column('at', ({ at }) => <time dateTime={at}>{formatDateTime(at)}</time>),
    column('actions', ({ id, number }) => (
      <Button
        type="button"
        outline
        color="primary"
        size="xs"
        aria-label={text('library.remark.close.of', { number })}
        aria-disabled={close.isPending || undefined}
        onClick={({ currentTarget }) => {
          if (close.isPending) return;
          removing(currentTarget);
          close.mutate({ id }, { onSuccess: () => toast({ words: text('library.remark.closed') }) });
        }}
      >
        {text('library.remark.close')}
      </Button>
    )),
  ];
  return (
    <div ref={area}>
      {close.error ? <ErrorNote error={close.error} /> : null}
      {pages.error && !pages.data ? (
        <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
      ) : !pages.data ? (
        <TableSkeleton caption={text('ui.loading')} columns={columns} />
      ) : rows.length === 0 ? (
        <Empty icon="it-check">{text('library.remarks.empty')}</Empty>
      ) : (
        <DataTable caption={text('library.remarks')} columns={columns} rows={rows} isUpdating={pages.isPlaceholderData} />
      )}
      <More {...pages} />
    </div>
  );
};

const Unanswered = () => {
  const text = useText();
  const searches = useAsk('rpc.knowledge.list-unanswered.v1', {}, { staleTimeMs: 0 });
  return (
    <Loaded query={searches}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty icon="it-search">{text('library.unanswered.empty')}</Empty>
        ) : (
          <ul>
            {items.map(({ words, times, lastAt }) => (
              <li key={words}>
                <strong>{words}</strong> {text('library.unanswered.times', { count: times, at: formatDateTime(lastAt) })}
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
};
