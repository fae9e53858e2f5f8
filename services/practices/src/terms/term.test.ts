import { expect, test } from '@jest/globals';
import type { TermSettings } from '@sportello/contracts/practices/terms';
import { isHoliday, isWorkingDay } from '@sportello/italy/holidays';
import { addDays, romeInstant } from '@sportello/italy/rome-time';
import fc from 'fast-check';
import { answerByOf, termOf } from './term.js';

const at = (date: string, time = '10:00') => romeInstant(date, time);
const step = (date: string, to: string, move = to) => ({ at: at(date), to, move });
const sent = '2026-10-07';
const askedOn = (date: string) => step(date, 'awaiting_amendment', 'request-amendment');
const answeredOn = (date: string) => step(date, 'amendment_submitted', 'answer-amendment');
const announcedOn = (date: string) => step(date, 'awaiting_observations', 'announce-refusal');
const backOn = (date: string, move: string) => step(date, 'under_review', move);

const of = (passages: ReturnType<typeof step>[], settings: TermSettings = {}, from = sent) => ({
  status: 'under_review' as const,
  submittedAt: at(from),
  passages: [step(from, 'submitted', 'submit'), ...passages],
  settings,
});
const due = (...asked: Parameters<typeof of>) => answerByOf(of(...asked));

test('PRA-76, PRA-77: 30 days from the sending, whose day is not counted, or as many as the body has set', () => {
  expect(due([])).toBe('2026-11-06');
  expect(due([], { answerDays: 10 })).toBe('2026-10-17');
  // 23:30 in UTC is the next day in Rome.
  expect(answerByOf({ ...of([]), submittedAt: new Date('2026-10-06T22:30:00Z') })).toBe('2026-11-06');
});

test('PRA-76: additions stop the term from their request to the answer, once, and for 30 days at most', () => {
  expect(due([askedOn('2026-10-19'), answeredOn('2026-11-02')])).toBe('2026-11-20');
  expect(due([askedOn('2026-10-19'), answeredOn('2026-11-02'), backOn('2026-11-30', 'accept-amendment')])).toBe('2026-11-20');
  expect(due([askedOn('2026-10-19')])).toBe('2026-12-07');
  const second = [askedOn('2026-10-19'), answeredOn('2026-11-02'), askedOn('2026-11-03'), answeredOn('2026-11-23')];
  expect(due(second)).toBe('2026-11-20');
  expect(due(second, { stopsAtEachRequest: true })).toBe('2026-12-10');
});

test('a colleague who takes over while additions are awaited neither ends the pause nor begins another', () => {
  const taken = step('2026-10-25', 'awaiting_amendment', 'take-over');
  expect(due([askedOn('2026-10-19'), taken, answeredOn('2026-11-02')])).toBe('2026-11-20');
});

test('PRA-73: after a refusal was announced it runs again ten days after the observations, or at the end of the time for them', () => {
  expect(due([announcedOn('2026-10-26'), backOn('2026-10-29', 'send-observations')])).toBe('2026-11-19');
  expect(due([announcedOn('2026-10-26'), backOn('2026-11-06', 'end-observations')])).toBe('2026-11-16');
});

test('PRA-76: months end on the same day, or on the last of a shorter month, counted from the beginning; a Sunday moves the end on', () => {
  expect(due([], { answerMonths: 1 }, '2027-01-31')).toBe('2027-03-01');
  expect(due([], { answerMonths: 2 }, '2027-01-31')).toBe('2027-03-31');
  expect(due([], {}, '2026-11-05')).toBe('2026-12-05');
  // Easter Monday, after Easter.
  expect(due([], { answerDays: 3 }, '2027-03-25')).toBe('2027-03-30');
  // 4 October is a Monday, and a holiday since 2026.
  expect(due([], { answerDays: 2 }, '2027-10-01')).toBe('2027-10-05');
});

test('PRA-76: working days leave out Saturdays, Sundays and national holidays', () => {
  expect(due([], { answerDays: 6, countsWorkingDays: true }, '2026-12-04')).toBe('2026-12-15');
  expect(due([], { answerDays: 6, countsWorkingDays: true }, '2027-03-25')).toBe('2027-04-05');
});

test('the hour that March does not have, and the one that October has twice, move no day', () => {
  for (const [from, to] of [
    ['2027-03-27', '2027-03-30'],
    ['2026-10-24', '2026-10-26'],
  ] as const)
    for (const time of ['00:00', '01:59', '02:30', '03:00', '23:59'])
      expect(answerByOf({ ...of([], { answerDays: 2 }), submittedAt: at(from, time) })).toBe(to);
});

test('what is reopened has its whole term again', () => {
  expect(due([step('2026-10-20', 'rejected', 'reject'), backOn('2027-02-01', 'reopen-closed')])).toBe('2027-03-03');
});

test('what is not sent, is forwarded, or has its outcome, waits for no answer', () => {
  expect(answerByOf({ ...of([]), submittedAt: null })).toBeNull();
  expect(answerByOf({ ...of([]), settings: { workflow: 'forward' } })).toBeNull();
  expect(answerByOf({ ...of([]), status: 'approved' })).toBeNull();
});

test('PRA-77, PRA-78: it says how many days are left, when it is about to expire, stands still, or is over', () => {
  const on = (date: string, passages: ReturnType<typeof step>[] = []) => termOf(of(passages, { tacit: 'approved' }), at(date, '23:59'));
  expect(on('2026-10-29')).toEqual({ state: 'running', answerBy: '2026-11-06', daysLeft: 8, pausedUntil: null, tacit: 'approved' });
  expect(on('2026-10-30')).toMatchObject({ state: 'expiring', daysLeft: 7 });
  expect(on('2026-11-06')).toMatchObject({ state: 'expiring', daysLeft: 0 });
  expect(on('2026-11-07')).toMatchObject({ state: 'overdue', daysLeft: -1 });
  expect(on('2026-10-20', [askedOn('2026-10-19')])).toMatchObject({ state: 'paused', answerBy: '2026-12-07', pausedUntil: '2026-11-18' });
  expect(on('2026-11-18', [askedOn('2026-10-19')])).toMatchObject({ state: 'running', pausedUntil: null });
});

test('PRA-76: any term with any pauses ends on the day that a count of its days, one by one, gives', () => {
  const days = fc.integer({ min: 0, max: 60 });
  const pauses = fc.array(fc.tuple(days, fc.integer({ min: 0, max: 30 })), { maxLength: 5 });
  const start = fc.integer({ min: 0, max: 3_000 }).map((after) => addDays('2025-06-01', after));
  const length = fc.integer({ min: 1, max: 90 });
  fc.assert(
    fc.property(start, length, pauses, fc.boolean(), (from, answerDays, gaps, countsWorkingDays) => {
      const spans: [string, string][] = [];
      let day = from;
      for (const [gap, span] of gaps) {
        const begins = addDays(day, gap);
        day = addDays(begins, span);
        spans.push([begins, day]);
      }
      const passages = spans.flatMap(([a, b]) => [askedOn(a), answeredOn(b)]);
      const isCounted = (it: string) => !spans.some(([a, b]) => a <= it && it < b);
      let counted = 0;
      let it = from;
      do {
        it = addDays(it, 1);
        if (isCounted(it) && (!countsWorkingDays || isWorkingDay(it))) counted++;
      } while (counted < answerDays || !isCounted(it) || isHoliday(it));
      expect(due(passages, { answerDays, countsWorkingDays, stopsAtEachRequest: true }, from)).toBe(it);
    }),
    { numRuns: 500 },
  );
});
