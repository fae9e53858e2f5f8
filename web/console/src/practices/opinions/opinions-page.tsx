import type { AnswerOf } from '@sportello/contracts/web';
import { useAskPages } from '@sportello/ui/api';
import type { Column } from '@sportello/ui/data-table';
import { formatDate, formatDateTime, LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { Page } from '@sportello/ui/page';
import { Empty } from '@sportello/ui/page-states';
import { PagedTable } from '@sportello/ui/paged-table';
import { SelectField } from '@sportello/ui/text-field';
import { useState } from 'react';

type Opinion = AnswerOf<'rpc.practices.list-opinions.v1'>['items'][number];

/** What the reader's office was asked, also about practices that she may not work (PRA-74). */
export const OpinionsPage = () => {
  const text = useText();
  const [isOpen, setOpen] = useState<'yes' | 'no'>('yes');
  const pages = useAskPages('rpc.practices.list-opinions.v1', { limit: 25, isOpen }, { keepsPrevious: true, staleTimeMs: 0 });
  const columns = useColumns();
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={text('opinions.title')} appName={text('console.name')} hasBreadcrumb={false} lead={text('opinions.lead')}>
      <div className="col-sm-6 col-lg-4">
        <SelectField
          label={text('opinions.filter')}
          value={isOpen}
          options={(['yes', 'no'] as const).map((value) => ({ value, label: text(`opinions.filter.${value}`) }))}
          onChange={(value) => setOpen(value === 'no' ? 'no' : 'yes')}
        />
      </div>
      <PagedTable
        list={pages}
        caption={text('opinions.title')}
        columns={columns}
        rows={items}
        empty={
          <Empty icon="it-inbox">
            <strong>{text('opinions.empty')}.</strong> {text('opinions.empty.text')}
          </Empty>
        }
      />
    </Page>
  );
};

const useColumns = (): Column<Opinion>[] => {
  const text = useText();
  const say = useSay();
  const column = (key: string, cell: Column<Opinion>['cell']) => ({ key, label: text(`opinions.column.${key}`), cell });
  return [
    column('practice', ({ practiceId, number, procedureTitle }) => (
      <>
        <LocalLink to={`/pratiche/${practiceId}`} className="sc-number">
          {number}
        </LocalLink>
        <span className="sc-service">{say(procedureTitle)}</span>
      </>
    )),
    column('question', ({ question }) => question),
    column('asked', ({ askedAt }) => <time dateTime={askedAt}>{formatDateTime(askedAt)}</time>),
    column('by', ({ answerBy }) => <time dateTime={answerBy}>{formatDate(answerBy)}</time>),
    column('status', ({ status, stance }) => text(stance ? `opinions.stance.${stance}` : `opinions.status.${status}`)),
  ];
};
