import type { EntityManager } from 'typeorm';

/** Of one class on a day. */
export interface ClassCount {
  className: string;
  enrolled: number;
  absent: number;
}

/** Who is enrolled on days of service by class, and of them who told an absence until now. */
export const classesOf = (tx: EntityManager, dayIds: readonly string[]): Promise<(ClassCount & { id: string })[]> =>
  tx.query(
    `select d.id, e.class_name as "className", count(e.id)::int as enrolled, count(a.id)::int as absent
     from service_days d
     join enrolments e on e.organization_id = d.organization_id and e.service_id = d.service_id and e.school_id = d.school_id
       and d.day between e.starts_on and coalesce(e.ends_on, 'infinity')
     left join absences a on a.service_day_id = d.id and a.child_id = e.child_id and a.state in ('reported', 'acquired')
     where d.id = any($1)
     group by d.id, e.class_name
     order by d.id, e.class_name`,
    [dayIds],
  );
