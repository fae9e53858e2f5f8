import { defaultFileRules } from '@sportello/forms/file-kinds';
import { asProse } from '@sportello/italy/typed-text';
import { useCommand } from '@sportello/ui/api';
import { type AttachedFile, AttachmentField } from '@sportello/ui/files';
import { useLanguage, useText } from '@sportello/ui/i18n';
import { Tick } from '@sportello/ui/tick';
import type { UnusedFile } from '@sportello/ui/unused-files';
import { useRef, useState } from 'react';
import { useDraft } from '../../drafts.js';
import { WordsField } from '../../words-field.js';
import { AskedPayment } from './asked-payment.js';
import { type AskedStamp, AskedStamps, centsOf, isWhole } from './asked-stamps.js';
import { changedByAction, useConflictCheck } from './conflict.js';
import { useLeftBehind } from './left-behind.js';
import { PracticeDialog, type PracticeDialogProps } from './practice-dialog.js';
import { TextsAtHand } from './texts-at-hand.js';

/** Message, answer document, attachments, a confirmation that names the practice (PRA-36, PRA-38). A refusal has its reason in one of them. */
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
  const [isPartial, setPartial] = useState(false);
  const [isConfirmed, setConfirmed] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const message = useRef<HTMLTextAreaElement>(null);
  const [lacksReason, setLacksReason] = useState(false);
  const checkConflict = useConflictCheck(practice.id);
  const command = useCommand('rpc.practices.decide.v1', changedByAction);
  const { number } = practice;
  const language = useLanguage();
  const [stamps, setStamps] = useState<readonly AskedStamp[]>([]);
  const [payment, setPayment] = useState<AskedStamp | null>(null);
  const [lacksStamps, setLacksStamps] = useState(false);
  // What is approved in part is released at once.
  const mayAskAtAll = action === 'approve' && !isPartial && practice.moves.includes('approve-with-dues');
  const mayAsk = mayAskAtAll && practice.mayAskForStamps === true;
  const mayAskPayment = mayAskAtAll && practice.mayAskForPayment === true;
  const dueOf = ({ id, reason, amount }: AskedStamp) => ({ id, reason, amountCents: centsOf(amount, language) ?? 0 });
  const send = () => {
    const isWithout = action === 'reject' && asProse(words) === '' && document.length + attachments.length === 0;
    setLacksReason(isWithout);
    if (isWithout) return message.current?.focus();
    const asked = [...(mayAsk ? stamps : []), ...(mayAskPayment && payment ? [payment] : [])];
    const areIncomplete = asked.some((due) => !isWhole(due, language));
    setLacksStamps(areIncomplete);
    if (areIncomplete) return;
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
        decision: action === 'reject' ? 'rejected' : isPartial ? 'partially_approved' : 'approved',
        message: asProse(words) || null,
        attachmentIds: [...document, ...attachments].map((attachment) => attachment.id),
        stamps: (mayAsk ? stamps : []).map(dueOf),
        ...(mayAskPayment && payment && { payment: dueOf(payment) }),
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
      send={text(`dialog.send.${action}`)}
      color={action === 'approve' ? 'success' : 'danger'}
      isPending={command.isPending}
      isUploading={isDocumentUploading || areOthersUploading}
      error={command.error}
      onSend={send}
    >
      <TextsAtHand practice={practice} use={action === 'approve' ? 'approval' : 'refusal'} words={words} onChange={setWords} />
      <WordsField
        hasFocus
        field={message}
        label={text('dialog.message')}
        help={text(`dialog.message.help.${action}`)}
        value={words}
        mistake={lacksReason ? text('dialog.reject.reason') : null}
        onChange={(value) => {
          setWords(value);
          setLacksReason(false);
        }}
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
      {mayAskPayment && <AskedPayment payment={payment} isRefused={lacksStamps} onChange={setPayment} />}
      {mayAsk && <AskedStamps stamps={stamps} isRefused={lacksStamps} onChange={setStamps} />}
      {action === 'approve' && practice.moves.includes('approve-partially') && (
        <Tick label={text('dialog.partial')} isChecked={isPartial} onChange={setPartial} />
      )}
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
