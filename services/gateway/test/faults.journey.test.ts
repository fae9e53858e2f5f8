import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { services as serviceNames, topology } from '@sportello/contracts/topology';
import type { AskedOf, Subject } from '@sportello/contracts/web';
import { connectBus } from '@sportello/messaging/bus';
import { STREAM } from '@sportello/messaging/relay';
import { eventually } from '@sportello/testing/servers';
import { Refusal, type Visitor } from '@sportello/testing/visitor';
import type { Redis } from 'ioredis';
import { connect } from '../../../deploy/backing/postgres.ts';
import { databaseNameOf } from '../../../deploy/environment.ts';
import { databaseServices, services } from '../../../deploy/services.ts';
import { signerOf } from '../../../deploy/verify-mark.ts';
import { calendars } from '../../../deploy/world/ids.ts';
import { apply, Book, contents, GoodClient, work } from './clients.js';
import { withRedis } from './installation.js';
import { startLoaded } from './stack-of-worker.js';
import { acceptPolicy, ask, openTestWorld, readProblem, type TestWorld } from './test-world.js';

let world: TestWorld;
const book = new Book();

beforeAll(async () => {
  world = await openTestWorld(startLoaded);
});

afterAll(() => world?.close());

/** Comes with a token, as somebody at the API. */
async function atTheApi(name: string): Promise<GoodClient> {
  const client = new GoodClient(name, world, book, async (visitor) => {
    visitor.token = await world.tokenOf(name);
  });
  client.visitor.token = await world.tokenOf(name);
  await acceptPolicy(client.visitor).catch(() => undefined); // officers need not
  return client;
}

/** Comes with a browser, and signs in again when the session is gone. */
async function atTheBrowser(name: string): Promise<GoodClient> {
  const client = new GoodClient(name, world, book, async (visitor) => {
    visitor.session = null;
    await visitor.signIn(...world.signInOf(name));
  });
  await client.visitor.signIn(...world.signInOf(name));
  await acceptPolicy(client.visitor);
  return client;
}

const allAnswer = () => Promise.all(services.map((name) => world.stack.service(name).whenReady()));
/** The rows of one column. */
const column = async (service: (typeof databaseServices)[number], statement: string) =>
  (await ask(world.stack, service, statement)).map((row) => Object.values(row)[0]);

test('D3, D4, D11: whatever dies while people work, nothing is lost and nothing is doubled', async () => {
  const { stack } = world;
  const { backing } = stack;
  const done = new AbortController();
  const citizens = await Promise.all(['giulia', 'marco', 'daniele'].map(atTheApi));
  const mayor = await atTheBrowser('federica.neri');
  const officers = await Promise.all(['greco', 'bianchi'].map(atTheApi));
  const load = [
    ...citizens.map((client) => apply(client, book, 'certificates', 40, done.signal)),
    apply(mayor, book, 'users', 40, done.signal),
  ];
  const working = Promise.all(officers.map((officer) => work(officer, book, done.signal)));
  working.catch(() => undefined); // awaited below
  const sending = Promise.all(load);
  sending.catch(() => undefined);

  const faults: [string, () => Promise<void>][] = [
    ['the mail server is in a bad mood', async () => stack.mail.behave('temporary-failure')],
    ['Redis forgets everything', () => backing.redis.wipe()],
    ['practices is killed', () => stack.service('practices').kill()],
    ['the mail server hangs up', async () => stack.mail.behave('drop-after-data')],
    ['the bus is killed', () => backing.nats.kill()],
    ['identity is killed', () => stack.service('identity').kill()],
    ['the bus loses its store', () => backing.nats.wipe()],
    ['notifications is killed', () => stack.service('notifications').kill()],
    ['PostgreSQL is killed', () => backing.postgres.kill()],
    ['the gateway is killed', () => stack.service('gateway').kill()],
    ['the mail server is well again', async () => stack.mail.behave('ok')],
  ];
  for (const [, strike] of faults) {
    await workGoesOn();
    await strike();
    await allAnswer();
  }
  done.abort();
  await sending;
  await working;
  await settle();

  expect(book.complaints).toEqual([]);
  expect(book.practices.size).toBeGreaterThan(10);
  await checkPromises(mayor);
  await checkOrder();
  await checkPapers();
  await checkTold();
});

