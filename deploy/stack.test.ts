import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@sportello/testing/servers';
import pg from 'pg';
import { query } from './backing/postgres.ts';
import { root } from './paths.ts';
import { type Service, services } from './services.ts';
import { runCommand, type Stack, startStack } from './stack.ts';

const reports: string[] = [];
let stack: Stack;

beforeAll(async () => {
  stack = await startStack({ durable: false, report: (what) => reports.push(what) });
});

afterAll(() => stack?.stop());

test('the door answers once the stack says that it is up', async () => {
  expect((await fetch(`${stack.baseUrl}/api/v1/openapi.json`)).status).toBe(200);
});

const told = async (name: Service): Promise<string[]> => {
  const text = await (await fetch(`http://127.0.0.1:${stack.environmentOf(name)['HEALTH_PORT']}/metrics`)).text();
  return [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].flatMap(([, figure = '', kind]) =>
    kind === 'histogram' ? ['_bucket', '_count', '_sum'].map((part) => figure + part) : [figure],
  );
};

test('every figure that an alert or a panel looks at is told by a running service, and every figure of ours stands in the runbook', async () => {
  const figures = new Set((await Promise.all(services.map(told))).flat());
  const looksAt = (file: string) => {
    const text = readFileSync(join(root, 'deploy/monitoring', file), 'utf8');
    return [...new Set(text.match(/\b(sportello|process|nodejs)_\w+/g))];
  };
  for (const file of ['alerts.yml', 'grafana/sportello.json']) {
    expect(looksAt(file).length).toBeGreaterThan(5);
    expect(looksAt(file).filter((figure) => !figures.has(figure))).toEqual([]);
  }
  const page = readFileSync(join(root, 'docs/runbooks/monitoring.md'), 'utf8').replaceAll('`…_', '`sportello_outbox_');
  const own = [...figures].filter((figure) => figure.startsWith('sportello_')).map((figure) => figure.replace(/_(bucket|count|sum)$/, ''));
  expect(own.filter((figure) => !page.includes(figure))).toEqual([]);
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

/** As `docker compose run --rm -T ask` does it. */
async function ask(operation: string, input: object): Promise<{ code: number | null; answer: unknown }> {
  const nats = new URL(stack.backing.nats.url);
  const asking = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'deploy/compose/ask.ts'), operation], {
    env: { PATH: process.env['PATH'], NATS_URL: `nats://${nats.host}`, TOOLS_NATS_PASSWORD: stack.secrets.natsPasswords.tools },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  asking.stdin.end(JSON.stringify(input));
  const [answer, [code]] = await Promise.all([text(asking.stdout), once(asking, 'exit')]);
  return { code, answer: JSON.parse(answer) };
}

test('on the installation’s account the first body is made, and the first administrator, who is nobody before', async () => {
  const [id, organizationId] = ['01890000-0000-7000-8000-0000000000f1', '01890000-0000-7000-8000-0000000000f2'];
  const body = { id: organizationId, name: 'Comune Nuovo', kind: 'municipality' };
  const anna = { givenName: 'Anna', familyName: 'Prima', fiscalCode: 'PRMNNA80A41L219D', birthDate: '1980-01-01', birthPlace: 'L219' };
  const person = { id, identity: { ...anna, birthState: null, sex: 'F' }, mail: null, profiles: [], credentials: null };
  const rights = { id, organizationId, officeId: null, role: 'administrator', subjects: [], version: 0 };
  expect(await ask('identity.put-officer', rights)).toMatchObject({ code: 1, answer: { type: 'person-not-found' } });
  expect(await ask('identity.put-organization', { ...body, version: 0 })).toMatchObject({ code: 0, answer: { ...body, version: 1 } });
  expect(await ask('identity.put-person', person)).toEqual({ code: 0, answer: { id } });
  expect(await ask('identity.put-officer', rights)).toMatchObject({ code: 0, answer: { role: 'administrator', organizationId } });
  expect(await ask('practices.list-own', {})).toMatchObject({ code: 1, answer: { type: 'forbidden' } });
});

test('by command a service counts its copies, tells its rows again, and shows what is parked', async () => {
  const ask = (service: 'identity' | 'practices', ...command: string[]) => runCommand(service, command, stack.environmentOf(service));
  const agreed = /^events\.identity\.organization-named\.v1: (\d+) rows of the owner, \1 copies in practices, 0 differ$/m;
  await eventually(async () => expect(await ask('practices', 'copies')).toMatch(agreed));
  expect(await ask('identity', 'restate')).toContain('events.identity.rights-changed.v2: every present row will be told again');
  expect(await ask('practices', 'parked')).toBe('nothing is parked\n');
  await expect(ask('practices', 'parked', 'drop', '01890a5d-ac96-774b-bcce-b302099a8057')).rejects.toThrow('parked drop ID REASON');

  const { DATABASE_URL = '' } = stack.environmentOf('practices');
  const [lost] = await query(DATABASE_URL, 'delete from organization_copies returning organization_id as id');
  await expect(ask('practices', 'copies')).rejects.toThrow(`${lost?.['id']}  missing`);
  await ask('identity', 'restate');
  await eventually(async () => expect(await ask('practices', 'copies')).toMatch(agreed));
});

test('a service that is killed answers again', async () => {
  const practices = stack.service('practices');
  const { pid } = practices;
  await practices.kill('SIGKILL');
  await practices.whenReady();
  expect(practices.pid).not.toBe(pid);
  expect(reports.join('\n')).toContain('practices was ended by SIGKILL; it starts again');
});

test('a service that is stopped stays away until it is started', async () => {
  const notifications = stack.service('notifications');
  await notifications.stop();
  expect(notifications.pid).toBeUndefined();
  await notifications.start();
  expect(notifications.pid).toBeDefined();
});

test('PostgreSQL that crashes comes back by itself, and the services with it', async () => {
  const { pid } = stack.backing.postgres;
  await stack.backing.postgres.kill('SIGKILL');
  await stack.service('practices').whenReady();
  expect(stack.backing.postgres.pid).not.toBe(pid);
});

test('stopping ends every process and removes the temporary data', async () => {
  const { postgres, nats, redis } = stack.backing;
  const pids = [postgres.pid, nats.pid, redis.pid, ...services.map((name) => stack.service(name).pid)];
  await stack.stop();
  for (const pid of pids) expect(existsSync(`/proc/${pid}/exe`)).toBe(false);
  expect(existsSync(stack.dataDir)).toBe(false);
});
