import { ActionDialog } from '@sportello/ui/action-dialog';
import { useCommand } from '@sportello/ui/api';
import { useText } from '@sportello/ui/i18n';
import { type ChosenSlot, SlotPicker } from '@sportello/ui/slot-picker';
import { toast } from '@sportello/ui/toasts';
import { useState } from 'react';
import { type Appointment, changed, nameOf, untold, useWhen } from './appointment.js';
import { MOST_DAYS } from './create-dialog.js';
import { MessageField } from './message-field.js';

interface MoveDialogProps {
  appointment: Appointment;
  /** The day whose hours are shown first. */
  day: string;
  onMoved: () => void;
  onClose: () => void;
}

/** Where to: asked for also after dragging, with a message for whoever has it (APP-18). */
export const MoveDialog = ({ appointment, day, onMoved, onClose }: MoveDialogProps) => {
  const text = useText();
  const when = useWhen();
  const [slot, setSlot] = useState<ChosenSlot | null>(null);
  const [message, setMessage] = useState('');
  const move = useCommand('rpc.appointments.move.v1', changed);
  return (
    <ActionDialog
      title={text('calendars.move.of', { name: nameOf(appointment) })}
      lead={`${text('calendars.move.lead', { when: when(appointment) })}${untold(appointment) ? '' : ` ${text('calendars.move.told')}`}`}
      send={text('calendars.save')}
      isPending={move.isPending}
      isOff={!slot}
      error={move.error}
      onClose={onClose}
      onSend={() => {
        if (!slot) return;
        move.mutate(
          { code: appointment.id, ...slot, message: message.trim() || null },
          {
            onSuccess: (moved) => {
              toast({ words: text('calendars.moved', { when: when(moved) }) });
              onMoved();
            },
          },
        );
      }}
    >
      <SlotPicker
        calendarId={appointment.calendarId}
        service={appointment.service?.key}
        horizonDays={MOST_DAYS}
        value={slot}
        firstDay={day}
        onChange={setSlot}
      />
      <MessageField appointment={appointment} value={message} onChange={setMessage} />
    </ActionDialog>
  );
};
