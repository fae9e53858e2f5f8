import { actionLabels } from '@sportello/contracts/practices/action-labels';
import { useAsk } from '@sportello/ui/api';
import { LocalLink, useSay, useText } from '@sportello/ui/i18n';
import { Panel } from '@sportello/ui/panel';
import { StatusChip } from '@sportello/ui/status-chip';
import { practicePath } from './practice-path.js';

/** What this request follows, and what follows it. Nothing where nothing does. */
export const Related = ({ id }: { id: string }) => {
  const text = useText();
  const say = useSay();
  const { data } = useAsk('rpc.practices.list-related.v1', { id });
  if (!data || data.items.length === 0) return null;
  return (
    <Panel aria-labelledby="collegate">
      <h2 id="collegate" className="h5">
        {text('related.title')}
      </h2>
      <ul className="sp-practice-links">
        {data.items.map((row) => (
          <li key={row.id}>
            <span>{text(`related.${row.relation}`, { action: row.action ? say(actionLabels[row.action]) : '' })}</span>
            <LocalLink to={practicePath(row)}>{row.number}</LocalLink>
            <StatusChip status={row.status} />
          </li>
        ))}
      </ul>
    </Panel>
  );
};
