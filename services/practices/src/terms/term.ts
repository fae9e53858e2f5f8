import type { WorkflowSettings } from '@sportello/contracts/practices/procedures';
import type { PracticeStatus } from '@sportello/contracts/practices/states';
import { DAYS_OF_LAW, EXPIRING_DAYS, OBSERVATION_DAYS, type Term, TermSettings } from '@sportello/contracts/practices/terms';
import { addMonths, allDays, daysBetween, rolled, workingDays } from '@sportello/italy/counted-days';
import { addDays, type CivilDate, romeDate } from '@sportello/italy/rome-time';

/** A request of additions stops the term for so many days at most: law 241/1990, art. 2, paragraph 7. */
const LONGEST_PAUSE = 30;

/** Where the office has something to answer. What is forwarded is not answered here at all (PRA-51). */
export const answerable = [
  'submitted',
  'registered',
  'under_review',
  'awaiting_amendment',
  'amendment_submitted',
  'awaiting_observations',
] as const satisfies readonly PracticeStatus[];

/** The rule of a term, as it is when a request is sent: what the body sets later does not move what was told. */
export const termRuleOf = (settings: WorkflowSettings): TermSettings => TermSettings.parse(settings);

/** The rule of a practice; one that was sent before rules were kept follows its service. */
export const ruleOf = ({ term }: { term: TermSettings | null }, { settings }: { settings: WorkflowSettings }) => ({
  ...(term ?? settings),
  workflow: settings.workflow,
});

/** A passage of the history, as far as a term looks at it; instants as they come out of PostgreSQL's JSON. */
interface Step {
  at: string | Date;
  to: string;
  move: string;
}

interface Asked {
  status: PracticeStatus;
  submittedAt: Date | null;
  /** Oldest first. */
  passages: readonly Step[];
  /** As they were when it was sent. */
  settings: TermSettings & { workflow?: 'approval' | 'forward' };
}

/** Days on which a term does not run, from the first to the day before `until`. */
interface Pause {
  from: CivilDate;
  until: CivilDate;
}

/** How long the office has, for the receipt. */
export const lengthOf = ({ answerMonths, answerDays, countsWorkingDays }: TermSettings) =>
  answerMonths
    ? ({ count: answerMonths, unit: 'months' } as const)
    : ({ count: answerDays ?? DAYS_OF_LAW, unit: countsWorkingDays ? 'working-days' : 'days' } as const);

/** The last day on which observations on a refusal that was announced on a day can be sent. */
export const observationsBy = (announcedOn: CivilDate): CivilDate => rolled(addDays(announcedOn, OBSERVATION_DAYS));

/** Last day for the answer, in Rome; null when nothing is to be answered. */
export function answerByOf({ status, submittedAt, passages, settings }: Asked): CivilDate | null {
  if (submittedAt === null || settings.workflow === 'forward' || !answerable.some((it) => it === status)) return null;
  return endOf(startOf(submittedAt, passages), pausesOf(passages, settings), settings);
}

/** Where the term stands at an instant. It is read from the passages: nothing counts days as they go by. */
export function termOf(asked: Asked, now: Date): Term | null {
  const answerBy = answerByOf(asked);
  if (answerBy === null) return null;
  const today = romeDate(now);
  const daysLeft = daysBetween(today, answerBy);
  const pause = pausesOf(asked.passages, asked.settings).find(({ from, until }) => from <= today && today < until);
  const state = daysLeft < 0 ? 'overdue' : pause ? 'paused' : daysLeft <= EXPIRING_DAYS ? 'expiring' : 'running';
  return { state, answerBy, daysLeft, pausedUntil: state === 'paused' && pause ? pause.until : null, tacit: asked.settings.tacit ?? null };
}

/** What is reopened has its whole term again. */
function startOf(submittedAt: Date, passages: readonly Step[]): CivilDate {
  const reopened = passages.findLast(({ move }) => move === 'reopen-closed');
  return romeDate(reopened ? new Date(reopened.at) : submittedAt);
}

/**
 * The day of the sending is not counted, nor are those of a pause from the day on which it begins; a term does not end on a holiday.
 * Months are counted from the beginning, so that two from 31 January end on 31 March. Source: civil code, article 2963
 */
function endOf(start: CivilDate, pauses: readonly Pause[], settings: TermSettings): CivilDate {
  const { count, unit } = lengthOf(settings);
  const counting = unit === 'working-days' ? workingDays : allDays;
  let from = start;
  let left = unit === 'months' ? daysBetween(start, addMonths(start, count)) : count;
  const next = () => rolled(left > 0 ? counting.add(from, left) : addDays(from, 1));
  for (const pause of pauses) {
    const lastPaused = addDays(pause.until, -1);
    if (lastPaused <= from) continue;
    if (next() < pause.from) break;
    left = Math.max(0, left - counting.between(from, pause.from));
    from = lastPaused;
  }
  return next();
}

function pausesOf(passages: readonly Step[], { stopsAtEachRequest }: TermSettings): Pause[] {
  const spans = spansOf(passages);
  const requests = spans.filter(({ status }) => status === 'awaiting_amendment');
  return spans.flatMap((span): Pause[] => {
    if (span.status === 'awaiting_observations') return [{ from: span.from, until: observationsPause(span) }];
    if (!stopsAtEachRequest && span !== requests[0]) return [];
    const latest = addDays(span.from, LONGEST_PAUSE);
    return [{ from: span.from, until: span.end && span.end.on < latest ? span.end.on : latest }];
  });
}

/** It runs again ten days after the observations, or from the end of the time for them where none came. */
function observationsPause({ from, end }: Span): CivilDate {
  const by = observationsBy(from);
  if (!end) return addDays(by, OBSERVATION_DAYS);
  return end.move === 'send-observations' ? addDays(end.on, OBSERVATION_DAYS) : by;
}

/** From the day on which something was asked of the applicant to the passage by which that ended. */
interface Span {
  status: 'awaiting_amendment' | 'awaiting_observations';
  from: CivilDate;
  end: { on: CivilDate; move: string } | null;
}

/** Who is in charge may change meanwhile: that leaves passages and ends nothing. */
function spansOf(passages: readonly Step[]): Span[] {
  const spans: Span[] = [];
  let open = null as Span | null;
  for (const { at, to, move } of passages) {
    if (open?.status === to) continue;
    const on = romeDate(new Date(at));
    if (open) open.end = { on, move };
    open = to === 'awaiting_amendment' || to === 'awaiting_observations' ? { status: to, from: on, end: null } : null;
    if (open) spans.push(open);
  }
  return spans;
}
