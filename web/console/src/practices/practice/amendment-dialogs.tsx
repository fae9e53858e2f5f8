import { useCommand } from '@sportello/ui/api';
import { useText } from '@sportello/ui/i18n';
import { useState } from 'react';
import { WordsField } from '../../words-field.js';
import type { Practice } from './actions.js';
import { changedByAction, useConflictCheck } from './conflict.js';
import { PracticeDialog, type PracticeDialogProps } from './practice-dialog.js';
import { useReason } from './reason.js';

/** The answer that waits to be assessed. */
const answeredOf = ({ amendments }: Practice) => amendments.findLast(({ status }) => status === 'answered')?.id;

export const AcceptanceDialog = (props: PracticeDialogProps) => {
  const { practice, onDone } = props;
  const text = useText();
  const checkConflict = useConflictCheck(practice.id);
  const command = useCommand('rpc.practices.accept-amendment.v1', changedByAction);
  const [amendmentId] = useState(() => answeredOf(practice));
  return (
    <PracticeDialog
      {...props}
      title={text('action.accept-amendment')}
      lead={text('dialog.accept.lead')}
      send={text('action.accept-amendment')}
      isPending={command.isPending}
      error={command.error}
      onSend={() =>
        amendmentId &&
        command.mutate({ id: practice.id, version: practice.version, amendmentId }, { onSuccess: onDone, onError: checkConflict })
      }
    />
  );
};

export const RefusalDialog = (props: PracticeDialogProps) => {
  const { practice, onDone } = props;
  const text = useText();
  const reason = useReason(practice.id, 'refusal');
  const checkConflict = useConflictCheck(practice.id);
  const command = useCommand('rpc.practices.refuse-amendment.v1', changedByAction);
  const [amendmentId] = useState(() => answeredOf(practice));
  const send = () => {
    if (!amendmentId || !reason.check()) return;
    const onSuccess = () => {
      reason.forget();
      onDone();
    };
    command.mutate(
      { id: practice.id, version: practice.version, amendmentId, reason: reason.words },
      { onSuccess, onError: checkConflict },
    );
  };
  return (
    <PracticeDialog
      {...props}
      title={text('action.refuse-amendment')}
      lead={text('dialog.refuse.lead')}
      send={text('action.refuse-amendment')}
      isPending={command.isPending}
      error={command.error}
      onSend={send}
    >
      <WordsField {...reason.props} hasFocus label={text('dialog.refuse.reason')} />
    </PracticeDialog>
  );
};
