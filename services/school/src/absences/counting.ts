import { Injectable } from '@nestjs/common';
import { absenceAcquired } from '@sportello/contracts/school/absences';
import { publishAll } from '@sportello/messaging/events';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource } from 'typeorm';
import { ServiceDay } from '../children/school.entity.js';
import type { Absence } from './absence.entity.js';

/** Counts the absences of a day at its instant: from then on they stay as they are, and so does their number. */
@Injectable()
export class Counting extends Jobs {
  constructor(private readonly db: DataSource) {
    super('counting', 4);
  }

  protected due(now: Date, limit: number): Promise<Alarm[]> {
    return this.db.query('select id from service_days where frozen_at is null and cutoff_at <= $1 order by cutoff_at limit $2', [
      now,
      limit,
    ]);
  }

  async run(id: string, now: Date): Promise<void> {
    await this.db.transaction(async (tx) => {
      // Reports under way hold the day: they are waited for, and counted.
      const day = await tx.findOne(ServiceDay, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!day?.cutoffAt || day.frozenAt || day.cutoffAt > now) return;
      const [counted]: [Omit<Absence, 'reportId'>[], number] = await tx.query(
        `update absences set state = 'acquired' where service_day_id = $1 and state = 'reported'
         returning id, organization_id as "organizationId", child_id as "childId", service_id as "serviceId", day::text as day`,
        [id],
      );
      await tx.update(ServiceDay, { id }, { frozenAt: now, absenceCount: counted.length });
      await publishAll(
        tx,
        absenceAcquired,
        counted.map(({ id: absenceId, organizationId, childId, serviceId, day: its }) => ({
          ...{ absenceId, organizationId, childId, serviceId, day: its, at: now },
        })),
      );
    });
  }
}
