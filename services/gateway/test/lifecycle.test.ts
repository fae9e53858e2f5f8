import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@sportello/testing/servers';
import { type GatewayUnderTest, startGatewayAlone, Wire } from './start-gateway.js';

const MOST = 30;
let gateway: GatewayUnderTest;
const wires: Wire[] = [];

beforeAll(async () => {
  gateway = await startGatewayAlone({
    ARRIVAL_SECONDS: '1',
    MAX_IN_FLIGHT: String(MOST),
    LIVE_STREAMS: '60',
    LIVE_STREAMS_PER_PERSON: '40',
    RATE_LIMIT: '10000',
  });
  const allowed = { maxBytes: 50_000_000, allowedTypes: ['application/pdf'] };
  await gateway.answer('rpc.practices.prepare-upload.v1', () => ({ key: `practices/${randomUUID()}`, ...allowed }));
  await gateway.answer('rpc.practices.confirm-upload.v1', {
    id: '0192f0c1-0000-7000-8000-000000000002',
    purpose: 'form',
    fieldKey: 'one',
    name: 'a.pdf',
    type: 'application/pdf',
    sizeBytes: 9,
    sha256: 'a'.repeat(64),
    addedAt: '2026-03-02T09:30:00.000Z',
  });
});

afterAll(async () => {
  for (const { socket } of wires) socket.destroy();
  await gateway?.stop();
});

function wire(): Wire {
  const made = new Wire(gateway.baseUrl);
  wires.push(made);
  return made;
}

const json = (length: number) => ({ 'content-type': 'application/json', 'content-length': String(length) });
const home = () => fetch(gateway.baseUrl).then(({ status }) => status);
const upload = '/api/v1/practices/0192f0c1-0000-7000-8000-000000000001/attachments/0192f0c1-0000-7000-8000-000000000002';
const file = `PUT ${upload}?purpose=form&field=one&name=a.pdf`;

/** A text that never ends: a regular expression looks for its end from every quote again. */
const escapes = (length: number) => `"${'\\"'.repeat(length / 2)}`;

test('who may not speak is refused before anything is read, at every door', async () => {
  const { cookie } = await gateway.enter();
  const doors: [string, Record<string, string>, number][] = [
    ['POST /api/v1/submissions', json(1_000), 401],
    [file, { 'content-type': 'application/pdf', 'content-length': '1000' }, 401],
    ['PUT /api/v1/account/picture', { 'transfer-encoding': 'chunked' }, 401],
    ['PUT /api/v1/session/profile', json(1_000), 401],
    ['POST /auth/logout', json(1_000), 401],
    ['POST /api/v1/submissions', { ...json(1_000), authorization: 'Bearer a.b.c' }, 401],
    // A session, but not our page.
    ['POST /api/v1/submissions', { ...json(1_000), cookie }, 403],
    ['POST /api/v1/nothing/of/ours', json(1_000), 404],
    ['POST /elsewhere', json(1_000), 404],
  ];
  for (const [line, headers, status] of doors) {
    const one = wire();
    one.ask(line, headers);
    one.say(headers['transfer-encoding'] ? '6\r\n{"ids"\r\n' : '{"ids"');
    await eventually(() => expect({ line, statuses: one.statuses }).toEqual({ line, statuses: [status] }));
    await one.closed;
    expect(one.received).toMatch(/connection: close/i);
  }
});

