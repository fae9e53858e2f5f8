import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { type Stack, startStack } from '../deploy/stack.ts';
import { loadWorld } from '../deploy/world/load.ts';
import { type Appointments, measureAppointments, reportAppointments } from './appointments.ts';
import { startBare } from './bare.ts';
import { registerMayors } from './citizen.ts';
import { type Library, measureLibrary, reportLibrary } from './library.ts';
import { type Load, type Measured, measure } from './load.ts';
import { measurePayments, type Payments, reportPayments } from './payments.ts';
import { limits, measureProcesses, type Processes } from './processes.ts';
import { measureScales, reportScales } from './scales.ts';
import { measureSchool, reportSchool, type School } from './school.ts';
import { measureTickets, reportTickets, type Tickets } from './tickets.ts';
import { type Growth, measureGrowth } from './validators.ts';

/**
 * Measures the product and the bare server doing the same durable work in one run on one machine, and prints the ratio.
 * Absolute figures of a shared machine are noise; the ratio stands.
 */
const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '4000' },
    rounds: { type: 'string', default: '3' },
    /** So many press at once: groups form only in a crowd. */
    connections: { type: 'string', default: '128' },
    /** Only start times and memory. */
    processes: { type: 'boolean', default: false },
    /** Only the queue, the opened practice and the export, among ten thousand practices and among a million. */
    practices: { type: 'boolean', default: false },
    /** Only what payments does. */
    payments: { type: 'boolean', default: false },
    /** Only the calendars. */
    appointments: { type: 'boolean', default: false },
    /** Only the search of the library. */
    library: { type: 'boolean', default: false },
    /** Only the school services, with ten years of so many children. */
    school: { type: 'boolean', default: false },
    children: { type: 'string', default: '2000' },
    /** Only the help desk. */
    tickets: { type: 'boolean', default: false },
  },
});
const requests = Number(values.requests);
const rounds = Number(values.rounds);
const connections = Number(values.connections);
/** What nobody may exceed in drafts of one service, with room to spare. */
const EACH = 40;
const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;

interface Figure {
  name: string;
  target: number;
  rounds: { product: Measured; bare: Measured }[];
  /** Of the medians of the rounds, in requests a second. */
  ratio: number;
}

process.env['RATE_LIMIT'] = '100000000';
process.env['LOG_LEVEL'] ??= 'warn';
if (values.payments) {
  const payments = await alone(measurePayments);
  write({ payments });
  reportPayments(payments);
  process.exit();
}
if (values.appointments) {
  const appointments = await alone(measureAppointments);
  write({ appointments });
  reportAppointments(appointments);
  process.exit();
}
const ofSchool = (of: Stack, tell: (what: string) => void) => measureSchool(of, tell, Number(values.children));
if (values.school) {
  const school = await alone(ofSchool);
  write({ school });
  reportSchool(school);
  process.exit();
}
if (values.processes) {
  const { stack, processes } = await measureProcesses(say);
  await stack.stop();
  reportProcesses(processes);
  process.exit();
}
if (values.library) {
  const library = await alone(measureLibrary);
  write({ library });
  reportLibrary(library);
  process.exit();
}
if (values.tickets) {
  const tickets = await alone(measureTickets);
  write({ tickets });
  reportTickets(tickets);
  process.exit();
}
const scales = await measureScales(say);
if (values.practices) {
  write({ scales });
  reportScales(scales);
  process.exit();
}
const { stack, processes } = await measureProcesses(say);
say('measuring validators at once and ten times their input');
const growths = measureGrowth();
try {
  await loadWorld(stack);
  const bare = await startBarePractices(stack);
  say(`preparing ${requests * (rounds + 1)} requests ready to be sent`);
  const ready = await prepare(stack, requests * (rounds + 1));
  const figures = [
    await compare('read of one practice', 0.5, (round) => ({
      product: {
        url: stack.baseUrl,
        method: 'GET',
        asked: spread(ready, requests, round).map(({ id, headers }) => ({ path: `/api/v1/practices/${id}`, headers })),
      },
      bare: { url: bare.url, method: 'GET', asked: spread(bare.ids, requests, round).map((id) => ({ path: `/read/${id}` })) },
    })),
    await compare('submission', 1, (round) => ({
      product: {
        url: stack.baseUrl,
        method: 'POST',
        asked: ready.slice(round * requests, (round + 1) * requests).map(({ id, headers, version }) => ({
          path: `/api/v1/practices/${id}/submission`,
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify({ version }),
        })),
      },
      bare: { url: bare.url, method: 'POST', asked: Array.from({ length: requests }, () => ({ path: `/submit/${randomUUID()}` })) },
    })),
  ];
  await bare.stop();
  const used = {
    payments: await measurePayments(stack, say),
    appointments: await measureAppointments(stack, say),
    library: await measureLibrary(stack, say),
    school: await ofSchool(stack, say),
    tickets: await measureTickets(stack, say),
  };
  report(figures, growths, processes, used);
} finally {
  await stack.stop();
}

/** Measures one service in a world of its own. */
async function alone<Figures>(measureOne: (stack: Stack, say: (what: string) => void) => Promise<Figures>): Promise<Figures> {
  const own = await startStack();
  try {
    await loadWorld(own);
    return await measureOne(own, say);
  } finally {
    await own.stop();
  }
}

type Side = Omit<Load, 'connections'>;

/**
 * First the bare server, then the product: what the product does after an answer (receipts, mails) would slow whoever is measured next,
 * and may slow only itself. The first round of each side only warms it and is not counted.
 */
