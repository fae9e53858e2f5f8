import { SeenFiles } from '@sportello/ui/file-viewer';
import { formatDateTime, useText } from '@sportello/ui/i18n';
import { Panel } from '@sportello/ui/panel';
import { StatusChip } from '@sportello/ui/status-chip';
import type { Practice } from './practice.js';

/** How it ended, with the documents that the office issued (PRA-36, PRA-38). */
export const Outcome = ({ practice: { id, outcome } }: { practice: Practice }) => {
  const text = useText();
  if (!outcome) return null;
  return (
    <Panel aria-labelledby="esito">
      <h2 id="esito" className="h5">
        {text('practice.outcome')}
      </h2>
      <p className="sp-lines">{outcome.message ?? text('practice.outcome.noMessage')}</p>
      {outcome.attachments.length > 0 && <SeenFiles practiceId={id} files={outcome.attachments} />}
      <p className="text-secondary">{text('practice.outcome.at', { date: formatDateTime(outcome.decidedAt) })}</p>
    </Panel>
  );
};

/** How it had ended before the office reopened it (PRA-70). */
export const PastOutcomes = ({ practice: { id, pastOutcomes = [] } }: { practice: Practice }) => {
  const text = useText();
  if (pastOutcomes.length === 0) return null;
  return (
    <Panel aria-labelledby="esiti-precedenti">
      <h2 id="esiti-precedenti" className="h5">
        {text('practice.outcome.before')}
      </h2>
      {pastOutcomes.map(({ status, message, decidedAt, attachments }) => (
        <article key={decidedAt}>
          <p className="mb-1">
            <StatusChip status={status} />
          </p>
          <p className="sp-lines mb-1">{message ?? text('practice.outcome.noMessage')}</p>
          {attachments.length > 0 && <SeenFiles practiceId={id} files={attachments} />}
          <p className="text-secondary">{text('practice.outcome.at', { date: formatDateTime(decidedAt) })}</p>
        </article>
      ))}
    </Panel>
  );
};
