import type { AnswerOf, AskedOf } from '@sportello/contracts/web';
import { isCivilDate } from '@sportello/italy/rome-time';
import { asLine } from '@sportello/italy/typed-text';
import { useAskPages } from '@sportello/ui/api';
import { type Column, DataTable, TableSkeleton } from '@sportello/ui/data-table';
import { FilterBar } from '@sportello/ui/filter-bar';
import { formatDate, formatEuro, LocalLink, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Empty, ErrorState } from '@sportello/ui/page-states';
import { PaymentState } from '@sportello/ui/payment-state';
import { SelectField, TextField } from '@sportello/ui/text-field';
import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { useCommands } from '../keys/commands.js';
import { grouped } from './grouped.js';

type Row = AnswerOf<'rpc.payments.search.v1'>['items'][number];
type Asked = AskedOf<'rpc.payments.search.v1'>;
type Show = NonNullable<Asked['show']>;

const shows = ['to_pay', 'overdue', 'paid', 'paid_elsewhere', 'to_collection', 'ended', 'creating'] as const satisfies readonly Show[];

/** Words and filters, in the address: a list can be kept, sent, and gone back to. */
function useFilters() {
  const [address, setAddress] = useSearchParams();
  const day = (name: string) => address.get(name) ?? '';
  const filters = {
    search: asLine(address.get('q') ?? '').slice(0, 100),
    show: shows.find((show) => show === address.get('stato')) ?? ('' as const),
    from: day('dal'),
    to: day('al'),
  };
  const set = (name: 'q' | 'stato' | 'dal' | 'al', value: string) => {
    const next = new URLSearchParams(address);
    if (value) next.set(name, value);
    else next.delete(name);
    setAddress(next, { preventScrollReset: true, replace: name !== 'q' });
  };
  return { filters, set };
}

/** All that is owed, by number, person, state and day. */
export const Positions = () => {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  const { filters, set } = useFilters();
  const { search, show, from, to } = filters;
  const asked: Asked = {
    limit: 50,
    ...(search && { search }),
    ...(show && { show }),
    ...(isCivilDate(from) && { from }),
    ...(isCivilDate(to) && { to }),
  };
  const list = useAskPages('rpc.payments.search.v1', asked, { keepsPrevious: true, staleTimeMs: 0 });
  const { data, error, refetch, isPlaceholderData } = list;
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  const columns = useColumns();
  useCommands({ search: () => field.current?.focus() });
  return (
    <>
      <FilterBar search={{ label: text('payments.search'), words: search, field, onSearch: (words) => set('q', asLine(words)) }}>
        <SelectField
          label={text('payments.show')}
          value={show}
          options={[
            { value: '', label: text('payments.show.all') },
            ...shows.map((value) => ({ value, label: text(`payments.show.${value}`) })),
          ]}
          onChange={(value) => set('stato', value)}
        />
        <TextField isDate label={text('payments.from')} value={from} onChange={(value) => set('dal', value)} />
        <TextField isDate label={text('payments.to')} value={to} onChange={(value) => set('al', value)} />
      </FilterBar>
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <TableSkeleton caption={text('ui.loading')} columns={columns} />
      ) : rows.length === 0 ? (
        <Empty icon="it-card">
          <strong>{text('payments.empty')}.</strong>{' '}
          {text(search || show || from || to ? 'payments.empty.filtered' : 'payments.empty.text')}
        </Empty>
      ) : (
        <DataTable caption={text('payments.tab.positions')} columns={columns} rows={rows} isUpdating={isPlaceholderData} />
      )}
      <More {...list} />
    </>
  );
};

const useColumns = (): Column<Row>[] => {
  const text = useText();
  const column = (key: string, cell: Column<Row>['cell']) => ({ key, label: text(`payments.column.${key}`), cell });
  return [
    column('reason', ({ id, reason, beneficiaryName, noticeNumbers }) => (
      <>
        <LocalLink to={`/pagamenti/${id}`}>{reason}</LocalLink>
        {beneficiaryName && <span className="sc-service">{text('payments.for', { name: beneficiaryName })}</span>}
        {noticeNumbers.slice(0, 1).map((number) => (
          <span key={number} className="sc-service sc-code">
            {grouped(number)} {noticeNumbers.length > 1 && text('payments.more', { count: noticeNumbers.length - 1 })}
          </span>
        ))}
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
