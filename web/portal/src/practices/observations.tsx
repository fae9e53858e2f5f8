import { useCommand } from '@sportello/ui/api';
import { Done } from '@sportello/ui/done';
import { FileList } from '@sportello/ui/files';
import { formatDate, formatDateTime, useText } from '@sportello/ui/i18n';
import { Panel } from '@sportello/ui/panel';
import { UnusedFiles, useUnusedFiles } from '@sportello/ui/unused-files';
import { useState } from 'react';
import { AnswerForm, changedByAnswer } from './answer-form.js';
import type { Practice } from './practice.js';

type Announced = NonNullable<Practice['observations']>[number];

/** The refusals that the office announced, the last first, and what the applicant objects to them (PRA-73). */
export const Observations = ({ practice }: { practice: Practice }) => {
  const text = useText();
  const [sent, setSent] = useState(0);
  const [hasBegun, setBegun] = useState(false);
  // Here, since the form goes away with what it sent.
  const unused = useUnusedFiles();
  const command = useCommand('rpc.practices.send-observations.v1', changedByAnswer);
  const announced = practice.observations?.toReversed() ?? [];
  const [last] = announced;
  if (!last) return null;
  const canSend = last.status === 'awaited' && practice.moves.includes('send-observations');
  return (
    <Panel aria-labelledby="osservazioni">
      <h2 id="osservazioni" className="h5">
        {text('observations.title')}
      </h2>
      {sent > 0 && <Done of={sent}>{text('observations.sent')}</Done>}
      {announced.map((one) => (
        <AnnouncedItem key={one.id} practiceId={practice.id} announced={one} canAnswer={canSend && one === last} />
      ))}
      {(canSend || hasBegun) && (
        <AnswerForm
          words={{
            text: text('observations.text'),
            missing: text('observations.missing'),
            attach: text('observations.attach'),
            send: text('observations.send'),
            confirm: text('observations.confirm'),
            closed: text('observations.closed'),
          }}
          practice={practice}
          canSend={canSend}
          isPending={command.isPending}
          error={command.error}
          onBegun={setBegun}
          onSend={(sending, then) => command.mutate({ id: practice.id, observationsId: last.id, ...sending }, then)}
          onSent={(files) => {
            setSent((count) => count + 1);
            unused.show(files);
          }}
        />
      )}
      <UnusedFiles practiceId={practice.id} files={unused.files} onRemoved={unused.drop} />
    </Panel>
  );
};

const AnnouncedItem = ({ practiceId, announced, canAnswer }: { practiceId: string; announced: Announced; canAnswer: boolean }) => {
  const text = useText();
  const { status, announcedAt, reason, answerBy, announcedAttachments, text: words, sentAt, attachments } = announced;
  return (
    <article className={`sp-amendment ${canAnswer ? 'is-open' : ''}`}>
      <p className="mb-1">
        <strong>{text('observations.announced', { date: formatDateTime(announcedAt) })}</strong>
      </p>
      <p className="sp-lines">{reason}</p>
      {announcedAttachments.length > 0 && <FileList practiceId={practiceId} files={announcedAttachments} />}
      {status === 'awaited' && <p>{text('observations.until', { date: formatDate(answerBy) })}</p>}
      {status === 'ended' && <p>{text('observations.ended', { date: formatDate(answerBy) })}</p>}
      {words && (
        <div className="sp-answer">
          <p className="mb-1">
            <strong>{text('observations.yours')}</strong>
            {sentAt && ` - ${formatDateTime(sentAt)}`}
          </p>
          <p className="sp-lines">{words}</p>
          {attachments.length > 0 && <FileList practiceId={practiceId} files={attachments} />}
        </div>
      )}
    </article>
  );
};