test('a body that comes with a question is not read, and changes nothing of the answer', async () => {
  const { cookie } = await gateway.enter();
  await gateway.answer('rpc.practices.list-procedures.v1', { items: [], next: null });
  for (const [line, headers, status] of [
    ['GET /', {}, 200],
    ['HEAD /', {}, 200],
    ['GET /status', {}, 503],
    ['GET /robots.txt', {}, 200],
    ['GET /problems/not-found', {}, 200],
    ['GET /api/v1/openapi.json', {}, 200],
    ['GET /api/v1/session', {}, 200],
    ['GET /api/v1/procedures', {}, 200],
    ['GET /api/v1/practices', {}, 401],
    ['GET /api/v1/live', {}, 401],
    ['GET /', { cookie }, 200],
    ['GET /nowhere', {}, 404],
  ] as [string, Record<string, string>, number][]) {
    const one = wire();
    one.ask(line, { ...json(1_000), ...headers });
    one.say('{"ids"');
    await eventually(() => expect({ line, statuses: one.statuses }).toEqual({ line, statuses: [status] }));
    await one.closed;
  }
});

test('a person whose role has no business at a door is refused before her body is read', async () => {
  const { cookie, csrfToken } = await gateway.enter();
  const one = wire();
  one.ask('PUT /api/v1/organizations/0192f0c1-0000-7000-8000-000000000003', { ...json(100_000), cookie, 'csrf-token': csrfToken });
  await eventually(() => expect(one.statuses).toEqual([403]));
  expect(one.received).toContain('/problems/forbidden');
});

test('a body of quotes and backslashes is read no slower than any other of its length', async () => {
  const { cookie, csrfToken } = await gateway.enter();
  const headers = { 'content-type': 'application/json', cookie, 'csrf-token': csrfToken };
  const anonymous = { 'content-type': 'application/json' };
  /** For how long the event loop was held at most, in milliseconds of the processor. */
  const holdOf = async (body: string) => {
    await fetch(`${gateway.healthUrl}/event-loop`, { method: 'DELETE' });
    const send = (heads: Record<string, string>) =>
      fetch(`${gateway.baseUrl}/api/v1/submissions`, { method: 'POST', headers: heads, body });
    expect((await send(anonymous)).status).toBe(401);
    expect((await send(headers)).status).toBe(400);
    return ((await (await fetch(`${gateway.healthUrl}/event-loop`)).json()) as { cpuMs: number }).cpuMs;
  };
  const length = 1_000_000;
  const usual = await holdOf(`"${'a'.repeat(length)}`);
  // Where each quote begins a search to the end it takes some hundred thousand times as long.
  expect(await holdOf(escapes(length))).toBeLessThan(100 * (usual + 1));
});

test('a door that is open to everybody takes sixteen kilobytes and no more', async () => {
  const form = (length: number): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `logout_token=${'a'.repeat(length)}`,
  });
  const door = `${gateway.baseUrl}/auth/backchannel-logout`;
  expect((await fetch(door, form(1_000))).status).toBe(400);
  expect((await fetch(door, form(20_000))).status).toBe(413);
});

test('a body that is cut short leaves no connection that answers nothing', async () => {
  const { cookie, csrfToken } = await gateway.enter();
  const signedIn = { cookie, 'csrf-token': csrfToken };
  const ways: [string, Record<string, string>, number][] = [
    ['POST /auth/backchannel-logout', { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '2000000' }, 413],
    ['POST /auth/backchannel-logout', { 'content-type': 'application/x-www-form-urlencoded', 'transfer-encoding': 'chunked' }, 413],
    ['POST /api/v1/submissions', { ...json(2_000_000), ...signedIn }, 413],
    ['POST /api/v1/submissions', { 'content-type': 'application/json', 'transfer-encoding': 'chunked', ...signedIn }, 413],
  ];
  for (const [line, headers, status] of ways) {
    const one = wire();
    one.ask(line, headers);
    const piece = 'a'.repeat(100_000);
    for (let sent = 0; sent < 2_000_000; sent += piece.length)
      one.say(headers['transfer-encoding'] ? `${piece.length.toString(16)}\r\n${piece}\r\n` : piece);
    // What a client does that keeps its connections: it asks the next thing on the same one, and is told or sees it closed.
    one.ask('GET /');
    await one.closed;
    expect({ line, statuses: one.statuses }).toEqual({ line, statuses: [status] });
  }
});