/** Waits until more has been sent and written to the office than now. */
async function workGoesOn(): Promise<void> {
  const sent = () => [...book.practices.values()].filter(({ messages }) => messages > 0).length;
  const before = sent();
  await eventually(() => expect(sent()).toBeGreaterThan(before + 2), 120);
}

/** The version of a practice that was opened and completed. */
const READY = 2;

/** Practices of hers that only have to be sent. */
async function ready(client: GoodClient, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  for (const id of ids) {
    const { procedureId, content } = contents.certificates;
    const { version } = await client.ask('rpc.practices.open.v1', { id, procedureId, content });
    const completed = await client.ask('rpc.practices.complete.v1', { id, version });
    expect(completed.version).toBe(READY);
  }
  return ids;
}

/** Asks once, as somebody who tries nothing again, and tells how it ended. */
async function once<S extends Subject>(visitor: Visitor, subject: S, input: AskedOf<S>): Promise<string> {
  try {
    await visitor.ask(subject, input);
    return 'done';
  } catch (error) {
    if (!(error instanceof Refusal)) return `no answer: ${error}`;
    return error.status === 503 && error.problem.type === '/problems/unavailable' ? 'come back' : `${error}`;
  }
}

/** Waits until somebody waits for the row that another transaction holds. */
const isWaitedFor = (service: (typeof databaseServices)[number]) =>
  eventually(async () => {
    const waiting = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    expect(await ask(world.stack, service, waiting)).not.toEqual([]);
  }, 60);

/** Holds rows as another transaction does, until they are let go of. */
async function hold(service: (typeof databaseServices)[number], statement: string, values: string[]): Promise<() => Promise<void>> {
  const address = new URL(world.stack.backing.postgres.url);
  address.pathname = `/${databaseNameOf(service)}`;
  const holder = await connect(address.href);
  await holder.query('begin');
  await holder.query(statement, values);
  return async () => {
    await holder.query('rollback');
    await holder.end();
  };
}

test('D18: a service that is told to end answers all that it has accepted, and who comes later is told to come back', async () => {
  const { stack } = world;
  const giulia = await atTheApi('giulia');
  const marco = await atTheApi('marco');
  const [held = '', ...others] = await ready(giulia, 30);
  const reads: Record<string, () => Promise<string>> = {
    identity: () => once(marco.visitor, 'rpc.identity.get-account.v1', {}),
    notifications: () => once(marco.visitor, 'rpc.notifications.list-notices.v1', {}),
  };
  const outcomes: Record<string, string[]> = { identity: [], notifications: [], practices: [] };
  for (const name of ['identity', 'notifications'] as const) {
    const asked: Promise<string>[] = [];
    for (let index = 0; index < 60; index += 1) {
      asked.push(reads[name]?.() ?? Promise.resolve(''));
      if (index === 20) await stack.service(name).kill('SIGTERM');
      // Four at once, so that some are on their way when it is told to end.
      await asked.at(-4);
    }
    outcomes[name] = await Promise.all(asked);
    await allAnswer();
  }

  const letGo = await hold('practices', 'select 1 from practices where id = $1 for update', [held]);
  const send = (id: string) => once(giulia.visitor, 'rpc.practices.submit.v1', { id, version: READY });
  const waiting = send(held);
  await isWaitedFor('practices');
  const before = others.slice(0, 11).map(send);
  // Whatever was asked before an answered question has, most of it, reached the service.
  await giulia.ask('rpc.practices.list-categories.v1', {});
  await stack.service('practices').kill('SIGTERM');
  const after = others.slice(11).map(send);
  await letGo();
  const ends = await Promise.all([...before, ...after]);
  outcomes['practices'] = [await waiting, ...ends];
  await allAnswer();

  for (const [name, ends] of Object.entries(outcomes))
    expect({ name, odd: ends.filter((end) => end !== 'done' && end !== 'come back') }).toEqual({ name, odd: [] });
  for (const [name, ends] of Object.entries(outcomes)) expect({ name, done: ends.includes('done') }).toEqual({ name, done: true });
  // Who was told to come back has sent nothing; whose answer came has sent it.
  const sent = await column('practices', 'select id from practices where submitted_at is not null');
  expect(others.filter((id) => sent.includes(id))).toEqual(others.filter((_, index) => ends[index] === 'done'));
  for (const id of others) await giulia.ask('rpc.practices.submit.v1', { id, version: READY });
  await checkOrder();
});

