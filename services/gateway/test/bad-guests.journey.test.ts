import { createHash, generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Visitor } from '@sportello/testing/visitor';
import { SignJWT } from 'jose';
import { people } from '../../../deploy/world/ids.ts';
import { withRedis } from './installation.js';
import { type Besieged, badLines, draftId, isRefused, openBesieged, raw, secret } from './intruders.js';
import { readProblem, stored } from './test-world.js';

let world: Besieged;
let before: Record<string, number>;

beforeAll(async () => {
  world = await openBesieged();
});

beforeEach(async () => {
  before = await stored(world.stack);
});

afterAll(() => world?.close());

const as = (name: string) => world.as(name);
const isUnchanged = () => expect(stored(world.stack)).resolves.toEqual(before);
const aRead = '/api/v1/practices';
const withCookie = (value: string): RequestInit => ({ headers: { cookie: `sportello=${value}` } });

test('IDE: a cookie that was made up, altered, or is somebody’s name opens nothing', async () => {
  const own = as('citizen').cookie('sportello') ?? '';
  const altered = `${own.slice(0, -1)}${own.endsWith('A') ? 'B' : 'A'}`;
  const key = `session:${createHash('sha256').update(own).digest('base64url')}`;
  for (const value of ['', secret, altered, key, randomBytes(32).toString('base64url'), 'a'.repeat(4_000), '%00', '../../session'])
    await isRefused(as('visitor'), aRead, withCookie(value), 401, 'not-signed-in');
});

test('a session that has ended in Redis is over at once', async () => {
  const daniele = await world.enter('daniele');
  const cookie = daniele.cookie('sportello') ?? '';
  world.handedOut.push(cookie);
  const key = `session:${createHash('sha256').update(cookie).digest('base64url')}`;
  await expect(withRedis(world.stack.backing.redis.url, (redis) => redis.del(key))).resolves.toBe(1);
  await isRefused(daniele, aRead, {}, 401, 'not-signed-in');
  await isRefused(daniele, `/api/v1/practices/${randomUUID()}/submission`, { method: 'POST' }, 401, 'not-signed-in');
});

test('nothing of a session can be read in Redis by which it could be used', async () => {
  const keys = await withRedis(world.stack.backing.redis.url, (redis) => redis.keys('*'));
  for (const given of world.handedOut) expect(keys.filter((key) => key.includes(given))).toEqual([]);
});

test('bearer tokens that are forged, expired, foreign or for somebody else’s ears open nothing', async () => {
  const good = await world.tokenOf('giulia');
  world.handedOut.push(good);
  const bearer = (token: string): RequestInit => ({ headers: { authorization: `Bearer ${token}` } });
  await expect(new Visitor(world.baseUrl).fetch(aRead, bearer(good))).resolves.toMatchObject({ status: 200 });

  const jwk = world.stack.secrets.oidcJwks.keys[0] as Record<string, string> & { kty: string };
  const issuer = `${world.baseUrl}/realms/sportello`;
  const claims = {
    typ: 'Bearer',
    azp: 'portal-bff',
    realm_access: { roles: ['administrator', 'citizen'] },
    amr: ['spid'],
    spid_level: '3',
  };
  const make = (changes: Partial<{ iss: string; aud: string; exp: string; nbf: string; sub: string; typ: string }>) => {
    const { iss = issuer, aud = 'gateway', exp = '5m', nbf = '-1m', sub = people.giulia, typ = 'Bearer' } = changes;
    return new SignJWT({ ...claims, typ })
      .setProtectedHeader({ alg: 'RS256', kid: String(jwk['kid']), typ: 'JWT' })
      .setIssuer(iss)
      .setAudience(aud)
      .setSubject(sub)
      .setIssuedAt()
      .setNotBefore(nbf)
      .setExpirationTime(exp)
      .sign(jwk);
  };
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const [head = '', payload = '', signature = ''] = good.split('.');
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString());
  const signedBy = (header: object) => {
    const text = `${encode(header)}.${payload}`;
    return `${text}.${sign('RSA-SHA256', Buffer.from(text), foreign).toString('base64url')}`;
  };
  const bad: Record<string, string> = {
    expired: await make({ exp: '-1s' }),
    'not valid yet': await make({ nbf: '1h' }),
    'of another issuer': await make({ iss: 'https://elsewhere.example/realms/sportello' }),
    'of another realm': await make({ iss: `${world.baseUrl}/realms/other` }),
    'for another audience': await make({ aud: 'account' }),
    'no access token': await make({ typ: 'ID' }),
    'of nobody': await make({ sub: randomUUID() }),
    'of no id': await make({ sub: `' or 1=1 --` }),
    'signed by a foreign key under our name': signedBy({ alg: 'RS256', kid: jwk['kid'], typ: 'JWT' }),
    'signed by a key nobody knows': signedBy({ alg: 'RS256', kid: randomUUID(), typ: 'JWT' }),
    'signed by nobody': `${encode({ alg: 'none', typ: 'JWT' })}.${payload}.`,
    'whose signature was cut off': `${head}.${payload}.`,
    'with altered claims': `${head}.${encode({ ...read(payload), realm_access: { roles: ['administrator'] } })}.${signature}`,
    'that is no token': secret,
    'that is three dots': '..',
    'that is three words': 'uno.due.tre',
  };
  for (const [what, token] of Object.entries(bad)) {
    world.handedOut.push(...(token.length > 20 ? [token] : []));
    const problem = await isRefused(new Visitor(world.baseUrl), aRead, bearer(token), 401, 'not-signed-in').catch((error: unknown) => {
      throw new Error(`a token ${what}: ${error}`);
    });
    expect(problem.type).toBe('/problems/not-signed-in');
  }
  await isRefused(new Visitor(world.baseUrl), aRead, { headers: { authorization: 'Basic dXNlcjpwYXNz' } }, 401, 'not-signed-in');
});

