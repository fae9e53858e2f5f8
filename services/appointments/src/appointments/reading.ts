import { Inject, Injectable } from '@nestjs/common';
import type { getAppointment } from '@sportello/contracts/appointments/appointments';
import type { getDeskAppointment } from '@sportello/contracts/appointments/desk';
import type { Output } from '@sportello/contracts/contract';
import { namesOf } from '@sportello/directory/copies';
import { CONFIG } from '@sportello/service/config';
import { homeOfBody } from '@sportello/service/homes';
import { type EntityManager, In } from 'typeorm';
import { checkInAddress } from '../arrivals/check-in-address.js';
import { Calendar } from '../calendars/calendar.entity.js';
import type { Config } from '../config.js';
import { WaitingLists } from '../waiting/waiting-lists.js';
import { WaitingPlace } from '../waiting/waiting-place.entity.js';
import { Appointment } from './appointment.entity.js';
import { codeOf } from './codes.js';
import { announce, type News } from './news.js';
import { saveAppointment } from './save.js';

type Own = Output<typeof getAppointment>;
type AtDesk = Output<typeof getDeskAppointment>;

interface Fact {
  calendar: Calendar;
  at: Date;
  /** The officer who did it, who is not told. */
  by: string | null;
  /** What the office wrote to whoever has it. */
  message?: string | null;
}

/** How an appointment is written, told and shown. */
@Injectable()
export class Reading {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly waitingLists: WaitingLists,
  ) {}

  /**
   * Saves a change, and tells it: open pages of its calendar, whoever follows its practice, people where there is news, and whoever waits for the
   * place that it leaves. The row comes last: from then on others wait for the day, until the transaction ends.
   */
  async write(tx: EntityManager, appointment: Appointment, news?: { what: News } & Fact): Promise<void> {
    appointment.version += 1;
    if (news) await announce(tx, news.what, { ...news, appointment, ...this.addressesOf(appointment) });
    if (freesPlace(appointment, news?.what))
      this.waitingLists.afterCommit(tx, { id: appointment.calendarId, attempt: appointment.changedAt.getTime() });
    await saveAppointment(tx, appointment);
  }

  private addressesOf(appointment: Appointment) {
    return { path: this.pathOf(appointment), url: this.urlOf(appointment), checkIn: checkInAddress(appointment, this.config) };
  }

  private pathOf({ id }: Appointment): string {
    return `/appuntamenti/${codeOf('appointment', id, this.config.FILES_SECRET)}`;
  }

  /** The address of its page for whoever has the link. */
  urlOf(appointment: Appointment): string {
    return `${homeOfBody(this.config, appointment.organizationId)}${this.pathOf(appointment)}`;
  }

  async own(tx: EntityManager, appointment: Appointment, calendar: Calendar, now: Date): Promise<Own> {
    const names = await namesOf(tx, [appointment.organizationId]);
    const waiting = await waitingWith(tx, [appointment]);
    return this.ownShown(appointment, calendar, { names, waiting, now });
  }

  async ownAll(tx: EntityManager, appointments: readonly Appointment[], now: Date): Promise<Own[]> {
    const calendars = await calendarsOf(tx, appointments);
    const names = await namesOf(
      tx,
      appointments.map(({ organizationId }) => organizationId),
    );
    const waiting = await waitingWith(tx, appointments);
    return appointments.flatMap((appointment) => {
      const calendar = calendars.get(appointment.calendarId);
      return calendar ? [this.ownShown(appointment, calendar, { names, waiting, now })] : [];
    });
  }

  async atDesk(tx: EntityManager, appointments: readonly Appointment[], now: Date): Promise<AtDesk[]> {
    const calendars = await calendarsOf(tx, appointments);
    return appointments.flatMap((appointment) => {
      const calendar = calendars.get(appointment.calendarId);
      return calendar ? [{ ...appointment, ...this.shown(appointment, calendar, '', now) }] : [];
    });
  }

  private ownShown(
    appointment: Appointment,
    calendar: Calendar,
    { names, waiting, now }: { names: ReadonlyMap<string, string>; waiting: ReadonlyMap<string, string>; now: Date },
  ): Own {
    const waitingId = waiting.get(appointment.id);
    return {
      ...this.shown(appointment, calendar, names.get(appointment.organizationId) ?? '', now),
      mayWaitForEarlier: calendar.keepsWaitingList,
      waitingCode: waitingId === undefined ? null : codeOf('waiting place', waitingId, this.config.FILES_SECRET),
    };
  }

  private shown(
    appointment: Appointment,
    calendar: Calendar,
    organizationName: string,
    now: Date,
  ): Omit<Own, 'mayWaitForEarlier' | 'waitingCode'> {
    const { id, organizationId, calendarId, startsAt, endsAt, heldUntil, applicant, videoLink, message, movesMade, version } = appointment;
    const { title: calendarTitle, place, contactMail, cancelDays, horizonDays, isModerated } = calendar;
    return {
      ...{
        id,
        code: codeOf('appointment', id, this.config.FILES_SECRET),
        calendarId,
        calendarTitle,
        organizationId,
        organizationName,
        place,
        contactMail,
      },
      service: calendar.services.find(({ key }) => key === appointment.service) ?? null,
      ...{
        startsAt,
        endsAt,
        status: appointment.statusAt(now),
        heldUntil,
        applicant,
        videoLink,
        message,
        isModerated,
        cancelDays,
        horizonDays,
        isTold: calendar.tellsCitizens,
        version,
      },
      changeableUntil: appointment.changeableUntil(cancelDays, now),
      movesLeft: Math.max(0, calendar.mostMoves - movesMade),
    };
  }
}

/** Whether a change may leave a place for whoever waits. */
const freesPlace = ({ status }: Appointment, what: News | undefined): boolean =>
  ['cancelled', 'refused', 'expired'].includes(status) || what === 'moved' || what === 'request-moved';

/** By appointment, the place on the waiting list of whoever waits for an earlier one. */
async function waitingWith(tx: EntityManager, appointments: readonly Appointment[]): Promise<Map<string, string>> {
  const ids = appointments.filter(({ status }) => status === 'confirmed' || status === 'awaiting_approval').map(({ id }) => id);
  const found = ids.length === 0 ? [] : await tx.findBy(WaitingPlace, { appointmentId: In(ids), status: In(['waiting', 'offered']) });
  return new Map(found.map(({ appointmentId, id }) => [appointmentId ?? '', id]));
}

async function calendarsOf(tx: EntityManager, appointments: readonly Appointment[]): Promise<Map<string, Calendar>> {
  const ids = [...new Set(appointments.map(({ calendarId }) => calendarId))];
  const found = ids.length === 0 ? [] : await tx.findBy(Calendar, { id: In(ids) });
  return new Map(found.map((calendar) => [calendar.id, calendar]));
}
