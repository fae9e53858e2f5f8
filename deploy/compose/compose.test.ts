import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { busUsers } from '@sportello/messaging/accounts';
import { z } from 'zod';
import { root } from '../paths.ts';
import { run } from '../program.ts';
import { connectionsOf, databaseServices, type Service, services, table, variablesOf } from '../services.ts';

const compose = readFileSync(join(root, 'docker-compose.yml'), 'utf8');

/** A block of the file by its first line, with everything that is indented below it. */
function blockOf(name: string, indent = ''): string {
  const block = new RegExp(`^${indent}${name}:.*\\n(?:(?:${indent} +.*)?\\n)*`, 'm').exec(compose)?.[0];
  if (!block) throw new Error(`docker-compose.yml has no ${name}`);
  return block;
}

const namesIn = (block: string, indent: number) => [...block.matchAll(new RegExp(`^ {${indent}}([A-Z_]+):`, 'gm'))].map(([, name]) => name);

async function envOf(settings: NodeJS.ProcessEnv, ...options: string[]): Promise<Map<string, string>> {
  const text = await run([process.execPath, '--disable-warning=ExperimentalWarning', makeEnv, '--print', ...options], {
    environment: { PATH: process.env['PATH'], ...settings },
  });
  return new Map([...text.matchAll(/^([A-Z_]+)='(.*)'$/gm)].map(([, name = '', value = '']) => [name, value]));
}
const makeEnv = join(root, 'deploy/compose/make-env.ts');
/** What an installation for real people cannot do without. */
const real = { PUBLIC_URL: 'https://servizi.example.it', SMTP_URL: 'smtps://posta.example.it', MAIL_FROM: 'Comune <no-reply@example.it>' };

/** The variables that a container is told, with those of the anchors that its environment takes in. */
function toldTo(service: string): string[] {
  const block = blockOf(service, '  ');
  const taken = /^ {6}<<: \[?(.*?)\]?$/m.exec(block)?.[1]?.match(/\w+/g) ?? [];
  return [...namesIn(block, 6), ...taken.flatMap((anchor) => namesIn(blockOf(`x-${anchor}`), 2))].map(String);
}

test.each([...services])('%s is told in a container what its row names, and no secret of another', (service: Service) => {
  // The certificate authority is no setting of ours: Node reads it.
  expect(
    toldTo(service)
      .filter((name) => name !== 'NODE_EXTRA_CA_CERTS')
      .toSorted(),
  ).toEqual(variablesOf(service).toSorted());
});

/** Set by the image, the same everywhere. */
const ofTheImage = [...readFileSync(join(root, 'deploy/Dockerfile'), 'utf8').matchAll(/^ENV (.*)$/gm)].flatMap(([, line = '']) =>
  [...line.matchAll(/([A-Z_]+)=/g)].map(([, name]) => String(name)),
);

/** Only `npm run dev` sets it. */
const ofDevelopment = ['CATALOGUE_ROOT'];

test.each([...services])('%s is told in a container every variable that it knows, or has it from the image', async (service: Service) => {
  const common: object = await import('@sportello/service/config');
  const own: object = await import(pathToFileURL(join(root, `services/${service}/src/config.ts`)).href);
  const { CommonConfig, DatabaseConfig } = common as Record<string, z.ZodObject>;
  const schemas = [CommonConfig, ...(table[service].hasDatabase ? [DatabaseConfig] : []), ...Object.values(own)];
  const known = schemas.filter((value) => value instanceof z.ZodObject).flatMap(({ shape }) => Object.keys(shape));
  expect(known.length).toBeGreaterThan(10);
  const told = [...toldTo(service), ...ofTheImage, ...ofDevelopment];
  expect(known.filter((name) => !told.includes(name))).toEqual([]);
});

