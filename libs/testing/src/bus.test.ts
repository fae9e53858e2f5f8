import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { Controller, Injectable, Logger } from '@nestjs/common';
import type { Input, Output, Payload } from '@sportello/contracts/contract';
import { listUnsentMails, retryMail, retryMails } from '@sportello/contracts/notifications/mails';
import { listNotices, noticeNotFound, readNotice, readNotices } from '@sportello/contracts/notifications/notices';
import { messageSent, practiceApproved, practiceSubmitted, receiptIssued } from '@sportello/contracts/practices/events';
import { timeout, unavailable, unexpected } from '@sportello/contracts/problems';
import { consumerOf, topology } from '@sportello/contracts/topology';
import { Bus, connectBus } from '@sportello/messaging/bus';
import { currentContext, within } from '@sportello/messaging/context';
import { On, OutboxRow, outboxRow, publish } from '@sportello/messaging/events';
import { DeadLetter, dropParked, listParked, retryParked } from '@sportello/messaging/parked';
import { PeakLoad } from '@sportello/messaging/peak-load';
import { Problem } from '@sportello/messaging/problem';
import { ensureStream, Relay, replay, STREAM } from '@sportello/messaging/relay';
import { Handles } from '@sportello/messaging/rpc';
import { subscribe } from '@sportello/messaging/subscriptions';
import { CommonConfig } from '@sportello/service/config';
import { dataSource } from '@sportello/service/database';
import type { ServiceDefinition } from '@sportello/service/definition';
import { type RunningService, run } from '@sportello/service/start';
import type { DataSource, EntityManager } from 'typeorm';
import { bianchi, giulia } from './people.js';
import { createDatabase, eventually, given, type NatsServer, startNats } from './servers.js';

const received: string[] = [];
/** What a handler consumes that builds a copy. */
const copied: string[] = [];
let failures = 0;
let failure: Error & { code?: string } = new Error('not yet');

@Controller()
class Doors {
  private held: (() => void)[] = [];

  /** Lets those answer that were told that nobody waits for them. @returns how many there were */
  release(): number {
    const held = this.held.splice(0);
    for (const answer of held) answer();
    return held.length;
  }

  @Handles(listNotices)
  async list({ limit }: Input<typeof listNotices>): Promise<Output<typeof listNotices>> {
    if (limit === 13) throw new Error('a fault with the name Federica Neri in it');
    if (limit === 14) {
      const signal = currentContext()?.signal;
      await new Promise((done) => signal?.addEventListener('abort', done, { once: true }));
      // An answer at the last moment would be one in time.
      await new Promise<void>((answer) => this.held.push(answer));
    }
    const secret = { unread: limit, unreadPages: [], items: [], next: null, inner: 'stays here' };
    return secret;
  }

  @Handles(readNotice)
  read(): Promise<Output<typeof readNotice>> {
    return Promise.reject(new Problem(noticeNotFound));
  }

  @Handles(readNotices)
  readAll(): Promise<Output<typeof readNotices>> {
    return Promise.resolve({ read: 0 });
  }
}

/** What notifications answer besides, and nobody asks here. */
@Controller()
class Unasked {
  @Handles(listUnsentMails)
  list(): Promise<Output<typeof listUnsentMails>> {
    return Promise.reject(new Error('unasked'));
  }

  @Handles(retryMail)
  retry(): Promise<Output<typeof retryMail>> {
    return Promise.reject(new Error('unasked'));
  }

  @Handles(retryMails)
  retryAll(): Promise<Output<typeof retryMails>> {
    return Promise.reject(new Error('unasked'));
  }
}

@Injectable()
class Ears {
  @On(practiceSubmitted, { from: 'now' })
  async submitted({ practiceId }: Payload<typeof practiceSubmitted>, tx: EntityManager) {
    await tx.query('insert into effects (id) values ($1)', [practiceId]);
    if (failures-- > 0) throw failure;
    received.push(practiceId);
  }

  @On(receiptIssued, { from: 'beginning' })
  async issued({ practiceId }: Payload<typeof receiptIssued>) {
    await Promise.resolve();
    copied.push(practiceId);
  }
}

const ofToday = topology.notifications.consumes;

