import { request as plainRequest } from 'node:http';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { services } from '@sportello/contracts/topology';
import { Visitor } from '@sportello/testing/visitor';
import fc from 'fast-check';
import { type Colleagues, employ } from './colleagues.js';
import { encoded, fitting, hostile, hostileText, spoilt, written } from './hostile.js';
import { type Besieged, openBesieged } from './intruders.js';
import { logLines } from './test-world.js';

/** How long the search goes on after each place was visited; `npm run fuzz` takes its time. */
const SECONDS = Number(process.env['FUZZ_SECONDS'] ?? 8);
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);
/** So many ask at the same time: what only two at once can break is found as well. */
const AT_ONCE = 4;
/** More than this and one piece of work makes everybody else wait. Milliseconds of the processor. */
const LONGEST_HOLD_MS = Number(process.env['FUZZ_HOLD_MS'] ?? Number.POSITIVE_INFINITY);

jest.setTimeout((SECONDS + 180) * 1_000);

type Json = Record<string, unknown>;
interface Operation {
  name: string;
  method: string;
  path: string;
  parameters: { name: string; in: string; schema: Json }[];
  body?: { type: string; schema: Json };
  /** Who may ask it, as its description says. */
  roles: string;
}
interface Shot {
  who: string;
  method: string;
  path: string;
  type?: string;
  body?: string;
}

const people = ['visitor', 'mayor', 'citizen', 'officer', 'manager', 'administrator', 'colleague'];
/** Officers of this test alone, who may be suspended: one of them also asks. */
let colleagues: Colleagues;
const seen = new Map<string, number>();
const faults = new Map<string, string>();
let world: Besieged;
let operations: Operation[];
let components: Json;
let shots = 0;

beforeAll(async () => {
  process.env['RATE_LIMIT'] = '1000000';
  world = await openBesieged();
  colleagues = await employ(world);
  const document = (await (await fetch(`${world.baseUrl}/api/v1/openapi.json`)).json()) as Json & { paths: Record<string, Json> };
  components = (document['components'] as { schemas: Json }).schemas;
  operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => /^(get|put|post|delete|patch)$/.test(method))
      .map(([method, operation]) => operationOf(path, method, operation as Json)),
  );
  await Promise.all(services.map((service) => holdOf(service, 'DELETE')));
});

afterAll(async () => {
  await colleagues?.leave();
  await world?.close();
});

