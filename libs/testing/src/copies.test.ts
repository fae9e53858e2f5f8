import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { NatsConnection } from '@nats-io/transport-node';
import { Logger } from '@nestjs/common';
import type { Payload } from '@sportello/contracts/contract';
import { organizationNamed } from '@sportello/contracts/identity/organizations';
import { consumerOf } from '@sportello/contracts/topology';
import { connectBus } from '@sportello/messaging/bus';
import { EventConsumer } from '@sportello/messaging/consumers';
import { CopyKeeping, countCopies } from '@sportello/messaging/copies';
import { PeakLoad } from '@sportello/messaging/peak-load';
import { Relay } from '@sportello/messaging/relay';
import { askRestatement, Restating } from '@sportello/messaging/restate';
import { states } from '@sportello/messaging/states';
import { Subscription } from '@sportello/messaging/subscriptions';
import { dataSource } from '@sportello/service/database';
import type { DataSource, EntityManager } from 'typeorm';
import { createDatabase, eventually, type NatsServer, startNats } from './servers.js';

/** More rows than one batch holds. */
const ROWS = 450;

let nats: NatsServer;
let ownersBus: NatsConnection;
let copiersBus: NatsConnection;
let owner: DataSource;
let copier: DataSource;
let relay: Relay;
let restating: Restating;
let consumer: EventConsumer;
let keeping: CopyKeeping;
const drops: (() => Promise<void>)[] = [];

const read = async (db: EntityManager, after: string | null, limit: number): Promise<Payload<typeof organizationNamed>[]> =>
  db.query(`select id as "organizationId", name, version from bodies where $1::uuid is null or id > $1::uuid order by id limit $2`, [
    after,
    limit,
  ]);
const bodies = states(organizationNamed, read);

/** Keeps a copy as every service does: an older version changes nothing. */
const keep = async ({ organizationId, name, version }: Payload<typeof organizationNamed>, tx: EntityManager) => {
  await tx.query(
    `insert into bodies as kept values ($1, $2, $3)
     on conflict (id) do update set name = excluded.name, version = excluded.version, writes = kept.writes + 1
     where kept.version < excluded.version`,
    [organizationId, name, version],
  );
};

const database = async (name: string): Promise<DataSource> => {
  const { url, drop } = await createDatabase();
  drops.push(drop);
  const db = await dataSource(name, { DATABASE_URL: url, DATABASE_POOL: 4 }, [], []).initialize();
  await db.runMigrations();
  await db.query('create table bodies (id uuid primary key, name text, version integer, writes integer not null default 1)');
  return db;
};

/** The service that keeps the copy, at its first start when its database is empty. */
const startCopier = () => {
  consumer = new EventConsumer('practices', { event: organizationNamed, from: 'beginning', handle: keep as never }, copier, copiersBus, {
    tries: 2,
    replicas: 1,
  });
  keeping = new CopyKeeping('practices', [bodies], copier, copiersBus);
  consumer.start();
  keeping.start();
};
const stopCopier = async () => {
  await keeping.stop();
  await consumer.stop();
};

beforeAll(async () => {
  Logger.overrideLogger(false);
  nats = await startNats();
  [owner, copier] = [await database('identity'), await database('practices')];
  const bus = (user: 'identity' | 'practices') => connectBus({ url: nats.url, user, password: nats.passwords[user] });
  [ownersBus, copiersBus] = [await bus('identity'), await bus('practices')];
  relay = new Relay('identity', owner, ownersBus, 1, new PeakLoad());
  restating = new Restating('identity', [bodies], owner, ownersBus);
  relay.start();
  restating.start();
  // Rows whose events were forgotten long ago.
  await owner.query(`insert into bodies select gen_random_uuid(), 'Body ' || n, 3 from generate_series(1, ${ROWS}) n`);
});

beforeEach(async () => {
  await copier.query('truncate bodies, inbox, subscriptions');
});

afterAll(async () => {
  await restating?.stop();
  await relay?.stop();
  await Promise.all([ownersBus, copiersBus].map((bus) => bus?.close()));
  await Promise.all([owner, copier].map((db) => db?.destroy()));
  for (const drop of drops) await drop();
  await nats?.stop();
});

const kept = async (): Promise<number> => (await copier.query('select count(*)::int n from bodies'))[0].n;
const told = async () => eventually(async () => expect(await owner.query('select 1 from restatements')).toEqual([]));
const count = () => countCopies(copier, copiersBus, bodies, 0);