const definition: ServiceDefinition = {
  name: 'notifications',
  config: CommonConfig,
  entities: [],
  migrations: [],
  controllers: [Doors, Unasked],
  providers: [Ears],
  states: [],
};

let nats: NatsServer;
let publisherNats: NatsConnection;
let publisher: DataSource;
let relay: Relay;
let service: RunningService;
let tools: Bus;
const drops: (() => Promise<void>)[] = [];
/** Of a practice whose events are in the stream before anybody consumes them. */
const beforeItWasThere = randomUUID();

const emptyDatabase = async (name: string) => {
  const { url, drop } = await createDatabase();
  drops.push(drop);
  const db = await dataSource(name, { DATABASE_URL: url, DATABASE_POOL: 4 }, [], []).initialize();
  await db.runMigrations();
  await db.query('create table effects (id uuid)');
  return { db, url };
};

beforeAll(async () => {
  // Whatever the services receive of each other today: this one consumes two events of another.
  Object.assign(topology.notifications, { consumes: [practiceSubmitted, receiptIssued] });
  nats = await startNats({ isNew: true });
  const { db, url } = await emptyDatabase('notifications');
  await db.destroy();
  const environment = {
    NATS_URL: nats.url,
    NATS_USER: 'notifications',
    NATS_PASSWORD: nats.passwords.notifications,
    REDIS_URL: given('TEST_REDIS_URL'),
    NODE_ENV: 'test',
    LABORATORY: 'true',
    PUBLIC_URL: 'http://localhost:3000',
    DATABASE_URL: url,
    LOG_LEVEL: 'silent',
  };
  publisher = (await emptyDatabase('practices')).db;
  publisherNats = await connectBus({ url: nats.url, user: 'practices', password: nats.passwords.practices });
  relay = new Relay('practices', publisher, publisherNats, 1, new PeakLoad());
  relay.start();
  for (const event of [practiceSubmitted, receiptIssued]) await publisher.transaction((tx) => publish(tx, event, fact(beforeItWasThere)));
  await eventually(async () => expect(await publisher.query('select 1 from outbox where published_at is null')).toEqual([]));
  service = await run(definition, environment, { tries: 2 });
  tools = new Bus(await connectBus({ url: nats.url, user: 'tools', password: nats.passwords.tools }));
});

beforeEach(() => {
  received.length = 0;
  failures = 0;
  failure = new Error('not yet');
});

afterEach(async () => {
  await service.db.query('truncate dead_letters');
});

afterAll(async () => {
  await service?.stop();
  await relay?.stop();
  await publisherNats?.close();
  await tools?.nats.close();
  await publisher?.destroy();
  for (const drop of drops) await drop();
  await nats?.stop();
  Object.assign(topology.notifications, { consumes: ofToday });
});

const fact = (practiceId: string) => ({
  practiceId,
  organizationId: randomUUID(),
  procedureId: randomUUID(),
  applicantId: randomUUID(),
  status: 'submitted' as const,
  version: 1,
  at: new Date(),
});
const tell = async () => {
  const id = randomUUID();
  await publisher.transaction((tx) => publish(tx, practiceSubmitted, fact(id)));
  return id;
};
const effects = async (id: string) => (await service.db.query('select 1 from effects where id = $1', [id])).length;

test('an answer is cut to its contract and comes back typed', async () => {
  await expect(tools.call(listNotices, { limit: 3 }, giulia)).resolves.toEqual({ unread: 3, unreadPages: [], items: [], next: null });
});

test('a problem comes back with its status, in the language of the person', async () => {
  const asked = { id: randomUUID() };
  await expect(tools.call(readNotice, asked, giulia)).rejects.toMatchObject({ received: { status: 404, title: noticeNotFound.title.it } });
  await expect(tools.call(readNotice, asked, { ...giulia, language: 'en' })).rejects.toMatchObject({
    received: { title: noticeNotFound.title.en },
  });
});

