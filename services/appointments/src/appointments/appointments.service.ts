import { Controller, Inject } from '@nestjs/common';
import {
  appointmentClosed,
  bookAppointment,
  bookingNeedsSignIn,
  cancelAppointment,
  changeTooLate,
  draftExpired,
  getAppointment,
  getCalendarFile,
  holdSlot,
  listOwnAppointments,
  moveAppointment,
  practiceHasAppointment,
  slotTaken,
  tooManyHeld,
} from '@sportello/contracts/appointments/appointments';
import type { Input, Output } from '@sportello/contracts/contract';
import { getPractice } from '@sportello/contracts/practices/practices';
import { idReused, invalidInput } from '@sportello/contracts/problems';
import { isStaff } from '@sportello/directory/officers';
import { checkFiscalCode } from '@sportello/italy/fiscal-code';
import type { Actor } from '@sportello/messaging/actor';
import { Bus } from '@sportello/messaging/bus';
import { checkVersion, ForeignProblem, Problem, type ProblemDocument } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { canonicalJson } from '@sportello/service/canonical-json';
import { CONFIG } from '@sportello/service/config';
import { byInstant, descending } from '@sportello/service/paging';
import { DataSource, type EntityManager, In, LessThanOrEqual, MoreThan, Not } from 'typeorm';
import { Calendar } from '../calendars/calendar.entity.js';
import type { Config } from '../config.js';
import { Offers } from '../slots/offers.js';
import { Appointment } from './appointment.entity.js';
import { Bookings } from './bookings.js';
import { calendarFile } from './calendar-file.js';
import { senderOf } from './codes.js';
import { serviceTitle } from './news.js';
import { noteRead } from './noted.js';
import { checkLimits, checkNotClosed, lock, placeAt, put } from './places.js';
import { Reading } from './reading.js';

const lastFirst = descending<Appointment>([byInstant('appointment.startsAt', ({ startsAt }) => startsAt)], 'appointment.id');

/** Places that one person, or one network address where nobody is signed in, holds at a time while filling in. */
const MOST_HELD = { person: 3, address: 12 };

type Shown = Output<typeof getAppointment>;

