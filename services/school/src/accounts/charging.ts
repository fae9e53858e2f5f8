import { longWork } from '@sportello/messaging/long-work';
import type { EntityManager } from 'typeorm';

/** For what a price brings that came in the middle of a year. Milliseconds. */
const CHARGING_MS = 120_000;

/**
 * Charges the days of a body that are due: those that were acquired or changed, and those whose price has come. What was charged otherwise before
 * is reversed first. A day whose absence the kitchen had counted costs nothing. One without a price, or of a child
 * without a badge, stays due. The caller holds the lock of the body's imports.
 */
export async function chargeDays(tx: EntityManager, organizationId: string): Promise<void> {
  await longWork(tx, CHARGING_MS);
  await tx.query(
    `with due as (
       select a.child_id, a.service_id, a.day, a.charges, coalesce(a.charged_cents, 0) as was, b.id as badge_id, s.name,
              case when not (a.is_present and s.is_prepaid and ab.id is null) then 0
                   when b.id is not null then coalesce(e.price_cents, s.price_cents) end as wanted
       from attendance a
       join school_services s on s.id = a.service_id
       left join lateral (select id from badges where child_id = a.child_id order by number limit 1) b on true
       left join lateral (
         select price_cents from enrolments e
         where e.child_id = a.child_id and e.service_id = a.service_id and e.starts_on <= a.day and coalesce(e.ends_on, 'infinity') >= a.day
         order by starts_on desc limit 1
       ) e on true
       left join absences ab on ab.child_id = a.child_id and ab.service_id = a.service_id and ab.day = a.day and ab.state = 'acquired'
       where a.organization_id = $1 and a.is_due
     ), moved as (
       insert into movements (id, organization_id, number, day, at, kind, from_account, to_account, cents, badge_id, reason)
       select gen_random_uuid(), $1, concat_ws(' ', kind, d.child_id, d.service_id, d.day, d.charges), d.day, now(), kind,
              case kind when 'charge' then d.badge_id else d.service_id end, case kind when 'charge' then d.service_id else d.badge_id end,
              cents, d.badge_id, d.name
       from due d, lateral (values ('reversal', d.was), ('charge', d.wanted)) as m (kind, cents)
       where d.wanted is not null and d.wanted <> d.was and m.cents > 0
       on conflict (organization_id, number) do nothing
     )
     update attendance a set charged_cents = d.wanted, charges = a.charges + 1, is_due = false
     from due d where d.wanted is not null and a.child_id = d.child_id and a.service_id = d.service_id and a.day = d.day`,
    [organizationId],
  );
}
