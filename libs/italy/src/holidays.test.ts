import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addWorkingDays, easter, holidaysOf, isHoliday, isWorkingDay } from './holidays.js';
import { addDays } from './rome-time.js';

test('PRA-52: sent on Friday 2 September 2022 at 11:59, users are active from Tuesday 6th, new credentials from Monday 12th', () => {
  expect(addWorkingDays('2022-09-02', 2)).toBe('2022-09-06');
  expect(addWorkingDays('2022-09-02', 6)).toBe('2022-09-12');
});

test('PRA-52: the day of sending is day zero, whatever day it is', () => {
  expect(addWorkingDays('2022-07-25', 2)).toBe('2022-07-27');
  expect(addWorkingDays('2022-08-12', 2)).toBe('2022-08-17');
  expect(addWorkingDays('2022-08-13', 1)).toBe('2022-08-16');
  expect(addWorkingDays('2025-04-18', 2)).toBe('2025-04-23');
  expect(addWorkingDays('2026-12-23', 2)).toBe('2026-12-28');
});

test('Easter falls where the calendars print it', () => {
  expect([2000, 2019, 2022, 2024, 2025, 2026, 2038].map(easter)).toEqual([
    '2000-04-23',
    '2019-04-21',
    '2022-04-17',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2038-04-25',
  ]);
});

test('San Francesco is a holiday from 2026', () => {
  expect(isHoliday('2025-10-04')).toBe(false);
  expect(isHoliday('2026-10-04')).toBe(true);
  expect(isHoliday('2027-10-04')).toBe(true);
  expect(addWorkingDays('2027-10-01', 1)).toBe('2027-10-05');
  expect(holidaysOf(2025)).toHaveLength(11);
  expect(holidaysOf(2026)).toHaveLength(12);
});

test('years without a list of holidays are refused, not guessed', () => {
  expect(() => holidaysOf(2000)).toThrow(RangeError);
  expect(() => isHoliday('1999-12-27')).toThrow(RangeError);
  expect(() => addWorkingDays('2022-09-02', 0)).toThrow(RangeError);
  expect(() => addWorkingDays('2022-09-02', 1.5)).toThrow(RangeError);
});

test('the working days up to the nth one are n', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 60 }), (offset, days) => {
      const from = addDays('2010-01-01', offset);
      const until = addWorkingDays(from, days);
      let count = 0;
      for (let date = addDays(from, 1); date <= until; date = addDays(date, 1)) if (isWorkingDay(date)) count++;
      expect(count).toBe(days);
      expect(isWorkingDay(until)).toBe(true);
    }),
  );
});
