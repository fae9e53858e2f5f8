import type { AnswerOf } from '@sportello/contracts/web';
import { formatAgo, LocalLink, useLanguage, useSay, useText } from '@sportello/ui/i18n';
import { useSession } from '@sportello/ui/session';
import { StatusChip } from '@sportello/ui/status-chip';
import { practicePath } from './practice-path.js';
import { UnreadBadge } from './unread-badge.js';

export type PracticeRow = AnswerOf<'rpc.practices.list-own.v1'>['items'][number];

interface PracticeLinksProps {
  rows: readonly PracticeRow[];
  /** True to say under each what is to be done. */
  saysTurn?: boolean;
}

/** A few of one's requests, for the board. */
export const PracticeLinks = ({ rows, saysTurn = false }: PracticeLinksProps) => {
  const text = useText();
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
          <UnreadBadge id={row.id} />
          <StatusChip status={row.status} />
          <span className="text-secondary">{formatAgo(row.changedAt, serverNow(), language)}</span>
          {saysTurn && <p className="w-100 mb-0">{text(`practice.turn.${row.status}`)}</p>}
        </li>
      ))}
    </ul>
  );
};
