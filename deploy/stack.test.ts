import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { query } from './backing/postgres.ts';
import { services } from './secrets.ts';
import { type Stack, startStack } from './stack.ts';

const reports: string[] = [];
let stack: Stack;

beforeAll(async () => {
  stack = await startStack({ durable: false, report: (what) => reports.push(what) });
}, 300_000);

afterAll(() => stack?.stop(), 60_000);

test('the door answers once the stack says that it is up', async () => {
  expect((await fetch(`${stack.baseUrl}/api/v1/openapi.json`)).status).toBe(200);
});

test('a service reaches its own database and no other', async () => {
  const url = new URL(stack.environmentOf('practices')['DATABASE_URL'] ?? '');
  expect(await query(url.href, 'select current_user as me')).toEqual([{ me: 'sportello_practices' }]);

  for (const other of ['sportello_identity', 'sportello_notifications', 'postgres']) {
    url.pathname = `/${other}`;
    const client = new pg.Client({ connectionString: url.href });
    await expect(client.connect()).rejects.toThrow(/permission denied/);
    await client.end();
  }
});

test('a service that is killed answers again', async () => {
  const practices = stack.service('practices');
  const { pid } = practices;
  await practices.kill('SIGKILL');
  await practices.whenReady();
  expect(practices.pid).not.toBe(pid);
  expect(reports.join('\n')).toContain('practices was ended by SIGKILL; it starts again');
}, 60_000);

test('a service that is stopped stays away until it is started', async () => {
  const notifications = stack.service('notifications');
  await notifications.stop();
  expect(notifications.pid).toBeUndefined();
  await notifications.start();
  expect(notifications.pid).toBeDefined();
}, 60_000);

test('PostgreSQL that crashes comes back by itself, and the services with it', async () => {
  const { pid } = stack.backing.postgres;
  await stack.backing.postgres.kill('SIGKILL');
  await stack.service('practices').whenReady();
  expect(stack.backing.postgres.pid).not.toBe(pid);
}, 60_000);

test('stopping ends every process and removes the temporary data', async () => {
  const { postgres, nats, redis } = stack.backing;
  const pids = [postgres.pid, nats.pid, redis.pid, ...services.map((name) => stack.service(name).pid)];
  await stack.stop();
  for (const pid of pids) expect(existsSync(`/proc/${pid}/exe`)).toBe(false);
  expect(existsSync(stack.dataDir)).toBe(false);
}, 60_000);