test('a service that is born after the events were forgotten has the owner tell it everything, once', async () => {
  startCopier();
  await eventually(async () => expect(await kept()).toBe(ROWS));
  expect(await count()).toEqual({ subject: organizationNamed.subject, owner: ROWS, copies: ROWS, differing: [] });

  // It starts again: nothing is asked for a second time.
  await stopCopier();
  const events = async () => (await owner.query('select count(*)::int n from outbox'))[0].n as number;
  const before = await events();
  startCopier();
  const again = new CopyKeeping('practices', [bodies], copier, copiersBus);
  again.start();
  await again.stop();
  expect(await owner.query('select 1 from restatements')).toEqual([]);
  expect(await events()).toBe(before);

  // Told once more by a person: it changes nothing for whoever has it.
  await askRestatement(owner.manager, organizationNamed.subject);
  await told();
  await eventually(async () => expect(await owner.query('select 1 from outbox where published_at is null')).toEqual([]));
  await eventually(async () => expect((await copier.query('select count(*)::int n from inbox'))[0].n).toBe(await events()));
  expect(await copier.query('select 1 from bodies where writes > 1')).toEqual([]);
  await stopCopier();
});

test('a copy that has lost and kept too much says what differs, and is made whole by restating', async () => {
  startCopier();
  await eventually(async () => expect(await kept()).toBe(ROWS));
  const ids: { id: string }[] = await copier.query('select id from bodies order by id');
  const [lost, behind, wrong] = [ids[0]?.id, ids[200]?.id, ids.at(-1)?.id];
  const extra = randomUUID();
  await copier.query('delete from bodies where id = $1', [lost]);
  await copier.query('update bodies set version = 2 where id = $1', [behind]);
  await copier.query(`update bodies set name = 'Wrong' where id = $1`, [wrong]);
  await copier.query(`insert into bodies values ($1, 'Nobody', 1)`, [extra]);

  const { differing, ...totals } = await count();
  expect(totals).toMatchObject({ owner: ROWS, copies: ROWS });
  expect(new Map(differing.map(({ key, what }) => [key, what]))).toEqual(
    new Map([
      [lost, 'missing'],
      [behind, 'older'],
      [wrong, 'different'],
      [extra, 'extra'],
    ]),
  );

  await askRestatement(owner.manager, organizationNamed.subject);
  // What stays is what no event mends: it says so, and a person looks.
  await eventually(
    async () => expect(new Set((await count()).differing.map(({ what }) => what))).toEqual(new Set(['different', 'extra'])),
    60,
  );
  await stopCopier();
});

test('an owner that is away is asked until it has noted it', async () => {
  await restating.stop();
  startCopier();
  const consumerName = consumerOf('practices', organizationNamed);
  await eventually(async () =>
    expect(await copier.manager.findOneBy(Subscription, { consumer: consumerName })).toMatchObject({ restatedAt: null }),
  );
  restating = new Restating('identity', [bodies], owner, ownersBus);
  restating.start();
  await eventually(async () => expect(await kept()).toBe(ROWS));
  await stopCopier();
});

test('copies are counted once a night, and not by day when the night has done it', async () => {
  await copier.manager.insert(Subscription, { consumer: consumerOf('practices', organizationNamed) });
  const countedAt = async () => (await copier.manager.findOneByOrFail(Subscription, {})).countedAt?.toISOString() ?? null;
  const night = new CopyKeeping('practices', [bodies], copier, copiersBus);
  await copier.query(
    'insert into bodies select id, name, version from unnest($1::uuid[], $2::text[], $3::int[]) as it (id, name, version)',
    [
      ...(await owner
        .query('select array_agg(id) ids, array_agg(name) names, array_agg(version) versions from bodies')
        .then(([{ ids, names, versions }]: [{ ids: string[]; names: string[]; versions: number[] }]) => [ids, names, versions])),
    ],
  );
  // Rome is an hour ahead of UTC in winter.
  await night.countAtNight(new Date('2026-12-01T01:30:00Z'));
  expect(await countedAt()).toBeNull();
  await night.countAtNight(new Date('2026-12-01T02:10:00Z'));
  expect(await countedAt()).toBe('2026-12-01T02:10:00.000Z');
  await night.countAtNight(new Date('2026-12-01T15:00:00Z'));
  expect(await countedAt()).toBe('2026-12-01T02:10:00.000Z');
  await night.countAtNight(new Date('2026-12-02T15:00:00Z'));
  expect(await countedAt()).toBe('2026-12-02T15:00:00.000Z');
});
