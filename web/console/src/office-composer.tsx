import type { Subject } from '@sportello/contracts/web';
import { defaultFileRules } from '@sportello/forms/file-kinds';
import { asProse } from '@sportello/italy/typed-text';
import { useCommand } from '@sportello/ui/api';
import { Done } from '@sportello/ui/done';
import { ErrorNote } from '@sportello/ui/error-note';
import { type AttachedFile, AttachmentField } from '@sportello/ui/files';
import { useFollowed } from '@sportello/ui/followed';
import { Frozen } from '@sportello/ui/frozen';
import { useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Panel } from '@sportello/ui/panel';
import { RichTextField, wordsIn } from '@sportello/ui/rich-text';
import { isSendKey } from '@sportello/ui/send-key';
import { UnusedFiles, useUnusedFiles } from '@sportello/ui/unused-files';
import { useWriteId, WasSent } from '@sportello/ui/write-id';
import { Button } from 'design-react-kit';
import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';
import { useDraft } from './drafts.js';
import { WordsField } from './words-field.js';

/** What the keyboard asked to write; a new object asks again. */
export interface Asking {
  kind: 'message' | 'note';
}

interface OfficeComposerProps {
  /** The practice or the ticket. */
  id: string;
  /** False when nothing can be written any more: what was typed stays, to be copied. */
  canSend: boolean;
  asking: Asking | null;
  /** What is read again besides the messages. */
  changes?: readonly Subject[];
  /** What can be put into a message to the applicant. */
  atHand?: (words: string, onChange: (words: string) => void) => ReactNode;
}

const none: readonly Subject[] = [];

/**
 * One text, two ways to send it: to the applicant, or as a private note (PRA-42, TIC-34). The text is kept in this tab until it is sent, and the id
 * until then: pressing twice, or again after a failure, writes once.
 */
export const OfficeComposer = ({ id, canSend, asking, changes = none, atHand }: OfficeComposerProps) => {
  const text = useText();
  const { doors, hasLayout } = useFollowed();
  const fieldId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [words, setWords] = useDraft(id, 'message');
  const [attachments, setAttachments] = useState<readonly AttachedFile[]>([]);
  const [kind, setKind] = useState<Asking['kind']>('message');
  const [isMissing, setMissing] = useState(false);
  const [isSending, setSending] = useState(false);
  const [written, setWritten] = useState({ as: kind, count: 0 });
  const { writeId, wasSent, renew, onError } = useWriteId();
  const unused = useUnusedFiles();
  const changed = [doors.listMessages, doors.get, ...changes];
  const message = useCommand(doors.sendMessage, changed);
  const note = useCommand(doors.addNote, changed);
  const isPending = message.isPending || note.isPending;
  // "Riprova" does what failed, and not what the keyboard asked for since.
  const error = kind === 'note' ? note.error : message.error;
  const focus = useCallback(() => (hasLayout ? document.getElementById(fieldId) : field.current)?.focus(), [hasLayout, fieldId]);
  useEffect(() => {
    if (!asking) return;
    setKind(asking.kind);
    focus();
  }, [asking, focus]);
  if (!canSend && words === '') return null;

  const send = (as: Asking['kind']) => {
    if (!canSend) return;
    setKind(as);
    const plain = hasLayout ? wordsIn(words) : words;
    const isEmpty = asProse(plain) === '';
    setMissing(isEmpty);
    if (isEmpty) return focus();
    // A note takes no files along.
    if (isPending || (isSending && as === 'message')) return;
    message.reset();
    note.reset();
    const onSuccess = () => {
      setWords('');
      renew();
      if (as === 'message') setAttachments([]);
      setWritten(({ count }) => ({ as, count: count + 1 }));
    };
    const written = { text: plain, ...(hasLayout && { html: words }) };
    if (as === 'note') note.mutate({ id, noteId: writeId, ...written }, { onSuccess, onError });
    else
      message.mutate(
        { id, messageId: writeId, ...written, attachmentIds: attachments.map((attachment) => attachment.id) },
        {
          onError,
          onSuccess: ({ unusedFiles }) => {
            unused.show(unusedFiles);
            onSuccess();
          },
        },
      );
  };

  const mistake = isMissing ? text('messages.missing') : null;
  const shared = {
    ...{ label: text('messages.text'), value: words, isRequired: true },
    help: canSend ? text(kind === 'note' ? 'messages.by-key.note' : 'messages.by-key.message') : undefined,
    onChange: (value: string) => {
      setWords(value);
      setMissing(false);
    },
  };
  return (
    <Panel
      tag="form"
      className={`sc-composer sp-no-print ${kind === 'note' ? 'is-note' : ''}`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send('message');
      }}
      onKeyDown={(event) => {
        if (!isSendKey(event)) return;
        event.preventDefault();
        send(kind);
      }}
    >
      <Frozen isFrozen={isPending}>
        {kind === 'message' && canSend && atHand?.(words, setWords)}
        {hasLayout ? (
          <RichTextField {...shared} id={fieldId} kind="note" error={mistake ?? undefined} />
        ) : (
          <WordsField {...shared} field={field} mistake={mistake} />
        )}
        {canSend && (
          <AttachmentField
            label={text('messages.attach')}
            rules={defaultFileRules}
            practiceId={() => Promise.resolve(id)}
            purpose="message"
            attachments={attachments}
            onChange={setAttachments}
            onSending={setSending}
          />
        )}
      </Frozen>
      <UnusedFiles practiceId={id} files={unused.files} onRemoved={unused.drop} />
      {written.count > 0 && !error && <Done of={written.count}>{text(written.as === 'note' ? 'messages.noted' : 'messages.sent')}</Done>}
      {wasSent > 0 && <WasSent of={wasSent} />}
      {error && wasSent === 0 && <ErrorNote error={error} onRetry={() => send(kind)} keepsWords />}
      {canSend ? (
        <>
          <div className="sc-buttons">
            <Button type="submit" color="primary" size="sm" aria-disabled={isPending || isSending || undefined}>
              {text(message.isPending ? 'ui.wait' : isSending ? 'ui.files.waiting' : 'messages.send')}
            </Button>
            <button type="button" className="btn btn-sm sc-note-button" aria-disabled={isPending || undefined} onClick={() => send('note')}>
              <Icon name="it-lock" className="icon-xs me-1" />
              {text(note.isPending ? 'ui.wait' : 'messages.note')}
            </button>
          </div>
          <p className="form-text mb-0">{text('messages.note.help')}</p>
        </>
      ) : (
        <p className="alert alert-warning mb-0">{text('ui.messages.closed')}</p>
      )}
    </Panel>
  );
};
