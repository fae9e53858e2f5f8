import { describe, expect, test } from '@jest/globals';
import { addDays, romeDate, romeDateTime, romeInstant } from '@sportello/italy/rome-time';
import * as fc from 'fast-check';
import {
  changeableBefore,
  daysOf,
  freeOn,
  isInReach,
  lastDayAllowed,
  mostAtOnce,
  mostPlacesWith,
  type OpenHours,
  periodOf,
  placesOn,
  type Span,
  stateOf,
} from './slots.js';

const hours = (changes: Partial<OpenHours> = {}): OpenHours => ({
  ...{ id: 'opening', fromDay: '2026-01-01', toDay: '2028-12-31', opensAt: '09:00', closesAt: '12:00' },
  ...{ weekdays: [1, 2, 3, 4, 5, 6, 7], parallel: 1, minutes: 30, gapMinutes: 0 },
  ...changes,
});
const clocks = (day: string, changes: Partial<OpenHours>, minutes?: number) =>
  placesOn(day, hours(changes), minutes).map(
    ({ start }) => `${romeDateTime(new Date(start)).time.slice(0, 5)} ${new Date(start).toISOString().slice(11, 16)}Z`,
  );

describe('the days on which the clock changes', () => {
  test.each([
    ['2027-03-21', '13:00 12:00Z', '17:30 16:30Z'],
    ['2027-03-28', '13:00 11:00Z', '17:30 15:30Z'],
    ['2027-10-24', '13:00 11:00Z', '17:30 15:30Z'],
    ['2027-10-31', '13:00 12:00Z', '17:30 16:30Z'],
  ])('APP-30: the afternoon of %s has its ten places, none moved by an hour', (day, first, last) => {
    const places = clocks(day, { opensAt: '13:00', closesAt: '18:00', weekdays: [7] });
    expect([places.length, places[0], places.at(-1)]).toEqual([10, first, last]);
  });

  test('APP-30: a night that loses an hour has four places, one that gains an hour eight, and no two are one', () => {
    const night = { opensAt: '01:00', closesAt: '04:00' };
    expect(clocks('2027-03-28', night)).toEqual(['01:00 00:00Z', '01:30 00:30Z', '03:00 01:00Z', '03:30 01:30Z']);
    const twice = clocks('2027-10-31', night);
    expect(twice.map((place) => place.slice(6))).toEqual(['23:00Z', '23:30Z', '00:00Z', '00:30Z', '01:00Z', '01:30Z', '02:00Z', '02:30Z']);
    expect(new Set(twice).size).toBe(8);
  });

  test('APP-28: three days of notice end at the same hour of the clock, although only 71 hours pass', () => {
    const startsAt = romeInstant('2027-03-30', '15:00');
    const until = changeableBefore(startsAt, 3);
    expect(romeDateTime(until)).toEqual({ date: '2027-03-27', time: '15:00:00' });
    expect(startsAt.getTime() - until.getTime()).toBe(71 * 3_600_000);
  });
});

describe('the grid of opening hours', () => {
  test('APP-30: a gap stands between meetings, and none is needed after the last', () => {
    expect(clocks('2026-12-14', { opensAt: '08:00', closesAt: '10:00', minutes: 20, gapMinutes: 10 }).map((it) => it.slice(0, 5))).toEqual([
      ...['08:00', '08:30', '09:00', '09:30'],
    ]);
    expect(clocks('2026-12-14', { opensAt: '18:00', closesAt: '20:00', minutes: 30 }, 90).map((it) => it.slice(0, 5))).toEqual([
      '18:00',
      '18:30',
    ]);
  });

  test.each(['2028-02-29', '2026-12-31', '2027-01-01'])('APP-30: %s is a day like others', (day) => {
    expect(placesOn(day, hours())).toHaveLength(6);
    expect(romeDate(new Date(placesOn(day, hours())[0]?.start ?? 0))).toBe(day);
  });

  test('APP-30: days outside of the dates and of the days of the week have none, a day that ends at midnight its last', () => {
    const opening = hours({ fromDay: '2026-12-07', toDay: '2026-12-13', weekdays: [1], opensAt: '23:00', closesAt: '24:00' });
    expect(['2026-11-30', '2026-12-07', '2026-12-08', '2026-12-14'].map((day) => placesOn(day, opening).length)).toEqual([0, 2, 0, 0]);
  });

  test('APP-30: hours end this year, from November on next year', () => {
    expect(lastDayAllowed(romeInstant('2026-10-31', '23:59'))).toBe('2026-12-31');
    expect(lastDayAllowed(romeInstant('2026-11-01'))).toBe('2027-12-31');
  });

  const openings = fc
    .record({
      from: fc.integer({ min: 0, max: 1_380 }),
      length: fc.integer({ min: 1, max: 1_440 }),
      minutes: fc.integer({ min: 1, max: 720 }),
      gap: fc.integer({ min: 0, max: 720 }),
    })
    .map(({ from, length, minutes, gap }) => ({
      opensAt: clock(from),
      closesAt: clock(Math.min(1_440, from + length)),
      minutes,
      gapMinutes: gap,
    }));
  const days = fc.integer({ min: 0, max: 1_000 }).map((at) => addDays('2026-01-01', at));

  test('APP-30: whatever the hours, places lie within them, in order, and as far apart as meeting and gap', () => {
    fc.assert(
      fc.property(openings, days, (changes, day) => {
        const places = placesOn(day, hours(changes));
        const step = (changes.minutes + changes.gapMinutes) * 60_000;
        const closes = changes.closesAt === '24:00' ? romeInstant(addDays(day, 1)) : romeInstant(day, changes.closesAt);
        expect(places.every(({ start, end }) => end - start === changes.minutes * 60_000 && end <= closes.getTime())).toBe(true);
        expect(places.every(({ start }, at) => start === romeInstant(day, changes.opensAt).getTime() + at * step)).toBe(true);
      }),
    );
  });
});

