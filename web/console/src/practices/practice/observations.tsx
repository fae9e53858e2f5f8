import { SeenFiles } from '@sportello/ui/file-viewer';
import { formatDate, formatDateTime, useText } from '@sportello/ui/i18n';
import type { Practice } from './actions.js';

type Announced = NonNullable<Practice['observations']>[number];

/** Each refusal that was announced with what the applicant objected, the newest first (PRA-73). */
export const Observations = ({ practice: { id, observations = [] } }: { practice: Practice }) => (
  <ol className="sc-amendments">
    {observations.toReversed().map((one) => (
      <li key={one.id}>
        <AnnouncedCard practiceId={id} announced={one} />
      </li>
    ))}
  </ol>
);

const AnnouncedCard = ({ practiceId, announced }: { practiceId: string; announced: Announced }) => {
  const text = useText();
  const { status, announcedAt, reason, answerBy, announcedAttachments, text: words, sentAt, attachments } = announced;
  const title = text('observations.announced', { date: formatDateTime(announcedAt) });
  return (
    <article className="sc-amendment" aria-label={title}>
      <div className="sc-amendment-head">
        <h2 className="sc-part-title">{title}</h2>
        <span className="badge sc-badge">{text(`observations.status.${status}`)}</span>
      </div>
      <p className="sc-words">{reason}</p>
      {announcedAttachments.length > 0 && <SeenFiles practiceId={practiceId} files={announcedAttachments} />}
      {sentAt ? (
        <div className="sc-answer">
          <h3 className="sc-answer-title">{text('observations.sent', { date: formatDateTime(sentAt) })}</h3>
          <p className="sc-words">{words}</p>
          {attachments.length > 0 && <SeenFiles practiceId={practiceId} files={attachments} />}
        </div>
      ) : (
        <p className="sc-none">{text(`observations.${status === 'ended' ? 'ended' : 'until'}`, { date: formatDate(answerBy) })}</p>
      )}
    </article>
  );
};
