import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bianchi, giulia } from '@sportello/testing/people';
import { eventually, freePort } from '@sportello/testing/servers';
import { Wire } from '@sportello/testing/wire';
import Keycloak from 'keycloak-connect';
import * as oidc from 'openid-client';
import { Browser, formOf } from '../../test/browser.js';
import {
  employ,
  type IdentityUnderTest,
  idOf,
  password,
  production,
  register,
  registration,
  startIdentity,
} from '../../test/start-identity.js';

let identity: IdentityUnderTest;
let other: IdentityUnderTest;

beforeAll(async () => {
  [identity, other] = await Promise.all([startIdentity(), startIdentity()]);
  for (const service of [identity, other]) await register(service, registration(giulia, 'Giulia', 'Bianco', 'BNCGLI80E41L219C'));
  await employ(identity, bianchi, registration(bianchi, 'Laura', 'Bianchi', 'BNCLRA80E41L219D'), []);
});
afterAll(() => Promise.all([identity.stop(), other.stop()]));

const askToken = ({ issuer }: IdentityUnderTest, fields: Record<string, string>) =>
  fetch(`${issuer}/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'urn:sportello:laboratory', client_id: 'laboratory', ...fields }),
  });

async function tokenOf(username: string, service = identity): Promise<string> {
  const answer = (await (await askToken(service, { username })).json()) as { access_token: string };
  return answer.access_token;
}

/** The adapter as the gateway has it: bearer tokens only, for its own audience. */
function adapter({ issuer }: IdentityUnderTest, resource = 'gateway') {
  const settings = {
    realm: 'sportello',
    'auth-server-url': issuer.replace(/\/realms\/sportello$/, ''),
    resource,
    'bearer-only': true,
    'verify-token-audience': true,
    'ssl-required': 'none',
    'confidential-port': 0,
  };
  return new Keycloak({}, settings).grantManager;
}

async function check(token: string, manager = adapter(identity)): Promise<Keycloak.Token> {
  const { access_token } = await manager.createGrant(JSON.stringify({ access_token: token }));
  if (!access_token) throw new Error('a grant without a token');
  return access_token;
}

test('keycloak-connect accepts a token of the embedded provider and reads its roles', async () => {
  const token = await check(await tokenOf('laura.bianchi'));
  expect(token).toHaveProperty('content.sub', idOf(bianchi));
  expect(token).toHaveProperty('content.preferred_username', 'laura.bianchi');
  expect(token.hasRealmRole('officer')).toBe(true);
  expect(token.hasRealmRole('administrator')).toBe(false);
});

test('keycloak-connect refuses a token that was altered', async () => {
  const [head, body, signature] = (await tokenOf('giulia.bianco')).split('.');
  const content = JSON.parse(Buffer.from(body ?? '', 'base64url').toString());
  const raised = Buffer.from(JSON.stringify({ ...content, realm_access: { roles: ['administrator'] } })).toString('base64url');
  await expect(check([head, raised, signature].join('.'))).rejects.toThrow('invalid token (public key signature)');
  const unsigned = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
  await expect(check(`${unsigned}.${raised}.`)).rejects.toThrow();
});

test('keycloak-connect refuses a token of another issuer, even with an equal realm and person', async () => {
  await expect(check(await tokenOf('giulia.bianco', other))).rejects.toThrow('wrong ISS');
});

test('keycloak-connect refuses a token for another audience', async () => {
  await expect(check(await tokenOf('giulia.bianco'), adapter(identity, 'payments'))).rejects.toThrow('wrong audience');
});

test('keycloak-connect refuses a token that has expired', async () => {
  const token = await tokenOf('giulia.bianco');
  const { exp } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { exp: number };
  const now = Date.now;
  Date.now = () => (exp + 1) * 1_000;
  try {
    await expect(check(token)).rejects.toThrow('expired');
  } finally {
    Date.now = now;
  }
});

test('the laboratory gives a token by username alone, to people it knows', async () => {
  const answer = await askToken(identity, { username: 'Giulia.Bianco' });
  expect(await answer.json()).toMatchObject({ token_type: 'Bearer', expires_in: 3_600 });
  const refused = await askToken(identity, { username: 'nobody' });
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({ error: 'invalid_grant' });
  expect((await askToken(identity, {})).status).toBe(400);
});

test('outside the laboratory there is no token without a password', async () => {
  const real = await startIdentity(production);
  try {
    expect((await askToken(real, { username: 'giulia.bianco' })).status).toBe(401);
  } finally {
    await real.stop();
  }
});

test('with Keycloak as issuer the embedded provider does not listen', async () => {
  const service = await startIdentity({ TOKENS: 'keycloak' });
  try {
    await expect(fetch(`${service.issuer}/.well-known/openid-configuration`)).rejects.toThrow();
  } finally {
    await service.stop();
  }
});

test('while Redis does not answer the realm says that it is unavailable, and later it answers again', async () => {
  const wire = new Wire();
  const service = await startIdentity({ REDIS_URL: await wire.open() });
  try {
    await register(service, registration(giulia, 'Giulia', 'Bianco', 'BNCGLI80E41L219C'));
    wire.freeze();
    expect((await askToken(service, { username: 'giulia.bianco' })).status).toBe(503);
    expect((await askToken(service, { username: 'giulia.bianco' })).status).toBe(503);
    wire.thaw();
    await eventually(async () => expect((await askToken(service, { username: 'giulia.bianco' })).status).toBe(200));
  } finally {
    await service.stop();
    await wire.cut();
  }
});

test('while the database is frozen, whoever signs in is told within seconds, in words and in her language', async () => {
  const service = identity;
  const wire = new Wire((service.db.options as { url: string }).url);
  const port = await freePort();
  const replica = await service.replica({ DATABASE_URL: await wire.open(), OIDC_PORT: String(port) });
  try {
    const here = (address: string) => address.replace(new URL(service.issuer).host, `127.0.0.1:${port}`);
    const browser = new Browser(service.issuer);
    const code_challenge = await oidc.calculatePKCECodeChallenge(oidc.randomPKCECodeVerifier());
    const asked = { client_id: 'portal-bff', response_type: 'code', redirect_uri: 'http://localhost:3000/auth/callback' };
    const search = new URLSearchParams({ ...asked, scope: 'openid', code_challenge, code_challenge_method: 'S256' });
    const page = await browser.get(`${service.issuer}/protocol/openid-connect/auth?${search}`);
    const { action } = formOf(await page.text(), page.url);
    wire.freeze();
    for (const [lang, words] of [
      ['it', 'In questo momento non è possibile accedere'],
      ['en', 'Signing in is not possible at the moment'],
    ] as const) {
      const address = here(action).replace(/lang=\w+/, `lang=${lang}`);
      for (const answer of [await browser.get(address), await browser.post(address, { username: 'giulia.bianco', password })])
        expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining(words)]);
    }
    const token = await fetch(here(`${service.issuer}/protocol/openid-connect/token`), {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'urn:sportello:laboratory', client_id: 'laboratory', username: 'giulia.bianco' }),
    });
    expect([token.status, await token.json()]).toEqual([503, { error: 'temporarily_unavailable' }]);
  } finally {
    await wire.cut();
    await replica.stop();
  }
});
