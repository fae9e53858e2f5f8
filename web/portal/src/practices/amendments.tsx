import { defaultFileRules } from '@sportello/forms/file-kinds';
import { asProse } from '@sportello/italy/typed-text';
import { useCommand } from '@sportello/ui/api';
import { ConfirmDialog } from '@sportello/ui/dialog';
import { Done } from '@sportello/ui/done';
import { ErrorNote } from '@sportello/ui/error-note';
import { type AttachedFile, AttachmentField, FileList } from '@sportello/ui/files';
import { formatDateTime, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Panel } from '@sportello/ui/panel';
import { TextField } from '@sportello/ui/text-field';
import { type UnusedFile, UnusedFiles, useUnusedFiles } from '@sportello/ui/unused-files';
import { Button } from 'design-react-kit';
import { useState } from 'react';
import type { Practice } from './practice.js';
import { useChangeCheck } from './use-change-check.js';

type Amendment = Practice['amendments'][number];

/** What the office asked for, the last first, what was answered, and the answer to give when it is the applicant's turn. */
export const Amendments = ({ practice }: { practice: Practice }) => {
  const text = useText();
  // Here, since the answer's own form goes away with the answer.
  const unused = useUnusedFiles();
  const [sent, setSent] = useState(0);
  if (practice.amendments.length === 0) return null;
  return (
    <Panel aria-labelledby="integrazioni">
      <h2 id="integrazioni" className="h5">
        {text('amendments.title')}
      </h2>
      {sent > 0 && <Done of={sent}>{text('amendments.sent')}</Done>}
      {practice.amendments.toReversed().map((amendment) => (
        <AmendmentItem
          key={amendment.id}
          practice={practice}
          amendment={amendment}
          canAnswer={amendment.status === 'open' && practice.moves.includes('answer-amendment')}
          onSent={(files) => {
            setSent((count) => count + 1);
            unused.show(files);
          }}
        />
      ))}
      <UnusedFiles practiceId={practice.id} files={unused.files} onRemoved={unused.drop} />
    </Panel>
  );
};

interface ItemProps {
  practice: Practice;
  amendment: Amendment;
  canAnswer: boolean;
  /** The answer was sent; told what was uploaded for it and did not go along. */
  onSent: (unused: readonly UnusedFile[]) => void;
}

const AmendmentItem = ({ practice, amendment, canAnswer, onSent }: ItemProps) => {
  const text = useText();
  const practiceId = practice.id;
  const [hasBegun, setBegun] = useState(false);
  return (
    <article className={`sp-amendment ${canAnswer ? 'is-open' : ''}`}>
      <p className="mb-1">
        <Icon name={canAnswer ? 'it-warning-circle' : 'it-comment'} className="icon-sm me-1" />
        <strong>{text(`amendments.status.${amendment.status}`)}</strong> -{' '}
        {text('amendments.askedAt', { date: formatDateTime(amendment.askedAt) })}
      </p>
      <p className="sp-lines">{amendment.reason}</p>
      {amendment.askedAttachments.length > 0 && <FileList practiceId={practiceId} files={amendment.askedAttachments} />}
      {amendment.answer && (
        <div className="sp-answer">
          <p className="mb-1">
            <strong>{text('amendments.answer')}</strong>
            {amendment.answeredAt && ` - ${formatDateTime(amendment.answeredAt)}`}
          </p>
          <p className="sp-lines">{amendment.answer}</p>
          {amendment.answerAttachments.length > 0 && <FileList practiceId={practiceId} files={amendment.answerAttachments} />}
        </div>
      )}
      {amendment.refusalReason && <p className="sp-lines">{text('amendments.refused', { reason: amendment.refusalReason })}</p>}
      {(canAnswer || hasBegun) && (
        <AnswerForm practice={practice} amendmentId={amendment.id} canSend={canAnswer} onBegun={setBegun} onSent={onSent} />
      )}
    </article>
  );
};

interface AnswerProps extends Pick<ItemProps, 'practice' | 'onSent'> {
  amendmentId: string;
  /** False when the practice has moved on: what is typed stays, to be copied. */
  canSend: boolean;
  /** Told whether something is typed. */
  onBegun: (hasBegun: boolean) => void;
}

const AnswerForm = ({ practice, amendmentId, canSend, onBegun, onSent }: AnswerProps) => {
  const text = useText();
  const practiceId = practice.id;
  const [words, setWords] = useState('');
  const [files, setFiles] = useState<readonly AttachedFile[]>([]);
  const [isSending, setSending] = useState(false);
  const [isMissing, setMissing] = useState(false);
  /** The version that was shown when the person pressed. */
  const [asked, setAsked] = useState<number | null>(null);
  const check = useChangeCheck(practiceId, () => undefined);
  const answer = useCommand('rpc.practices.answer-amendment.v1', ['rpc.practices.get.v1', 'rpc.practices.list-own.v1']);
  const send = (version: number) =>
    answer.mutate(
      { id: practiceId, version, amendmentId, text: words, attachmentIds: files.map(({ id }) => id) },
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
      <TextField
        label={text('amendments.text')}
        value={words}
        onChange={(value) => {
          setWords(value);
          onBegun(asProse(value) !== '');
        }}
        rows={4}
        isRequired
        error={isMissing && asProse(words) === '' ? text('amendments.missing') : undefined}
        input={{ maxLength: 5_000 }}
      />
      <AttachmentField
        label={text('amendments.attach')}
        rules={defaultFileRules}
        practiceId={() => Promise.resolve(practiceId)}
        purpose="amendment"
        attachments={files}
        onChange={setFiles}
        onSending={setSending}
      />
      {answer.error && <ErrorNote error={answer.error} keepsWords />}
      {canSend || answer.isPending ? (
        <Button type="submit" color="primary" aria-disabled={isSending || undefined}>
          {text(isSending ? 'ui.files.waiting' : 'amendments.send')}
        </Button>
      ) : (
        <p className="alert alert-warning">{text('amendments.closed')}</p>
      )}
      {asked !== null && (
        <ConfirmDialog
          title={text('next.confirmTitle')}
          isPending={answer.isPending}
          onConfirm={() => send(asked)}
          onCancel={() => setAsked(null)}
        >
          <p>{text('amendments.confirm')}</p>
        </ConfirmDialog>
      )}
    </form>
  );
};
