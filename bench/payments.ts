import { setTimeout as pause } from 'node:timers/promises';
import { writeRequest } from '@sportello/pagopa/soap';
import pg from 'pg';
import type { Stack } from '../deploy/stack.ts';
import { creditors } from '../deploy/world/creditors.ts';
import { startBare } from './bare.ts';
import { type Measured, measure, pace } from './load.ts';
import { measureNotices, type NoticesFigure } from './notices.ts';
import { type Creditor, seedOpen, seedPaid } from './seed-payments.ts';

/** Notices of which the Node asks, one after the other. */
const OPEN = 2_000;
const ROUNDS = 3;
const CONNECTIONS = 64;
/** Requests a second at which an answer must still come quickly, and for how many of them. */
const PACE = { rate: 200, requests: 2_000 };
/** Payments of a flow; the first only warms, and the two show whether the time grows with them. */
const FLOWS = [1_000, 10_000, 100_000];
const PAGE = 1_000;
const FLOW_DEADLINE_MS = 300_000;

export interface QuestionFigure {
  name: string;
  connections: number;
  rounds: { product: Measured; bare: Measured }[];
  /** Of the medians of the rounds, in requests a second. */
  ratio: number;
  /** At two hundred requests a second, in milliseconds. */
  p99AtPace: number;
}

/** From the first page of a flow to the moment when all of it is matched, against reading the same pages and one COPY of their rows. Milliseconds. */
export interface FlowFigure {
  payments: number;
  productMs: number;
  bareMs: number;
  ratio: number;
}

export interface Payments {
  questions: QuestionFigure[];
  notices: NoticesFigure;
  flows: FlowFigure[];
}

const [region, comune] = creditors as [Creditor, Creditor];

/** @param stack with the demonstration world */
export async function measurePayments(stack: Stack, say: (what: string) => void): Promise<Payments> {
  const environment = stack.environmentOf('payments');
  const DATABASE_URL = environment['DATABASE_URL'] ?? '';
  const client = new pg.Client({ connectionString: DATABASE_URL });
  await client.connect();
  const bare = await startBare(DATABASE_URL, { read: 'select * from instalments where creditor_fiscal_code = $1 and notice_number = $2' });
  try {
    const notices = await seedOpen(client, region, OPEN);
    const node = `http://127.0.0.1:${environment['PAGOPA_PORT']}`;
    const questions: QuestionFigure[] = [];
    for (const name of ['paVerifyPaymentNotice', 'paGetPaymentV2'] as const) {
      const figure = await measureQuestion(name, notices, node, bare.url);
      say(`${name}: ratio ${figure.ratio.toFixed(2)}, p99 ${figure.p99AtPace} ms at ${PACE.rate} a second`);
      questions.push(figure);
    }
    const printed = await measureNotices();
    say(`payment notices: ${printed.product} a second, against ${printed.bare}`);
    const flows: FlowFigure[] = [];
    for (const payments of FLOWS) {
      const figure = await measureFlow(stack, client, payments);
      say(`flow of ${payments} payments: ${figure.productMs} ms, against ${figure.bareMs} ms`);
      flows.push(figure);
    }
    return { questions, notices: printed, flows };
  } finally {
    await bare.stop();
    await client.end();
  }
}

async function measureQuestion(
  name: 'paVerifyPaymentNotice' | 'paGetPaymentV2',
  notices: readonly string[],
  node: string,
  bareUrl: string,
): Promise<QuestionFigure> {
  const asker = { idPA: region.fiscalCode, idBrokerPA: region.brokerCode, idStation: region.stationId };
  const messages = notices.map((noticeNumber) => {
    const qrCode = { fiscalCode: region.fiscalCode, noticeNumber };
    return writeRequest(name, { ...asker, qrCode });
  });
  const headers = { 'content-type': 'text/xml', soapaction: name };
  const product = { url: node, method: 'POST' as const, asked: messages.map((body) => ({ path: '/pagopa/paForNode', headers, body })) };
  const bare = { url: bareUrl, method: 'GET' as const, asked: notices.map((notice) => ({ path: `/read/${region.fiscalCode}/${notice}` })) };
  const rounds: QuestionFigure['rounds'] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const measured = {
      bare: await measure({ ...bare, connections: CONNECTIONS }),
      product: await measure({ ...product, connections: CONNECTIONS }),
    };
    if (measured.bare.failures + measured.product.failures > 0) throw new Error(`${name}: requests failed`);
    if (round > 0) rounds.push(measured);
  }
  const p99AtPace = await pace({ ...product, asked: product.asked.slice(0, PACE.requests), connections: CONNECTIONS }, PACE.rate);
  const rate = (side: 'product' | 'bare') => median(rounds.map((round) => round[side].requestsPerSecond));
  return { name, connections: CONNECTIONS, rounds, ratio: rate('product') / rate('bare'), p99AtPace };
}

