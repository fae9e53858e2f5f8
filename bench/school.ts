import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Asked, Rpc } from '@sportello/contracts/contract';
import { timeout, unavailable } from '@sportello/contracts/problems';
import { reportAbsences } from '@sportello/contracts/school/absences';
import { getAccount, listAttendance } from '@sportello/contracts/school/accounts';
import { putInvoicingRun } from '@sportello/contracts/school/invoicing';
import { addDays, romeDate } from '@sportello/italy/rome-time';
import { type Actor, service as installation } from '@sportello/messaging/actor';
import type { Bus } from '@sportello/messaging/bus';
import { Problem } from '@sportello/messaging/problem';
import pg from 'pg';
import type { Stack } from '../deploy/stack.ts';
import { organizations } from '../deploy/world/ids.ts';
import { officers } from '../deploy/world/people.ts';
import { onBus } from './citizen.ts';

const ROUNDS = 3;
/** Of one comune, as large as they come. */
const CHILDREN = 20_000;
/** Days of service of a year, and the years among which the searches are measured. */
const DAYS = 180;
const YEARS = { small: 1, large: 10 };
/** Searches of one round, and how many wait at once. */
const ASKED = 1_000;
const AT_ONCE = 16;
const MONTH_DAYS = 20;
const REPORTS = 5_000;
const RUN_DEADLINE_MS = 300_000;

const organizationId = organizations.dimostrativo;
const named = (what: string) => `overlay(overlay(md5('bench ${what} ' || n) placing '4' from 13) placing 'a' from 17)::uuid`;
const [meals, lessons, school] = ['meals', 'lessons', 'school'].map(() => randomUUID()) as [string, string, string];

export interface Growth {
  small: number;
  large: number;
  ratio: number;
}

export interface School {
  /** Children whose days and movements there are in the searches, and rows of attendance among ten years of them. */
  children: number;
  rows: number;
  /** In milliseconds: p95 of the same search among so many years. */
  attendance: Growth;
  account: Growth;
  /** A month of twenty thousand children, against one INSERT … SELECT of the same rows. Milliseconds. */
  invoicing: { productMs: number; bareMs: number; ratio: number; afterKillMs: number };
  /** In the last minute before a cut-off: until the last was answered, and what was counted. */
  absences: { reports: number; ms: number; counted: number };
}

/**
 * @param stack with the demonstration world
 * @param children whose ten years are made: all twenty thousand take 36 million rows of attendance, and as many movements
 */
export async function measureSchool(stack: Stack, say: (what: string) => void, children: number): Promise<School> {
  const client = new pg.Client({ connectionString: stack.environmentOf('school')['DATABASE_URL'] ?? '' });
  await client.connect();
  try {
    await client.query('set synchronous_commit = off');
    await seedChildren(client);
    const absences = await measureAbsences(stack, client);
    say(`${absences.reports} absences in ${absences.ms} ms, ${absences.counted} counted`);
    const invoicing = await measureInvoicing(stack, client);
    say(
      `invoicing of ${CHILDREN} children: ${invoicing.productMs} ms, against ${invoicing.bareMs} ms; killed and resumed ${invoicing.afterKillMs} ms`,
    );
    const figures: { attendance: number; account: number }[] = [];
    for (const [from, to] of [
      [0, YEARS.small],
      [YEARS.small, YEARS.large],
    ] as const) {
      for (let year = from; year < to; year += 1) await seedYear(client, children, year);
      await client.query('vacuum (analyze) attendance');
      await client.query('vacuum (analyze) movements');
      const figure = await p95s(stack, children);
      say(`${to} years of ${children} children: search of days p95 ${figure.attendance} ms, account p95 ${figure.account} ms`);
      figures.push(figure);
    }
    const growth = (of: 'attendance' | 'account') => {
      const [small, large] = figures.map((figure) => figure[of]) as [number, number];
      return { small, large, ratio: large / small };
    };
    return {
      children,
      rows: children * DAYS * YEARS.large,
      attendance: growth('attendance'),
      account: growth('account'),
      invoicing,
      absences,
    };
  } finally {
    await client.end();
  }
}