test('what does not fit the contract is refused with a pointer, and nothing else is said of a fault', async () => {
  await expect(tools.call(readNotice, { id: 'x' }, giulia)).rejects.toMatchObject({
    received: { status: 422, errors: [{ pointer: '/id' }] },
  });
  await expect(tools.call(readNotice, { id: 'a\u0000b' }, giulia)).rejects.toMatchObject({ received: { status: 422 } });
  const unknown = { limit: 1, other: true };
  await expect(tools.call(listNotices, unknown, giulia)).rejects.toMatchObject({ received: { status: 422 } });
  const fault = await tools.call(listNotices, { limit: 13 }, giulia).catch((error: unknown) => error);
  expect(JSON.stringify(fault)).not.toContain('Federica');
  expect(fault).toMatchObject({ received: { type: unexpected.type, instance: expect.stringMatching(/^[0-9a-f]{32}$/) } });
});

test('a permission that the role does not hold is refused', async () => {
  await expect(tools.call(listNotices, {}, { ...giulia, roles: ['visitor'] })).rejects.toMatchObject({ received: { status: 403 } });
  await expect(tools.call(listNotices, {}, bianchi)).resolves.toMatchObject({ items: [] });
});

test('what a person only sees as 503 or 504 is in the log, with the subject and how long it was waited for', async () => {
  const lines: Record<string, unknown>[] = [];
  Logger.overrideLogger({ log: () => undefined, error: () => undefined, warn: (line: Record<string, unknown>) => void lines.push(line) });
  const late = within({ traceparent: 'x', deadline: Date.now() + 2_000 }, () => tools.call(listNotices, { limit: 14 }, giulia));
  await expect(late).rejects.toMatchObject({ problem: timeout });
  await eventually(() => expect(service.get(Doors).release()).toBe(1));
  const absent = tools.call({ ...listNotices, subject: 'rpc.identity.get-account.v1' }, {}, giulia);
  await expect(absent).rejects.toMatchObject({ problem: unavailable });
  Logger.overrideLogger(false);
  expect(lines).toContainEqual(expect.objectContaining({ subject: listNotices.subject, problem: 'timeout', waitedMs: expect.any(Number) }));
  expect(lines).toContainEqual(expect.objectContaining({ subject: 'rpc.identity.get-account.v1', problem: 'unavailable' }));
});

test('nobody there is told at once, a late answer in time, and the service learns that nobody waits', async () => {
  const identityIsDown = tools.call({ ...listNotices, subject: 'rpc.identity.get-account.v1' }, {}, giulia);
  await expect(identityIsDown).rejects.toMatchObject({ problem: unavailable });
  const late = within({ traceparent: 'x', deadline: Date.now() + 2_000 }, () => tools.call(listNotices, { limit: 14 }, giulia));
  await expect(late).rejects.toMatchObject({ problem: timeout });
  await eventually(() => expect(service.get(Doors).release()).toBe(1));
});

test('a new handler of news consumes nothing of what was before it, and one that builds a copy consumes everything', async () => {
  await eventually(() => expect(copied).toEqual([beforeItWasThere]));
  const id = await tell();
  await eventually(() => expect(received).toEqual([id]));
});

test('what was before it stays unheard when everything is told again', async () => {
  await publisher.query(`update outbox set id = gen_random_uuid(), published_at = null`);
  const id = await tell();
  await eventually(() => expect(copied).toEqual([beforeItWasThere, beforeItWasThere]));
  await eventually(() => expect(received).toContain(id));
  expect(received).not.toContain(beforeItWasThere);
});

test('a handler that was there before this was noted consumes what it always received', async () => {
  const now = new Date();
  expect(await subscribe(publisher, 'newborn', 'now', now, false)).toEqual(now);
  expect(await subscribe(publisher, 'newborn', 'now', new Date(), true)).toEqual(now);
  expect(await subscribe(publisher, 'copy', 'beginning', now, false)).toBeNull();
  expect(await subscribe(publisher, 'known to the stream', 'now', now, true)).toBeNull();
  await publisher.query(`insert into inbox (event_id, consumer, received_at) values (gen_random_uuid(), 'known to the inbox', now())`);
  expect(await subscribe(publisher, 'known to the inbox', 'now', now, false)).toBeNull();
});

