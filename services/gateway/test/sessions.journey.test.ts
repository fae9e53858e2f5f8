import { createHash, randomUUID } from 'node:crypto';
import { request as plainRequest } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { putPerson } from '@sportello/contracts/identity/people';
import { service as installation } from '@sportello/messaging/actor';
import { Bus, connectBus } from '@sportello/messaging/bus';
import { onServices } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { Visitor } from '@sportello/testing/visitor';
import { offices, organizations, people, procedures, profiles } from '../../../deploy/world/ids.ts';
import { characters, registrationOf } from '../../../deploy/world/people.ts';
import { startGateway } from '../src/gateway.js';
import { withRedis } from './installation.js';
import { ask, openTestWorld, readProblem, type TestWorld, wholeForm } from './test-world.js';

let world: TestWorld;
let administrator: Visitor;
let mayor: Visitor;

beforeAll(async () => {
  world = await openTestWorld();
  administrator = await world.enter('moretti', 'officer');
  mayor = await enterAsMayor();
});
afterAll(() => world?.close());

const regional = [procedures.utentiServizi06, procedures.schoolVoucher, procedures.travelForCare];
const rightsOf = (id: string, role: 'officer' | 'manager', procedureIds: string[] = regional) => ({
  id,
  organizationId: organizations.piedmont,
  officeId: offices.education,
  role,
  subjects: onServices(...procedureIds),
});
/** As a page does that shows the officer as she is now. */
const give = async (id: string, role: 'officer' | 'manager', procedureIds?: string[]) => {
  const { items } = await administrator.ask('rpc.identity.list-officers.v1', { limit: 100 });
  const version = items.find((officer) => officer.id === id)?.version ?? 0;
  return administrator.ask('rpc.identity.put-officer.v1', { ...rightsOf(id, role, procedureIds), version });
};

async function bearing(name: string): Promise<Visitor> {
  const visitor = new Visitor(world.baseUrl);
  visitor.token = await world.tokenOf(name);
  return visitor;
}

