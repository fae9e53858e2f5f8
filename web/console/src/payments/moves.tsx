import { newId } from '@sportello/contracts/id';
import type { StaffMove } from '@sportello/contracts/payments/body-positions';
import { mayDo } from '@sportello/contracts/permissions';
import { grouped } from '@sportello/italy/notice-number';
import { asProse } from '@sportello/italy/typed-text';
import { ActionDialog } from '@sportello/ui/action-dialog';
import { useCommand } from '@sportello/ui/api';
import { useText } from '@sportello/ui/i18n';
import { useSession } from '@sportello/ui/session';
import { TextField } from '@sportello/ui/text-field';
import { toast } from '@sportello/ui/toasts';
import { Button } from 'design-react-kit';
import { useId, useRef, useState } from 'react';
import type { PositionRecord } from './record.js';

const subjects = {
  cancel: 'rpc.payments.cancel-position.v1',
  collect: 'rpc.payments.collect-position.v1',
  elsewhere: 'rpc.payments.register-payment.v1',
} as const satisfies Record<StaffMove, string>;
const changed = ['rpc.payments.get-record.v1', 'rpc.payments.search.v1'] as const;

const useMayChange = (): boolean => {
  const role = useSession().account?.officer?.role;
  return role !== undefined && mayDo([role], 'positions:change');
};

/** What staff may do with a position now: each asks why, and tells who owes it. */
export const MoveBar = ({ record }: { record: PositionRecord }) => {
  const text = useText();
  const [chosen, setChosen] = useState<StaffMove | null>(null);
  const mayChange = useMayChange();
  if (!mayChange || record.moves.length === 0) return null;
  return (
    <div className="sp-operations mt-3">
      {record.moves.map((move) => (
        <Button key={move} type="button" outline color={move === 'cancel' ? 'danger' : 'primary'} size="sm" onClick={() => setChosen(move)}>
          {text(`payments.do.${move}`)}
        </Button>
      ))}
      {chosen && <MoveDialog move={chosen} record={record} onClose={() => setChosen(null)} />}
    </div>
  );
};

/** Why it is done: asked once, and kept in the history. */
function useReason() {
  const text = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const isWritten = (): boolean => {
    const isThere = asProse(reason) !== '';
    setMissing(!isThere);
    if (!isThere) field.current?.focus();
    return isThere;
  };
  const input = (
    <TextField
      hasFocus
      isRequired
      label={text('payments.do.reason')}
      help={text('payments.do.reason.help')}
      value={reason}
      rows={3}
      area={{ ref: field, maxLength: 1_000 }}
      {...(isMissing && { error: text('payments.do.reason.missing') })}
      onChange={(value) => {
        setReason(value);
        setMissing(false);
      }}
    />
  );
  return { reason, isWritten, input };
}

interface MoveDialogProps {
  move: StaffMove;
  record: PositionRecord;
  onClose: () => void;
}

const MoveDialog = ({ move, record: { id, version }, onClose }: MoveDialogProps) => {
  const text = useText();
  const { reason, isWritten, input } = useReason();
  const command = useCommand(subjects[move], changed);
  const onSuccess = () => {
    onClose();
    toast({ words: text(`payments.done.${move}`) });
  };
  return (
    <ActionDialog
      title={text(`payments.do.${move}`)}
      lead={text(`payments.do.${move}.lead`)}
      send={text(`payments.do.${move}`)}
      color={move === 'cancel' ? 'danger' : 'primary'}
      isPending={command.isPending}
      error={command.error}
      onSend={() => isWritten() && command.mutate({ id, version, reason }, { onSuccess })}
      onClose={onClose}
    >
      {input}
    </ActionDialog>
  );
};

interface RenewProps {
  record: PositionRecord;
  instalment: PositionRecord['options'][number]['instalments'][number];
}

/** A new notice in the place of one that is out of date, wrong or lost (PAY-42). */
export const RenewButton = ({ record, instalment }: RenewProps) => {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const mayChange = useMayChange();
  if (!mayChange) return null;
  return (
    <>
      <Button
        type="button"
        outline
        color="primary"
        size="sm"
        className="mt-3 align-self-start"
        aria-label={text('payments.renew.label', { number: grouped(instalment.noticeNumber ?? '') })}
        onClick={() => setOpen(true)}
      >
        {text('payments.renew')}
      </Button>
      {isOpen && <RenewDialog record={record} instalment={instalment} onClose={() => setOpen(false)} />}
    </>
  );
};

const RenewDialog = ({ record: { id, version }, instalment, onClose }: RenewProps & { onClose: () => void }) => {
  const text = useText();
  const boxId = useId();
  const { reason, isWritten, input } = useReason();
  const [dueOn, setDueOn] = useState(instalment.dueOn ?? '');
  const [isBinding, setBinding] = useState(instalment.isBinding);
  const [replacementId] = useState(newId);
  const command = useCommand('rpc.payments.renew-notice.v1', changed);
  const onSuccess = () => {
    onClose();
    toast({ words: text('payments.renewed') });
  };
  const send = () => {
    if (!isWritten()) return;
    const instalmentId = instalment.id;
    command.mutate({ id, version, instalmentId, replacementId, dueOn: dueOn || null, isBinding, reason }, { onSuccess });
  };
  return (
    <ActionDialog
      title={text('payments.renew')}
      lead={text('payments.renew.lead', { number: grouped(instalment.noticeNumber ?? '') })}
      send={text('payments.renew')}
      isPending={command.isPending}
      error={command.error}
      onSend={send}
      onClose={onClose}
    >
      {input}
      <TextField isDate label={text('payments.renew.dueOn')} value={dueOn} onChange={setDueOn} />
      <div className="sp-tick">
        <input
          id={boxId}
          type="checkbox"
          className="sp-check"
          checked={isBinding}
          onChange={({ currentTarget }) => setBinding(currentTarget.checked)}
        />
        <label htmlFor={boxId}>{text('payments.renew.isBinding')}</label>
      </div>
    </ActionDialog>
  );
};
