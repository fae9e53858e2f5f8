import { SeenFiles } from '@sportello/ui/file-viewer';
import { formatDateTime, useText } from '@sportello/ui/i18n';
import type { Practice } from './actions.js';

type Amendment = Practice['amendments'][number];

/** Each request of additions with its answer, the newest first. */
export const Amendments = ({ practice }: { practice: Practice }) => (
  <ol className="sc-amendments">
    {practice.amendments.toReversed().map((amendment) => (
      <li key={amendment.id}>
        <AmendmentCard practiceId={practice.id} amendment={amendment} />
      </li>
    ))}
  </ol>
);

const AmendmentCard = ({ practiceId, amendment }: { practiceId: string; amendment: Amendment }) => {
  const text = useText();
  const { status, askedAt, reason, askedAttachments, answer, answeredAt, answerAttachments, refusalReason } = amendment;
  return (
    <article className="sc-amendment" aria-label={text('amendments.asked', { date: formatDateTime(askedAt) })}>
      <div className="sc-amendment-head">
        <h2 className="sc-part-title">{text('amendments.asked', { date: formatDateTime(askedAt) })}</h2>
        <span className={`badge sc-badge sc-badge-${status}`}>{text(`amendments.status.${status}`)}</span>
      </div>
      <p className="sc-words">{reason}</p>
      {askedAttachments.length > 0 && <SeenFiles practiceId={practiceId} files={askedAttachments} />}
      {answeredAt ? (
        <div className="sc-answer">
          <h3 className="sc-answer-title">{text('amendments.answer', { date: formatDateTime(answeredAt) })}</h3>
          <p className="sc-words">{answer}</p>
          {answerAttachments.length > 0 && <SeenFiles practiceId={practiceId} files={answerAttachments} />}
        </div>
      ) : (
        status === 'open' && <p className="sc-none">{text('amendments.waiting')}</p>
      )}
      {refusalReason && (
        <p className="sc-words">
          <strong>{text('amendments.refusal')}:</strong> {refusalReason}
        </p>
      )}
    </article>
  );
};
