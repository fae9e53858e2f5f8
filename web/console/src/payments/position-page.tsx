import { grouped } from '@sportello/italy/notice-number';
import { romeDate } from '@sportello/italy/rome-time';
import { ask, useAsk } from '@sportello/ui/api';
import { Download } from '@sportello/ui/download';
import { formatDate, formatDateTime, formatEuro, LocalLink, rome, useSay, useText } from '@sportello/ui/i18n';
import { Loaded } from '@sportello/ui/page-states';
import { Panel } from '@sportello/ui/panel';
import { PaymentState } from '@sportello/ui/payment-state';
import { RecordNav, RecordPage } from '@sportello/ui/record-page';
import { SummaryList } from '@sportello/ui/summary-list';
import { Table } from 'design-react-kit';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { MoveBar, RenewButton } from './moves.js';
import type { PositionRecord } from './record.js';

type Instalment = PositionRecord['options'][number]['instalments'][number];

/** All that is known of one position: what is due, by which numbers, who tried, what came, and what happened to it. */
export const PositionPage = () => {
  const text = useText();
  const { id = '' } = useParams();
  const query = useAsk('rpc.payments.get-record.v1', { id }, { staleTimeMs: 0 });
  const { data } = query;
  return (
    <div className="container sp-page">
      <RecordPage
        title={data?.reason ?? text('payments.one')}
        appName={text('console.name')}
        nav={<RecordNav label={text('payments.title')} listAddress="/pagamenti" at={0} of={0} hasMore={false} />}
        kind={text('payments.one')}
        standing={
          data && (
            <p className="mb-0">
              <PaymentState state={data.state} label={text(`payments.state.${data.state}`)} />
            </p>
          )
        }
      >
        <Loaded query={query}>{(record) => <Parts record={record} />}</Loaded>
      </RecordPage>
    </div>
  );
};

const Parts = ({ record }: { record: PositionRecord }) => {
  const text = useText();
  return (
    <>
      <MoveBar record={record} />
      <Facts record={record} />
      {record.options.map(({ id, kind, instalments }) => (
        <Part key={id} title={text(`payments.option.${kind}`)}>
          {instalments.map((instalment) => (
            <InstalmentPanel key={instalment.id} instalment={instalment} isPlan={kind === 'plan'} record={record} />
          ))}
        </Part>
      ))}
      <Part title={text('payments.attempts')}>
        <Rows
          empty={text('payments.attempts.empty')}
          heads={['at', 'amount', 'attempt']}
          rows={record.attempts.map(({ id, startedAt, amountCents, state }) => ({
            id,
            cells: [formatDateTime(startedAt, rome), formatEuro(amountCents), text(`payments.attempt.${state}`)],
          }))}
        />
      </Part>
      <Part title={text('payments.receipts')}>
        <Rows
          empty={text('payments.receipts.empty')}
          heads={['at', 'amount', 'psp', 'receiptId']}
          rows={record.receipts.map(({ id, instalmentId, arrivedAt, paidAt, amountCents, pspName, receiptId, isStandIn }) => ({
            id,
            cells: [
              paidAt ? formatDateTime(paidAt, rome) : text('payments.receipt.arrived', { at: formatDateTime(arrivedAt, rome) }),
              formatEuro(amountCents),
              isStandIn ? text('payments.receipt.standIn', { name: pspName }) : pspName,
              <>
                <span className="sc-code text-break d-block">{receiptId}</span>
                <Download
                  label={text('payments.receipt.download')}
                  name={text('payments.receipt.download.label', { number: receiptId })}
                  addressOf={() => ask('rpc.payments.get-receipt-address.v1', { id: record.id, instalmentId, receiptId: id })}
                />
              </>,
            ],
          }))}
        />
      </Part>
      {record.anomalies.length > 0 && (
        <Part title={text('payments.tab.anomalies')}>
          <Rows
            empty=""
            heads={['what', 'at', 'refund', 'resolution']}
            rows={record.anomalies.map(({ id, kind, at, refundCents, resolution }) => ({
              id,
              cells: [
                text(`payments.anomaly.${kind}`),
                formatDateTime(at, rome),
                refundCents === null ? '-' : formatEuro(refundCents),
                resolution ? resolution.note || text('payments.resolved.system') : text('payments.anomalies.show.open'),
              ],
            }))}
          />
        </Part>
      )}
      <History record={record} />
    </>
  );
};

