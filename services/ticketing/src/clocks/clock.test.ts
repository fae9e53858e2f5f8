import { describe, expect, test } from '@jest/globals';
import { addDays, romeDateTime, romeInstant } from '@sportello/italy/rome-time';
import * as fc from 'fast-check';
import { type Clock, dueAt, resumed, settled, started, stopped, usedAt } from './clock.js';
import { afterOpenTime, daysLeftOut, isOpenAt, nextOpening, type OfficeHours, openTime } from './office-time.js';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const weekdays = [1, 2, 3, 4, 5];
const office = (...hours: [string, string][]): OfficeHours => ({
  hours: hours.map(([opensAt, closesAt]) => ({ weekdays, opensAt, closesAt })),
  closedDays: [],
});
const long = office(['08:00', '18:00']);
const short = office(['09:00', '12:00']);
const withBreak = office(['08:00', '13:00'], ['14:00', '18:00']);

const at = (day: string, time: string) => romeInstant(day, time);
const inRome = (instant: Date | null) => {
  if (!instant) return null;
  const { date, time } = romeDateTime(instant);
  return `${date} ${time}`;
};

describe('TIC-40: terms in the hours of an office', () => {
  test.each([
    ['on a Saturday, with a holiday behind it', short, 4, '2026-12-05', '20:00', '2026-12-09 10:00:00'],
    ['so that the break does not count', withBreak, 1, '2026-12-14', '12:30', '2026-12-14 14:30:00'],
    ['at the very closing', long, 1, '2026-12-04', '18:00', '2026-12-07 09:00:00'],
    ['before Easter Monday', long, 1, '2027-03-26', '17:30', '2027-03-30 08:30:00'],
    ['before 4 October', long, 2, '2027-10-01', '17:00', '2027-10-05 09:00:00'],
    ['so that it is over at the closing', long, 10, '2026-12-14', '08:00', '2026-12-14 18:00:00'],
  ])('what comes in %s is due then', (_, hours, target, day, time, due) => {
    expect(inRome(dueAt(started(at(day, time)), hours, target * 60))).toBe(due);
  });

  test('a pause over a weekend and a holiday is measured with the calendar by which it is added', () => {
    const term = 16 * 60;
    let clock = started(at('2026-12-03', '16:00'));
    expect(inRome(dueAt(clock, long, term))).toBe('2026-12-07 12:00:00');
    clock = stopped(clock, long, at('2026-12-04', '12:00'));
    expect([clock.usedMs / HOUR_MS, dueAt(clock, long, term)]).toEqual([6, null]);
    clock = resumed(clock, at('2026-12-09', '10:00'));
    expect(inRome(dueAt(clock, long, term))).toBe('2026-12-10 10:00:00');
    expect(openTime(long, at('2026-12-04', '12:00'), at('2026-12-09', '10:00')) / HOUR_MS).toBe(18);
  });

  test('what is reopened goes on where it stood, and does not count the sleep', () => {
    const solved = stopped(started(at('2026-12-14', '09:00')), long, at('2026-12-14', '15:00'));
    expect(inRome(dueAt(resumed(solved, at('2026-12-16', '09:00')), long, 8 * 60))).toBe('2026-12-16 11:00:00');
  });

  test('an office that opens on Tuesdays alone works as well, and the day of its patron is left out and told', () => {
    const tuesdays = {
      hours: [{ weekdays: [2], opensAt: '09:00', closesAt: '12:00' }],
      closedDays: [{ day: '2026-12-15', reason: 'Patrono' }],
    };
    // Tuesday 8 December is a holiday, the next is that of the patron.
    const due = dueAt(started(at('2026-12-02', '10:00')), tuesdays, 60);
    expect(inRome(due)).toBe('2026-12-22 10:00:00');
    expect(daysLeftOut(tuesdays, at('2026-12-02', '10:00'), due as Date)).toEqual([
      { day: '2026-12-08', reason: null },
      { day: '2026-12-15', reason: 'Patrono' },
    ]);
  });

  test('an office without hours is never due, and never open', () => {
    expect(dueAt(started(at('2026-12-02', '10:00')), office(), 1)).toBeNull();
    expect(nextOpening(office(), at('2026-12-02', '10:00'))).toBeNull();
  });

  test('TIC-41: an office is open from its opening on, and no longer at its closing', () => {
    expect(['08:00', '17:59:59', '18:00'].map((time) => isOpenAt(long, at('2026-12-14', time)))).toEqual([true, true, false]);
    expect(inRome(nextOpening(long, at('2026-12-04', '18:00')))).toBe('2026-12-07 08:00:00');
    expect(inRome(nextOpening(long, at('2026-12-14', '10:00')))).toBe('2026-12-14 10:00:00');
  });
});

