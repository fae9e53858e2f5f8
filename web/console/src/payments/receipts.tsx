import type { AnswerOf, AskedOf } from '@sportello/contracts/web';
import { grouped } from '@sportello/italy/notice-number';
import { ask, useAskPages } from '@sportello/ui/api';
import type { Column } from '@sportello/ui/data-table';
import { Download } from '@sportello/ui/download';
import { formatDateTime, formatEuro, LocalLink, rome, useText } from '@sportello/ui/i18n';
import { Empty } from '@sportello/ui/page-states';
import { PagedTable } from '@sportello/ui/paged-table';
import { SelectField } from '@sportello/ui/text-field';
import { useState } from 'react';

type Row = AnswerOf<'rpc.payments.list-receipts.v1'>['items'][number];
type Show = NonNullable<AskedOf<'rpc.payments.list-receipts.v1'>['show']>;

const shows = ['all', 'without-position'] as const satisfies readonly Show[];

/** What the body was paid, receipt by receipt: also of notices of other bodies, and of those that nobody knows. */
export const Receipts = () => {
  const text = useText();
  const [show, setShow] = useState<Show>('all');
  const list = useAskPages('rpc.payments.list-receipts.v1', { limit: 50, show }, { keepsPrevious: true, staleTimeMs: 0 });
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const column = (key: string, cell: Column<Row>['cell']) => ({ key, label: text(`payments.column.${key}`), cell });
  const columns: Column<Row>[] = [
    column('notice', ({ noticeNumber, positionId, of, issuerName }) => (
      <>
        {positionId ? (
          <LocalLink to={`/pagamenti/${positionId}`} className="sc-code">
            {grouped(noticeNumber)}
          </LocalLink>
        ) : (
          <span className="sc-code">{grouped(noticeNumber)}</span>
        )}
        {of !== 'position' && <span className="sc-service">{text(`payments.receipt.of.${of}`, { name: issuerName })}</span>}
      </>
    )),
    column('debtor', ({ debtorName, description }) => (
      <>
        {debtorName}
        <span className="sc-service">{description}</span>
      </>
    )),
    column('amount', ({ amountCents, shareCents }) => (
      <>
        {formatEuro(amountCents)}
        {shareCents !== amountCents && (
          <span className="sc-service">{text('payments.receipt.share', { amount: formatEuro(shareCents) })}</span>
        )}
      </>
    )),
    column('arrivedAt', ({ arrivedAt, pspName }) => (
      <>
        <time dateTime={arrivedAt}>{formatDateTime(arrivedAt, rome)}</time>
        <span className="sc-service">{pspName}</span>
      </>
    )),
    column('receiptId', ({ id, receiptId }) => (
      <>
        <span className="sc-code text-break d-block">{receiptId}</span>
        <Download
          label={text('payments.receipt.download')}
          name={text('payments.receipt.download.label', { number: receiptId })}
          addressOf={() => ask('rpc.payments.get-body-receipt-address.v1', { id })}
        />
      </>
    )),
  ];
  return (
    <>
      <p>{text('payments.receipts.lead')}</p>
      <div className="row">
        <div className="col-12 col-sm-6 col-lg-4">
          <SelectField
            label={text('payments.anomalies.show')}
            value={show}
            options={shows.map((value) => ({ value, label: text(`payments.receipts.show.${value}`) }))}
            onChange={(value) => setShow(shows.find((one) => one === value) ?? 'all')}
          />
        </div>
      </div>
      <PagedTable
        list={list}
        caption={text('payments.tab.receipts')}
        columns={columns}
        rows={rows}
        empty={<Empty icon="it-card">{text(`payments.receipts.none.${show}`)}</Empty>}
      />
    </>
  );
};
