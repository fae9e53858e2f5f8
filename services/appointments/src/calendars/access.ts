import { calendarNotFound } from '@sportello/contracts/appointments/calendars';
import { officerOf, type Purpose } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import type { EntityManager } from 'typeorm';
import { Calendar } from './calendar.entity.js';

/** @throws Problem `calendarNotFound`: not there, of another body, and not enabled to it are one answer */
export async function accessCalendar(tx: EntityManager, id: string, actor: Actor, purpose: Purpose = 'read'): Promise<Calendar> {
  const { organizationId, subjectIds } = await officerOf(tx, actor, 'calendar', purpose);
  if (subjectIds && !subjectIds.includes(id)) throw new Problem(calendarNotFound);
  const lock = purpose === 'change' ? { lock: { mode: 'pessimistic_write' as const } } : {};
  const calendar = await tx.findOne(Calendar, { where: { id, organizationId }, ...lock });
  if (!calendar) throw new Problem(calendarNotFound);
  return calendar;
}