/** What whoever books does: holds a place, books it, moves it, gives it back. Officers move and cancel here too. */
@Controller()
export class AppointmentsService {
  constructor(
    private readonly db: DataSource,
    private readonly offers: Offers,
    private readonly bookings: Bookings,
    private readonly reading: Reading,
    private readonly bus: Bus,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The same hold again is answered as the first time. Another slot under the same id lets go of the one before. */
  @Handles(holdSlot)
  hold(input: Input<typeof holdSlot>, actor: Actor): Promise<Shown> {
    return this.holdAt(input, actor, new Date());
  }

  async holdAt({ id, calendarId, service, practiceId, ...wanted }: Input<typeof holdSlot>, actor: Actor, now: Date): Promise<Shown> {
    const calendar = await this.offers.bookable(calendarId, actor);
    const personId = isStaff(actor) ? null : actor.personId;
    if (calendar.needsSignIn && !personId) throw new Problem(bookingNeedsSignIn);
    checkService(calendar, service);
    if (practiceId && !personId) throw new Problem(bookingNeedsSignIn);
    // Practices says whether it is hers: asked on her own behalf, as her page does.
    if (practiceId) await this.checkPractice(practiceId, actor);
    const isNew = async () => !(await this.db.manager.existsBy(Appointment, { id }));
    const hold = async () => {
      // Most who are refused are refused here or before, without a transaction.
      if ((await isNew()) && !(await this.offers.isFree(calendar, service, wanted, now))) throw new Problem(slotTaken);
      return this.db.transaction(async (tx) => {
        const known = await tx.findOne(Appointment, { where: { id }, lock: { mode: 'pessimistic_write' } });
        if (known && !(known.isUnbooked && known.personId === personId && known.calendarId === calendarId)) throw new Problem(idReused);
        const ofPractice = practiceId ?? known?.practiceId ?? null;
        const holds = known?.statusAt(now) === 'draft';
        const isSamePlace = holds && known.isAt(wanted);
        if (isSamePlace && known.service === service && known.practiceId === ofPractice) {
          await checkNotClosed(tx, known);
          return known;
        }
        const sender = senderOf(actor.address, this.config.FILES_SECRET);
        if (!holds) await checkHeld(tx, personId ? { personId } : { sender }, now);
        if (ofPractice) await freePractice(tx, ofPractice, id, now);
        const place = await placeAt(tx, calendar, service, wanted, now);
        const appointment = known ?? newDraft(tx, { id, calendar, personId, actor });
        put(appointment, place);
        // Said again for something else it does not hold the place for longer.
        const heldUntil = isSamePlace ? known.heldUntil : new Date(now.getTime() + calendar.draftMinutes * 60_000);
        Object.assign(appointment, {
          service,
          sender: personId ? null : sender,
          practiceId: ofPractice,
          status: 'draft',
          changedAt: now,
          heldUntil,
        });
        await checkLimits(tx, calendar, appointment, now);
        await this.reading.write(tx, appointment);
        return appointment;
      });
    };
    const held = await this.offers.inTurn(calendar, service, wanted, now, hold, isNew);
    return this.reading.own(this.db.manager, held, calendar, now);
  }

  @Handles(bookAppointment)
  book(input: Input<typeof bookAppointment>, actor: Actor): Promise<Shown> {
    return this.bookAt(input, actor, new Date());
  }

  async bookAt({ code, language, ...applicant }: Input<typeof bookAppointment>, actor: Actor, now: Date): Promise<Shown> {
    checkFiscal(applicant.fiscalCode);
    const { appointment: seen, calendar: at } = await this.bookings.access(this.db.manager, code, actor);
    if (seen.statusAt(now) === 'expired')
      throw new Problem(draftExpired, undefined, { isFree: await this.offers.isFree(at, seen.service, seen, now) });
    const booked = await this.offers.inTurn(at, seen.service, seen, now, () =>
      this.db.transaction(async (tx) => {
        const { appointment, calendar } = await this.bookings.access(tx, code, actor, 'change');
        const isSame = canonicalJson(appointment.applicant) === canonicalJson(applicant);
        if (isSame && (appointment.status === 'confirmed' || appointment.status === 'awaiting_approval')) return appointment;
        if (appointment.statusAt(now) === 'expired') throw new Problem(draftExpired);
        if (!appointment.may('book', now)) throw new Problem(appointmentClosed);
        await checkNotClosed(tx, appointment);
        await this.bookings.confirm(tx, appointment, { calendar, applicant, language: language ?? actor.language, now });
        return appointment;
      }),
    );
    return this.reading.own(this.db.manager, booked, at, now);
  }

  @Handles(getAppointment)
  async get({ code }: Input<typeof getAppointment>, actor: Actor): Promise<Shown> {
    const { appointment, calendar, officerId } = await this.bookings.access(this.db.manager, code, actor);
    if (officerId) await noteRead(this.db, actor, [appointment]);
    return this.reading.own(this.db.manager, appointment, calendar, new Date());
  }

  @Handles(listOwnAppointments)
  async listOwn(
    { practiceId, ...page }: Input<typeof listOwnAppointments>,
    { personId }: Actor,
  ): Promise<Output<typeof listOwnAppointments>> {
    const now = new Date();
    const query = this.db
      .createQueryBuilder(Appointment, 'appointment')
      .where({ personId, ...(practiceId && { practiceId }) })
      .andWhere('appointment.applicant is not null');
    const { items, next } = await lastFirst.pageOf(query, page);
    return { items: await this.reading.ownAll(this.db.manager, items, now), next };
  }

  @Handles(moveAppointment)
  move(input: Input<typeof moveAppointment>, actor: Actor): Promise<Shown> {
    return this.moveAt(input, actor, new Date());
  }

  /** The same move again is answered as the first time. */
  async moveAt({ code, message, ...wanted }: Input<typeof moveAppointment>, actor: Actor, now: Date): Promise<Shown> {
    const { appointment: seen, calendar: at } = await this.bookings.access(this.db.manager, code, actor);
    const moved = await this.offers.inTurn(at, seen.service, wanted, now, () =>
      this.db.transaction(async (tx) => {
        const { appointment, calendar, officerId } = await this.bookings.access(tx, code, actor, 'change');
        if (appointment.isAt(wanted)) return appointment;
        if (!appointment.may('move', now)) throw new Problem(appointmentClosed);
        if (!officerId) {
          checkNotice(appointment, calendar, now);
          if (appointment.movesMade >= calendar.mostMoves) throw new Problem(changeTooLate, movedTooOften);
          appointment.movesMade += 1;
        }
        put(appointment, await placeAt(tx, calendar, appointment.service, wanted, now));
        // What an officer approved she approved for its hour: another one she has not seen.
        if (!officerId && calendar.isModerated) appointment.status = 'awaiting_approval';
        const told = officerId ? message : null;
        Object.assign(appointment, { changedAt: now, sequence: appointment.sequence + 1, message: told });
        appointment.tellHour(now);
        await checkLimits(tx, calendar, appointment, now);
        await this.reading.write(tx, appointment, {
          ...{ what: appointment.status === 'awaiting_approval' ? 'request-moved' : 'moved', calendar, at: now },
          ...{ by: officerId, message: told },
        });
        return appointment;
      }),
    );
    return this.reading.own(this.db.manager, moved, at, now);
  }

  @Handles(cancelAppointment)
  cancel(input: Input<typeof cancelAppointment>, actor: Actor): Promise<Shown> {
    return this.cancelAt(input, actor, new Date());
  }

  async cancelAt({ code, message, version }: Input<typeof cancelAppointment>, actor: Actor, now: Date): Promise<Shown> {
    return this.db.transaction(async (tx) => {
      const { appointment, calendar, officerId } = await this.bookings.access(tx, code, actor, 'change');
      if (appointment.status === 'cancelled') return this.reading.own(tx, appointment, calendar, now);
      if (version !== undefined) checkVersion(version, appointment.version);
      const isDraft = appointment.status === 'draft';
      if (!isDraft && !appointment.may('cancel', now)) throw new Problem(appointmentClosed);
      if (!isDraft && !officerId) checkNotice(appointment, calendar, now);
      Object.assign(appointment, {
        status: 'cancelled',
        heldUntil: null,
        sender: null,
        changedAt: now,
        sequence: appointment.sequence + 1,
      });
      appointment.message = officerId ? message : null;
      const { message: told } = appointment;
      const news = { what: 'cancelled' as const, calendar, at: now, by: officerId, message: told };
      await this.reading.write(tx, appointment, isDraft ? undefined : news);
      return this.reading.own(tx, appointment, calendar, now);
    });
  }

  @Handles(getCalendarFile)
  async getCalendarFile({ code }: Input<typeof getCalendarFile>, actor: Actor): Promise<Output<typeof getCalendarFile>> {
    const { appointment, calendar } = await this.bookings.access(this.db.manager, code, actor);
    if (!appointment.applicant || ['awaiting_approval', 'refused', 'expired'].includes(appointment.status))
      throw new Problem(appointmentClosed);
    const { language } = actor;
    const place = `${calendar.place.name}, ${calendar.place.address}`;
    const entry = { appointment, title: serviceTitle(appointment, calendar)[language], place, url: this.reading.urlOf(appointment) };
    return { name: 'appuntamento.ics', content: calendarFile([entry], language) };
  }

  private async checkPractice(id: string, actor: Actor): Promise<void> {
    const { body, problem } = await this.bus.ask(getPractice, JSON.stringify({ id }), actor);
    if (problem !== undefined) throw new ForeignProblem(JSON.parse(Buffer.from(body).toString()) as ProblemDocument);
  }
}

/** @throws Problem `invalidInput` for what the calendar does not offer */
export function checkService({ services }: Calendar, key: string): void {
  if (services.some((service) => service.key === key)) return;
  throw new Problem(invalidInput, undefined, { errors: [{ pointer: '/service', detail: noSuchService }] });
}
const noSuchService = { it: 'Il calendario non ha questo servizio', en: 'The calendar has no such service' };

/** @throws Problem `invalidInput` for a code whose control letter is wrong */
export function checkFiscal(fiscalCode: string | null): void {
  if (fiscalCode === null || checkFiscalCode(fiscalCode) === null) return;
  throw new Problem(invalidInput, undefined, { errors: [{ pointer: '/fiscalCode', detail: wrongFiscalCode }] });
}
const wrongFiscalCode = {
  it: 'Il codice fiscale non è valido: controlla i caratteri',
  en: 'The fiscal code is not valid: check its characters',
};

/**
 * Who holds several at once waits for herself: what is counted stays so.
 * @throws Problem `tooManyHeld` for whoever holds as many places as one may
 */
async function checkHeld(tx: EntityManager, whose: { personId: string } | { sender: string }, now: Date): Promise<void> {
  await lock(tx, 'held', ...Object.values(whose));
  const held = await tx.countBy(Appointment, { ...whose, status: 'draft', heldUntil: MoreThan(now) });
  if (held >= ('personId' in whose ? MOST_HELD.person : MOST_HELD.address)) throw new Problem(tooManyHeld);
}

/**
 * A practice has one appointment at a time, which a unique index holds. A draft of it that was left lies in nobody's way.
 * @throws Problem `practiceHasAppointment`
 */
async function freePractice(tx: EntityManager, practiceId: string, id: string, now: Date): Promise<void> {
  await tx.update(Appointment, { practiceId, status: 'draft', id: Not(id), heldUntil: LessThanOrEqual(now) }, { practiceId: null });
  const open = { practiceId, id: Not(id), status: In(['draft', 'awaiting_approval', 'confirmed']) };
  if (await tx.existsBy(Appointment, open)) throw new Problem(practiceHasAppointment);
}

const newDraft = (
  tx: EntityManager,
  { id, calendar, personId, actor }: { id: string; calendar: Calendar; personId: string | null; actor: Actor },
): Appointment =>
  tx.create(Appointment, {
    ...{ id, organizationId: calendar.organizationId, calendarId: calendar.id, status: 'draft', personId },
    ...{
      sender: null,
      applicant: null,
      words: '',
      holder: null,
      holderMail: null,
      language: actor.language,
      videoLink: null,
      message: null,
      practiceId: null,
      remindedAt: null,
    },
    ...{ movesMade: 0, sequence: 0, bookedByOfficer: false, version: 0 },
  });

/** @throws Problem `changeTooLate` when the days of notice are over */
export function checkNotice(appointment: Appointment, { cancelDays }: Calendar, now: Date): void {
  if (!appointment.changeableUntil(cancelDays, now)) throw new Problem(changeTooLate);
}

const movedTooOften = {
  it: 'L’appuntamento è già stato spostato tutte le volte permesse',
  en: 'The appointment has been moved as often as is allowed',
};
