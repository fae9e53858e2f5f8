import { Injectable } from '@nestjs/common';
import { absenceAcquired, absenceCancelled } from '@sportello/contracts/school/absences';
import { publishAll } from '@sportello/messaging/events';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource } from 'typeorm';
import { ServiceDay } from '../children/school.entity.js';
import { classesOf } from '../kitchen/classes.js';
import { Reckonings } from '../reckoning/reckonings.js';
import { type AbsenceFact, factOf } from './absence.entity.js';

/** Counts the absences of a day at its instant: from then on they stay as they are, and so does their number. The sweep finds the days. */
@Injectable()
export class Counting extends Jobs {
  constructor(
    private readonly db: DataSource,
    private readonly reckonings: Reckonings,
  ) {
    super('counting', 4);
  }

  protected due(now: Date, limit: number): Promise<Alarm[]> {
    return this.db.query('select id from service_days where frozen_at is null and cutoff_at <= $1 order by cutoff_at limit $2', [
      now,
      limit,
    ]);
  }

  /** An absence of a child who is no longer expected is none. */
  async run(id: string, now: Date): Promise<void> {
    await this.db.transaction(async (tx) => {
      // Reports under way hold the day: they are waited for, and counted.
      const day = await tx.findOne(ServiceDay, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!day?.cutoffAt || day.frozenAt || day.cutoffAt > now) return;
      const [told]: [(AbsenceFact & { state: string })[], number] = await tx.query(
        `update absences a set is_new = e.is_expected, state = case when e.is_expected then 'acquired' else 'cancelled' end
         from (
           select x.id, exists (
             select 1 from enrolments e where e.child_id = x.child_id and e.service_id = $2 and e.school_id = $3
               and $4 between e.starts_on and coalesce(e.ends_on, 'infinity')
           ) as is_expected
           from absences x where x.service_day_id = $1 and x.state = 'reported'
         ) e
         where a.id = e.id
         returning a.id, a.organization_id as "organizationId", a.child_id as "childId", a.service_id as "serviceId", a.day::text as day, a.state`,
        [id, day.serviceId, day.schoolId, day.day],
      );
      const classes = await classesOf(tx, [id]);
      await tx.update(
        ServiceDay,
        { id },
        {
          frozenAt: now,
          absenceCount: classes.reduce((sum, { absent }) => sum + absent, 0),
          counted: classes.map(({ className, enrolled, absent }) => ({ className, enrolled, absent })),
        },
      );
      for (const [event, state] of [
        [absenceAcquired, 'acquired'],
        [absenceCancelled, 'cancelled'],
      ] as const)
        await publishAll(
          tx,
          event,
          told.filter((absence) => absence.state === state).map((absence) => factOf(absence, now)),
        );
      // What was charged before it was counted is reversed.
      if (told.length > 0) await this.reckonings.ask(tx, day.organizationId);
    });
  }
}
