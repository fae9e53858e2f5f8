import { Controller } from '@nestjs/common';
import { appointmentChanged } from '@sportello/contracts/appointments/desk';
import type { Payload } from '@sportello/contracts/contract';
import { appointmentFollowed } from '@sportello/contracts/practices/events';
import { On } from '@sportello/messaging/events';
import type { EntityManager } from 'typeorm';
import { publishFact } from './facts.js';
import { Practice } from './practice.entity.js';

/** Practices follow what becomes of the appointments that were booked for them. */
@Controller()
export class AppointmentCopies {
  /** What comes twice, or after something newer, changes nothing. */
  @On(appointmentChanged, { from: 'beginning' })
  async follow(
    {
      appointmentId,
      practiceId,
      organizationId,
      calendarId,
      isBooked,
      status,
      startsAt,
      endsAt,
      version,
    }: Payload<typeof appointmentChanged>,
    tx: EntityManager,
  ): Promise<void> {
    const wasOnlyHeld = isBooked === undefined ? status === 'draft' || status === 'expired' : !isBooked;
    if (practiceId === null || wasOnlyHeld) return;
    const practice = await tx.findOneBy(Practice, { id: practiceId, organizationId });
    if (!practice) return;
    const kept: unknown[] = await tx.query(
      `insert into appointment_copies (id, organization_id, practice_id, calendar_id, status, starts_at, ends_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (id) do update set status = excluded.status, starts_at = excluded.starts_at, ends_at = excluded.ends_at, version = excluded.version
       where appointment_copies.version < excluded.version returning 1`,
      [appointmentId, organizationId, practiceId, calendarId, status, startsAt, endsAt, version],
    );
    if (kept.length > 0) await publishFact(tx, appointmentFollowed, practice, new Date());
  }
}