/** One school, a service that is prepaid and one by invoice, and a parent for each child, who has come before. */
async function seedChildren(client: pg.Client): Promise<void> {
  const all = `generate_series(1, ${CHILDREN}) n`;
  await client.query(`insert into schools (id, organization_id, code, name) values ($1, $2, 'BENCH', 'Primaria di prova')`, [
    school,
    organizationId,
  ]);
  await client.query(
    `insert into school_services (id, organization_id, code, name, is_prepaid, price_cents, cutoff_time, cutoff_days_before, is_meal)
     values ($1, $3, 'BENCH-M', 'Refezione di prova', true, 450, '09:00', 0, true), ($2, $3, 'BENCH-L', 'Doposcuola di prova', false, 300, '09:00', 0, false)`,
    [meals, lessons, organizationId],
  );
  await client.query(
    `insert into children (id, organization_id, code, family_name, given_name, fiscal_code, birth_date, sex, birth_place, birth_province, comune, postal_code,
       province, address, phone, status, holder_fiscal_code, holder_name, payment_method, invoice_delivery)
     select ${named('child')}, $1, 'BENCH' || n, 'BANCO', 'ANNA ' || n, 'BENCH' || lpad(n::text, 11, '0'), '2017-01-01', 'F', '', '', '', '', '', '', '', 'open',
       'BNCH' || lpad(n::text, 12, '0'), 'BANCO ANNA', '', '' from ${all}`,
    [organizationId],
  );
  await client.query(
    `insert into parents (person_id, authentication_id, fiscal_code, name)
     select ${named('parent')}, ${named('parent')}, 'BNCH' || lpad(n::text, 12, '0'), 'Anna Banco' from ${all}`,
  );
  await client.query(
    `insert into badges (id, organization_id, child_id, number) select ${named('badge')}, $1, ${named('child')}, 'BENCH' || n from ${all}`,
    [organizationId],
  );
  for (const service of [meals, lessons])
    await client.query(
      `insert into enrolments (id, organization_id, child_id, service_id, school_id, class_name, starts_on, ends_on, price_cents)
       select gen_random_uuid(), $1, ${named('child')}, $2, $3, (1 + n % 5) || 'A', '2010-09-01', null, null from ${all}`,
      [organizationId, service, school],
    );
  await client.query('vacuum (analyze) children, parents, badges, enrolments');
}

/** A year of meals, each of them charged. Year 0 is the last. */
async function seedYear(client: pg.Client, children: number, year: number): Promise<void> {
  const last = addDays(romeDate(new Date()), -1 - 365 * year);
  const days = `generate_series(1, ${children}) n, generate_series(0, ${DAYS - 1}) d`;
  await client.query(
    `insert into attendance (child_id, day, service_id, organization_id, is_present, charged_cents, charged_badge_id, charges, is_due)
     select ${named('child')}, $1::date - d * 2, $2, $3, true, 450, ${named('badge')}, 1, false from ${days}`,
    [last, meals, organizationId],
  );
  await client.query(
    `insert into movements (id, organization_id, number, day, at, kind, from_account, to_account, cents, badge_id, reason)
     select gen_random_uuid(), $3, concat_ws(' ', 'charge', n, $1::date - d * 2), $1::date - d * 2, now(), 'charge', ${named('badge')}, $2, 450,
       ${named('badge')}, 'Refezione di prova' from ${days}`,
    [last, meals, organizationId],
  );
}

const parentOf = (personId: string): Actor => ({
  ...installation,
  ...{ roles: ['citizen'], personId, method: 'spid', level: 2, authenticationId: personId },
});

/** One month of a child among thousands, and the account of its badge. */
async function p95s(stack: Stack, children: number): Promise<{ attendance: number; account: number }> {
  const client = new pg.Client({ connectionString: stack.environmentOf('school')['DATABASE_URL'] ?? '' });
  await client.connect();
  const { rows } = await client.query<{ id: string; parent: string; badge: string }>(
    `select ${named('child')} as id, ${named('parent')} as parent, 'BENCH' || n as badge from (
       select 1 + (k * 7919) % $1::int as n from generate_series(1, $2::int) k) x`,
    [children, ASKED],
  );
  await client.end();
  const to = romeDate(new Date());
  const period = { from: addDays(to, -30), to };
  const timesOf = async <C extends Rpc>(contract: C, inputOf: (row: (typeof rows)[number]) => Asked<C>): Promise<number> => {
    const figures: number[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const times = await onBus(stack, (bus) =>
        askAll(
          bus,
          rows.map((row) => [contract, inputOf(row), parentOf(row.parent)] as const),
        ),
      );
      if (round > 0) figures.push(quantile(times, 0.95));
    }
    return median(figures);
  };
  return {
    attendance: await timesOf(listAttendance, ({ id }) => ({ id, ...period, limit: 50 })),
    account: await timesOf(getAccount, ({ id, badge }) => ({ id, badge, ...period, limit: 50 })),
  };
}

