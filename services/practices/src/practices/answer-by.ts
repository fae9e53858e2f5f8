import type { WorkflowSettings } from '@sportello/contracts/practices/procedures';
import type { PracticeStatus } from '@sportello/contracts/practices/states';
import { addDays, type CivilDate, romeDate } from '@sportello/italy/rome-time';

/** Days for the answer where the body has set no others: law 241/1990, art. 2, paragraph 2. */
const daysOfLaw = 30;

export const answerDaysOf = ({ answerDays }: Pick<WorkflowSettings, 'answerDays'>): number => answerDays ?? daysOfLaw;

interface Asked {
  status: PracticeStatus;
  submittedAt: Date | null;
  /** Oldest first; instants as they come out of PostgreSQL's JSON. */
  passages: readonly { at: string | Date; to: string }[];
  settings: Pick<WorkflowSettings, 'answerDays'>;
}

/** Where the office has nothing more to answer, or waits itself. */
const withoutTerm: readonly PracticeStatus[] = ['draft', 'ready', 'awaiting_amendment', 'approved', 'rejected', 'acquired', 'deleted'];

/**
 * Last day for the answer, in Rome: the day of the sending is not counted, nor are the days for which additions were awaited (law 241/1990,
 * art. 2, paragraph 7). Null when nothing is to be answered now.
 */
export function answerBy({ status, submittedAt, passages, settings }: Asked): CivilDate | null {
  if (submittedAt === null || withoutTerm.includes(status)) return null;
  const awaited = passages.reduce((days, { at, to }, index) => {
    const next = passages[index + 1];
    return to === 'awaiting_amendment' && next ? days + daysBetween(romeDate(new Date(at)), romeDate(new Date(next.at))) : days;
  }, 0);
  return addDays(romeDate(submittedAt), answerDaysOf(settings) + awaited);
}

const daysBetween = (from: CivilDate, to: CivilDate): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
