import { newId } from '@sportello/contracts/id';
import { ActionDialog } from '@sportello/ui/action-dialog';
import { ProblemError, useCommand } from '@sportello/ui/api';
import { useSay, useText } from '@sportello/ui/i18n';
import { type ChosenSlot, SlotPicker } from '@sportello/ui/slot-picker';
import { SelectField } from '@sportello/ui/text-field';
import { toast } from '@sportello/ui/toasts';
import { useState } from 'react';
import { ApplicantFields, applicantOf, isComplete, typedOf } from './applicant-fields.js';
import { type Calendar, changed } from './appointment.js';

/** Two years: what officers may book ahead. */
export const MOST_DAYS = 730;

interface CreateDialogProps {
  calendar: Calendar;
  /** What was pressed in the grid. */
  day: string;
  startsAt?: string;
  openingId?: string;
  onClose: () => void;
}

/** A booking at the desk or on the telephone: the slot, and what the office must know (APP-05, APP-17). */
export const CreateDialog = ({ calendar, day, startsAt, openingId, onClose }: CreateDialogProps) => {
  const text = useText();
  const say = useSay();
  const [id] = useState(() => newId());
  const [service, setService] = useState(calendar.services[0]?.key ?? '');
  const [slot, setSlot] = useState<ChosenSlot | null>(startsAt && openingId ? { startsAt, openingId } : null);
  const [typed, setTyped] = useState(() => typedOf(null));
  const create = useCommand('rpc.appointments.create.v1', changed);
  const isOff = !slot || !isComplete(typed);
  return (
    <ActionDialog
      title={text('calendars.create')}
      lead={text(calendar.tellsCitizens ? 'calendars.create.lead' : 'calendars.create.lead.silent')}
      send={text('calendars.create.send')}
      isPending={create.isPending}
      isOff={isOff}
      error={create.error}
      onClose={onClose}
      onSend={() => {
        if (!slot) return;
        create.mutate(
          { id, calendarId: calendar.id, service, ...slot, ...applicantOf(typed) },
          {
            onSuccess: () => {
              const told = calendar.tellsCitizens ? (typed.mail.trim() ? '' : '.noMail') : '.silent';
              toast({ words: text(`calendars.created${told}`) });
              onClose();
            },
            onError: (error) => {
              if (error instanceof ProblemError && error.kind === 'slot-taken') setSlot(null);
            },
          },
        );
      }}
    >
      {calendar.services.length > 1 && (
        <SelectField
          label={text('calendars.service')}
          value={service}
          options={calendar.services.map(({ key, title }) => ({ value: key, label: say(title) }))}
          onChange={(key) => {
            setService(key);
            setSlot(null);
          }}
        />
      )}
      <SlotPicker
        key={service}
        calendarId={calendar.id}
        service={service}
        horizonDays={MOST_DAYS}
        value={slot}
        firstDay={day}
        onChange={setSlot}
      />
      <ApplicantFields typed={typed} error={create.error} onChange={setTyped} />
    </ActionDialog>
  );
};