const someJson = (body: object): RequestInit => ({
  method: 'PUT',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

async function enterAsMayor(): Promise<Visitor> {
  const visitor = await world.enter('federica.neri');
  await visitor.json('/api/v1/session/profile', someJson({ profileId: profiles.federicaAsMayor }));
  return visitor;
}

/** A request of the mayor that waits to be assigned. */
async function sent(): Promise<string> {
  const id = randomUUID();
  const draft = await mayor.ask('rpc.practices.open.v1', { id, procedureId: procedures.utentiServizi06, content: wholeForm });
  const { version } = await mayor.ask('rpc.practices.complete.v1', { id, version: draft.version });
  await mayor.ask('rpc.practices.submit.v1', { id, version });
  return id;
}

async function take(officer: Visitor, id: string): Promise<void> {
  const { version } = await officer.ask('rpc.practices.get.v1', { id });
  await officer.ask('rpc.practices.take.v1', { id, version });
}

const statusOf = async (visitor: Visitor, path: string, init?: RequestInit) => {
  const response = await visitor.fetch(path, init);
  await response.arrayBuffer();
  return response.status;
};

/** How often the identity service was asked to open a session, as it counts. */
async function openings(): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${world.stack.environmentOf('identity')['HEALTH_PORT']}/metrics`);
  const [, count] = /_count\{[^}]*"rpc\.identity\.open-session\.v1"[^}]*\} (\d+)/.exec(await response.text()) ?? [];
  return Number(count ?? 0);
}

/** An open page. `isOpen` turns false when its stream has ended. */
async function openPage(visitor: Visitor, baseUrl = world.baseUrl) {
  const page = { isOpen: true, told: '' };
  const cookie = `sportello=${visitor.cookie('sportello')}`;
  const response = await fetch(`${baseUrl}/api/v1/live`, { headers: { cookie } });
  expect(response.status).toBe(200);
  void (async () => {
    const decoder = new TextDecoder();
    for await (const piece of response.body ?? []) page.told += decoder.decode(piece, { stream: true });
    page.isOpen = false;
  })().catch(() => {
    page.isOpen = false;
  });
  return page;
}

test('a manager who is an officer without services now sees nothing more, in every sign-in of hers, and gives herself nothing back', async () => {
  const id = await sent();
  const ferrari = await world.enter('ferrari', 'officer');
  const token = await bearing('ferrari');
  // Given at once: what only a manager may is hers in the session that was open before.
  await give(people.ferrari, 'manager', []);
  for (const each of [ferrari, token]) expect(await statusOf(each, `/api/v1/practices/${id}`)).toBe(each === token ? 401 : 200);
  const managing = await bearing('ferrari');
  expect(await statusOf(managing, `/api/v1/practices/${id}`)).toBe(200);

  for (let round = 0; round < 5; round += 1) {
    await give(people.ferrari, 'officer', []);
    // Taken at once, in the request that follows the answer.
    const [read, queue, take, back, byToken] = await Promise.all([
      statusOf(ferrari, `/api/v1/practices/${id}`),
      ferrari.ask('rpc.practices.list-queue.v1', {}),
      statusOf(ferrari, `/api/v1/practices/${id}/assignment`, { method: 'PUT' }),
      statusOf(ferrari, `/api/v1/officers/${people.ferrari}`, someJson(rightsOf(people.ferrari, 'manager'))),
      statusOf(managing, `/api/v1/practices/${id}`),
    ]);
    expect({ read, queue: queue.items, back, byToken }).toEqual({ read: 404, queue: [], back: 403, byToken: 401 });
    expect(take).toBeGreaterThanOrEqual(400);
    await give(people.ferrari, 'manager', []);
    expect(await statusOf(ferrari, `/api/v1/practices/${id}`)).toBe(200);
  }
  await give(people.ferrari, 'officer');
});

test('D7: a service given to an officer, or taken from her, is so in her next request', async () => {
  const id = await sent();
  const ferrari = await world.enter('ferrari', 'officer');
  for (let round = 0; round < 10; round += 1) {
    await give(people.ferrari, 'officer', [procedures.travelForCare]);
    expect(await statusOf(ferrari, `/api/v1/practices/${id}`)).toBe(404);
    expect(await ferrari.ask('rpc.practices.list-queue.v1', {})).toMatchObject({ items: [] });
    await give(people.ferrari, 'officer');
    expect(await statusOf(ferrari, `/api/v1/practices/${id}`)).toBe(200);
    expect((await ferrari.ask('rpc.practices.list-queue.v1', {})).items).not.toEqual([]);
  }
});

test('a suspended officer is out at once, and what was in her charge is back in its queue with a line in its history', async () => {
  const id = await sent();
  const bianchi = await world.enter('bianchi', 'officer');
  await take(bianchi, id);
  const token = await bearing('bianchi');
  expect(await statusOf(token, `/api/v1/practices/${id}`)).toBe(200);
  const page = await openPage(bianchi);
  const manager = await world.enter('galli', 'officer');

  await manager.ask('rpc.identity.suspend-officer.v1', { id: people.bianchi });
  expect(await statusOf(bianchi, `/api/v1/practices/${id}`)).toBe(401);
  expect(await statusOf(token, `/api/v1/practices/${id}`)).toBe(401);
  const told = page.told;
  await mayor.ask('rpc.practices.send-message.v1', { id, messageId: randomUUID(), text: 'Buongiorno', attachmentIds: [] });
  await eventually(() => expect(page.isOpen).toBe(false));
  expect(page.told).toBe(told);
  await expect(world.enter('bianchi', 'officer')).rejects.toThrow();

  const practice = await eventually(async () => {
    const read = await manager.ask('rpc.practices.get.v1', { id });
    expect(read).toMatchObject({ status: 'submitted', officer: null });
    return read;
  });
  expect(practice.iter.at(-1)).toMatchObject({ move: 'give-back', from: 'under_review', to: 'submitted' });
  expect((await manager.ask('rpc.practices.list-queue.v1', { queue: 'waiting' })).items.map((row) => row.id)).toContain(id);

  await manager.ask('rpc.identity.reinstate-officer.v1', { id: people.bianchi });
  const again = await world.enter('bianchi', 'officer');
  await take(again, id);
  expect(await statusOf(token, `/api/v1/practices/${id}`)).toBe(200);
});

test('ADM-01: a citizen is invited, accepts, and is an officer then; the manager alone cannot make her one', async () => {
  const giulia = await world.enter('giulia');
  const manager = await world.enter('galli', 'officer');
  await expect(manager.ask('rpc.identity.put-officer.v1', { ...rightsOf(people.giulia, 'officer'), version: 0 })).resolves.toMatchObject({
    state: 'invited',
  });
  await expect(world.enter('giulia').then((visitor) => visitor.ask('rpc.practices.list-queue.v1', {}))).rejects.toMatchObject({
    status: 403,
  });
  const { account } = await giulia.readSession();
  expect(account?.invitation).toMatchObject({ role: 'officer', organizationName: 'Regione Piemonte' });
  await giulia.ask('rpc.identity.accept-invitation.v1', { version: account?.invitation?.version ?? 0 });
  const atWork = new Visitor(world.baseUrl);
  await atWork.signIn(...world.signInOf('giulia'), 'officer');
  await expect(atWork.ask('rpc.practices.list-queue.v1', {})).resolves.toHaveProperty('items');
  // What a manager gives is her own body's.
  const foreign = { ...rightsOf(people.giulia, 'officer', [procedures.certificates]), version: 2 };
  await expect(manager.ask('rpc.identity.put-officer.v1', foreign)).rejects.toMatchObject({ status: 422 });
  await manager.ask('rpc.identity.suspend-officer.v1', { id: people.giulia });
  expect(await statusOf(atWork, '/api/v1/queue')).toBe(401);
  // As herself she is still who she was.
  expect(await statusOf(giulia, '/api/v1/practices')).toBe(200);
});

test('what was taken is not given back by a Redis that has forgotten everything', async () => {
  const id = await sent();
  const token = await bearing('ferrari');
  expect(await statusOf(token, `/api/v1/practices/${id}`)).toBe(200);
  await give(people.ferrari, 'officer', []);
  await withRedis(world.stack.backing.redis.url, (redis) => redis.flushall());
  expect(await statusOf(token, `/api/v1/practices/${id}`)).toBe(404);
  administrator = await world.enter('moretti', 'officer');
  mayor = await enterAsMayor();
  await give(people.ferrari, 'officer');
});

test('another password ends what was signed in with the old one, before it is answered', async () => {
  const daniele = await world.enter('daniele');
  const token = await bearing('daniele');
  expect(await statusOf(token, '/api/v1/practices')).toBe(200);
  const { host, password } = new URL(world.stack.backing.nats.url);
  const tools = new Bus(
    await connectBus({ url: `nats://${host}`, user: 'tools', password: password || world.stack.secrets.natsPasswords.tools }),
  );
  const character = characters.find(({ id }) => id === people.daniele);
  if (!character) throw new Error('nobody has this id');
  const registration = registrationOf(character);
  const username = registration.credentials?.username ?? '';
  const changed = 'tutta un’altra password';
  await tools.call(putPerson, { ...registration, credentials: { username, password: changed } }, installation);
  expect(await statusOf(daniele, '/api/v1/practices')).toBe(401);
  expect(await statusOf(token, '/api/v1/practices')).toBe(401);
  // At the issuer too: coming back asks for the password.
  await expect(daniele.signIn(username, world.signInOf('daniele')[1])).rejects.toThrow();
  const again = new Visitor(world.baseUrl);
  await again.signIn(username.toUpperCase(), changed);
  expect(await statusOf(again, '/api/v1/practices')).toBe(200);
  await tools.nats.close();
});

