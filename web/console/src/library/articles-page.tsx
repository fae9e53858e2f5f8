import { ArticleView } from '@sportello/contracts/knowledge/articles';
import type { AnswerOf } from '@sportello/contracts/web';
import { useAddressWords } from '@sportello/ui/address-words';
import { useAskPages } from '@sportello/ui/api';
import { ButtonLink } from '@sportello/ui/button-link';
import { type Column, DataTable, TableSkeleton } from '@sportello/ui/data-table';
import { FilterBar } from '@sportello/ui/filter-bar';
import { formatDate, formatDateTime, LocalLink, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState } from '@sportello/ui/page-states';
import { Tabs } from '@sportello/ui/tabs';
import { Badge } from 'design-react-kit';
import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useCommands } from '../keys/commands.js';
import { statusColours } from './status-colours.js';

type Row = AnswerOf<'rpc.knowledge.list-own-articles.v1'>['items'][number];

/** The articles that one may write, with a view for each thing to do (KNB-21). */
export const ArticlesPage = () => {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  const [address] = useSearchParams();
  const view = ArticleView.options.find((one) => one === address.get('vista')) ?? 'all';
  const [words, setWords] = useAddressWords();
  const list = useAskPages(
    'rpc.knowledge.list-own-articles.v1',
    { view, limit: 50, ...(words && { search: words }) },
    { keepsPrevious: true },
  );
  useCommands({ search: () => field.current?.focus() });
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns = useColumns();
  return (
    <Page title={text('library.title')} appName={text('console.name')} hasBreadcrumb={false} lead={text('library.lead')}>
      <div className="sp-operations mb-4">
        <ButtonLink to="/conoscenza/nuovo" color="primary" size="sm">
          {text('library.new')}
        </ButtonLink>
        <ButtonLink to="/conoscenza/commenti" color="primary" outline size="sm">
          {text('library.feedback')}
        </ButtonLink>
      </div>
      <Tabs
        label={text('library.views')}
        active={view}
        tabs={ArticleView.options.map((key) => ({
          key,
          label: text(`library.view.${key}`),
          to: key === 'all' ? '/conoscenza' : `/conoscenza?vista=${key}`,
        }))}
      />
      <FilterBar search={{ label: text('library.search'), words, field, onSearch: setWords }} />
      {!list.data && list.error ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <TableSkeleton caption={text('ui.loading')} columns={columns} />
      ) : rows.length === 0 ? (
        <Empty icon="it-file">{text(words ? 'library.empty.search' : view === 'all' ? 'library.empty' : 'library.empty.view')}</Empty>
      ) : (
        <DataTable caption={text('library.title')} columns={columns} rows={rows} isUpdating={list.isPlaceholderData} />
      )}
      <More {...list} />
    </Page>
  );
};

const useColumns = (): Column<Row>[] => {
  const text = useText();
  const column = (key: string, cell: Column<Row>['cell']) => ({ key, label: text(`library.column.${key}`), cell });
  return [
    column('title', ({ id, title, number }) => (
      <>
        <LocalLink to={`/conoscenza/${id}`}>{title}</LocalLink>
        <span className="sc-service">{number}</span>
      </>
    )),
    column('status', ({ status, isPublished, publishAt, isHighlighted }) => (
      <>
        <Badge color={statusColours[status]}>{text(`library.status.${status}`)}</Badge>
        {isPublished && status !== 'published' && <span className="sc-service">{text('library.shown')}</span>}
        {publishAt && <span className="sc-service">{text('library.publishAt', { at: formatDateTime(publishAt) })}</span>}
        {isHighlighted && <span className="sc-service">{text('library.highlighted')}</span>}
      </>
    )),
    column('languages', ({ languages }) => languages.map((language) => text(`library.language.${language}`)).join(', ')),
    column('owner', ({ ownerName }) => ownerName),
    column('review', ({ reviewOn }) => (reviewOn ? formatDate(reviewOn) : '')),
    column('changed', ({ changedAt }) => <time dateTime={changedAt}>{formatDateTime(changedAt)}</time>),
  ];
};
