import { SeenFiles } from '@sportello/ui/file-viewer';
import { formatDate, formatDateTime, useText } from '@sportello/ui/i18n';
import type { Practice } from './actions.js';

type Opinion = NonNullable<Practice['opinions']>[number];

/** What other offices were asked, with their answers, the newest first. No applicant is shown any of it. */
export const Opinions = ({ practice: { id, opinions = [] } }: { practice: Practice }) => (
  <ol className="sc-amendments">
    {opinions.toReversed().map((one) => (
      <li key={one.id}>
        <OpinionCard practiceId={id} opinion={one} />
      </li>
    ))}
  </ol>
);

const OpinionCard = ({ practiceId, opinion }: { practiceId: string; opinion: Opinion }) => {
  const text = useText();
  const { status, stance, officeName, question, askedBy, askedAt, answerBy, askedAttachments, text: words, givenBy, givenAt } = opinion;
  const title = text('opinions.asked', { office: officeName, date: formatDateTime(askedAt) });
  return (
    <article className="sc-amendment" aria-label={title}>
      <div className="sc-amendment-head">
        <h2 className="sc-part-title">{title}</h2>
        <span className={`badge sc-badge sc-badge-${stance === 'negative' ? 'refused' : stance === 'positive' ? 'accepted' : 'open'}`}>
          {stance ? text(`opinions.stance.${stance}`) : text(`opinions.status.${status}`)}
        </span>
      </div>
      <p className="sc-words">{question}</p>
      <p className="sc-none">{text('opinions.asked-by', { name: askedBy })}</p>
      {askedAttachments.length > 0 && <SeenFiles practiceId={practiceId} files={askedAttachments} />}
      {givenAt ? (
        <div className="sc-answer">
          <h3 className="sc-answer-title">{text('opinions.given', { name: givenBy ?? '', date: formatDateTime(givenAt) })}</h3>
          <p className="sc-words">{words}</p>
          {opinion.attachments.length > 0 && <SeenFiles practiceId={practiceId} files={opinion.attachments} />}
        </div>
      ) : (
        <p className="sc-none">{text(`opinions.${status}`, { date: formatDate(answerBy) })}</p>
      )}
    </article>
  );
};
