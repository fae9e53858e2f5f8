import { expect, test } from '@jest/globals';
import { printCount, printDay, printInstant, printSize, printTime } from './pdf-words.js';

test('PRA-08: an instant is printed as dd/mm/yyyy hh:mm in Italy, with its zone in summer and winter', () => {
  expect(printInstant(new Date('2022-07-21T12:01:00Z'), 'it')).toBe('21/07/2022 14:01 (ora italiana, UTC+2)');
  expect(printInstant(new Date('2022-12-31T23:30:00Z'), 'en')).toBe('01/01/2023 00:30 (Italian time, UTC+1)');
});

test('the hour that comes twice in October is told apart by its zone', () => {
  expect(printInstant(new Date('2026-10-25T00:30:00Z'), 'it')).toBe('25/10/2026 02:30 (ora italiana, UTC+2)');
  expect(printInstant(new Date('2026-10-25T01:30:00Z'), 'it')).toBe('25/10/2026 02:30 (ora italiana, UTC+1)');
});

test('a day is the day in Italy, and an arrival has milliseconds', () => {
  expect(printDay(new Date('2022-08-20T22:00:00Z'))).toBe('21/08/2022');
  expect(printTime(new Date('2022-07-21T12:01:07.042Z'), 'it')).toBe('14:01:07,042');
});

test('counts and sizes are written as each language does', () => {
  expect([0, 999, 1000, 77_688, 1_234_567].map((it) => printCount(it, 'it'))).toEqual(['0', '999', '1.000', '77.688', '1.234.567']);
  expect(printCount(77_688, 'en')).toBe('77,688');
  expect([0, 999, 1000, 999_499, 999_500, 5_242_880].map((it) => printSize(it, 'it'))).toEqual([
    '0 byte',
    '999 byte',
    '1 kB',
    '999 kB',
    '1,0 MB',
    '5,2 MB',
  ]);
});
