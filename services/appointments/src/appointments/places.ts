import { limitReached, slotTaken } from '@sportello/contracts/appointments/appointments';
import { romeDate } from '@sportello/italy/rome-time';
import { Problem } from '@sportello/messaging/problem';
import { type EntityManager, LessThan, MoreThan } from 'typeorm';
import type { Calendar } from '../calendars/calendar.entity.js';
import { ClosingPeriod, Opening } from '../calendars/opening.entity.js';
import { isInReach, type Place, periodOf, placesOn } from '../slots/slots.js';
import type { Appointment } from './appointment.entity.js';

/** What somebody wants of a calendar. */
export interface Wanted {
  openingId: string;
  startsAt: Date;
}

/**
 * The place that opening hours give at an instant. Whether it is still free the database says, when the row is written.
 * @param calendar with the reach of who wants it
 * @throws Problem `slotTaken` for what is outside of opening hours, closed, begun, or out of reach
 */
export async function placeAt(
  tx: EntityManager,
  calendar: Calendar,
  service: string,
  { openingId, startsAt }: Wanted,
  now: Date,
): Promise<Place> {
  // Held until the transaction ends: who changes the hours meanwhile waits, and then counts this place.
  const opening = await tx.findOne(Opening, { where: { id: openingId, calendarId: calendar.id }, lock: { mode: 'pessimistic_read' } });
  const minutes = calendar.minutesFor(service) ?? undefined;
  const place = opening && placesOn(romeDate(startsAt), opening, minutes).find(({ start }) => start === startsAt.getTime());
  if (!place || !isInReach(place.start, calendar, now)) throw new Problem(slotTaken);
  await checkNotClosed(tx, { calendarId: calendar.id, startsAt, endsAt: new Date(place.end) });
  return place;
}

/**
 * Who closes a calendar waits until those who are about to take a place have it, and then finds them; who comes after finds the closing.
 * @throws Problem `slotTaken` for a time in which the calendar is closed
 */
export async function checkNotClosed(
  tx: EntityManager,
  { calendarId, startsAt, endsAt }: Pick<Appointment, 'calendarId' | 'startsAt' | 'endsAt'>,
): Promise<void> {
  await tx.query('select pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [keyOf('closings', calendarId)]);
  const isClosed = await tx.existsBy(ClosingPeriod, { calendarId, startsAt: LessThan(endsAt), endsAt: MoreThan(startsAt) });
  if (isClosed) throw new Problem(slotTaken);
}

/** Before a calendar is closed for a time: see `checkNotClosed`. */
export const lockClosings = (tx: EntityManager, calendarId: string): Promise<unknown> => lock(tx, 'closings', calendarId);

/** Puts an appointment in a place: where it stands, and until when the place is taken. */
export function put(appointment: Appointment, { openingId, start, end, busyUntil }: Place): void {
  const startsAt = new Date(start);
  Object.assign(appointment, { openingId, startsAt, day: romeDate(startsAt), endsAt: new Date(end), busyUntil: new Date(busyUntil) });
}

/** Whoever wants the same waits until the transaction ends: what is counted stays so. */
export const lock = (tx: EntityManager, ...key: string[]): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [keyOf(...key)]);
const keyOf = (...key: string[]) => JSON.stringify(key);

const counted = 'holds_place(status, held_until, $4) and starts_at >= $2 and starts_at < $3';

/**
 * Limits of the calendar and of the person (APP-35, APP-55). Who gives her fiscal code once and only her mail the other time is one person; two
 * with fiscal codes of their own are two, also with one mail. The appointment itself is not counted: a move within a full week is none more. First
 * the person, then the calendar: in one order, so that no two wait for each other.
 * @throws Problem `limitReached`, with those already held where they are the caller's own
 */
export async function checkLimits(tx: EntityManager, calendar: Calendar, appointment: Appointment, now: Date): Promise<void> {
  const { id, organizationId, personId, holder, holderMail, startsAt } = appointment;
  const { limit, personLimit } = calendar;
  if (personLimit && (personId || holder)) {
    const { start, end } = periodOf(startsAt, personLimit.period);
    for (const key of [personId, holder, holderMail].filter((name) => name !== null).sort()) await lock(tx, 'person', organizationId, key);
    const held: { id: string; startsAt: Date; isOwn: boolean }[] = await tx.query(
      `select id, starts_at as "startsAt", person_id is not distinct from $6 and $6 is not null as "isOwn" from appointments
       where organization_id = $1 and (person_id = $6 or holder = any($7::text[]) or holder_mail = $8) and id <> $5 and ${counted} order by starts_at`,
      [organizationId, new Date(start), new Date(end), now, id, personId, [holder, holderMail], holderMail === null ? holder : null],
    );
    if (held.length >= personLimit.count)
      throw new Problem(limitReached, undefined, {
        held: held.filter(({ isOwn }) => isOwn).map(({ id: heldId, startsAt: at }) => ({ id: heldId, startsAt: at })),
      });
  }
  if (!limit) return;
  const { start, end } = periodOf(startsAt, limit.period);
  await lock(tx, 'calendar', calendar.id);
  const [count]: { number: number }[] = await tx.query(
    `select count(*)::int as number from appointments where calendar_id = $1 and id <> $5 and ${counted}`,
    [calendar.id, new Date(start), new Date(end), now, id],
  );
  if ((count?.number ?? 0) >= limit.count) throw new Problem(limitReached, calendarIsFull);
}

const calendarIsFull = {
  it: 'In quel periodo il calendario non accetta altri appuntamenti',
  en: 'The calendar takes no more appointments in that period',
};

/** What the database says when a place is given already (see the migration `keep-places`). */
export const isPlaceTaken = (error: unknown): boolean => (error as { code?: string }).code === 'SP001';