test('a body that does not come in time is given up, and its sender is told', async () => {
  const { cookie, csrfToken } = await gateway.enter();
  const one = wire();
  one.ask('POST /api/v1/submissions', { ...json(1_000), cookie, 'csrf-token': csrfToken });
  one.say('{"ids": ');
  const form = wire();
  form.ask('POST /auth/backchannel-logout', { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '1000' });
  const slowFile = wire();
  slowFile.ask(file, { 'content-type': 'application/pdf', 'content-length': '100000', cookie, 'csrf-token': csrfToken });
  slowFile.say('%PDF-1.7 ');
  const half = wire();
  half.say('GET / HTTP/1.1\r\nhost: loc');
  for (const each of [one, form, slowFile, half]) {
    await each.closed;
    expect(each.statuses).toEqual([408]);
    expect(each.received).toContain('/problems/too-slow');
  }
});

test('files that are refused, however many, keep nobody from sending the next', async () => {
  const { cookie, csrfToken } = await gateway.enter();
  const headers = { 'content-type': 'application/pdf', cookie, 'csrf-token': csrfToken };
  const send = (address: string) =>
    fetch(gateway.baseUrl + address, { method: 'PUT', headers, body: '%PDF-1.7 ' }).then(({ status }) => status);
  // Nobody reads their bytes: there is nothing that they could be for.
  const unwanted = '/api/v1/practices/0192f0c1-0000-7000-8000-000000000001/messages/0192f0c1-0000-7000-8000-000000000003';
  for (let count = 0; count < 25; count += 1) expect(await send(unwanted)).toBe(415);
  expect(await send(file.slice('PUT '.length))).toBe(200);
});

test('a file that comes at a sound rate may take longer than the time in which other bodies must have come', async () => {
  const { cookie, csrfToken } = await gateway.enter();
  const one = wire();
  one.ask(file, { 'content-type': 'application/pdf', 'transfer-encoding': 'chunked', cookie, 'csrf-token': csrfToken });
  const send = (text: string) => one.say(`${text.length.toString(16)}\r\n${text}\r\n`);
  send('%PDF-1.7 ');
  // What began together with it, and after that, and did not go on, has been given up meanwhile.
  for (const _time of ['first', 'second']) {
    const silent = wire();
    silent.ask('POST /auth/backchannel-logout', { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '1000' });
    while (!silent.statuses.includes(408)) {
      send(' '.repeat(8_192));
      await home();
    }
  }
  expect(one.statuses).toEqual([]);
  one.say('0\r\n\r\n');
  await eventually(() => expect(one.statuses).toEqual([200]));
});

test('whoever asks before sending a body is told whether it is wanted, before any of it is sent', async () => {
  const { cookie, csrfToken } = await gateway.enter();
  const signedIn = { cookie, 'csrf-token': csrfToken };
  const waits = { expect: '100-continue' };
  const pdf = { 'content-type': 'application/pdf', 'content-length': '9', ...waits };
  const refused: [string, Record<string, string>, number][] = [
    [file, pdf, 401],
    // Nobody is there who could say that she may.
    ['PUT /api/v1/account/picture', { ...pdf, ...signedIn }, 503],
    ['POST /api/v1/submissions', { ...json(2_000_000), ...signedIn, ...waits }, 413],
    ['POST /elsewhere', { ...json(9), ...waits }, 404],
  ];
  for (const [line, headers, status] of refused) {
    const one = wire();
    one.ask(line, headers);
    await one.closed;
    expect({ line, statuses: one.statuses }).toEqual({ line, statuses: [status] });
  }
  const allowed: [string, Record<string, string>, string, number][] = [
    [file, { ...pdf, ...signedIn }, '%PDF-1.7 ', 200],
    ['POST /api/v1/submissions', { ...json(9), ...signedIn, ...waits }, '{"items":', 400],
    [
      'POST /auth/backchannel-logout',
      { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '9', ...waits },
      'a=b&c=d&e',
      400,
    ],
  ];
  for (const [line, headers, body, status] of allowed) {
    const one = wire();
    one.ask(line, headers);
    await eventually(() => expect({ line, statuses: one.statuses }).toEqual({ line, statuses: [100] }));
    one.say(body);
    await eventually(() => expect({ line, statuses: one.statuses }).toEqual({ line, statuses: [100, status] }));
  }
});

