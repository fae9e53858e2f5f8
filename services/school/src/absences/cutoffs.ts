import type { EntityManager } from 'typeorm';

/**
 * Computes until when absences are told for each day of a body that is not counted yet. The rule is an hour of the wall clock and a calendar: the
 * instant follows from date, hour and zone, whatever the clocks do in between, and "the day before" is the day of service before. Days are locked in
 * the order of their ids, as by reports, so that neither waits for the other.
 * @param only a service at a school: all that the body has, where it is not said
 */
export async function setCutoffs(
  tx: EntityManager,
  organizationId: string,
  only: { serviceId: string | null; schoolId: string | null } = { serviceId: null, schoolId: null },
): Promise<void> {
  await tx.query(
    `with computed as (
       select x.id, ((case when r.days_before = 0 then x.day
                           else coalesce((select p.day from service_days p
                                          where p.organization_id = $1 and p.service_id = x.service_id and p.school_id = x.school_id and p.day < x.day
                                          order by p.day desc offset r.days_before - 1 limit 1), x.day - r.days_before) end)
                     + r.time) at time zone 'Europe/Rome' as cutoff_at
       from service_days x
       join school_services s on s.id = x.service_id
       left join cutoffs o on o.service_id = x.service_id and o.school_id = x.school_id
       cross join lateral (select coalesce(o.days_before, s.cutoff_days_before) as days_before, coalesce(o.time, s.cutoff_time)::time as time) r
       where x.organization_id = $1 and x.frozen_at is null and ($2::uuid is null or x.service_id = $2) and ($3::uuid is null or x.school_id = $3)
     ), locked as (
       select d.id, c.cutoff_at from service_days d join computed c on c.id = d.id
       where d.frozen_at is null and d.cutoff_at is distinct from c.cutoff_at
       order by d.id for no key update of d
     )
     update service_days d set cutoff_at = l.cutoff_at from locked l where d.id = l.id`,
    [organizationId, only.serviceId, only.schoolId],
  );
}
