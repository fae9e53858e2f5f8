import { SeenFiles } from '@sportello/ui/file-viewer';
import { formatDateTime, useText } from '@sportello/ui/i18n';
import { StatusChip } from '@sportello/ui/status-chip';
import { SummaryList } from '@sportello/ui/summary-list';
import type { Practice } from './actions.js';
import { Part } from './part.js';

type Ended = NonNullable<Practice['pastOutcomes']>[number];

/** How the practice ended, and how it had ended before it was reopened (PRA-70). */
export const Outcomes = ({ practice: { id, status, outcome, pastOutcomes = [] } }: { practice: Practice }) => {
  const text = useText();
  return (
    <>
      {outcome && <OutcomePart practiceId={id} title={text('outcome.title')} ended={{ ...outcome, status }} />}
      {pastOutcomes.toReversed().map((ended) => (
        <OutcomePart key={ended.decidedAt} practiceId={id} title={text('outcome.before')} ended={ended} />
      ))}
    </>
  );
};

const OutcomePart = ({ practiceId, title, ended }: { practiceId: string; title: string; ended: Ended }) => {
  const text = useText();
  const { status, message, decidedAt, attachments } = ended;
  return (
    <>
      <Part title={title}>
        <SummaryList
          items={[
            { label: text('queue.column.status'), value: <StatusChip status={status} /> },
            { label: text('outcome.decided'), value: formatDateTime(decidedAt) },
            { label: text('outcome.message'), value: message ?? text('outcome.no-message') },
          ]}
        />
      </Part>
      {attachments.length > 0 && (
        <Part title={text('outcome.attachments')}>
          <SeenFiles practiceId={practiceId} files={attachments} />
        </Part>
      )}
    </>
  );
};