test('APP-53: whoever books while the service is killed has her place or is told that it is taken: none is given twice, and none is lost', async () => {
  const { stack } = world;
  const calendarId = calendars.registry;
  const names = ['giulia', 'marco', 'daniele', 'maria'];
  const people = await Promise.all(names.map(atTheApi));
  const [first] = people as [GoodClient];
  const month = new Date(Date.now() + 32 * 86_400_000).toISOString().slice(0, 7);
  const { days } = await first.ask('rpc.appointments.list-days.v1', { calendarId, month });
  const day = days.find(({ state }) => state === 'free')?.day ?? '';
  const slots = (await first.ask('rpc.appointments.list-slots.v1', { calendarId, day })).slots.filter(({ free }) => free === 2).slice(0, 3);
  expect(slots).toHaveLength(3);
  /** Each wants each of the places. @returns the mail to which the confirmation of those goes that she got */
  const wish = async (client: GoodClient): Promise<string[]> => {
    const mails: string[] = [];
    for (const [at, { openingId, startsAt }] of slots.entries())
      try {
        const mail = `${client.name}.${at}@posta.example`;
        const { code } = await client.ask('rpc.appointments.hold.v1', {
          id: randomUUID(),
          calendarId,
          openingId,
          startsAt,
          service: 'certificati',
        });
        const applicant = {
          givenName: client.name,
          familyName: 'Prova',
          mail,
          phone: null,
          fiscalCode: null,
          reason: 'Prova',
          details: null,
        };
        expect(await client.ask('rpc.appointments.book.v1', { code, ...applicant })).toMatchObject({ status: 'confirmed', startsAt });
        mails.push(mail);
      } catch (error) {
        expect(error).toMatchObject({ status: 409, problem: { type: '/problems/slot-taken' } });
      }
    return mails;
  };
  // Whoever books a place of this day waits in the middle of it, and there the service dies.
  const statement = `insert into calendar_days values ($1, $2, 1) on conflict (calendar_id, day) do update set version = calendar_days.version + 1`;
  const letGo = await hold('appointments', statement, [calendarId, day]);
  const asked = Promise.all(people.map(wish));
  asked.catch(() => undefined); // awaited below
  await isWaitedFor('appointments');
  await stack.service('appointments').kill();
  await letGo();
  await allAnswer();
  const booked = `select count(*)::int from appointments where calendar_id = '${calendarId}' and day = '${day}' and status = 'confirmed'`;
  await eventually(async () => expect((await column('appointments', booked))[0]).toBeGreaterThan(0), 60);
  await stack.service('appointments').kill();
  const got = (await asked).flat();
  await allAnswer();

  const counted = `select count(*)::int from appointments where calendar_id = '${calendarId}' and day = '${day}' and holds_place(status, held_until, now()) group by starts_at`;
  expect(await column('appointments', counted)).toEqual(slots.map(() => 2));
  expect(got).toHaveLength(6);
  const told = `select address from deliveries where topic = 'appointments.booked' and address like any('{${names.map((name) => `${name}.%@posta.example`)}}')`;
  await eventually(async () => expect((await column('notifications', told)).sort()).toEqual([...got].sort()), 60);
});

