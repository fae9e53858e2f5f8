import { newId } from '@sportello/contracts/id';
import { defaultFileRules } from '@sportello/forms/file-kinds';
import { asProse } from '@sportello/italy/typed-text';
import { useCommand } from '@sportello/ui/api';
import { Done } from '@sportello/ui/done';
import { ErrorNote } from '@sportello/ui/error-note';
import { type AttachedFile, AttachmentField } from '@sportello/ui/files';
import { Frozen } from '@sportello/ui/frozen';
import { useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Panel } from '@sportello/ui/panel';
import { isSendKey } from '@sportello/ui/send-key';
import { UnusedFiles, useUnusedFiles } from '@sportello/ui/unused-files';
import { Button } from 'design-react-kit';
import { useEffect, useRef, useState } from 'react';
import { useDraft } from '../drafts.js';
import { WordsField } from '../words-field.js';

type Kind = 'message' | 'note';

/** What the keyboard asked to write; a new object asks again. */
export interface Asking {
  kind: Kind;
}

const changed = ['rpc.ticketing.list-messages.v1', 'rpc.ticketing.get.v1', 'rpc.ticketing.list-queue.v1'] as const;

/**
 * One text, two ways to send it: to whoever asked, or as a note for the desk. It is kept in this tab until it is sent; pressing twice, or again
 * after a failure, writes once.
 */
export const Composer = ({ ticketId, asking }: { ticketId: string; asking: Asking | null }) => {
  const text = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  const [words, setWords] = useDraft(ticketId, 'ticket-message');
  const [kind, setKind] = useState<Kind>('message');
  const [attachments, setAttachments] = useState<readonly AttachedFile[]>([]);
  const [isMissing, setMissing] = useState(false);
  const [isSending, setSending] = useState(false);
  const [writeId, setWriteId] = useState(newId);
  const [written, setWritten] = useState<{ as: Kind; count: number }>({ as: 'message', count: 0 });
  const unused = useUnusedFiles();
  const message = useCommand('rpc.ticketing.send-message.v1', changed);
  const note = useCommand('rpc.ticketing.add-note.v1', changed);
  const isPending = message.isPending || note.isPending;
  const error = message.error ?? note.error;
  useEffect(() => {
    if (!asking) return;
    setKind(asking.kind);
    field.current?.focus();
  }, [asking]);
  const send = (as: Kind) => {
    setKind(as);
    setMissing(asProse(words) === '');
    if (asProse(words) === '') field.current?.focus();
    // A note takes no files along.
    if (asProse(words) === '' || isPending || (isSending && as === 'message')) return;
    message.reset();
    note.reset();
    const onSuccess = () => {
      setWords('');
      setWriteId(newId());
      if (as === 'message') setAttachments([]);
      setWritten(({ count }) => ({ as, count: count + 1 }));
    };
    if (as === 'note') note.mutate({ id: ticketId, noteId: writeId, text: words }, { onSuccess });
    else
      message.mutate(
        { id: ticketId, messageId: writeId, text: words, attachmentIds: attachments.map(({ id }) => id) },
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
        <WordsField
          field={field}
          label={text('tickets.write')}
          value={words}
          isRequired
          mistake={isMissing ? text('tickets.write.missing') : null}
          help={text(kind === 'note' ? 'tickets.note.keys' : 'tickets.write.keys')}
          onChange={(value) => {
            setWords(value);
            setMissing(false);
          }}
        />
        <AttachmentField
          label={text('tickets.attach')}
          rules={defaultFileRules}
          practiceId={() => Promise.resolve(ticketId)}
          purpose="message"
          attachments={attachments}
          onChange={setAttachments}
          onSending={setSending}
        />
      </Frozen>
      <UnusedFiles practiceId={ticketId} files={unused.files} onRemoved={unused.drop} />
      {written.count > 0 && !error && <Done of={written.count}>{text(written.as === 'note' ? 'tickets.noted' : 'tickets.written')}</Done>}
      {error && <ErrorNote error={error} onRetry={() => send(kind)} keepsWords />}
      <div className="sc-buttons">
        <Button type="submit" color="primary" size="sm" aria-disabled={isPending || isSending || undefined}>
          {text(message.isPending ? 'ui.wait' : isSending ? 'ui.files.waiting' : 'tickets.write.send')}
        </Button>
        <button type="button" className="btn btn-sm sc-note-button" aria-disabled={isPending || undefined} onClick={() => send('note')}>
          <Icon name="it-lock" className="icon-xs me-1" />
          {text(note.isPending ? 'ui.wait' : 'tickets.note')}
        </button>
      </div>
    </Panel>
  );
};