async function compare(name: string, target: number, sides: (round: number) => { product: Side; bare: Side }): Promise<Figure> {
  const all = Array.from({ length: rounds + 1 }, (_, round) => sides(round));
  const bare = await measureAll(all.map((side) => side.bare));
  const product = await measureAll(all.map((side) => side.product));
  const measured = product.map((one, round) => ({ product: one, bare: bare[round] as Measured }));
  for (const round of measured) {
    say(`${name}: ${round.product.requestsPerSecond} a second, p99 ${round.product.p99} ms, against ${round.bare.requestsPerSecond}`);
    const failures = round.product.failures + round.bare.failures;
    if (failures > 0) throw new Error(`${name}: ${failures} requests failed`);
  }
  const rate = (side: Measured[]) => median(side.map(({ requestsPerSecond }) => requestsPerSecond));
  return { name, target, rounds: measured, ratio: rate(product) / rate(bare) };
}

async function measureAll(sides: Side[]): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const side of sides) measured.push(await measure({ ...side, connections }));
  return measured.slice(1);
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

interface Ready {
  id: string;
  version: number;
  headers: Record<string, string>;
}

/** Opens and completes requests and leaves them `ready`, through the same doors as people. */
async function prepare(running: Stack, count: number): Promise<Ready[]> {
  const mayors = await registerMayors(running, Math.ceil(count / EACH));
  const ready: Ready[] = [];
  const queue = mayors.flatMap((mayor) => Array.from({ length: EACH }, () => mayor)).slice(0, count);
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (let mayor = queue.pop(); mayor; mayor = queue.pop()) {
        const id = randomUUID();
        const version = await mayor.makeReady(id);
        ready.push({ id, version, headers: mayor.headers });
      }
    }),
  );
  return ready;
}

/** A database and a process of its own beside the product's, on the same PostgreSQL with the same settings. */
async function startBarePractices({ backing }: Stack): Promise<{ url: string; ids: string[]; stop(): Promise<void> }> {
  const admin = new pg.Client({ connectionString: backing.postgres.url });
  await admin.connect();
  await admin.query('create database bare');
  await admin.end();
  const address = new URL(backing.postgres.url);
  address.pathname = '/bare';
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  await client.query(`
    create table bare_practices (id uuid primary key, number text, status text, title text, created_at timestamptz, content jsonb);
    create table bare_submissions (position bigint generated always as identity, practice_id uuid primary key, content_sha256 text, submitted_at timestamptz default now());
  `);
  const ids = Array.from({ length: requests }, () => randomUUID());
  const content = JSON.stringify({ text: 'x'.repeat(1_500) });
  await client.query(
    `insert into bare_practices select id, 'N', 'ready', 'Utenti Servizi 06', now(), $2::jsonb from unnest($1::uuid[]) id`,
    [ids, content],
  );
  await client.end();
  const { url, stop } = await startBare(address.href, {
    read: 'select id, number, status, title, created_at, content from bare_practices where id = $1',
    submit: "insert into bare_submissions (practice_id, content_sha256) values ($1, repeat('f', 64)) returning position, submitted_at",
  });
  return { url, ids, stop };
}

/** Items from all over the list, the same ones for the same round. */
function spread<T>(items: T[], count: number, round: number): T[] {
  return Array.from({ length: count }, (_, index) => items[(index * 7_919 + round * 31) % items.length] as T);
}

function reportProcesses({ secondStartSeconds, services: measured }: Processes): void {
  const sum = measured.reduce((all, { residentMB }) => all + residentMB, 0);
  for (const { name, startSeconds, residentMB } of measured)
    console.log(
      `${name.padEnd(24)} starts in ${startSeconds.toFixed(2)} s, takes ${residentMB} MB   a new service may take ${limits.serviceMB} MB`,
    );
  console.log(`${'all of them'.padEnd(24)} take ${sum} MB   nine may take ${limits.allNineMB} MB`);
  console.log(`${'second start'.padEnd(24)} ${secondStartSeconds.toFixed(1)} s   may take ${limits.secondStartSeconds} s`);
}

/** Keeps what was measured beside what was measured before. */
function write(measured: object): void {
  const folder = join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  const at = new Date().toISOString();
  const name = `${at.slice(0, 19).replaceAll(':', '-')}.json`;
  writeFileSync(join(folder, name), `${JSON.stringify({ at, machine, ...measured }, null, 2)}\n`);
}

interface Used {
  payments: Payments;
  appointments: Appointments;
  library: Library;
  school: School;
  tickets: Tickets;
}

function report(figures: Figure[], validators: Growth[], processes: Processes, used: Used): void {
  write({ requests, connections, figures, validators, processes, scales, ...used });
  console.log(`\n${machine}`);
  reportProcesses(processes);
  for (const { name, ratio, target } of figures)
    console.log(`${name.padEnd(24)} ratio ${ratio.toFixed(2)}   target ${target.toFixed(1)}   ${ratio >= target ? 'met' : 'missed'}`);
  reportScales(scales);
  reportPayments(used.payments);
  reportAppointments(used.appointments);
  reportLibrary(used.library);
  reportSchool(used.school);
  reportTickets(used.tickets);
  for (const { name, piece, oneMs, tenMs, ratio, isLinear } of validators)
    console.log(
      `${name.padEnd(24)} ratio ${ratio.toFixed(1).padStart(5)}   ${oneMs.toFixed(2)} ms, ${tenMs.toFixed(2)} ms   ${JSON.stringify(piece)}   ${isLinear ? 'linear' : 'NOT LINEAR'}`,
    );
}

function say(what: string): void {
  console.log(`[${(performance.now() / 1000).toFixed(1)} s] ${what}`);
}
