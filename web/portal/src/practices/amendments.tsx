import { useCommand } from '@sportello/ui/api';
import { Done } from '@sportello/ui/done';
import { FileList } from '@sportello/ui/files';
import { formatDateTime, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Panel } from '@sportello/ui/panel';
import { type UnusedFile, UnusedFiles, useUnusedFiles } from '@sportello/ui/unused-files';
import { useState } from 'react';
import { AnswerForm, changedByAnswer } from './answer-form.js';
import type { Practice } from './practice.js';

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
  const answer = useCommand('rpc.practices.answer-amendment.v1', changedByAnswer);
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
        <AnswerForm
          words={{
            text: text('amendments.text'),
            missing: text('amendments.missing'),
            attach: text('amendments.attach'),
            send: text('amendments.send'),
            confirm: text('amendments.confirm'),
            closed: text('amendments.closed'),
          }}
          practice={practice}
          canSend={canAnswer}
          isPending={answer.isPending}
          error={answer.error}
          onBegun={setBegun}
          onSend={(sending, then) => answer.mutate({ id: practiceId, amendmentId: amendment.id, ...sending }, then)}
          onSent={onSent}
        />
      )}
    </article>
  );
};
