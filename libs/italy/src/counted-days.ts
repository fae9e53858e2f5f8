import { addWorkingDays, isHoliday, isWorkingDay } from './holidays.js';
import { addDays, type CivilDate } from './rome-time.js';

/** Whole days from one day to another; negative when the other comes before. Throws RangeError for what is no date. */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  Math.round((Date.parse(`${addDays(to, 0)}T00:00:00Z`) - Date.parse(`${addDays(from, 0)}T00:00:00Z`)) / 86_400_000);

/**
 * The same day so many months later, or the last of its month where that has no such day: one month from 31 January is 28 February, two are 31
 * March. Source: civil code, article 2963
 */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const [year = 0, month = 1, day = 1] = addDays(date, 0).split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return addDays(first.toISOString().slice(0, 10), Math.min(day, last) - 1);
}

/** A day, or the next that is no Sunday and no national holiday: a term does not end on one. Source: civil code, article 2963 */
export function rolled(date: CivilDate): CivilDate {
  let day = date;
  while (isHoliday(day)) day = addDays(day, 1);
  return day;
}

/** How days are counted: all of them, or those on which offices work. */
export interface Counting {
  /** The nth counted day after a day, which is day zero. @param days 1 or more */
  add(from: CivilDate, days: number): CivilDate;
  /** Counted days after a day and before another. */
  between(from: CivilDate, before: CivilDate): number;
}

export const allDays: Counting = {
  add: addDays,
  between: (from, before) => Math.max(0, daysBetween(from, before) - 1),
};

export const workingDays: Counting = {
  add: addWorkingDays,
  between: (from, before) => {
    let count = 0;
    for (let day = addDays(from, 1); day < before; day = addDays(day, 1)) if (isWorkingDay(day)) count++;
    return count;
  },
};