/** Any week of hours, also through the night on which the clock changes. */
const anyHours: fc.Arbitrary<OfficeHours> = fc.record({
  hours: fc.array(
    fc
      .record({
        weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
        from: fc.integer({ min: 0, max: 1_438 }),
        length: fc.integer({ min: 1, max: 700 }),
      })
      .map((each) => ({
        weekdays: each.weekdays,
        opensAt: clockOf(each.from),
        closesAt: clockOf(Math.min(1_440, each.from + each.length)),
      })),
    { maxLength: 4 },
  ),
  closedDays: fc.array(
    fc.integer({ min: 0, max: 40 }).map((days) => ({ day: addDays('2027-03-15', days), reason: 'Patrono' })),
    { maxLength: 3 },
  ),
});
const clockOf = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Whole minutes of two weeks around each change of the clock, and around Easter, which is the first of them. */
const anyMinute = fc
  .tuple(fc.constantFrom('2027-03-20', '2027-10-23', '2026-12-20'), fc.integer({ min: 0, max: 14 * 1_440 }))
  .map(([day, minutes]) => new Date(romeInstant(day).getTime() + minutes * MINUTE_MS));
const anyMinutes = (most: number) =>
  fc.array(anyMinute, { minLength: 2, maxLength: most }).map((list) => [...list].sort((one, other) => one.getTime() - other.getTime()));

const minutesOfOneFortnight = fc
  .tuple(
    fc.constantFrom('2027-03-20', '2027-10-23', '2026-12-20'),
    fc.array(fc.integer({ min: 0, max: 14 * 1_440 }), { minLength: 2, maxLength: 5 }),
  )
  .map(([day, minutes]) =>
    minutes.sort((one, other) => one - other).map((minute) => new Date(romeInstant(day).getTime() + minute * MINUTE_MS)),
  );

/** National holidays of these weeks, from a calendar on the wall. */
const holidays = ['2027-03-29', '2027-11-01', '2026-12-25', '2026-12-26', '2027-01-01'];
const wallClock = new Intl.DateTimeFormat('en-CA', {
  ...{ timeZone: 'Europe/Rome', hourCycle: 'h23', weekday: 'short' },
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
});
const namesOfDays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const looks = new Map<number, { day: string; weekday: number; time: string }>();

/** The clock and the calendar on the wall, of which the code under test knows nothing. */
function lookAt(now: number) {
  const known = looks.get(now);
  if (known) return known;
  const parts = Object.fromEntries(wallClock.formatToParts(now).map(({ type, value }) => [type, value]));
  const { year, month, day, hour, minute, weekday = '' } = parts;
  const look = { day: `${year}-${month}-${day}`, weekday: namesOfDays.indexOf(weekday) + 1, time: `${hour}:${minute}` };
  looks.set(now, look);
  return look;
}

/** What a person would do who looks at the clock of the office every minute. */
function minuteByMinute({ hours, closedDays }: OfficeHours, from: Date, to: Date): number {
  let sum = 0;
  for (let now = from.getTime(); now < to.getTime(); now += MINUTE_MS) {
    const { day, weekday, time } = lookAt(now);
    const isClosed = holidays.includes(day) || closedDays.some((closed) => closed.day === day);
    const isOpen = hours.some((one) => one.weekdays.includes(weekday) && one.opensAt <= time && time < one.closesAt);
    if (isOpen && !isClosed) sum += MINUTE_MS;
  }
  return sum;
}

/** An office that opens or closes in the hour that a night has twice, or not at all, means one of the two: its wall clock cannot tell which. */
const isPlain = ({ hours }: OfficeHours): boolean =>
  hours.every((one) => [one.opensAt, one.closesAt].every((time) => time <= '02:00' || time >= '03:00'));

test('TIC-40: whatever the pauses, the hours and the changes of the clock, the time used is what a person counts minute by minute', () => {
  fc.assert(
    fc.property(anyHours.filter(isPlain), minutesOfOneFortnight, (hours, instants) => {
      let clock: Clock = started(instants[0] as Date);
      let expected = 0;
      instants.slice(1).forEach((now, step) => {
        const before = instants[step] as Date;
        if (clock.runningSince) expected += minuteByMinute(hours, before, now);
        clock = clock.runningSince ? stopped(clock, hours, now) : resumed(clock, now);
        expect(usedAt(clock, hours, now)).toBe(expected);
      });
    }),
    { numRuns: 60 },
  );
});

test('TIC-40: looking at a clock, pausing it twice and settling it takes nothing and adds nothing', () => {
  fc.assert(
    fc.property(anyHours, anyMinutes(4), (hours, instants) => {
      const [first, ...rest] = instants as [Date, ...Date[]];
      const last = rest.at(-1) as Date;
      const looked = rest.reduce((clock, now) => settled(resumed(clock, now), hours, now), started(first));
      expect(usedAt(looked, hours, last)).toBe(openTime(hours, first, last));
      const standing = stopped(started(first), hours, last);
      expect(stopped(standing, hours, new Date(last.getTime() + HOUR_MS))).toEqual(standing);
    }),
  );
});

test('TIC-40: a term is over at the first instant at which its time was used', () => {
  fc.assert(
    fc.property(anyHours, anyMinute, fc.integer({ min: 1, max: 600 }), (hours, from, minutes) => {
      const due = afterOpenTime(hours, from, minutes * MINUTE_MS);
      if (!due) return expect(hours.hours).toEqual([]);
      expect(openTime(hours, from, due)).toBe(minutes * MINUTE_MS);
      expect(openTime(hours, from, new Date(due.getTime() - 1))).toBe(minutes * MINUTE_MS - 1);
    }),
  );
});
