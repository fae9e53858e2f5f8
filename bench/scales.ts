import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Stack } from '../deploy/stack.ts';
import { signIn } from './citizen.ts';
import { manager, officer, sizes, startWithPractices } from './data.ts';
import { type Measured, measure } from './load.ts';
import { residentMB } from './processes.ts';
import { type QueueCase, queueCases } from './queue-cases.ts';

/** Who ask the queue at once, and who open practices at once. */
const AT_THE_QUEUE = 16;
const OPENING = 128;
/** Of each side of each round; the first round only warms. */
const ASKED = 192;
const OPENED = 2_000;
const ROUNDS = 3;

/** How the queue answers among a million practices and among ten thousand, and the bare statement among ten thousand. Milliseconds, medians of the rounds. */
export interface QueueFigure {
  name: string;
  connections: number;
  p95: { large: number; small: number; bare: number };
  /** Of a million over ten thousand, and of ten thousand over the bare statement. */
  growth: number;
  overBare: number;
}

export interface OpeningFigure {
  connections: number;
  rounds: { product: Measured; bare: Measured }[];
  ratio: number;
}

export interface ExportFigure {
  connections: number;
  rows: number;
  /** Rows a second from the wish to the file, medians of the rounds. */
  product: number;
  bare: number;
  ratio: number;
}

/** What the service takes while it exports, in MB. */
export interface MemoryFigure {
  rows: number;
  idleMB: number;
  peakMB: number;
  seconds: number;
}

/** The page of figures among a million practices, when they are counted and when they were counted in the same minute. Milliseconds. */
export interface StatisticsFigure {
  countedMs: number;
  keptMs: number;
}

export interface Scales {
  queue: QueueFigure[];
  opening: OpeningFigure;
  export: ExportFigure;
  memory: MemoryFigure[];
  statistics: StatisticsFigure;
}

interface Side {
  stack: Stack;
  headers: Record<QueueCase['who'], Record<string, string>>;
}

/** Both installations run at once and are asked by turns: what else the machine does slows the one as much as the other. */
export async function measureScales(say: (what: string) => void): Promise<Scales> {
  const stacks: Stack[] = [];
  const stops: (() => Promise<void>)[] = [];
  try {
    for (const count of [sizes.small, sizes.large]) {
      const stack = await startWithPractices(count, say);
      stacks.push(stack);
      stops.push(stack.stop);
    }
    const [small, large] = (await Promise.all(stacks.map(sideOf))) as [Side, Side];
    const bareSmall = await startBare(small.stack);
    stops.unshift(bareSmall.stop);
    const bareLarge = await startBare(large.stack);
    stops.unshift(bareLarge.stop);
    const queue: QueueFigure[] = [];
    for (const [index, one] of queueCases.entries()) {
      const figure = await measureQueue(one, small, large, `${bareSmall.url}/queue/${index}`);
      say(`${figure.name}: p95 ${figure.p95.large} ms, ${figure.p95.small} ms, bare ${figure.p95.bare} ms`);
      queue.push(figure);
    }
    const opening = await measureOpening(small, bareSmall.url);
    say(`opening one practice: ratio ${opening.ratio.toFixed(2)}`);
    const exported = await measureExport(large, bareLarge.url);
    say(`export of ${exported.rows} rows: ${exported.product} rows a second, against ${exported.bare}`);
    const memory: MemoryFigure[] = [];
    for (const days of [55, 545]) memory.push(await measureMemory(large, days));
    const statistics = { countedMs: await msOfStatistics(large), keptMs: await msOfStatistics(large) };
    return { queue, opening, export: exported, memory, statistics };
  } finally {
    for (const stop of stops) await stop();
  }
}

async function sideOf(stack: Stack): Promise<Side> {
  const [one, other] = await Promise.all([officer, manager].map((username) => signIn(stack.baseUrl, username)));
  return { stack, headers: { officer: one?.headers ?? {}, manager: other?.headers ?? {} } };
}

