import { FlowOutcome } from '@sportello/contracts/payments/flows';
import type { AnswerOf } from '@sportello/contracts/web';
import { useAsk, useAskPages } from '@sportello/ui/api';
import type { Column } from '@sportello/ui/data-table';
import { formatDate, formatDateTime, formatEuro, LocalLink, rome, useText } from '@sportello/ui/i18n';
import { Empty, Loaded } from '@sportello/ui/page-states';
import { PagedTable } from '@sportello/ui/paged-table';
import { SummaryList } from '@sportello/ui/summary-list';
import { SelectField } from '@sportello/ui/text-field';
import { Badge } from 'design-react-kit';
import { useState } from 'react';
import { useSearchParams } from 'react-router';

type Flow = AnswerOf<'rpc.payments.get-flow.v1'>;
type Row = AnswerOf<'rpc.payments.list-flow-rows.v1'>['items'][number] & { id: string };

const uuid = /^[0-9a-f-]{36}$/i;

/** Below zero is what was taken back. */
const euros = (cents: number) => (cents < 0 ? `-${formatEuro(-cents)}` : formatEuro(cents));

/** What was transferred to the body, flow by flow, and how it fits what was receipted (PAY-47, PAY-48). */
export const Flows = () => {
  const [address] = useSearchParams();
  const id = address.get('flusso') ?? '';
  return uuid.test(id) ? <OneFlow key={id} id={id} /> : <FlowList />;
};

const FlowList = () => {
  const text = useText();
  const [show, setShow] = useState<'all' | 'odd'>('all');
  const list = useAskPages('rpc.payments.list-flows.v1', { limit: 50, show }, { keepsPrevious: true, staleTimeMs: 0 });
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const column = (key: string, cell: Column<Flow>['cell']) => ({ key, label: text(`payments.column.${key}`), cell });
  const columns: Column<Flow>[] = [
    column('flow', ({ id, name, revision }) => (
      <>
        <LocalLink to={`/pagamenti?scheda=flussi&flusso=${id}`} className="sc-code text-break">
          {name}
        </LocalLink>
        <span className="sc-service">{text('payments.flow.revision', { revision })}</span>
      </>
    )),
    column('psp', ({ pspId }) => pspId),
    column('publishedAt', ({ publishedAt }) => formatDateTime(publishedAt, rome)),
    column('total', ({ total, sumCents }) => (
      <>
        {sumCents === null ? '-' : euros(sumCents)}
        {total !== null && <span className="sc-service">{text('payments.flow.payments', { count: total })}</span>}
      </>
    )),
    column('state', (flow) => <State flow={flow} />),
  ];
  return (
    <>
      <p>{text('payments.flows.lead')}</p>
      <div className="row">
        <div className="col-12 col-sm-6 col-lg-4">
          <SelectField
            label={text('payments.anomalies.show')}
            value={show}
            options={(['all', 'odd'] as const).map((value) => ({ value, label: text(`payments.flows.show.${value}`) }))}
            onChange={(value) => setShow(value === 'odd' ? 'odd' : 'all')}
          />
        </div>
      </div>
      <PagedTable
        list={list}
        caption={text('payments.tab.flows')}
        columns={columns}
        rows={rows}
        empty={<Empty icon="it-card">{text(`payments.flows.empty.${show}`)}</Empty>}
      />
    </>
  );
};

const State = ({ flow: { state, oddRows } }: { flow: Flow }) => {
  const text = useText();
  if (state === 'taken' && oddRows > 0) return <Badge color="warning">{text('payments.flow.odd', { count: oddRows })}</Badge>;
  return <Badge color={state === 'taken' ? 'success' : 'secondary'}>{text(`payments.flow.${state}`)}</Badge>;
};

const OneFlow = ({ id }: { id: string }) => {
  const text = useText();
  const query = useAsk('rpc.payments.get-flow.v1', { id });
  return (
    <>
      <p>
        <LocalLink to="/pagamenti?scheda=flussi">{text('payments.flows.back')}</LocalLink>
      </p>
      <Loaded query={query}>
        {(flow) => (
          <>
            <h3 className="h5 text-break">{flow.name}</h3>
            <SummaryList
              items={[
                { label: text('payments.column.state'), value: <State flow={flow} /> },
                { label: text('payments.flow.revisionLabel'), value: String(flow.revision) },
                { label: text('payments.column.psp'), value: flow.pspId },
                { label: text('payments.flow.regulation'), value: flow.regulation },
                { label: text('payments.flow.regulationOn'), value: flow.regulationOn && formatDate(flow.regulationOn) },
                { label: text('payments.column.total'), value: flow.sumCents === null ? null : euros(flow.sumCents) },
              ]}
            />
            <Rows id={id} />
          </>
        )}
      </Loaded>
    </>
  );
};

const Rows = ({ id }: { id: string }) => {
  const text = useText();
  const [outcome, setOutcome] = useState<FlowOutcome | ''>('');
  const list = useAskPages('rpc.payments.list-flow-rows.v1', { id, limit: 50, ...(outcome && { outcome }) }, { keepsPrevious: true });
  const rows = list.data?.pages.flatMap(({ items }) => items.map((row) => ({ ...row, id: String(row.place) }))) ?? [];
  const column = (key: string, cell: Column<Row>['cell']) => ({ key, label: text(`payments.column.${key}`), cell });
  const columns: Column<Row>[] = [
    column('iuv', ({ iuv, positionId }) =>
      positionId ? (
        <LocalLink to={`/pagamenti/${positionId}`} className="sc-code">
          {iuv}
        </LocalLink>
      ) : (
        <span className="sc-code">{iuv}</span>
      ),
    ),
    column('receiptId', ({ iur, transfer }) => (
      <>
        <span className="sc-code text-break">{iur}</span>
        <span className="sc-service">{text('payments.flow.transfer', { place: transfer })}</span>
      </>
    )),
    column('amount', ({ amountCents, receiptCents }) => (
      <>
        {euros(amountCents)}
        {receiptCents !== null && receiptCents !== amountCents && (
          <span className="sc-service">{text('payments.flow.receipted', { amount: formatEuro(receiptCents) })}</span>
        )}
      </>
    )),
    column('outcome', ({ outcome: became }) => (became ? text(`payments.flow.outcome.${became}`) : '-')),
  ];
  return (
    <>
      <div className="row">
        <div className="col-12 col-sm-6 col-lg-4">
          <SelectField
            label={text('payments.column.outcome')}
            value={outcome}
            options={[
              { value: '', label: text('payments.flow.outcome.all') },
              ...FlowOutcome.options.map((value) => ({ value, label: text(`payments.flow.outcome.${value}`) })),
            ]}
            onChange={(value) => setOutcome(FlowOutcome.options.find((one) => one === value) ?? '')}
          />
        </div>
      </div>
      <PagedTable
        list={list}
        caption={text('payments.flow.rows')}
        columns={columns}
        rows={rows}
        empty={<Empty icon="it-card">{text('payments.flow.empty')}</Empty>}
      />
    </>
  );
};
