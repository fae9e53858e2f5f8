import { Controller, Inject } from '@nestjs/common';
import { appointmentClosed, appointmentNotFound } from '@sportello/contracts/appointments/appointments';
import {
  callAgain,
  callNext,
  getDisplay,
  getTurn,
  listArrivals,
  nobodyToCall,
  noteArrival,
  notOfToday,
} from '@sportello/contracts/appointments/arrivals';
import { calendarNotFound } from '@sportello/contracts/appointments/calendars';
import type { Input, Output } from '@sportello/contracts/contract';
import { idReused } from '@sportello/contracts/problems';
import { namesOf } from '@sportello/directory/copies';
import { qrCode } from '@sportello/documents/qr-code';
import { romeDate } from '@sportello/italy/rome-time';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { CONFIG } from '@sportello/service/config';
import { DataSource, type EntityManager, In, IsNull, Not } from 'typeorm';
import { Appointment } from '../appointments/appointment.entity.js';
import { Bookings } from '../appointments/bookings.js';
import { accessAppointment } from '../appointments/desk.service.js';
import { noteRead } from '../appointments/noted.js';
import { lock } from '../appointments/places.js';
import { accessCalendar } from '../calendars/access.js';
import { Calendar } from '../calendars/calendar.entity.js';
import { tellChanged } from '../calendars/tell-changed.js';
import type { Config } from '../config.js';
import { Arrival, placeOf } from './arrival.entity.js';
import { checkInAddress } from './check-in-address.js';

/** Who have come on one day. */
const MOST_ARRIVALS = 500;
/** What a screen shows. */
const MOST_CALLS = 6;
/** Somebody who waits for less is not late. Minutes. */
const LATE_FROM = 5;
const MINUTE_MS = 60_000;

type Shown = Output<typeof noteArrival>;
/** How one who has come stands in line. */
interface Line {
  arrival: Arrival;
  appointment: Appointment;
}