test('IDE-60: after a sign-out nothing of the session comes back, whatever was under way', async () => {
  const under: ((visitor: Visitor) => Promise<unknown>)[] = [
    (visitor) => statusOf(visitor, '/api/v1/session/profile', someJson({ profileId: profiles.federicaAsCitizen })),
    (visitor) => statusOf(visitor, '/api/v1/session/profile', someJson({ profileId: profiles.federicaAsMayor })),
    (visitor) => statusOf(visitor, '/api/v1/session/extension', { method: 'POST' }),
    (visitor) => statusOf(visitor, '/api/v1/account'),
  ];
  for (let round = 0; round < 24; round += 1) {
    const visitor = new Visitor(world.baseUrl);
    await visitor.signIn(...world.signInOf('federica.neri'));
    const cookie = `sportello=${visitor.cookie('sportello')}`;
    const first = Math.floor(round / under.length) % under.length;
    const busy = [...under.slice(first), ...under.slice(0, first)].map((work) => work(visitor));
    // None, one, two or three of them have been answered by then.
    await Promise.all(busy.slice(0, round % under.length));
    expect(await statusOf(visitor, '/auth/logout', { method: 'POST', headers: { cookie } })).toBe(200);
    expect(await statusOf(visitor, '/api/v1/account', { headers: { cookie } })).toBe(401);
    await Promise.all(busy);
    expect(await statusOf(visitor, '/api/v1/account', { headers: { cookie } })).toBe(401);
    const key = `session:${createHash('sha256').update(cookie.slice('sportello='.length)).digest('base64url')}`;
    expect(await withRedis(world.stack.backing.redis.url, (redis) => redis.exists(key))).toBe(0);
  }
  mayor = await enterAsMayor();
});