test('a write of a session without its own guard, or from a foreign page, is refused', async () => {
  const path = `/api/v1/practices/${draftId}/star`;
  const foreign = as('citizen').session?.csrfToken ?? '';
  const tries: Record<string, string>[] = [
    { 'csrf-token': '' },
    { 'csrf-token': 'x' },
    { 'csrf-token': foreign },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
  ];
  for (const headers of tries) await isRefused(as('mayor'), path, { method: 'PUT', headers }, 403, 'foreign-origin');
  await isRefused(as('mayor'), '/auth/logout', { method: 'POST', headers: { 'csrf-token': 'x' } }, 403, 'foreign-origin');
  await isUnchanged();
  await expect(as('mayor').readSession()).resolves.toMatchObject({ account: { personId: people.federica } });
});

test.each([
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example',
  'https:evil.example',
  'javascript:alert(1)',
  '/%09/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  `/${'a'.repeat(600)}`,
  '/a\0b',
  '/ricerca?q=☃',
])('signing in with returnTo %j leads nowhere else', async (returnTo) => {
  const visitor = new Visitor(world.baseUrl);
  await visitor.signIn(...world.signInOf('marco'), 'citizen', returnTo);
  expect(new URL(visitor.arrivedAt).origin).toBe(new URL(world.baseUrl).origin);
  expect(new URL(visitor.arrivedAt).pathname).not.toMatch(/accedi/);
  world.handedOut.push(visitor.cookie('sportello') ?? '-');
});

test('two places to return to are none', async () => {
  const response = await as('visitor').fetch('/auth/login?returnTo=/a&returnTo=//evil.example&as=officer&as=citizen');
  expect(response.status).toBe(302);
});

test('coming back from the issuer without having left, or with a made-up answer, ends on the sign-in page', async () => {
  for (const query of ['', '?code=a&state=b', '?error=access_denied&state=%0d%0aSet-Cookie:a=b']) {
    const response = await as('visitor').fetch(`/auth/callback${query}`);
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toMatch(/^\/accedi\?/);
  }
  const told = await raw(world.baseUrl, '/auth/backchannel-logout', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Buffer.from(`logout_token=${'a'.repeat(30_000)}`),
  });
  expect(told.status).toBe(413);
});

test('whoever asks too often is told when to come back, and nobody else is', async () => {
  const marco = await world.enter('marco');
  world.handedOut.push(marco.cookie('sportello') ?? '-');
  let told: Response | undefined;
  for (let asked = 0; asked < 1_400 && !told; asked += 50) {
    const answers = await Promise.all(Array.from({ length: 50 }, () => marco.fetch('/api/v1/mark-keys')));
    told = answers.find(({ status }) => status === 429);
    await Promise.all(answers.filter((answer) => answer !== told).map((answer) => answer.text()));
  }
  if (!told) throw new Error('1,400 requests within a minute were all answered');
  expect(Number(told.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(Number(told.headers.get('retry-after'))).toBeLessThanOrEqual(60);
  await expect(readProblem(told)).resolves.toMatchObject({ type: '/problems/too-many-requests' });
  await isRefused(marco, '/api/v1/mark-keys', {}, 429, 'too-many-requests');
  expect((await as('parent').fetch('/api/v1/mark-keys')).status).not.toBe(429);
});

test('a new made-up cookie or token for every request does not help', async () => {
  let refused = 0;
  for (let asked = 0; asked < 1_400 && refused === 0; asked += 50) {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        as('visitor').fetch('/api/v1/mark-keys', {
          headers: index % 2 === 0 ? { cookie: `sportello=${randomUUID()}` } : { authorization: `Bearer a.${randomUUID()}.b` },
        }),
      ),
    );
    refused += answers.filter(({ status }) => status === 429).length;
    await Promise.all(answers.map((answer) => answer.text()));
  }
  expect(refused).toBeGreaterThan(0);
  // The pages of the issuer count too, and speak as everything else does.
  await isRefused(as('visitor'), '/realms/sportello/.well-known/openid-configuration', {}, 429, 'too-many-requests');
});

test('no log holds a name, a fiscal code, an address, a content, a cookie or a token, and nothing was a fault of ours', () => {
  expect(badLines(world)).toEqual([]);
});