/** @returns milliseconds of each */
async function askAll<C extends Rpc>(bus: Bus, asked: readonly (readonly [C, Asked<C>, Actor])[]): Promise<number[]> {
  const times: number[] = [];
  const waiting = [...asked];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const began = performance.now();
        await bus.call(...next);
        times.push(performance.now() - began);
      }
    }),
  );
  return times;
}

/** Everybody reports in the minute before the hour of a day; whoever got no answer in time asks the same again, as a browser does. */
async function measureAbsences(stack: Stack, client: pg.Client): Promise<School['absences']> {
  const day = addDays(romeDate(new Date()), 40);
  const { rows } = await client.query<{ id: string; parent: string }>(
    `select ${named('child')} as id, ${named('parent')} as parent from generate_series(1, ${REPORTS}) n`,
  );
  await client.query(
    `insert into service_days (id, organization_id, service_id, school_id, day, menu, cutoff_at)
     values (gen_random_uuid(), $1, $2, $3, $4, '', now() + interval '60 seconds')`,
    [organizationId, meals, school, day],
  );
  const states: string[] = [];
  const began = performance.now();
  await onBus(stack, async (bus) => {
    const waiting = rows.map(({ id, parent }) => ({
      actor: parentOf(parent),
      asked: { id: randomUUID(), childIds: [id], from: day, to: day },
    }));
    const report = async ({ actor, asked }: (typeof waiting)[number]): Promise<void> => {
      try {
        const { items } = await bus.call(reportAbsences, { ...asked, weekdays: [] }, actor);
        states.push(items[0]?.state ?? '');
      } catch (error) {
        if (!(error instanceof Problem && (error.problem === timeout || error.problem === unavailable))) throw error;
        await report({ actor, asked });
      }
    };
    await Promise.all(
      Array.from({ length: AT_ONCE * 4 }, async () => {
        for (let next = waiting.pop(); next; next = waiting.pop()) await report(next);
      }),
    );
  });
  const ms = Math.round(performance.now() - began);
  const counted = await until(client, 'select absence_count as value from service_days where service_id = $1 and frozen_at is not null', [
    meals,
  ]);
  const reported = states.filter((state) => state === 'reported').length;
  if (counted !== reported) throw new Error(`${reported} absences were accepted and ${counted} are counted`);
  await client.query('delete from absences where service_id = $1', [meals]);
  await client.query('delete from service_days where service_id = $1', [meals]);
  return { reports: reported, ms, counted };
}

/** The same month twice: once whole, and once killed while it is at work. */
async function measureInvoicing(stack: Stack, client: pg.Client): Promise<School['invoicing']> {
  const administrator = officers.find((one) => one.organizationId === organizationId && one.role === 'administrator');
  const actor: Actor = { ...installation, roles: ['administrator'], personId: administrator?.id ?? '', organizationId };
  const dueOn = addDays(romeDate(new Date()), 30);
  /** @returns milliseconds until it is done */
  const run = async (month: string, meanwhile: () => Promise<void>): Promise<number> => {
    await client.query(
      `insert into attendance (child_id, day, service_id, organization_id, is_present, charges, is_due)
       select ${named('child')}, $1::date + d, $2, $3, true, 0, false from generate_series(1, ${CHILDREN}) n, generate_series(0, ${MONTH_DAYS - 1}) d`,
      [`${month}-01`, lessons, organizationId],
    );
    await client.query('vacuum (analyze) attendance');
    const id = randomUUID();
    const began = performance.now();
    await onBus(stack, (bus) => bus.call(putInvoicingRun, { id, month, dueOn }, actor));
    await meanwhile();
    const invoices = await until(client, 'select invoices as value from invoicing_runs where id = $1 and done_at is not null', [id]);
    const ms = Math.round(performance.now() - began);
    const { rows } = await client.query<{ made: number; days: number }>(
      `select (select count(*)::int from invoices where month = $1 and amount_cents = 300 * ${MONTH_DAYS}) as made,
              (select count(*)::int from attendance where service_id = $2 and invoiced_cents = 300 and day between $3::date and $3::date + 30) as days`,
      [month, lessons, `${month}-01`],
    );
    if (!(invoices === CHILDREN && rows[0]?.made === CHILDREN && rows[0].days === CHILDREN * MONTH_DAYS))
      throw new Error(`${invoices} invoices are told, ${rows[0]?.made} there, of ${rows[0]?.days} days`);
    return ms;
  };
  const productMs = await run('2024-02', () => Promise.resolve());
  const bareMs = await bareInvoices(client, '2024-02');
  const afterKillMs = await run('2024-03', async () => {
    // Its words begin with what is owed; only the first of them are told.
    const isAtWork = `select count(*)::int as value from pg_stat_activity where datname = current_database() and state = 'active' and query like '%with owed as%'
      and pid <> pg_backend_pid() having count(*) > 0`;
    await until(client, isAtWork, []);
    await stack.service('school').kill();
    await stack.service('school').whenReady();
  });
  return { productMs, bareMs, ratio: bareMs / productMs, afterKillMs };
}