const Facts = ({ record }: { record: PositionRecord }) => {
  const text = useText();
  const { id, amountCents, paidCents, debtorName, debtorCode, beneficiaryName, openedAt, settledAt, practiceId, options, state } = record;
  const hasNotice =
    state !== 'cancelled' && options.some(({ instalments }) => instalments.some(({ noticeNumber }) => noticeNumber !== null));
  return (
    <Part title={text('payments.data')}>
      <SummaryList
        items={[
          ...(amountCents > 0 ? [{ label: text('payments.due'), value: formatEuro(amountCents) }] : []),
          ...(paidCents > 0 ? [{ label: text('payments.paidInAll'), value: formatEuro(paidCents) }] : []),
          { label: text('payments.column.debtor'), value: debtorName ?? text('payments.coming') },
          ...(debtorCode ? [{ label: text('payments.debtorCode'), value: <span className="sc-code">{debtorCode}</span> }] : []),
          ...(beneficiaryName ? [{ label: text('payments.beneficiary'), value: beneficiaryName }] : []),
          { label: text('payments.column.openedAt'), value: formatDateTime(openedAt, rome) },
          ...(settledAt ? [{ label: text('payments.settledAt'), value: formatDateTime(settledAt, rome) }] : []),
          ...(practiceId
            ? [
                {
                  label: text('payments.practice'),
                  value: <LocalLink to={`/pratiche/${practiceId}`}>{text('payments.practice.open')}</LocalLink>,
                },
              ]
            : []),
        ]}
      />
      {hasNotice && (
        <Download label={text('payments.notice.download')} addressOf={() => ask('rpc.payments.get-notice-address.v1', { id })} />
      )}
    </Part>
  );
};

interface InstalmentProps {
  instalment: Instalment;
  isPlan: boolean;
  record: PositionRecord;
}

/** One payable item: its numbers, and whose its shares are. */
const InstalmentPanel = ({ instalment, isPlan, record }: InstalmentProps) => {
  const text = useText();
  const { id, number, noticeNumber, amountCents, surcharges, paidCents, dueOn, isBinding, state, settledAt } = instalment;
  const { isPayable, isUnderWay, replacedById } = instalment;
  const today = romeDate(new Date());
  const standing = isUnderWay ? 'underWay' : replacedById ? 'replaced' : state;
  const transfers = record.transfers.filter(({ instalmentId }) => instalmentId === id);
  return (
    <Panel tag="div">
      {isPlan && <h3 className="h6">{text('payments.instalment', { number })}</h3>}
      <SummaryList
        items={[
          { label: text('payments.column.state'), value: text(`payments.item.${standing}`) },
          { label: text('payments.column.amount'), value: formatEuro(paidCents ?? amountCents) },
          ...(dueOn ? [{ label: text(isBinding ? 'payments.dueOn.binding' : 'payments.column.dueOn'), value: formatDate(dueOn) }] : []),
          // What has begun is in the amount.
          ...surcharges
            .filter(({ from }) => isPayable && from > today)
            .map(({ from, cents }) => ({
              label: text('payments.surcharge', { day: formatDate(from) }),
              value: text('payments.surcharge.cents', { amount: formatEuro(cents) }),
            })),
          ...(settledAt ? [{ label: text('payments.settledAt'), value: formatDateTime(settledAt, rome) }] : []),
          ...(noticeNumber
            ? [
                { label: text('payments.noticeNumber'), value: <span className="sc-code">{grouped(noticeNumber)}</span> },
                { label: text('payments.iuv'), value: <span className="sc-code">{noticeNumber.slice(1)}</span> },
              ]
            : []),
        ]}
      />
      {transfers.length > 0 && (
        <Rows
          empty=""
          heads={['place', 'beneficiary', 'amount', 'account', 'category']}
          rows={transfers.map(({ place, companyName, fiscalCode, amountCents: cents, iban, category, reason }) => ({
            id: String(place),
            cells: [
              String(place),
              <>
                {companyName}
                <span className="sc-service sc-code">{fiscalCode}</span>
              </>,
              formatEuro(cents),
              <span key="iban" className="sc-code text-break">
                {iban}
              </span>,
              <>
                <span className="sc-code">{category}</span>
                <span className="sc-service text-break">{reason}</span>
              </>,
            ],
          }))}
        />
      )}
      {record.renewable.includes(id) && <RenewButton record={record} instalment={instalment} />}
    </Panel>
  );
};

const History = ({ record }: { record: PositionRecord }) => {
  const text = useText();
  const say = useSay();
  return (
    <Part title={text('payments.history')}>
      <Rows
        empty={text('payments.history.empty')}
        heads={['at', 'move', 'actor', 'stateAfter']}
        rows={record.history.map(({ at, move, actor, to, reason }) => ({
          id: `${at} ${move}`,
          cells: [
            formatDateTime(at, rome),
            <>
              {text(`payments.move.${move}`)}
              {reason && <span className="sc-service">{reason}</span>}
            </>,
            say(actor),
            text(`payments.state.${to}`),
          ],
        }))}
      />
    </Part>
  );
};

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="mt-4" aria-label={title}>
    <h2 className="h5">{title}</h2>
    {children}
  </section>
);

interface RowsProps {
  /** What is said where there is nothing. */
  empty: string;
  /** Columns by their texts. */
  heads: readonly string[];
  rows: readonly { id: string; cells: readonly ReactNode[] }[];
}

const Rows = ({ empty, heads, rows }: RowsProps) => {
  const text = useText();
  if (rows.length === 0) return <p className="text-secondary">{empty}</p>;
  return (
    <Table className="sp-table align-middle">
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {text(`payments.column.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells }) => (
          <tr key={id}>
            {cells.map((cell, at) => (
              <td key={heads[at]} data-label={text(`payments.column.${heads[at]}`)}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
};