async function measureQueue(one: QueueCase, small: Side, large: Side, bareUrl: string): Promise<QueueFigure> {
  const asked = (path: string, headers = {}) => Array.from({ length: ASKED }, () => ({ path, headers }));
  const path = `/api/v1/queue?${new URLSearchParams(one.query)}`;
  const { origin, pathname } = new URL(bareUrl);
  const loads = {
    bare: { url: origin, asked: asked(pathname) },
    small: { url: small.stack.baseUrl, asked: asked(path, small.headers[one.who]) },
    large: { url: large.stack.baseUrl, asked: asked(path, large.headers[one.who]) },
  };
  const rounds = { bare: [] as number[], small: [] as number[], large: [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const side of ['bare', 'small', 'large'] as const) {
      const { p95, failures } = await measure({ ...loads[side], method: 'GET', connections: AT_THE_QUEUE });
      if (failures > 0) throw new Error(`${one.name}, ${side}: ${failures} requests failed`);
      if (round > 0) rounds[side].push(p95);
    }
  const p95 = { large: median(rounds.large), small: median(rounds.small), bare: median(rounds.bare) };
  return {
    name: `${one.who === 'officer' ? 'officer of one service' : 'manager of all'}: ${one.name}`,
    connections: AT_THE_QUEUE,
    p95,
    growth: p95.large / p95.small,
    overBare: p95.small / p95.bare,
  };
}

/** An officer opens one practice after the other, each for the first time: that she did is noted. */
async function measureOpening({ stack, headers }: Side, bareUrl: string): Promise<OpeningFigure> {
  const ids = await idsIn(stack, OPENED);
  const rounds: OpeningFigure['rounds'] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const turn = ids.map((_, at) => ids[(at * 7_919 + round * 31) % ids.length] ?? '');
    const bare = await measure({
      url: bareUrl,
      method: 'GET',
      connections: OPENING,
      asked: turn.map((id) => ({ path: `/practices/${id}` })),
    });
    const asked = turn.map((id) => ({ path: `/api/v1/practices/${id}`, headers: headers.manager }));
    const product = await measure({ url: stack.baseUrl, method: 'GET', connections: OPENING, asked });
    if (product.failures + bare.failures > 0) throw new Error('Practices could not be opened');
    rounds.push({ product, bare });
  }
  const rate = (side: 'product' | 'bare') => median(rounds.map((round) => round[side].requestsPerSecond));
  return { connections: OPENING, rounds, ratio: rate('product') / rate('bare') };
}

async function idsIn(stack: Stack, count: number): Promise<string[]> {
  const client = new pg.Client({ connectionString: stack.environmentOf('practices')['DATABASE_URL'] });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      'select id from practices where submitted_at is not null order by md5(id::text) limit $1',
      [count],
    );
    return rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}

/** Some 110 days of a million practices in three years are 100,000. */
async function measureExport({ stack }: Side, bareUrl: string): Promise<ExportFigure> {
  const [from, to, end] = [daysAgo(150), daysAgo(41), daysAgo(40)];
  const product: number[] = [];
  const bare: number[] = [];
  let rows = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const began = performance.now();
    await (await fetch(`${bareUrl}/copy/${from}/${end}`)).arrayBuffer();
    const copied = performance.now() - began;
    const made = await exportOnce(stack, { from, to });
    rows = made.rows;
    if (round === 0) continue;
    product.push(rows / made.seconds);
    bare.push(rows / (copied / 1_000));
  }
  const figures = { product: Math.round(median(product)), bare: Math.round(median(bare)) };
  return { connections: 1, rows, ...figures, ratio: figures.product / figures.bare };
}

