import { createHash, generateKeyPairSync, randomBytes, randomUUID, sign } from 'node:crypto';
import { request as plainRequest } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import type { Rpc } from '@sportello/contracts/contract';
import { permissions, type Role } from '@sportello/contracts/permissions';
import { contracts } from '@sportello/contracts/registry';
import type { Subject } from '@sportello/contracts/web';
import { eventually } from '@sportello/testing/servers';
import { Visitor } from '@sportello/testing/visitor';
import { Redis } from 'ioredis';
import { SignJWT } from 'jose';
import { people, procedures } from '../../../deploy/world/ids.ts';
import { characters, laboratoryPassword, registrationOf } from '../../../deploy/world/people.ts';
import { type House, logLines, openHouse, readProblem, stored, type ToldProblem, wholeForm } from './house.js';
import { samplesOf } from './samples.js';

jest.setTimeout(60_000);

/** Stands in everything that is written here and must never be found in a log. */
const secret = 'Canarino-Segretissimo';
const json = { 'content-type': 'application/json' };
const bytes = { 'content-type': 'application/octet-stream' };
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

let house: House;
const who: Record<string, Visitor> = {};
const draftId = randomUUID();
const sentId = randomUUID();
let before: Record<string, number>;
/** Cookies and tokens that were given out. */
const handedOut: string[] = [];

beforeAll(async () => {
  house = await openHouse();
  who['mayor'] = await house.enter('federica.neri');
  who['citizen'] = await house.enter('giulia');
  who['parent'] = await house.enter('daniele');
  who['officer'] = await house.enter('bianchi', 'officer');
  who['administrator'] = await house.enter('moretti', 'officer');
  who['visitor'] = new Visitor(house.baseUrl);
  for (const id of [sentId, draftId])
    await as('mayor').ask('rpc.practices.open.v1', { id, procedureId: procedures.utentiServizi06, content: wholeForm });
  await as('mayor').ask('rpc.practices.complete.v1', { id: sentId });
  await as('mayor').ask('rpc.practices.submit.v1', { id: sentId });
  await as('officer').ask('rpc.practices.take.v1', { id: sentId });
  await settled();
  for (const visitor of Object.values(who)) {
    const cookie = visitor.cookie('sportello');
    if (cookie) handedOut.push(cookie, visitor.session?.csrfToken ?? cookie);
  }
}, 180_000);

afterAll(() => house?.close(), 60_000);

/** What was sent is told, mailed and printed: from here on nothing moves by itself. */
async function settled(): Promise<void> {
  await eventually(async () => {
    expect(await house.mails()).not.toHaveLength(0);
    const counts = await stored(house.stack);
    await new Promise((done) => setTimeout(done, 1_500));
    expect(await stored(house.stack)).toEqual(counts);
  }, 60);
}

beforeEach(async () => {
  before = await stored(house.stack);
});

const as = (name: string): Visitor => {
  const visitor = who[name];
  if (!visitor) throw new Error(`nobody is called ${name}`);
  return visitor;
};

/** Asks in both languages; each is told what is wrong in hers. */
async function isRefused(visitor: Visitor, path: string, init: RequestInit, status: number, type?: string): Promise<ToldProblem> {
  const told: ToldProblem[] = [];
  for (const language of ['it', 'en-GB,en;q=0.9']) {
    const response = await visitor.fetch(path, { ...init, headers: { ...init.headers, 'accept-language': language } });
    const problem = await readProblem(response);
    expect(problem).toMatchObject({ status, ...(type && { type: `/problems/${type}` }) });
    told.push(problem);
  }
  const [italian, english] = told as [ToldProblem, ToldProblem];
  expect(italian.title).not.toBe(english.title);
  for (const [index, { pointer, detail }] of (italian.errors ?? []).entries()) {
    expect(english.errors?.[index]?.pointer).toBe(pointer);
    expect(detail).not.toBe(english.errors?.[index]?.detail);
  }
  return italian;
}

const isUnchanged = () => expect(stored(house.stack)).resolves.toEqual(before);
const put = (body: RequestInit['body'], headers: Record<string, string> = json): RequestInit => ({ method: 'PUT', body, headers });
const content = (value: unknown) => JSON.stringify({ version: 1, content: { address: secret, value } });
const deep = (levels: number) => `{"version":1,"content":{"address":${'['.repeat(levels)}${']'.repeat(levels)}}}`;

