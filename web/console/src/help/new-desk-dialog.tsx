import { newId } from '@sportello/contracts/id';
import { ActionDialog } from '@sportello/ui/action-dialog';
import { useCommand } from '@sportello/ui/api';
import { useGo, useText } from '@sportello/ui/i18n';
import { useSession } from '@sportello/ui/session';
import { SelectField } from '@sportello/ui/text-field';
import { useState } from 'react';
import { deskReads, kinds } from './desk.js';
import { isNamed, NameFields } from './name-fields.js';

/** With what a desk begins; nothing leads to it before a service does. */
const beginning = {
  ...{ phones: [], mail: null, closedDays: [] },
  hours: [{ weekdays: [1, 2, 3, 4, 5], opensAt: '09:00', closesAt: '17:00' }],
  targets: [
    { priority: 1, firstAnswerMinutes: 60, solutionMinutes: 240 },
    { priority: 2, firstAnswerMinutes: 120, solutionMinutes: 480 },
    { priority: 3, firstAnswerMinutes: 240, solutionMinutes: 960 },
    { priority: 4, firstAnswerMinutes: 480, solutionMinutes: 2_400 },
  ],
  ...{ acceptsByItself: false, closesAfterDays: 5, givesUpAfterDays: 10, reopensForDays: 10 },
};

/** What a desk cannot be without; the rest is set afterwards. */
export const NewDeskDialog = ({ onClose }: { onClose: () => void }) => {
  const text = useText();
  const go = useGo();
  const { officer } = useSession().account ?? {};
  const create = useCommand('rpc.ticketing.put-desk.v1', deskReads);
  const [id] = useState(newId);
  const [name, setName] = useState({ it: '', en: '' });
  const [kind, setKind] = useState<(typeof kinds)[number]>('technical');
  const [isTried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (!officer || !isNamed(name)) return;
    create.mutate(
      { ...beginning, id, organizationId: officer.organizationId, kind, name, version: 0 },
      { onSuccess: () => go(`/assistenza/${id}`) },
    );
  };
  return (
    <ActionDialog
      title={text('desks.new')}
      lead={text('desks.new.lead')}
      send={text('desks.new.send')}
      isPending={create.isPending}
      error={create.error}
      onSend={send}
      onClose={onClose}
    >
      <NameFields name={name} isTried={isTried} onChange={setName} />
      <SelectField
        label={text('desks.field.kind')}
        value={kind}
        options={kinds.map((value) => ({ value, label: text(`desks.field.kind.${value}`) }))}
        onChange={(chosen) => setKind(kinds.find((one) => one === chosen) ?? 'technical')}
      />
    </ActionDialog>
  );
};
