import type { FlowPayment } from '@sportello/pagopa/flows';
import type { EntityManager } from 'typeorm';
import type { ReceiptContent } from '../settlement/receipt.entity.js';
import type { Became, Flow } from './flow.entity.js';

/**
 * Rows of flows as they compare with what was receipted: by the reference of the payment, its identifier, and which share it is. A share that is a
 * stamp is in no flow, so that a notice with one is compared net of it. An identifier is unique only for the body that issued the notice, which the
 * receipt names: another one's is no notice of ours. `shares` are the rows by which all of the receipt is there; null where that is not known by their
 * number alone.
 * Source: pagoPA, SANP, reporting flows
 *
 * Each of a thousand rows is looked up by an index: joins would read all receipts for each page.
 *
 * @param rows of flows, with what comes after; `$1` is the fiscal code of the body
 */
const compared = (rows: string) => `
  select r.flow_id, r.place, r.iuv, r.iur, r.transfer, r.amount_cents, r.status, r.paid_on, i.id as instalment_id, t.shares,
    case
      when r.status = 'REVOKED' then 'revoked'
      when c.id is null and i.id is not null then 'without_receipt'
      when i.id is null and (c.id is null or c.content ->> 'fiscalCode' = $1) then 'unknown_notice'
      when t.cents is distinct from r.amount_cents then 'amount_differs'
      when i.id is null then 'of_others'
      else 'matched'
    end as outcome
  from ${rows} r
  left join lateral (
    select id, content from receipts where id_pa = $1 and receipt_id = r.iur and substr(notice_number, 2) = r.iuv limit 1
  ) c on true
  left join lateral (
    select min((s ->> 'amountCents')::bigint) filter (where (s ->> 'place')::int = r.transfer) as cents,
      case when count(s ->> 'stamp') = 0 then count(*) end as shares
    from jsonb_array_elements(c.content -> 'transfers') s where s ->> 'fiscalCode' = $1
  ) t on true
  left join lateral (
    select id from instalments where creditor_fiscal_code = $1 and notice_number = '3' || r.iuv and (c.id is null or c.content ->> 'fiscalCode' = $1) limit 1
  ) i on true`;

/**
 * Keeps a page of a flow, already compared: what a receipt was there for stays as it is, whatever comes until the flow is taken. Of two rows that are
 * numbered alike the first is kept: that one is missing is seen by the sums.
 */
export async function keepRows(tx: EntityManager, flowId: string, fiscalCode: string, rows: readonly FlowPayment[]): Promise<void> {
  const page = `(
    select $2::uuid as flow_id, * from unnest($3::int[], $4::text[], $5::text[], $6::smallint[], $7::bigint[], $8::text[], $9::text[])
      as page (place, iuv, iur, transfer, amount_cents, status, paid_on))`;
  await tx.query(
    `insert into flow_rows (flow_id, place, iuv, iur, transfer, amount_cents, status, paid_on, instalment_id, shares, outcome) ${compared(page)}
     on conflict do nothing`,
    [
      fiscalCode,
      flowId,
      rows.map(({ index }) => index),
      rows.map(({ iuv }) => iuv),
      rows.map(({ iur }) => iur),
      rows.map(({ idTransfer }) => idTransfer ?? 1),
      rows.map(({ pay }) => pay),
      rows.map(({ payStatus }) => payStatus),
      rows.map(({ payDate }) => payDate.slice(0, 10)),
    ],
  );
}

interface Place {
  flowId: string;
  place: number;
}

/** Rows that one statement compares. */
const CHUNK = 1_000;