/** The day itself: who has come, who is called to which desk, and what the screen of the place shows (APP-62). */
@Controller()
export class ArrivalsService {
  constructor(
    private readonly db: DataSource,
    private readonly bookings: Bookings,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Handles(noteArrival)
  async note({ id }: Input<typeof noteArrival>, actor: Actor): Promise<Shown> {
    const now = new Date();
    return this.db.transaction(async (tx) => {
      const { appointment, calendar } = await accessAppointment(tx, id, actor, 'change');
      const known = await tx.findOneBy(Arrival, { appointmentId: id });
      if (known) return shown({ arrival: known, appointment });
      if (appointment.status !== 'confirmed') throw new Problem(appointmentClosed);
      const day = romeDate(now);
      if (appointment.day !== day) throw new Problem(notOfToday);
      const { organizationId, calendarId } = appointment;
      const place = placeOf(calendar);
      await lock(tx, 'arrivals', organizationId, place, day);
      const last = (await tx.maximum(Arrival, 'number', { organizationId, place, day })) ?? 0;
      const arrival = tx.create(Arrival, {
        ...{ appointmentId: id, organizationId, calendarId, place, day, number: last + 1, arrivedAt: now },
        ...{ calledAt: null, desk: null, callId: null },
      });
      await tx.insert(Arrival, arrival);
      await tellChanged(tx, calendar, now);
      return shown({ arrival, appointment });
    });
  }

  @Handles(listArrivals)
  async list({ calendarId }: Input<typeof listArrivals>, actor: Actor): Promise<Output<typeof listArrivals>> {
    const { manager } = this.db;
    await accessCalendar(manager, calendarId, actor);
    const now = new Date();
    const line = await lineOf(manager, { calendarId, day: romeDate(now) });
    await noteRead(
      this.db,
      actor,
      line.map(({ appointment }) => appointment),
    );
    const called = line.filter(({ arrival }) => arrival.calledAt !== null);
    called.sort((one, other) => Number(other.arrival.calledAt) - Number(one.arrival.calledAt));
    return { items: [...waitingIn(line), ...called].map(shown), delayMinutes: delayOf(line, now) };
  }

  @Handles(callNext)
  async callNext({ calendarId, id, desk }: Input<typeof callNext>, actor: Actor): Promise<Shown> {
    const now = new Date();
    return this.db.transaction(async (tx) => {
      const calendar = await accessCalendar(tx, calendarId, actor);
      // Who calls at the same moment calls the one after.
      await lock(tx, 'calls', calendarId);
      const known = await tx.findOneBy(Arrival, { callId: id });
      if (known && (known.calendarId !== calendarId || known.desk !== desk)) throw new Problem(idReused);
      if (known) return shown({ arrival: known, appointment: await tx.findOneByOrFail(Appointment, { id: known.appointmentId }) });
      const [next] = waitingIn(await lineOf(tx, { calendarId, day: romeDate(now) }));
      if (!next) throw new Problem(nobodyToCall);
      next.arrival.call(desk, id, now);
      await tx.save(next.arrival);
      await tellChanged(tx, calendar, now);
      return shown(next);
    });
  }

  @Handles(callAgain)
  async callAgain({ id, desk }: Input<typeof callAgain>, actor: Actor): Promise<Shown> {
    const now = new Date();
    return this.db.transaction(async (tx) => {
      const { appointment, calendar } = await accessAppointment(tx, id, actor, 'read');
      await lock(tx, 'calls', appointment.calendarId);
      const arrival = await tx.findOneBy(Arrival, { appointmentId: id });
      if (!arrival || arrival.day !== romeDate(now) || appointment.status !== 'confirmed') throw new Problem(appointmentClosed);
      arrival.call(desk, null, now);
      await tx.save(arrival);
      await tellChanged(tx, calendar, now);
      return shown({ arrival, appointment });
    });
  }

  @Handles(getDisplay)
  async display({ calendarId }: Input<typeof getDisplay>): Promise<Output<typeof getDisplay>> {
    const { manager } = this.db;
    const calendar = await manager.findOneBy(Calendar, { id: calendarId });
    if (!calendar) throw new Problem(calendarNotFound);
    const now = new Date();
    const { organizationId } = calendar;
    const at = { organizationId, place: placeOf(calendar), day: romeDate(now) };
    const calls = await manager.find(Arrival, {
      where: { ...at, calledAt: Not(IsNull()) },
      order: { calledAt: 'DESC', number: 'DESC' },
      take: MOST_CALLS,
    });
    const line = await lineOf(manager, at);
    return {
      organizationName: (await namesOf(manager, [organizationId])).get(organizationId) ?? '',
      place: calendar.place.name,
      calls: calls.flatMap(({ number, desk, calledAt }) => (desk && calledAt ? [{ number, desk, calledAt }] : [])),
      waiting: waitingIn(line).length,
      delayMinutes: delayOf(line, now),
    };
  }

  @Handles(getTurn)
  async turn({ code }: Input<typeof getTurn>, actor: Actor): Promise<Output<typeof getTurn>> {
    const { manager } = this.db;
    const { appointment } = await this.bookings.access(manager, code, actor);
    if (!appointment.applicant) throw new Problem(appointmentNotFound);
    const now = new Date();
    const day = romeDate(now);
    const { id, calendarId, status, endsAt } = appointment;
    const line = appointment.day === day ? await lineOf(manager, { calendarId, day }) : [];
    const own = line.find(({ arrival }) => arrival.appointmentId === id)?.arrival;
    const ahead = waitingIn(line).findIndex(({ arrival }) => arrival.appointmentId === id);
    return {
      checkIn: status === 'confirmed' && endsAt > now ? qrCode(checkInAddress(appointment, this.config)) : null,
      isToday: appointment.day === day && status === 'confirmed',
      ...{ number: own?.number ?? null, ahead: Math.max(0, ahead), desk: own?.desk ?? null, calledAt: own?.calledAt ?? null },
      delayMinutes: delayOf(line, now),
    };
  }
}

/** Who have come on a day, by the hour of their appointments. */
async function lineOf(
  tx: EntityManager,
  where: Partial<Pick<Arrival, 'calendarId' | 'organizationId' | 'place' | 'day'>>,
): Promise<Line[]> {
  const arrivals = await tx.find(Arrival, { where, order: { number: 'ASC' }, take: MOST_ARRIVALS });
  const found = arrivals.length === 0 ? [] : await tx.findBy(Appointment, { id: In(arrivals.map(({ appointmentId }) => appointmentId)) });
  const appointments = new Map(found.map((appointment) => [appointment.id, appointment]));
  const line = arrivals.flatMap((arrival) => {
    const appointment = appointments.get(arrival.appointmentId);
    return appointment ? [{ arrival, appointment }] : [];
  });
  return line.sort(
    (one, other) => Number(one.appointment.startsAt) - Number(other.appointment.startsAt) || one.arrival.number - other.arrival.number,
  );
}

const waitingIn = (line: readonly Line[]): Line[] =>
  line.filter(({ arrival, appointment }) => arrival.calledAt === null && appointment.status === 'confirmed');

/** For how long the first of those who wait has waited after her hour. */
function delayOf(line: readonly Line[], now: Date): number {
  const [first] = waitingIn(line);
  const late = first ? Math.floor((now.getTime() - first.appointment.startsAt.getTime()) / MINUTE_MS) : 0;
  return late >= LATE_FROM ? late : 0;
}

const shown = ({ arrival, appointment: { applicant, startsAt, status } }: Line): Shown => ({
  ...arrival,
  name: applicant ? `${applicant.givenName} ${applicant.familyName}` : '',
  startsAt,
  isOver: status !== 'confirmed',
});