const bodies: [string, RequestInit, number, string][] = [
  ['an unknown field', put(JSON.stringify({ version: 1, content: {}, [secret]: true })), 422, 'invalid-input'],
  ['a number written as text', put(JSON.stringify({ version: '1', content: {} })), 422, 'invalid-input'],
  ['a text in place of the content', put(JSON.stringify({ version: 1, content: secret })), 422, 'invalid-input'],
  ['a list in place of the content', put(JSON.stringify({ version: 1, content: [secret] })), 422, 'invalid-input'],
  ['a number without end', put('{"version":1e999,"content":{}}'), 422, 'invalid-input'],
  ['a fraction for a version', put('{"version":1.5,"content":{}}'), 422, 'invalid-input'],
  ['nothing', put('{}'), 422, 'invalid-input'],
  ['more than a megabyte', put(content(secret.repeat(60_000))), 413, 'too-large'],
  ['a form of more than half a megabyte', put(content(secret.repeat(30_000))), 413, 'too-large'],
  ['numbers that grow when they are read', put(`{"version":1,"content":{"address":[${'1e20,'.repeat(170_000)}1]}}`), 413, 'too-large'],
  ['half of a JSON text', put(`{"version":1,"content":{"address":"${secret}`), 400, 'unreadable'],
  ['no text at all, called JSON', put(''), 400, 'unreadable'],
  ['compressed bytes', put(Buffer.from('1f8b0800', 'hex'), { ...json, 'content-encoding': 'gzip' }), 400, 'unreadable'],
  ['a list', put(JSON.stringify([secret])), 422, 'invalid-input'],
  ['a text', put(JSON.stringify(secret)), 422, 'invalid-input'],
  ['null', put('null'), 422, 'invalid-input'],
  ['plain text', put(secret, { 'content-type': 'text/plain' }), 400, 'unreadable'],
  ['a form of a page', put('version=1', { 'content-type': 'application/x-www-form-urlencoded' }), 400, 'unreadable'],
  ['a form with parts', put('--a\r\n\r\n--a--', { 'content-type': 'multipart/form-data; boundary=a' }), 400, 'unreadable'],
  ['bytes of no type', put(Buffer.from(secret), {}), 400, 'unreadable'],
  ['a prototype', put(`{"version":1,"content":{},"__proto__":{"isAdmin":true}}`), 400, 'unreadable'],
  ['a prototype further in', put(`{"version":1,"content":{"a":{"__proto__":{"isAdmin":true}}}}`), 400, 'unreadable'],
  ['the prototype of a constructor', put(`{"version":1,"content":{"constructor":{"prototype":{"isAdmin":true}}}}`), 400, 'unreadable'],
  ['a list in a list, a hundred thousand times', put(deep(100_000)), 400, 'unreadable'],
  ['a list in a list, three thousand times', put(deep(3_000)), 400, 'unreadable'],
  ['a character that no database keeps', put(JSON.stringify({ version: 1, content: { address: '\0' } })), 422, 'invalid-input'],
  ['half of a character', put(JSON.stringify({ version: 1, content: { address: '\ud83d' } })), 422, 'invalid-input'],
  ['a field whose name is half of a character', put(JSON.stringify({ version: 1, content: { '\udc00': 1 } })), 422, 'invalid-input'],
];

test.each(bodies)('a draft saved with %s is refused, and stays as it was', async (_name, init, status, type) => {
  await isRefused(as('mayor'), `/api/v1/practices/${draftId}/content`, init, status, type);
  await isUnchanged();
});

