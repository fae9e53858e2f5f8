import type { AnswerOf } from '@sportello/contracts/web';
import { grouped } from '@sportello/italy/notice-number';
import { useAskPages } from '@sportello/ui/api';
import type { Column } from '@sportello/ui/data-table';
import { formatDate, formatEuro, LocalLink, useText } from '@sportello/ui/i18n';
import { Empty } from '@sportello/ui/page-states';
import { PagedTable } from '@sportello/ui/paged-table';
import { PaymentState } from '@sportello/ui/payment-state';
import { useSearchParams } from 'react-router';
import { Filters, filtersIn } from './filters.js';

type Row = AnswerOf<'rpc.payments.search.v1'>['items'][number];

/** All that is owed, by number, person, state and day. */
export const Positions = () => {
  const text = useText();
  const [address] = useSearchParams();
  const filters = filtersIn(address);
  const list = useAskPages('rpc.payments.search.v1', { limit: 50, ...filters }, { keepsPrevious: true, staleTimeMs: 0 });
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns = useColumns();
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <>
      <Filters />
      <PagedTable
        list={list}
        caption={text('payments.tab.positions')}
        columns={columns}
        rows={rows}
        empty={
          <Empty icon="it-card">
            <strong>{text('payments.empty')}.</strong> {text(isFiltered ? 'payments.empty.filtered' : 'payments.empty.text')}
          </Empty>
        }
      />
    </>
  );
};

const useColumns = (): Column<Row>[] => {
  const text = useText();
  const column = (key: string, cell: Column<Row>['cell']) => ({ key, label: text(`payments.column.${key}`), cell });
  return [
    column('reason', ({ id, reason, beneficiaryName, noticeNumbers, notice }) => (
      <>
        <LocalLink to={`/pagamenti/${id}`}>{reason}</LocalLink>
        {beneficiaryName && <span className="sc-service">{text('payments.for', { name: beneficiaryName })}</span>}
        {noticeNumbers.length > 0 && (
          <span className="sc-service sc-code">
            {grouped(notice?.noticeNumber ?? noticeNumbers.at(-1) ?? '')}{' '}
            {noticeNumbers.length > 1 && text('payments.more', { count: noticeNumbers.length - 1 })}
          </span>
        )}
      </>
    )),
    column('debtor', ({ debtorName, debtorCode }) => (
      <>
        {debtorName ?? text('payments.coming')}
        {debtorCode && <span className="sc-service sc-code">{debtorCode}</span>}
      </>
    )),
    column('amount', ({ amountCents, paidCents }) => (
      <>
        {amountCents > 0 && formatEuro(amountCents)}
        {paidCents > 0 && (
          <span className={amountCents > 0 ? 'sc-service' : ''}>{text('payments.paid', { amount: formatEuro(paidCents) })}</span>
        )}
        {amountCents === 0 && paidCents === 0 && '-'}
      </>
    )),
    column('dueOn', ({ dueOn }) => (dueOn ? formatDate(dueOn) : '-')),
    column('openedAt', ({ openedAt }) => formatDate(openedAt)),
    column('state', ({ state }) => <PaymentState state={state} label={text(`payments.state.${state}`)} />),
  ];
};
