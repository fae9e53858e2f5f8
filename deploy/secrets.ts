import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { databaseServices, natsUsers } from './services.ts';

const Jwk = z.looseObject({ kty: z.string() });

const Secrets = z.object({
  postgresPassword: z.string(),
  redisPassword: z.string(),
  natsPasswords: z.record(z.enum(natsUsers), z.string()),
  databasePasswords: z.record(z.enum(databaseServices), z.string()),
  cookieKeys: z.array(z.string()),
  oidcClientSecret: z.string(),
  /** RSA: the identity provider signs tokens with it. */
  oidcJwks: z.object({ keys: z.array(Jwk) }),
  /** Ed25519: arrival marks are signed with it. */
  signingKey: Jwk,
  filesSecret: z.string(),
});
export type Secrets = z.infer<typeof Secrets>;

/** The secrets of a local stack, made at the first start. They are worth nothing anywhere else. */
export function readSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) {
    const { success, data } = Secrets.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (success) return data;
    throw new Error(`${file} does not hold what this version needs. "npm run reset" throws the local data away and makes new ones.`);
  }
  const secrets = makeSecrets();
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}

function makeSecrets(): Secrets {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });
  const ed25519 = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  return Secrets.parse({
    postgresPassword: password(),
    redisPassword: password(),
    natsPasswords: Object.fromEntries(natsUsers.map((user) => [user, password()])),
    databasePasswords: Object.fromEntries(databaseServices.map((service) => [service, password()])),
    cookieKeys: [password(), password()],
    oidcClientSecret: password(),
    oidcJwks: { keys: [{ ...rsa, kid: randomUUID(), use: 'sig', alg: 'RS256' }] },
    signingKey: { ...ed25519, kid: randomUUID(), use: 'sig', alg: 'EdDSA' },
    filesSecret: password(),
  });
}

/** 256 random bits in letters and digits that need no quoting anywhere. */
function password(): string {
  return randomBytes(32).toString('hex');
}
