import type { AnswerOf } from '@sportello/contracts/web';
import { formatDateTime, useSay, useText } from './i18n.js';
import { StatusChip } from './status-chip.js';

type Passage = AnswerOf<'rpc.practices.get.v1'>['iter'][number];

/** The passages of a practice, oldest first; the last one is where it stands (PRA-19). */
export const Iter = ({ passages, label }: { passages: readonly Passage[]; label?: string }) => {
  const say = useSay();
  const text = useText();
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
          {passage.move === 'give-back' && <p>{text('ui.iter.give-back')}</p>}
          {passage.reason && <p>{text('ui.iter.reason', { reason: passage.reason })}</p>}
        </li>
      ))}
    </ol>
  );
};
