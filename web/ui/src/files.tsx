import { newId } from '@sportello/contracts/id';
import type { AnswerOf } from '@sportello/contracts/web';
import { endingsOf, type FileRules, tellRefusal } from '@sportello/forms/file-kinds';
import { Button, Progress } from 'design-react-kit';
import { useEffect, useId, useRef, useState } from 'react';
import { announce } from './announcer.js';
import { ask, ProblemError } from './api.js';
import { useErrorWords } from './error-note.js';
import { formatSize, useLanguage, useText } from './i18n.js';
import { Icon } from './icon.js';
import { acceptOf, refusalOfFile } from './look-at-file.js';
import { type Upload, upload } from './upload.js';

type Attachment = AnswerOf<'rpc.practices.get.v1'>['attachments'][number];
type Purpose = Attachment['purpose'];
/** What is shown of a file already attached; a form keeps only id and name. */
export type AttachedFile = Pick<Attachment, 'id' | 'name'> & { sizeBytes?: number };

interface Sending {
  id: string;
  file: File;
  /** How far it is, from 0 to 1; null while its bytes are looked at. */
  part: number | null;
  /** Why it is not taken, in words; it can be tried again only when that may help. */
  refusal: string | null;
  mayTryAgain: boolean;
  task: Upload<Attachment> | null;
}

interface AttachmentFieldProps {
  label: string;
  isRequired?: boolean;
  hint?: string;
  /** Said under the field in red, joined to it. */
  error?: string;
  id?: string;
  rules: FileRules;
  /** Gives the practice's id; a form not yet saved is saved first. */
  practiceId: () => Promise<string>;
  purpose: Purpose;
  fieldKey?: string;
  attachments: readonly AttachedFile[];
  onChange: (change: (attachments: readonly AttachedFile[]) => readonly AttachedFile[]) => void;
  /** Told whether a file is on its way: what is sent meanwhile would go without it. */
  onSending?: (isSending: boolean) => void;
}

