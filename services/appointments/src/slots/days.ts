import { Injectable } from '@nestjs/common';
import { addDays, type CivilDate, romeDate, romeInstant, weekday } from '@sportello/italy/rome-time';
import { DataSource, type EntityManager } from 'typeorm';
import type { Calendar } from '../calendars/calendar.entity.js';
import { ClosingPeriod, Opening } from '../calendars/opening.entity.js';
import { type FreePlace, freeOn, isOpenOn, type Span, stateOf } from './slots.js';

/** What one process remembers of days and of hours: some 100 MB at most. The oldest go first. */
const DAYS_KEPT = 20_000;
const HOURS_KEPT = 1_000;

type Hours = { version: number; openings: Opening[]; closed: Span[] };

/** A day as it was worked out. It holds for these versions, until the first draft in it is over. */
interface Day {
  versions: string;
  until: number;
  places: FreePlace[];
  free: number;
  held: number;
}

/** A day, with the places that are left for everybody. */
export interface ShownDay {
  day: CivilDate;
  state: ReturnType<typeof stateOf>['state'];
  free: number;
  places: FreePlace[];
}

interface TakenRow {
  day: string;
  opening_id: string;
  starts_at: Date;
  busy_until: Date;
  held_until: Date | null;
  number: number;
}

/**
 * What is free on the days of a calendar. Worked out from the rows, and remembered for as long as the versions of the calendar's hours and of the
 * day are those that it was worked out of: every change of a row makes one of them grow, in its transaction.
 */
@Injectable()
export class Days {
  private readonly hours = new Map<string, Hours>();
  private readonly days = new Map<string, Day>();

  constructor(private readonly db: DataSource) {}

  /**
   * @param days at most some forty, in order
   * @param minutes of the meeting, where the service says it
   */
  async show(calendar: Calendar, days: readonly CivilDate[], minutes: number | null, now: Date): Promise<ShownDay[]> {
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined) return [];
    const whole = calendar.limit ? periodAround(first, last, calendar.limit.period) : { first, last };
    const found = await this.find(calendar, whole.first, whole.last, minutes, now);
    const isTaken = limitsOf(calendar, found);
    const today = romeDate(now);
    const [nearest, farthest] = [addDays(today, calendar.noticeDays), addDays(today, calendar.horizonDays)];
    return days.map((day) => {
      const { places, free } = found.get(day) ?? { places: [], free: 0 };
      if (places.length > 0 && isTaken(day) && day >= nearest && day <= farthest) return { day, state: 'full', free: 0, places: [] };
      // Of any other day than this one all places are in reach, or none.
      if (day > today && day >= nearest && day <= farthest)
        return { day, state: places.length === 0 ? 'none' : free > 0 ? 'free' : 'full', free, places };
      return { day, ...stateOf(places, calendar, now), places };
    });
  }

  /** The days of a calendar, between two, that have places. */
  private async find(
    calendar: Calendar,
    first: CivilDate,
    last: CivilDate,
    minutes: number | null,
    now: Date,
  ): Promise<Map<CivilDate, Day>> {
    const versions = await this.versionsOf(calendar.id, first, last);
    const hours = await this.hoursOf(calendar);
    const found = new Map<CivilDate, Day>();
    const missing: CivilDate[] = [];
    for (let day = first; day <= last; day = addDays(day, 1)) {
      if (!hours.openings.some((opening) => isOpenOn(opening, day))) continue;
      const known = this.days.get(keyOf(calendar.id, day, minutes));
      if (known?.versions === `${hours.version}.${versions.get(day) ?? 0}` && known.until > now.getTime()) found.set(day, known);
      else missing.push(day);
    }
    if (missing.length === 0) return found;
    const taken = await takenOn(this.db.manager, calendar.id, missing, now);
    for (const day of missing) {
      const rows = taken.filter((row) => row.day === day);
      const made = workOut(day, hours, rows, minutes);
      // Of what was booked since the versions were read nothing is remembered: the version is then a newer one.
      const worked = { ...made, versions: `${hours.version}.${versions.get(day) ?? 0}` };
      found.set(day, worked);
      keep(this.days, keyOf(calendar.id, day, minutes), worked, DAYS_KEPT);
    }
    return found;
  }

  private async versionsOf(calendarId: string, first: CivilDate, last: CivilDate): Promise<Map<CivilDate, number>> {
    const rows: { day: string; version: number }[] = await this.db.query(
      'select day::text as day, version from calendar_days where calendar_id = $1 and day between $2 and $3',
      [calendarId, first, last],
    );
    return new Map(rows.map(({ day, version }) => [day, version]));
  }

  private async hoursOf({ id, hoursVersion }: Calendar): Promise<Hours> {
    const known = this.hours.get(id);
    if (known?.version === hoursVersion) return known;
    const openings = await this.db.manager.findBy(Opening, { calendarId: id });
    const closings = await this.db.manager.findBy(ClosingPeriod, { calendarId: id });
    const hours = {
      version: hoursVersion,
      openings,
      closed: closings.map(({ startsAt, endsAt }) => ({ start: startsAt.getTime(), end: endsAt.getTime() })),
    };
    keep(this.hours, id, hours, HOURS_KEPT);
    return hours;
  }
}

