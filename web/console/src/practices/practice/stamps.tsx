import { ActionDialog } from '@sportello/ui/action-dialog';
import { useCommand } from '@sportello/ui/api';
import { ErrorNote } from '@sportello/ui/error-note';
import { formatDate, formatEuro, useText } from '@sportello/ui/i18n';
import { toast } from '@sportello/ui/toasts';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import { WordsField } from '../../words-field.js';
import type { Practice } from './actions.js';
import { changedByAction, useConflictCheck } from './conflict.js';
import { useReason } from './reason.js';

type Stamp = NonNullable<Practice['stamps']>[number];
type Judging = 'confirm-stamp' | 'reject-stamp' | 'waive-stamp';

/** What an officer may say of a stamp in each of its states. */
const judgements: Record<Stamp['status'], readonly Judging[]> = {
  requested: ['waive-stamp'],
  declared: ['confirm-stamp', 'reject-stamp'],
  verified: ['reject-stamp'],
  rejected: ['waive-stamp'],
  consumed: [],
  waived: [],
};

/** The revenue stamps of a practice, with what an officer may say of each (BOL-04). */
export const Stamps = ({ practice }: { practice: Practice }) => {
  const text = useText();
  const [asked, setAsked] = useState<{ stamp: Stamp; judging: Exclude<Judging, 'confirm-stamp'> } | null>(null);
  const confirm = useCommand('rpc.practices.confirm-stamp.v1', changedByAction);
  const checkConflict = useConflictCheck(practice.id);
  return (
    <>
      <table className="table sp-table align-middle">
        <caption className="visually-hidden">{text('stamps.title')}</caption>
        <thead>
          <tr>
            {(['reason', 'amount', 'number', 'issuedOn', 'state'] as const).map((column) => (
              <th key={column} scope="col">
                {text(`stamps.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(practice.stamps ?? []).map((stamp) => (
            <tr key={stamp.id}>
              <th scope="row" data-label={text('stamps.reason')}>
                {stamp.reason}
              </th>
              <td data-label={text('stamps.amount')}>{formatEuro(stamp.amountCents)}</td>
              <td data-label={text('stamps.number')}>{stamp.number ?? '-'}</td>
              <td data-label={text('stamps.issuedOn')}>{stamp.issuedOn ? formatDate(stamp.issuedOn) : '-'}</td>
              <td data-label={text('stamps.state')}>
                {text(`stamps.status.${stamp.status}`)}
                {stamp.note && <p className="sc-words mb-1">{stamp.note}</p>}
                {judgements[stamp.status].map((judging) => (
                  <Button
                    key={judging}
                    type="button"
                    outline
                    color="primary"
                    size="xs"
                    className="ms-2"
                    onClick={() => {
                      if (judging !== 'confirm-stamp') return setAsked({ stamp, judging });
                      if (confirm.isPending) return;
                      const { id, version } = practice;
                      const onSuccess = () => toast({ words: text('stamps.confirm-stamp.done') });
                      confirm.mutate({ id, version, stampId: stamp.id }, { onSuccess, onError: checkConflict });
                    }}
                  >
                    {text(`stamps.${judging}`)}
                  </Button>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {confirm.error && <ErrorNote error={confirm.error} />}
      {asked && <JudgementDialog practice={practice} {...asked} onClose={() => setAsked(null)} />}
    </>
  );
};

interface JudgementProps {
  practice: Practice;
  stamp: Stamp;
  judging: Exclude<Judging, 'confirm-stamp'>;
  onClose: () => void;
}

const JudgementDialog = ({ practice, stamp, judging, onClose }: JudgementProps) => {
  const text = useText();
  const reason = useReason(practice.id, judging);
  const checkConflict = useConflictCheck(practice.id);
  const reject = useCommand('rpc.practices.reject-stamp.v1', changedByAction);
  const waive = useCommand('rpc.practices.waive-stamp.v1', changedByAction);
  const command = judging === 'reject-stamp' ? reject : waive;
  const onSuccess = () => {
    reason.forget();
    onClose();
    toast({ words: text(`stamps.${judging}.done`) });
  };
  return (
    <ActionDialog
      title={text(`stamps.${judging}`)}
      lead={text(`stamps.${judging}.lead`, { reason: stamp.reason })}
      send={text(`stamps.${judging}`)}
      isPending={command.isPending}
      error={command.error}
      onSend={() => {
        const { id, version } = practice;
        if (reason.check()) command.mutate({ id, version, stampId: stamp.id, reason: reason.words }, { onSuccess, onError: checkConflict });
      }}
      onClose={onClose}
    >
      <WordsField hasFocus label={text('stamps.note')} {...reason.props} />
    </ActionDialog>
  );
};
