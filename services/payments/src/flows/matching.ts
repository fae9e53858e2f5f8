import type { EntityManager } from 'typeorm';
import type { ReceiptContent } from '../settlement/receipt.entity.js';
import type { Flow } from './flow.entity.js';

/**
 * Compares rows of flows with what was receipted, all at once: by the reference of the payment, its identifier, and which share it is. A share that
 * is a stamp is in no flow, so that a notice with one is compared net of it. An identifier is unique only for the body that issued the notice, which
 * the receipt names: another one's is no notice of ours.
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
           when c.id is null and i.id is not null then 'without_receipt'
           when i.id is null and (c.id is null or c.content ->> 'fiscalCode' = $1) then 'unknown_notice'
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
         and (c.id is null or c.content ->> 'fiscalCode' = $1)
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

/** Marks as reported what is whole, and takes back what no longer is. Their positions were locked by the caller. */
async function mark(tx: EntityManager, touched: string, values: readonly unknown[]): Promise<void> {
  await tx.query(`update instalments i set state = 'reported' where i.state = 'paid' and i.id in (${touched}) and ${isWhole}`, [...values]);
  await tx.query(`update instalments i set state = 'paid' where i.state = 'reported' and i.id in (${touched}) and not ${isWhole}`, [
    ...values,
  ]);
}

/** Counts what somebody has to look at in flows. */
const countOdd = (tx: EntityManager, ids: readonly string[]): Promise<unknown> =>
  tx.query(
    `update flows f set odd_rows = (
       select count(*) from flow_rows r where r.flow_id = f.id and r.outcome not in ('matched', 'of_others')) where f.id = any($1)`,
    [ids],
  );

/**
 * Locks the positions of which any revision of a flow tells, first of all, as everything does that changes their instalments: a receipt on its way
 * is waited for, and is there when the rows are compared.
 */
export async function lockPositionsOf(tx: EntityManager, { organizationId, pspId, name }: Flow, fiscalCode: string): Promise<void> {
  const rows = `flow_rows r join flows f on f.id = r.flow_id and f.organization_id = $1 and f.psp_id = $2 and f.name = $3`;
  await tx.query(
    `select from positions where id in (
       select i.position_id from ${rows} join instalments i on i.creditor_fiscal_code = $4 and i.notice_number = '3' || r.iuv
       union select i.position_id from ${rows} join instalments i on i.id = r.instalment_id) order by id for update`,
    [organizationId, pspId, name, fiscalCode],
  );
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
  await countOdd(tx, [id]);
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

/**
 * A receipt that comes after its flow settles what was missing there, or shows that it is another amount. The caller has locked the position of the
 * instalment, where there is one.
 */
export async function matchReceipt(
  tx: EntityManager,
  organizationId: string,
  { idPa, receiptId, noticeNumber }: Pick<ReceiptContent, 'idPa' | 'receiptId' | 'noticeNumber'>,
  instalmentId: string | null,
  now: Date,
): Promise<void> {
  // A flow that is being matched is waited for.
  await tx.query(
    'select from flows where organization_id = $1 and id in (select flow_id from flow_rows where iur = $2) order by id for update',
    [organizationId, receiptId],
  );
  const waiting: { flowId: string; place: number }[] = await tx.query(
    `select r.flow_id "flowId", r.place from flow_rows r join flows f on f.id = r.flow_id and f.organization_id = $1 and f.state = 'taken'
     where r.iur = $2 and r.outcome in ('without_receipt', 'unknown_notice')`,
    [organizationId, receiptId],
  );
  if (waiting.length === 0) return;
  const flowIds = waiting.map(({ flowId }) => flowId);
  const places = waiting.map(({ place }) => place);
  const rows = '(r.flow_id, r.place) in (select * from unnest($2::uuid[], $3::int[]))';
  await matchRows(tx, idPa, rows, [flowIds, places]);
  // One stays for each row of the notice of which it is still true.
  await tx.query(
    `update anomalies set resolved_at = $3, note = '' where id in (
       select id from (
         select a.id, row_number() over (partition by a.flow_id, a.kind order by a.id) as place, (
           select count(*) from flow_rows r where r.flow_id = a.flow_id and r.iuv = $2 and 'flow_' || r.outcome = a.kind) as left_over
         from anomalies a where a.flow_id = any($1) and a.notice_number = '3' || $2 and a.resolved_at is null
           and a.kind in ('flow_without_receipt', 'flow_unknown_notice')
       ) o where place > left_over)`,
    [flowIds, noticeNumber.slice(1), now],
  );
  await tx.query(
    `insert into anomalies (id, organization_id, kind, position_id, instalment_id, notice_number, at, flow_id)
     select gen_random_uuid(), $1, 'flow_amount_differs', i.position_id, r.instalment_id, '3' || r.iuv, $4, r.flow_id
     from flow_rows r left join instalments i on i.id = r.instalment_id where ${rows} and r.outcome = 'amount_differs'`,
    [organizationId, flowIds, places, now],
  );
  await countOdd(tx, flowIds);
  if (instalmentId) await mark(tx, 'select $1::uuid', [instalmentId]);
}
