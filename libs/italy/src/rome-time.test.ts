import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, displayDate, isCivilDate, romeDate, romeDateTime, romeInstant, weekday } from './rome-time.js';

test('an hour in Rome is an instant, in summer and in winter', () => {
  expect(romeInstant('2022-07-25', '12:00').toISOString()).toBe('2022-07-25T10:00:00.000Z');
  expect(romeInstant('2022-12-25', '12:00').toISOString()).toBe('2022-12-25T11:00:00.000Z');
  expect(romeInstant('2022-09-02').toISOString()).toBe('2022-09-01T22:00:00.000Z');
});

test('the nights in which the clock moves', () => {
  expect(romeInstant('2026-03-29', '01:59').toISOString()).toBe('2026-03-29T00:59:00.000Z');
  expect(romeInstant('2026-03-29', '02:30').toISOString()).toBe('2026-03-29T01:30:00.000Z');
  expect(romeInstant('2026-03-29', '03:00').toISOString()).toBe('2026-03-29T01:00:00.000Z');
  expect(romeInstant('2026-10-25', '01:59').toISOString()).toBe('2026-10-24T23:59:00.000Z');
  expect(romeInstant('2026-10-25', '02:30').toISOString()).toBe('2026-10-25T00:30:00.000Z');
  expect(romeInstant('2026-10-25', '03:00').toISOString()).toBe('2026-10-25T02:00:00.000Z');
});

test('half past eleven at night in London is already tomorrow in Rome', () => {
  expect(romeDate(new Date('2026-11-24T23:30:00Z'))).toBe('2026-11-25');
  expect(romeDateTime(new Date('2026-06-30T22:00:00Z'))).toEqual({ date: '2026-07-01', time: '00:00:00' });
});

test('the civil time of an instant leads back to it, save for the hour that comes twice', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
      const instant = new Date(seconds * 1000);
      const { date, time } = romeDateTime(instant);
      const back = romeInstant(date, time).getTime();
      expect([0, 3_600_000]).toContain(instant.getTime() - back);
      expect(romeDateTime(new Date(back))).toEqual({ date, time });
    }),
  );
});

test('days are counted over months, years and leap days', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(weekday('2022-09-02')).toBe(5);
  expect(weekday('2022-09-04')).toBe(7);
  expect(displayDate('1813-10-10')).toBe('10/10/1813');
  expect(displayDate('nessuna')).toBe('nessuna');
});

test('a day that the calendar does not have is refused', () => {
  expect(['1792-02-29', '2000-02-29', '2024-12-31'].map(isCivilDate)).toEqual([true, true, true]);
  for (const text of [
    '1900-02-29',
    '2023-02-29',
    '2023-13-01',
    '2023-04-31',
    '0000-01-01',
    '10-10-1813',
    '2023-1-1',
    '',
    '2023-01-01T00:00:00Z',
  ]) {
    expect(isCivilDate(text)).toBe(false);
    expect(() => addDays(text, 1)).toThrow(RangeError);
  }
  expect(() => romeInstant('2023-01-01', '24:00')).toThrow(RangeError);
  expect(() => romeDate(new Date(Number.NaN))).toThrow(RangeError);
});

test('every instant has the date and the hour that Intl gives it', () => {
  const intl = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome', dateStyle: 'short', timeStyle: 'medium' });
  const instant = fc.oneof(
    fc.date({ min: new Date('1880-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true }),
    // Around the hours that are lost and that come twice.
    fc
      .tuple(fc.constantFrom('2026-03-29T01:00:00Z', '2026-10-25T01:00:00Z'), fc.integer({ min: -7_200, max: 7_200 }))
      .map(([change, seconds]) => new Date(Date.parse(change) + seconds * 1_000)),
  );
  fc.assert(
    fc.property(instant, (at) => {
      const { date, time } = romeDateTime(at);
      expect(`${date} ${time}`).toBe(intl.format(at));
    }),
    { numRuns: 3_000 },
  );
});
