import type { AnswerOf } from '@sportello/contracts/web';
import { asTime } from '@sportello/italy/typed-date';
import { ActionDialog } from '@sportello/ui/action-dialog';
import { useAsk, useCommand } from '@sportello/ui/api';
import { type Column, DataTable } from '@sportello/ui/data-table';
import { useText } from '@sportello/ui/i18n';
import { Empty, Loaded } from '@sportello/ui/page-states';
import { TextField } from '@sportello/ui/text-field';
import { toast } from '@sportello/ui/toasts';
import { Button } from 'design-react-kit';
import { useState } from 'react';

const list = 'rpc.school.list-cutoffs.v1';
type Cutoff = AnswerOf<typeof list>['items'][number];
type Row = Cutoff & { id: string };

/** Until when absences are told, for each service and school (ADM-14). */
export const Cutoffs = () => {
  const text = useText();
  const query = useAsk(list, {}, { staleTimeMs: 0 });
  const [changed, setChanged] = useState<Cutoff | null>(null);
  const columns: Column<Row>[] = [
    { key: 'service', label: text('school.cutoff.service'), cell: ({ serviceName }) => serviceName },
    { key: 'school', label: text('school.cutoff.school'), cell: ({ schoolName }) => schoolName },
    { key: 'time', label: text('school.cutoff.time'), cell: ({ time }) => time },
    { key: 'days', label: text('school.cutoff.daysBefore'), cell: ({ daysBefore }) => text('school.cutoff.days', { count: daysBefore }) },
    {
      key: 'change',
      label: text('school.cutoff.change'),
      isLabelHidden: true,
      cell: (row) => (
        <Button
          type="button"
          outline
          color="primary"
          size="xs"
          aria-label={text('school.cutoff.change.named', { service: row.serviceName, school: row.schoolName })}
          onClick={() => setChanged(row)}
        >
          {text('school.cutoff.change')}
        </Button>
      ),
    },
  ];
  return (
    <section className="mt-4" aria-labelledby="ore-limite">
      <h2 id="ore-limite" className="h5">
        {text('school.cutoffs')}
      </h2>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon="it-clock">{text('school.cutoffs.none')}</Empty>
          ) : (
            <DataTable
              caption={text('school.cutoffs')}
              columns={columns}
              rows={items.map((item) => ({ ...item, id: `${item.serviceId} ${item.schoolId}` }))}
            />
          )
        }
      </Loaded>
      {changed && <Change cutoff={changed} onClose={() => setChanged(null)} />}
    </section>
  );
};

const Change = ({ cutoff, onClose }: { cutoff: Cutoff; onClose: () => void }) => {
  const text = useText();
  const { serviceId, schoolId, serviceName, schoolName, version } = cutoff;
  const [typed, setTyped] = useState(cutoff.time);
  const [days, setDays] = useState(String(cutoff.daysBefore));
  const [isChecked, setChecked] = useState(false);
  const command = useCommand('rpc.school.put-cutoff.v1', [list]);
  const time = asTime(typed);
  const isTime = /^\d\d:\d\d$/.test(time);
  const areDays = /^(\d|10)$/.test(days.trim());
  const send = () => {
    setChecked(true);
    if (!isTime || !areDays || command.isPending) return;
    command.mutate(
      { serviceId, schoolId, time, daysBefore: Number(days), version },
      {
        onSuccess: () => {
          toast({ words: text('school.cutoff.done') });
          onClose();
        },
      },
    );
  };
  return (
    <ActionDialog
      title={text('school.cutoff.change.named', { service: serviceName, school: schoolName })}
      lead={text('school.cutoff.lead')}
      send={text('school.cutoff.send')}
      isPending={command.isPending}
      error={command.error}
      onSend={send}
      onClose={onClose}
    >
      <TextField
        label={text('school.cutoff.time')}
        value={typed}
        isRequired
        hasFocus
        error={isChecked && !isTime ? text('school.cutoff.time.wrong') : undefined}
        input={{ maxLength: 5, autoComplete: 'off' }}
        onChange={setTyped}
      />
      <TextField
        label={text('school.cutoff.daysBefore')}
        help={text('school.cutoff.daysBefore.help')}
        value={days}
        isRequired
        error={isChecked && !areDays ? text('school.cutoff.daysBefore.wrong') : undefined}
        input={{ maxLength: 2, inputMode: 'numeric', autoComplete: 'off' }}
        onChange={setDays}
      />
    </ActionDialog>
  );
};
