import { asProse } from '@sportello/italy/typed-text';
import { ActionDialog } from '@sportello/ui/action-dialog';
import { useCommand } from '@sportello/ui/api';
import { formatDateTime, formatEuro, rome, useText } from '@sportello/ui/i18n';
import { Tick } from '@sportello/ui/tick';
import { toast } from '@sportello/ui/toasts';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { useDraft } from '../../drafts.js';
import { WordsField } from '../../words-field.js';
import type { Practice } from './actions.js';
import { changedByAction, useConflictCheck } from './conflict.js';
import { useReason } from './reason.js';

/** What is paid for a practice, and what an officer may do where a payment is awaited (PAY-10, PAY-45, PAY-54). */
export const Payments = ({ practice }: { practice: Practice }) => {
  const text = useText();
  const [asked, setAsked] = useState<'register' | 'exempt' | null>(null);
  return (
    <>
      <table className="table sp-table align-middle">
        <caption className="visually-hidden">{text('dues.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('stamps.reason')}</th>
            <th scope="col">{text('stamps.amount')}</th>
            <th scope="col">{text('dues.settledAt')}</th>
            <th scope="col">{text('stamps.state')}</th>
          </tr>
        </thead>
        <tbody>
          {(practice.payments ?? []).map(({ id, reason, amountCents, settledAt, status }) => (
            <tr key={id}>
              <th scope="row" data-label={text('stamps.reason')}>
                {reason}
              </th>
              <td data-label={text('stamps.amount')}>{formatEuro(amountCents)}</td>
              <td data-label={text('dues.settledAt')}>{settledAt ? formatDateTime(settledAt, rome) : '-'}</td>
              <td data-label={text('stamps.state')}>{text(`dues.status.${status}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {practice.moves.includes('register-payment') && (
        <Button type="button" color="primary" size="sm" className="me-2" onClick={() => setAsked('register')}>
          {text('dues.register')}
        </Button>
      )}
      {practice.moves.includes('exempt') && (
        <Button type="button" outline color="primary" size="sm" onClick={() => setAsked('exempt')}>
          {text('dues.exempt')}
        </Button>
      )}
      {asked === 'register' && <RegisterDialog practice={practice} onClose={() => setAsked(null)} />}
      {asked === 'exempt' && <ExemptDialog practice={practice} onClose={() => setAsked(null)} />}
    </>
  );
};

interface DialogProps {
  practice: Practice;
  onClose: () => void;
}

/** Paid outside of the system: it cannot be undone, and is confirmed by "Procedi" (PAY-10). */
const RegisterDialog = ({ practice: { id, version }, onClose }: DialogProps) => {
  const text = useText();
  const [words, setWords] = useDraft(id, 'registered-payment');
  const [isForApplicant, setForApplicant] = useState(false);
  const register = useCommand('rpc.practices.register-payment.v1', changedByAction);
  const checkConflict = useConflictCheck(id);
  const onSuccess = () => {
    setWords('');
    onClose();
    toast({ words: text('dues.register.done') });
  };
  const send = () => {
    const written = asProse(words);
    register.mutate({ id, version, ...(written !== '' && { text: written, isForApplicant }) }, { onSuccess, onError: checkConflict });
  };
  return (
    <ActionDialog
      title={text('dues.register')}
      lead={text('dues.register.lead')}
      send={text('dues.register.send')}
      isPending={register.isPending}
      error={register.error}
      onSend={send}
      onClose={onClose}
    >
      <WordsField
        hasFocus
        label={text('dues.register.words')}
        help={text('dues.register.help')}
        value={words}
        mistake={null}
        onChange={setWords}
      />
      <Tick label={text('dues.register.forApplicant')} isChecked={isForApplicant} onChange={setForApplicant} />
    </ActionDialog>
  );
};

const ExemptDialog = ({ practice: { id, version }, onClose }: DialogProps) => {
  const text = useText();
  const reason = useReason(id, 'exemption');
  const exempt = useCommand('rpc.practices.exempt.v1', changedByAction);
  const checkConflict = useConflictCheck(id);
  const onSuccess = () => {
    reason.forget();
    onClose();
    toast({ words: text('dues.exempt.done') });
  };
  return (
    <ActionDialog
      title={text('dues.exempt')}
      lead={text('dues.exempt.lead')}
      send={text('dues.exempt')}
      isPending={exempt.isPending}
      error={exempt.error}
      onSend={() => reason.check() && exempt.mutate({ id, version, reason: reason.words }, { onSuccess, onError: checkConflict })}
      onClose={onClose}
    >
      <WordsField hasFocus label={text('stamps.note')} {...reason.props} />
    </ActionDialog>
  );
};
