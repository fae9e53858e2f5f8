import type { AnswerOf } from '@sportello/contracts/web';
import { formatDateTime, useSay, useText } from './i18n.js';

type Correction = NonNullable<AnswerOf<'rpc.practices.get.v1'>['corrections']>[number];

/** What the office corrected of what was sent, field by field, with the reason (PRA-75). */
export const Corrections = ({ corrections }: { corrections: readonly Correction[] }) => {
  const text = useText();
  const say = useSay();
  const empty = text('ui.empty');
  return corrections.map(({ id, at, officerName, reason, changes }) => (
    <article key={id} className="mb-3">
      <p className="mb-1">
        <time dateTime={at}>{formatDateTime(at)}</time>
        {officerName && ` - ${officerName}`}
      </p>
      <p className="sp-lines mb-1">{text('ui.iter.reason', { reason })}</p>
      <dl className="sp-summary">
        {changes.map(({ pointer, label, before, after }) => (
          <div key={pointer}>
            <dt>{say(label)}</dt>
            <dd>
              <del>
                <span className="visually-hidden">{text('ui.corrections.before')} </span>
                {say(before) || empty}
              </del>{' '}
              <ins>
                <span className="visually-hidden">{text('ui.corrections.after')} </span>
                {say(after) || empty}
              </ins>
            </dd>
          </div>
        ))}
      </dl>
    </article>
  ));
};
