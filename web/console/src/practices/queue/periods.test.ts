import { expect, test } from '@jest/globals';
import { addDays, weekday } from '@sportello/italy/rome-time';
import fc from 'fast-check';
import { checkDays, daysOf, writeDays } from './periods.js';

test('PRA-29: the named periods of Wednesday 25 November 2026', () => {
  const today = '2026-11-25';
  expect(daysOf('today', today)).toEqual({ from: '2026-11-25', to: '2026-11-25' });
  expect(daysOf('yesterday', today)).toEqual({ from: '2026-11-24', to: '2026-11-24' });
  expect(daysOf('this-week', today)).toEqual({ from: '2026-11-23', to: '2026-11-29' });
  expect(daysOf('last-week', today)).toEqual({ from: '2026-11-16', to: '2026-11-22' });
  expect(daysOf('this-month', today)).toEqual({ from: '2026-11-01', to: '2026-11-30' });
  expect(daysOf('last-month', today)).toEqual({ from: '2026-10-01', to: '2026-10-31' });
});

test('periods across the turn of a year and in a leap February', () => {
  expect(daysOf('last-month', '2027-01-01')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  expect(daysOf('this-month', '2028-02-29')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(daysOf('last-week', '2027-01-03')).toEqual({ from: '2026-12-21', to: '2026-12-27' });
});

test('weeks begin on Monday and touch without a gap, whatever the day', () => {
  fc.assert(
    fc.property(fc.nat(4_000), (n) => {
      const today = addDays('2024-01-01', n);
      const now = daysOf('this-week', today);
      const before = daysOf('last-week', today);
      expect(weekday(now.from)).toBe(1);
      expect(addDays(now.from, 6)).toBe(now.to);
      expect(addDays(before.to, 1)).toBe(now.from);
      expect(now.from <= today && today <= now.to).toBe(true);
      const month = daysOf('this-month', today);
      expect(addDays(daysOf('last-month', today).to, 1)).toBe(month.from);
      expect(addDays(month.to, 1).endsWith('-01')).toBe(true);
    }),
  );
});

test('XCT-04: days are written the Italian way', () => {
  expect(writeDays({ from: '2026-11-16', to: '2026-11-22' })).toBe('16/11/2026 – 22/11/2026');
  expect(writeDays({ from: '2026-11-25', to: '2026-11-25' })).toBe('25/11/2026');
});

test('two days are a period when both are given and in order', () => {
  expect(checkDays('', '2026-11-25')).toBe('missing');
  expect(checkDays('30/02', '2026-11-25')).toBe('wrong');
  expect(checkDays('2026-11-26', '2026-11-25')).toBe('reversed');
  expect(checkDays('2026-11-25', '2026-11-25')).toBeNull();
});
