import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { displayDate, isCivilDate } from './rome-time.js';
import { asDate, asTime } from './typed-date.js';

const days = fc
  .date({ min: new Date('1000-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((instant) => instant.toISOString().slice(0, 10));

test('a day is read back from what is shown of it, with zeros or without, whatever parts its numbers', () => {
  fc.assert(
    fc.property(days, fc.constantFrom('/', '.', '-', ' ', ' / '), (day, mark) => {
      const [year = '', month = '', date = ''] = day.split('-');
      const typed = [
        displayDate(day),
        day,
        [date, month, year].join(mark),
        [Number(date), Number(month), year].join(mark),
        date + month + year,
      ];
      expect(typed.map(asDate)).toEqual(typed.map(() => day));
    }),
  );
});

test('a day that the calendar does not have is never moved to another', () => {
  const number = (most: number) => fc.integer({ min: 0, max: most }).map(String);
  fc.assert(
    fc.property(number(40), number(20), number(9999), (date, month, year) => {
      const typed = `${date}/${month}/${year}`;
      const iso = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
      expect(asDate(typed)).toBe(year.length === 4 && isCivilDate(iso) ? iso : typed);
    }),
  );
});

test('an hour is read however it is written, and one that no clock shows stays as it was typed', () => {
  const written = ['9', '09', '9:30', '9.30', '9,30', '0930', '9h30', ' 9 : 30 ', '00:00', '23:59'];
  expect(written.map(asTime)).toEqual(['09:00', '09:00', '09:30', '09:30', '09:30', '09:30', '09:30', '09:30', '00:00', '23:59']);
  for (const other of ['24:00', '12:60', '930', '9:3', '', 'nove', '-1', '2400']) expect(asTime(other)).toBe(other);
});