const far = (at: number) => Buffer.from(`${randomUUID()}${at}`).toString('base64url');
const place = (values: unknown) => Buffer.from(JSON.stringify(values)).toString('base64url');
const queries: [string, string, string, number][] = [
  ['mayor', 'a page of none', '/practices?limit=0', 422],
  ['mayor', 'a page of too many', '/practices?limit=101', 422],
  ['mayor', 'a page of words', '/practices?limit=dieci', 422],
  ['mayor', 'two sizes of page', '/practices?limit=1&limit=2', 422],
  ['mayor', 'a parameter nobody knows', `/practices?${secret}=1`, 422],
  ['mayor', 'a prototype', '/practices?__proto__=1', 422],
  ['mayor', 'a state nobody knows', '/practices?status=smarrita', 422],
  ['mayor', 'a day that does not exist', '/practices?createdFrom=2026-02-30', 422],
  ['mayor', 'days before and after all calendars', '/practices?createdFrom=0000-01-01&createdTo=9999-12-31', 422],
  ['officer', 'a queue before and after all calendars', '/queue?period=custom&from=0000-01-01&to=9999-12-31', 422],
  ['mayor', 'a made-up place in the list', `/practices?after=${secret}`, 422],
  ['mayor', 'a place before all time', `/practices?after=${far(-8.64e15)}`, 422],
  ['mayor', 'a place after all time', `/practices?after=${far(8.64e15)}`, 422],
  ['mayor', 'a search of ten thousand letters', `/practices?number=${'a'.repeat(10_000)}`, 422],
  ['mayor', 'a search with a NUL', '/practices?number=%00', 422],
  ['mayor', 'a notice after a place before all time', `/notices?after=${place(['-271821-04-20T00:00:00.000Z', randomUUID()])}`, 422],
  ['mayor', 'a notice after something that is no place', `/notices?after=${place([secret])}`, 422],
  ['officer', 'a queue after a place before all time', `/queue?after=${far(-8.64e15)}`, 422],
  ['officer', 'a queue searched for a NUL', '/queue?search=%00', 422],
  ['officer', 'a queue backwards', '/queue?period=custom&from=2026-02-01&to=2026-01-01', 422],
  ['officer', 'officers after no place', `/officers?after=${place([secret, secret, 'no id'])}&limit=x`, 422],
  ['visitor', 'services after a place with a NUL', `/procedures?after=${Buffer.from(`${randomUUID()}\0`).toString('base64url')}`, 422],
  ['visitor', 'services searched for a NUL', '/procedures?search=%00', 422],
  ['visitor', 'bodies after a list', `/organizations?after=${place([1, 2])}`, 422],
  ['visitor', 'bodies after a place with a NUL', `/organizations?after=${place(['\0', '\0'])}`, 422],
  ['visitor', 'a province of letters', '/comuni?province=abc', 422],
  ['visitor', 'no province', '/comuni', 422],
  ['visitor', 'an address that is not encoded', '/procedures/%E0%A4%A', 400],
  ['visitor', 'an id that is none', `/procedures/${secret}`, 422],
  ['visitor', 'an id with a line in it', '/procedures/a%0d%0aSet-Cookie:%20a=b', 422],
  ['visitor', 'a code that is far too long', `/verifications/${'A'.repeat(4_000)}`, 422],
  ['visitor', 'a code that is longer than any address', `/verifications/${'A'.repeat(6_000)}`, 404],
  ['mayor', 'a practice whose id is longer than any address', `/practices/${'a'.repeat(6_000)}`, 404],
  ['mayor', 'a practice that is not there', `/practices/${randomUUID()}`, 404],
  ['mayor', 'a file that is not there', `/practices/${sentId}/files/${randomUUID()}/address`, 404],
  ['citizen', "somebody else's practice", `/practices/${sentId}`, 404],
  ['citizen', "somebody else's form", `/practices/${draftId}/content`, 404],
  ['officer', 'a draft of a citizen', `/practices/${draftId}`, 404],
  ['visitor', 'a page of the API that is not there', '/nothing/here', 404],
];

test.each(queries)('%s asks for %s', async (name, _what, path, status) => {
  await isRefused(as(name), `/api/v1${path}`, {}, status);
  await isUnchanged();
});

const answered: [string, string][] = [
  ['mayor', '/practices?createdTo=2999-12-31&createdFrom=1000-01-01'],
  ['officer', '/queue?period=custom&from=1000-01-01&to=2999-12-31'],
  ['visitor', `/organizations?after=${place(['\ud800', randomUUID()])}`],
  ['officer', '/queue?search=%25_%5C'],
  ['visitor', `/organizations?after=${place([secret, 'no id'])}`],
  ['officer', `/officers?after=${place([secret, secret, 'no id'])}`],
];

