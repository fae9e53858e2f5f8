import { endingsOf, type FileRules, sizeInWords } from '@sportello/forms/file-kinds';
import { Button, Progress } from 'design-react-kit';
import { useEffect, useId, useRef, useState } from 'react';
import { announce } from './announcer.js';
import { ask } from './api.js';
import { useErrorWords } from './error-note.js';
import { useFollowed } from './followed.js';
import { type ChangeSending, isOnItsWay, type Sending } from './form/sending.js';
import { useLanguage, useText } from './i18n.js';
import { Icon } from './icon.js';
import { acceptOf } from './look-at-file.js';
import { type Attachment, useSendingFiles } from './use-sending-files.js';

/** What is shown of a file already attached; a form keeps only id and name. */
export type AttachedFile = Pick<Attachment, 'id' | 'name'> & { sizeBytes?: number };

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
  purpose: Attachment['purpose'];
  fieldKey?: string;
  attachments: readonly AttachedFile[];
  onChange: (change: (attachments: readonly AttachedFile[]) => readonly AttachedFile[]) => void;
  /** Told whether a file is on its way: what is sent meanwhile would go without it. */
  onSending?: (isSending: boolean) => void;
  /** Those on their way or refused, where they are to outlive the field; its own by default. */
  sending?: readonly Sending[];
  changeSending?: (change: ChangeSending) => void;
}

/** Chooses files, sends them at once, shows how far they are; each can be cancelled, tried again where that may help, or removed. */
export const AttachmentField = (props: AttachmentFieldProps) => {
  const { rules, attachments, onChange, onSending } = props;
  const text = useText();
  const language = useLanguage();
  const words = useErrorWords();
  const { doors } = useFollowed();
  const ownId = useId();
  const id = props.id ?? ownId;
  const button = useRef<HTMLButtonElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [own, setOwn] = useState<readonly Sending[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const { sending = own, changeSending = setOwn } = props;
  const { choose, retry, drop } = useSendingFiles({
    rules,
    sending,
    changeSending,
    free: rules.maxFiles - attachments.length,
    practiceId: props.practiceId,
    purpose: props.purpose,
    fieldKey: props.fieldKey,
    onAttached: (attachment) => onChange((list) => [...list.filter((other) => other.id !== attachment.id), attachment]),
  });
  const isSending = sending.some(isOnItsWay);
  useEffect(() => onSending?.(isSending), [isSending, onSending]);
  const remove = async (attachment: AttachedFile) => {
    setFailure(null);
    try {
      await ask(doors.removeAttachment, { id: await props.practiceId(), attachmentId: attachment.id });
      onChange((list) => list.filter((other) => other.id !== attachment.id));
      announce(text('ui.files.removed', { name: attachment.name }));
      button.current?.focus();
    } catch (error) {
      setFailure(words(error).title);
    }
  };
  const message = failure ?? props.error;
  return (
    <div className="sp-field">
      <label id={`${id}-label`} htmlFor={id}>
        {props.label}
        {props.isRequired && <span aria-hidden="true"> *</span>}
      </label>
      <p id={`${id}-rules`} className="form-text">
        {props.hint ? `${props.hint} ` : ''}
        {text('ui.files.rules', {
          types: endingsOf(rules.types),
          size: sizeInWords(rules.maxBytes, language),
          count: rules.maxFiles,
        })}
      </p>
      <button
        ref={button}
        id={id}
        type="button"
        className={`btn btn-outline-primary ${message ? 'is-invalid' : ''}`}
        aria-labelledby={`${id}-label ${id}-choose`}
        aria-describedby={[`${id}-rules`, message ? `${id}-error` : ''].filter(Boolean).join(' ')}
        onClick={() => input.current?.click()}
      >
        <Icon name="it-upload" className="icon-sm icon-primary me-2" />
        <span id={`${id}-choose`}>{text('ui.files.choose', { count: rules.maxFiles })}</span>
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={acceptOf(rules)}
        multiple={rules.maxFiles > 1}
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
              {item.refusal === null ? (
                <Progress
                  wrapperClassName="sp-progress"
                  value={Math.round((item.part ?? 0) * 100)}
                  aria-label={text(item.part === null ? 'ui.files.looking' : 'ui.files.progress', { name: item.file.name })}
                />
              ) : (
                <span className="sp-error mb-0">
                  {text('ui.files.notAttached')} {item.refusal}
                </span>
              )}
              {item.mayTryAgain && item.refusal !== null && (
                <Button type="button" outline color="primary" size="xs" onClick={() => retry(item)}>
                  {text('ui.files.retry', { name: item.file.name })}
                </Button>
              )}
              <Button
                type="button"
                outline
                color={item.refusal === null ? 'primary' : 'danger'}
                size="xs"
                onClick={() => {
                  drop(item);
                  button.current?.focus();
                }}
              >
                {item.refusal === null ? text('ui.files.cancel') : text('ui.files.remove', { name: item.file.name })}
              </Button>
            </li>
          ))}
          {attachments.map((attachment) => (
            <li key={attachment.id}>
              <Icon name="it-file" className="icon-sm icon-primary" />
              <span className="sp-file-name">{attachment.name}</span>
              {attachment.sizeBytes !== undefined && <span className="text-secondary">{sizeInWords(attachment.sizeBytes, language)}</span>}
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

/** A file that is there already. */
export type ShownFile = Pick<Attachment, 'id' | 'name' | 'sizeBytes' | 'type'>;

interface DownloadProps {
  practiceId: string;
  file: Omit<ShownFile, 'type'>;
}

/** Asks for the file's short-lived address, then opens it. */
export const Download = ({ practiceId, file }: DownloadProps) => {
  const text = useText();
  const language = useLanguage();
  const words = useErrorWords();
  const { doors } = useFollowed();
  const [state, setState] = useState<'idle' | 'asking'>('idle');
  const [error, setError] = useState<string | null>(null);
  const open = async () => {
    if (state === 'asking') return;
    setState('asking');
    setError(null);
    try {
      const { url } = await ask(doors.getFileAddress, { id: practiceId, fileId: file.id });
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
        {text('ui.files.download', { name: file.name, size: sizeInWords(file.sizeBytes, language) })}
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