test('INT-07, SCH-07, PAY-13: a file and a month of invoices that were under way when the service was killed are there whole, and once, and are collected once payments is back', async () => {
  const { stack } = world;
  const silvia = await atTheApi('silvia.marchetti');
  const csv = 'Codice scuola;Scuola\nMANZONI;Primaria Manzoni, via Verdi\nGRIMM;Infanzia Grimm';
  const { plan } = await silvia.ask('rpc.school.try-import.v1', { kind: 'schools', csv });
  const importId = randomUUID();
  const letFile = await hold('school', `select 1 from schools where code = $1 for update`, ['MANZONI']);
  const taken = silvia.ask('rpc.school.put-import.v1', { id: importId, kind: 'schools', csv, plan });
  taken.catch(() => undefined); // awaited below
  await isWaitedFor('school');
  await stack.service('school').kill();
  await letFile();
  expect(await taken).toMatchObject({ made: 1, changed: 1 });
  await allAnswer();
  expect(await column('school', `select name from schools where code in ('GRIMM', 'MANZONI') order by name`)).toEqual([
    'Infanzia Grimm',
    'Primaria Manzoni, via Verdi',
  ]);

  const ofLessons = `from attendance a join school_services s on s.id = a.service_id and not s.is_prepaid
    where a.is_present and a.day < date_trunc('month', now() at time zone 'Europe/Rome')`;
  const [month] = (await column('school', `select to_char(max(a.day), 'YYYY-MM') ${ofLessons}`)) as string[];
  const { invoices, totalCents } = await silvia.ask('rpc.school.preview-invoicing.v1', { month: month ?? '' });
  expect(invoices).toBeGreaterThan(0);
  await stack.service('payments').stop();
  // The days that are invoiced are noted last, with the invoices made and nothing committed.
  const letRun = await hold('school', `select 1 from attendance where to_char(day, 'YYYY-MM') = $1 for update`, [month ?? '']);
  await silvia.ask('rpc.school.put-invoicing-run.v1', { id: randomUUID(), month: month ?? '', dueOn: '2099-12-31' });
  await isWaitedFor('school');
  await stack.service('school').kill();
  await letRun();
  await stack.service('school').whenReady();
  const made = `select count(*)::int || ' ' || sum(amount_cents) from invoices where month = '${month}'`;
  await eventually(async () => expect(await column('school', 'select id from invoicing_runs where done_at is null')).toEqual([]), 90);
  expect(await column('school', made)).toEqual([`${invoices} ${totalCents}`]);
  const positions = (await column('school', `select position_id from invoices where month = '${month}'`)) as string[];
  expect(new Set(positions).size).toBe(invoices);
  await stack.service('payments').start();
  await allAnswer();
  const collected = `select count(*)::int from positions where id = any('{${positions.join(',')}}')`;
  await eventually(async () => expect(await column('payments', collected)).toEqual([invoices]), 60);
  // Asked for again it makes nothing.
  expect(await silvia.ask('rpc.school.preview-invoicing.v1', { month: month ?? '' })).toMatchObject({ invoices: 0, known: invoices });
});

test('D18: a gateway that is told to end answers what it has accepted, and lets go of open pages', async () => {
  const { stack } = world;
  const daniele = await atTheApi('daniele');
  const ids = await ready(daniele, 8);
  const page = await world.listen(daniele.visitor);
  // Nobody answers while the gateway is told to end, so that everything is still on its way then.
  await stack.service('practices').kill('SIGSTOP');
  const waiting = ids.map((id) => once(daniele.visitor, 'rpc.practices.submit.v1', { id, version: READY }));
  // Whatever was asked before an answered question has gone on to its service.
  await daniele.ask('rpc.identity.get-account.v1', {});
  const { pid } = stack.service('gateway');
  await stack.service('gateway').kill('SIGTERM');
  const isOpen = () =>
    fetch(`${world.baseUrl}/status`).then(
      ({ status }) => status === 200,
      () => false,
    );
  await eventually(async () => expect(await isOpen()).toBe(false));
  await stack.service('practices').kill('SIGCONT');
  await expect(Promise.all(waiting)).resolves.toEqual(ids.map(() => 'done'));
  await eventually(() => expect(stack.service('gateway').pid).not.toBe(pid));
  page.close();
  await allAnswer();
});

test('while identity is away its pages say so, and everything else says when to come back', async () => {
  const { stack } = world;
  const maria = await atTheApi('maria');
  await stack.service('identity').kill();
  const told = await Promise.all([
    fetch(`${world.baseUrl}/realms/sportello/.well-known/openid-configuration`),
    fetch(`${world.baseUrl}/api/v1/organizations`),
    maria.visitor.fetch('/api/v1/account'),
  ]);
  for (const response of told) {
    await expect(readProblem(response)).resolves.toMatchObject({ status: 503, type: '/problems/unavailable' });
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  }
  await allAnswer();
});

