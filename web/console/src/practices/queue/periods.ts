import { addDays, isCivilDate, weekday } from '@sportello/italy/rome-time';
import type { Period } from './filters.js';

/** First and last day of a period, both included, as YYYY-MM-DD. */
export interface Days {
  from: string;
  to: string;
}

const firstOfMonth = (day: string) => `${day.slice(0, 8)}01`;

/**
 * The days that a named period means today; weeks begin on Monday.
 *
 * @param today YYYY-MM-DD in Europe/Rome
 */
export function daysOf(period: Exclude<Period, 'custom'>, today: string): Days {
  const monday = addDays(today, 1 - weekday(today));
  const first = firstOfMonth(today);
  switch (period) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case 'this-week':
      return { from: monday, to: addDays(monday, 6) };
    case 'last-week':
      return { from: addDays(monday, -7), to: addDays(monday, -1) };
    case 'this-month':
      return { from: first, to: addDays(firstOfMonth(addDays(first, 31)), -1) };
    case 'last-month':
      return { from: firstOfMonth(addDays(first, -1)), to: addDays(first, -1) };
  }
}

/** `16/11/2026`, or `16/11/2026 – 22/11/2026`. */
export function writeDays({ from, to }: Days): string {
  const write = (day: string) => day.split('-').reverse().join('/');
  return from === to ? write(from) : `${write(from)} – ${write(to)}`;
}

/** Why two days are no period, or null when they are one. */
export function checkDays(from: string, to: string): 'missing' | 'wrong' | 'reversed' | null {
  if (!from || !to) return 'missing';
  if (!isCivilDate(from) || !isCivilDate(to)) return 'wrong';
  return from <= to ? null : 'reversed';
}
