import { grouped } from '@sportello/italy/notice-number';
import { useAskPages } from '@sportello/ui/api';
import { formatDate, formatEuro, LocalLink, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Page } from '@sportello/ui/page';
import { Empty, ErrorState, Skeleton } from '@sportello/ui/page-states';
import { Tabs } from '@sportello/ui/tabs';
import { TextField } from '@sportello/ui/text-field';
import { Table } from 'design-react-kit';
import { useSearchParams } from 'react-router';
import { AreaTabs } from '../area-tabs.js';
import { SignedIn } from '../signed-in.js';
import { Certificates } from './certificates.js';
import { Together, useSelection } from './pay-together.js';
import { StateChip } from './state-chip.js';

const tabs = [
  { key: 'to_pay', address: 'da-pagare' },
  { key: 'paid', address: 'pagati' },
  { key: 'certificates', address: 'attestazioni' },
] as const;
type Tab = Exclude<(typeof tabs)[number]['key'], 'certificates'>;

/** "Pagamenti": what is still to be paid, and what was paid, by the day of payment (PAY-07). */
export const PaymentsPage = () => {
  const text = useText();
  const [search] = useSearchParams();
  const active = tabs.find(({ address }) => address === search.get('scheda'))?.key ?? 'to_pay';
  return (
    <SignedIn title={text('payments.title')}>
      <Page title={text('payments.title')} lead={text('payments.lead')}>
        <AreaTabs active="payments" />
        <Tabs
          label={text('payments.tabs')}
          active={active}
          tabs={tabs.map(({ key, address }) => ({
            key,
            label: text(`payments.tab.${key}`),
            to: `/area-personale/pagamenti?scheda=${address}`,
          }))}
        />
        {active === 'certificates' ? <Certificates /> : <TabContent key={active} tab={active} />}
      </Page>
    </SignedIn>
  );
};

const isDay = (day: string | null): day is string => day !== null && /^\d{4}-\d{2}-\d{2}$/.test(day);

const TabContent = ({ tab }: { tab: Tab }) => {
  const text = useText();
  const [search, setSearch] = useSearchParams();
  const [from, to] = [search.get('dal'), search.get('al')];
  const days = { ...(isDay(from) && { from }), ...(isDay(to) && { to }) };
  const isFiltered = tab === 'paid' && Object.keys(days).length > 0;
  const list = useAskPages('rpc.payments.list-own.v1', { show: tab, limit: 25, ...(tab === 'paid' && days) }, { keepsPrevious: true });
  const { data, error, refetch } = list;
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  const choose = (name: 'dal' | 'al') => (day: string) => {
    const params = new URLSearchParams(search);
    if (day === '') params.delete(name);
    else params.set(name, day);
    setSearch(params, { replace: true, preventScrollReset: true });
  };
  const selection = useSelection(rows.filter(({ notice }) => notice));
  return (
    <div className="mt-4">
      <h2 className="visually-hidden">{text(`payments.tab.${tab}`)}</h2>
      {tab === 'paid' && (
        <fieldset className="row">
          <legend className="h6">{text('payments.period')}</legend>
          <div className="col-12 col-sm-4">
            <TextField label={text('payments.from')} value={from ?? ''} onChange={choose('dal')} isDate />
          </div>
          <div className="col-12 col-sm-4">
            <TextField label={text('payments.to')} value={to ?? ''} onChange={choose('al')} isDate />
          </div>
        </fieldset>
      )}
      {!data && (error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton isTable />)}
      {data && rows.length === 0 && <Empty>{text(isFiltered ? 'payments.empty.filtered' : `payments.empty.${tab}`)}</Empty>}
      {tab === 'to_pay' && rows.length > 0 && (
        <>
          <p>{text('payments.together')}</p>
          <Together
            selection={selection}
            totalCents={selection.rows.reduce((sum, { amountCents }) => sum + amountCents, 0)}
            notices={selection.rows.flatMap(({ notice }) => notice ?? [])}
          >
            {text('payments.startPayment')}
          </Together>
        </>
      )}
      {rows.length > 0 && (
        <Table className="sp-table align-middle">
          <caption className="visually-hidden">{text(`payments.tab.${tab}`)}</caption>
          <thead>
            <tr>
              {tab === 'to_pay' && (
                <th scope="col">
                  <span className="visually-hidden">{text('payments.choose')}</span>
                </th>
              )}
              <th scope="col">{text('payments.reason')}</th>
              <th scope="col">{text('payments.body')}</th>
              <th scope="col">{text('payments.amount')}</th>
              <th scope="col">{text(tab === 'paid' ? 'payments.settledAt' : 'payments.dueOn')}</th>
              <th scope="col">{text('payments.state')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                {tab === 'to_pay' && (
                  <td data-label={text('payments.choose')}>
                    {row.notice && (
                      <input
                        type="checkbox"
                        className="sp-check"
                        aria-label={text('payments.chooseNamed', { reason: row.reason, number: grouped(row.notice.noticeNumber) })}
                        checked={selection.ids.includes(row.id)}
                        onChange={() => selection.toggle(row.id)}
                      />
                    )}
                  </td>
                )}
                <th scope="row" data-label={text('payments.reason')}>
                  <LocalLink to={`/area-personale/pagamenti/${row.id}`}>{row.reason}</LocalLink>
                  {row.noticeNumbers.slice(-1).map((number) => (
                    <span key={number} className="d-block fw-normal sp-number">
                      {grouped(number)}
                    </span>
                  ))}
                  {row.beneficiaryName && <span className="d-block fw-normal">{text('payments.for', { name: row.beneficiaryName })}</span>}
                </th>
                <td data-label={text('payments.body')}>{row.creditorName ?? '-'}</td>
                <td data-label={text('payments.amount')}>{formatEuro(tab === 'paid' ? row.paidCents : row.amountCents)}</td>
                <td data-label={text(tab === 'paid' ? 'payments.settledAt' : 'payments.dueOn')}>
                  {tab === 'paid' ? row.settledAt && formatDate(row.settledAt) : row.dueOn ? formatDate(row.dueOn) : '-'}
                </td>
                <td data-label={text('payments.state')}>
                  <StateChip state={row.state} />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <More {...list} />
    </div>
  );
};
