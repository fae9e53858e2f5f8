/**
 * Writes `.env` for `docker compose`, with fresh secrets: `node deploy/compose/make-env.ts`. A file that is there is left alone, because
 * new secrets would not open the data of the old ones. `--print` shows it instead.
 *
 * What is written is an installation for real people. `--laboratory` makes one for trying, with invented people who sign in without a digital
 * identity; it is refused at an address that other machines reach unless LABORATORY_IN_PUBLIC=true insists.
 *
 * Settings are taken from the environment where they are given: PUBLIC_URL, PORT, BIND_ADDRESS, SMTP_URL, MAIL_FROM, MAIL_PORT, TOKENS,
 * KEYCLOAK_URL, VERSION, LABORATORY_IN_PUBLIC.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { build } from '../build.ts';
import { issuerOf } from '../environment.ts';
import { root } from '../paths.ts';
import { readSecrets, type Secrets } from '../secrets.ts';
import { databaseServices, natsUsers, services } from '../services.ts';
import { readEnvironment, variableOf } from './environment.ts';

// In a clone the libraries may not be compiled yet; the tools image holds them compiled, and no sources.
if (existsSync(join(root, 'libs/service/src'))) await build('libs');
const { BaseUrl } = await import('@sportello/service/config');
const { contradictions } = await import('@sportello/service/laboratory');

const isLaboratory = process.argv.includes('--laboratory');
const settings = readEnvironment({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  BIND_ADDRESS: z.string().min(1).default('127.0.0.1'),
  MAIL_PORT: z.coerce.number().int().min(1).max(65_535).default(8025),
  PUBLIC_URL: BaseUrl.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().optional(),
  TOKENS: z.enum(['embedded', 'keycloak']).default('embedded'),
  KEYCLOAK_URL: BaseUrl.default('http://keycloak.localhost:8080'),
  LABORATORY_IN_PUBLIC: z.stringbool().default(false),
  VERSION: z
    .string()
    .min(1)
    .default(z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(root, 'deploy/package.json'), 'utf8'))).version),
});

try {
  const text = envOf(settings, newSecrets());
  if (process.argv.includes('--print')) process.stdout.write(text);
  else write(join(root, '.env'), text);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new Error(`${file} is there already and was left alone.`);
  }
  process.stdout.write(`${file} is written. It holds secrets: keep it where only you can read it.\n`);
}

/** Those of a local stack, made anew: what a service needs is listed there once. */
function newSecrets(): Secrets {
  const folder = mkdtempSync(join(tmpdir(), 'sportello-env-'));
  try {
    return readSecrets(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @throws Error that says what an installation of this kind cannot do without, or what contradicts itself */
function envOf(given: typeof settings, secrets: Secrets): string {
  const { PORT, BIND_ADDRESS, MAIL_PORT, TOKENS, KEYCLOAK_URL, LABORATORY_IN_PUBLIC, VERSION } = given;
  const PUBLIC_URL = given.PUBLIC_URL ?? (isLaboratory ? `http://localhost:${PORT}` : undefined);
  const SMTP_URL = given.SMTP_URL ?? (isLaboratory ? 'smtp://mail:1025' : undefined);
  const MAIL_FROM = given.MAIL_FROM ?? (isLaboratory ? 'Sportello <no-reply@sportello.example>' : undefined);
  const missing = Object.entries({ PUBLIC_URL, SMTP_URL, MAIL_FROM }).flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (!PUBLIC_URL || !SMTP_URL || !MAIL_FROM)
    throw new Error(`Give ${missing.join(', ')} in the environment. For trying on this machine alone: --laboratory`);
  const NODE_ENV = isLaboratory ? 'development' : 'production';
  const wrong = contradictions({ LABORATORY: isLaboratory, LABORATORY_IN_PUBLIC, NODE_ENV, PUBLIC_URL, BIND_ADDRESS });
  if (wrong.length > 0) throw new Error(wrong.map(({ variable, reason }) => `${variable}: ${reason}`).join('\n'));

  const isEmbedded = TOKENS === 'embedded';
  const profiles = [...(isLaboratory ? ['laboratory'] : []), ...(isEmbedded ? [] : ['keycloak'])];
  const sections: [about: string, variables: Record<string, string | number | boolean>][] = [
    ['The address that people type, and the port of this machine', { PUBLIC_URL, PORT, BIND_ADDRESS }],
    // Over TLS there is a proxy before the balancer, and only it knows who the caller is.
    ['True where a proxy stands before the port and says who the caller is', { PROXY_IN_FRONT: PUBLIC_URL.startsWith('https:') }],
    ...(isLaboratory
      ? ([
          [
            'A laboratory: invented people sign in without a digital identity, and mails are caught',
            { LABORATORY: true, LABORATORY_IN_PUBLIC, NODE_ENV, MAIL_PORT, MAIL_PASSWORD: password() },
          ],
        ] as [string, Record<string, string | number | boolean>][])
      : []),
    ['What starts besides the services', { COMPOSE_PROFILES: profiles.join(',') }],
    isEmbedded
      ? [
          'Who issues tokens: the provider inside the identity service',
          { TOKENS, OIDC_ISSUER: issuerOf(PUBLIC_URL), IDENTITY_URL: 'http://identity:4000' },
        ]
      : [
          'Who issues tokens: Keycloak',
          {
            TOKENS,
            KEYCLOAK_URL,
            KEYCLOAK_PORT: new URL(KEYCLOAK_URL).port || 8080,
            OIDC_ISSUER: issuerOf(KEYCLOAK_URL),
            KEYCLOAK_DATABASE_PASSWORD: password(),
            KEYCLOAK_ADMIN_PASSWORD: password(),
          },
        ],
    ['Mail', { SMTP_URL, MAIL_FROM }],
    ['The version of the images', { VERSION }],
    ['How many of each service, and connections of each to its database', { ...replicas(), DATABASE_POOL: 10 }],
    [
      'Secrets',
      {
        POSTGRES_PASSWORD: secrets.postgresPassword,
        REDIS_PASSWORD: secrets.redisPassword,
        ...Object.fromEntries(databaseServices.map((name) => [variableOf(name, 'DATABASE_PASSWORD'), secrets.databasePasswords[name]])),
        ...Object.fromEntries(natsUsers.map((name) => [variableOf(name, 'NATS_PASSWORD'), secrets.natsPasswords[name]])),
        OIDC_CLIENT_SECRET: secrets.oidcClientSecret,
        OIDC_JWKS: JSON.stringify(secrets.oidcJwks),
        COOKIE_KEYS: secrets.cookieKeys.join(','),
        SIGNING_KEY: JSON.stringify(secrets.signingKey),
        FILES_SECRET: secrets.filesSecret,
      },
    ],
  ];
  // Between single quotes Compose takes every character as it is.
  return sections
    .map(([about, variables]) => [`# ${about}`, ...Object.entries(variables).map(([name, value]) => `${name}='${value}'`), ''].join('\n'))
    .join('\n');
}

function replicas(): Record<string, number> {
  return Object.fromEntries(services.map((name) => [variableOf(name, 'REPLICAS'), 1]));
}

/** 256 random bits. */
function password(): string {
  return randomBytes(32).toString('hex');
}
