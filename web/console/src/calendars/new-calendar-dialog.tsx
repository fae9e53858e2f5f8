import { newId } from '@sportello/contracts/id';
import { ActionDialog } from '@sportello/ui/action-dialog';
import { useCommand } from '@sportello/ui/api';
import { useGo, useText } from '@sportello/ui/i18n';
import { useSession } from '@sportello/ui/session';
import { TextField } from '@sportello/ui/text-field';
import { useState } from 'react';

/** With what a calendar begins: hidden until it has its hours. */
const beginning = {
  ...{ ownerId: null, isHidden: true, noticeDays: 0, horizonDays: 60, cancelDays: 3, draftMinutes: 10, mostMoves: 3, isModerated: false },
  ...{ needsSignIn: false, limit: null, personLimit: null, tellsOfficers: true, tellsCitizens: true },
};

/** What a calendar cannot be without; the rest is set afterwards (ADM-09). */
export const NewCalendarDialog = ({ onClose }: { onClose: () => void }) => {
  const text = useText();
  const go = useGo();
  const { account } = useSession();
  const create = useCommand('rpc.appointments.put-calendar.v1', ['rpc.appointments.list-calendars.v1']);
  const [id] = useState(() => newId());
  const [typed, setTyped] = useState({ title: '', placeName: '', address: '', contactMail: '', service: '' });
  const field = (name: keyof typeof typed, more: { help?: string; hasFocus?: boolean; type?: string } = {}) => (
    <TextField
      label={text(`calendars.new.${name}`)}
      help={more.help}
      hasFocus={more.hasFocus}
      value={typed[name]}
      onChange={(value) => setTyped({ ...typed, [name]: value })}
      isRequired
      input={{ maxLength: 200, ...(more.type && { type: more.type }) }}
    />
  );
  const { title, placeName, address, contactMail, service } = typed;
  return (
    <ActionDialog
      title={text('calendars.new')}
      lead={text('calendars.new.lead')}
      send={text('calendars.new.send')}
      isPending={create.isPending}
      isOff={Object.values(typed).some((value) => value.trim() === '')}
      error={create.error}
      onClose={onClose}
      onSend={() =>
        create.mutate(
          {
            ...{ ...beginning, id, organizationId: account?.officer?.organizationId ?? '', title, contactMail, version: 0 },
            place: { name: placeName, address },
            services: [{ key: 'servizio', title: { it: service, en: service }, procedureId: null, minutes: null, bring: null }],
          },
          { onSuccess: () => go(`/calendari/${id}/configurazione`) },
        )
      }
    >
      {field('title', { help: text('calendars.new.title.help'), hasFocus: true })}
      {field('service', { help: text('calendars.new.service.help') })}
      {field('placeName')}
      {field('address')}
      {field('contactMail', { type: 'email' })}
    </ActionDialog>
  );
};