test.each(answered)('%s asks for the ends of the scale: %s', async (name, path) => {
  const response = await as(name).fetch(`/api/v1${path}`);
  expect({ status: response.status, text: await response.text() }).toMatchObject({ status: 200 });
});

const methods: [string, string, number][] = [
  ['PATCH', '/api/v1/practices', 404],
  ['POST', '/api/v1/practices', 404],
  ['DELETE', '/api/v1/queue', 404],
  ['POST', '/api/v1/nothing', 404],
  ['PROPFIND', '/api/v1/practices', 404],
  ['POST', '/', 404],
  ['PUT', '/area-personale', 404],
  ['GET', '/api/v2/practices', 404],
  ['GET', '/files/nothing', 404],
  ['GET', `/files/${'a.b.c'.repeat(200)}`, 404],
  ['GET', '/assets/portal/../../package.json', 404],
  ['GET', '/assets/portal/%2e%2e/%2e%2e/package.json', 404],
  ['GET', '/static/..%2f..%2fpackage.json', 404],
];

test.each(methods)('%s %s is not there, and says so', async (method, path, status) => {
  const response = await raw(path, { method });
  const problem = await readProblem(response);
  expect(problem).toMatchObject({ status });
});

/** A request whose path goes out as it is written, which `fetch` would tidy up. */
function raw(
  path: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: Buffer } = {},
): Promise<Pick<Response, 'status' | 'headers' | 'text'>> {
  const { hostname, port } = new URL(house.baseUrl);
  return new Promise((done, fail) => {
    const request = plainRequest({ host: hostname, port, path, method, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => {
        const told = new Headers(
          Object.entries(response.headers).flatMap(([name, value]) => [value ?? ''].flat().map((each) => [name, each] as [string, string])),
        );
        done({ status: response.statusCode ?? 0, headers: told, text: () => Promise.resolve(Buffer.concat(pieces).toString()) });
      });
      response.on('error', fail);
    });
    request.on('error', fail);
    request.end(body);
  });
}

/** What comes back to bytes that may not even be HTTP. */
function bare(text: string): Promise<string> {
  const { hostname, port } = new URL(house.baseUrl);
  return new Promise((done, fail) => {
    let answer = '';
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(text));
    socket.on('data', (piece) => {
      answer += piece.toString();
    });
    socket.on('close', () => done(answer));
    socket.on('error', fail);
    socket.setTimeout(5_000, () => socket.destroy());
  });
}

