import type { EntityManager } from 'typeorm';
import type { Flow } from './flow.entity.js';

/**
 * Compares rows of flows with what was receipted, all at once: by the reference of the payment, its identifier, and which share it is. A share that
 * is a stamp is in no flow, so that a notice with one is compared net of it.
 * Source: pagoPA, SANP, reporting flows
 *
 * @param condition on the rows `r`; `$1` is the fiscal code of the body, further ones are in `values`
 */
async function matchRows(tx: EntityManager, fiscalCode: string, condition: string, values: readonly unknown[]): Promise<void> {
  await tx.query(
    `update flow_rows f set instalment_id = m.instalment_id, outcome = m.outcome
     from (
       select r.flow_id, r.place, i.id as instalment_id,
         case
           when r.status = 'REVOKED' then 'revoked'
           when c.id is null then case when i.id is null then 'unknown_notice' else 'without_receipt' end
           when t.cents is distinct from r.amount_cents then 'amount_differs'
           when i.id is null then 'of_others'
           else 'matched'
         end as outcome
       from flow_rows r
       left join receipts c on c.id_pa = $1 and c.receipt_id = r.iur and substr(c.notice_number, 2) = r.iuv
       left join lateral (
         select (s ->> 'amountCents')::bigint as cents from jsonb_array_elements(c.content -> 'transfers') s
         where (s ->> 'place')::int = r.transfer and s ->> 'fiscalCode' = $1
       ) t on true
       left join instalments i on i.creditor_fiscal_code = $1 and i.notice_number = '3' || r.iuv
       where ${condition}
     ) m where f.flow_id = m.flow_id and f.place = m.place`,
    [fiscalCode, ...values],
  );
}

/** What of an instalment was receipted to this body, less the stamps, was all transferred, and nothing of it was taken back. */
const isWhole = `exists (
  select from receipts c where c.instalment_id = i.id and not exists (
    select from jsonb_array_elements(c.content -> 'transfers') s
    where s ->> 'fiscalCode' = i.creditor_fiscal_code and s ->> 'stamp' is null and not exists (
      select from flow_rows r join flows f on f.id = r.flow_id and f.state = 'taken'
      where r.iur = c.receipt_id and r.instalment_id = i.id and r.transfer = (s ->> 'place')::int and r.outcome = 'matched'))
  and exists (
    select from flow_rows r join flows f on f.id = r.flow_id and f.state = 'taken'
    where r.iur = c.receipt_id and r.instalment_id = i.id and r.outcome = 'matched')
  and not exists (
    select from flow_rows r join flows f on f.id = r.flow_id and f.state = 'taken'
    where r.iur = c.receipt_id and r.instalment_id = i.id and r.outcome = 'revoked'))`;

/** Marks as reported what is whole, and takes back what no longer is. Positions are locked first, as by everything that changes their instalments. */
async function mark(tx: EntityManager, touched: string, values: readonly unknown[]): Promise<void> {
  await tx.query(
    `select from positions where id in (select i.position_id from instalments i where i.id in (${touched})) order by id for update`,
    [...values],
  );
  await tx.query(`update instalments i set state = 'reported' where i.state = 'paid' and i.id in (${touched}) and ${isWhole}`, [...values]);
  await tx.query(`update instalments i set state = 'paid' where i.state = 'reported' and i.id in (${touched}) and not ${isWhole}`, [
    ...values,
  ]);
}

/**
 * Takes a flow whose rows are there, in the place of the revision before, which the caller has marked as replaced: both are looked at, since what
 * only the earlier one told is taken back.
 */
export async function matchFlow(tx: EntityManager, flow: Flow, fiscalCode: string, earlierId: string | null, now: Date): Promise<void> {
  const { id, organizationId } = flow;
  await matchRows(tx, fiscalCode, 'r.flow_id = $2', [id]);
  await mark(tx, 'select instalment_id from flow_rows where flow_id in ($1, $2) and instalment_id is not null', [id, earlierId ?? id]);
  await tx.query(
    `insert into anomalies (id, organization_id, kind, position_id, instalment_id, notice_number, at, flow_id)
     select gen_random_uuid(), $2, 'flow_' || r.outcome, i.position_id, r.instalment_id, case when length(r.iuv) = 17 then '3' || r.iuv end, $3, $1
     from flow_rows r left join instalments i on i.id = r.instalment_id
     where r.flow_id = $1 and r.outcome in ('amount_differs', 'without_receipt', 'unknown_notice', 'revoked')`,
    [id, organizationId, now],
  );
  if (!earlierId) return;
  // What an earlier revision found odd is said anew by this one, where it still is.
  await tx.query("update anomalies set resolved_at = $2, note = '' where flow_id = $1 and resolved_at is null", [earlierId, now]);
  await tx.query(
    `insert into anomalies (id, organization_id, kind, position_id, instalment_id, notice_number, at, flow_id)
     select gen_random_uuid(), $3, 'flow_row_withdrawn', i.position_id, o.instalment_id, '3' || o.iuv, $4, $1
     from flow_rows o join instalments i on i.id = o.instalment_id
     where o.flow_id = $2 and o.outcome = 'matched' and not exists (
       select from flow_rows n where n.flow_id = $1 and n.iuv = o.iuv and n.iur = o.iur and n.transfer = o.transfer)`,
    [id, earlierId, organizationId, now],
  );
}

/** A receipt that comes after its flow settles what was missing there. */
export async function matchReceipt(tx: EntityManager, fiscalCode: string, receiptId: string, instalmentId: string): Promise<void> {
  const waiting: unknown[] = await tx.query("select 1 from flow_rows where iur = $1 and outcome = 'without_receipt' limit 1", [receiptId]);
  if (waiting.length === 0) return;
  await matchRows(tx, fiscalCode, "r.iur = $2 and r.instalment_id = $3 and r.outcome = 'without_receipt'", [receiptId, instalmentId]);
  await tx.query(
    `update anomalies set resolved_at = now(), note = '' where kind = 'flow_without_receipt' and instalment_id = $1 and resolved_at is null`,
    [instalmentId],
  );
  await mark(tx, 'select $1::uuid', [instalmentId]);
}