test('forty connections whose bodies do not come keep nobody else waiting', async () => {
  const { cookie, csrfToken } = await gateway.enter();
  const kinds: [string, Record<string, string>][] = [
    ['POST /api/v1/submissions', { ...json(1_000), cookie, 'csrf-token': csrfToken }],
    [file, { 'content-type': 'application/pdf', 'content-length': '1000', cookie, 'csrf-token': csrfToken }],
    ['POST /auth/backchannel-logout', { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '1000' }],
  ];
  for (const [line, headers] of kinds) {
    const slow = Array.from({ length: MOST + 10 }, wire);
    for (const each of slow) each.ask(line, headers);
    for (const each of slow) each.say('{');
    expect(await home()).toBe(200);
    // Each of them has its end.
    await Promise.all(slow.map((each) => each.closed));
  }
});

test('forty connections that do not read their answers keep nobody else waiting', async () => {
  const deaf = Array.from({ length: MOST + 10 }, wire);
  for (const each of deaf) {
    each.ask('GET /static/large.txt');
    each.socket.pause();
  }
  expect(await home()).toBe(200);
  for (const each of deaf) each.socket.destroy();
});

test('forty open pages are no requests: everybody else is served', async () => {
  // One after the other: while one is being let in it is a request like others.
  const streams: Wire[] = [];
  for (let count = 0; count < MOST + 10; count += 1) streams.push(await openPage());
  expect(await home()).toBe(200);
  expect(streams.map(({ statuses }) => statuses)).toEqual(streams.map(() => [200]));
  for (const { socket } of streams) socket.destroy();
});

test('the oldest open page of a person gives way to her next, and is told so', async () => {
  const { cookie } = await gateway.enter();
  const other = await openPage();
  const pages: Wire[] = [];
  for (let count = 0; count < 41; count += 1) pages.push(await openPage(cookie));
  const [oldest, ...rest] = pages as [Wire, ...Wire[]];
  await eventually(() => expect(oldest.received).toContain('event: replaced'));
  for (const each of [other, ...rest]) expect(each.received).not.toContain('replaced');
  for (const { socket } of [other, ...pages]) socket.destroy();
});

test('the oldest open page of all gives way when there are too many', async () => {
  const pages: Wire[] = [];
  for (let count = 0; count < 61; count += 1) pages.push(await openPage());
  await eventually(() => expect(pages[0]?.received).toContain('event: replaced'));
  expect(pages.slice(1).filter(({ received }) => received.includes('replaced'))).toEqual([]);
  for (const { socket } of pages) socket.destroy();
});

async function openPage(cookie?: string): Promise<Wire> {
  const one = wire();
  one.ask('GET /api/v1/live', { cookie: cookie ?? (await gateway.enter()).cookie });
  await eventually(() => expect(one.received).toContain('retry:'));
  return one;
}

test('answers that fail leave nothing behind on a kept connection', async () => {
  const warnings: string[] = [];
  const note = ({ name }: Error) => void warnings.push(name);
  process.on('warning', note);
  const one = wire();
  // Nobody answers for practices here: each of these is 503.
  for (let count = 1; count <= 15; count += 1) {
    one.ask('GET /api/v1/mark-keys');
    await eventually(() => expect(one.statuses).toHaveLength(count));
  }
  expect(new Set(one.statuses)).toEqual(new Set([503]));
  process.off('warning', note);
  expect(warnings.filter((name) => name === 'MaxListenersExceededWarning')).toEqual([]);
});
