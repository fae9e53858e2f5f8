import type { EntityManager } from 'typeorm';
import { pricedDays } from './priced-days.js';
import { warnOfLowBalances } from './warning.js';

/**
 * Charges the days of a body that are due: those that were acquired or changed, those whose price has come, and those whose absence was counted after
 * they were charged. What was charged otherwise before is reversed first, on the badge on which it was charged. What stands on an invoice is not
 * charged. A day without a price, or of a child without a badge, stays due. Parents whose money will soon end are told. The
 * caller holds the lock of the body's imports.
 */
export async function chargeDays(tx: EntityManager, organizationId: string): Promise<void> {
  await tx.query(
    `with counted as (
       update absences set is_new = false where organization_id = $1 and is_new returning child_id, service_id, day
     )
     update attendance a set is_due = true from counted c
     where a.child_id = c.child_id and a.service_id = c.service_id and a.day = c.day and a.charged_cents > 0`,
    [organizationId],
  );
  const [charged]: { badgeIds: string[] | null }[] = await tx.query(
    `with due as (
       select d.child_id, d.service_id, d.day, d.charges, d.service_name, b.id as badge_id,
              coalesce(d.charged_cents, 0) as was, d.charged_badge_id as was_badge_id,
              case when not (d.is_owed and d.is_prepaid and coalesce(d.invoiced_cents, 0) = 0) then 0
                   when b.id is not null then d.price_cents end as wanted
       from (${pricedDays}) d
       left join lateral (select id from badges where child_id = d.child_id order by number limit 1) b on true
       where d.organization_id = $1 and d.is_due
     ), moved as (
       insert into movements (id, organization_id, number, day, at, kind, from_account, to_account, cents, badge_id, reason)
       select gen_random_uuid(), $1, concat_ws(' ', kind, d.child_id, d.service_id, d.day, d.charges), d.day, now(), kind,
              case kind when 'charge' then m.badge_id else d.service_id end, case kind when 'charge' then d.service_id else m.badge_id end,
              m.cents, m.badge_id, d.service_name
       from due d, lateral (values ('reversal', d.was, d.was_badge_id), ('charge', d.wanted, d.badge_id)) as m (kind, cents, badge_id)
       where d.wanted is not null and d.wanted <> d.was and m.cents > 0
       on conflict (organization_id, number) do nothing returning badge_id
     ), settled as (
       update attendance a set charged_cents = d.wanted, charges = a.charges + 1, is_due = false,
              charged_badge_id = case when d.wanted = d.was then a.charged_badge_id when d.wanted > 0 then d.badge_id end
       from due d where d.wanted is not null and a.child_id = d.child_id and a.service_id = d.service_id and a.day = d.day
     )
     select array_agg(distinct badge_id) as "badgeIds" from moved`,
    [organizationId],
  );
  await warnOfLowBalances(tx, organizationId, charged?.badgeIds ?? [], new Date());
}
