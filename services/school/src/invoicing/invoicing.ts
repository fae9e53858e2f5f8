import { Injectable } from '@nestjs/common';
import { addMonths } from '@sportello/italy/counted-days';
import { romeDate } from '@sportello/italy/rome-time';
import { longWork } from '@sportello/messaging/long-work';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource, type EntityManager } from 'typeorm';
import { collectInvoices } from '../documents/collecting.js';
import { InvoicingRun } from './invoicing-run.entity.js';

/** For a month of a large body. Milliseconds. */
const RUN_MS = 300_000;

/** First and last day: those of meals are days of the calendar, and not instants. */
export const daysOfMonth = (month: string): [from: string, before: string] => [`${month}-01`, addMonths(`${month}-01`, 1)];

/**
 * What the children of a body owe by invoice for a month: the days on which they were there, without the absences that the kitchen had counted, at
 * the price of the family or of the service; a child one of whose days has no price gets none before it has one. The number is the month, the service and the child, so that no two invoices are of the same.
 */
const monthOf = `
  select e.child_id, $4 || ' ' || s.code || ' ' || c.code as number, sum(coalesce(e.price_cents, s.price_cents))::int as cents,
         count(*) filter (where coalesce(e.price_cents, s.price_cents) is null)::int as unpriced
  from attendance a
  join school_services s on s.id = a.service_id and not s.is_prepaid
  join enrolments e on e.child_id = a.child_id and e.service_id = a.service_id and a.day between e.starts_on and coalesce(e.ends_on, 'infinity')
  join children c on c.id = a.child_id
  left join absences ab on ab.child_id = a.child_id and ab.service_id = a.service_id and ab.day = a.day and ab.state = 'acquired'
  where a.organization_id = $1 and a.is_present and a.day >= $2 and a.day < $3 and ab.id is null
  group by e.child_id, s.code, c.code`;

interface Preview {
  invoices: number;
  totalCents: number;
  known: number;
  unpriced: number;
}

/** What a run would make now. */
export async function previewMonth(tx: EntityManager, organizationId: string, month: string): Promise<Preview> {
  await longWork(tx, RUN_MS);
  const [row]: Preview[] = await tx.query(
    `with owed as (${monthOf})
     select count(*) filter (where i.id is null and o.cents > 0 and o.unpriced = 0)::int as invoices,
            coalesce(sum(o.cents) filter (where i.id is null and o.unpriced = 0), 0)::int as "totalCents",
            count(i.id)::int as known, coalesce(sum(o.unpriced), 0)::int as unpriced
     from owed o left join invoices i on i.organization_id = $1 and i.number = o.number and i.instalment = 1`,
    [organizationId, ...daysOfMonth(month), month],
  );
  return row ?? { invoices: 0, totalCents: 0, known: 0, unpriced: 0 };
}

/** Makes what runs ask for: all of a run in one transaction, so that one that is broken off begins again and doubles nothing. */
@Injectable()
export class Invoicing extends Jobs {
  constructor(private readonly db: DataSource) {
    super('invoicing', 1);
  }

  protected due(_now: Date, limit: number): Promise<Alarm[]> {
    return this.db.query('select id from invoicing_runs where done_at is null order by asked_at limit $1', [limit]);
  }

  async run(id: string, now: Date): Promise<void> {
    await this.db.transaction(async (tx) => {
      const run = await tx.findOne(InvoicingRun, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!run || run.doneAt) return;
      const { organizationId, month, dueOn } = run;
      // As imports do: what is collected is looked at by one at a time.
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`school imports ${organizationId}`]);
      await longWork(tx, RUN_MS);
      const [made]: { invoices: number; totalCents: number }[] = await tx.query(
        `with owed as (${monthOf}), made as (
           insert into invoices (id, organization_id, child_id, number, instalment, issued_on, due_on, amount_cents, paid_elsewhere_cents,
                                 is_to_collection, position_id, paid_here_cents, is_new)
           select gen_random_uuid(), $1, child_id, number, 1, $5, $6, cents, 0, false, null, 0, true from owed where cents > 0 and unpriced = 0
           on conflict (organization_id, number, instalment) do nothing returning amount_cents
         )
         select count(*)::int as invoices, coalesce(sum(amount_cents), 0)::int as "totalCents" from made`,
        [organizationId, ...daysOfMonth(month), month, romeDate(now), dueOn],
      );
      await collectInvoices(tx, organizationId);
      await tx.save(Object.assign(run, { ...made, doneAt: now }));
    });
  }
}