test.each([
  ['an address of twenty thousand letters', `GET /api/v1/procedures?search=${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431],
  ['something that is no HTTP', `${secret}\r\n\r\n`, 400],
  ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', 400],
  ['a length and pieces', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400],
])('%s gets a problem too, though no request was read', async (_name, text, status) => {
  const answer = await bare(text);
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  expect(head).toMatch(/content-type: application\/problem\+json/i);
  expect(JSON.parse(body)).toMatchObject({ status, type: expect.stringMatching(/^\/problems\//), title: expect.stringMatching(/\S+ \S+/) });
});

/** Values that have hurt somebody somewhere. */
const nasty: unknown[] = [
  '',
  '\0',
  '\ud800',
  'a'.repeat(9_000),
  '../../etc/passwd',
  {},
  [[]],
  null,
  -1,
  1e308,
  '9999-12-31',
  `' or 1=1 --`,
];
const roleOf = ({ permission }: Rpc): string => {
  const allowed: readonly Role[] = permissions[permission];
  const names: [Role, string][] = [
    ['visitor', 'visitor'],
    ['citizen', 'parent'],
    ['officer', 'officer'],
    ['administrator', 'administrator'],
  ];
  return names.find(([role]) => allowed.includes(role))?.[1] ?? 'visitor';
};

test.each(contracts.filter(({ http }) => http).map((contract) => [contract.subject, contract] as const))(
  '%s does not fall over whatever stands in its fields',
  async (subject, contract) => {
    const sample = samplesOf(randomUUID())[subject as Subject] as Record<string, unknown>;
    const visitor = as(roleOf(contract));
    const [method, template] = (contract.http ?? '').split(' ') as [string, string];
    for (const field of Object.keys(sample)) {
      for (const value of nasty) {
        const input: Record<string, unknown> = { ...sample, [field]: value };
        const path = template.replace(/\{(\w+)\}/g, (_match, name: string) => {
          const segment = encodeURIComponent(wellFormed(String(input[name])));
          delete input[name];
          return segment || '%20';
        });
        const isRead = method === 'GET' || method === 'DELETE';
        const words = Object.entries(input).map(([name, it]) => [name, wellFormed(String(it))] as [string, string]);
        const response = isRead
          ? await visitor.fetch(`/api/v1${path}?${new URLSearchParams(words)}`, { method })
          : await visitor.fetch(`/api/v1${path}`, { method, body: JSON.stringify(input), headers: json });
        if (response.ok) await response.text();
        else expect({ field, value, problem: await readProblem(response) }).toMatchObject({ problem: { status: expect.any(Number) } });
        expect({ field, value, status: response.status }).not.toMatchObject({ status: 500 });
      }
    }
  },
);

/** Addresses cannot hold half of a character. */
const wellFormed = (text: string) => text.replace(/[\ud800-\udfff]/g, '�');

// Who asks

const aRead = '/api/v1/practices';
const withCookie = (value: string): RequestInit => ({ headers: { cookie: `sportello=${value}` } });

test('IDE: a cookie that was made up, altered, or is somebody’s name opens nothing', async () => {
  const own = as('citizen').cookie('sportello') ?? '';
  const altered = `${own.slice(0, -1)}${own.endsWith('A') ? 'B' : 'A'}`;
  const key = `session:${createHash('sha256').update(own).digest('base64url')}`;
  for (const value of ['', secret, altered, key, randomBytes(32).toString('base64url'), 'a'.repeat(4_000), '%00', '../../session'])
    await isRefused(as('visitor'), aRead, withCookie(value), 401, 'not-signed-in');
});

test('a session that has ended in Redis is over, within a few seconds in every process', async () => {
  const daniele = await house.enter('daniele');
  const cookie = daniele.cookie('sportello') ?? '';
  handedOut.push(cookie);
  const redis = new Redis(house.stack.backing.redis.url);
  await expect(redis.del(`session:${createHash('sha256').update(cookie).digest('base64url')}`)).resolves.toBe(1);
  await redis.quit();
  await eventually(async () => expect((await daniele.fetch(aRead)).status).toBe(401));
  await isRefused(daniele, aRead, {}, 401, 'not-signed-in');
  await isRefused(daniele, `/api/v1/practices/${randomUUID()}/submission`, { method: 'POST' }, 401, 'not-signed-in');
});

test('nothing of a session can be read in Redis by which it could be used', async () => {
  const redis = new Redis(house.stack.backing.redis.url);
  const keys = await redis.keys('*');
  await redis.quit();
  for (const given of handedOut) expect(keys.filter((key) => key.includes(given))).toEqual([]);
});

test('bearer tokens that are forged, expired, foreign or for somebody else’s ears open nothing', async () => {
  const good = await house.tokenOf('giulia');
  handedOut.push(good);
  const bearer = (token: string): RequestInit => ({ headers: { authorization: `Bearer ${token}` } });
  await expect(new Visitor(house.baseUrl).fetch(aRead, bearer(good))).resolves.toMatchObject({ status: 200 });

  const jwk = house.stack.secrets.oidcJwks.keys[0] as Record<string, string> & { kty: string };
  const issuer = `${house.baseUrl}/realms/sportello`;
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
    'of another realm': await make({ iss: `${house.baseUrl}/realms/other` }),
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
    handedOut.push(...(token.length > 20 ? [token] : []));
    const problem = await isRefused(new Visitor(house.baseUrl), aRead, bearer(token), 401, 'not-signed-in').catch((error: unknown) => {
      throw new Error(`a token ${what}: ${error}`);
    });
    expect(problem.type).toBe('/problems/not-signed-in');
  }
  await isRefused(new Visitor(house.baseUrl), aRead, { headers: { authorization: 'Basic dXNlcjpwYXNz' } }, 401, 'not-signed-in');
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
  const visitor = new Visitor(house.baseUrl);
  await visitor.signIn(...house.signInOf('marco'), 'citizen', returnTo);
  expect(new URL(visitor.arrivedAt).origin).toBe(new URL(house.baseUrl).origin);
  expect(new URL(visitor.arrivedAt).pathname).not.toMatch(/accedi/);
  handedOut.push(visitor.cookie('sportello') ?? '-');
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
  const told = await raw('/auth/backchannel-logout', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Buffer.from(`logout_token=${'a'.repeat(30_000)}`),
  });
  expect(told.status).toBe(400);
});

