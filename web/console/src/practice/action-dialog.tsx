import { newId } from '@sportello/contracts/id';
import { defaultFileRules } from '@sportello/forms/file-kinds';
import { asProse } from '@sportello/italy/typed-text';
import { useCommand } from '@sportello/ui/api';
import { Dialog } from '@sportello/ui/dialog';
import { ErrorNote } from '@sportello/ui/error-note';
import { type AttachedFile, AttachmentField } from '@sportello/ui/files';
import { useLanguage, useText } from '@sportello/ui/i18n';
import { statusLabel } from '@sportello/ui/status-chip';
import { type UnusedFile, UnusedFiles, useUnusedFiles } from '@sportello/ui/unused-files';
import { Alert, Button } from 'design-react-kit';
import { type ReactNode, useId, useRef, useState } from 'react';
import type { Action, Practice } from './actions.js';
import { changedByAction, useConflictCheck } from './conflict.js';
import { type DraftPlace, useDraft } from './drafts.js';
import { useHolder } from './holder.js';
import { isSendKey, WordsField } from './words-field.js';

type DialogAction = Exclude<Action, 'take'>;

interface ActionDialogProps {
  action: DialogAction;
  practice: Practice;
  onDone: () => void;
  onClose: () => void;
}

export const ActionDialog = (props: ActionDialogProps) => {
  switch (props.action) {
    case 'approve':
    case 'reject':
      return <DecisionDialog {...props} action={props.action} />;
    case 'request-amendment':
      return <RequestDialog {...props} />;
    case 'refuse-amendment':
      return <RefusalDialog {...props} />;
    case 'accept-amendment':
      return <AcceptanceDialog {...props} />;
  }
};

interface ShellProps extends ActionDialogProps {
  title: string;
  lead: string;
  send: string;
  color?: string;
  isPending: boolean;
  /** True while a file that belongs to it is on its way. */
  isUploading?: boolean;
  error: unknown;
  onSend: () => void;
  children?: ReactNode;
}

/**
 * A dialog that sends one command. When the practice changes under it, it says what changed and waits to be read
 * before anything is sent; what was typed stays.
 */
const Shell = ({
  title,
  lead,
  send,
  color = 'primary',
  isPending,
  isUploading = false,
  error,
  onSend,
  children,
  action,
  practice,
  onClose,
}: ShellProps) => {
  const text = useText();
  const language = useLanguage();
  const holder = useHolder();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const [seen, setSeen] = useState(practice.version);
  // While it is being sent the practice changes by our own hand.
  const hasChanged = !isPending && seen !== practice.version;
  const isOff = isPending || isUploading || hasChanged || !practice.moves.includes(action);
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button type="submit" form={formId} color={color} size="sm" aria-disabled={isOff || undefined}>
            {isPending ? text('ui.wait') : isUploading ? text('ui.files.waiting') : send}
          </Button>
          <Button type="button" outline color="primary" size="sm" onClick={onClose}>
            {text('action.cancel')}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isOff) onSend();
        }}
        onKeyDown={(event) => {
          if (!isSendKey(event)) return;
          event.preventDefault();
          form.current?.requestSubmit();
        }}
      >
        <p>{lead}</p>
        {hasChanged && (
          <Alert color="warning" fade={false}>
            <p className="mb-2">
              {text('practice.conflict', { status: statusLabel(practice.status, language), holder: holder(practice) })}
            </p>
            <Button type="button" outline color="primary" size="xs" onClick={() => setSeen(practice.version)}>
              {text('practice.conflict.close')}
            </Button>
          </Alert>
        )}
        {!hasChanged && !isPending && !practice.moves.includes(action) && <p className="sc-mistake">{text('action.off.changed')}</p>}
        {children}
        {error ? <ErrorNote error={error} onRetry={isOff ? undefined : onSend} /> : null}
      </form>
    </Dialog>
  );
};

/** It is done, and files that were uploaded for it did not go along: they are shown before the dialog goes. */
const useLeftBehind = ({ practice, onDone }: ActionDialogProps) => {
  const text = useText();
  const unused = useUnusedFiles();
  return {
    done: (files: readonly UnusedFile[]) => (files.length > 0 ? unused.show(files) : onDone()),
    dialog: unused.files.length > 0 && (
      <Dialog
        title={text('dialog.sent')}
        onClose={onDone}
        actions={
          <Button type="button" color="primary" size="sm" onClick={onDone}>
            {text('ui.dialog.close')}
          </Button>
        }
      >
        <UnusedFiles
          practiceId={practice.id}
          files={unused.files}
          onRemoved={(id) => (unused.files.length > 1 ? unused.drop(id) : onDone())}
        />
      </Dialog>
    ),
  };
};

/** A text that must be there before it is sent. */
const useReason = (practiceId: string, place: DraftPlace) => {
  const text = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  const [words, setWords] = useDraft(practiceId, place);
  const [isMissing, setMissing] = useState(false);
  return {
    words,
    forget: () => setWords(''),
    /** True when it may be sent; else the field says what it lacks and takes the focus. */
    check: () => {
      const isEmpty = asProse(words) === '';
      setMissing(isEmpty);
      if (isEmpty) field.current?.focus();
      return !isEmpty;
    },
    props: {
      field,
      value: words,
      isRequired: true,
      mistake: isMissing ? text('dialog.reason.missing') : null,
      onChange: (value: string) => {
        setWords(value);
        setMissing(false);
      },
    },
  };
};

