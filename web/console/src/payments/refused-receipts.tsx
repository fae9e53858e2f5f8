import { mayDo } from '@sportello/contracts/permissions';
import type { AnswerOf } from '@sportello/contracts/web';
import { ask, useAskPages } from '@sportello/ui/api';
import type { Column } from '@sportello/ui/data-table';
import { ErrorNote } from '@sportello/ui/error-note';
import { formatDateTime, rome, useText } from '@sportello/ui/i18n';
import { Empty } from '@sportello/ui/page-states';
import { PagedTable } from '@sportello/ui/paged-table';
import { useSession } from '@sportello/ui/session';
import { Button } from 'design-react-kit';
import { useState } from 'react';

type Row = AnswerOf<'rpc.payments.list-refused-receipts.v1'>['items'][number];

/** Receipts that were not taken: pagoPA does not send them again, so what they say is found here. */
export const RefusedReceipts = () => {
  const text = useText();
  const { account } = useSession();
  const role = account?.officer?.role;
  const [failure, setFailure] = useState<unknown>(null);
  const list = useAskPages('rpc.payments.list-refused-receipts.v1', { limit: 50 }, { staleTimeMs: 0 });
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const mayOpen = role !== undefined && mayDo([role], 'anomalies:resolve');
  const open = async (id: string) => {
    setFailure(null);
    try {
      keep(await ask('rpc.payments.get-refused-receipt.v1', { id }));
    } catch (problem) {
      setFailure(problem);
    }
  };
  const column = (key: string, cell: Column<Row>['cell']) => ({ key, label: text(`payments.column.${key}`), cell });
  const columns: Column<Row>[] = [
    column('at', ({ arrivedAt }) => <time dateTime={arrivedAt}>{formatDateTime(arrivedAt, rome)}</time>),
    column('fault', ({ faultCode, why }) => (
      <>
        <span className="sc-code">{faultCode}</span>
        <span className="sc-service">{why}</span>
      </>
    )),
    ...(mayOpen
      ? [
          column('message', ({ id, arrivedAt }) => (
            <Button
              type="button"
              outline
              color="primary"
              size="xs"
              aria-label={text('payments.refused.download.label', { at: formatDateTime(arrivedAt, rome) })}
              onClick={() => void open(id)}
            >
              {text('payments.refused.download')}
            </Button>
          )),
        ]
      : []),
  ];
  return (
    <>
      {rows.length > 0 && <p>{text('payments.refused.text')}</p>}
      {failure !== null && <ErrorNote error={failure} />}
      <PagedTable
        list={list}
        caption={text('payments.tab.refused')}
        columns={columns}
        rows={rows}
        empty={<Empty icon="it-check-circle">{text('payments.refused.empty')}</Empty>}
      />
    </>
  );
};

/** Hands the message over as a file of its own, byte for byte. */
function keep({ id, message }: AnswerOf<'rpc.payments.get-refused-receipt.v1'>): void {
  const bytes = Uint8Array.from(atob(message), (letter) => letter.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/xml' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: `ricevuta-rifiutata-${id}.xml` });
  link.click();
  URL.revokeObjectURL(url);
}
