import { FileList } from '@sportello/ui/files';
import { formatDate, formatDateTime, useText } from '@sportello/ui/i18n';
import { Panel } from '@sportello/ui/panel';
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
      {outcome.attachments.length > 0 && <FileList practiceId={id} files={outcome.attachments} />}
      <p className="text-secondary">{text('practice.outcome.at', { date: formatDateTime(outcome.decidedAt) })}</p>
    </Panel>
  );
};

/** The days from which the people listed become active (PRA-52). */
export const Enabling = ({ practice: { enabling } }: { practice: Practice }) => {
  const text = useText();
  if (!enabling) return null;
  return (
    <Panel aria-labelledby="abilitazione">
      <h2 id="abilitazione" className="h5">
        {text('practice.enabling')}
      </h2>
      <p>{text('practice.enabling.detail')}</p>
      <ul>
        <li>{text('practice.enabling.existing', { date: formatDate(enabling.existingCredentialOn) })}</li>
        <li>{text('practice.enabling.new', { date: formatDate(enabling.newCredentialOn) })}</li>
      </ul>
    </Panel>
  );
};