test('an event is received once, also when it is told twice', async () => {
  const id = await tell();
  await eventually(() => expect(received).toEqual([id]));
  await publisher.transaction((tx) => replay(tx, new Date(0)));
  const [{ id: eventId, payload }] = await publisher.query(`select id, payload from outbox order by position desc limit 1`);
  await jetstream(publisherNats).publish(practiceSubmitted.subject, JSON.stringify({ id: eventId, data: payload }));
  const next = await tell();
  await eventually(() => expect(received).toEqual([id, next]));
  expect(await effects(id)).toBe(1);
});

test('a handler that fails leaves nothing behind and is tried again', async () => {
  failures = 1;
  const id = await tell();
  await eventually(() => expect(received).toEqual([id]));
  await eventually(async () => expect(await effects(id)).toBe(1));
});

test('what never works is parked with its error', async () => {
  failures = Number.POSITIVE_INFINITY;
  const id = await tell();
  const parked = () => service.db.getRepository(DeadLetter).find();
  await eventually(async () => expect(await parked()).toMatchObject([{ error: 'Error: not yet', envelope: { data: { practiceId: id } } }]));
  expect(await effects(id)).toBe(0);
});

/** An event that the handler will not take, parked. @returns the ids of its practice and of the event */
async function parkOne(): Promise<{ id: string; eventId: string }> {
  failures = Number.POSITIVE_INFINITY;
  const id = await tell();
  const [letter] = await eventually(async () => {
    const letters = await listParked(service.db);
    expect(letters).toMatchObject([{ envelope: { data: { practiceId: id } } }]);
    return letters;
  });
  failures = 0;
  return { id, eventId: String(letter?.eventId) };
}

test('a parked letter that is tried again takes effect once, without the stream', async () => {
  const { id, eventId } = await parkOne();
  expect(await retryParked(service.db, eventId)).toBe(1);
  await eventually(() => expect(received).toEqual([id]));
  await eventually(async () => expect(await listParked(service.db)).toEqual([]));
  await jetstream(publisherNats).publish(practiceSubmitted.subject, JSON.stringify({ id: eventId, data: fact(id) }));
  const next = await tell();
  await eventually(() => expect(received).toEqual([id, next]));
  expect(await effects(id)).toBe(1);
});

test('a parked letter that fails again stays, with its new error', async () => {
  const { eventId } = await parkOne();
  failures = 1;
  failure = new Error('not now either');
  await retryParked(service.db);
  await eventually(async () =>
    expect(await listParked(service.db)).toMatchObject([{ eventId, error: 'Error: not now either', retryAskedAt: null }]),
  );
});

test('a parked letter that is dropped is never dealt with, and the reason stays', async () => {
  const { id, eventId } = await parkOne();
  expect(await dropParked(service.db, eventId, 'sent twice by hand')).toBe(1);
  expect(await listParked(service.db)).toEqual([]);
  await jetstream(publisherNats).publish(practiceSubmitted.subject, JSON.stringify({ id: eventId, data: fact(id) }));
  const next = await tell();
  await eventually(() => expect(received).toEqual([next]));
  expect(await retryParked(service.db)).toBe(0);
  expect(await service.db.manager.find(DeadLetter)).toMatchObject([{ eventId, dropReason: 'sent twice by hand' }]);
});

test('passing failures park nothing, however many there are', async () => {
  // Two failures of its own would park it here; an outage and a deadlock are none.
  failures = 3;
  failure = Object.assign(new Error('deadlock detected'), { code: '40P01' });
  const id = await tell();
  await eventually(() => expect(failures).toBe(0));
  failure = new Error('one of its own');
  failures = 1;
  await eventually(() => expect(received).toEqual([id]));
  expect(await listParked(service.db)).toEqual([]);
  await eventually(async () => expect(await service.db.query('select * from failed_tries')).toEqual([]));
});

test('what is no event does not come again and again', async () => {
  await jetstream(publisherNats).publish(practiceSubmitted.subject, 'no JSON');
  await jetstream(publisherNats).publish(practiceSubmitted.subject, JSON.stringify({ id: 'no id', data: {} }));
  const id = await tell();
  await eventually(() => expect(received).toEqual([id]));
  const { consumers } = await jetstreamManager(tools.nats);
  await eventually(async () =>
    expect(await consumers.info(STREAM, consumerOf('notifications', practiceSubmitted))).toMatchObject({
      num_ack_pending: 0,
      num_redelivered: 0,
    }),
  );
});

