import { EXPIRING_DAYS } from '@sportello/contracts/practices/terms';
import { daysBetween } from '@sportello/italy/counted-days';
import { romeDate } from '@sportello/italy/rome-time';
import { formatDate, useText } from '@sportello/ui/i18n';
import { useSession } from '@sportello/ui/session';

/** The last day for the answer, and a mark where it is near or past (PRA-78). */
export const AnswerBy = ({ day }: { day: string | null | undefined }) => {
  const text = useText();
  const { serverNow } = useSession();
  if (!day) return null;
  const left = daysBetween(romeDate(serverNow()), day);
  const state = left < 0 ? 'overdue' : left <= EXPIRING_DAYS ? 'expiring' : null;
  return (
    <span className="sc-answer-by">
      {text('queue.answerBy', { date: formatDate(day) })}
      {state && <span className={`sp-term-tag ${state === 'overdue' ? 'is-red' : 'is-amber'}`}>{text(`ui.term.tag.${state}`)}</span>}
    </span>
  );
};
