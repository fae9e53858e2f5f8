import { newId } from '@sportello/contracts/id';
import { mayDo } from '@sportello/contracts/permissions';
import { defaultFileRules } from '@sportello/forms/file-kinds';
import { asProse } from '@sportello/italy/typed-text';
import { useCommand } from '@sportello/ui/api';
import { Done } from '@sportello/ui/done';
import { ErrorNote } from '@sportello/ui/error-note';
import { type AttachedFile, AttachmentField } from '@sportello/ui/files';
import { Frozen } from '@sportello/ui/frozen';
import { useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Messages } from '@sportello/ui/messages';
import { Panel } from '@sportello/ui/panel';
import { isSendKey } from '@sportello/ui/send-key';
import { useSession } from '@sportello/ui/session';
import { UnusedFiles, useUnusedFiles } from '@sportello/ui/unused-files';
import { Button } from 'design-react-kit';
import { useEffect, useRef, useState } from 'react';
import { useDraft } from '../../drafts.js';
import { WordsField } from '../../words-field.js';
import type { Practice } from './actions.js';
import { TextsAtHand } from './texts-at-hand.js';

/** What the keyboard asked to write; a new object asks again. */
export interface Asking {
  kind: 'message' | 'note';
}

/** The messages and the private notes of a practice, and where to write the next one (PRA-41, PRA-42, PRA-48). */
export const MessagesTab = ({ practice, asking }: { practice: Practice; asking: Asking | null }) => {
  const text = useText();
  const { account } = useSession();
  const role = account?.officer?.role;
  // A forwarded practice is worked elsewhere: nobody here reads what would be written.
  const canWrite = practice.status !== 'acquired' && role !== undefined && mayDo([role], 'practices:write-to');
  return (
    <>
      <h2 className="sc-part-title">{text('messages.title')}</h2>
      <Messages
        practiceId={practice.id}
        side="office"
        canWrite={canWrite}
        composer={<OfficeComposer practice={practice} asking={asking} />}
      />
      {!canWrite && <p className="sc-none">{text('messages.closed')}</p>}
    </>
  );
};

const changed = ['rpc.practices.list-messages.v1', 'rpc.practices.get.v1'] as const;

/**
 * One text, two ways to send it: to the citizen, or as a private note. The text is kept in this tab until it is
 * sent, and the ids until then: pressing twice, or again after a failure, writes once.
 */
const OfficeComposer = ({ practice, asking }: { practice: Practice; asking: Asking | null }) => {
  const text = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  const [words, setWords] = useDraft(practice.id, 'message');
  const [attachments, setAttachments] = useState<readonly AttachedFile[]>([]);
  const [kind, setKind] = useState<Asking['kind']>('message');
  const [isMissing, setMissing] = useState(false);
  const [isSending, setSending] = useState(false);
  const [writeId, setWriteId] = useState(newId);
  const [written, setWritten] = useState({ as: kind, count: 0 });
  const unused = useUnusedFiles();
  const message = useCommand('rpc.practices.send-message.v1', changed);
  const note = useCommand('rpc.practices.add-note.v1', changed);
  const isPending = message.isPending || note.isPending;
  const error = kind === 'note' ? note.error : message.error;
  useEffect(() => {
    if (!asking) return;
    setKind(asking.kind);
    field.current?.focus();
  }, [asking]);

  const send = (as: Asking['kind']) => {
    setKind(as);
    const isEmpty = asProse(words) === '';
    setMissing(isEmpty);
    if (isEmpty) return field.current?.focus();
    // A note takes no files along.
    if (isPending || (isSending && as === 'message')) return;
    const onSuccess = () => {
      setWords('');
      setWriteId(newId());
      if (as === 'message') setAttachments([]);
      setWritten(({ count }) => ({ as, count: count + 1 }));
    };
    if (as === 'note') note.mutate({ id: practice.id, noteId: writeId, text: words }, { onSuccess });
    else
      message.mutate(
        { id: practice.id, messageId: writeId, text: words, attachmentIds: attachments.map(({ id }) => id) },
        {
          onSuccess: ({ unusedFiles }) => {
            unused.show(unusedFiles);
            onSuccess();
          },
        },
      );
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
        {kind === 'message' && <TextsAtHand practice={practice} use="message" words={words} onChange={setWords} />}
        <WordsField
          field={field}
          label={text('messages.text')}
          value={words}
          isRequired
          mistake={isMissing ? text('messages.missing') : null}
          help={text(kind === 'note' ? 'messages.by-key.note' : 'messages.by-key.message')}
          onChange={(value) => {
            setWords(value);
            setMissing(false);
          }}
        />
        <AttachmentField
          label={text('messages.attach')}
          rules={defaultFileRules}
          practiceId={() => Promise.resolve(practice.id)}
          purpose="message"
          attachments={attachments}
          onChange={setAttachments}
          onSending={setSending}
        />
      </Frozen>
      <UnusedFiles practiceId={practice.id} files={unused.files} onRemoved={unused.drop} />
      {written.count > 0 && !error && <Done of={written.count}>{text(written.as === 'note' ? 'messages.noted' : 'messages.sent')}</Done>}
      {error && <ErrorNote error={error} onRetry={() => send(kind)} keepsWords />}
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
    </Panel>
  );
};
