import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { Redis } from 'ioredis';
import { query } from './backing/postgres.ts';
import { type Backing, startBacking } from './backing.ts';
import { Ledger } from './ledger.ts';
import { readSecrets } from './secrets.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'sportello-backing-'));
const ledger = new Ledger(dataDir);
const secrets = readSecrets(dataDir);
let backing: Backing;

beforeAll(async () => {
  backing = await startBacking({ dataDir, durable: false, ledger, secrets });
});

afterAll(async () => {
  await backing?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test('PostgreSQL keeps its rows over a crash and a restart, and forgets them when it is wiped', async () => {
  await query(backing.postgres.url, 'create table kept (id int)');
  await query(backing.postgres.url, 'insert into kept values (1)');

  await backing.postgres.kill('SIGKILL');
  expect(backing.postgres.pid).toBeUndefined();
  await backing.postgres.restart();
  expect(await query(backing.postgres.url, 'select id from kept')).toEqual([{ id: 1 }]);

  await backing.postgres.wipe();
  await expect(query(backing.postgres.url, 'select id from kept')).rejects.toThrow('does not exist');
});

test('PostgreSQL refuses a wrong password', async () => {
  const url = new URL(backing.postgres.url);
  url.password = 'wrong';
  await expect(query(url.href, 'select 1')).rejects.toThrow('password authentication failed');
});

test('NATS forgets its streams when the store of JetStream is wiped', async () => {
  const options = { servers: backing.nats.url, user: 'tools', pass: secrets.natsPasswords.tools, inboxPrefix: '_INBOX.tools' };
  const before = await connect(options);
  await (await jetstreamManager(before)).streams.add({ name: 'KEPT', subjects: ['kept.>'] });
  await before.close();

  await backing.nats.wipe();

  const after = await connect(options);
  await expect((await jetstreamManager(after)).streams.info('KEPT')).rejects.toThrow('stream not found');
  await after.close();
});

test('NATS refuses who does not say a name', async () => {
  await expect(connect({ servers: backing.nats.url, reconnect: false })).rejects.toThrow('Authorization Violation');
});

test('Redis forgets everything when it is wiped', async () => {
  const redis = new Redis(backing.redis.url);
  try {
    await redis.set('kept', '1');
    await backing.redis.wipe();
    expect(await redis.get('kept')).toBeNull();
  } finally {
    redis.disconnect();
  }
});

test('what a crashed stack left running is ended by the next one, and a stranger with the same number is spared', async () => {
  const { pid } = backing.redis;
  expect(pid).toBeDefined();
  // The process of this test, recorded with a birth that is not its own, is such a stranger.
  const stranger = new Ledger(join(dataDir, 'stranger'));
  stranger.record('redis', process.pid);
  expect(stranger.findAlive('redis')?.pid).toBe(process.pid);

  expect(await ledger.endLeftovers(['postgres', 'nats'])).toBe(1);
  expect(existsSync(`/proc/${pid}/exe`)).toBe(false);
  await backing.redis.restart();
  expect(backing.redis.pid).not.toBe(pid);
});

test('stopping leaves no process behind', async () => {
  const pids = [backing.postgres.pid, backing.nats.pid, backing.redis.pid];
  await backing.stop();
  for (const pid of pids) expect(existsSync(`/proc/${pid}/exe`)).toBe(false);
  expect(ledger.findAlive('postgres')).toBeUndefined();
});