/** Reason mandatory, attachments optional, (Invia richiesta di integrazione) (PRA-39). */
const RequestDialog = (props: ActionDialogProps) => {
  const { practice } = props;
  const text = useText();
  const left = useLeftBehind(props);
  const reason = useReason(practice.id, 'amendment');
  const [amendmentId] = useState(newId);
  const [attachments, setAttachments] = useState<readonly AttachedFile[]>([]);
  const [isUploading, setUploading] = useState(false);
  const checkConflict = useConflictCheck(practice.id);
  const command = useCommand('rpc.practices.request-amendment.v1', changedByAction);
  const send = () => {
    if (!reason.check()) return;
    const onSuccess = ({ unusedFiles }: { unusedFiles: readonly UnusedFile[] }) => {
      reason.forget();
      left.done(unusedFiles);
    };
    command.mutate(
      { id: practice.id, version: practice.version, amendmentId, reason: reason.words, attachmentIds: attachments.map(({ id }) => id) },
      { onSuccess, onError: checkConflict },
    );
  };
  if (left.dialog) return left.dialog;
  return (
    <Shell
      {...props}
      title={text('action.request-amendment')}
      lead={text('dialog.amendment.lead')}
      send={text('dialog.amendment.send')}
      isPending={command.isPending}
      isUploading={isUploading}
      error={command.error}
      onSend={send}
    >
      <WordsField {...reason.props} hasFocus label={text('dialog.amendment.reason')} help={text('dialog.amendment.reason.help')} />
      <AttachmentField
        label={text('dialog.amendment.attach')}
        rules={defaultFileRules}
        practiceId={() => Promise.resolve(practice.id)}
        purpose="amendment"
        attachments={attachments}
        onChange={setAttachments}
        onSending={setUploading}
      />
    </Shell>
  );
};

/** The answer that waits to be assessed. */
const answeredOf = ({ amendments }: Practice) => amendments.findLast(({ status }) => status === 'answered')?.id;

const AcceptanceDialog = (props: ActionDialogProps) => {
  const { practice, onDone } = props;
  const text = useText();
  const checkConflict = useConflictCheck(practice.id);
  const command = useCommand('rpc.practices.accept-amendment.v1', changedByAction);
  const [amendmentId] = useState(() => answeredOf(practice));
  return (
    <Shell
      {...props}
      title={text('action.accept-amendment')}
      lead={text('dialog.accept.lead')}
      send={text('action.accept-amendment')}
      isPending={command.isPending}
      error={command.error}
      onSend={() =>
        amendmentId &&
        command.mutate({ id: practice.id, version: practice.version, amendmentId }, { onSuccess: onDone, onError: checkConflict })
      }
    />
  );
};

const RefusalDialog = (props: ActionDialogProps) => {
  const { practice, onDone } = props;
  const text = useText();
  const reason = useReason(practice.id, 'refusal');
  const checkConflict = useConflictCheck(practice.id);
  const command = useCommand('rpc.practices.refuse-amendment.v1', changedByAction);
  const [amendmentId] = useState(() => answeredOf(practice));
  const send = () => {
    if (!amendmentId || !reason.check()) return;
    const onSuccess = () => {
      reason.forget();
      onDone();
    };
    command.mutate(
      { id: practice.id, version: practice.version, amendmentId, reason: reason.words },
      { onSuccess, onError: checkConflict },
    );
  };
  return (
    <Shell
      {...props}
      title={text('action.refuse-amendment')}
      lead={text('dialog.refuse.lead')}
      send={text('action.refuse-amendment')}
      isPending={command.isPending}
      error={command.error}
      onSend={send}
    >
      <WordsField {...reason.props} hasFocus label={text('dialog.refuse.reason')} />
    </Shell>
  );
};

/** Message, answer document, attachments, a confirmation that names the practice, (Invia) (PRA-36, PRA-38). */
const DecisionDialog = (props: ActionDialogProps & { action: 'approve' | 'reject' }) => {
  const { action, practice } = props;
  const text = useText();
  const left = useLeftBehind(props);
  const id = useId();
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
    <Shell
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
      <div className="sc-tick">
        <input
          ref={confirmation}
          id={`${id}-confirm`}
          type="checkbox"
          className="sc-check"
          checked={isConfirmed}
          aria-required="true"
          aria-invalid={isMissing || undefined}
          aria-describedby={isMissing ? `${id}-missing` : undefined}
          onChange={(event) => {
            setConfirmed(event.target.checked);
            setMissing(false);
          }}
        />
        <label htmlFor={`${id}-confirm`}>{text(`dialog.confirm.${action}`, { number })}</label>
      </div>
      {isMissing && (
        <p id={`${id}-missing`} className="sc-mistake">
          {text('dialog.confirm.missing')}
        </p>
      )}
    </Shell>
  );
};
