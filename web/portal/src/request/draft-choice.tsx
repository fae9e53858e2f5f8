import type { AnswerOf } from '@sportello/contracts/web';
import { formatDateTime, LocalLink, useText } from '@sportello/ui/i18n';
import { StatusChip } from '@sportello/ui/status-chip';
import { practicePath } from '../practice-path.js';

interface DraftChoiceProps {
  procedureId: string;
  drafts: AnswerOf<'rpc.practices.prepare.v1'>['drafts'];
  onNew: () => void;
}

/** The drafts that one already has: go on with one, or begin another (CAT-72). */
export const DraftChoice = ({ procedureId, drafts, onNew }: DraftChoiceProps) => {
  const text = useText();
  return (
    <section className="sp-panel" aria-labelledby="bozze">
      <h2 id="bozze" className="h4">
        {text('drafts.title', { count: drafts.length })}
      </h2>
      <p>{text('drafts.detail')}</p>
      <ul className="sp-practice-links mb-4">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <span>
              {draft.number} <StatusChip status={draft.status} />
              <span className="d-block text-secondary">{text('drafts.changed', { at: formatDateTime(draft.changedAt) })}</span>
            </span>
            <LocalLink
              className="btn btn-primary btn-sm"
              to={practicePath({ ...draft, procedureId })}
              aria-label={text(draft.status === 'draft' ? 'drafts.resumeNamed' : 'practices.openNamed', { number: draft.number })}
            >
              {text(draft.status === 'draft' ? 'drafts.resume' : 'practices.open')}
            </LocalLink>
          </li>
        ))}
      </ul>
      <button type="button" className="btn btn-outline-primary" onClick={onNew}>
        {text('drafts.new')}
      </button>
    </section>
  );
};
