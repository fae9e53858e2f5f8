import type { Period } from '@sportello/contracts/practices/queue';
import { invalidInput } from '@sportello/contracts/problems';
import { addDays, romeDate, romeInstant, weekday } from '@sportello/italy/rome-time';
import { Problem } from '@sportello/messaging/problem';

/** From the first instant, included, to the last, excluded; null has no bound. */
export interface Range {
  from: Date | null;
  to: Date | null;
}

/** Days of Europe/Rome, both included; null has no bound. Weeks begin on Monday. */
function daysOf(period: Exclude<Period, 'custom'>, today: string): [string, string] {
  const monday = addDays(today, 1 - weekday(today));
  const first = `${today.slice(0, 8)}01`;
  const lastOfBefore = addDays(first, -1);
  switch (period) {
    case 'today':
      return [today, today];
    case 'yesterday':
      return [addDays(today, -1), addDays(today, -1)];
    case 'this-week':
      return [monday, addDays(monday, 6)];
    case 'last-week':
      return [addDays(monday, -7), addDays(monday, -1)];
    case 'this-month':
      return [first, addDays(`${addDays(first, 31).slice(0, 8)}01`, -1)];
    case 'last-month':
      return [`${lastOfBefore.slice(0, 8)}01`, lastOfBefore];
  }
}

/**
 * The instants of a period of the queue's filter (PRA-29). Days are those of Europe/Rome, also across a change of the clock.
 * @throws Problem `invalidInput` for a custom period that ends before it begins, and for days of another period
 */
export function rangeOf(period: Period | undefined, custom: { from?: string | undefined; to?: string | undefined }, now: Date): Range {
  const days = (['from', 'to'] as const).filter((name) => custom[name] !== undefined);
  if (period !== 'custom' && days.length > 0)
    throw new Problem(invalidInput, undefined, { errors: days.map((name) => ({ pointer: `/${name}`, detail: notCustom })) });
  if (period === undefined) return { from: null, to: null };
  if (period !== 'custom') {
    const [first, last] = daysOf(period, romeDate(now));
    return { from: romeInstant(first), to: romeInstant(addDays(last, 1)) };
  }
  const { from, to } = custom;
  if (from && to && from > to) throw new Problem(invalidInput, backwards);
  return { from: from ? romeInstant(from) : null, to: to ? romeInstant(addDays(to, 1)) : null };
}

const backwards = { it: 'La data di fine viene prima della data di inizio', en: 'The end date comes before the start date' };
const notCustom = { it: 'Vale solo con il periodo «custom»', en: 'Only with the period `custom`' };
