/**
 * Writes `.env` for `docker compose`, with fresh secrets: `node deploy/compose/make-env.ts`. A file that is there is left alone, because
 * new secrets would not open the data of the old ones. `--print` shows it instead.
 *
 * Settings are taken from the environment where they are given: PUBLIC_URL, PORT, MAIL_PORT, TOKENS, KEYCLOAK_URL.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { issuerOf } from '../environment.ts';
import { root } from '../paths.ts';
import { readSecrets, type Secrets } from '../secrets.ts';
import { databaseServices, natsUsers } from '../services.ts';
import { readEnvironment, variableOf } from './environment.ts';

const settings = readEnvironment({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  MAIL_PORT: z.coerce.number().int().min(1).max(65_535).default(8025),
  PUBLIC_URL: z.url().optional(),
  TOKENS: z.enum(['embedded', 'keycloak']).default('embedded'),
  KEYCLOAK_URL: z.url().default('http://keycloak.localhost:8080'),
});
const text = envOf(settings, newSecrets());
if (process.argv.includes('--print')) process.stdout.write(text);
else write(join(root, '.env'));

function write(file: string): void {
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    process.stderr.write(`${file} is there already and was left alone.\n`);
    process.exit(1);
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

function envOf(
  { PORT, MAIL_PORT, PUBLIC_URL = `http://localhost:${PORT}`, TOKENS, KEYCLOAK_URL }: typeof settings,
  secrets: Secrets,
): string {
  const isEmbedded = TOKENS === 'embedded';
  // Over TLS there is a proxy before the gateway; from inside the container it has an address of Docker's private network.
  const TRUSTED_PROXIES = PUBLIC_URL.startsWith('https:') ? 'loopback,uniquelocal' : '';
  const sections: [about: string, variables: Record<string, string | number>][] = [
    [
      'The address that people type, and the port of this machine',
      { PUBLIC_URL, PORT, BIND_ADDRESS: '127.0.0.1', TRUSTED_PROXIES, MAIL_PORT },
    ],
    isEmbedded
      ? [
          'Who issues tokens: the provider inside the identity service, with the people of the demonstration',
          { TOKENS, OIDC_ISSUER: issuerOf(PUBLIC_URL), IDENTITY_URL: 'http://identity:4000', NODE_ENV: 'development', LABORATORY: 'true' },
        ]
      : [
          'Who issues tokens: Keycloak',
          {
            TOKENS,
            COMPOSE_PROFILES: 'keycloak',
            KEYCLOAK_URL,
            KEYCLOAK_PORT: new URL(KEYCLOAK_URL).port || 8080,
            OIDC_ISSUER: issuerOf(KEYCLOAK_URL),
            NODE_ENV: 'production',
            LABORATORY: 'false',
            KEYCLOAK_DATABASE_PASSWORD: password(),
            KEYCLOAK_ADMIN_PASSWORD: password(),
          },
        ],
    ['Mail', { SMTP_URL: 'smtp://mail:1025', MAIL_FROM: 'Sportello <no-reply@sportello.example>' }],
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

/** 256 random bits. */
function password(): string {
  return randomBytes(32).toString('hex');
}