/** The rows that a run writes: the invoices, what is told of each to who collects it, and what stands on them for each day. @returns milliseconds */
async function bareInvoices(client: pg.Client, month: string): Promise<number> {
  await client.query(`
    create table bare_invoices (like invoices including all);
    create table bare_days (like attendance including all);
    create table bare_told (like outbox including all)`);
  const began = performance.now();
  await client.query('set synchronous_commit = on');
  await client.query(
    `with made as (
       insert into bare_invoices (id, organization_id, child_id, number, instalment, issued_on, due_on, amount_cents, paid_elsewhere_cents, is_to_collection,
         position_id, paid_here_cents, is_new, service_id, month, sequence)
       select gen_random_uuid(), $1, child_id, concat($2::text, ' ', child_id), 1, now(), now(), 300 * count(*), 0, false, gen_random_uuid(), 0, false, $3, $2,
         row_number() over ()
       from attendance where service_id = $3 and day between $4::date and $4::date + 30 group by child_id returning child_id
     ), days as (
       insert into bare_days select * from attendance where service_id = $3 and day between $4::date and $4::date + 30
     )
     select count(*) from made`,
    [organizationId, month, lessons, `${month}-01`],
  );
  await client.query(`insert into bare_told select * from outbox where subject like '%due-wanted%' limit ${CHILDREN}`);
  const ms = Math.round(performance.now() - began);
  await client.query('set synchronous_commit = off; drop table bare_invoices, bare_days, bare_told');
  return ms;
}

async function until(client: pg.Client, sql: string, values: unknown[]): Promise<number> {
  const asked = performance.now();
  for (;;) {
    const { rows } = await client.query<{ value: number }>(sql, values);
    if (rows[0]) return rows[0].value;
    if (performance.now() - asked > RUN_DEADLINE_MS) throw new Error(`Nothing came of: ${sql}`);
    await pause(5);
  }
}

const quantile = (times: readonly number[], share: number): number => {
  const sorted = times.toSorted((a, b) => a - b);
  return Number((sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(2));
};

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** What is printed of it, with what is aimed at. */
export function reportSchool({ children, rows, attendance, account, invoicing, absences }: School): void {
  const verdict = (isMet: boolean) => (isMet ? 'met' : 'missed');
  for (const [name, { small, large, ratio }] of Object.entries({ 'days of a child': attendance, 'virtual account': account }))
    console.log(
      `${name.padEnd(24)} p95 ${large} ms among ten years, ${small} ms in one: ${ratio.toFixed(2)}, at most 1.5 ${verdict(ratio <= 1.5)}   ${children} children, ${rows} days`,
    );
  console.log(
    `${`invoices of ${CHILDREN}`.padEnd(24)} ratio ${invoicing.ratio.toFixed(2)}   target 0.3   ${verdict(invoicing.ratio >= 0.3)}   ${invoicing.productMs} ms, at most 120000 ${verdict(invoicing.productMs < 120_000)}; killed and resumed ${invoicing.afterKillMs} ms`,
  );
  console.log(
    `${`${REPORTS} absences`.padEnd(24)} ${absences.ms} ms, at most 60000 ${verdict(absences.ms < 60_000)}   ${absences.counted} counted of ${absences.reports} accepted`,
  );
}
