import type { AnswerOf } from '@sportello/contracts/web';
import { defaultFileRules } from '@sportello/forms/file-kinds';
import { asProse } from '@sportello/italy/typed-text';
import { Button } from 'design-react-kit';
import { type ReactNode, useId, useState } from 'react';
import { useAskPages, useCommand } from './api.js';
import { Done } from './done.js';
import { ErrorNote } from './error-note.js';
import { type AttachedFile, AttachmentField, FileList } from './files.js';
import { useFollowed } from './followed.js';
import { Frozen } from './frozen.js';
import { formatDateTime, useText } from './i18n.js';
import { Icon } from './icon.js';
import { Empty, ErrorState, Skeleton } from './page-states.js';
import { Panel } from './panel.js';
import { RichText, RichTextField, wordsIn } from './rich-text.js';
import { UnusedFiles, useUnusedFiles } from './unused-files.js';
import { useWriteId, WasSent } from './write-id.js';

type Message = AnswerOf<'rpc.practices.list-messages.v1' | 'rpc.ticketing.list-messages.v1'>['items'][number];

interface ThreadProps {
  practiceId: string;
  /** On which side the reader stands. */
  side: 'applicant' | 'office';
  /** False when nothing can be written any more: the thread is read only. */
  canWrite: boolean;
  /** Stands in the place of the usual composer: the console has its own (private notes). It says by itself whether there is anything to write. */
  composer?: ReactNode;
  /** Told what was just sent. */
  onSent?: (words: string) => void;
}

/** The messages of a practice, oldest first, and where to write the next one (PRA-22, PRA-42, PRA-48). */
export const Messages = ({ practiceId, side, canWrite, composer, onSent }: ThreadProps) => {
  const text = useText();
  const [hasBegun, setBegun] = useState(false);
  const { doors } = useFollowed();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useAskPages(doors.listMessages, {
    id: practiceId,
    limit: 50,
  });
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton lines={3} />;
  const messages = data.pages.flatMap(({ items }) => items);
  return (
    <>
      {messages.length === 0 ? (
        <Empty icon="it-mail">{text(canWrite ? 'ui.messages.empty' : 'ui.messages.emptyClosed')}</Empty>
      ) : (
        <ol className="sp-thread" aria-label={text('ui.messages.thread')}>
          {messages.map((message) => (
            <MessageItem key={message.id} practiceId={practiceId} message={message} isMine={message.from === side} />
          ))}
        </ol>
      )}
      {hasNextPage && (
        <Button
          type="button"
          outline
          color="primary"
          className="mb-4"
          aria-disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {text('ui.more')}
        </Button>
      )}
      {composer ?? ((canWrite || hasBegun) && <Composer practiceId={practiceId} canSend={canWrite} onBegun={setBegun} onSent={onSent} />)}
    </>
  );
};

const MessageItem = ({ practiceId, message, isMine }: { practiceId: string; message: Message; isMine: boolean }) => {
  const text = useText();
  const isNote = message.kind === 'note';
  return (
    <li className={isNote ? 'is-note' : isMine ? 'is-mine' : ''}>
      <p className="mb-0">
        {isNote && (
          <span className="badge sp-note-badge me-2">
            <Icon name="it-lock" className="icon-xs me-1" />
            {text('ui.messages.note')}
          </span>
        )}
        <strong>{message.author}</strong> - <time dateTime={message.sentAt}>{formatDateTime(message.sentAt)}</time>
      </p>
      {message.html ? <RichText html={message.html} /> : <p className="sp-text">{message.text}</p>}
      {message.attachments.length > 0 && <FileList practiceId={practiceId} files={message.attachments} />}
    </li>
  );
};

interface ComposerProps {
  practiceId: string;
  /** False when nothing can be written any more: what is typed stays, to be copied. */
  canSend: boolean;
  /** Told whether something is typed. */
  onBegun: (hasBegun: boolean) => void;
  onSent: ((words: string) => void) | undefined;
}

/** "Testo del messaggio", attachments, "Invia messaggio". What is typed stays when sending fails. */
const Composer = ({ practiceId, canSend, onBegun, onSent }: ComposerProps) => {
  const text = useText();
  const id = useId();
  const [words, setWords] = useState('');
  const [attachments, setAttachments] = useState<readonly AttachedFile[]>([]);
  const [isMissing, setMissing] = useState(false);
  const [isSending, setSending] = useState(false);
  const [sent, setSent] = useState(0);
  const unused = useUnusedFiles();
  const { doors, hasLayout } = useFollowed();
  const { writeId, wasSent, renew, onError } = useWriteId();
  const send = useCommand(doors.sendMessage, [doors.listMessages, doors.get]);
  const plain = hasLayout ? wordsIn(words) : words;
  const change = (value: string) => {
    setWords(value);
    setMissing(false);
    onBegun(asProse(hasLayout ? wordsIn(value) : value) !== '');
  };
  const submit = () => {
    if (isSending || !canSend) return;
    const isEmpty = asProse(plain) === '';
    setMissing(isEmpty);
    if (isEmpty) return document.getElementById(id)?.focus();
    if (send.isPending) return;
    send.mutate(
      {
        ...{ id: practiceId, messageId: writeId, text: plain, ...(hasLayout && { html: words }) },
        attachmentIds: attachments.map((attachment) => attachment.id),
      },
      {
        onError,
        onSuccess: ({ unusedFiles }) => {
          unused.show(unusedFiles);
          setWords('');
          setAttachments([]);
          renew();
          setSent((count) => count + 1);
          onSent?.(plain);
        },
      },
    );
  };
  return (
    <Panel
      tag="form"
      className="sp-no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Frozen isFrozen={send.isPending}>
        {hasLayout ? (
          <RichTextField
            id={id}
            kind="note"
            label={text('ui.messages.text')}
            value={words}
            onChange={change}
            isRequired
            error={isMissing ? text('ui.messages.missing') : undefined}
          />
        ) : (
          <div className="sp-field">
            <label htmlFor={id}>
              {text('ui.messages.text')}
              <span aria-hidden="true"> *</span>
            </label>
            <textarea
              id={id}
              rows={4}
              maxLength={5_000}
              className={`form-control ${isMissing ? 'is-invalid' : ''}`}
              value={words}
              aria-required="true"
              aria-invalid={isMissing || undefined}
              aria-describedby={isMissing ? `${id}-error` : undefined}
              onChange={({ currentTarget }) => change(currentTarget.value)}
            />
            {isMissing && (
              <p id={`${id}-error`} className="sp-error">
                {text('ui.messages.missing')}
              </p>
            )}
          </div>
        )}
        <AttachmentField
          label={text('ui.messages.attach')}
          rules={defaultFileRules}
          practiceId={() => Promise.resolve(practiceId)}
          purpose="message"
          attachments={attachments}
          onChange={setAttachments}
          onSending={setSending}
        />
      </Frozen>
      <UnusedFiles practiceId={practiceId} files={unused.files} onRemoved={unused.drop} />
      {sent > 0 && !send.error && <Done of={sent}>{text('ui.messages.sent')}</Done>}
      {wasSent > 0 && <WasSent of={wasSent} />}
      {send.error && wasSent === 0 && <ErrorNote error={send.error} onRetry={submit} keepsWords />}
      {canSend ? (
        <Button type="submit" color="primary" aria-disabled={send.isPending || isSending || undefined}>
          {text(send.isPending ? 'ui.wait' : isSending ? 'ui.files.waiting' : 'ui.messages.send')}
        </Button>
      ) : (
        <p className="alert alert-warning mb-0">{text('ui.messages.closed')}</p>
      )}
    </Panel>
  );
};
