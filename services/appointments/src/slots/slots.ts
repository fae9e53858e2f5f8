/** The rules of what can be booked: plain functions of opening hours, closing periods and what is taken. Hours are Rome's, instants are counted. */
import type { DayState } from '@sportello/contracts/appointments/slots';
import { addDays, type CivilDate, romeDate, romeDateTime, romeInstant, weekday } from '@sportello/italy/rome-time';

const MINUTE_MS = 60_000;

/** When meetings can be held, and how many at once. */
export interface OpenHours {
  id: string;
  fromDay: CivilDate;
  toDay: CivilDate;
  /** HH:mm */
  opensAt: string;
  /** HH:mm, up to 24:00 */
  closesAt: string;
  /** 1 for Monday to 7 for Sunday. */
  weekdays: readonly number[];
  parallel: number;
  minutes: number;
  gapMinutes: number;
}

/** From an instant on and before another, in milliseconds. */
export interface Span {
  start: number;
  end: number;
}

/** A place in time. `end` is when the meeting ends, `busyUntil` when the next may begin. */
export interface Place extends Span {
  openingId: string;
  busyUntil: number;
}

export interface FreePlace extends Place {
  /** Places left; none or less where all are taken. */
  free: number;
}

const instantOf = (day: CivilDate, time: string): number =>
  (time === '24:00' ? romeInstant(addDays(day, 1)) : romeInstant(day, time)).getTime();

export const isOpenOn = ({ fromDay, toDay, weekdays }: Pick<OpenHours, 'fromDay' | 'toDay' | 'weekdays'>, day: CivilDate): boolean =>
  day >= fromDay && day <= toDay && weekdays.includes(weekday(day));

/**
 * The places in time that opening hours give on a day. They begin at the opening, and every meeting and its gap later; what would end after the
 * closing is none. Minutes are those that pass: on the day when an hour is lost there are fewer, on that when it comes twice more.
 * @param minutes of the meeting, where it is not as long as the opening hours say: it begins where they let meetings begin
 */
export function placesOn(day: CivilDate, opening: OpenHours, minutes = opening.minutes): Place[] {
  if (!isOpenOn(opening, day)) return [];
  const [from, to] = [instantOf(day, opening.opensAt), instantOf(day, opening.closesAt)];
  const step = (opening.minutes + opening.gapMinutes) * MINUTE_MS;
  const length = minutes * MINUTE_MS;
  const places: Place[] = [];
  for (let start = from; start + length <= to; start += step)
    places.push({ openingId: opening.id, start, end: start + length, busyUntil: start + length + opening.gapMinutes * MINUTE_MS });
  return places;
}

/** The most places that a day has which these opening hours share with others of the calendar. */
export function mostPlacesWith(opening: OpenHours, others: readonly OpenHours[]): number {
  const near = others.filter(({ fromDay, toDay }) => fromDay <= opening.toDay && toDay >= opening.fromDay);
  // From the beginning of one to that of the next there are only fewer, and each weekday comes within seven days.
  const begins = new Set([opening.fromDay, ...near.map(({ fromDay }) => fromDay).filter((day) => day > opening.fromDay)]);
  const days = new Set([...begins].flatMap((day) => Array.from({ length: 7 }, (_, at) => addDays(day, at))));
  const counted = [opening, ...near].map((hours) => ({ hours, places: placesOf(hours) }));
  const count = (day: CivilDate) => counted.reduce((sum, { hours, places }) => sum + (isOpenOn(hours, day) ? places : 0), 0);
  return Math.max(0, ...[...days].filter((day) => isOpenOn(opening, day)).map(count));
}

/** HH:mm as minutes of the day. */
export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** On a day of 24 hours. */
const placesOf = ({ opensAt, closesAt, minutes, gapMinutes }: OpenHours): number =>
  Math.floor(Math.max(0, minutesOf(closesAt) - minutesOf(opensAt) + gapMinutes) / (minutes + gapMinutes));

const overlaps = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

/**
 * The most of these that run at once within a time. What counts is how many there are at any instant, not how many touch it: two that follow
 * each other take one place.
 */
