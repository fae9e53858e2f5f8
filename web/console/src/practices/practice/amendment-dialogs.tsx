import { newId } from '@sportello/contracts/id';
import { defaultFileRules } from '@sportello/forms/file-kinds';
import { useCommand } from '@sportello/ui/api';
import { type AttachedFile, AttachmentField } from '@sportello/ui/files';
import { useText } from '@sportello/ui/i18n';
import type { UnusedFile } from '@sportello/ui/unused-files';
import { useState } from 'react';
import type { Practice } from './actions.js';
import { changedByAction, useConflictCheck } from './conflict.js';
import { useLeftBehind } from './left-behind.js';
import { PracticeDialog, type PracticeDialogProps } from './practice-dialog.js';
import { useReason } from './reason.js';
import { WordsField } from './words-field.js';

/** Reason mandatory, attachments optional, (Invia richiesta di integrazione) (PRA-39). */
export const RequestDialog = (props: PracticeDialogProps) => {
  const { practice } = props;
  const text = useText();
  const left = useLeftBehind(props);
  const reason = useReason(practice.id, 'amendment');
  const [amendmentId] = useState(newId);
  const [attachments, setAttachments] = useState<readonly AttachedFile[]>([]);
  const [isUploading, setUploading] = useState(false);
  const checkConflict = useConflictCheck(practice.id);
  const command = useCommand('rpc.practices.request-amendment.v1', changedByAction);
  const send = () => {
    if (!reason.check()) return;
    const onSuccess = ({ unusedFiles }: { unusedFiles: readonly UnusedFile[] }) => {
      reason.forget();
      left.done(unusedFiles);
    };
    command.mutate(
      { id: practice.id, version: practice.version, amendmentId, reason: reason.words, attachmentIds: attachments.map(({ id }) => id) },
      { onSuccess, onError: checkConflict },
    );
  };
  if (left.dialog) return left.dialog;
  return (
    <PracticeDialog
      {...props}
      title={text('action.request-amendment')}
      lead={text('dialog.amendment.lead')}
      send={text('dialog.amendment.send')}
      isPending={command.isPending}
      isUploading={isUploading}
      error={command.error}
      onSend={send}
    >
      <WordsField {...reason.props} hasFocus label={text('dialog.amendment.reason')} help={text('dialog.amendment.reason.help')} />
      <AttachmentField
        label={text('dialog.amendment.attach')}
        rules={defaultFileRules}
        practiceId={() => Promise.resolve(practice.id)}
        purpose="amendment"
        attachments={attachments}
        onChange={setAttachments}
        onSending={setUploading}
      />
    </PracticeDialog>
  );
};

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
