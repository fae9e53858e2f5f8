import type pg from 'pg';
import type { ReportedPayment } from '../deploy/simulators/pagopa/flows.ts';
import { creditors } from '../deploy/world/creditors.ts';

export type Creditor = (typeof creditors)[number];

/** Above all notices that the world has. */
const FIRST = 50_000_000_000;
let made = 0;

/** Positions of one instalment each. Rows that the statement makes are told by `n`. */
const positionsOf = `
  with numbered as (
    select n, md5('position' || n)::uuid as position_id, md5('option' || n)::uuid as option_id, md5('instalment' || n)::uuid as id,
      '3' || $3::text || lpad((${FIRST} + n)::text, 13, '0') as base
    from generate_series($5::int + 1, $5::int + $6::int) n),
  noticed as (
    select *, base || lpad((base::numeric % 93)::text, 2, '0') as notice_number from numbered),
  positions_made as (
    insert into positions (id, organization_id, debtor, reason, opened_at, settled_at, version)
    select position_id, $1::uuid, '{"kind":"F","code":"NREFRC80A41L219B","fullName":"Federica Neri","mail":null}', 'Mensa scolastica', now(),
      case when $7::text = 'paid' then now() end, 1 from noticed),
  options_made as (
    insert into payment_options (id, organization_id, position_id, kind, place) select option_id, $1::uuid, position_id, 'single', 1 from noticed),
  transfers_made as (
    insert into transfers (instalment_id, place, organization_id, amount_cents, fiscal_code, company_name, iban, category, reason)
    select id, 1, $1::uuid, 4500, $2::text, 'Ente di prova', $4::text, '9/0103100TS/', 'Mensa scolastica' from noticed)
  insert into instalments (id, organization_id, position_id, option_id, number, creditor_fiscal_code, notice_number, amount_cents, surcharges,
    is_binding, state, paid_cents, settled_at)
  select id, $1::uuid, position_id, option_id, 1, $2::text, notice_number, 4500, '[]', false, $7::text,
    case when $7::text = 'paid' then 4500 end, case when $7::text = 'paid' then now() end from noticed
  returning id, notice_number "noticeNumber"`;

type Made = { id: string; noticeNumber: string };

async function seedPositions(client: pg.Client, of: Creditor, count: number, state: 'open' | 'paid'): Promise<Made[]> {
  const { organizationId, fiscalCode, segregationCode, iban } = of;
  const { rows } = await client.query<Made>(positionsOf, [organizationId, fiscalCode, segregationCode, iban, made, count, state]);
  made += count;
  return rows;
}

/** @returns the notice numbers of so many positions that wait to be paid */
export async function seedOpen(client: pg.Client, of: Creditor, count: number): Promise<string[]> {
  const rows = await seedPositions(client, of, count, 'open');
  await analyze(client);
  return rows.map(({ noticeNumber }) => noticeNumber);
}

/** So many positions that were paid and receipted. @returns what a flow tells of them */
export async function seedPaid(client: pg.Client, of: Creditor, count: number): Promise<ReportedPayment[]> {
  const rows = await seedPositions(client, of, count, 'paid');
  await client.query(
    `insert into receipts (id, organization_id, id_pa, receipt_id, instalment_id, notice_number, amount_cents, arrived_at, content, raw)
     select gen_random_uuid(), $1::uuid, $2::text, replace(id::text, '-', ''), id, notice_number, 4500, now(),
       jsonb_build_object('idPa', $2::text, 'receiptId', replace(id::text, '-', ''), 'noticeNumber', notice_number, 'fiscalCode', $2::text, 'amountCents', 4500,
         'transfers', jsonb_build_array(jsonb_build_object('place', 1, 'amountCents', 4500, 'fiscalCode', $2::text, 'stamp', null))), ''
     from instalments where id = any($3::uuid[])`,
    [of.organizationId, of.fiscalCode, rows.map(({ id }) => id)],
  );
  await analyze(client);
  const payDate = new Date().toISOString();
  return rows.map(({ id, noticeNumber }, at) => ({
    ...{ index: at + 1, iuv: noticeNumber.slice(1), iur: id.replaceAll('-', ''), idTransfer: 1, pay: 45, payStatus: 'EXECUTED', payDate },
  }));
}

async function analyze(client: pg.Client): Promise<void> {
  for (const table of ['positions', 'payment_options', 'transfers', 'instalments', 'receipts']) await client.query(`analyze ${table}`);
}