test('an open page receives nothing more after the sign-out', async () => {
  const visitor = await enterAsMayor();
  const page = await openPage(visitor);
  const id = await sent();
  await eventually(() => expect(page.told).toContain(id));
  await visitor.fetch('/auth/logout', { method: 'POST' });
  await eventually(() => expect(page.isOpen).toBe(false));
  const told = page.told;
  await sent();
  expect(page.told).toBe(told);
});

test('a page that is open at another replica of the gateway ends with the sign-out, and with the suspension', async () => {
  const replica = await startGateway({ ...world.stack.environmentOf('gateway'), PORT: '0', HEALTH_PORT: '0' });
  const there = `http://127.0.0.1:${replica.port}`;
  try {
    const visitor = await enterAsMayor();
    const page = await openPage(visitor, there);
    await visitor.fetch('/auth/logout', { method: 'POST' });
    await eventually(() => expect(page.isOpen).toBe(false));

    const ferrari = await world.enter('ferrari', 'officer');
    const work = await openPage(ferrari, there);
    await administrator.ask('rpc.identity.suspend-officer.v1', { id: people.ferrari });
    await eventually(() => expect(work.isOpen).toBe(false));
    await administrator.ask('rpc.identity.reinstate-officer.v1', { id: people.ferrari });
  } finally {
    await replica.stop();
  }
});

test('a second sign-in in the same browser ends the first', async () => {
  const visitor = await world.enter('giulia');
  const first = { cookie: `sportello=${visitor.cookie('sportello')}` };
  // The issuer still knows her, and shows no form.
  await visitor.signIn(...world.signInOf('giulia')).catch(() => undefined);
  expect(visitor.cookie('sportello')).not.toBe(first.cookie.slice('sportello='.length));
  expect(await statusOf(visitor, '/api/v1/practices')).toBe(200);
  expect(await statusOf(visitor, '/api/v1/practices', { headers: first })).toBe(401);
});

test('bytes that are still on their way when the person signs out are not taken', async () => {
  const visitor = await enterAsMayor();
  const id = await sent();
  const { hostname, port } = new URL(world.baseUrl);
  const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
  const path = `/api/v1/practices/${id}/attachments/${randomUUID()}?purpose=message&name=a.pdf`;
  const headers = {
    cookie: `sportello=${visitor.cookie('sportello')}`,
    'csrf-token': visitor.session?.csrfToken ?? '',
    'content-type': 'application/pdf',
    'content-length': pdf.length,
  };
  const upload = plainRequest({ host: hostname, port, path, method: 'PUT', headers });
  const status = new Promise<number>((done, fail) => {
    upload.once('response', (response) => {
      response.resume();
      done(response.statusCode ?? 0);
    });
    upload.once('error', fail);
  });
  upload.write(pdf.subarray(0, 20));
  await eventually(async () => {
    const rows = await ask(world.stack, 'practices', `select 1 from uploads where subject_id = '${id}'`);
    expect(rows).toHaveLength(1);
  });
  await visitor.fetch('/auth/logout', { method: 'POST' });
  upload.end(pdf.subarray(20));
  expect(await status).toBe(401);
  expect(await ask(world.stack, 'practices', `select 1 from attachments where subject_id = '${id}'`)).toEqual([]);
});

