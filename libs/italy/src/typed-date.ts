import { type CivilDate, isCivilDate } from './rome-time.js';
import { asLine } from './typed-text.js';

const dayFirst = /^(\d{1,2})(?: ?[/.-] ?| )(\d{1,2})(?: ?[/.-] ?| )(\d{4})$/;
const yearFirst = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
/** Eight digits: many keypads have nothing else. */
const digitsOnly = /^(\d{2})(\d{2})(\d{4})$/;

/**
 * A day as people write it: day, month and four digits of the year, with one or two digits for day and month (`1/2/1990`, `01.02.1990`,
 * `01021990`), or as it is kept (`1990-02-01`). Both languages of the pages put the day first.
 *
 * @returns YYYY-MM-DD; what is no such day is given back as one line, for the check to refuse it
 */
export function asDate(text: string): CivilDate {
  const line = asLine(text);
  const [, day, month, year] = dayFirst.exec(line) ?? digitsOnly.exec(line) ?? reversed(yearFirst.exec(line)) ?? [];
  if (day === undefined || month === undefined || year === undefined) return line;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCivilDate(date) ? date : line;
}

const reversed = (found: RegExpExecArray | null) => (found ? [found[0], found[3], found[2], found[1]] : undefined);

const hourAndMinutes = /^(\d{1,2})(?: ?[:.,h] ?(\d{2}))?$/i;
const fourDigits = /^(\d{2})(\d{2})$/;

/**
 * An hour of the day as people write it: `9`, `9:30`, `9.30`, `0930`.
 *
 * @returns HH:MM, from 00:00 to 23:59; what is no such hour is given back as one line, for the check to refuse it
 */
export function asTime(text: string): string {
  const line = asLine(text);
  const [, hour, minutes = '00'] = fourDigits.exec(line) ?? hourAndMinutes.exec(line) ?? [];
  return hour !== undefined && Number(hour) < 24 && Number(minutes) < 60 ? `${hour.padStart(2, '0')}:${minutes}` : line;
}
