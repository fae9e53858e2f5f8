import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { holdSlot, slotTaken } from '@sportello/contracts/appointments/appointments';
import { timeout, unavailable } from '@sportello/contracts/problems';
import { addDays, type CivilDate, romeDate, weekday } from '@sportello/italy/rome-time';
import { visitor } from '@sportello/messaging/actor';
import { ForeignProblem, Problem } from '@sportello/messaging/problem';
import pg from 'pg';
import type { Stack } from '../deploy/stack.ts';
import { calendars } from '../deploy/world/ids.ts';
import { startBare } from './bare.ts';
import { onBus } from './citizen.ts';
import { type Measured, measure } from './load.ts';

const ROUNDS = 3;
const ASKED = 2_000;
const CONNECTIONS = 64;
const DESKS = 4;
/** Appointments that there are, one after the other. */
const SIZES = { small: 1_000, large: 1_000_000 };
/** For so many places so many people press at once. */
const RACE = { places: 100, people: 1_000 };

export interface Appointments {
  /** The month of a calendar with a year of appointments, through the gateway, against one row of 4 kB. */
  month: { connections: number; rounds: { product: Measured; bare: Measured }[]; ratio: number };
  /** In milliseconds: p95 of the same page among so many appointments. */
  growth: { small: number; large: number; ratio: number };
  /** In milliseconds: until the last of them has her answer. */
  race: { productMs: number; bareMs: number; ratio: number };
}

/** @param stack with the demonstration world */
export async function measureAppointments(stack: Stack, say: (what: string) => void): Promise<Appointments> {
  const DATABASE_URL = stack.environmentOf('appointments')['DATABASE_URL'] ?? '';
  const client = new pg.Client({ connectionString: DATABASE_URL });
  await client.connect();
  await client.query(`
    create table bare_rows as select 1 as id, repeat('x', 4000) as content;
    create table bare_submissions (position bigint generated always as identity, id uuid primary key, submitted_at timestamptz default now())`);
  const bare = await startBare(DATABASE_URL, {
    read: 'select content from bare_rows where id = $1',
    submit: 'insert into bare_submissions (id) values ($1) returning position, submitted_at',
  });
  try {
    const calendar = await seedCalendar(client);
    const month = addDays(`${romeDate(new Date()).slice(0, 7)}-28`, 7).slice(0, 7);
    const asked = Array.from({ length: ASKED }, () => ({ path: `/api/v1/calendars/${calendar}/days?month=${month}` }));
    const page = { url: stack.baseUrl, method: 'GET' as const, asked, connections: CONNECTIONS };
    await seedAppointments(client, calendar, SIZES.small);
    const small = await p95Of(page);
    say(`a month of a calendar among ${SIZES.small} appointments: p95 ${small} ms`);
    await seedAppointments(client, calendar, SIZES.large);
    const large = await p95Of(page);
    say(`a month of a calendar among ${SIZES.large} appointments: p95 ${large} ms`);
    const rounds: Appointments['month']['rounds'] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const row = Array.from({ length: ASKED }, () => ({ path: '/read/1' }));
      rounds.push({
        bare: whole(await measure({ url: bare.url, method: 'GET', asked: row, connections: CONNECTIONS })),
        product: whole(await measure(page)),
      });
    }
    const rate = (side: 'product' | 'bare') => median(rounds.map((round) => round[side].requestsPerSecond));
    const race = await measureRace(stack, client, bare.url);
    say(`${RACE.people} people for ${RACE.places} places: ${race.productMs} ms, against ${race.bareMs} ms`);
    return {
      month: { connections: CONNECTIONS, rounds, ratio: rate('product') / rate('bare') },
      growth: { small, large, ratio: large / small },
      race,
    };
  } finally {
    await bare.stop();
    await client.end();
  }
}

async function p95Of(page: Parameters<typeof measure>[0]): Promise<number> {
  const figures: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const { p95 } = whole(await measure(page));
    if (round > 0) figures.push(p95);
  }
  return median(figures);
}

/** A calendar of the world once more, open at every hour of working days with four desks. */
async function seedCalendar(client: pg.Client): Promise<string> {
  const id = randomUUID();
  await client.query(
    `insert into calendars select (jsonb_populate_record(null::calendars, to_jsonb(c) || jsonb_build_object('id', $1::text, 'horizon_days', 365, 'person_limit', null))).*
     from calendars c where id = $2`,
    [id, calendars.registry],
  );
  await client.query(
    `insert into openings (id, organization_id, calendar_id, name, from_day, to_day, opens_at, closes_at, weekdays, parallel, minutes, gap_minutes, version)
     select gen_random_uuid(), organization_id, id, 'Tutto il giorno', current_date - 400, current_date + 400, '08:00', '18:00', '[1,2,3,4,5]', $2, 15, 0, 1
     from calendars where id = $1`,
    [id, DESKS],
  );
  return id;
}

/**
 * So many appointments in all: of the calendar those of a year, three of four places of each slot; the others of calendars that are seen by nobody.
 * What holds the number of places is off meanwhile, and the days are told apart as it would have told them.
 */