/** Chooses files, sends them at once, shows how far they are; each can be cancelled, tried again or removed. */
export const AttachmentField = (props: AttachmentFieldProps) => {
  const { rules, attachments, onChange, onSending } = props;
  const text = useText();
  const language = useLanguage();
  const words = useErrorWords();
  const ownId = useId();
  const id = props.id ?? ownId;
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<Sending[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const cancelled = useRef(new Set<string>());
  const change = (fileId: string, values: Partial<Sending>) =>
    setSending((list) => list.map((item) => (item.id === fileId ? { ...item, ...values } : item)));
  const isSending = sending.some(({ refusal }) => !refusal);
  useEffect(() => onSending?.(isSending), [isSending, onSending]);
  const forget = (fileId: string) => setSending((list) => list.filter((item) => item.id !== fileId));

  const refuse = (fileId: string, file: File, refusal: string, mayTryAgain: boolean) => {
    change(fileId, { refusal, mayTryAgain, task: null });
    announce(`${text('ui.files.failed', { name: file.name })}. ${refusal}`, 'assertive');
  };

  /** Looks at the bytes as the server will, so that nobody waits for a refusal; then sends them. */
  const send = async (fileId: string, file: File) => {
    try {
      const refusal = await refusalOfFile(file, rules);
      if (refusal) return refuse(fileId, file, tellRefusal(refusal, language), false);
      const practiceId = await props.practiceId();
      if (cancelled.current.delete(fileId)) return forget(fileId);
      const query = new URLSearchParams({
        purpose: props.purpose,
        name: file.name,
        ...(props.fieldKey ? { field: props.fieldKey } : {}),
      });
      const task = upload<Attachment>(`/api/v1/practices/${practiceId}/attachments/${fileId}?${query}`, file, (part) =>
        change(fileId, { part }),
      );
      change(fileId, { task, part: 0 });
      const attachment = await task.done;
      forget(fileId);
      onChange((list) => [...list.filter((other) => other.id !== attachment.id), attachment]);
      announce(text('ui.files.added', { name: file.name }));
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return forget(fileId);
      const { title, detail } = words(error);
      refuse(fileId, file, detail ?? title, !isFinal(error));
    }
  };
  const retry = (item: Sending) => {
    change(item.id, { refusal: null, part: null });
    void send(item.id, item.file);
  };
  const cancel = ({ id: fileId, task }: Sending) => {
    if (task) return task.cancel();
    // It is not on its way yet, and will not be.
    cancelled.current.add(fileId);
    forget(fileId);
  };
  const choose = (files: readonly File[]) => {
    const waiting = sending.filter(({ refusal }) => !refusal);
    const free = Math.max(0, rules.maxFiles - attachments.length - waiting.length);
    setRefused(files.length > free ? text('ui.files.tooMany', { count: rules.maxFiles }) : null);
    const started = files.slice(0, free).map((file) => ({ id: newId(), file, part: null, refusal: null, mayTryAgain: false, task: null }));
    // What was refused makes room for another choice.
    setSending([...waiting, ...started]);
    for (const item of started) void send(item.id, item.file);
  };
  const remove = async (attachment: AttachedFile) => {
    try {
      await ask('rpc.practices.remove-attachment.v1', { id: await props.practiceId(), attachmentId: attachment.id });
      onChange((list) => list.filter((other) => other.id !== attachment.id));
      announce(text('ui.files.removed', { name: attachment.name }));
      input.current?.focus();
    } catch (error) {
      setRefused(words(error).title);
    }
  };
  const message = refused ?? props.error;
  return (
    <div className="sp-field">
      <label htmlFor={id}>
        {props.label}
        {props.isRequired && <span aria-hidden="true"> *</span>}
      </label>
      <p id={`${id}-rules`} className="form-text">
        {props.hint ? `${props.hint} ` : ''}
        {text('ui.files.rules', {
          types: endingsOf(rules.types),
          size: formatSize(rules.maxBytes, language),
          count: rules.maxFiles,
        })}
      </p>
      <input
        ref={input}
        id={id}
        type="file"
        className={`form-control ${message ? 'is-invalid' : ''}`}
        accept={acceptOf(rules)}
        multiple={rules.maxFiles > 1}
        aria-invalid={message ? true : undefined}
        aria-describedby={[`${id}-rules`, message ? `${id}-error` : ''].filter(Boolean).join(' ')}
        onChange={({ currentTarget }) => {
          choose([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      {message && (
        <p id={`${id}-error`} className="sp-error">
          {message}
        </p>
      )}
      {sending.length + attachments.length > 0 && (
        <ul className="sp-files" aria-label={text('ui.files.list')}>
          {sending.map((item) => (
            <li key={item.id}>
              <Icon name="it-file" className="icon-sm" />
              <span className="sp-file-name">{item.file.name}</span>
              {item.refusal ? (
                <>
                  <span className="sp-error mb-0">{item.refusal}</span>
                  {item.mayTryAgain && (
                    <Button type="button" outline color="primary" size="xs" onClick={() => retry(item)}>
                      {text('ui.files.retry', { name: item.file.name })}
                    </Button>
                  )}
                  <Button type="button" outline color="danger" size="xs" onClick={() => forget(item.id)}>
                    {text('ui.files.remove', { name: item.file.name })}
                  </Button>
                </>
              ) : (
                <>
                  <Progress
                    wrapperClassName="sp-progress"
                    value={Math.round((item.part ?? 0) * 100)}
                    aria-label={text(item.part === null ? 'ui.files.looking' : 'ui.files.progress', { name: item.file.name })}
                  />
                  <Button type="button" outline color="primary" size="xs" onClick={() => cancel(item)}>
                    {text('ui.files.cancel')}
                  </Button>
                </>
              )}
            </li>
          ))}
          {attachments.map((attachment) => (
            <li key={attachment.id}>
              <Icon name="it-file" className="icon-sm icon-primary" />
              <span className="sp-file-name">{attachment.name}</span>
              {attachment.sizeBytes !== undefined && <span className="text-secondary">{formatSize(attachment.sizeBytes, language)}</span>}
              <Button type="button" outline color="danger" size="xs" onClick={() => void remove(attachment)}>
                {text('ui.files.remove', { name: attachment.name })}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

/** What the server says of the file itself, or of who sends it, is the same the next time. */
const isFinal = (error: unknown): boolean => error instanceof ProblemError && error.problem.status < 500 && error.problem.status !== 429;

interface DownloadProps {
  practiceId: string;
  file: { id: string; name: string; sizeBytes: number };
}

/** Asks for the file's short-lived address, then opens it. */
const Download = ({ practiceId, file }: DownloadProps) => {
  const text = useText();
  const language = useLanguage();
  const words = useErrorWords();
  const [state, setState] = useState<'idle' | 'asking'>('idle');
  const [error, setError] = useState<string | null>(null);
  const open = async () => {
    if (state === 'asking') return;
    setState('asking');
    setError(null);
    try {
      const { url } = await ask('rpc.practices.get-file-address.v1', { id: practiceId, fileId: file.id });
      location.assign(url);
    } catch (failure) {
      const { title } = words(failure);
      setError(title);
      announce(title, 'assertive');
    }
    setState('idle');
  };
  return (
    <span className="sp-download">
      <Button type="button" color="link" className="p-0 text-start" aria-busy={state === 'asking'} onClick={() => void open()}>
        <Icon name="it-download" className="icon-sm icon-primary me-2" />
        {text('ui.files.download', { name: file.name, size: formatSize(file.sizeBytes, language) })}
      </Button>
      {error && <span className="sp-error d-block">{error}</span>}
    </span>
  );
};

/** Files of a practice, each with its download. */
export const FileList = ({ practiceId, files }: { practiceId: string; files: readonly DownloadProps['file'][] }) => (
  <ul className="sp-files">
    {files.map((file) => (
      <li key={file.id}>
        <Download practiceId={practiceId} file={file} />
      </li>
    ))}
  </ul>
);
