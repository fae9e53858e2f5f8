import type { AnswerOf } from '@sportello/contracts/web';
import { formatAgo, LocalLink, useLanguage, useSay } from '@sportello/ui/i18n';
import { useSession } from '@sportello/ui/session';
import { StatusChip } from '@sportello/ui/status-chip';
import { practicePath } from './practice-path.js';

export type PracticeRow = AnswerOf<'rpc.practices.list-own.v1'>['items'][number];

/** A few of one's requests, for the board. */
export const PracticeLinks = ({ rows }: { rows: readonly PracticeRow[] }) => {
  const say = useSay();
  const language = useLanguage();
  const { serverNow } = useSession();
  return (
    <ul className="sp-practice-links">
      {rows.map((row) => (
        <li key={row.id}>
          <LocalLink to={practicePath(row)}>
            {say(row.procedureTitle)} - {row.number}
          </LocalLink>
          <StatusChip status={row.status} />
          <span className="text-secondary">{formatAgo(row.changedAt, serverNow(), language)}</span>
        </li>
      ))}
    </ul>
  );
};
