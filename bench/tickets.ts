import { randomUUID } from 'node:crypto';
import { prepareTicket } from '@sportello/contracts/ticketing/catalogue';
import { openTicket } from '@sportello/contracts/ticketing/tickets';
import { type Actor, visitor } from '@sportello/messaging/actor';
import pg from 'pg';
import type { Stack } from '../deploy/stack.ts';
import { desks, helpServices, organizations, people, profiles } from '../deploy/world/ids.ts';
import { startBare } from './bare.ts';
import { onBus, signIn } from './citizen.ts';
import { type Measured, measure } from './load.ts';

/** Tickets of one desk that there are, one after the other: one of twenty is open. */
const SIZES = { small: 20_000, large: 200_000 };
const AT_A_TIME = 20_000;
const ROUNDS = 3;
const ASKED = 200;
const CONNECTIONS = 16;
/** Tickets that are sent in a round, so many at once. */
const OPENED = 400;
const AT_ONCE = 32;

const views = {
  open: 'help-desk/tickets?limit=50',
  unassigned: 'help-desk/tickets?limit=50&view=unassigned',
  ended: 'help-desk/tickets?limit=50&view=ended',
  search: 'help-desk/tickets?limit=50&search=conto+postale',
  counts: 'help-desk/counts',
} as const;
type View = keyof typeof views;

export interface Tickets {
  /** In milliseconds: p95 of what an operator looks at, among few tickets and among ten times as many. */
  queue: { view: View; small: number; large: number; ratio: number }[];
  /** In milliseconds: a year of figures, against one plain count of the same rows by desk. */
  report: { tickets: number; productMs: number; bareMs: number; ratio: number };
  /** Tickets a second that are sent, against rows of a bare server. */
  opening: { product: number; bare: number; ratio: number };
}

/** @param stack with the demonstration world */
export async function measureTickets(stack: Stack, say: (what: string) => void): Promise<Tickets> {
  const DATABASE_URL = stack.environmentOf('ticketing')['DATABASE_URL'] ?? '';
  const client = new pg.Client({ connectionString: DATABASE_URL });
  await client.connect();
  await client.query(
    'create table bare_tickets (position bigint generated always as identity, id uuid primary key, submitted_at timestamptz default now())',
  );
  const bare = await startBare(DATABASE_URL, {
    submit: 'insert into bare_tickets (id) values ($1) returning position, submitted_at',
    count: 'select channel, count(*), avg(used_ms) from tickets where organization_id = $1 group by channel',
  });
  try {
    const { headers } = await signIn(stack.baseUrl, 'paola.serra');
    const opening = await measureOpening(stack, bare.url);
    say(`${opening.product} tickets a second are sent, against ${opening.bare} rows`);
    const p95 = { small: {} as Record<View, number>, large: {} as Record<View, number> };
    for (const size of ['small', 'large'] as const) {
      await seedTickets(client, SIZES[size]);
      for (const view of Object.keys(views) as View[]) {
        const asked = Array.from({ length: ASKED }, () => ({ path: `/api/v1/${views[view]}`, headers }));
        p95[size][view] = await medianOf(async () =>
          Math.round(whole(await measure({ url: stack.baseUrl, method: 'GET', asked, connections: CONNECTIONS })).p95),
        );
      }
      say(`among ${SIZES[size]} tickets: ${JSON.stringify(p95[size])} ms`);
    }
    const one = (url: string, path: string) =>
      medianOf(async () => Math.round(whole(await measure({ url, method: 'GET', asked: [{ path, headers }], connections: 1 })).p50));
    const productMs = await one(stack.baseUrl, '/api/v1/help-desk/report');
    const bareMs = await one(bare.url, `/count/${organizations.ministry}`);
    say(`a report of ${SIZES.large} tickets: ${productMs} ms, against ${bareMs} ms`);
    return {
      queue: (Object.keys(views) as View[]).map((view) => {
        const [small, large] = [p95.small[view], p95.large[view]];
        return { view, small, large, ratio: large / Math.max(1, small) };
      }),
      report: { tickets: SIZES.large, productMs, bareMs, ratio: productMs / Math.max(1, bareMs) },
      opening,
    };
  } finally {
    await bare.stop();
    await client.end();
  }
}