// Files

const upload = (name: string, id: string = randomUUID()) =>
  `/api/v1/practices/${sentId}/attachments/${id}?purpose=message&name=${encodeURIComponent(name)}`;

const files: [string, string, RequestInit['body'], Record<string, string>, number, string][] = [
  ['a program called PDF', 'domanda.pdf', Buffer.from(`MZ${secret.repeat(50)}`), bytes, 415, 'wrong-file-type'],
  ['a page called PDF', 'domanda.pdf', `<!doctype html><script>alert("${secret}")</script>`, bytes, 415, 'wrong-file-type'],
  ['a PDF called program', 'domanda.exe.pdf.doc', pdf, bytes, 415, 'wrong-file-type'],
  ['a PDF called picture', 'foto.jpg', pdf, bytes, 415, 'wrong-file-type'],
  ['a drawing that runs scripts', 'disegno.svg', `<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>`, bytes, 415, 'wrong-file-type'],
  ['an archive called PDF', 'a.pdf', Buffer.from('504b0304140000000800', 'hex'), bytes, 415, 'wrong-file-type'],
  ['nothing', 'vuoto.pdf', Buffer.alloc(0), bytes, 415, 'wrong-file-type'],
  ['more than 5 MB', 'grande.pdf', Buffer.concat([pdf, Buffer.alloc(5 * 1024 * 1024)]), bytes, 413, 'too-large'],
  ['JSON', 'a.pdf', JSON.stringify({ a: secret }), json, 415, 'wrong-file-type'],
  ['a name that is too long', 'a'.repeat(300), pdf, bytes, 422, 'invalid-input'],
];

test.each(files)('an upload of %s is refused, and nothing of it is kept', async (_what, name, body, headers, status, type) => {
  await isRefused(as('mayor'), upload(name), { method: 'PUT', body, headers }, status, type);
  await isUnchanged();
});

test('an upload to a practice of somebody else, with an id that is none, or for no purpose is refused before a byte is kept', async () => {
  await isRefused(as('citizen'), upload('a.pdf'), { method: 'PUT', body: pdf, headers: bytes }, 404, 'practice-not-found');
  await isRefused(as('visitor'), upload('a.pdf'), { method: 'PUT', body: pdf, headers: bytes }, 401, 'not-signed-in');
  await isRefused(as('mayor'), upload('a.pdf', '..%2f..%2fa'), { method: 'PUT', body: pdf, headers: bytes }, 422, 'invalid-input');
  const odd = `/api/v1/practices/${sentId}/attachments/${randomUUID()}?purpose=everything&name=a.pdf`;
  await isRefused(as('mayor'), odd, { method: 'PUT', body: pdf, headers: bytes }, 422, 'invalid-input');
  const two = `/api/v1/practices/${sentId}/attachments/${randomUUID()}?purpose=message&name=a.pdf&name=b.pdf`;
  await isRefused(as('mayor'), two, { method: 'PUT', body: pdf, headers: bytes }, 422, 'invalid-input');
  await isRefused(as('mayor'), '/api/v1/account/picture', { method: 'PUT', body: pdf, headers: bytes }, 415, 'wrong-file-type');
  await isUnchanged();
});

