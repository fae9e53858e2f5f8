import { isCivilDate, romeInstant } from '@sportello/italy/rome-time';
import { asDate, asTime } from '@sportello/italy/typed-date';
import { ActionDialog } from '@sportello/ui/action-dialog';
import { useCommand } from '@sportello/ui/api';
import { useSay, useText } from '@sportello/ui/i18n';
import { TextField } from '@sportello/ui/text-field';
import { toast } from '@sportello/ui/toasts';
import { useState } from 'react';
import { type Procedure, serviceReads } from './service/service.js';

const ends = ['opensAt', 'closesAt'] as const;
type End = (typeof ends)[number];
interface Typed {
  date: string;
  time: string;
}
const empty: Typed = { date: '', time: '' };

interface ScheduleDialogProps {
  services: readonly Procedure[];
  onDone: () => void;
  onClose: () => void;
}

/** When the chosen services open and close, together: what that does to open practices is said before it is saved (CAT-77). */
export const ScheduleDialog = ({ services, onDone, onClose }: ScheduleDialogProps) => {
  const text = useText();
  const say = useSay();
  const [typed, setTyped] = useState<Record<End, Typed>>({ opensAt: empty, closesAt: empty });
  const [isChecked, setChecked] = useState(false);
  const foresee = useCommand('rpc.practices.foresee-schedule.v1');
  const schedule = useCommand('rpc.practices.schedule-procedures.v1', serviceReads);
  const effects = foresee.data?.items;
  const write = (end: End, part: Partial<Typed>) => {
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
      {ends.map((end) => {
        const label = text(`services.field.${end}`);
        const isMissing = isChecked && instantOf(typed[end]) === null;
        return (
          <fieldset key={end} className="sp-settings-instant">
            <legend className="visually-hidden">{label}</legend>
            <TextField
              label={text('ui.settings.day', { label })}
              value={typed[end].date}
              onChange={(date) => write(end, { date })}
              isDate
              isRequired
              {...(isMissing && { error: text('services.schedule.missing') })}
            />
            <TextField
              label={text('ui.settings.hour', { label })}
              help={text('ui.settings.hourHelp')}
              value={typed[end].time}
              onChange={(time) => write(end, { time })}
              isRequired
              input={{ autoComplete: 'off', maxLength: 10 }}
            />
          </fieldset>
        );
      })}
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

/** What was typed as a day and an hour of Italy; null while it is none. */
const instantOf = ({ date, time }: Typed): string | null => {
  const [day, hour] = [asDate(date), asTime(time)];
  return isCivilDate(day) && /^\d{2}:\d{2}$/.test(hour) ? romeInstant(day, hour).toISOString() : null;
};
