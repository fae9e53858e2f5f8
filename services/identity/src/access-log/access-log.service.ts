import { Controller } from '@nestjs/common';
import type { Payload } from '@sportello/contracts/contract';
import { accessNoted } from '@sportello/contracts/identity/accesses';
import { On } from '@sportello/messaging/events';
import { type EntityManager } from 'typeorm';

/** The log of who read or changed whose data (design D15), kept here for all services. */
@Controller()
export class AccessLogService {
  @On(accessNoted, { from: 'beginning' })
  async keep({ about, ...access }: Payload<typeof accessNoted>, tx: EntityManager): Promise<void> {
    const { id, at, actorId, capacity, organizationId, action, subjectId, requestId } = access;
    await tx.query(
      `insert into access_log (id, at, actor_id, capacity, organization_id, action, subject_id, request_id, about_kind, about_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do nothing`,
      [id, at, actorId, capacity, organizationId, action, subjectId, requestId, about?.kind ?? null, about?.id ?? null],
    );
  }
}
