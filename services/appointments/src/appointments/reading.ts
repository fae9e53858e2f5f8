import { Inject, Injectable } from '@nestjs/common';
import type { getAppointment } from '@sportello/contracts/appointments/appointments';
import { appointmentChanged, type getDeskAppointment } from '@sportello/contracts/appointments/desk';
import type { Output } from '@sportello/contracts/contract';
import { namesOf } from '@sportello/directory/copies';
import { publish } from '@sportello/messaging/events';
import { CONFIG } from '@sportello/service/config';
import { homeOfBody } from '@sportello/service/homes';
import { type EntityManager, In } from 'typeorm';
import { Calendar } from '../calendars/calendar.entity.js';
import type { Config } from '../config.js';
import { Appointment } from './appointment.entity.js';
import { codeOf } from './codes.js';
import { announce, type News } from './news.js';

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
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /**
   * Saves a change, and tells it: open pages of its calendar, whoever follows its practice, and people where there is news. The row comes last:
   * from then on others wait for the day, until the transaction ends.
   */
  async write(tx: EntityManager, appointment: Appointment, news?: { what: News } & Fact): Promise<void> {
    const isNew = appointment.version === 0;
    appointment.version += 1;
    if (news) await announce(tx, news.what, { ...news, appointment, path: this.pathOf(appointment), url: this.urlOf(appointment) });
    const { id: appointmentId, calendarId, organizationId, practiceId, status, startsAt, endsAt, version } = appointment;
    await publish(tx, appointmentChanged, { appointmentId, calendarId, organizationId, practiceId, status, startsAt, endsAt, version });
    if (isNew) await tx.insert(Appointment, appointment);
    else await tx.save(appointment);
  }

  private pathOf({ id }: Appointment): string {
    return `/appuntamenti/${codeOf(id, this.config.FILES_SECRET)}`;
  }

  /** The address of its page for whoever has the link. */
  urlOf(appointment: Appointment): string {
    return `${homeOfBody(this.config, appointment.organizationId)}${this.pathOf(appointment)}`;
  }

  async own(tx: EntityManager, appointment: Appointment, calendar: Calendar, now: Date): Promise<Own> {
    const names = await namesOf(tx, [appointment.organizationId]);
    return this.shown(appointment, calendar, names.get(appointment.organizationId) ?? '', now);
  }

  async ownAll(tx: EntityManager, appointments: readonly Appointment[], now: Date): Promise<Own[]> {
    const calendars = await calendarsOf(tx, appointments);
    const names = await namesOf(
      tx,
      appointments.map(({ organizationId }) => organizationId),
    );
    return appointments.flatMap((appointment) => {
      const calendar = calendars.get(appointment.calendarId);
      return calendar ? [this.shown(appointment, calendar, names.get(appointment.organizationId) ?? '', now)] : [];
    });
  }

  async atDesk(tx: EntityManager, appointments: readonly Appointment[], now: Date): Promise<AtDesk[]> {
    const calendars = await calendarsOf(tx, appointments);
    return appointments.flatMap((appointment) => {
      const calendar = calendars.get(appointment.calendarId);
      return calendar ? [{ ...appointment, ...this.shown(appointment, calendar, '', now) }] : [];
    });
  }

  private shown(appointment: Appointment, calendar: Calendar, organizationName: string, now: Date): Own {
    const { id, organizationId, calendarId, startsAt, endsAt, heldUntil, applicant, videoLink, message, movesMade, version } = appointment;
    const { title: calendarTitle, place, contactMail, cancelDays, isModerated } = calendar;
    return {
      ...{
        id,
        code: codeOf(id, this.config.FILES_SECRET),
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
        version,
      },
      changeableUntil: appointment.changeableUntil(cancelDays, now),
      movesLeft: Math.max(0, calendar.mostMoves - movesMade),
    };
  }
}

async function calendarsOf(tx: EntityManager, appointments: readonly Appointment[]): Promise<Map<string, Calendar>> {
  const ids = [...new Set(appointments.map(({ calendarId }) => calendarId))];
  const found = ids.length === 0 ? [] : await tx.findBy(Calendar, { id: In(ids) });
  return new Map(found.map((calendar) => [calendar.id, calendar]));
}
