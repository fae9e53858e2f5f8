import { expect, test } from '@jest/globals';
import { formatAgo, formatDate, formatDateTime, formatLongDate, rome, showZone } from './formats.js';

const now = new Date('2026-11-25T12:00:00Z');
const ago = (days: number) => formatAgo(new Date(now.getTime() - days * 86_400_000).toISOString(), now, 'it');

test('XCT-05: relative times are told in the short words of the portal', () => {
  expect(ago(0)).toBe('adesso');
  expect(ago(15)).toBe('15g fa');
  expect(ago(29)).toBe('29g fa');
  expect(ago(30)).toBe('Circa 1 mese fa');
  expect(ago(59.9)).toBe('Circa 1 mese fa');
  expect(ago(60)).toBe('2me fa');
  expect(ago(95)).toBe('3me fa');
  expect(ago(400)).toBe('1a fa');
});

test('XCT-05: what is minutes or hours old says so, and a clock that is ahead does no harm', () => {
  expect(ago(5 / 1440)).toBe('5min fa');
  expect(ago(3 / 24)).toBe('3h fa');
  expect(ago(-1)).toBe('adesso');
  expect(formatAgo('2026-10-20T12:00:00Z', now, 'en')).toBe('About 1 month ago');
});

test('XCT-04: dates and times are written the Italian way', () => {
  expect(formatDate('2022-07-22')).toBe('22/07/2022');
  expect(formatDateTime('2022-07-22T12:54:00Z')).toBe('22/07/2022 14:54');
});

test('XCT-04: the hour is that of Rome, on the days when the clocks change too', () => {
  expect(formatDateTime('2026-03-29T00:59:00Z')).toBe('29/03/2026 01:59');
  expect(formatDateTime('2026-03-29T01:00:00Z')).toBe('29/03/2026 03:00');
  expect(formatDateTime('2026-10-25T00:30:00Z')).toBe('25/10/2026 02:30');
  expect(formatDateTime('2026-10-25T01:30:00Z')).toBe('25/10/2026 02:30');
  expect(formatDateTime('2026-11-25T23:30:00Z')).toBe('26/11/2026 00:30');
});

test('IDE-17: instants are told in the time zone of the profile, which is named when it is not that of Rome', () => {
  showZone('Europe/London');
  expect(formatDateTime('2022-07-22T12:54:00Z')).toBe('22/07/2022 13:54 (London)');
  expect(formatDateTime('2022-07-22T12:54:00Z', rome)).toBe('22/07/2022 14:54');
  showZone('Nowhere/Land');
  expect(formatDateTime('2022-07-22T12:54:00Z')).toBe('22/07/2022 14:54');
});

test('prose has long dates', () => {
  expect(formatLongDate('2022-07-25', 'it')).toBe('lunedì 25 luglio 2022');
  expect(formatLongDate('2022-07-25', 'en')).toBe('Monday, 25 July 2022');
});
