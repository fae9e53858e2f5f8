/**
 * Days on which a child is expected at what its badge pays for, with what they cost together up to each, of every service after its last day that was
 * charged or not owed. An absence that was told spares its day.
 * @param childId and the day of today, as SQL writes them
 */
export const daysAhead = (childId: string, today: string): string => `
  select d.day, dense_rank() over (order by d.day) as place, sum(coalesce(e.price_cents, s.price_cents)) over (order by d.day, d.id) as spent
  from enrolments e
  join school_services s on s.id = e.service_id and s.is_prepaid
  join service_days d on d.organization_id = e.organization_id and d.service_id = e.service_id and d.school_id = e.school_id
    and d.day between e.starts_on and coalesce(e.ends_on, 'infinity')
  left join lateral (
    select max(t.day) as day from attendance t
    where t.child_id = e.child_id and t.service_id = e.service_id and t.day <= ${today}::date and not t.is_due
  ) settled on true
  left join absences a on a.child_id = e.child_id and a.service_id = e.service_id and a.day = d.day and a.state <> 'cancelled'
  left join attendance t on t.child_id = e.child_id and t.service_id = e.service_id and t.day = d.day and not t.is_due
  where e.child_id = ${childId} and d.day >= coalesce(settled.day + 1, ${today}::date) and a.id is null and t.child_id is null`;