test('an upload that breaks off leaves nothing behind', async () => {
  const { hostname, port } = new URL(house.baseUrl);
  await new Promise<void>((done) => {
    const { csrfToken } = as('mayor').session ?? {};
    const headers = {
      ...bytes,
      'content-length': '100000',
      cookie: `sportello=${as('mayor').cookie('sportello')}`,
      'csrf-token': csrfToken ?? '',
    };
    const request = plainRequest({ host: hostname, port, method: 'PUT', path: upload('a.pdf'), headers });
    request.on('error', () => done());
    request.write(pdf);
    setTimeout(() => request.destroy(), 300);
    request.on('close', () => done());
  });
  await eventually(isUnchanged);
});

test.each([
  ['../../../etc/passwd.pdf', 'passwd.pdf'],
  ['..\\..\\windows\\system.pdf', 'system.pdf'],
  ['a\r\nSet-Cookie: a=b.pdf', 'aSet-Cookie_ a=b.pdf'],
  ['"; filename="x.html', undefined],
  ['\u202efdp.exe.pdf', 'fdp.exe.pdf'],
  ['.htaccess.pdf', 'htaccess.pdf'],
  ['CON\0.pdf', 'CON.pdf'],
  ['perché è così ☃.pdf', 'perché è così ☃.pdf'],
])('a file called %j is kept under a name that harms nobody', async (name, kept) => {
  const id = randomUUID();
  if (kept === undefined) {
    // Its ending is one of a page: bytes of a PDF under such a name are taken, the name is tamed.
    const response = await as('mayor').fetch(upload(name, id), { method: 'PUT', body: pdf, headers: bytes });
    expect([200, 415]).toContain(response.status);
    if (response.status === 200) expect(await response.text()).not.toMatch(/filename=\\"/);
    return;
  }
  await expect(as('mayor').json(upload(name, id), { method: 'PUT', body: pdf, headers: bytes })).resolves.toMatchObject({ name: kept });
  const { url } = await as('mayor').ask('rpc.practices.get-file-address.v1', { id: sentId, fileId: id });
  const response = await as('mayor').fetch(url);
  await response.arrayBuffer();
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[^"\r\n]+"; filename\*=UTF-8''[\w.%-]+$/);
  expect(response.headers.get('set-cookie')).toBeNull();
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  await as('mayor').ask('rpc.practices.remove-attachment.v1', { id: sentId, attachmentId: id });
});

test('a signed address that was altered, or lengthened, opens nothing', async () => {
  const { documents } = await as('mayor').ask('rpc.practices.get.v1', { id: sentId });
  const { url } = await as('mayor').ask('rpc.practices.get-file-address.v1', { id: sentId, fileId: documents[0]?.id ?? '' });
  handedOut.push(url);
  const token = url.replace('/files/', '');
  for (const bad of [`${token}A`, token.slice(1), token.toLowerCase(), `${token}.${token}`, token.replace(/.{10}$/, 'AAAAAAAAAA')])
    await isRefused(as('visitor'), `/files/${bad}`, {}, 404);
});

// Too many

test('whoever asks too often is told when to come back, and nobody else is', async () => {
  const marco = await house.enter('marco');
  handedOut.push(marco.cookie('sportello') ?? '-');
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
});

// After all of it

test('no log of any process holds a name, a fiscal code, an address, a content, a cookie or a token', () => {
  const lines = logLines(house.stack);
  expect(lines.length).toBeGreaterThan(10);
  const personal = [
    secret,
    laboratoryPassword,
    ...characters.flatMap((character) => [character.mail, registrationOf(character).identity.fiscalCode]),
    ...characters.map(({ givenName, familyName }) => `${givenName} ${familyName}`),
    ...handedOut,
    wholeForm.address,
    wholeForm.pec,
    wholeForm.rupMail,
    wholeForm.rupPhone,
  ];
  for (const value of personal) expect(lines.filter((line) => line.toLowerCase().includes(value.toLowerCase()))).toEqual([]);
  expect(lines.filter((line) => /eyJ[\w-]{10,}\.[\w-]{10,}|[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]/.test(line))).toEqual([]);
  for (const { familyName } of characters) expect(lines.filter((line) => new RegExp(`\\b${familyName}\\b`).test(line))).toEqual([]);
});

test('nothing that was asked was a fault of ours', () => {
  const faults = logLines(house.stack).filter((line) => /"level":(50|60)/.test(line));
  expect(faults).toEqual([]);
});