async function measureFlow(stack: Stack, client: pg.Client, count: number): Promise<FlowFigure> {
  const paid = await seedPaid(client, comune, count);
  const name = `${new Date().toISOString().slice(0, 10)}PSPSIMUL-bench${count}`;
  stack.pagopa.flows.publish({ fiscalCode: comune.fiscalCode, fdr: name, revision: 1, payments: paid });
  const address = `${stack.environmentOf('payments')['FDR_URL']}/organizations/${comune.fiscalCode}/fdrs/${name}/revisions/1/psps/PSPSIMUL`;
  const bareMs = await copyPages(client, address);
  const { rows } = await client.query<{ id: string }>(
    `insert into flows (id, organization_id, psp_id, name, revision, published_at, state, odd_rows, next_try_at)
     values (gen_random_uuid(), $1, 'PSPSIMUL', $2, 1, now(), 'listed', 0, now()) returning id`,
    [comune.organizationId, name],
  );
  // It looks for what waits when it starts.
  await stack.service('payments').stop();
  await stack.service('payments').start();
  const has = async (text: string) => (await client.query<{ is: boolean }>(`select ${text} "is"`, [rows[0]?.id])).rows[0]?.is === true;
  const until = async (text: string) => {
    const asked = performance.now();
    for (; !(await has(text)); await pause(5))
      if (performance.now() - asked > FLOW_DEADLINE_MS) throw new Error(`The flow of ${count} payments was not taken`);
  };
  await until('exists (select from flow_rows where flow_id = $1)');
  const began = performance.now();
  await until("(select state = 'taken' from flows where id = $1)");
  const productMs = Math.round(performance.now() - began);
  if (!(await has('(select odd_rows = 0 from flows where id = $1)'))) throw new Error('The flow was not matched');
  return { payments: count, productMs, bareMs, ratio: bareMs / productMs };
}

/** The least that keeps a flow: its pages are read, and their rows written by one COPY. @returns milliseconds */
async function copyPages(client: pg.Client, address: string): Promise<number> {
  await client.query(
    'create table if not exists bare_rows (place int, iuv text, iur text, transfer int, cents bigint, status text, paid_on text)',
  );
  const began = performance.now();
  const lines: string[] = [];
  for (let page = 1, last = 1; page <= last; page += 1) {
    const response = await fetch(`${address}/payments?page=${page}&size=${PAGE}`);
    const { metadata, data } = (await response.json()) as { metadata: { totPage: number }; data: Record<string, string | number>[] };
    last = metadata.totPage;
    for (const row of data)
      lines.push(
        [
          row['index'],
          row['iuv'],
          row['iur'],
          row['idTransfer'],
          Math.round(Number(row['pay']) * 100),
          row['payStatus'],
          row['payDate'],
        ].join('\t'),
      );
  }
  await new Promise<void>((done, fail) => {
    client.query({
      submit: (connection: pg.Connection) => void connection.query('copy bare_rows from stdin'),
      handleCopyInResponse: (connection: pg.Connection & { sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void }) => {
        connection.sendCopyFromChunk(Buffer.from(`${lines.join('\n')}\n`));
        connection.endCopyFrom();
      },
      handleCommandComplete: () => undefined,
      handleError: fail,
      handleReadyForQuery: () => done(),
    } as never);
  });
  const ms = Math.round(performance.now() - began);
  await client.query('drop table bare_rows');
  return ms;
}

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** What is printed of it, with what is aimed at. */
export function reportPayments({ questions, notices, flows }: Payments): void {
  const verdict = (isMet: boolean) => (isMet ? 'met' : 'missed');
  for (const { name, ratio, connections, p99AtPace } of questions)
    console.log(
      `${name.padEnd(24)} ratio ${ratio.toFixed(2)}   target 0.5   ${verdict(ratio >= 0.5)}   ${connections} connections;   p99 ${p99AtPace} ms at ${PACE.rate} a second, at most 200 ${verdict(p99AtPace < 200)}`,
    );
  console.log(
    `${`${notices.count} payment notices`.padEnd(24)} ratio ${notices.ratio.toFixed(2)}   target 0.7   ${verdict(notices.ratio >= 0.7)}   ${notices.product} pages a second, bare ${notices.bare}`,
  );
  for (const { payments, productMs, bareMs, ratio } of flows.slice(1))
    console.log(
      `${`flow of ${payments} payments`.padEnd(24)} ratio ${ratio.toFixed(2)}   target 0.5   ${verdict(ratio >= 0.5)}   ${productMs} ms, parsing and COPY ${bareMs} ms`,
    );
}