const keyOf = (calendarId: string, day: CivilDate, minutes: number | null) => `${calendarId}.${day}.${minutes ?? ''}`;

/** Remembers something, and forgets what is oldest beyond a number. */
export function keep<T>(among: Map<string, T>, key: string, value: T, most: number): void {
  among.delete(key);
  const oldest = among.size >= most ? among.keys().next().value : undefined;
  if (oldest !== undefined) among.delete(oldest);
  among.set(key, value);
}

function workOut(day: CivilDate, { openings, closed }: Hours, rows: readonly TakenRow[], minutes: number | null): Omit<Day, 'versions'> {
  const near = closed.filter(({ start, end }) => start < romeInstant(addDays(day, 1)).getTime() && end > romeInstant(day).getTime());
  const places = openings.flatMap((opening) => {
    const taken = rows
      .filter((row) => row.opening_id === opening.id)
      .flatMap(({ starts_at, busy_until, number }) => Array<Span>(number).fill({ start: starts_at.getTime(), end: busy_until.getTime() }));
    return freeOn(day, opening, { taken, closed: near, minutes: minutes ?? undefined });
  });
  places.sort((one, other) => one.start - other.start || (one.openingId < other.openingId ? -1 : 1));
  const drafts = rows.flatMap(({ held_until }) => (held_until ? [held_until.getTime()] : []));
  return {
    places,
    free: places.reduce((sum, place) => sum + Math.max(0, place.free), 0),
    held: rows.reduce((sum, { number }) => sum + number, 0),
    until: Math.min(Number.POSITIVE_INFINITY, ...drafts),
  };
}

/** What takes a place on these days, those alike together. */
const takenOn = (tx: EntityManager, calendarId: string, days: readonly CivilDate[], now: Date): Promise<TakenRow[]> =>
  tx.query(
    `select day::text as day, opening_id, starts_at, busy_until, case when status = 'draft' then held_until end as held_until, count(*)::int as number
     from appointments
     where calendar_id = $1 and starts_at >= $2 and starts_at < $3 and holds_place(status, held_until, $4)
     group by 1, 2, 3, 4, 5`,
    [calendarId, romeInstant(days[0] as CivilDate), romeInstant(addDays(days.at(-1) as CivilDate, 1)), now],
  );

/** The days from the beginning of the period of one to the end of that of another. */
function periodAround(first: CivilDate, last: CivilDate, period: 'day' | 'week' | 'month'): { first: CivilDate; last: CivilDate } {
  if (period === 'day') return { first, last };
  if (period === 'week') return { first: addDays(first, 1 - weekday(first)), last: addDays(last, 7 - weekday(last)) };
  return { first: `${first.slice(0, 7)}-01`, last: addDays(`${addDays(`${last.slice(0, 7)}-28`, 4).slice(0, 7)}-01`, -1) };
}

/** Whether the calendar takes no more in the period of a day. */
function limitsOf({ limit }: Calendar, days: ReadonlyMap<CivilDate, Day>): (day: CivilDate) => boolean {
  if (!limit) return () => false;
  const held = new Map<CivilDate, number>();
  const nameOf = (day: CivilDate) => periodAround(day, day, limit.period).first;
  for (const [day, { held: number }] of days) held.set(nameOf(day), (held.get(nameOf(day)) ?? 0) + number);
  return (day) => (held.get(nameOf(day)) ?? 0) >= limit.count;
}