/** Compares rows again that lacked a receipt. They are named one by one, so that each is looked up and not all of their flow with each. */
async function compareAgain(tx: EntityManager, fiscalCode: string, lacking: readonly Place[]): Promise<void> {
  const rows = '(select r.* from unnest($2::uuid[], $3::int[]) as named (flow_id, place) join flow_rows r using (flow_id, place))';
  for (let at = 0; at < lacking.length; at += CHUNK) {
    const some = lacking.slice(at, at + CHUNK);
    await tx.query(
      `update flow_rows f set instalment_id = m.instalment_id, shares = m.shares, outcome = m.outcome
       from (${compared(rows)}) m where f.flow_id = m.flow_id and f.place = m.place`,
      [fiscalCode, some.map(({ flowId }) => flowId), some.map(({ place }) => place)],
    );
  }
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

/** Marks as reported what of these instalments is whole, and takes back what no longer is. Another flow that tells of them too is waited for. */
async function mark(tx: EntityManager, ids: readonly string[]): Promise<void> {
  await tx.query('select from instalments where id = any($1) order by id for update', [ids]);
  await tx.query(`update instalments i set state = 'reported' where i.state = 'paid' and i.id = any($1) and ${isWhole}`, [ids]);
  await tx.query(`update instalments i set state = 'paid' where i.state = 'reported' and i.id = any($1) and not ${isWhole}`, [ids]);
}

const untouched = `r.flow_id = $1 and r.outcome = 'matched'
  and not exists (select from flow_rows v where v.outcome = 'revoked' and v.iur = r.iur and v.instalment_id = r.instalment_id)`;
/** The instalments of flow `$1` of which it tells all of a receipt, and of which no flow takes anything back. */
const wholeHere = `
  select r.instalment_id from flow_rows r where ${untouched} and r.shares = 1
  union all
  select r.instalment_id from flow_rows r where ${untouched} and r.shares > 1
  group by r.instalment_id, r.iur having count(distinct r.transfer) = min(r.shares)`;

/**
 * The same for a flow, and for what the revision before told: nearly all is seen from its rows alone, and the rest is looked at one by one. What is
 * reported already is written all the same, so that a flow which takes it back meanwhile waits for this one.
 */
async function markFlow(tx: EntityManager, id: string, earlierId: string | null): Promise<void> {
  await tx.query(`update instalments i set state = 'reported' where i.state in ('paid', 'reported') and i.id in (${wholeHere})`, [id]);
  const rest: { id: string }[] = await tx.query(
    `select r.instalment_id as id from flow_rows r where r.flow_id in ($1, $2) and r.instalment_id is not null except (${wholeHere})`,
    [id, earlierId ?? id],
  );
  if (rest.length > 0)
    await mark(
      tx,
      rest.map((instalment) => instalment.id),
    );
}

/** Counts what somebody has to look at in flows. */
const countOdd = (tx: EntityManager, ids: readonly string[]): Promise<unknown> =>
  tx.query(
    `update flows f set odd_rows = (
       select count(*) from flow_rows r where r.flow_id = f.id and r.outcome not in ('matched', 'of_others')) where f.id = any($1)`,
    [ids],
  );

/**
 * Locks the positions of rows that are not matched, of all revisions of a flow, first of all, as everything does that changes their instalments: a
 * receipt on its way is waited for, and is there when the rows are compared again. A notice may have come into being since they were compared.
 */
export async function lockPositionsOf(tx: EntityManager, { organizationId, pspId, name }: Flow, fiscalCode: string): Promise<void> {
  await tx.query(
    `select from positions where id in (
       select i.position_id from flows f join flow_rows r on r.flow_id = f.id
         join instalments i on i.creditor_fiscal_code = $4 and i.notice_number = '3' || r.iuv
       where f.organization_id = $1 and f.psp_id = $2 and f.name = $3 and r.outcome is distinct from 'matched')
     order by id for update`,
    [organizationId, pspId, name, fiscalCode],
  );
}

/**
 * Takes a flow whose rows are there, in the place of the revision before, which the caller has marked as replaced: both are looked at, since what
 * only the earlier one told is taken back.
 */
export async function matchFlow(tx: EntityManager, flow: Flow, fiscalCode: string, earlierId: string | null, now: Date): Promise<void> {
  const { id, organizationId } = flow;
  const lacking: Place[] = await tx.query(
    `select flow_id "flowId", place from flow_rows where flow_id = $1 and outcome in ('without_receipt', 'unknown_notice')`,
    [id],
  );
  await compareAgain(tx, fiscalCode, lacking);
  await markFlow(tx, id, earlierId);
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
     where o.flow_id = $2 and (o.outcome = 'matched' or o.became is not null) and not exists (
       select from flow_rows n where n.flow_id = $1 and n.iuv = o.iuv and n.iur = o.iur and n.transfer = o.transfer)`,
    [id, earlierId, organizationId, now],
  );
}

/** A payment that a flow tells, and of which the payment service provider got no receipt: there may never be one. */
export interface ToldPayment {
  instalmentId: string;
  iur: string;
  /** The shares that the flow tells of it. */
  places: number[];
  /** What they are together. */
  cents: number;
  paidOn: string;
}

/** Source: pagoPA, SANP, reporting flows: outcomes 9 and 8 */
const noReceipt = "r.outcome = 'without_receipt' and r.status in ('NO_RPT', 'STAND_IN_NO_RPT')";

/** Instalments that are paid at a time by what a flow tells. */
const BATCH = 100;

/**
 * Some of the payments that a flow which was matched tells, that will have no receipt, and of which nothing became yet. Their positions are locked:
 * a receipt that came meanwhile is seen, and so is a later revision.
 */
export async function paidWithoutReceipt(tx: EntityManager, flowId: string): Promise<ToldPayment[]> {
  const told = `from flow_rows r where r.flow_id = $1 and ${noReceipt} and r.became is null`;
  const some: { id: string }[] = await tx.query(`select distinct r.instalment_id as id ${told} order by 1 limit ${BATCH}`, [flowId]);
  const ids = some.map(({ id }) => id);
  await tx.query('select from positions where id in (select position_id from instalments where id = any($1)) order by id for update', [
    ids,
  ]);
  return tx.query(
    `select r.instalment_id "instalmentId", r.iur, array_agg(r.transfer) as places, sum(r.amount_cents)::float8 as cents, min(r.paid_on) "paidOn"
     ${told} and r.instalment_id = any($2) group by r.instalment_id, r.iur order by r.instalment_id, r.iur`,
    [flowId, ids],
  );
}

/** Keeps what came of a payment that a flow tells without a receipt: it is the same, whoever else tells it, and its receipt too. */
export async function keepBecame(tx: EntityManager, flowId: string, { instalmentId, iur }: ToldPayment, became: Became): Promise<void> {
  await tx.query(`update flow_rows r set became = $4 where r.flow_id = $1 and r.instalment_id = $2 and r.iur = $3 and ${noReceipt}`, [
    flowId,
    instalmentId,
    iur,
    became,
  ]);
}

/** What came of a payment when a flow told it without a receipt; null where none did, or where its revision came after a later one. */
export async function becameOf(tx: EntityManager, instalmentId: string, iur: string): Promise<Became | null> {
  const told: { became: Became }[] = await tx.query(
    'select became from flow_rows where iur = $2 and instalment_id = $1 and became is not null limit 1',
    [instalmentId, iur],
  );
  return told[0]?.became ?? null;
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
  const waiting: Place[] = await tx.query(
    `select r.flow_id "flowId", r.place from flow_rows r join flows f on f.id = r.flow_id and f.organization_id = $1 and f.state = 'taken'
     where r.iur = $2 and r.outcome in ('without_receipt', 'unknown_notice')`,
    [organizationId, receiptId],
  );
  if (waiting.length === 0) return;
  const flowIds = waiting.map(({ flowId }) => flowId);
  const places = waiting.map(({ place }) => place);
  await compareAgain(tx, idPa, waiting);
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
     from flow_rows r left join instalments i on i.id = r.instalment_id
     where (r.flow_id, r.place) in (select * from unnest($2::uuid[], $3::int[])) and r.outcome = 'amount_differs'`,
    [organizationId, flowIds, places, now],
  );
  await countOdd(tx, flowIds);
  if (instalmentId) await mark(tx, [instalmentId]);
}
