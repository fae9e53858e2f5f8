import type { Text } from '@sportello/contracts/contract';
import { absenceCancelled } from '@sportello/contracts/school/absences';
import { dueDropped } from '@sportello/contracts/school/documents';
import { publishAll } from '@sportello/messaging/events';
import { type EntityManager, In } from 'typeorm';
import type { Absence } from '../absences/absence.entity.js';
import { BadgeWarning } from '../accounts/badge-warning.entity.js';
import { Invoice } from '../documents/invoice.entity.js';

/** How rows of a kind are taken back that should never have come (column `Elimina`). */
export interface Removal {
  /** Why those stay that others stand on. */
  reason: Text;
  /** @returns ids of those that stay, of the given ones */
  staying(tx: EntityManager, ids: readonly string[]): Promise<string[]>;
  /** What follows, before they are gone. */
  prepare?(tx: EntityManager, ids: readonly string[]): Promise<void>;
}

/** @param sql answers the id of each row, and whether it stays */
async function stayingBy(tx: EntityManager, sql: string, ids: readonly string[]): Promise<string[]> {
  const rows: { id: string; stays: boolean }[] = await tx.query(sql, [ids]);
  return rows.filter(({ stays }) => stays).map(({ id }) => id);
}

export const removals = {
  badges: {
    reason: { it: 'il badge ha già movimenti o ricariche', en: 'the badge has movements or top-ups already' },
    // Locked as for topping one up: what is asked for meanwhile is waited for.
    staying: async (tx, ids) => {
      await tx.query('select id from badges where id = any($1) order by id for update', [ids]);
      return stayingBy(
        tx,
        `select b.id, exists (select 1 from movements m where m.from_account = b.id) or exists (select 1 from movements m where m.to_account = b.id)
           or exists (select 1 from top_ups t where t.badge_id = b.id) as stays
         from badges b where b.id = any($1)`,
        ids,
      );
    },
    prepare: async (tx, ids) => {
      await tx.delete(BadgeWarning, { badgeId: In([...ids]) });
    },
  },
  enrolments: {
    reason: { it: 'nei suoi giorni ci sono già presenze o assenze', en: 'there is attendance, or there are absences, on its days already' },
    staying: (tx, ids) =>
      stayingBy(
        tx,
        `select e.id,
           exists (select 1 from attendance a where a.child_id = e.child_id and a.service_id = e.service_id
                   and a.day between e.starts_on and coalesce(e.ends_on, 'infinity'))
           or exists (select 1 from absences a where a.child_id = e.child_id and a.service_id = e.service_id and a.state <> 'cancelled'
                      and a.day between e.starts_on and coalesce(e.ends_on, 'infinity')) as stays
         from enrolments e where e.id = any($1)`,
        ids,
      ),
  },
  days: {
    reason: { it: 'la cucina ha già contato questo giorno', en: 'the kitchen has counted this day already' },
    // Locked as for counting: reports under way are waited for, and those that come find no day.
    staying: (tx, ids) =>
      stayingBy(tx, 'select id, frozen_at is not null as stays from service_days where id = any($1) order by id for update', ids),
    prepare: async (tx, ids) => {
      const [told]: [Omit<Absence, 'reportId'>[], number] = await tx.query(
        `update absences set state = 'cancelled' where service_day_id = any($1) and state = 'reported'
         returning id, organization_id as "organizationId", child_id as "childId", service_id as "serviceId", day::text as day`,
        [ids],
      );
      const at = new Date();
      await publishAll(
        tx,
        absenceCancelled,
        told.map(({ id: absenceId, ...absence }) => ({ ...absence, absenceId, at })),
      );
    },
  },
  invoices: {
    // What was invoiced here stands on the days of its month.
    reason: {
      it: 'il documento è già stato pagato con pagoPA, o è stato emesso qui',
      en: 'the document was paid through pagoPA already, or was issued here',
    },
    staying: (tx, ids) =>
      stayingBy(
        tx,
        'select id, paid_here_cents > 0 or month is not null as stays from invoices where id = any($1) order by id for update',
        ids,
      ),
    prepare: async (tx, ids) => {
      const invoices = await tx.findBy(Invoice, { id: In([...ids]) });
      const at = new Date();
      const dropped = invoices.flatMap(({ positionId, organizationId }) =>
        positionId ? [{ positionId, organizationId, at, why: 'exempt' as const }] : [],
      );
      await publishAll(tx, dueDropped, dropped);
    },
  },
} satisfies Record<string, Removal>;