test('nothing that anybody can send is a fault of ours', async () => {
  expect(operations.length).toBeGreaterThan(40);
  const until = () => Date.now() + SECONDS * 1_000;
  const queue = [...eachPlace()];
  await atOnce(async () => {
    for (let shot = queue.pop(); shot; shot = queue.pop()) await fire(shot);
  });
  const visited = shots;
  const end = until();
  let round = 0;
  await atOnce(async () => {
    while (Date.now() < end) {
      round += 1;
      for (const shot of fc.sample(anyShot(), { numRuns: 20, seed: SEED + round })) if (Date.now() < end) await fire(shot);
    }
  });
  const holds = await Promise.all(services.map(async (service) => [service, await holdOf(service, 'GET')] as const));
  console.info(
    [
      `seed ${SEED}: ${operations.length} operations, ${visited} requests to visit each place, ${shots} in all`,
      `answers: ${[...seen]
        .sort()
        .map(([status, count]) => `${status} ${count}`)
        .join(', ')}`,
      `event loops held at most: ${holds.map(([service, { clockMs, cpuMs }]) => `${service} ${Math.round(cpuMs)} ms of processor, ${Math.round(clockMs)} ms by the clock`).join('; ')}`,
    ].join('\n'),
  );
  expect([...faults.values()]).toEqual([]);
  expect(logLines(world.stack).filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
  for (const [service, { cpuMs }] of holds) expect([service, cpuMs > LONGEST_HOLD_MS]).toEqual([service, false]);
});

test('the sign-in pages take anything that can be typed', async () => {
  for (const text of ['\0', 'a\0', '\ud800', '%', '__proto__', 'a'.repeat(20_000), '\u202e']) {
    const { action, visitor } = await signInForm();
    for (const field of ['username', 'password']) {
      const fields = { username: 'federica.neri', password: 'x', [field]: text };
      const body = Object.entries(fields)
        .map(([name, value]) => `${name}=${encoded(value)}`)
        .join('&');
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const { status } = await visitor.fetch(action, { method: 'POST', headers, body });
      expect([field, text.slice(0, 20), status < 500]).toEqual([field, text.slice(0, 20), true]);
    }
  }
});

/** Those who may ask a thing come to it more often than those who are sent away. */
const askersOf = (operation: Operation) => [...people, ...people.filter((who) => operation.roles.includes(roleOf(who)))];
const roleOf = (who: string) => ({ mayor: 'citizen', colleague: 'officer' })[who] ?? who;
const askerOf = (who: string) => (who === 'colleague' ? colleagues.visitor : world.as(who));
const enterAgain = (who: string) => (who === 'colleague' ? colleagues.enterAgain() : world.enterAgain(who));

function operationOf(path: string, method: string, { operationId, description, parameters = [], requestBody }: Json): Operation {
  const [content] = Object.entries(((requestBody as Json)?.['content'] as Record<string, Json>) ?? {});
  return {
    name: String(operationId ?? `${method} ${path}`),
    method: method.toUpperCase(),
    path: path.startsWith('/') && !/^\/(files|auth|status)\b/.test(path) ? `/api/v1${path}` : path,
    parameters: (parameters as Operation['parameters']).map((parameter) =>
      operationId === 'identity.suspend-officer' ? { ...parameter, schema: { enum: colleagues.ids } } : parameter,
    ),
    roles: String(description),
    ...(content && { body: { type: content[0], schema: (content[1]['schema'] as Json) ?? {} } }),
  };
}

/** Each operation by each kind of person as it should be asked, and each of its places twice with something hostile. */
function* eachPlace(): Generator<Shot> {
  let seed = SEED;
  const one = <T>(arbitrary: fc.Arbitrary<T>): T => {
    seed += 1;
    return fc.sample(arbitrary, { numRuns: 1, seed })[0] as T;
  };
  for (const operation of operations) {
    for (const who of people) yield one(shotAt(operation, who, undefined));
    const members = Object.keys((operation.body?.schema['properties'] as Json) ?? {});
    const places = [...operation.parameters.map(({ name }) => name), ...members.map((name) => `body:${name}`)];
    for (const place of [...places, ...places]) yield one(shotAt(operation, one(fc.constantFrom(...askersOf(operation))), place));
  }
  for (const shot of fc.sample(strayShot(), { numRuns: 100, seed: SEED })) yield shot;
  for (const end of ['token', 'auth', 'logout', 'userinfo', 'certs'])
    for (const grant of ['authorization_code', 'refresh_token', 'urn:sportello:laboratory', 'client_credentials'])
      for (const field of ['code', 'refresh_token', 'client_id', 'client_secret', 'username', 'redirect_uri', 'code_verifier']) {
        const fields = { grant_type: grant, client_id: 'laboratory', username: 'federica.neri', [field]: one(hostileText) };
        const body = Object.entries(fields)
          .map(([name, value]) => `${name}=${encoded(value)}`)
          .join('&');
        const path = `/realms/sportello/protocol/openid-connect/${end}`;
        yield { who: 'visitor', method: 'POST', path, type: 'application/x-www-form-urlencoded', body };
      }
  for (const path of ['///', '//[', '//a:b', '/%00', '/%', '/..%2f', '//', '/\\', '/en//', '/api/v1//', '/api/v1/forms/%00/validator.js'])
    for (const method of ['GET', 'HEAD', 'POST']) yield { who: 'visitor', method, path };
  yield { who: 'mayor', method: 'PUT', path: '/api/v1/account/contacts', type: 'application/json', body: `"${'a'.repeat(10_000_000)}"` };
}

const anyShot = (): fc.Arbitrary<Shot> =>
  fc.oneof(
    {
      arbitrary: fc.tuple(fc.constantFrom(...operations), fc.nat(), fc.nat({ max: 30 })).chain(([operation, asker, at]) => {
        const askers = askersOf(operation);
        const who = askers[asker % askers.length] ?? 'visitor';
        const names = [undefined, ...operation.parameters.map(({ name }) => name), ...(operation.body ? ['body', 'body', 'body:'] : [])];
        return shotAt(operation, who, names[at % names.length]);
      }),
      weight: 9,
    },
    { arbitrary: strayShot(), weight: 1 },
  );

/** @param where the parameter that is hostile, `body` for a place somewhere in it, `body:name` for a member, undefined for nothing */
function shotAt({ method, path, parameters, body }: Operation, who: string, where: string | undefined): fc.Arbitrary<Shot> {
  const values = parameters.map((it) => (it.name === where ? hostile : fitting(it.schema, components)));
  const content = body && /json/.test(body.type) ? fitting(body.schema, components) : hostileText;
  return fc.tuple(fc.tuple(...values), content, hostile, fc.nat({ max: 50 })).map(([given, whole, bad, at]) => {
    const named = Object.fromEntries(parameters.map(({ name }, index) => [name, given[index]]));
    const query = parameters.filter((it) => it.in === 'query' && (it.name === where || at % 3 !== 0));
    const address = path.replace(/\{(\w+)\}/g, (_match, name: string) => encoded(named[name]));
    const search = query.map(({ name }) => `${encoded(name)}=${encoded(named[name])}`).join('&');
    const [, member] = where?.split('body:') ?? [];
    const value =
      member !== undefined ? { ...(whole as object), [member]: bad } : where === 'body' ? spoilt(whole, at, bad) : (whole as unknown);
    const text = typeof value === 'string' && !/json/.test(body?.type ?? '') ? value : written(value);
    return { who, method, path: search ? `${address}?${search}` : address, ...(body && { type: body.type, body: text }) };
  });
}

const pieces = [
  '/',
  '//',
  '..',
  '.',
  '%',
  '%00',
  '%2f',
  '%5c',
  '\\',
  '[',
  ']',
  ':',
  '@',
  '?',
  '#',
  ';',
  'api',
  'v1',
  'files',
  'auth',
  'login',
  'realms',
];
const more = [
  'sportello',
  'protocol',
  'openid-connect',
  'token',
  'auth',
  'console',
  'en',
  'assets',
  'static',
  'portal',
  'status',
  'problems',
  'a:b',
];
/** Addresses that nobody ever wrote into a document. */
const strayShot = (): fc.Arbitrary<Shot> =>
  fc
    .tuple(
      fc.array(fc.oneof(fc.constantFrom(...pieces, ...more), hostileText.map(encoded)), { minLength: 1, maxLength: 8 }),
      fc.constantFrom('GET', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'),
      fc.constantFrom(...people),
      hostile,
    )
    .map(([parts, method, who, bad]) => ({
      who,
      method,
      path: `/${parts.join(parts.length % 2 ? '/' : '')}`.replace(/#/g, '%23'),
      ...(/P/.test(method) && { type: parts.length % 2 ? 'application/json' : 'application/x-www-form-urlencoded', body: written(bad) }),
    }));

async function fire(shot: Shot): Promise<void> {
  shots += 1;
  const visitor = askerOf(shot.who);
  const { status, text } = await send(shot, visitor);
  const key = status === 0 ? text : String(status);
  seen.set(key, (seen.get(key) ?? 0) + 1);
  if (status === 401 && visitor.session?.account) await enterAgain(shot.who);
  // A body that is too large may be refused before it was read, and the connection with it.
  const isCutOff = status === 0 && (shot.body?.length ?? 0) > 16_000;
  if ((status > 0 && status < 500) || isCutOff) return;
  const place = `${shot.who} ${shot.method} ${shot.path.replace(/\?.*/, '').slice(0, 80)} ${key}`;
  if (faults.size < 50 && !faults.has(place))
    faults.set(place, `${place}: ${shot.path.slice(0, 300)} ${shot.body?.slice(0, 300)} → ${text.slice(0, 300)}`);
}

/** The path goes out as it is written, which `fetch` would tidy up. Status 0: no answer came. */
function send({ method, path, type, body }: Shot, visitor: Visitor): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(world.baseUrl);
  const cookie = visitor.cookie('sportello');
  const headers = {
    ...(type && { 'content-type': type }),
    ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
    ...(cookie && { cookie: `sportello=${cookie}` }),
    ...(visitor.session?.csrfToken && { 'csrf-token': visitor.session.csrfToken }),
  };
  return new Promise((done) => {
    const request = plainRequest({ host: hostname, port, path: path.replace(/[^\x21-\x7e]/g, ''), method, headers }, (response) => {
      let text = '';
      response.on('data', (piece: Buffer) => {
        text += piece.toString();
        // What never ends is not waited for.
        if (response.headers['content-type'] === 'text/event-stream') response.destroy();
      });
      response.on('close', () => done({ status: response.statusCode ?? 0, text }));
      response.on('error', () => done({ status: response.statusCode ?? 0, text }));
    });
    request.setTimeout(60_000, () => request.destroy(new Error('no answer within a minute')));
    request.on('error', (error: Error & { code?: string }) => done({ status: 0, text: error.code ?? error.message }));
    request.end(body);
  });
}

async function signInForm(): Promise<{ action: string; visitor: Visitor }> {
  const visitor = new Visitor(world.baseUrl);
  let response = await visitor.fetch('/auth/login?returnTo=/');
  for (let steps = 0; response.status >= 300 && response.status < 400 && steps < 10; steps += 1)
    response = await visitor.fetch(response.headers.get('location') ?? '');
  const action = /<form[^>]+action="([^"]+)"/.exec(await response.text())?.[1]?.replaceAll('&amp;', '&');
  if (!action) throw new Error('there is no sign-in form');
  return { action: new URL(action, response.url).href, visitor };
}

const atOnce = (work: () => Promise<void>) => Promise.all(Array.from({ length: AT_ONCE }, work));

async function holdOf(service: (typeof services)[number], method: 'GET' | 'DELETE'): Promise<{ clockMs: number; cpuMs: number }> {
  const port = world.stack.environmentOf(service)['HEALTH_PORT'];
  return (await fetch(`http://127.0.0.1:${port}/event-loop`, { method })).json() as Promise<{ clockMs: number; cpuMs: number }>;
}