export function mostAtOnce(taken: readonly Span[], within: Span): number {
  const touching = taken.filter((span) => overlaps(span, within));
  if (touching.length <= 1) return touching.length;
  const steps = touching
    .flatMap(({ start, end }) => [
      { at: start, by: 1 },
      { at: end, by: -1 },
    ])
    // Ends are open: whoever ends at an instant has gone when another begins.
    .sort((one, other) => one.at - other.at || one.by - other.by);
  let [now, most] = [0, 0];
  for (const { by } of steps) {
    now += by;
    most = Math.max(most, now);
  }
  return most;
}

/** The places of opening hours on a day that no closing period touches, with how many of each are left. */
export function freeOn(
  day: CivilDate,
  opening: OpenHours,
  { taken, closed, minutes }: { taken: readonly Span[]; closed: readonly Span[]; minutes?: number | undefined },
): FreePlace[] {
  const ordered = taken.toSorted((one, other) => one.start - other.start);
  const places = placesOn(day, opening, minutes).filter((place) => !closed.some((period) => overlaps(place, period)));
  let first = 0;
  return places.map((place) => {
    const within = { start: place.start, end: place.busyUntil };
    // What ended before this one began is over for all that follow, unless something longer stands before it.
    while (first < ordered.length && (ordered[first] as Span).end <= place.start) first += 1;
    const near: Span[] = [];
    for (let at = first; at < ordered.length && (ordered[at] as Span).start < within.end; at += 1) near.push(ordered[at] as Span);
    return { ...place, free: opening.parallel - mostAtOnce(near, within) };
  });
}

/** Within which days a calendar can be booked by everybody, seen from now. */
export interface Reach {
  noticeDays: number;
  horizonDays: number;
}

/** Officers book further than everybody: nearer than the notice, and two years ahead. */
export const officersReach: Reach = { noticeDays: 0, horizonDays: 730 };

/** Whether a place is in reach of whoever books: it has not begun, its day is not too near, and not too far. */
export function isInReach(start: number, { noticeDays, horizonDays }: Reach, now: Date): boolean {
  const today = romeDate(now);
  const day = romeDate(new Date(start));
  return start > now.getTime() && day >= addDays(today, noticeDays) && day <= addDays(today, horizonDays);
}

/** How a day is shown, by the places that it has in all and those in reach. */
export function stateOf(places: readonly FreePlace[], reach: Reach, now: Date): { state: DayState; free: number } {
  const within = places.filter(({ start }) => isInReach(start, reach, now));
  const free = within.reduce((sum, place) => sum + Math.max(0, place.free), 0);
  if (free > 0) return { state: 'free', free };
  if (within.length > 0) return { state: 'full', free };
  return { state: places.length > 0 && places.every(({ start }) => start <= now.getTime()) ? 'past' : 'none', free };
}

/**
 * The first instant at which an appointment can no longer be changed by whoever has it: the same hour of the clock so many calendar days before it
 * begins, although a day on which the clock changes has 23 or 25 hours.
 */
export function changeableBefore(startsAt: Date, cancelDays: number): Date {
  const { date, time } = romeDateTime(startsAt);
  return cancelDays === 0 ? startsAt : romeInstant(addDays(date, -cancelDays), time);
}

/** From when to when the period lasts in which an instant lies. Weeks begin on Monday. */
export function periodOf(at: Date, period: 'day' | 'week' | 'month'): Span {
  const day = romeDate(at);
  const first = period === 'day' ? day : period === 'week' ? addDays(day, 1 - weekday(day)) : `${day.slice(0, 7)}-01`;
  const next =
    period === 'day' ? addDays(day, 1) : period === 'week' ? addDays(first, 7) : `${addDays(`${day.slice(0, 7)}-28`, 4).slice(0, 7)}-01`;
  return { start: romeInstant(first).getTime(), end: romeInstant(next).getTime() };
}

/** The last day that opening hours may have: of this year, from 1 November on of the next. */
export function lastDayAllowed(now: Date): CivilDate {
  const today = romeDate(now);
  const year = Number(today.slice(0, 4));
  return `${today.slice(5) >= '11-01' ? year + 1 : year}-12-31`;
}

/** The days of a month, YYYY-MM. */
export function daysOf(month: string): CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) days.push(day);
  return days;
}