const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const span = (from: string, to: string): Span => ({
  start: romeInstant('2026-12-14', from).getTime(),
  end: romeInstant('2026-12-14', to).getTime(),
});

describe('how many run at once', () => {
  test('APP-58: of two that follow each other a third takes the second place, and a fourth finds none', () => {
    const taken = [span('09:00', '09:20'), span('09:20', '09:40')];
    expect(mostAtOnce(taken, span('09:10', '09:30'))).toBe(1);
    const three = [...taken, span('09:10', '09:30')];
    expect(mostAtOnce(three, span('09:15', '09:25'))).toBe(2);
    expect(mostAtOnce(taken, span('09:40', '10:00'))).toBe(0);
  });

  const spans = fc.array(
    fc
      .record({ start: fc.integer({ min: 0, max: 60 }), length: fc.integer({ min: 1, max: 30 }) })
      .map(({ start, length }) => ({ start, end: start + length })),
    { maxLength: 30 },
  );

  test('APP-53: it is what counting every minute says', () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 30 }), (taken, from, length) => {
        const minutes = Array.from({ length }, (_, at) => taken.filter(({ start, end }) => start <= from + at && end > from + at).length);
        expect(mostAtOnce(taken, { start: from, end: from + length })).toBe(Math.max(...minutes));
      }),
    );
  });

  test('APP-53: what is left is the same whatever the order in which it was taken', () => {
    const opening = hours({ parallel: 3, minutes: 20, gapMinutes: 5 });
    const taken = placesOn('2026-12-14', opening).flatMap(({ start, busyUntil }, at) =>
      Array<Span>(at % 4).fill({ start, end: busyUntil }),
    );
    const left = (spansOf: Span[]) => freeOn('2026-12-14', opening, { taken: spansOf, closed: [] }).map(({ free }) => free);
    expect(left(taken)).toEqual(left(taken.toReversed()));
    expect(left(taken).slice(0, 4)).toEqual([3, 2, 1, 0]);
  });
});

describe('what can be booked', () => {
  const now = romeInstant('2026-12-14', '10:15');
  const reach = { noticeDays: 0, horizonDays: 30 };

  test('APP-33: a closing period takes every place that it touches', () => {
    const free = freeOn('2026-12-14', hours(), { taken: [], closed: [span('09:45', '10:15')] });
    expect(free.map(({ start }) => romeDateTime(new Date(start)).time.slice(0, 5))).toEqual(['09:00', '10:30', '11:00', '11:30']);
  });

  test('APP-28: notice and horizon are days of the calendar, and what has begun is over', () => {
    const at = (day: string, time: string) => romeInstant(day, time).getTime();
    expect(isInReach(at('2026-12-14', '10:15'), reach, now)).toBe(false);
    expect(isInReach(at('2026-12-14', '10:30'), reach, now)).toBe(true);
    expect(isInReach(at('2026-12-15', '23:59'), { ...reach, noticeDays: 2 }, now)).toBe(false);
    expect(isInReach(at('2026-12-16', '00:00'), { ...reach, noticeDays: 2 }, now)).toBe(true);
    expect([at('2027-01-13', '23:59'), at('2027-01-14', '00:00')].map((start) => isInReach(start, reach, now))).toEqual([true, false]);
  });

  test('APP-13, APP-61: a day is free, full, over, or cannot be booked', () => {
    const of = (day: string, taken: Span[] = []) => stateOf(freeOn(day, hours({ weekdays: [1] }), { taken, closed: [] }), reach, now);
    const all = { start: 0, end: Number.MAX_SAFE_INTEGER };
    expect(of('2026-12-07')).toEqual({ state: 'past', free: 0 });
    expect(of('2026-12-14')).toEqual({ state: 'free', free: 3 });
    expect(of('2026-12-14', [all])).toEqual({ state: 'full', free: 0 });
    expect([of('2026-12-15').state, of('2027-02-01').state]).toEqual(['none', 'none']);
  });

  test('APP-35: weeks begin on Monday, whatever month or year they lie in', () => {
    const within = (day: string, other: string) => {
      const { start, end } = periodOf(romeInstant(other, '12:00'), 'week');
      const at = romeInstant(day, '12:00').getTime();
      return at >= start && at < end;
    };
    expect(within('2026-12-04', '2026-11-30')).toBe(true);
    expect(within('2026-12-06', '2026-12-03')).toBe(true);
    expect(within('2026-12-07', '2026-12-03')).toBe(false);
    expect(within('2027-01-03', '2026-12-28')).toBe(true);
  });

  test('APP-35: a month ends with its last day, in February too', () => {
    expect(periodOf(romeInstant('2028-02-29', '12:00'), 'month')).toEqual({
      start: romeInstant('2028-02-01').getTime(),
      end: romeInstant('2028-03-01').getTime(),
    });
    expect(daysOf('2028-02')).toHaveLength(29);
  });
});

test('APP-30: the hours of a day are counted over all opening hours that share one', () => {
  const january = hours({ fromDay: '2027-01-01', toDay: '2027-01-31', weekdays: [1] });
  expect(mostPlacesWith(january, [])).toBe(6);
  expect(mostPlacesWith(january, [hours({ fromDay: '2027-01-31', toDay: '2027-12-31', weekdays: [1] })])).toBe(6);
  expect(mostPlacesWith(january, [hours({ fromDay: '2027-01-25', toDay: '2027-12-31', weekdays: [1, 2] })])).toBe(12);
  expect(mostPlacesWith(january, [hours({ fromDay: '2027-01-01', toDay: '2027-12-31', weekdays: [2] })])).toBe(6);
});
