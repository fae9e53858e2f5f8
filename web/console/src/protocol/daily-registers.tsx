import type { AnswerOf } from '@sportello/contracts/web';
import { ask, useAskPages } from '@sportello/ui/api';
import { type Column, DataTable, TableSkeleton } from '@sportello/ui/data-table';
import { ErrorNote } from '@sportello/ui/error-note';
import { formatDate, useText } from '@sportello/ui/i18n';
import { More } from '@sportello/ui/more';
import { Empty, ErrorState } from '@sportello/ui/page-states';
import { Button } from 'design-react-kit';
import { useState } from 'react';

type Day = AnswerOf<'rpc.practices.list-daily-registers.v1'>['items'][number];

/** Each day of the register as a PDF, the newest first. */
export const DailyRegisters = () => {
  const text = useText();
  const list = useAskPages('rpc.practices.list-daily-registers.v1', { limit: 50 });
  const { data, error, refetch } = list;
  const [failure, setFailure] = useState<unknown>(null);
  const days = data?.pages.flatMap(({ items }) => items) ?? [];
  const open = async (id: string) => {
    setFailure(null);
    try {
      location.assign((await ask('rpc.practices.get-daily-register-address.v1', { id })).url);
    } catch (problem) {
      setFailure(problem);
    }
  };
  const column = (key: string, cell: Column<Day>['cell']) => ({ key, label: text(`protocol.column.${key}`), cell });
  const columns: Column<Day>[] = [
    column('day', ({ day, part }) => (part > 1 ? text('protocol.day.part', { day: formatDate(day), part }) : formatDate(day))),
    column('numbers', ({ firstNumber, lastNumber, entries, annulments }) => (
      <>
        {firstNumber === null ? text('protocol.day.none') : `${firstNumber} – ${lastNumber}`}
        <span className="sc-service">{text('protocol.day.counts', { entries, annulments })}</span>
      </>
    )),
    column('hash', ({ sha256 }) => <span className="sc-code text-break">{sha256}</span>),
    column('actions', ({ id, day, name }) => (
      <Button
        type="button"
        outline
        color="primary"
        size="xs"
        aria-label={text('protocol.download.label', { day: formatDate(day), name })}
        onClick={() => void open(id)}
      >
        {text('protocol.download')}
      </Button>
    )),
  ];
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <TableSkeleton caption={text('ui.loading')} columns={columns} />;
  if (days.length === 0)
    return (
      <Empty icon="it-files">
        <strong>{text('protocol.days.empty')}.</strong> {text('protocol.days.empty.text')}
      </Empty>
    );
  return (
    <>
      <p>{text('protocol.days.text')}</p>
      {failure !== null && <ErrorNote error={failure} />}
      <DataTable caption={text('protocol.tab.days')} columns={columns} rows={days} />
      <More {...list} />
    </>
  );
};
