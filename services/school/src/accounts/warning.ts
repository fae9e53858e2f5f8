import { announced, worded } from '@sportello/contracts/notifications/announcements';
import { DEFAULT_WARNING_DAYS } from '@sportello/contracts/school/limits';
import { namesOf } from '@sportello/directory/copies';
import { displayDate, romeDate } from '@sportello/italy/rome-time';
import { publishAll } from '@sportello/messaging/events';
import { stableId } from '@sportello/messaging/stable-id';
import type { EntityManager } from 'typeorm';
import { daysAhead } from './days-ahead.js';

/** Badges of one statement. */
const CHUNK = 500;

const words = {
  title: { it: 'Saldo basso del badge {badge}', en: 'Low balance of badge {badge}' },
  body: {
    it: 'Il conto corrente virtuale del badge {badge} non copre più i pasti dal {day}. Una ricarica vale dopo il controllo dell’ufficio: falla per tempo.',
    en: 'The virtual account of badge {badge} does not cover meals from {day} on. A top-up counts once the office has checked it: make it in time.',
  },
  action: { it: 'Ricarica', en: 'Top up' },
};

interface Look {
  id: string;
  number: string;
  personId: string;
  isTold: boolean;
  /** First day of service that what is left does not pay for, among those that she wants to be warned of. */
  endsOn: string | null;
}

/**
 * Tells parents whose badges will soon have nothing left, once until there is enough again. Only of badges that pay for days, and only whoever has
 * come here: nobody else has an account to be told in.
 */
export async function warnOfLowBalances(tx: EntityManager, organizationId: string, badgeIds: readonly string[], now: Date): Promise<void> {
  for (let at = 0; at < badgeIds.length; at += CHUNK) await warnOf(tx, organizationId, badgeIds.slice(at, at + CHUNK), now);
}

async function warnOf(tx: EntityManager, organizationId: string, badgeIds: readonly string[], now: Date): Promise<void> {
  const looks: Look[] = await tx.query(
    `select b.id, b.number, b.person_id as "personId", b.told_at is not null as "isTold", (
       select min(ahead.day)::text from (${daysAhead('b.child_id', '$3')}) ahead where ahead.place <= b.days and ahead.spent > b.balance
     ) as "endsOn"
     from (
       select x.id, x.number, x.child_id, p.person_id, w.told_at, coalesce(w.days, $4) as days,
              coalesce((select sum(cents) from movements where to_account = x.id), 0)
                - coalesce((select sum(cents) from movements where from_account = x.id), 0) as balance
       from badges x
       join children c on c.id = x.child_id and c.status = 'open'
       join lateral (select person_id from parents where fiscal_code = c.holder_fiscal_code order by person_id limit 1) p on true
       left join badge_warnings w on w.badge_id = x.id
       where x.organization_id = $1 and x.id = any($2) and x.id = (select id from badges where child_id = x.child_id order by number limit 1)
     ) b`,
    [organizationId, badgeIds, romeDate(now), DEFAULT_WARNING_DAYS],
  );
  const changed = looks.filter(({ endsOn, isTold }) => (endsOn !== null) !== isTold);
  if (changed.length === 0) return;
  await tx.query(
    `insert into badge_warnings (badge_id, organization_id, days, version, told_at)
     select id, $1, $2, 0, case when is_low then $3::timestamptz end from unnest($4::uuid[], $5::boolean[]) as t (id, is_low)
     on conflict (badge_id) do update set told_at = excluded.told_at`,
    [organizationId, DEFAULT_WARNING_DAYS, now, changed.map(({ id }) => id), changed.map(({ endsOn }) => endsOn !== null)],
  );
  const sender = (await namesOf(tx, [organizationId])).get(organizationId) ?? 'Sportello';
  await publishAll(
    tx,
    announced,
    changed.flatMap(({ id, number, personId, endsOn }) => {
      if (endsOn === null) return [];
      const values = { badge: number, day: displayDate(endsOn) };
      return [
        {
          ...{ id: stableId(now, 'school', 'low-balance', id), at: now, organizationId, sender },
          ...{ subject: { kind: 'badges', id }, topic: 'school.low-balance', documents: [] },
          messages: [
            {
              ...{ audience: [{ kind: 'person' as const, personId }], by: ['notice' as const, 'mail' as const], place: 'portal' as const },
              ...{ path: '/scuola/ricariche', title: worded(words.title, values), body: worded(words.body, values), action: words.action },
            },
          ],
        },
      ];
    }),
  );
}
