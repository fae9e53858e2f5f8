import { ExportFormat } from '@sportello/contracts/exports';
import { newId } from '@sportello/contracts/id';
import type { AnswerOf, AskedOf } from '@sportello/contracts/web';
import { ask, useAsk, useCommand } from '@sportello/ui/api';
import { type Column, DataTable, TableSkeleton } from '@sportello/ui/data-table';
import { Download } from '@sportello/ui/download';
import { ErrorNote } from '@sportello/ui/error-note';
import { formatDate, formatDateTime, useText } from '@sportello/ui/i18n';
import { Empty, ErrorState } from '@sportello/ui/page-states';
import { SelectField } from '@sportello/ui/text-field';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Filters, filtersIn, wrongDaysIn } from './filters.js';

type Row = AnswerOf<'rpc.payments.list-exports.v1'>['items'][number];
type What = AskedOf<'rpc.payments.request-export.v1'>['what'];

const list = 'rpc.payments.list-exports.v1';
/** How often what is under way is looked at, in milliseconds. */
const LOOK_MS = 2_000;
const whats = ['positions', 'receipts'] as const satisfies readonly What[];

/** Tables to take away: what is owed, or what was collected, by the filters of the list (BKO-20, BKO-21). */
export const Exports = () => {
  const text = useText();
  const [address] = useSearchParams();
  const [what, setWhat] = useState<What>('positions');
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const [isWatching, setWatching] = useState(true);
  const request = useCommand('rpc.payments.request-export.v1', [list]);
  const { data, error, refetch } = useAsk(list, { limit: 50 }, { staleTimeMs: 0, everyMs: isWatching ? LOOK_MS : false });
  const rows = data?.items ?? [];
  const areUnderWay = rows.some(({ state }) => state === 'asked');
  if (data && isWatching !== areUnderWay) setWatching(areUnderWay);
  const column = (key: string, cell: Column<Row>['cell']) => ({ key, label: text(`payments.column.${key}`), cell });
  const columns: Column<Row>[] = [
    column('file', ({ name }) => name),
    column('state', ({ state, total }) => text(`payments.export.${state}`, { count: total ?? 0 })),
    column('at', ({ askedAt }) => formatDateTime(askedAt)),
    column('until', ({ expiresAt }) => formatDate(expiresAt)),
    column('download', ({ id, name, state }) =>
      state === 'ready' ? (
        <Download label={text('payments.export.download', { name })} addressOf={() => ask('rpc.payments.get-export-address.v1', { id })} />
      ) : (
        '-'
      ),
    ),
  ];
  return (
    <>
      <p>{text('payments.export.lead')}</p>
      <Filters />
      <div className="row">
        <div className="col-12 col-sm-6 col-lg-4">
          <SelectField
            label={text('payments.export.what')}
            value={what}
            options={whats.map((value) => ({ value, label: text(`payments.export.what.${value}`) }))}
            onChange={(value) => setWhat(whats.find((one) => one === value) ?? 'positions')}
          />
        </div>
        <div className="col-12 col-sm-6 col-lg-4">
          <SelectField
            label={text('payments.export.format')}
            value={format}
            options={ExportFormat.options.map((value) => ({ value, label: value }))}
            onChange={(value) => setFormat(ExportFormat.options.find((one) => one === value) ?? 'xlsx')}
          />
        </div>
      </div>
      {request.error ? <ErrorNote error={request.error} /> : null}
      <Button
        type="button"
        color="primary"
        size="sm"
        className="mb-4"
        aria-disabled={request.isPending || undefined}
        onClick={() => {
          if (!request.isPending && Object.keys(wrongDaysIn(address)).length === 0)
            request.mutate({ id: newId(), what, format, filters: filtersIn(address) });
        }}
      >
        {text(request.isPending ? 'ui.wait' : 'payments.export.ask')}
      </Button>
      <p role="status" className={areUnderWay ? '' : 'visually-hidden'}>
        {areUnderWay ? text('payments.export.asked') : ''}
      </p>
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <TableSkeleton caption={text('ui.loading')} columns={columns} />
      ) : rows.length === 0 ? (
        <Empty icon="it-download">{text('payments.export.empty')}</Empty>
      ) : (
        <DataTable caption={text('payments.tab.exports')} columns={columns} rows={rows} />
      )}
    </>
  );
};