test('IDE-19: a page that shows one profile does nothing as another: every command is refused with words', async () => {
  const visitor = await world.enter('federica.neri');
  await visitor.fetch('/api/v1/session/profile', someJson({ profileId: profiles.federicaAsMayor }));
  const id = randomUUID();
  const asCitizen = { 'acting-profile': profiles.federicaAsCitizen };
  const draft = someJson({ procedureId: procedures.certificates, content: {} });
  const commands: [string, RequestInit][] = [
    [`/api/v1/practices/${id}`, draft],
    [`/api/v1/practices/${id}/attachments/${randomUUID()}?purpose=message&name=a.pdf`, { method: 'PUT', body: '%PDF-1.4' }],
    ['/api/v1/account/picture', { method: 'PUT', body: 'x' }],
    ['/api/v1/account/picture', { method: 'DELETE' }],
    ['/api/v1/practices', {}],
  ];
  for (const [path, init] of commands) {
    const response = await visitor.fetch(path, { ...init, headers: { ...init.headers, ...asCitizen } });
    await expect(readProblem(response)).resolves.toMatchObject({
      status: 409,
      type: '/problems/other-profile',
      detail: expect.stringContaining('Sindaco o legale rappresentante'),
    });
  }
  expect(await ask(world.stack, 'practices', `select 1 from practices where id = '${id}'`)).toEqual([]);
  // The page may always go back to its own profile, and then does what it was to do.
  await visitor.json('/api/v1/session/profile', {
    ...someJson({ profileId: profiles.federicaAsCitizen }),
    headers: { 'content-type': 'application/json', ...asCitizen },
  });
  const response = await visitor.fetch(`/api/v1/practices/${id}`, {
    ...draft,
    headers: { 'content-type': 'application/json', ...asCitizen },
  });
  expect(response.status).toBe(200);
  const rows = await ask(world.stack, 'practices', `select profile_id from practices where id = '${id}'`);
  expect(rows).toEqual([{ profile_id: profiles.federicaAsCitizen }]);
});

test('IDE-19: two browsers of one person each keep their own profile', async () => {
  const one = await world.enter('federica.neri');
  const other = await world.enter('federica.neri');
  await one.fetch('/api/v1/session/profile', someJson({ profileId: profiles.federicaAsCitizen }));
  await other.fetch('/api/v1/session/profile', someJson({ profileId: profiles.federicaAsMayor }));
  expect(await one.readSession()).toMatchObject({
    actingAs: profiles.federicaAsCitizen,
    account: { activeProfileId: profiles.federicaAsCitizen },
  });
  expect(await other.readSession()).toMatchObject({ actingAs: profiles.federicaAsMayor });
});

test('IDE-20: the token of somebody who has not accepted the policy is one sign-in, however often it is shown', async () => {
  const maria = await bearing('maria');
  const before = await ask(world.stack, 'identity', 'select count(*)::int as count from authentications');
  for (let round = 0; round < 5; round += 1) {
    const statuses = await Promise.all(Array.from({ length: 10 }, () => statusOf(maria, '/api/v1/practices')));
    expect(statuses).toEqual(Array.from({ length: 10 }, () => 403));
  }
  const after = await ask(world.stack, 'identity', 'select count(*)::int as count from authentications');
  expect(Number(after[0]?.['count'])).toBe(Number(before[0]?.['count']) + 1);
  // Accepted, it opens everything at once.
  const { version } = await maria.ask('rpc.identity.get-policy.v1', {});
  await maria.ask('rpc.identity.accept-policy.v1', { version });
  expect(await statusOf(maria, '/api/v1/practices')).toBe(200);
});

test('of many who come at once with one token the identity service is asked once', async () => {
  const token = await bearing('giulia');
  const before = await openings();
  const statuses = await Promise.all(Array.from({ length: 30 }, () => statusOf(token, '/api/v1/session')));
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(await openings()).toBe(before + 1);
});

test('IDE-53: sign-ins, failed ones and changed rights can be read by the manager, with their address', async () => {
  const wrong = new Visitor(world.baseUrl);
  await expect(wrong.signIn(world.signInOf('ferrari')[0], 'not her password', 'officer')).rejects.toThrow();
  const manager = await world.enter('galli', 'officer');
  const { items } = await manager.ask('rpc.identity.list-security-events.v1', { limit: 100 });
  for (const kind of ['signed-in', 'sign-in-failed', 'officer-suspended', 'officer-reinstated', 'officer-invited', 'rights-changed'])
    expect(items.find((item) => item.kind === kind)).toMatchObject({ address: expect.stringMatching(/127\.0\.0\.1|::1/) });
  const ferrari = await world.enter('ferrari', 'officer');
  await expect(ferrari.ask('rpc.identity.list-security-events.v1', {})).rejects.toMatchObject({ status: 403 });
});

test('IDE-20: a policy that comes into force asks everybody who is signed in, and every token', async () => {
  const giulia = await world.enter('giulia');
  const token = await bearing('giulia');
  expect(await statusOf(giulia, '/api/v1/practices')).toBe(200);
  expect(await statusOf(token, '/api/v1/practices')).toBe(200);
  await ask(
    world.stack,
    'identity',
    "insert into policies (version, published_at, title, body) select 'newer', now(), title, body from policies limit 1",
  );
  for (const each of [giulia, token]) await eventually(async () => expect(await statusOf(each, '/api/v1/practices')).toBe(403));
});
