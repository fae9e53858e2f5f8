import type { EntityManager } from 'typeorm';

/**
 * Absences that are not counted yet go with the child to her school of now: they are counted where she is expected. What is told of a day on which
 * she is expected nowhere ends with its count, since the file that enrols her anew may still come. The days are locked first, in the order of their
 * ids, so that none is counted meanwhile.
 */
export async function followEnrolments(tx: EntityManager, organizationId: string): Promise<void> {
  await tx.query(
    `select d.id from service_days d
     where d.organization_id = $1 and d.frozen_at is null and exists (
       select 1 from absences a where a.organization_id = $1 and a.state = 'reported' and a.service_id = d.service_id and a.day = d.day
     ) order by d.id for share`,
    [organizationId],
  );
  await tx.query(
    `update absences a set service_day_id = d.id
     from enrolments e, service_days d
     where a.organization_id = $1 and a.state = 'reported' and a.service_day_id <> d.id
       and e.child_id = a.child_id and e.service_id = a.service_id and a.day between e.starts_on and coalesce(e.ends_on, 'infinity')
       and d.organization_id = a.organization_id and d.service_id = a.service_id and d.school_id = e.school_id and d.day = a.day
       and d.frozen_at is null`,
    [organizationId],
  );
}
