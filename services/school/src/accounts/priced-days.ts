/**
 * Rows of attendance with what each costs: the price of the family where it has one, else that of the service, and nothing where the child was not
 * there or the kitchen had counted the absence. Charges and invoices follow from the same rows.
 */
export const pricedDays = `
  select a.organization_id, a.child_id, a.service_id, a.day, a.is_due, a.charges, a.charged_cents, a.charged_badge_id, a.invoiced_cents,
         s.is_prepaid, s.code as service_code, s.name as service_name, coalesce(e.price_cents, s.price_cents) as price_cents,
         a.is_present and ab.id is null as is_owed
  from attendance a
  join school_services s on s.id = a.service_id
  left join lateral (
    select price_cents from enrolments e
    where e.child_id = a.child_id and e.service_id = a.service_id and e.starts_on <= a.day and coalesce(e.ends_on, 'infinity') >= a.day
    order by starts_on desc limit 1
  ) e on true
  left join absences ab on ab.child_id = a.child_id and ab.service_id = a.service_id and ab.day = a.day and ab.state = 'acquired'`;
