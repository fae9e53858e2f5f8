import { expect, test } from '@jest/globals';
import { rangeOf } from './period.js';

const days = (period: Parameters<typeof rangeOf>[0], now: string, custom = {}) => {
  const { from, to } = rangeOf(period, custom, new Date(now));
  return [from?.toISOString() ?? null, to?.toISOString() ?? null];
};

test('PRA-29: today is the day of Rome, also a little after midnight', () => {
  expect(days('today', '2022-07-25T22:30:00Z')).toEqual(['2022-07-25T22:00:00.000Z', '2022-07-26T22:00:00.000Z']);
  expect(days('yesterday', '2022-07-25T22:30:00Z')).toEqual(['2022-07-24T22:00:00.000Z', '2022-07-25T22:00:00.000Z']);
});

test('PRA-29: a week begins on Monday, and has an hour more when the clock goes back', () => {
  expect(days('this-week', '2022-10-30T12:00:00Z')).toEqual(['2022-10-23T22:00:00.000Z', '2022-10-30T23:00:00.000Z']);
  expect(days('last-week', '2022-10-31T12:00:00Z')).toEqual(['2022-10-23T22:00:00.000Z', '2022-10-30T23:00:00.000Z']);
});

test('PRA-29: months have their own lengths, across the year too', () => {
  expect(days('this-month', '2024-02-29T12:00:00Z')).toEqual(['2024-01-31T23:00:00.000Z', '2024-02-29T23:00:00.000Z']);
  expect(days('last-month', '2024-01-15T12:00:00Z')).toEqual(['2023-11-30T23:00:00.000Z', '2023-12-31T23:00:00.000Z']);
});

test('PRA-29: a custom period includes its last day, may be open at one end, and must not run backwards', () => {
  const now = '2024-01-15T12:00:00Z';
  expect(days('custom', now, { from: '2024-01-01', to: '2024-01-02' })).toEqual(['2023-12-31T23:00:00.000Z', '2024-01-02T23:00:00.000Z']);
  expect(days('custom', now, { to: '2024-01-02' })).toEqual([null, '2024-01-02T23:00:00.000Z']);
  expect(() => days('custom', now, { from: '2024-01-03', to: '2024-01-02' })).toThrow('invalid-input');
  expect(days(undefined, now)).toEqual([null, null]);
});

test('PRA-29: days that the period would leave out are refused, never ignored', () => {
  for (const period of [undefined, 'today'] as const) {
    expect(() => days(period, '2024-01-15T12:00:00Z', { from: '2024-01-03' })).toThrow('invalid-input');
    expect(() => days(period, '2024-01-15T12:00:00Z', { to: '2024-01-03' })).toThrow('invalid-input');
  }
});
