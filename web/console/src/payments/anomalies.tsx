import { AnomalyKind } from '@sportello/contracts/payments/anomalies';
import { mayDo } from '@sportello/contracts/permissions';
import type { AnswerOf, AskedOf } from '@sportello/contracts/web';
import { grouped } from '@sportello/italy/notice-number';
import { asProse } from '@sportello/italy/typed-text';
import { ActionDialog } from '@sportello/ui/action-dialog';
import { useAskPages, useCommand } from '@sportello/ui/api';
import type { Column } from '@sportello/ui/data-table';
import { Done } from '@sportello/ui/done';
import { formatDateTime, formatEuro, LocalLink, rome, useText } from '@sportello/ui/i18n';
import { Empty } from '@sportello/ui/page-states';
import { PagedTable } from '@sportello/ui/paged-table';
import { useSession } from '@sportello/ui/session';
import { SelectField, TextField } from '@sportello/ui/text-field';
import { Button } from 'design-react-kit';
import { useRef, useState } from 'react';

type Row = AnswerOf<'rpc.payments.list-anomalies.v1'>['items'][number];
type Asked = AskedOf<'rpc.payments.list-anomalies.v1'>;
type Show = NonNullable<Asked['show']>;

const shows = ['open', 'resolved', 'all'] as const satisfies readonly Show[];

/** What about payments needs somebody to look at it, each with its code, and what was done about it (PAY-47). */
export const Anomalies = () => <AnomalyList part="anomalies" />;

/** What is to be given back to who paid. */
export const Refunds = () => <AnomalyList part="refunds" />;

const AnomalyList = ({ part }: { part: 'anomalies' | 'refunds' }) => {
  const text = useText();
  const { account } = useSession();
  const role = account?.officer?.role;
  const [show, setShow] = useState<Show>('open');
  const [kind, setKind] = useState<AnomalyKind | ''>('');
  const [chosen, setChosen] = useState<Row | null>(null);
  const [resolved, setResolved] = useState<Row | null>(null);
  const asked: Asked = { limit: 50, show, ...(kind && { kind }), ...(part === 'refunds' && { isRefund: 'yes' as const }) };
  const list = useAskPages('rpc.payments.list-anomalies.v1', asked, { keepsPrevious: true, staleTimeMs: 0 });
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const columns = useColumns(part, role !== undefined && mayDo([role], 'anomalies:resolve') ? setChosen : undefined);
  return (
    <>
      <div className="row">
        <div className="col-12 col-sm-6 col-lg-4">
          <SelectField
            label={text('payments.anomalies.show')}
            value={show}
            options={shows.map((value) => ({ value, label: text(`payments.anomalies.show.${value}`) }))}
            onChange={(value) => setShow(shows.find((one) => one === value) ?? 'open')}
          />
        </div>
        {part === 'anomalies' && (
          <div className="col-12 col-sm-6 col-lg-4">
            <SelectField
              label={text('payments.anomalies.kind')}
              value={kind}
              options={[
                { value: '', label: text('payments.anomalies.kind.all') },
                ...AnomalyKind.options.map((value) => ({ value, label: text(`payments.anomaly.${value}`) })),
              ]}
              onChange={(value) => setKind(AnomalyKind.options.find((one) => one === value) ?? '')}
            />
          </div>
        )}
      </div>
      {resolved && <Done of={resolved.id}>{text(`payments.resolve.${partOf(resolved)}.done`)}</Done>}
      <PagedTable
        list={list}
        caption={text(`payments.tab.${part}`)}
        columns={columns}
        rows={rows}
        empty={<Empty icon="it-check-circle">{text(`payments.${part}.empty`)}</Empty>}
      />
      {chosen && <Resolution anomaly={chosen} onDone={() => setResolved(chosen)} onClose={() => setChosen(null)} />}
    </>
  );
};

