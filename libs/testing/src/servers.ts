import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { jetstreamManager } from '@nats-io/jetstream';
import { type BusUser, busUsers, natsConfig } from '@sportello/messaging/accounts';
import { connectBus } from '@sportello/messaging/bus';
import { Client } from 'pg';

/** A variable that `npm test` sets when it has started the servers. */
export function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests with \`npm test\`, which starts PostgreSQL, NATS and Redis`);
  return value;
}

export interface NatsServer {
  url: string;
  passwords: Record<BusUser, string>;
  /** Ends it and forgets everything that JetStream kept. */
  wipe(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Buses of this worker whose file has ended. */
const idle: NatsServer[] = [];

/**
 * An empty bus for a test file alone, with the accounts of production: files run side by side and must not answer each other. One that a file
 * has stopped is emptied and handed to the next; all end with `npm test`.
 * @param isNew true for whoever needs other accounts than the other files: it is nobody else's before or afterwards
 */
export async function startNats({ isNew = false } = {}): Promise<NatsServer> {
  if (isNew) return startOwnNats();
  const bus = idle.pop() ?? (await startOwnNats());
  const stop = async () => {
    await forgetEvents(bus);
    idle.push(bus);
  };
  return { ...bus, stop };
}

async function forgetEvents({ url, passwords }: NatsServer): Promise<void> {
  const connection = await connectBus({ url, user: 'tools', password: passwords.tools });
  const { streams } = await jetstreamManager(connection);
  for await (const { config } of streams.list()) await streams.delete(config.name);
  await connection.close();
}

async function startOwnNats(): Promise<NatsServer> {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-nats-'));
  const storeDir = join(folder, 'store');
  const port = await freePort();
  const passwords = Object.fromEntries(busUsers.map((user) => [user, randomBytes(12).toString('hex')])) as Record<BusUser, string>;
  const config = join(folder, 'nats.conf');
  writeFileSync(config, natsConfig({ port, storeDir, passwords }));
  const url = `nats://127.0.0.1:${port}`;
  let server: ChildProcess;
  const up = async () => {
    server = spawn(given('TEST_NATS_SERVER'), ['--config', config], { stdio: 'ignore' });
    server.unref();
    const running = server;
    const ended = new Promise<never>((_, fail) => running.once('exit', (code) => fail(new Error(`nats-server ended with ${code}`))));
    ended.catch(() => undefined); // later it is ended on purpose
    const probe = await Promise.race([connectBus({ url, user: 'tools', password: passwords.tools }), ended]);
    await probe.close();
  };
  const down = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((done) => server.once('exit', done));
    server.kill('SIGKILL');
    await ended;
  };
  await up();
  return {
    url,
    passwords,
    wipe: async () => {
      await down();
      rmSync(storeDir, { recursive: true, force: true });
      await up();
    },
    restart: async () => {
      await down();
      await up();
    },
    stop: async () => {
      await down();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A database of a test's own. */
export interface TestDatabase {
  url: string;
  drop(): Promise<void>;
}

/** @param template the database that it is a copy of; without one it is empty */
export async function createDatabase(template = 'template1'): Promise<TestDatabase> {
  const name = `t_${randomBytes(8).toString('hex')}`;
  const admin = given('TEST_POSTGRES_URL');
  await inDatabase(admin, (client) => client.query(`create database ${name} template ${template}`));
  return {
    url: addressOf(name),
    drop: () => inDatabase(admin, (client) => client.query(`drop database if exists ${name} with (force)`)).then(() => undefined),
  };
}

/**
 * A copy of a database that is made once on this server, by whichever worker needs it first.
 * @param template a name that stands for what `fill` makes
 */
export async function copyDatabase(template: string, fill: (url: string) => Promise<void>): Promise<TestDatabase> {
  await inDatabase(given('TEST_POSTGRES_URL'), async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [template]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1 and datistemplate', [template]);
    if (rowCount) return;
    await client.query(`drop database if exists ${template}`);
    await client.query(`create database ${template}`);
    await fill(addressOf(template));
    await client.query(`alter database ${template} is_template true`);
  });
  return createDatabase(template);
}

function addressOf(database: string): string {
  const url = new URL(given('TEST_POSTGRES_URL'));
  url.pathname = `/${database}`;
  return url.href;
}

async function inDatabase<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Where this process looks next: below the ports that systems give to outgoing connections, which would be gone when they are needed. */
let next = 12_000 + ((process.pid * 101) % 8_000);

/** A port on which nobody listens. */
export async function freePort(): Promise<number> {
  for (;;) {
    next = next < 20_000 ? next + 1 : 12_000;
    const port = next;
    const isFree = await new Promise<boolean>((done) => {
      const probe = createServer();
      probe.once('error', () => done(false));
      probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => done(true)));
    });
    if (isFree) return port;
  }
}

/** Waits until a check holds. @throws the last failure after `seconds` */
export async function eventually<T>(check: () => Promise<T> | T, seconds = 60): Promise<T> {
  for (const until = Date.now() + seconds * 1_000; ; await sleep(25)) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}
