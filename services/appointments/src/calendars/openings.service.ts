import { Controller } from '@nestjs/common';
import {
  closeOnHolidays,
  deleteClosing,
  deleteOpening,
  listOpenings,
  openingInUse,
  openingNotFound,
  putClosing,
  putOpening,
} from '@sportello/contracts/appointments/openings';
import type { Input, Output } from '@sportello/contracts/contract';
import { idReused, invalidInput } from '@sportello/contracts/problems';
import { easter, holidaysOf } from '@sportello/italy/holidays';
import { addDays, type CivilDate, displayDate, isCivilDate, romeDate, romeInstant } from '@sportello/italy/rome-time';
import type { Actor } from '@sportello/messaging/actor';
import { checkVersion, type FieldError, Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { stableId } from '@sportello/messaging/stable-id';
import { holds } from '@sportello/service/canonical-json';
import { DataSource, type EntityManager, MoreThan, Not } from 'typeorm';
import { type Applicant, Appointment } from '../appointments/appointment.entity.js';
import { lockClosings } from '../appointments/places.js';
import { lastDayAllowed, minutesOf, mostAtOnce, mostPlacesWith, type OpenHours, officersReach, placesOn } from '../slots/slots.js';
import { accessCalendar } from './access.js';
import { Calendar } from './calendar.entity.js';
import { ClosingPeriod, Opening } from './opening.entity.js';
import { tellChanged } from './tell-changed.js';

/** Of a calendar: the lists are read in one piece. */
const MOST_OPENINGS = 200;
const MOST_CLOSINGS = 500;
/** Of one closing period: who closes for longer hides the calendar. */
const MOST_CLOSED_DAYS = 366;
/** Hours of one day at which meetings can begin: a week of them is told at once. */
const MOST_PLACES = 1_000;
/** Appointments that an answer names. */
const NAMED = 50;

/** When a calendar is open, and when it is closed all the same. */
@Controller()
export class OpeningsService {
  constructor(private readonly db: DataSource) {}

  @Handles(listOpenings)
  async list({ calendarId }: Input<typeof listOpenings>, actor: Actor): Promise<Output<typeof listOpenings>> {
    const { manager } = this.db;
    await accessCalendar(manager, calendarId, actor);
    const now = new Date();
    const openings = await manager.find(Opening, { where: { calendarId }, order: { toDay: 'ASC', id: 'ASC' }, take: MOST_OPENINGS });
    const closings = await manager.find(ClosingPeriod, {
      where: { calendarId, endsAt: MoreThan(now) },
      order: { startsAt: 'ASC', id: 'ASC' },
      take: MOST_CLOSINGS,
    });
    return { openings: openings.map((opening) => shown(opening, now)), closings };
  }

  /** What would leave appointments outside is refused as a deletion is. */
  @Handles(putOpening)
  async put({ version, ...asked }: Input<typeof putOpening>, actor: Actor): Promise<Output<typeof putOpening>> {
    const now = new Date();
    const { id, calendarId } = asked;
    return this.db.transaction(async (tx) => {
      const calendar = await accessCalendar(tx, calendarId, actor, 'change');
      const known = await tx.findOne(Opening, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (known && known.calendarId !== calendarId) throw new Problem(version === 0 ? idReused : openingNotFound);
      if (known?.version === version + 1 && holds(known, asked)) return shown(known, now);
      checkVersion(version, known?.version ?? 0);
      checkHours(asked, known, now);
      const opening = tx.create(Opening, { ...asked, organizationId: calendar.organizationId, version: version + 1 });
      if (known) await checkInside(tx, known, opening, now);
      const others = await tx.findBy(Opening, { calendarId, id: Not(id) });
      if (!known && others.length >= MOST_OPENINGS) throw invalid([{ pointer: '/id', detail: tooMany }]);
      if (mostPlacesWith(opening, others) > MOST_PLACES) throw invalid([{ pointer: '/minutes', detail: tooManyPlaces }]);
      await tx.save(opening);
      await hoursChanged(tx, calendar, now);
      return shown(opening, now);
    });
  }

  @Handles(deleteOpening)
  async delete({ id, version }: Input<typeof deleteOpening>, actor: Actor): Promise<Output<typeof deleteOpening>> {
    const now = new Date();
    return this.db.transaction(async (tx) => {
      const known = await tx.findOneBy(Opening, { id });
      const calendar = known && (await accessCalendar(tx, known.calendarId, actor, 'change').catch(notOfHers));
      const opening = calendar && (await tx.findOne(Opening, { where: { id }, lock: { mode: 'pessimistic_write' } }));
      if (!opening) throw new Problem(openingNotFound);
      checkVersion(version, opening.version);
      await checkInside(tx, opening, null, now);
      await tx.delete(Opening, { id });
      await hoursChanged(tx, calendar, now);
      return { id };
    });
  }

  @Handles(putClosing)
  async putClosing({ id, ...asked }: Input<typeof putClosing>, actor: Actor): Promise<Output<typeof putClosing>> {
    const now = new Date();
    checkPeriod(asked, now);
    const { calendarId } = asked;
    return this.db.transaction(async (tx) => {
      const calendar = await accessCalendar(tx, calendarId, actor, 'change');
      const known = await tx.findOneBy(ClosingPeriod, { id });
      if (known && known.calendarId !== calendarId) throw new Problem(idReused);
      if (!known && (await tx.countBy(ClosingPeriod, { calendarId, endsAt: MoreThan(now) })) >= MOST_CLOSINGS)
        throw invalid([{ pointer: '/id', detail: tooManyClosings }]);
      await lockClosings(tx, calendarId);
      const closing = tx.create(ClosingPeriod, { id, ...asked, organizationId: calendar.organizationId });
      await tx.save(closing);
      await hoursChanged(tx, calendar, now);
      return { ...closing, inside: await heldWithin(tx, calendarId, [closing]) };
    });
  }

  @Handles(deleteClosing)
  async deleteClosing({ id }: Input<typeof deleteClosing>, actor: Actor): Promise<Output<typeof deleteClosing>> {
    return this.db.transaction(async (tx) => {
      const known = await tx.findOneBy(ClosingPeriod, { id });
      const calendar = known && (await accessCalendar(tx, known.calendarId, actor, 'change').catch(notOfHers));
      if (!calendar) throw new Problem(openingNotFound);
      await tx.delete(ClosingPeriod, { id });
      await hoursChanged(tx, calendar, new Date());
      return { id };
    });
  }

  /** The ids are made of calendar and day: said again, or twice at once, each day is closed once. */
  @Handles(closeOnHolidays)
  async closeOnHolidays(
    { calendarId, year, patron }: Input<typeof closeOnHolidays>,
    actor: Actor,
  ): Promise<Output<typeof closeOnHolidays>> {
    if (patron !== null && !isCivilDate(`${year}-${patron}`)) throw invalid([{ pointer: '/patron', detail: noSuchDay }]);
    const now = new Date();
    const today = romeDate(now);
    if (`${year}-12-31` < today || `${year}-01-01` > addDays(today, officersReach.horizonDays))
      throw invalid([{ pointer: '/year', detail: noSuchYear }]);
    const holidays: [CivilDate, string][] = [
      ...holidaysOf(year).map((day): [CivilDate, string] => [day, 'Festività nazionale']),
      [easter(year), 'Pasqua'],
      ...(patron === null ? [] : [[`${year}-${patron}`, 'Festa patronale'] as [CivilDate, string]]),
    ];
    const days = holidays.filter(([day]) => day >= today);
    return this.db.transaction(async (tx) => {
      const calendar = await accessCalendar(tx, calendarId, actor, 'change');
      const closings = days.map(([day, reason]) => {
        const startsAt = romeInstant(day);
        const { organizationId } = calendar;
        return tx.create(ClosingPeriod, {
          ...{ id: stableId(startsAt, 'holiday', calendarId), organizationId, calendarId, reason },
          ...{ startsAt, endsAt: romeInstant(addDays(day, 1)) },
        });
      });
      if (closings.length === 0) return { added: 0, inside: [] };
      await lockClosings(tx, calendarId);
      const { raw } = await tx.createQueryBuilder().insert().into(ClosingPeriod).values(closings).orIgnore().returning('id').execute();
      const added = (raw as unknown[]).length;
      if (added > 0 && (await tx.countBy(ClosingPeriod, { calendarId, endsAt: MoreThan(now) })) > MOST_CLOSINGS)
        throw invalid([{ pointer: '/year', detail: tooManyClosings }]);
      if (added > 0) await hoursChanged(tx, calendar, now);
      return { added, inside: await heldWithin(tx, calendarId, closings) };
    });
  }
}

const notOfHers = (error: unknown): never => {
  throw error instanceof Problem && error.problem.status === 404 ? new Problem(openingNotFound) : error;
};

const shown = (opening: Opening, now: Date): Output<typeof putOpening> => ({ ...opening, isExpired: opening.toDay < romeDate(now) });

async function hoursChanged(tx: EntityManager, calendar: Calendar, now: Date): Promise<void> {
  await tx.increment(Calendar, { id: calendar.id }, 'hoursVersion', 1);
  await tellChanged(tx, calendar, now);
}

/** What the shape of each field does not show. @throws Problem `invalidInput` with each field that is wrong */
function checkHours({ fromDay, toDay, opensAt, closesAt, minutes, gapMinutes }: OpenHours, known: Opening | null, now: Date): void {
  const errors: FieldError[] = [];
  const last = lastDayAllowed(now);
  const length = minutesOf(closesAt) - minutesOf(opensAt);
  if (toDay < fromDay) errors.push({ pointer: '/toDay', detail: endsBefore });
  // Hours of past years can still be edited, and end when they ended.
  else if (toDay > last && toDay !== known?.toDay) errors.push({ pointer: '/toDay', detail: beyond(last) });
  if (length <= 0) errors.push({ pointer: '/closesAt', detail: closesBefore });
  else if (minutes > length) errors.push({ pointer: '/minutes', detail: tooLong });
  else if (gapMinutes > length) errors.push({ pointer: '/gapMinutes', detail: tooLong });
  if (errors.length > 0) throw invalid(errors);
}

/** @throws Problem `invalidInput` for a closing period that is over, longer than a year, or further away than anybody books */
function checkPeriod({ startsAt, endsAt }: Pick<ClosingPeriod, 'startsAt' | 'endsAt'>, now: Date): void {
  const errors: FieldError[] = [];
  if (endsAt <= startsAt) errors.push({ pointer: '/endsAt', detail: endsBefore });
  else if (endsAt <= now) errors.push({ pointer: '/endsAt', detail: isOver });
  else if (romeDate(endsAt) > addDays(romeDate(startsAt), MOST_CLOSED_DAYS)) errors.push({ pointer: '/endsAt', detail: closedTooLong });
  if (romeDate(startsAt) > addDays(romeDate(now), officersReach.horizonDays)) errors.push({ pointer: '/startsAt', detail: tooFar });
  if (errors.length > 0) throw invalid(errors);
}

const invalid = (errors: FieldError[]) => new Problem(invalidInput, undefined, { errors });
const endsBefore = { it: 'La fine viene prima dell’inizio', en: 'It ends before it begins' };
const closesBefore = { it: 'L’orario di chiusura deve venire dopo quello di apertura', en: 'It has to close after it opens' };
const tooLong = { it: 'Non sta fra apertura e chiusura', en: 'It does not fit between opening and closing' };
const tooMany = {
  it: 'Questo calendario ne ha già troppi: elimina quelli scaduti',
  en: 'This calendar has too many already: delete those that are over',
};
const tooManyClosings = {
  it: 'Questo calendario ha già troppi periodi di chiusura: elimina quelli che non servono',
  en: 'This calendar has too many closing periods already: delete those that are not needed',
};
const tooManyPlaces = {
  it: `In un giorno il calendario avrebbe più di ${MOST_PLACES} orari: servono incontri più lunghi, o meno aperture`,
  en: `On one day the calendar would have more than ${MOST_PLACES} hours to choose: longer meetings are needed, or fewer opening hours`,
};
const isOver = { it: 'Questo periodo è già passato', en: 'This period is over already' };
const closedTooLong = {
  it: `Un periodo di chiusura dura al massimo ${MOST_CLOSED_DAYS} giorni`,
  en: `A closing period lasts ${MOST_CLOSED_DAYS} days at most`,
};
const tooFar = { it: 'Si chiude al massimo due anni in anticipo', en: 'It is closed two years ahead at most' };
const noSuchYear = {
  it: 'Scegli quest’anno o uno dei due successivi: le festività passate non si chiudono',
  en: 'Choose this year or one of the two after it: holidays that are over are not closed',
};
const noSuchDay = { it: 'In quell’anno non c’è questo giorno', en: 'That year has no such day' };
const beyond = (day: CivilDate) => ({
  it: `La data di fine non può superare il ${displayDate(day)}`,
  en: `The last day cannot be later than ${displayDate(day)}`,
});

/**
 * Who books holds the opening hours until her transaction ends, and this one holds them alone: none is booked meanwhile.
 * @param changed null for a deletion
 * @throws Problem `openingInUse` with the appointments ahead that would be outside
 */
async function checkInside(tx: EntityManager, { id }: Opening, changed: Opening | null, now: Date): Promise<void> {
  const ahead: { id: string; startsAt: Date; endsAt: Date; busyUntil: Date; day: string; applicant: Applicant | null }[] = await tx
    .createQueryBuilder(Appointment, 'appointment')
    .select(['id', 'day::text as day', 'applicant'])
    .addSelect('starts_at', 'startsAt')
    .addSelect('ends_at', 'endsAt')
    .where({ openingId: id, startsAt: MoreThan(now) })
    .andWhere("(status in ('awaiting_approval', 'confirmed') or (status = 'draft' and held_until > :now))", { now })
    .orderBy('starts_at')
    .getRawMany();
  const outside = changed === null ? ahead : ahead.filter((one) => !isWithin(changed, one));
  const isCrowded = changed !== null && outside.length === 0 && isTooSmall(changed, ahead);
  if (outside.length === 0 && !isCrowded) return;
  const appointments = (isCrowded ? ahead : outside).slice(0, NAMED).map(named);
  throw new Problem(openingInUse, undefined, { appointments, count: isCrowded ? ahead.length : outside.length });
}

type Held = { day: string; startsAt: Date; endsAt: Date };

/** A meeting may stand where the new hours let one begin. */
const isWithin = (opening: OpenHours, { day, startsAt, endsAt }: Held): boolean =>
  placesOn(day, opening, (endsAt.getTime() - startsAt.getTime()) / 60_000).some(({ start }) => start === startsAt.getTime());

/** Whether more run at once than there would be places for. */
const isTooSmall = ({ parallel }: OpenHours, ahead: readonly Held[]): boolean =>
  mostAtOnce(
    ahead.map(({ startsAt, endsAt }) => ({ start: startsAt.getTime(), end: endsAt.getTime() })),
    { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY },
  ) > parallel;

const named = ({ id, startsAt, applicant }: { id: string; startsAt: Date; applicant: Applicant | null }) => ({
  id,
  startsAt,
  applicant: applicant ? `${applicant.givenName} ${applicant.familyName}` : 'Bozza',
});

async function heldWithin(tx: EntityManager, calendarId: string, closings: readonly Pick<ClosingPeriod, 'startsAt' | 'endsAt'>[]) {
  const found = await tx
    .createQueryBuilder(Appointment, 'appointment')
    .where({ calendarId })
    .andWhere("status in ('awaiting_approval', 'confirmed') and starts_at > now()")
    .andWhere(
      'exists (select 1 from unnest(:starts::timestamptz[], :ends::timestamptz[]) as closed (since, until) where starts_at < closed.until and ends_at > closed.since)',
      { starts: closings.map(({ startsAt }) => startsAt), ends: closings.map(({ endsAt }) => endsAt) },
    )
    .orderBy('appointment.startsAt')
    .limit(NAMED)
    .getMany();
  return found.map(named);
}
