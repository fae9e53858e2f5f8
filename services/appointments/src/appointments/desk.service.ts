import { Controller } from '@nestjs/common';
import { appointmentClosed, appointmentNotFound } from '@sportello/contracts/appointments/appointments';
import {
  changeAppointment,
  createAppointment,
  decideAppointment,
  exportAppointments,
  findAppointments,
  getDeskAppointment,
  listCalendarAppointments,
  listDeskDays,
  listPracticeAppointments,
  noteOutcome,
  tooManyToExport,
} from '@sportello/contracts/appointments/desk';
import type { Input, Output } from '@sportello/contracts/contract';
import { idReused } from '@sportello/contracts/problems';
import { namesOf } from '@sportello/directory/copies';
import { officerOf } from '@sportello/directory/officers';
import { addDays, romeInstant } from '@sportello/italy/rome-time';
import { wordsIn } from '@sportello/italy/search-words';
import type { Actor } from '@sportello/messaging/actor';
import { checkVersion, Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { canonicalJson } from '@sportello/service/canonical-json';
import { ascending, byInstant } from '@sportello/service/paging';
import { DataSource, type EntityManager, In, IsNull, Not, type SelectQueryBuilder } from 'typeorm';
import { accessCalendar } from '../calendars/access.js';
import { Calendar } from '../calendars/calendar.entity.js';
import { Days } from '../slots/days.js';
import { Offers } from '../slots/offers.js';
import { daysOf, officersReach } from '../slots/slots.js';
import { Appointment, heldBy, type Move } from './appointment.entity.js';
import { checkFiscal, checkService } from './appointments.service.js';
import { wordsOf } from './bookings.js';
import { AppointmentFiles } from './exports.js';
import type { News } from './news.js';
import { noteRead } from './noted.js';
import { checkLimits, placeAt, put } from './places.js';
import { Reading } from './reading.js';

const inOrder = ascending<Appointment>([byInstant('appointment.startsAt', ({ startsAt }) => startsAt)], 'appointment.id');

/** Appointments in one file. */
const MOST_EXPORTED = 2_000;

type Shown = Output<typeof getDeskAppointment>;
type Listed = Omit<Input<typeof exportAppointments>, 'format'>;

/** What officers do with the appointments of the calendars to which they are enabled. */
@Controller()
export class DeskService {
  constructor(
    private readonly db: DataSource,
    private readonly offers: Offers,
    private readonly days: Days,
    private readonly reading: Reading,
    private readonly files: AppointmentFiles,
  ) {}

  @Handles(listCalendarAppointments)
  async list(
    { limit, after, ...listed }: Input<typeof listCalendarAppointments>,
    actor: Actor,
  ): Promise<Output<typeof listCalendarAppointments>> {
    const { manager } = this.db;
    await accessCalendar(manager, listed.calendarId, actor);
    const { items, next } = await inOrder.pageOf(this.listed(listed), { limit, after });
    await noteRead(this.db, actor, items);
    return { items: await this.reading.atDesk(manager, items, new Date()), next };
  }

  @Handles(listDeskDays)
  async listDays({ calendarId, month }: Input<typeof listDeskDays>, actor: Actor): Promise<Output<typeof listDeskDays>> {
    const { manager } = this.db;
    const calendar = Object.assign(await accessCalendar(manager, calendarId, actor), officersReach);
    const days = daysOf(month);
    const shown = await this.days.show(calendar, days, null, new Date());
    const counts: { day: string; status: string; number: number }[] = await manager.query(
      `select day::text as day, status, count(*)::int as number from appointments
       where calendar_id = $1 and starts_at >= $2 and starts_at < $3 and applicant is not null group by 1, 2`,
      [calendarId, romeInstant(days[0] as string), romeInstant(addDays(days.at(-1) as string, 1))],
    );
    const count = (day: string, status: string) => counts.find((one) => one.day === day && one.status === status)?.number ?? 0;
    return {
      days: shown.map(({ day, state, free }) => ({
        ...{ day, state, free, awaiting: count(day, 'awaiting_approval'), confirmed: count(day, 'confirmed') },
        ...{ done: count(day, 'done'), missed: count(day, 'missed') },
      })),
    };
  }

  @Handles(findAppointments)
  async find({ search, from, ...page }: Input<typeof findAppointments>, actor: Actor): Promise<Output<typeof findAppointments>> {
    const { organizationId, subjectIds } = await officerOf(this.db.manager, actor, 'calendar');
    // One letter is in everybody's name.
    const words = wordsIn(search).filter(({ length }) => length > 1);
    if (words.length === 0) return { items: [], next: null };
    const query = this.db.createQueryBuilder(Appointment, 'appointment').where({ organizationId });
    query.andWhere('appointment.applicant is not null');
    if (subjectIds) query.andWhere('appointment.calendarId = any(:subjectIds::uuid[])', { subjectIds });
    if (from) query.andWhere('appointment.startsAt >= :from', { from });
    const { items, next } = await inOrder.pageOf(among(query, words), page);
    await noteRead(this.db, actor, items);
    return { items: await this.reading.atDesk(this.db.manager, items, new Date()), next };
  }

  @Handles(listPracticeAppointments)
  async listOfPractice(
    { practiceId }: Input<typeof listPracticeAppointments>,
    actor: Actor,
  ): Promise<Output<typeof listPracticeAppointments>> {
    const { manager } = this.db;
    const { organizationId, subjectIds } = await officerOf(manager, actor, 'calendar');
    const items = await manager.find(Appointment, {
      where: { organizationId, practiceId, applicant: Not(IsNull()), ...(subjectIds && { calendarId: In(subjectIds) }) },
      order: { startsAt: 'DESC' },
      take: 20,
    });
    await noteRead(this.db, actor, items);
    return { items: await this.reading.atDesk(manager, items, new Date()) };
  }

  @Handles(exportAppointments)
  async export({ format, ...listed }: Input<typeof exportAppointments>, actor: Actor): Promise<Output<typeof exportAppointments>> {
    const { manager } = this.db;
    const calendar = await accessCalendar(manager, listed.calendarId, actor);
    const items = await inOrder.bound(this.listed(listed), { limit: MOST_EXPORTED }).getMany();
    if (items.length > MOST_EXPORTED) throw new Problem(tooManyToExport);
    await noteRead(this.db, actor, items, 'appointment-exported');
    const { organizationId } = calendar;
    const organization = (await namesOf(manager, [organizationId])).get(organizationId) ?? '';
    const shown = await this.reading.atDesk(manager, items, new Date());
    return this.files.make({ calendar, organization, items, shown, ...listed }, format, actor.language);
  }

  @Handles(getDeskAppointment)
  async get({ id }: Input<typeof getDeskAppointment>, actor: Actor): Promise<Shown> {
    const { manager } = this.db;
    const { appointment } = await accessAppointment(manager, id, actor, 'read');
    await noteRead(this.db, actor, [appointment]);
    return this.shown(manager, appointment);
  }

  /** The same again is answered as the first time. */
  @Handles(createAppointment)
  async create(
    { id, calendarId, openingId, startsAt, service, ...applicant }: Input<typeof createAppointment>,
    actor: Actor,
  ): Promise<Shown> {
    const now = new Date();
    checkFiscal(applicant.fiscalCode);
    const calendar = Object.assign(await accessCalendar(this.db.manager, calendarId, actor), officersReach);
    checkService(calendar, service);
    const wanted = { openingId, startsAt };
    return this.offers.inTurn(calendar, service, wanted, now, () =>
      this.db.transaction(async (tx) => {
        await accessCalendar(tx, calendarId, actor);
        const known = await tx.findOneBy(Appointment, { id });
        const isSame = known?.calendarId === calendarId && known.service === service && known.isAt(wanted);
        if (known && !(isSame && canonicalJson(known.applicant) === canonicalJson(applicant))) throw new Problem(idReused);
        if (known) return this.shown(tx, known);
        const { organizationId } = calendar;
        const appointment = tx.create(Appointment, {
          ...{ id, organizationId, calendarId, service, status: 'confirmed', heldUntil: null, changedAt: now, personId: null, applicant },
          ...{ words: wordsOf(applicant), ...heldBy(applicant), sender: null },
          ...{
            language: 'it',
            videoLink: null,
            message: null,
            movesMade: 0,
            sequence: 0,
            bookedByOfficer: true,
            practiceId: null,
            remindedAt: null,
            version: 0,
          },
        });
        put(appointment, await placeAt(tx, calendar, service, wanted, now));
        appointment.tellHour(now);
        await checkLimits(tx, calendar, appointment, now);
        await this.reading.write(tx, appointment, { what: 'booked', calendar, at: now, by: actor.personId });
        return this.shown(tx, appointment);
      }),
    );
  }

  /** A video link that is new is told to whoever has the appointment (APP-22, NOT-11). */
  @Handles(changeAppointment)
  change({ id, version, videoLink, ...applicant }: Input<typeof changeAppointment>, actor: Actor): Promise<Shown> {
    checkFiscal(applicant.fiscalCode);
    return this.alter({ id, version, move: 'change' }, actor, (appointment) => {
      const isNewLink = videoLink !== null && videoLink !== appointment.videoLink;
      const hasOtherLink = videoLink !== appointment.videoLink;
      Object.assign(appointment, { applicant, videoLink, ...heldBy(applicant), words: wordsOf(applicant) });
      if (hasOtherLink) appointment.sequence += 1;
      return isNewLink ? { what: 'video' } : null;
    });
  }

  @Handles(noteOutcome)
  noteOutcome({ id, hasHappened, version }: Input<typeof noteOutcome>, actor: Actor): Promise<Shown> {
    return this.alter({ id, version, move: hasHappened ? 'happened' : 'missed' }, actor, (appointment) => {
      appointment.status = hasHappened ? 'done' : 'missed';
      return null;
    });
  }

  @Handles(decideAppointment)
  decide({ id, isApproved, message, version }: Input<typeof decideAppointment>, actor: Actor): Promise<Shown> {
    return this.alter({ id, version, move: 'decide' }, actor, (appointment) => {
      Object.assign(appointment, { status: isApproved ? 'confirmed' : 'refused', message });
      appointment.tellHour(new Date());
      return { what: isApproved ? 'approved' : 'refused', message };
    });
  }

  /**
   * Changes an appointment that an officer may work, in the state in which she saw it.
   * @param by what is done, and what of it is news
   */
  private alter(
    { id, version, move }: { id: string; version: number; move: Move },
    actor: Actor,
    by: (appointment: Appointment) => { what: News; message?: string | null } | null,
  ): Promise<Shown> {
    return this.db.transaction(async (tx) => {
      const at = new Date();
      const { appointment, calendar } = await accessAppointment(tx, id, actor, 'change');
      checkVersion(version, appointment.version);
      if (!appointment.may(move, at)) throw new Problem(appointmentClosed);
      appointment.changedAt = at;
      const news = by(appointment);
      await this.reading.write(tx, appointment, news ? { ...news, calendar, at, by: actor.personId } : undefined);
      return this.shown(tx, appointment);
    });
  }

  private listed({ calendarId, from, to, status, search }: Listed): SelectQueryBuilder<Appointment> {
    const query = this.db
      .createQueryBuilder(Appointment, 'appointment')
      .where({ calendarId, ...(status && { status }) })
      .andWhere('appointment.startsAt >= :from and appointment.startsAt < :to', { from, to })
      // Nobody has booked a draft yet: it is listed as long as it holds its place, and where it is asked for.
      .andWhere(status === 'draft' ? 'appointment.heldUntil > :now' : 'appointment.applicant is not null', { now: new Date() });
    if (!search) return query;
    const words = wordsIn(search);
    // Signs alone are no words: nothing is found, as by the search over all calendars.
    return words.length > 0 ? among(query, words) : query.andWhere('false');
  }

  private async shown(tx: EntityManager, appointment: Appointment): Promise<Shown> {
    const [shown] = await this.reading.atDesk(tx, [appointment], new Date());
    if (!shown) throw new Problem(appointmentNotFound);
    return shown;
  }
}

/** Each word is looked for anywhere in names, fiscal code and reason. */
function among(query: SelectQueryBuilder<Appointment>, words: readonly string[]): SelectQueryBuilder<Appointment> {
  for (const [at, word] of words.slice(0, 5).entries()) query.andWhere(`appointment.words like :word${at}`, { [`word${at}`]: `%${word}%` });
  return query;
}

/** @throws Problem `appointmentNotFound`: not there, and of a calendar that she does not work, are one answer */
export async function accessAppointment(
  tx: EntityManager,
  id: string,
  actor: Actor,
  purpose: 'read' | 'change',
): Promise<{ appointment: Appointment; calendar: Calendar }> {
  const { organizationId, subjectIds } = await officerOf(tx, actor, 'calendar', purpose);
  const lock = purpose === 'change' ? { lock: { mode: 'pessimistic_write' as const } } : {};
  const appointment = await tx.findOne(Appointment, { where: { id, organizationId }, ...lock });
  const calendar =
    appointment && (subjectIds?.includes(appointment.calendarId) ?? true) && (await tx.findOneBy(Calendar, { id: appointment.calendarId }));
  if (!appointment || !calendar) throw new Problem(appointmentNotFound);
  return { appointment, calendar };
}