async function seedAppointments(client: pg.Client, calendar: string, count: number): Promise<void> {
  await client.query('alter table appointments disable trigger keep_places');
  await client.query('set synchronous_commit = off');
  const perYear = 261 * 40 * 3;
  const own = Math.min(count, perYear);
  const add = (id: string, from: number, to: number) =>
    client.query(
      `insert into appointments (id, organization_id, calendar_id, opening_id, service, day, starts_at, ends_at, busy_until, status, changed_at, applicant,
         holder, language, version)
       select gen_random_uuid(), o.organization_id, $1::uuid, o.id, 'carta-identita', d.day, d.at, d.at + interval '15 minutes', d.at + interval '15 minutes',
         'confirmed', now(), '{"givenName":"Anna","familyName":"Banco","mail":"anna@posta.example","phone":null,"fiscalCode":null,"reason":"Carta","details":null}',
         'anna@posta.example', 'it', 1
       from openings o, lateral (
         select n, (current_date + (n * 7919 % 365)::int) as day,
           ((current_date + (n * 7919 % 365)::int)::timestamp + interval '8 hours' + interval '15 minutes' * (n * 31 / 365 % 40)) at time zone 'Europe/Rome' as at
         from generate_series($3::bigint, $4::bigint - 1) n) d
       where o.calendar_id = $2 and extract(isodow from d.day) < 6`,
      [id, calendar, from, to],
    );
  const { rows } = await client.query<{ here: number }>('select count(*)::int as here from appointments where calendar_id = $1', [
    calendar,
  ]);
  await add(calendar, rows[0]?.here ?? 0, own);
  for (let made = own; made < count; made += 100_000) await add(randomUUID(), made, Math.min(count, made + 100_000));
  await client.query('alter table appointments enable trigger keep_places');
  await client.query(
    `insert into calendar_days (calendar_id, day, version) select distinct calendar_id, day, 1 from appointments where calendar_id = $1
     on conflict (calendar_id, day) do update set version = calendar_days.version + 1`,
    [calendar],
  );
  await client.query('vacuum (analyze) appointments');
}

/** All press in the same moment, each from an address of her own: so many have a place, and everybody else is told that none is left. */
async function measureRace(stack: Stack, client: pg.Client, bareUrl: string): Promise<Appointments['race']> {
  const calendarId = await seedCalendar(client);
  const first = addDays(romeDate(new Date()), 40);
  const day = addDays(first, (8 - weekday(first)) % 7) as CivilDate;
  const slots = await slotsOf(stack, calendarId, day);
  const product: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    await client.query('delete from appointments where calendar_id = $1', [calendarId]);
    await client.query('update calendar_days set version = version + 1 where calendar_id = $1', [calendarId]);
    const wishes = Array.from({ length: RACE.people }, (_, at) => ({
      ...{ id: randomUUID(), calendarId, service: 'carta-identita' },
      ...(slots[at % (RACE.places / DESKS)] as { openingId: string; startsAt: string }),
    }));
    const productMs = await onBus(stack, async (bus) => {
      const began = performance.now();
      /** Whoever got no answer in time asks the same again, as a browser does. */
      const press = (wish: (typeof wishes)[number], at: number): Promise<boolean> =>
        bus.call(holdSlot, wish, { ...visitor('it'), address: `198.18.${at >> 8}.${at & 255}` }).then(
          () => true,
          (error: unknown) => {
            if (error instanceof Problem && (error.problem === timeout || error.problem === unavailable)) return press(wish, at);
            if (error instanceof ForeignProblem && error.received.type === slotTaken.type) return false;
            throw error;
          },
        );
      const answers = await Promise.all(wishes.map(press));
      const held = answers.filter((isHeld) => isHeld).length;
      if (held !== RACE.places) throw new Error(`${held} people have ${RACE.places} places`);
      return performance.now() - began;
    });
    const began = performance.now();
    const asked = wishes.map(({ id }) => ({ path: `/submit/${id}` }));
    whole(await measure({ url: bareUrl, method: 'POST', asked, connections: 128 }));
    if (round > 0) {
      bare.push(performance.now() - began);
      product.push(productMs);
    }
    await pause(500);
  }
  const figures = { productMs: Math.round(median(product)), bareMs: Math.round(median(bare)) };
  return { ...figures, ratio: figures.productMs / figures.bareMs };
}

async function slotsOf({ baseUrl }: Stack, calendarId: string, day: CivilDate): Promise<{ openingId: string; startsAt: string }[]> {
  const response = await fetch(`${baseUrl}/api/v1/calendars/${calendarId}/slots?day=${day}`);
  if (!response.ok) throw new Error(`The slots of a day: ${response.status}`);
  const { slots } = (await response.json()) as { slots: { openingId: string; startsAt: string }[] };
  return slots.map(({ openingId, startsAt }) => ({ openingId, startsAt }));
}

function whole(measured: Measured): Measured {
  if (measured.failures > 0) throw new Error(`${measured.failures} requests failed`);
  return measured;
}

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** What is printed of it, with what is aimed at. */
export function reportAppointments({ month, growth, race }: Appointments): void {
  const verdict = (isMet: boolean) => (isMet ? 'met' : 'missed');
  console.log(
    `${'free places of a month'.padEnd(24)} ratio ${month.ratio.toFixed(2)}   target 0.3   ${verdict(month.ratio >= 0.3)}   ${month.connections} connections`,
  );
  console.log(
    `${'among a million'.padEnd(24)} p95 ${growth.large} ms, among a thousand ${growth.small} ms: ${growth.ratio.toFixed(2)}, at most 1.5 ${verdict(growth.ratio <= 1.5)}`,
  );
  console.log(
    `${`${RACE.people} for ${RACE.places} places`.padEnd(24)} ${race.productMs} ms, as many rows of a bare server ${race.bareMs} ms: ${race.ratio.toFixed(1)}, at most 5 ${verdict(race.ratio <= 5)}`,
  );
}
