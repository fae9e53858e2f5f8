import type { AnswerOf } from '@sportello/contracts/web';
import { formatDate, useText } from './i18n.js';
import { Icon } from './icon.js';

export type Term = NonNullable<AnswerOf<'rpc.practices.get.v1'>['term']>;

const looks: Record<Term['state'], { icon: string; tag?: string }> = {
  running: { icon: 'it-calendar' },
  expiring: { icon: 'it-clock', tag: 'is-amber' },
  paused: { icon: 'it-calendar' },
  overdue: { icon: 'it-warning-circle', tag: 'is-red' },
};

/** The last day for the answer, the days left, and what silence means: the same words for citizen and officer (PRA-77). */
export const TermNote = ({ term: { state, answerBy, daysLeft, pausedUntil, tacit } }: { term: Term }) => {
  const text = useText();
  const { icon, tag } = looks[state];
  const date = formatDate(answerBy);
  return (
    <div className="sp-term">
      <p className="mb-0">
        <Icon name={icon} className="icon-xs me-1" />
        {tag && <strong className={`sp-term-tag ${tag}`}>{text(`ui.term.tag.${state}`)}</strong>}{' '}
        {state === 'paused'
          ? text('ui.term.paused', { date, until: pausedUntil ? formatDate(pausedUntil) : date })
          : text(`ui.term.${state === 'overdue' ? 'overdue' : 'running'}`, { date, days: Math.abs(daysLeft) })}
      </p>
      {tacit && state !== 'overdue' && <p className="mb-0 sp-term-tacit">{text(`ui.term.tacit.${tacit}`)}</p>}
    </div>
  );
};
