import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { busUsers } from '@sportello/messaging/accounts';
import { GivenServer } from '../backing/service.ts';
import { environmentOf } from '../environment.ts';
import { root } from '../paths.ts';
import { run } from '../program.ts';
import { readSecrets } from '../secrets.ts';
import { type Service, services } from '../services.ts';

const compose = readFileSync(join(root, 'docker-compose.yml'), 'utf8');

/** A block of the file by its first line, with everything that is indented below it. */
function blockOf(name: string, indent = ''): string {
  const block = new RegExp(`^${indent}${name}:.*\\n(?:(?:${indent} +.*)?\\n)*`, 'm').exec(compose)?.[0];
  if (!block) throw new Error(`docker-compose.yml has no ${name}`);
  return block;
}

const namesIn = (block: string, indent: number) => [...block.matchAll(new RegExp(`^ {${indent}}([A-Z_]+):`, 'gm'))].map(([, name]) => name);

async function envOf(settings: NodeJS.ProcessEnv): Promise<Map<string, string>> {
  const text = await run([process.execPath, '--disable-warning=ExperimentalWarning', join(root, 'deploy/compose/make-env.ts'), '--print'], {
    environment: { PATH: process.env['PATH'], ...settings },
  });
  return new Map([...text.matchAll(/^([A-Z_]+)='(.*)'$/gm)].map(([, name = '', value = '']) => [name, value]));
}

const server = new GivenServer('a server of somebody', 'x://localhost');
const folder = mkdtempSync(join(tmpdir(), 'sportello-compose-'));
const surroundings = {
  dataDir: '/tmp',
  backing: { postgres: server, nats: server, redis: server, stop: () => Promise.resolve() },
  secrets: readSecrets(folder),
  ports: { web: 3000, oidc: 4000, health: { gateway: 1, identity: 2, practices: 3, notifications: 4 } },
  smtpUrl: 'smtp://localhost',
  webRoot: '/app/web',
};

afterAll(() => rmSync(folder, { recursive: true }));

test.each([...services])('%s is told in a container all that it is told by the local stack', (service: Service) => {
  const image = readFileSync(join(root, 'deploy/Dockerfile'), 'utf8');
  const block = blockOf(service, '  ');
  const told = [
    ...namesIn(block, 6),
    ...namesIn(blockOf('x-environment'), 2),
    ...(block.includes('*issuer') ? namesIn(blockOf('x-issuer'), 2) : []),
    ...[...image.matchAll(/^ENV (.*)$/gm)].flatMap(([, line = '']) => [...line.matchAll(/([A-Z_]+)=/g)].map(([, name]) => name)),
  ];
  expect(Object.keys(environmentOf(service, surroundings)).filter((name) => name !== 'PATH' && !told.includes(name))).toEqual([]);
});

test('every account of the bus has a password in the settings of the bus', () => {
  const block = blockOf('nats-config', '  ');
  expect(namesIn(block, 6)).toEqual(busUsers.map((user) => `${user.toUpperCase()}_NATS_PASSWORD`));
});

test('the written .env holds every variable that the compose file insists on', async () => {
  const wanted = [...new Set([...compose.matchAll(/\$\{([A-Z_]+):\?/g)].map(([, name = '']) => name))];
  expect(wanted.length).toBeGreaterThan(10);
  for (const settings of [{}, { TOKENS: 'keycloak', PUBLIC_URL: 'https://servizi.example.it' }]) {
    const env = await envOf(settings);
    expect(wanted.filter((name) => !env.get(name))).toEqual([]);
  }
});

test('tokens come from the embedded provider or from Keycloak, never from both', async () => {
  const embedded = await envOf({ PORT: '3100' });
  expect(embedded.get('OIDC_ISSUER')).toBe('http://localhost:3100/realms/sportello');
  expect(embedded.has('IDENTITY_URL')).toBe(true);
  expect(embedded.has('COMPOSE_PROFILES')).toBe(false);

  const keycloak = await envOf({ TOKENS: 'keycloak', KEYCLOAK_URL: 'https://accesso.example.it' });
  expect(keycloak.get('OIDC_ISSUER')).toBe('https://accesso.example.it/realms/sportello');
  expect(keycloak.has('IDENTITY_URL')).toBe(false);
  expect(keycloak.get('COMPOSE_PROFILES')).toBe('keycloak');
  expect(keycloak.get('LABORATORY')).toBe('false');
  expect(blockOf('keycloak', '  ')).toContain('keycloak-alone: { condition: service_completed_successfully }');
});

test('secrets are made anew each time', async () => {
  const [one, other] = await Promise.all([envOf({}), envOf({})]);
  for (const name of ['POSTGRES_PASSWORD', 'REDIS_PASSWORD', 'OIDC_JWKS', 'COOKIE_KEYS', 'SIGNING_KEY', 'FILES_SECRET']) {
    expect(one.get(name)?.length).toBeGreaterThanOrEqual(32);
    expect(one.get(name)).not.toBe(other.get(name));
  }
});
