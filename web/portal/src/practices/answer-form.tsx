import { defaultFileRules } from '@sportello/forms/file-kinds';
import { asProse } from '@sportello/italy/typed-text';
import { ConfirmDialog } from '@sportello/ui/dialog';
import { ErrorNote } from '@sportello/ui/error-note';
import { type AttachedFile, AttachmentField } from '@sportello/ui/files';
import { Frozen } from '@sportello/ui/frozen';
import { useText } from '@sportello/ui/i18n';
import { TextField } from '@sportello/ui/text-field';
import type { UnusedFile } from '@sportello/ui/unused-files';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import type { Practice } from './practice.js';
import { useChangeCheck } from './use-change-check.js';

/** What an answer changes elsewhere. */
export const changedByAnswer = ['rpc.practices.get.v1', 'rpc.practices.list-own.v1'] as const;

interface Sending {
  version: number;
  text: string;
  attachmentIds: string[];
}

interface Then {
  onSuccess: (answer: { unusedFiles: readonly UnusedFile[] }) => void;
  onError: (error: unknown) => void;
  onSettled: () => void;
}

interface AnswerProps {
  words: Record<'text' | 'missing' | 'attach' | 'send' | 'confirm' | 'closed', string>;
  practice: Practice;
  isPending: boolean;
  error: unknown;
  onSend: (sending: Sending, then: Then) => void;
  /** The answer was sent; told what was uploaded for it and did not go along. */
  onSent: (unused: readonly UnusedFile[]) => void;
  /** False when the practice has moved on: what is typed stays, to be copied. */
  canSend: boolean;
  /** Told whether something is typed. */
  onBegun: (hasBegun: boolean) => void;
}

/** An answer to the office, in words and files, that is asked once more before it goes. */
export const AnswerForm = ({ words: said, practice, canSend, isPending, error, onBegun, onSend, onSent }: AnswerProps) => {
  const text = useText();
  const practiceId = practice.id;
  const [words, setWords] = useState('');
  const [files, setFiles] = useState<readonly AttachedFile[]>([]);
  const [isSending, setSending] = useState(false);
  const [isMissing, setMissing] = useState(false);
  /** The version that was shown when the person pressed. */
  const [asked, setAsked] = useState<number | null>(null);
  const check = useChangeCheck(practiceId, () => undefined);
  const send = (version: number) =>
    onSend(
      { version, text: words, attachmentIds: files.map(({ id }) => id) },
      {
        onSuccess: ({ unusedFiles }) => {
          onBegun(false);
          onSent(unusedFiles);
        },
        onError: check,
        onSettled: () => setAsked(null),
      },
    );
  return (
    <form
      className="mt-3 sp-no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isSending || !canSend) return;
        setMissing(asProse(words) === '');
        if (asProse(words) === '') event.currentTarget.querySelector('textarea')?.focus();
        else setAsked(practice.version);
      }}
    >
      <Frozen isFrozen={isPending}>
        <TextField
          label={said.text}
          value={words}
          onChange={(value) => {
            setWords(value);
            onBegun(asProse(value) !== '');
          }}
          rows={4}
          isRequired
          error={isMissing && asProse(words) === '' ? said.missing : undefined}
          input={{ maxLength: 5_000 }}
        />
        <AttachmentField
          label={said.attach}
          rules={defaultFileRules}
          practiceId={() => Promise.resolve(practiceId)}
          purpose="amendment"
          attachments={files}
          onChange={setFiles}
          onSending={setSending}
        />
      </Frozen>
      {error != null && <ErrorNote error={error} keepsWords />}
      {canSend || isPending ? (
        <Button type="submit" color="primary" aria-disabled={isSending || undefined}>
          {isSending ? text('ui.files.waiting') : said.send}
        </Button>
      ) : (
        <p className="alert alert-warning">{said.closed}</p>
      )}
      {asked !== null && (
        <ConfirmDialog
          title={text('next.confirmTitle')}
          isPending={isPending}
          onConfirm={() => send(asked)}
          onCancel={() => setAsked(null)}
        >
          <p>{said.confirm}</p>
        </ConfirmDialog>
      )}
    </form>
  );
};
