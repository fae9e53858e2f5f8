import type { AnswerOf } from '@sportello/contracts/web';
import { ButtonLink } from '@sportello/ui/button-link';
import { formatDateTime, useText } from '@sportello/ui/i18n';
import { Panel } from '@sportello/ui/panel';
import { StatusChip } from '@sportello/ui/status-chip';
import { Button } from 'design-react-kit';
import { practicePath } from '../practices/practice-path.js';

interface DraftChoiceProps {
  drafts: AnswerOf<'rpc.practices.prepare.v1'>['drafts'];
  onNew: () => void;
}

/** The drafts that one already has: go on with one, or begin another (CAT-72). */
export const DraftChoice = ({ drafts, onNew }: DraftChoiceProps) => {
  const text = useText();
  return (
    <Panel aria-labelledby="bozze">
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
            <ButtonLink
              color="primary"
              size="sm"
              to={practicePath(draft)}
              aria-label={text(draft.status === 'draft' ? 'drafts.resumeNamed' : 'practices.openNamed', { number: draft.number })}
            >
              {text(draft.status === 'draft' ? 'drafts.resume' : 'practices.open')}
            </ButtonLink>
          </li>
        ))}
      </ul>
      <Button type="button" outline color="primary" onClick={onNew}>
        {text('drafts.new')}
      </Button>
    </Panel>
  );
};
