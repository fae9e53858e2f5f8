import { defaultFileRules } from '@sportello/forms/file-kinds';
import { asProse } from '@sportello/italy/typed-text';
import { useCommand } from '@sportello/ui/api';
import { type AttachedFile, AttachmentField } from '@sportello/ui/files';
import { useText } from '@sportello/ui/i18n';
import { Tick } from '@sportello/ui/tick';
import type { UnusedFile } from '@sportello/ui/unused-files';
import { useRef, useState } from 'react';
import { changedByAction, useConflictCheck } from './conflict.js';
import { useDraft } from './drafts.js';
import { useLeftBehind } from './left-behind.js';
import { PracticeDialog, type PracticeDialogProps } from './practice-dialog.js';
import { WordsField } from './words-field.js';

/** Message, answer document, attachments, a confirmation that names the practice, (Invia) (PRA-36, PRA-38). */
export const DecisionDialog = (props: PracticeDialogProps & { action: 'approve' | 'reject' }) => {
  const { action, practice } = props;
  const text = useText();
  const left = useLeftBehind(props);
  const confirmation = useRef<HTMLInputElement>(null);
  const [words, setWords] = useDraft(practice.id, action);
  const [document, setDocument] = useState<readonly AttachedFile[]>([]);
  const [attachments, setAttachments] = useState<readonly AttachedFile[]>([]);
  const [isDocumentUploading, setDocumentUploading] = useState(false);
  const [areOthersUploading, setOthersUploading] = useState(false);
  const [isConfirmed, setConfirmed] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const checkConflict = useConflictCheck(practice.id);
  const command = useCommand('rpc.practices.decide.v1', changedByAction);
  const { number } = practice;
  const send = () => {
    setMissing(!isConfirmed);
    if (!isConfirmed) return confirmation.current?.focus();
    const onSuccess = ({ unusedFiles }: { unusedFiles: readonly UnusedFile[] }) => {
      setWords('');
      left.done(unusedFiles);
    };
    command.mutate(
      {
        id: practice.id,
        version: practice.version,
        decision: action === 'approve' ? 'approved' : 'rejected',
        message: asProse(words) || null,
        attachmentIds: [...document, ...attachments].map((attachment) => attachment.id),
      },
      { onSuccess, onError: checkConflict },
    );
  };
  const files = { practiceId: () => Promise.resolve(practice.id), purpose: 'outcome' } as const;
  if (left.dialog) return left.dialog;
  return (
    <PracticeDialog
      {...props}
      title={text(`dialog.${action}.title`, { number })}
      lead={text(`dialog.${action}.lead`, { name: practice.applicant?.name ?? '' })}
      send={text('dialog.send')}
      color={action === 'approve' ? 'success' : 'danger'}
      isPending={command.isPending}
      isUploading={isDocumentUploading || areOthersUploading}
      error={command.error}
      onSend={send}
    >
      <WordsField
        hasFocus
        label={text('dialog.message')}
        help={text('dialog.message.help')}
        value={words}
        mistake={null}
        onChange={setWords}
      />
      <AttachmentField
        {...files}
        label={text('dialog.document')}
        rules={{ ...defaultFileRules, maxFiles: 1 }}
        attachments={document}
        onChange={setDocument}
        onSending={setDocumentUploading}
      />
      <AttachmentField
        {...files}
        label={text('dialog.attachments')}
        rules={{ ...defaultFileRules, maxFiles: defaultFileRules.maxFiles - 1 }}
        attachments={attachments}
        onChange={setAttachments}
        onSending={setOthersUploading}
      />
      <Tick
        field={confirmation}
        label={text(`dialog.confirm.${action}`, { number })}
        isChecked={isConfirmed}
        mistake={isMissing ? text('dialog.confirm.missing') : undefined}
        onChange={(isChecked) => {
          setConfirmed(isChecked);
          setMissing(false);
        }}
      />
    </PracticeDialog>
  );
};
