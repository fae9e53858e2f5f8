import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { InboxRow, OutboxRow } from '@sportello/messaging/events';
import { longWork } from '@sportello/messaging/long-work';
import { replay, sweep } from '@sportello/messaging/relay';
import { isPassing } from '@sportello/messaging/rpc';
import { migrate } from '@sportello/service/commands';
import { CommonConfig } from '@sportello/service/config';
import { dataSource } from '@sportello/service/database';
import type { ServiceDefinition } from '@sportello/service/definition';
import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { createDatabase } from './servers.js';

/** The clock of requests in this test, in milliseconds. */
const STATEMENT_MS = 100;
/** Three times that, in seconds. */
const SLOW = 0.3;

/** Notes the clocks that it was given. */
class NoteClocks1795928000000 implements MigrationInterface {
  name = 'NoteClocks1795928000000';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table clocks as select current_setting('statement_timeout') statement, current_setting('idle_in_transaction_session_timeout') idle,
         current_setting('lock_timeout') lock`,
    );
  }
  down = () => Promise.resolve();
}

const definition: ServiceDefinition = {
  name: 'notifications',
  config: CommonConfig,
  entities: [],
  migrations: [NoteClocks1795928000000],
  controllers: [],
  providers: [],
  states: [],
};

let db: DataSource;
let drop: () => Promise<void>;
beforeAll(async () => {
  const database = await createDatabase();
  drop = database.drop;
  await migrate(definition, { DATABASE_URL: database.url });
  const clocks = { statementMs: STATEMENT_MS, lockMs: 0, idleMs: 0 };
  db = await dataSource('notifications', { DATABASE_URL: database.url, DATABASE_POOL: 2 }, [], [], clocks).initialize();
  // Each row that is changed takes longer than a request may.
  await db.query(
    `create function take_long() returns trigger language plpgsql as $$ begin perform pg_sleep(${SLOW}); return coalesce(new, old); end $$`,
  );
  await db.query('create trigger slow before delete on inbox for each row execute function take_long()');
  await db.query('create trigger slow before update on outbox for each row execute function take_long()');
});
afterAll(async () => {
  await db?.destroy();
  await drop?.();
});

test('a migration has no clock but the one for a lock that it does not get', async () => {
  expect(await db.query('select * from clocks')).toEqual([{ statement: '0', idle: '0', lock: '30s' }]);
});

test('a request ends when a person has waited long enough; what says that it is long does not, and only there', async () => {
  const slow = `select pg_sleep(${SLOW})`;
  await expect(db.query(slow)).rejects.toMatchObject({ code: '57014' });
  await db.transaction(async (tx) => {
    await longWork(tx, 60_000);
    await tx.query(slow);
  });
  await expect(db.query(slow)).rejects.toMatchObject({ code: '57014' });
});

test('a row that somebody else holds for long is told as what passes, and not as what is broken', async () => {
  const clocks = { statementMs: 60_000, lockMs: STATEMENT_MS, idleMs: 0 };
  const { options } = db as DataSource & { options: { url: string } };
  const other = await dataSource('notifications', { DATABASE_URL: options.url, DATABASE_POOL: 1 }, [], [], clocks).initialize();
  const hold = 'select 1 from clocks for update';
  await db.transaction(async (tx) => {
    await tx.query(hold);
    const refused = await other.query(hold).catch((error: unknown) => error);
    expect([refused, isPassing(refused)]).toEqual([expect.objectContaining({ code: '55P03' }), true]);
  });
  await other.destroy();
});

test('old events are swept however long it takes', async () => {
  await db.manager.insert(InboxRow, { eventId: randomUUID(), consumer: 'x', receivedAt: new Date(0) });
  await sweep(db);
  expect(await db.manager.count(InboxRow)).toBe(0);
});

test('events are told again however long it takes to find them', async () => {
  const row = { id: randomUUID(), subject: 'events.x.y.v1', payload: {}, traceparent: '', occurredAt: new Date(), publishedAt: new Date() };
  await db.manager.insert(OutboxRow, row);
  expect(await db.transaction((tx) => replay(tx, new Date(0)))).toBe(1);
});