/** Waits until all that was begun has come to its end. What waits for a later hour, because it failed or for others, is sent at once. */
const settle = (): Promise<void> =>
  withRedis(world.stack.backing.redis.url, async (redis) => {
    await eventually(async () => {
      expect(await left(redis)).toEqual({});
    }, 90);
    await hasten(redis);
    await eventually(async () => {
      const unsent = "select status || ' ' || coalesce(failure, '') from deliveries where status not in ('sent', 'joined')";
      expect({ ...(await left(redis)), mails: await column('notifications', unsent) }).toEqual({ mails: [] });
    }, 90);
  });

/** Has every mail that waits for a later hour sent now: also one that a process was sending when it was killed. */
async function hasten(redis: Redis): Promise<void> {
  await ask(
    world.stack,
    'notifications',
    "update deliveries set due_at = now() where status in ('queued', 'bounced_temporary') and due_at > now()",
  );
  const alarms = await redis.keys('notifications:deliveries:*');
  if (alarms.length > 0) await redis.del(alarms);
  const { pid } = world.stack.service('notifications');
  await world.stack.service('notifications').kill('SIGTERM');
  await eventually(() => expect(world.stack.service('notifications').pid).not.toBe(pid));
  await allAnswer();
}

/** What is still to be done besides mails, by its kind. */
async function left(redis: Redis): Promise<Record<string, unknown[]>> {
  const open: Record<string, unknown[]> = {
    documents: await column('practices', 'select id from practices where submitted_at is not null and receipt_issued_at is null'),
    announcements: await column('notifications', 'select topic from announcements where written_at is null'),
  };
  for (const service of databaseServices) {
    open[`outbox of ${service}`] = await column(service, 'select subject from outbox where published_at is null');
    open[`dead letters of ${service}`] = await column(service, 'select error from dead_letters');
  }
  for (const queue of ['practices:receipts', 'practices:orphans', 'notifications:announcements', 'notifications:deliveries']) {
    open[`waiting in ${queue}`] = [...(await redis.lrange(`${queue}:wait`, 0, -1)), ...(await redis.lrange(`${queue}:active`, 0, -1))];
    open[`failed in ${queue}`] = await redis.zrange(`${queue}:failed`, 0, -1);
  }
  open['not handled yet'] = await unhandled();
  return Object.fromEntries(Object.entries(open).filter(([, them]) => them.length > 0));
}

/** The consumers of the stream that have something before them, or in hand. */
async function unhandled(): Promise<string[]> {
  const { backing, secrets } = world.stack;
  const connection = await connectBus({
    url: `nats://${new URL(backing.nats.url).host}`,
    user: 'tools',
    password: secrets.natsPasswords.tools,
  });
  try {
    const answer = await connection.request(`$JS.API.CONSUMER.LIST.${STREAM}`, '', { timeout: 5_000 });
    const { consumers } = answer.json<{ consumers: { name: string; num_pending: number; num_ack_pending: number }[] }>();
    expect(consumers).toHaveLength(serviceNames.flatMap((name) => topology[name].consumes).length);
    return consumers.filter((it) => it.num_pending + it.num_ack_pending > 0).map(({ name }) => name);
  } finally {
    await connection.close();
  }
}

/** Every practice that a client was answered for is there as it was answered. */
async function checkPromises(mayor: GoodClient): Promise<void> {
  const rows = await ask(world.stack, 'practices', 'select id, number, status, position, signature, content_sha256 from practices');
  const kept = new Map(rows.map((row) => [String(row['id']), row]));
  for (const { id, number, status, mark } of book.practices.values()) {
    expect(kept.get(id)).toMatchObject({
      id,
      number,
      status,
      ...(mark && { number: mark.number, position: mark.position, signature: mark.signature, content_sha256: mark.contentSha256 }),
    });
  }
  expect(rows).toHaveLength(book.practices.size);
  const keys = await mayor.ask('rpc.practices.get-mark-keys.v1', {});
  for (const { mark } of book.practices.values()) {
    if (mark) expect(signerOf(mark, keys)).toBe(mark.kid);
  }
  const said = await ask(world.stack, 'practices', 'select subject_id, count(*)::int as count from messages group by 1');
  expect(Object.fromEntries(said.map(({ subject_id, count }) => [subject_id, count]))).toEqual(
    Object.fromEntries([...book.practices.values()].filter(({ messages }) => messages > 0).map(({ id, messages }) => [id, messages])),
  );
}

