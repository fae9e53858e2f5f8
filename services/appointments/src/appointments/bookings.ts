import { Inject, Injectable } from '@nestjs/common';
import { appointmentNotFound } from '@sportello/contracts/appointments/appointments';
import type { Language } from '@sportello/contracts/contract';
import { isStaff } from '@sportello/directory/officers';
import { fold } from '@sportello/italy/search-words';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { CONFIG } from '@sportello/service/config';
import type { EntityManager } from 'typeorm';
import { accessCalendar } from '../calendars/access.js';
import { Calendar } from '../calendars/calendar.entity.js';
import type { Config } from '../config.js';
import { officersReach } from '../slots/slots.js';
import { type Applicant, Appointment, heldBy } from './appointment.entity.js';
import { openCode } from './codes.js';
import { checkLimits } from './places.js';
import { Reading } from './reading.js';

/** Whose an appointment is, and how a draft becomes one: for whatever books. */
@Injectable()
export class Bookings {
  constructor(
    private readonly reading: Reading,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A draft becomes somebody's appointment, or her request where officers approve what is booked. */
  async confirm(
    tx: EntityManager,
    draft: Appointment,
    { calendar, applicant, language, now }: { calendar: Calendar; applicant: Applicant; language: Language; now: Date },
  ): Promise<void> {
    const status = calendar.isModerated ? 'awaiting_approval' : 'confirmed';
    Object.assign(draft, { applicant, ...heldBy(applicant), words: wordsOf(applicant), language, changedAt: now });
    Object.assign(draft, { status, heldUntil: null, sender: null });
    draft.tellHour(now);
    await checkLimits(tx, calendar, draft, now);
    await this.reading.write(tx, draft, { what: status === 'confirmed' ? 'booked' : 'requested', calendar, at: now, by: null });
  }

  /**
   * Loads an appointment that somebody may see: her own, the one of her signed code, or, for an officer, one of a calendar that she works.
   * @throws Problem `appointmentNotFound`
   */
  async access(
    tx: EntityManager,
    code: string,
    actor: Actor,
    purpose: 'read' | 'change' = 'read',
  ): Promise<{ appointment: Appointment; calendar: Calendar; officerId: string | null }> {
    const id = code.includes('.') ? openCode('appointment', code, this.config.FILES_SECRET) : code;
    const lock = purpose === 'change' ? { lock: { mode: 'pessimistic_write' as const } } : {};
    const appointment = id === null ? null : await tx.findOne(Appointment, { where: { id }, ...lock });
    if (!appointment || (code.includes('.') && !appointment.isOpenByLink(new Date()))) throw new Problem(appointmentNotFound);
    const calendar = await tx.findOneBy(Calendar, { id: appointment.calendarId });
    if (!calendar) throw new Problem(appointmentNotFound);
    const isHers = code.includes('.') || (!isStaff(actor) && actor.personId !== null && actor.personId === appointment.personId);
    if (isHers) return { appointment, calendar, officerId: null };
    if (!isStaff(actor) || actor.organizationId !== appointment.organizationId) throw new Problem(appointmentNotFound);
    await accessCalendar(tx, appointment.calendarId, actor).catch((error: unknown) => {
      throw error instanceof Problem && error.problem.status === 404 ? new Problem(appointmentNotFound) : error;
    });
    return { appointment, calendar: Object.assign(calendar, officersReach), officerId: actor.personId };
  }
}

/** By which an appointment is found. */
export const wordsOf = ({ givenName, familyName, fiscalCode, reason }: Applicant): string =>
  fold([givenName, familyName, givenName, fiscalCode ?? '', reason].join(' '));
