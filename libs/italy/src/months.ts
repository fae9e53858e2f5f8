import type { CivilDate } from './rome-time.js';

/** The month of a day, YYYY-MM. */
export const monthOf = (day: CivilDate): string => day.slice(0, 7);

export const firstOf = (month: string): CivilDate => `${month}-01` as CivilDate;

/** The month that is so many later, or earlier. */
export function monthsLater(month: string, count: number): string {
  const [year = 0, of = 1] = month.split('-').map(Number);
  const at = year * 12 + of - 1 + count;
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** Every month from one to another, both included. */
export function monthsFrom(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = monthsLater(month, 1)) months.push(month);
  return months;
}
