import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
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

/** A bus of its own for a test file, with the accounts of production: files run side by side and must not answer each other. */
export async function startNats(): Promise<NatsServer> {
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

/** An empty database. @returns its address, and how to throw it away */
export async function createDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `t_${randomBytes(8).toString('hex')}`;
  const admin = given('TEST_POSTGRES_URL');
  await inDatabase(admin, (client) => client.query(`create database ${name}`));
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => inDatabase(admin, (client) => client.query(`drop database if exists ${name} with (force)`)).then(() => undefined),
  };
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
export async function eventually<T>(check: () => Promise<T> | T, seconds = 15): Promise<T> {
  for (const until = Date.now() + seconds * 1_000; ; await sleep(25)) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}