test('events that the stream refuses are parked by their owner, and the others go on', async () => {
  const before = await tell();
  const { id: large } = await publisher.manager.save(OutboxRow, {
    ...outboxRow(practiceSubmitted, fact(randomUUID()), new Date()),
    payload: { large: 'x'.repeat(2_500_000) },
  });
  const { id: misnamed } = await publisher.manager.save(OutboxRow, {
    ...outboxRow(practiceSubmitted, fact(randomUUID()), new Date()),
    subject: 'events.no subject',
  });
  const { id: forbidden } = await publisher.manager.save(OutboxRow, {
    ...outboxRow(practiceSubmitted, fact(randomUUID()), new Date()),
    subject: 'events.identity.other.v1',
  });
  const after = await tell();
  await eventually(() => expect(received).toEqual([before, after]));
  const letters = await eventually(async () => {
    const parked = await listParked(publisher);
    expect(new Map(parked.map(({ eventId, consumer }) => [eventId, consumer]))).toEqual(
      new Map([large, misnamed, forbidden].map((id) => [id, 'outbox'])),
    );
    return parked;
  });
  expect(letters.every(({ error }) => /payload|subject|Permissions/.test(error))).toBe(true);

  await publisher.query(`update outbox set subject = $2, payload = $3 where id = $1`, [
    misnamed,
    practiceSubmitted.subject,
    (await publisher.manager.findOneByOrFail(OutboxRow, { id: forbidden })).payload,
  ]);
  expect(await retryParked(publisher, misnamed)).toBe(1);
  for (const id of [large, forbidden]) expect(await dropParked(publisher, id, 'a trial')).toBe(1);
  await eventually(() => expect(received).toHaveLength(3));
  expect(await listParked(publisher)).toEqual([]);
  expect(await publisher.query('select id from outbox where id = any($1)', [[large, misnamed, forbidden]])).toEqual([{ id: misnamed }]);
});

test('an event of a transaction that failed is never told', async () => {
  const broken = publisher.transaction(async (tx) => {
    await publish(tx, practiceSubmitted, fact(randomUUID()));
    throw new Error('no');
  });
  await expect(broken).rejects.toThrow('no');
  const id = await tell();
  await eventually(() => expect(received).toEqual([id]));
});

test('a wiped stream is filled again from the outbox, and nothing is done twice', async () => {
  const before = await tell();
  await eventually(() => expect(received).toEqual([before]));
  await nats.wipe();
  const after = await tell();
  await eventually(() => expect(received).toContain(after));
  expect(received.filter((id) => id === before)).toHaveLength(1);
  expect(await effects(before)).toBe(1);
});

test('a stream that was made anew while nobody had anything to say is filled again too', async () => {
  await tell();
  const [{ count }] = await publisher.query('select count(*)::int from outbox');
  await eventually(async () => expect(await publisher.query('select 1 from outbox where published_at is null')).toEqual([]));
  const { streams } = await jetstreamManager(tools.nats);
  await streams.delete(STREAM);
  await ensureStream(tools.nats, 1);
  await eventually(async () => expect((await streams.info(STREAM)).state.messages).toBe(count));
});

test('the accounts let a service publish and receive only what its line in the topology says', async () => {
  const intruder = await connectBus({ url: nats.url, user: 'identity', password: nats.passwords.identity });
  const refusals: string[] = [];
  void (async () => {
    for await (const status of intruder.status()) if (status.type === 'error') refusals.push(String(status.error));
  })();
  await expect(new Bus(intruder).call(listNotices, {}, giulia)).rejects.toThrow('Permissions Violation for Publish');
  const id = randomUUID();
  intruder.publish(practiceApproved.subject, JSON.stringify(fact(id)));
  intruder.subscribe(messageSent.subject);
  intruder.subscribe('rpc.practices.get.v1', { queue: 'practices' });
  intruder.subscribe('_INBOX.gateway.>');
  await eventually(() => expect(refusals.filter((refusal) => /permissions violation/i.test(refusal)).length).toBeGreaterThanOrEqual(5));
  await intruder.close();
});