async function measureMemory({ stack }: Side, days: number): Promise<MemoryFigure> {
  const { pid } = stack.service('practices');
  const idleMB = residentMB(pid);
  let peakMB = idleMB;
  const look = setInterval(() => {
    peakMB = Math.max(peakMB, residentMB(pid));
  }, 50);
  try {
    const { rows, seconds } = await exportOnce(stack, { from: daysAgo(days), to: daysAgo(0) });
    return { rows, idleMB, peakMB, seconds: Number(seconds.toFixed(1)) };
  } finally {
    clearInterval(look);
  }
}

/** As an officer does: she asks for the file, and looks whether it is ready. */
async function exportOnce(stack: Stack, { from, to }: { from: string; to: string }): Promise<{ rows: number; seconds: number }> {
  const { send } = await signIn(stack.baseUrl, manager);
  const id = randomUUID();
  const began = performance.now();
  await send('PUT', `/exports/${id}`, { format: 'csv', filters: { period: 'custom', from, to }, columns: null });
  for (;;) {
    const { items } = (await send('GET', '/exports?limit=5')) as { items: { id: string; state: string; total: number }[] };
    const mine = items.find((item) => item.id === id);
    if (mine?.state === 'failed') throw new Error('The export failed');
    if (mine?.state === 'ready') {
      const seconds = (performance.now() - began) / 1_000;
      await send('DELETE', `/exports/${id}`);
      return { rows: mine.total, seconds };
    }
    await pause(20);
  }
}

/** A reader who was told that the answer did not come in time asks again, and has it when the count ends. */
async function msOfStatistics({ stack, headers }: Side): Promise<number> {
  const began = performance.now();
  for (let tries = 1; ; tries += 1) {
    const response = await fetch(`${stack.baseUrl}/api/v1/statistics`, { headers: headers.manager });
    await response.arrayBuffer();
    if (response.ok) return Math.round(performance.now() - began);
    if (response.status !== 504 || tries === 10) throw new Error(`Statistics: ${response.status}`);
  }
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

async function startBare(stack: Stack): Promise<{ url: string; stop(): Promise<void> }> {
  const env = { ...process.env, DATABASE_URL: stack.environmentOf('practices')['DATABASE_URL'] };
  const server = fork(join(import.meta.dirname, 'bare-practices.ts'), { env });
  const { port } = await new Promise<{ port: number }>((done) => server.once('message', (message) => done(message as { port: number })));
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((done) => {
        server.once('exit', () => done());
        server.disconnect();
      }),
  };
}

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** What is printed of it, with what is aimed at. */
export function reportScales({ queue, opening, export: exported, memory, statistics }: Scales): void {
  const verdict = (isMet: boolean) => (isMet ? 'met' : 'missed');
  for (const { name, connections, growth, overBare, p95 } of queue)
    console.log(
      `${name.padEnd(52)} p95 ${p95.large.toFixed(1)} ms of a million, ${p95.small.toFixed(1)} of ten thousand: ${growth.toFixed(2)}, at most 1.5 ${verdict(growth <= 1.5)};   bare ${p95.bare.toFixed(1)}: ${overBare.toFixed(2)}, at most 2.0 ${verdict(overBare <= 2)}   ${connections} connections`,
    );
  console.log(
    `${'opening one practice'.padEnd(24)} ratio ${opening.ratio.toFixed(2)}   target 0.5   ${verdict(opening.ratio >= 0.5)}   ${opening.connections} connections`,
  );
  const { rows, ratio, product, bare, connections } = exported;
  console.log(
    `${`export of ${rows} rows`.padEnd(24)} ratio ${ratio.toFixed(2)}   target 0.5   ${verdict(ratio >= 0.5)}   ${product} rows a second, COPY ${bare}   ${connections} connection`,
  );
  for (const one of memory)
    console.log(`${`export of ${one.rows} rows`.padEnd(24)} takes ${one.peakMB} MB at most, idle ${one.idleMB} MB   ${one.seconds} s`);
  console.log(
    `${'statistics of a million'.padEnd(24)} ${statistics.countedMs} ms, and ${statistics.keptMs} ms within the same minute   1 connection`,
  );
}
