import type { AnswerOf } from '@sportello/contracts/web';
import { Button, Progress } from 'design-react-kit';
import { useId, useRef, useState } from 'react';
import { announce } from './announcer.js';
import { ask, newId } from './api.js';
import { useErrorWords } from './error-note.js';
import { formatSize, useLanguage, useText } from './i18n.js';
import { Icon } from './icon.js';
import { type Upload, upload } from './upload.js';

type Attachment = AnswerOf<'rpc.practices.get.v1'>['attachments'][number];
type Purpose = Attachment['purpose'];
/** What is shown of a file already attached; a form keeps only id and name. */
export type AttachedFile = Pick<Attachment, 'id' | 'name'> & { sizeBytes?: number };

/** What may be attached: said before choosing, checked again by the server from the bytes. */
export interface FileRules {
  /** MIME types. */
  types: readonly string[];
  maxBytes: number;
  maxFiles: number;
}

export const commonFiles: FileRules = {
  types: ['application/pdf', 'image/jpeg', 'image/png'],
  maxBytes: 5 * 1024 * 1024,
  maxFiles: 10,
};

const extensions: Record<string, string> = {
  'application/pdf': '.pdf',
  'image/jpeg': '.jpeg',
  'image/png': '.png',
  'application/msword': '.doc',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/pkcs7-mime': '.p7m',
  'text/plain': '.txt',
  'application/xml': '.xml',
};
const extensionOf = (type: string) => extensions[type] ?? type;

interface Sending {
  id: string;
  file: File;
  part: number;
  error: unknown;
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
}

/** Chooses files, sends them at once, shows how far they are; each can be cancelled, tried again or removed. */
export const AttachmentField = (props: AttachmentFieldProps) => {
  const { rules, attachments, onChange } = props;
  const text = useText();
  const language = useLanguage();
  const words = useErrorWords();
  const ownId = useId();
  const id = props.id ?? ownId;
  const input = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<Sending[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const change = (fileId: string, values: Partial<Sending>) =>
    setSending((list) => list.map((item) => (item.id === fileId ? { ...item, ...values } : item)));
  const forget = (fileId: string) => setSending((list) => list.filter((item) => item.id !== fileId));

  const send = async (fileId: string, file: File) => {
    try {
      const practiceId = await props.practiceId();
      const query = new URLSearchParams({
        purpose: props.purpose,
        name: file.name.slice(0, 200),
        ...(props.fieldKey ? { field: props.fieldKey } : {}),
      });
      const task = upload<Attachment>(`/api/v1/practices/${practiceId}/attachments/${fileId}?${query}`, file, (part) =>
        change(fileId, { part }),
      );
      change(fileId, { task });
      const attachment = await task.done;
      forget(fileId);
      onChange((list) => [...list.filter((other) => other.id !== attachment.id), attachment]);
      announce(text('ui.files.added', { name: file.name }));
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return forget(fileId);
      change(fileId, { error, task: null });
      announce(text('ui.files.failed', { name: file.name }), 'assertive');
    }
  };
  const retry = (item: Sending) => {
    change(item.id, { error: null, part: 0 });
    void send(item.id, item.file);
  };
  const choose = (files: readonly File[]) => {
    const free = rules.maxFiles - attachments.length - sending.length;
    const problems: string[] = [];
    const accepted = files.filter((file) => {
      if (file.type && !rules.types.includes(file.type)) problems.push(text('ui.files.wrongType', { name: file.name }));
      else if (file.size > rules.maxBytes)
        problems.push(text('ui.files.tooLarge', { name: file.name, size: formatSize(rules.maxBytes, language) }));
      else if (file.size === 0) problems.push(text('ui.files.emptyFile', { name: file.name }));
      else return true;
      return false;
    });
    if (accepted.length > free) problems.push(text('ui.files.tooMany', { count: rules.maxFiles }));
    setRefused(problems.length > 0 ? problems.join(' ') : null);
    const started = accepted.slice(0, Math.max(0, free)).map((file) => ({ id: newId(), file, part: 0, error: null, task: null }));
    setSending((list) => [...list, ...started]);
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
          types: rules.types.map(extensionOf).join(', '),
          size: formatSize(rules.maxBytes, language),
          count: rules.maxFiles,
        })}
      </p>
      <input
        ref={input}
        id={id}
        type="file"
        className={`form-control ${message ? 'is-invalid' : ''}`}
        accept={[...rules.types, ...rules.types.map(extensionOf)].join(',')}
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
              {item.error ? (
                <>
                  <span className="sp-error mb-0">{words(item.error).title}</span>
                  <Button type="button" outline color="primary" size="xs" onClick={() => retry(item)}>
                    {text('ui.retry')}
                  </Button>
                  <Button type="button" outline color="danger" size="xs" onClick={() => forget(item.id)}>
                    {text('ui.files.remove', { name: item.file.name })}
                  </Button>
                </>
              ) : (
                <>
                  <Progress
                    wrapperClassName="sp-progress"
                    value={Math.round(item.part * 100)}
                    aria-label={text('ui.files.progress', { name: item.file.name })}
                  />
                  <Button type="button" outline color="primary" size="xs" onClick={() => item.task?.cancel()}>
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
