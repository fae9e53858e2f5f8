import { addDays, type CivilDate, weekday } from './rome-time.js';

/** Month and day of the fixed national holidays, with the first year of each where it is younger than the list. */
const fixedHolidays: { day: string; since?: number }[] = [
  { day: '01-01' },
  { day: '01-06' },
  { day: '04-25' },
  { day: '05-01' },
  { day: '06-02' },
  { day: '08-15' },
  // San Francesco d'Assisi is a holiday again: L. 151/2025, in force from 1 January 2026.
  { day: '10-04', since: 2026 },
  { day: '11-01' },
  { day: '12-08' },
  { day: '12-25' },
  { day: '12-26' },
];

/**
 * Easter Sunday of a year.
 *
 * Source: Gregorian computus in the form of Meeus, Jones and Butcher
 */
export function easter(year: number): CivilDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * The national holidays of a year other than Sundays, in order. Patron saints' days are local and not among them.
 *
 * @throws RangeError before 2001, when 2 June became a holiday again, and after 9999
 * Source: L. 260/1949 article 2 as amended by L. 54/1977, DPR 792/1985, L. 336/2000 and L. 151/2025
 */
export function holidaysOf(year: number): CivilDate[] {
  if (!Number.isInteger(year) || year < 2001 || year > 9999) throw new RangeError(`the list of holidays begins in 2001, got ${year}`);
  const fixed = fixedHolidays.filter(({ since }) => since === undefined || year >= since).map(({ day }) => `${year}-${day}`);
  return [...fixed, addDays(easter(year), 1)].sort();
}

const cache = new Map<number, Set<CivilDate>>();

/** Whether a day is a Sunday or a national holiday. Throws as `holidaysOf`. */
export const isHoliday = (date: CivilDate): boolean => weekday(date) === 7 || isNationalHoliday(date);

/** Sundays are none. Throws as `holidaysOf`. */
export function isNationalHoliday(date: CivilDate): boolean {
  const year = Number(date.slice(0, 4));
  const days = cache.get(year) ?? new Set(holidaysOf(year));
  cache.set(year, days);
  return days.has(date);
}

/** Whether offices work: Monday to Friday, no holiday. Throws as `holidaysOf`. */
export function isWorkingDay(date: CivilDate): boolean {
  return weekday(date) <= 5 && !isHoliday(date);
}

/**
 * The nth working day after a day. The day itself is day zero and does not count, whatever it is and at whatever hour.
 *
 * @param from civil date in Europe/Rome
 * @param days 1 or more
 * @throws RangeError if `days` is not a whole number from 1 to 10,000, or the year has no list of holidays
 */
export function addWorkingDays(from: CivilDate, days: number): CivilDate {
  if (!Number.isInteger(days) || days < 1 || days > 10_000) throw new RangeError(`want 1 to 10,000 working days, got ${days}`);
  let date = from;
  for (let left = days; left > 0; ) {
    date = addDays(date, 1);
    if (isWorkingDay(date)) left--;
  }
  return date;
}
