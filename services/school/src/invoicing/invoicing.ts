import { Injectable } from '@nestjs/common';
import { addMonths } from '@sportello/italy/counted-days';
import { romeDate } from '@sportello/italy/rome-time';
import { longWork } from '@sportello/messaging/long-work';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource, type EntityManager } from 'typeorm';
import { pricedDays } from '../accounts/priced-days.js';
import { collectInvoices } from '../documents/collecting.js';
import { lockImports } from '../imports/lock.js';
import { InvoicingRun } from './invoicing-run.entity.js';

/** For a month of a large body. Milliseconds. */
const RUN_MS = 300_000;

/** The first day, and the first of the next month: those of meals are days of the calendar, and not instants. */
export const daysOfMonth = (month: string): [from: string, before: string] => [`${month}-01`, addMonths(`${month}-01`, 1)];

/** What is on an invoice, or is to be: what was charged to a badge is not. */
const isInvoiced = `d.organization_id = $1 and d.day >= $2 and d.day < $3
  and (d.invoiced_cents is not null or (not d.is_prepaid and d.is_owed and coalesce(d.charged_cents, 0) = 0))`;

/**
 * What the children of a body owe by invoice for a month, beyond what stands on invoices: each day keeps the price at which it was invoiced, one that
 * was found afterwards is added, and one that is not owed after all is taken off. A child one of whose days has no price gets no invoice before it
 * has one.
 */
const owedOf = `
  select d.child_id, d.service_id, d.service_code, c.code as child_code,
         coalesce(sum(case when d.is_owed then coalesce(d.invoiced_cents, d.price_cents) else 0 end - coalesce(d.invoiced_cents, 0)), 0)::int as cents,
         count(*) filter (where d.is_owed and coalesce(d.invoiced_cents, d.price_cents) is null)::int as unpriced
  from (${pricedDays}) d join children c on c.id = d.child_id
  where ${isInvoiced}
  group by d.child_id, d.service_id, d.service_code, c.code`;

interface Preview {
  invoices: number;
  totalCents: number;
  known: number;
  unpriced: number;
  excessCents: number;
}

/** What a run would make now. */
export async function previewMonth(tx: EntityManager, organizationId: string, month: string): Promise<Preview> {
  const [row]: Preview[] = await tx.query(
    `with owed as (${owedOf})
     select count(*) filter (where cents > 0 and unpriced = 0)::int as invoices,
            coalesce(sum(cents) filter (where cents > 0 and unpriced = 0), 0)::int as "totalCents",
            (select count(*)::int from invoices where organization_id = $1 and month = $4) as known, coalesce(sum(unpriced), 0)::int as unpriced,
            coalesce(-sum(cents) filter (where cents < 0), 0)::int as "excessCents"
     from owed`,
    [organizationId, ...daysOfMonth(month), month],
  );
  return row ?? { invoices: 0, totalCents: 0, known: 0, unpriced: 0, excessCents: 0 };
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
      await longWork(tx, RUN_MS);
      await lockImports(tx, organizationId);
      const [made]: { invoices: number; totalCents: number }[] = await tx.query(
        `with owed as (${owedOf}), numbered as (
           select *, (select coalesce(max(sequence), 0) from invoices where organization_id = $1 and month = $4)
                     + row_number() over (order by child_code, service_code, child_id, service_id) as sequence
           from owed where cents > 0 and unpriced = 0
         ), made as (
           insert into invoices (id, organization_id, child_id, number, instalment, issued_on, due_on, amount_cents, paid_elsewhere_cents,
                                 is_to_collection, position_id, paid_here_cents, is_new, service_id, month, sequence)
           select gen_random_uuid(), $1, child_id, concat($4::text, '/', sequence, ' ', service_code, ' ', child_code), 1, $5, $6, cents, 0,
                  false, null, 0, true, service_id, $4, sequence
           from numbered returning child_id, service_id, amount_cents
         ), noted as (
           update attendance a set invoiced_cents = case when d.is_owed then coalesce(d.invoiced_cents, d.price_cents) end
           from (${pricedDays}) d join made m on m.child_id = d.child_id and m.service_id = d.service_id
           where ${isInvoiced} and a.child_id = d.child_id and a.service_id = d.service_id and a.day = d.day
         )
         select count(*)::int as invoices, coalesce(sum(amount_cents), 0)::int as "totalCents" from made`,
        [organizationId, ...daysOfMonth(month), month, romeDate(now), dueOn],
      );
      await collectInvoices(tx, organizationId);
      await tx.save(Object.assign(run, { ...made, doneAt: now }));
    });
  }
}