/** Of one desk, over a year; who asks, who is in charge, and the words differ. */
async function seedTickets(client: pg.Client, count: number): Promise<void> {
  await client.query('set synchronous_commit = off');
  const { rows } = await client.query<{ made: number }>("select count(*)::int made from tickets where number like 'CB%'");
  for (let made = rows[0]?.made ?? 0; made < count; made += AT_A_TIME)
    await client.query(
      `insert into tickets (id, organization_id, service_id, content, desk_id, kind, channel, number, applicant_id, profile_id, applicant_name, status,
         priority, officer_id, officer_name, created_at, changed_at, queue_at, used_ms, running_since, first_answer_minutes, solution_minutes,
         first_answer_due_at, solution_due_at, first_answered_at, first_answer_used_ms, resolved_at, solution, solver_id, solver_name, solver_desk_id,
         opened_with, words, version)
       select gen_random_uuid(), $1::uuid, $2::uuid, '{"details":"Il conto postale viene rifiutato"}', $3::uuid, 'technical', 'web',
         'CB' || lpad(n::text, 7, '0'), gen_random_uuid(), gen_random_uuid(), 'Anna Banco',
         case when is_open then case when n % 40 = 0 then 'accepted' else 'in_progress' end else 'closed' end, 1 + n % 4,
         case when n % 40 <> 0 then $4::uuid end, case when n % 40 <> 0 then 'Paola Serra' end, at, at, case when is_open then at + interval '30 days' else '9000-01-01' end,
         n % 9000 * 60000.0, case when is_open then at end, 480, 2400, null, case when is_open then at + interval '30 days' end, at, n % 600 * 60000.0,
         case when not is_open then at end, case when not is_open then 'Fatto' end, case when not is_open then $4::uuid end,
         case when not is_open then 'Paola Serra' end, case when not is_open then $3::uuid end, n::text,
         ('''cb' || lpad(n::text, 7, '0') || ''' ''anna'' ''banco'' ''rifiutato''' || case when n % 50 = 0 then ' ''conto'' ''postale''' else '' end)::tsvector, 1
       from (select n, n % 20 = 0 as is_open, now() - n % 365 * interval '1 day' as at from generate_series($5::int, $5::int + ${AT_A_TIME - 1}) n) t`,
      [organizations.ministry, helpServices.familyPayments, desks.technical, people.helpOperator, made],
    );
  await client.query('vacuum (analyze) tickets');
}

async function measureOpening(stack: Stack, bareUrl: string): Promise<Tickets['opening']> {
  const author: Actor = {
    ...{ ...visitor('it'), roles: ['citizen'], personId: people.daniele, profileId: profiles.daniele, profileKind: 'citizen' },
    ...{ method: 'spid', level: 2 },
  };
  const serviceId = helpServices.familyPayments;
  const product: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const ids = Array.from({ length: OPENED }, () => randomUUID());
    const asked = ids.map((id) => ({ path: `/submit/${id}` }));
    const began = performance.now();
    whole(await measure({ url: bareUrl, method: 'POST', asked, connections: AT_ONCE }));
    const bareMs = performance.now() - began;
    const productMs = await onBus(stack, async (bus) => {
      const { formId } = await bus.call(prepareTicket, { id: serviceId }, author);
      const queue = [...ids];
      const from = performance.now();
      await Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          for (let id = queue.pop(); id; id = queue.pop())
            await bus.call(openTicket, { id, serviceId, formId, content: { details: 'Il conto viene rifiutato' } }, author);
        }),
      );
      return performance.now() - from;
    });
    if (round > 0) {
      bare.push((OPENED / bareMs) * 1_000);
      product.push((OPENED / productMs) * 1_000);
    }
  }
  const figures = { product: Math.round(median(product)), bare: Math.round(median(bare)) };
  return { ...figures, ratio: figures.product / figures.bare };
}

/** The first round only warms. */
async function medianOf(once: () => Promise<number>): Promise<number> {
  const figures: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const figure = await once();
    if (round > 0) figures.push(figure);
  }
  return median(figures);
}

function whole(measured: Measured): Measured {
  if (measured.failures > 0) throw new Error(`${measured.failures} requests failed`);
  return measured;
}

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** What is printed of it, with what is aimed at. */
export function reportTickets({ queue, report, opening }: Tickets): void {
  const verdict = (isMet: boolean) => (isMet ? 'met' : 'missed');
  for (const { view, small, large, ratio } of queue)
    console.log(
      `${`tickets: ${view}`.padEnd(24)} p95 ${large} ms among ${SIZES.large}, ${small} ms among ${SIZES.small}: ${ratio.toFixed(2)}, at most 1.5 ${verdict(ratio <= 1.5)}`,
    );
  console.log(
    `${'report of a year'.padEnd(24)} ${report.productMs} ms of ${report.tickets} tickets, one plain count ${report.bareMs} ms: ${report.ratio.toFixed(1)}, at most 30 ${verdict(report.ratio <= 30)}`,
  );
  console.log(
    `${'tickets sent'.padEnd(24)} ratio ${opening.ratio.toFixed(2)}   target 0.05   ${verdict(opening.ratio >= 0.05)}   ${AT_ONCE} at once`,
  );
}