/** Numbers are given once, places without a gap, and each step of a practice was made once. */
async function checkOrder(): Promise<void> {
  const numbers = await column('practices', 'select number from practices');
  expect(new Set(numbers).size).toBe(numbers.length);
  const places = await ask(
    world.stack,
    'practices',
    'select procedure_id, array_agg(position order by position) as places from practices where position is not null group by 1',
  );
  for (const { places: given } of places) expect(given).toEqual((given as number[]).map((_, index) => index + 1));
  const doubled = await ask(
    world.stack,
    'practices',
    'select subject_id, move, count(*)::int from passages group by 1, 2 having count(*) > 1',
  );
  expect(doubled).toEqual([]);
}

/** Whatever was sent has its copy and its receipt. */
async function checkPapers(): Promise<void> {
  const papers = await ask(
    world.stack,
    'practices',
    `select p.id, count(d.sha256)::int as count from practices p left join documents d on d.practice_id = p.id
     where p.submitted_at is not null group by 1 having count(d.sha256) <> 2`,
  );
  expect(papers).toEqual([]);
}

/** Of each thing that happened everybody concerned was told once: by one notice, and by one mail whatever the mail server did. */
async function checkTold(): Promise<void> {
  const told = await ask(
    world.stack,
    'notifications',
    `select subject_id, case when topic <> 'practices.outcome' then topic
       when messages -> 0 -> 'title' ->> 'it' like '%approvata:%' then 'approved' else 'rejected' end as news, count(*)::int as count
     from announcements group by 1, 2`,
  );
  const counts = new Map(told.map(({ subject_id, news, count }) => [`${subject_id} ${news}`, count]));
  const sent = [...book.practices.values()].filter(({ mark }) => mark);
  for (const { id, status } of sent) {
    const happened = ['practices.submission', 'practices.receipt', 'practices.messages'];
    if (status !== 'submitted') happened.push('practices.progress');
    if (status === 'approved' || status === 'rejected') happened.push(status);
    for (const news of happened) expect({ id, news, count: counts.get(`${id} ${news}`) }).toEqual({ id, news, count: 1 });
  }
  const notices = await column(
    'notifications',
    `select count(*)::int from notices n join announcements a on a.id = n.announcement_id where a.topic = 'practices.submission' and n.place = 'portal'`,
  );
  expect(notices).toEqual([sent.length]);

  const mails = await world.mails();
  const byMeaning = new Map<string, Set<string>>();
  for (const { to, subject, messageId } of mails) {
    // Two people of one list may be told of in two mails that say the same.
    if (/non abilitat/.test(subject)) continue;
    // Of the world itself: the same people come on several days.
    if (/ppuntamento/.test(subject)) continue;
    const meaning = `${to.join()} ${subject}`;
    byMeaning.set(meaning, (byMeaning.get(meaning) ?? new Set()).add(messageId));
  }
  expect([...byMeaning].filter(([, ids]) => ids.size > 1)).toEqual([]);
  const receipts = mails.filter(({ attachments }) => attachments.length > 0);
  for (const { number, applicant } of sent) {
    const ofThis = receipts.filter(({ text }) => text.includes(number));
    expect({ number, count: new Set(ofThis.map(({ messageId, to }) => `${messageId} ${to.join()}`)).size }).toEqual({ number, count: 1 });
    const address = applicant === 'federica.neri' ? 'carla.riva@ascalea.example' : world.mailOf(applicant);
    expect(ofThis.every(({ to, attachments }) => to.includes(address) && attachments.length === 2)).toBe(true);
  }
}