const useColumns = (part: 'anomalies' | 'refunds', onResolve: ((anomaly: Row) => void) | undefined): Column<Row>[] => {
  const text = useText();
  const column = (key: string, cell: Column<Row>['cell']) => ({ key, label: text(`payments.column.${key}`), cell });
  return [
    column('what', ({ kind }) => (
      <>
        {text(`payments.anomaly.${kind}`)}
        <span className="sc-service sc-code">{kind}</span>
      </>
    )),
    column('at', ({ at }) => <time dateTime={at}>{formatDateTime(at, rome)}</time>),
    column('notice', ({ noticeNumber, positionId, debtorName, flowId }) => (
      <>
        {positionId && noticeNumber ? (
          <LocalLink to={`/pagamenti/${positionId}`} className="sc-code">
            {grouped(noticeNumber)}
          </LocalLink>
        ) : (
          <span className="sc-code">{noticeNumber ? grouped(noticeNumber) : '-'}</span>
        )}
        {flowId && (
          <span className="sc-service">
            <LocalLink to={`/pagamenti?scheda=flussi&flusso=${flowId}`}>{text('payments.flow.open')}</LocalLink>
          </span>
        )}
        {debtorName && <span className="sc-service">{debtorName}</span>}
      </>
    )),
    column('refund', ({ refundCents }) => (refundCents === null ? '-' : formatEuro(refundCents))),
    column('resolution', (anomaly) => {
      const { resolution, kind, noticeNumber } = anomaly;
      if (resolution)
        return (
          <>
            {resolution.note || text('payments.resolved.system')}
            <span className="sc-service">
              {text(resolution.byName ? 'payments.resolved' : 'payments.resolved.at', {
                name: resolution.byName ?? '',
                at: formatDateTime(resolution.at, rome),
              })}
            </span>
          </>
        );
      if (!onResolve) return text('payments.anomalies.show.open');
      return (
        <Button
          type="button"
          outline
          color="primary"
          size="xs"
          aria-label={text(`payments.resolve.${part}.label`, { kind: text(`payments.anomaly.${kind}`), number: noticeNumber ?? '' })}
          onClick={() => onResolve(anomaly)}
        >
          {text(`payments.resolve.${part}`)}
        </Button>
      );
    }),
  ];
};

const partOf = ({ refundCents }: Row) => (refundCents === null ? 'anomalies' : 'refunds');

/** What was done is asked, and stands beside it for ever. */
const Resolution = ({ anomaly, onDone, onClose }: { anomaly: Row; onDone: () => void; onClose: () => void }) => {
  const text = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  const [note, setNote] = useState('');
  const [isMissing, setMissing] = useState(false);
  const command = useCommand('rpc.payments.resolve-anomaly.v1', ['rpc.payments.list-anomalies.v1', 'rpc.payments.get-record.v1']);
  const part = partOf(anomaly);
  const send = () => {
    setMissing(asProse(note) === '');
    if (asProse(note) === '') return field.current?.focus();
    const onSuccess = () => {
      onClose();
      onDone();
    };
    command.mutate({ id: anomaly.id, note }, { onSuccess });
  };
  return (
    <ActionDialog
      title={text(`payments.anomaly.${anomaly.kind}`)}
      lead={
        anomaly.refundCents === null
          ? text('payments.resolve.lead')
          : text('payments.resolve.refund.lead', { amount: formatEuro(anomaly.refundCents) })
      }
      send={text(`payments.resolve.${part}`)}
      isPending={command.isPending}
      error={command.error}
      onSend={send}
      onClose={onClose}
    >
      <TextField
        hasFocus
        isRequired
        label={text('payments.resolve.note')}
        value={note}
        rows={3}
        area={{ ref: field, maxLength: 2_000 }}
        {...(isMissing && { error: text('payments.resolve.missing') })}
        onChange={(value) => {
          setNote(value);
          setMissing(false);
        }}
      />
    </ActionDialog>
  );
};
