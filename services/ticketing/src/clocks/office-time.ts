/**
 * The time of an office: plain functions of its hours. Hours are Rome's, instants are counted, so a day on which an hour is lost has an hour
 * less. From the opening on it counts, at the closing it does not any longer.
 */
import type { ClosedDay, DeskHours } from '@sportello/contracts/ticketing/desks';
import { addWorkingDays, isNationalHoliday } from '@sportello/italy/holidays';
import { addDays, type CivilDate, romeDate, romeInstant, weekday } from '@sportello/italy/rome-time';

export interface OfficeHours {
  hours: readonly DeskHours[];
  closedDays: readonly ClosedDay[];
}

/** From an instant on and before another, in milliseconds. */
interface Span {
  start: number;
  end: number;
}

/** No office is closed for longer than this on end; what is due later than that is due never. Days. */
const MOST_DAYS = 3_660;

const instantOf = (day: CivilDate, time: string): number =>
  (time === '24:00' ? romeInstant(addDays(day, 1)) : romeInstant(day, time)).getTime();

/** When an office is open on a day, in order; hours that overlap are one stretch. */
export function openSpans({ hours, closedDays }: OfficeHours, day: CivilDate): Span[] {
  // Sundays are no holidays here: hours say whether an office is open on them.
  if (isNationalHoliday(day) || closedDays.some((closed) => closed.day === day)) return [];
  const today = weekday(day);
  const spans = hours
    .filter(({ weekdays }) => weekdays.includes(today))
    .map(({ opensAt, closesAt }) => ({ start: instantOf(day, opensAt), end: instantOf(day, closesAt) }))
    .sort((one, other) => one.start - other.start);
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else joined.push({ ...span });
  }
  return joined;
}

/** How long an office is open from one instant to another, in milliseconds. */
export function openTime(office: OfficeHours, from: Date, to: Date): number {
  if (to <= from) return 0;
  const last = romeDate(to);
  let sum = 0;
  for (let day = romeDate(from); day <= last; day = addDays(day, 1))
    for (const { start, end } of openSpans(office, day)) sum += Math.max(0, Math.min(end, to.getTime()) - Math.max(start, from.getTime()));
  return sum;
}

/** The first instant at which an office was open for so long. @returns null for what never comes */
export function afterOpenTime(office: OfficeHours, from: Date, milliseconds: number): Date | null {
  let left = milliseconds;
  if (left <= 0) return from;
  let day = romeDate(from);
  for (let days = 0; days <= MOST_DAYS; days += 1, day = addDays(day, 1)) {
    for (const { start, end } of openSpans(office, day)) {
      const begin = Math.max(start, from.getTime());
      if (begin >= end) continue;
      if (left <= end - begin) return new Date(begin + left);
      left -= end - begin;
    }
  }
  return null;
}

export const isOpenAt = (office: OfficeHours, at: Date): boolean =>
  openSpans(office, romeDate(at)).some(({ start, end }) => start <= at.getTime() && at.getTime() < end);

/** When an office opens next. @returns the instant itself while it is open, null for one that never does */
export function nextOpening(office: OfficeHours, from: Date): Date | null {
  const day = romeDate(from);
  for (let days = 0; days <= MOST_DAYS; days += 1)
    for (const { start, end } of openSpans(office, addDays(day, days)))
      if (from.getTime() < end) return new Date(Math.max(start, from.getTime()));
  return null;
}

/** The day that is so many working days later, without those on which an office is closed out of turn. */
export function deskDaysLater({ closedDays }: Pick<OfficeHours, 'closedDays'>, from: CivilDate, days: number): CivilDate {
  const closed = new Set(closedDays.map(({ day }) => day));
  let day = from;
  for (let left = days; left > 0; ) {
    day = addWorkingDays(day, 1);
    if (!closed.has(day)) left -= 1;
  }
  return day;
}

/** The days of a stretch on which an office would be open by its hours, and is not: `null` is a national holiday. */
export function daysLeftOut({ hours, closedDays }: OfficeHours, from: Date, to: Date): { day: CivilDate; reason: string | null }[] {
  const last = romeDate(to);
  const found: { day: CivilDate; reason: string | null }[] = [];
  for (let day = romeDate(from); day <= last && found.length < 50; day = addDays(day, 1)) {
    if (!hours.some(({ weekdays }) => weekdays.includes(weekday(day)))) continue;
    const closed = closedDays.find((each) => each.day === day);
    if (closed || isNationalHoliday(day)) found.push({ day, reason: closed?.reason ?? null });
  }
  return found;
}