test('the runbook says every variable that .env may hold for a service', () => {
  const runbook = readFileSync(join(root, 'docs/runbooks/containers.md'), 'utf8');
  const settable = new Set(
    services.flatMap((service) => [...blockOf(service, '  ').matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => String(name))),
  );
  for (const anchor of ['environment', 'files', 'issuer'])
    for (const [, name] of blockOf(`x-${anchor}`).matchAll(/\$\{([A-Z_]+)/g)) settable.add(String(name));
  expect(settable.size).toBeGreaterThan(20);
  const isSaid = (name: string) => runbook.includes(`\`${name}\``) || /_(REPLICAS|DATABASE_PASSWORD|NATS_PASSWORD)$/.test(name);
  expect([...settable].filter((name) => !isSaid(name))).toEqual([]);
});

test('no file of ours that goes into an image holds a private key, and an image in which one is found is not built', async () => {
  const ignored = readFileSync(join(root, '.dockerignore'), 'utf8');
  for (const line of ['**/test', '**/*.test.ts', '.env', '.sportello']) expect(ignored.split('\n')).toContain(line);
  const files = (await run(['git', '-C', root, 'ls-files'])).split('\n').filter((file) => file && !/\.test\.tsx?$|(^|\/)test\//.test(file));
  expect(files.length).toBeGreaterThan(300);
  // As PEM, as PKCS #8 in base64 (Ed25519, RSA), or as a JSON Web Key with its private part.
  const key = /BEGIN ([A-Z]+ )?PRIVATE KEY-----\s|MC4CAQAwBQYDK2VwBCIEI[\w+/]{20}|MII[EJ]v[\w+/]{60}|"d": ?"[\w-]{40}/;
  expect(files.filter((file) => existsSync(join(root, file)) && key.test(readFileSync(join(root, file), 'latin1')))).toEqual([]);
  expect(readFileSync(join(root, 'deploy/Dockerfile'), 'utf8')).toContain(`[ -z "$(find . -name '*.key' -o -name '*.pem'`);
});

test.each([...services])('%s may take in a container what its row says, and stands alone in no network', (service: Service) => {
  const block = blockOf(service, '  ');
  expect(block).toContain(`replicas: "\${${service.toUpperCase()}_REPLICAS:-1}"`);
  expect(block).toContain(`memory: ${table[service].memoryMiB}M, pids: `);
  expect(block.includes('files:/var/lib/sportello/files')).toBe(table[service].hasFiles);
  expect(/networks: \[.*\bdata\b.*\]/.test(block)).toBe(table[service].hasDatabase);
});

test('what holds data is reached from nowhere outside, and everything is hardened', () => {
  for (const name of ['bus', 'data', 'sessions']) expect(blockOf('networks')).toContain(`${name}: { internal: true }`);
  for (const name of ['postgres', 'redis', 'nats', 'balancer']) {
    expect(blockOf(name, '  ')).toContain('<<: *hardened');
    expect(blockOf(name, '  ')).toContain('healthcheck:');
  }
  for (const rule of ['read_only: true', 'cap_drop: [ALL]', 'no-new-privileges:true', 'nofile'])
    expect(blockOf('x-hardened')).toContain(rule);
});

test('every image is pinned by its version', () => {
  for (const [, image = ''] of compose.matchAll(/^ +image: (.*)$/gm)) expect(image).toMatch(/:(\d+\.\d+[\w.-]*|\$\{VERSION.*)$/);
  expect(readFileSync(join(root, 'deploy/Dockerfile'), 'utf8')).toMatch(/^ARG NODE_IMAGE=node:\d+\.\d+\.\d+-/m);
});

test('what only a laboratory has does not start by itself, and the catcher refuses to start anywhere else', async () => {
  for (const name of ['mail', 'world']) expect(blockOf(name, '  ')).toMatch(/profiles: \[(laboratory|world)\]/);
  const catcher = [process.execPath, '--disable-warning=ExperimentalWarning', join(root, 'deploy/compose/mail.ts')];
  const environment = { PATH: process.env['PATH'], LABORATORY: 'false', MAIL_PASSWORD: 'a password of the tests' };
  await expect(run(catcher, { environment })).rejects.toThrow('starts with LABORATORY=true only');
});

test('every account of the bus has a password in the settings of the bus', () => {
  const block = blockOf('nats-config', '  ');
  expect(namesIn(block, 6).toSorted()).toEqual(busUsers.map((user) => `${user.toUpperCase()}_NATS_PASSWORD`).toSorted());
});

test('all pools of all replicas fit what PostgreSQL gives, as both are by default', () => {
  const [, most] = /max_connections=\$\{MAX_CONNECTIONS:-(\d+)\}/.exec(compose) ?? [];
  const [, pool] = /DATABASE_POOL: \$\{DATABASE_POOL:-(\d+)\}/.exec(compose) ?? [];
  // Three are kept for the superuser (superuser_reserved_connections), twenty for Keycloak.
  expect(connectionsOf(() => 1, Number(pool)) + 3 + 20).toBeLessThanOrEqual(Number(most));
});

test.each([...databaseServices])(
  '%s has a database, a migration, and a place among the counted pools in containers',
  (service: Service) => {
    const name = service.toUpperCase();
    expect(namesIn(blockOf('databases', '  '), 6)).toEqual(expect.arrayContaining([`${name}_REPLICAS`, `${name}_DATABASE_PASSWORD`]));
    expect(blockOf(`${service}-migration`, '  ')).toContain(`<<: *${service}\n`);
    expect(blockOf(service, '  ')).toContain(`${service}-migration: { condition: service_completed_successfully }`);
    expect(blockOf('gateway', '  ')).toContain(`${service}: { condition: service_started }`);
  },
);

test('the bus, the table and the page of the architecture know the same services', () => {
  expect([...services, 'tools'].toSorted()).toEqual(busUsers.toSorted());
  const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
  expect(services.filter((name) => !page.includes(`\n| \`${name}\``))).toEqual([]);
});

test('connections are counted for old and new replicas side by side', () => {
  const besidePractices = databaseServices.length - 1;
  expect(connectionsOf((service) => (service === 'practices' ? 2 : 1), 10)).toBe(2 * (besidePractices + 2) * 10 + databaseServices.length);
});

test('an installation is for real people unless a laboratory is asked for by name', async () => {
  const production = await envOf(real);
  expect([...production.keys()].filter((name) => /LABORATORY|NODE_ENV|MAIL_PASSWORD|MAIL_PORT/.test(name))).toEqual([]);
  expect(production.get('COMPOSE_PROFILES')).toBe('');
  expect(production.get('SMTP_URL')).toBe('smtps://posta.example.it');

  const laboratory = await envOf({}, '--laboratory');
  expect(laboratory.get('LABORATORY')).toBe('true');
  expect(laboratory.get('PUBLIC_URL')).toBe('http://localhost:3000');
  expect(laboratory.get('COMPOSE_PROFILES')).toBe('laboratory');
});

test.each([
  ['nothing is given', {}, [], 'Give PUBLIC_URL, SMTP_URL, MAIL_FROM'],
  ['a laboratory is to be public', { PUBLIC_URL: 'https://servizi.example.it' }, ['--laboratory'], 'PUBLIC_URL: is not an address'],
  ['a laboratory is to be open', { BIND_ADDRESS: '0.0.0.0' }, ['--laboratory'], 'BIND_ADDRESS: opens the door'],
  ['real people are to come without TLS', { ...real, PUBLIC_URL: 'http://servizi.example.it' }, [], 'must begin with https://'],
])('no .env is written when %s', async (_when, settings, options, words) => {
  await expect(envOf(settings as NodeJS.ProcessEnv, ...options)).rejects.toThrow(words);
});

test('a laboratory that is to be public in spite of all says so by a second variable', async () => {
  const env = await envOf({ PUBLIC_URL: 'https://prova.example.it', LABORATORY_IN_PUBLIC: 'true' }, '--laboratory');
  expect(env.get('LABORATORY_IN_PUBLIC')).toBe('true');
});

test('a slash at the end of an address leaves no double one in what is made of it', async () => {
  expect((await envOf({ ...real, PUBLIC_URL: 'https://servizi.example.it/' })).get('OIDC_ISSUER')).toBe(
    'https://servizi.example.it/realms/sportello',
  );
});

test('the written .env holds every variable that the compose file insists on', async () => {
  const wanted = [...new Set([...compose.matchAll(/\$\{([A-Z_]+):\?/g)].map(([, name = '']) => name))];
  expect(wanted.length).toBeGreaterThan(10);
  for (const settings of [real, { ...real, TOKENS: 'keycloak' }]) {
    const env = await envOf(settings);
    expect(wanted.filter((name) => !env.get(name))).toEqual([]);
  }
});

test('tokens come from the embedded provider or from Keycloak, never from both', async () => {
  const embedded = await envOf({ PORT: '3100' }, '--laboratory');
  expect(embedded.get('OIDC_ISSUER')).toBe('http://localhost:3100/realms/sportello');
  expect(embedded.has('IDENTITY_URL')).toBe(true);

  const keycloak = await envOf({ ...real, TOKENS: 'keycloak', KEYCLOAK_URL: 'https://accesso.example.it' });
  expect(keycloak.get('OIDC_ISSUER')).toBe('https://accesso.example.it/realms/sportello');
  expect(keycloak.has('IDENTITY_URL')).toBe(false);
  expect(keycloak.get('COMPOSE_PROFILES')).toBe('keycloak');
  expect(keycloak.get('SMTP_URL')).toBe('smtps://posta.example.it');
  expect(blockOf('keycloak', '  ')).toContain('keycloak-alone: { condition: service_completed_successfully }');
});

test('secrets are made anew each time', async () => {
  const [one, other] = await Promise.all([envOf(real), envOf(real)]);
  for (const name of ['POSTGRES_PASSWORD', 'REDIS_PASSWORD', 'OIDC_JWKS', 'COOKIE_KEYS', 'SIGNING_KEY', 'FILES_SECRET']) {
    expect(one.get(name)?.length).toBeGreaterThanOrEqual(32);
    expect(one.get(name)).not.toBe(other.get(name));
  }
});
