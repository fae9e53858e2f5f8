import { useCommand } from '@sportello/ui/api';
import { useText } from '@sportello/ui/i18n';
import { useState } from 'react';
import type { DraftPlace } from '../../drafts.js';
import { WordsField } from '../../words-field.js';
import { changedByAction, useConflictCheck } from './conflict.js';
import { PracticeDialog, type PracticeDialogProps } from './practice-dialog.js';
import { useReason } from './reason.js';

interface Then {
  onSuccess: () => void;
  onError: (error: unknown) => void;
}

interface ReasonDialogProps extends PracticeDialogProps {
  place: DraftPlace;
  isPending: boolean;
  error: unknown;
  color?: string;
  send: (reason: string, then: Then) => void;
}

/** A move that asks for nothing but its reason, which the applicant reads. */
const ReasonDialog = ({ place, send, ...props }: ReasonDialogProps) => {
  const { action, practice, onDone } = props;
  const text = useText();
  const reason = useReason(practice.id, place);
  const onError = useConflictCheck(practice.id);
  const onSuccess = () => {
    reason.forget();
    onDone();
  };
  return (
    <PracticeDialog
      {...props}
      title={text(`dialog.${action}.title`, { number: practice.number })}
      lead={text(`dialog.${action}.lead`)}
      send={text(`action.${action}`)}
      onSend={() => reason.check() && send(reason.words, { onSuccess, onError })}
    >
      <WordsField {...reason.props} hasFocus label={text('dialog.reason')} help={text('dialog.reason.help')} />
    </PracticeDialog>
  );
};

/** Ended by the office, for what should not be there (PRA-71). */
export const CancelDialog = (props: PracticeDialogProps) => {
  const { id, version } = props.practice;
  const command = useCommand('rpc.practices.cancel.v1', changedByAction);
  return (
    <ReasonDialog
      {...props}
      place="cancellation"
      color="danger"
      isPending={command.isPending}
      error={command.error}
      send={(reason, then) => command.mutate({ id, version, reason }, then)}
    />
  );
};

/** Back under review; the earlier outcome stays (PRA-70). */
export const ReopenDialog = (props: PracticeDialogProps) => {
  const { id, version } = props.practice;
  const command = useCommand('rpc.practices.reopen.v1', changedByAction);
  return (
    <ReasonDialog
      {...props}
      place="reopening"
      isPending={command.isPending}
      error={command.error}
      send={(reason, then) => command.mutate({ id, version, reason }, then)}
    />
  );
};

/** On without the answer of the applicant (PRA-72). */
export const CloseDialog = (props: PracticeDialogProps) => {
  const { id, version, amendments } = props.practice;
  const [amendmentId] = useState(() => amendments.findLast(({ status }) => status === 'open')?.id);
  const command = useCommand('rpc.practices.close-amendment.v1', changedByAction);
  return (
    <ReasonDialog
      {...props}
      place="closure"
      isPending={command.isPending}
      error={command.error}
      send={(reason, then) => amendmentId && command.mutate({ id, version, amendmentId, reason }, then)}
    />
  );
};
