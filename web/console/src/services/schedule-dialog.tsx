import { ActionDialog } from '@sportello/ui/action-dialog';
import { useCommand } from '@sportello/ui/api';
import { useSay, useText } from '@sportello/ui/i18n';
import { toast } from '@sportello/ui/toasts';
import { useState } from 'react';
import { InstantFields, instantOf, noInstant, type TypedInstant } from '../instant-fields.js';
import { type Procedure, serviceReads } from './service/service.js';

const ends = ['opensAt', 'closesAt'] as const;
type End = (typeof ends)[number];
interface ScheduleDialogProps {
  services: readonly Procedure[];
  onDone: () => void;
  onClose: () => void;
}

/** When the chosen services open and close, together: what that does to open practices is said before it is saved (CAT-77). */
export const ScheduleDialog = ({ services, onDone, onClose }: ScheduleDialogProps) => {
  const text = useText();
  const say = useSay();
  const [typed, setTyped] = useState<Record<End, TypedInstant>>({ opensAt: noInstant, closesAt: noInstant });
  const [isChecked, setChecked] = useState(false);
  const foresee = useCommand('rpc.practices.foresee-schedule.v1');
  const schedule = useCommand('rpc.practices.schedule-procedures.v1', serviceReads);
  const effects = foresee.data?.items;
  const write = (end: End, part: Partial<TypedInstant>) => {
    setTyped({ ...typed, [end]: { ...typed[end], ...part } });
    foresee.reset();
    schedule.reset();
  };
  const send = () => {
    setChecked(true);
    const [opensAt, closesAt] = [instantOf(typed.opensAt), instantOf(typed.closesAt)];
    if (!opensAt || !closesAt) return;
    const asked = { services: services.map(({ id, version }) => ({ id, version })), opensAt, closesAt };
    const save = () =>
      schedule.mutate(asked, {
        onSuccess: () => {
          toast({ words: text('services.schedule.done', { count: services.length }) });
          onDone();
        },
      });
    if (effects) save();
    else foresee.mutate(asked, { onSuccess: ({ items }) => items.length === 0 && save() });
  };
  return (
    <ActionDialog
      title={text('services.schedule')}
      lead={text('services.schedule.lead')}
      send={text(effects ? 'services.effects.save' : 'services.schedule.send')}
      isPending={foresee.isPending || schedule.isPending}
      error={schedule.error ?? foresee.error}
      onSend={send}
      onClose={onClose}
    >
      <ul>
        {services.map(({ id, title }) => (
          <li key={id}>{say(title)}</li>
        ))}
      </ul>
      {ends.map((end) => (
        <InstantFields
          key={end}
          label={text(`services.field.${end}`)}
          typed={typed[end]}
          error={isChecked && instantOf(typed[end]) === null ? text('services.schedule.missing') : undefined}
          onChange={(part) => write(end, part)}
        />
      ))}
      <div role="status">
        {effects && effects.length > 0 && (
          <>
            <p>{text('services.effects.lead')}</p>
            <ul>
              {effects.map(({ id, title, effect }) => (
                <li key={`${id} ${effect.it}`}>
                  <strong>{say(title)}</strong>: {say(effect)}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </ActionDialog>
  );
};
