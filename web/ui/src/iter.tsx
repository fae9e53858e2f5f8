import type { AnswerOf } from '@sportello/contracts/web';
import { formatDateTime, useSay, useText } from './i18n.js';
import { StatusChip } from './status-chip.js';

type Passage = AnswerOf<'rpc.practices.get.v1'>['iter'][number];

/** The passages of a practice, oldest first; the last one is where it stands (PRA-19). */
export const Iter = ({ passages, label }: { passages: readonly Passage[]; label?: string }) => {
  const say = useSay();
  return (
    <ol className="sp-iter" aria-label={label}>
      {passages.map((passage, index) => (
        <li key={`${passage.at} ${passage.to} ${passage.move}`} className={index === passages.length - 1 ? 'is-last' : ''}>
          <p>
            <StatusChip status={passage.to} />
          </p>
          <p>
            <time dateTime={passage.at}>{formatDateTime(passage.at)}</time> - {say(passage.actor)}
          </p>
          <Why passage={passage} />
        </li>
      ))}
    </ol>
  );
};

/** Moves that say more than their state: with what they name, where the reader is told it. */
const spoken = [
  ...['auto-assign', 'auto-assign-officer', 'auto-assign-failed'],
  ...['give-back', 'release', 'register', 'take-over', 'assign', 'assign-office', 'end-observations', 'send-observations'],
  ...['ask-opinion', 'give-opinion', 'drop-opinion'],
];

/** Moves for which it is no reason that is told, but what stands by them. */
const accompanied = ['submit'];

const Why = ({ passage: { move, reason } }: { passage: Passage }) => {
  const text = useText();
  if (spoken.includes(move)) return <p>{reason ? text(`ui.iter.${move}.of`, { reason }) : text(`ui.iter.${move}`)}</p>;
  return reason && <p>{text(accompanied.includes(move) ? `ui.iter.${move}.with` : 'ui.iter.reason', { reason })}</p>;
};
