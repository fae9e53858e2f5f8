import { newId } from '@sportello/contracts/id';
import { OBSERVATION_DAYS } from '@sportello/contracts/practices/terms';
import { defaultFileRules } from '@sportello/forms/file-kinds';
import { useCommand } from '@sportello/ui/api';
import { type AttachedFile, AttachmentField } from '@sportello/ui/files';
import { useText } from '@sportello/ui/i18n';
import type { UnusedFile } from '@sportello/ui/unused-files';
import { useState } from 'react';
import type { DraftPlace } from '../../drafts.js';
import { WordsField } from '../../words-field.js';
import { changedByAction, useConflictCheck } from './conflict.js';
import { useLeftBehind } from './left-behind.js';
import { PracticeDialog, type PracticeDialogProps } from './practice-dialog.js';
import { useReason } from './reason.js';
import { TextsAtHand } from './texts-at-hand.js';

interface Asked {
  id: string;
  version: number;
  reason: string;
  attachmentIds: string[];
}

interface Then {
  onSuccess: (answer: { unusedFiles: readonly UnusedFile[] }) => void;
  onError: (error: unknown) => void;
}

interface AskingDialogProps extends PracticeDialogProps {
  /** First part of its texts in the dictionary. */
  words: 'amendment' | 'announcement';
  place: DraftPlace;
  /** The texts at hand that are offered. */
  use: 'amendment' | 'refusal';
  isPending: boolean;
  error: unknown;
  send: (asked: Asked, then: Then) => void;
}

/** Something that the applicant is asked to answer: reason mandatory, attachments optional. */
const AskingDialog = ({ words, place, use, send, ...props }: AskingDialogProps) => {
  const { practice, action } = props;
  const text = useText();
  const left = useLeftBehind(props);
  const reason = useReason(practice.id, place);
  const [attachments, setAttachments] = useState<readonly AttachedFile[]>([]);
  const [isUploading, setUploading] = useState(false);
  const onError = useConflictCheck(practice.id);
  const ask = () => {
    if (!reason.check()) return;
    const onSuccess: Then['onSuccess'] = ({ unusedFiles }) => {
      reason.forget();
      left.done(unusedFiles);
    };
    const attachmentIds = attachments.map(({ id }) => id);
    send({ id: practice.id, version: practice.version, reason: reason.words, attachmentIds }, { onSuccess, onError });
  };
  if (left.dialog) return left.dialog;
  return (
    <PracticeDialog
      {...props}
      title={text(`action.${action}`)}
      lead={text(`dialog.${words}.lead`, { days: OBSERVATION_DAYS })}
      send={text(`dialog.${words}.send`)}
      isUploading={isUploading}
      onSend={ask}
    >
      <TextsAtHand practice={practice} use={use} words={reason.words} onChange={reason.props.onChange} />
      <WordsField {...reason.props} hasFocus label={text(`dialog.${words}.reason`)} help={text(`dialog.${words}.reason.help`)} />
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

/** (Invia richiesta di integrazione) (PRA-39). */
export const RequestDialog = (props: PracticeDialogProps) => {
  const [amendmentId] = useState(newId);
  const command = useCommand('rpc.practices.request-amendment.v1', changedByAction);
  return (
    <AskingDialog
      {...props}
      words="amendment"
      place="amendment"
      use="amendment"
      isPending={command.isPending}
      error={command.error}
      send={(asked, then) => command.mutate({ ...asked, amendmentId }, then)}
    />
  );
};

/** Why it is to be refused, before it is: the applicant has ten days to object (PRA-73). */
export const AnnouncementDialog = (props: PracticeDialogProps) => {
  const [observationsId] = useState(newId);
  const command = useCommand('rpc.practices.announce-refusal.v1', changedByAction);
  return (
    <AskingDialog
      {...props}
      words="announcement"
      place="announcement"
      use="refusal"
      isPending={command.isPending}
      error={command.error}
      send={(asked, then) => command.mutate({ ...asked, observationsId }, then)}
    />
  );
};
