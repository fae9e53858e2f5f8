import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { giulia } from '@sportello/testing/people';
import { eventually, type NatsServer, startNats } from '@sportello/testing/servers';
import { type ServiceUnderTest, startService } from '@sportello/testing/start-service';
import { Redis } from 'ioredis';
import { IsNull } from 'typeorm';
import { type MailCatcher, startMailCatcher } from '../../../../deploy/simulators/mail.ts';
import { type Neighbours, type News, personOf, startNeighbours, toDesk, together, toReader } from '../../test/neighbours.js';
import { Announcement } from '../announcements/announcement.entity.js';
import { notificationsService } from '../app.module.js';
import { DeliveriesService } from './deliveries.service.js';
import { Delivery } from './delivery.entity.js';

const prefix = `test-gathering-${process.pid}`;
let nats: NatsServer;
let service: ServiceUnderTest;
let neighbours: Neighbours;
let mail: MailCatcher;

beforeAll(async () => {
  mail = await startMailCatcher();
  nats = await startNats();
  neighbours = await startNeighbours(nats);
  const environment = { SMTP_URL: mail.smtpUrl, MAIL_FROM: 'Sportello <no-reply@sportello.example>', QUEUE_PREFIX: prefix };
  service = await startService(notificationsService, environment, nats);
});
beforeEach(async () => {
  mail.clear();
  mail.behave('ok');
  // Nobody has written to anybody in the last five minutes.
  await service.db.query('truncate deliveries, notices, announcements');
});
afterAll(async () => {
  await service.stop();
  await neighbours.stop();
  await nats.stop();
  await mail.stop();
});

interface Loan {
  id: string;
  name: string;
}
let loans = 0;
function loan(): Loan {
  loans += 1;
  return { id: randomUUID(), name: `Libro-${loans}` };
}

/** Messages at once. @returns when the mails of all of them are written */
async function write(from: 'office' | 'reader', count: number, about: Loan[], differing: Partial<News> = {}): Promise<void> {
  const before = await service.db.manager.count(Announcement);
  const at = Date.now();
  await Promise.all(
    Array.from({ length: count }, (_, index) => {
      const { id, name } = about[index % about.length] as Loan;
      const path = `/area-personale/prestiti/${id}`;
      const message = from === 'office' ? toReader(name, { path, together: together(name) }) : toDesk(name, { together: together(name) });
      return neighbours.announce(
        neighbours.news({
          at: new Date(at + index),
          subject: { kind: 'loan', id },
          topic: 'library.messages',
          messages: [message],
          ...differing,
        }),
      );
    }),
  );
  await written(before + count);
}

const written = (count: number) =>
  eventually(async () => {
    expect(await service.db.manager.count(Announcement)).toBe(count);
    expect(await service.db.manager.countBy(Announcement, { writtenAt: IsNull() })).toBe(0);
  }, 60);
const waiting = () => service.db.manager.findBy(Delivery, { status: 'queued', isGathered: true });
const to = (address: string) => mail.messages().filter((message) => message.to.includes(address));
const subjects = (address: string) =>
  to(address)
    .map(({ subject }) => subject)
    .toSorted();
/** Nothing is on its way any more, apart from what waits for five minutes. */
const sent = () =>
  eventually(async () => {
    const open = await service.db.query(
      `select 1 from deliveries where status = 'bounced_temporary' or (status = 'queued' and not is_gathered)`,
    );
    expect(open).toEqual([]);
  }, 60);

/** The five minutes are over, and Redis knows nothing of it: the rows say what is due. */
async function fiveMinutesLater(): Promise<void> {
  await service.db.query(`update deliveries set gathers_until = now() where gathers_until is not null`);
  await flushRedis(`status = 'queued' and is_gathered`);
}

/** Every alarm is forgotten, and these are due. */
async function flushRedis(due: string): Promise<void> {
  const redis = service.get(Redis);
  const keys = await redis.keys(`${prefix}*`);
  if (keys.length > 0) await redis.del(keys);
  await service.db.query(`update deliveries set due_at = now() - interval '1 second' where ${due}`);
  await service.get(DeliveriesService).sweep(new Date());
}

test('thirty messages to an office in a second make two mails to each officer, and every message is told once', async () => {
  const it = loan();
  await write('reader', 30, [it]);
  await sent();
  for (const officer of ['bianchi@regione.example', 'ferrari@regione.example']) expect(to(officer)).toHaveLength(1);
  expect(await waiting()).toHaveLength(58);

  await fiveMinutesLater();
  await eventually(async () => expect(await waiting()).toEqual([]));
  await sent();
  await eventually(() => expect(mail.messages()).toHaveLength(4));
  expect(subjects('bianchi@regione.example')).toEqual([`29 messaggi su ${it.name}`, `Da sollecitare: ${it.name}`]);
  expect(subjects('ferrari@regione.example')).toEqual([`29 messages about ${it.name}`, `To be chased: ${it.name}`]);
  expect(await service.db.manager.countBy(Delivery, { status: 'joined' })).toBe(56);
});

test('a reader finds the messages about several of her loans in one mail, in her language', async () => {
  const several = [loan(), loan(), loan()];
  neighbours.people.set(personOf(giulia), { mail: 'giulia@example.it', language: 'en' });
  await write('office', 13, several);
  neighbours.people.set(personOf(giulia), { mail: 'giulia@example.it', language: 'it' });
  await sent();
  expect(to('giulia@example.it')).toHaveLength(1);
  await fiveMinutesLater();
  const together = await eventually(() => {
    const mails = to('giulia@example.it');
    expect(mails).toHaveLength(2);
    return mails.find(({ subject }) => subject === '12 messages about 3 loans');
  });
  expect(together).toBeDefined();
  for (const { id, name } of several) {
    expect(together?.text).toContain(`http://localhost:3000/en/area-personale/prestiti/${id}`);
    expect(together?.text).toContain(`- ${name}: `);
  }
  // Which of the thirteen was the first is nobody's choice.
  const counts = [...(together?.text ?? '').matchAll(/: (\d+) messages?$/gm)].map(([, count]) => Number(count));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(12);
});

test('what has no words for several never waits for messages, and messages of another topic go by themselves', async () => {
  const it = loan();
  await write('office', 3, [it]);
  await neighbours.announce(neighbours.news({ messages: [toReader(`${it.name} da restituire`)] }));
  await written(4);
  await write('office', 2, [it], { topic: 'library.reservations' });
  await written(6);
  await sent();
  expect(subjects('giulia@example.it')).toEqual([
    `Prestito scaduto: ${it.name}`,
    `Prestito scaduto: ${it.name}`,
    `Prestito scaduto: ${it.name} da restituire`,
  ]);
  expect(await waiting()).toHaveLength(3);
  await fiveMinutesLater();
  await eventually(async () => expect(await waiting()).toEqual([]));
  await sent();
  // Two of the messages together; the one of the other topic alone.
  expect(subjects('giulia@example.it').filter((subject) => subject.startsWith('2 '))).toEqual([`2 messaggi su ${it.name}`]);
});

test('the next message after five quiet minutes goes at once again', async () => {
  const it = loan();
  await write('office', 1, [it]);
  await sent();
  await fiveMinutesLater();
  await write('office', 1, [it]);
  await sent();
  expect(to('giulia@example.it')).toHaveLength(2);
  expect(await waiting()).toEqual([]);
});

test('a mail that was cut off is sent again as it was, and what came meanwhile goes with another', async () => {
  const it = loan();
  await write('office', 4, [it]);
  await sent();
  mail.clear();
  // The server takes the mail and the connection breaks before it says so: as after a crash, nobody knows.
  mail.behave('drop-after-data');
  await fiveMinutesLater();
  await eventually(async () => expect(await service.db.manager.countBy(Delivery, { status: 'bounced_temporary' })).toBe(1));
  await eventually(() => expect(mail.messages()).toHaveLength(1));
  await write('office', 2, [it]);
  await eventually(async () => expect(await service.db.manager.countBy(Delivery, { status: 'bounced_temporary' })).toBe(2));
  mail.behave('ok');
  await flushRedis(`status = 'bounced_temporary'`);
  await sent();
  await fiveMinutesLater();
  await eventually(async () => expect(await waiting()).toEqual([]));
  await sent();

  // The first of the two that came meanwhile goes at once, the other after its five minutes; each mail has one Message-ID, however often it left.
  const byId = Map.groupBy(mail.messages(), ({ messageId }) => messageId);
  const sentOut = [...byId.values()].map((copies) => [...new Set(copies.map(({ subject }) => subject))].join());
  expect(sentOut.toSorted()).toEqual([`3 messaggi su ${it.name}`, `Prestito scaduto: ${it.name}`, `Prestito scaduto: ${it.name}`]);
});

test('ten workers that find what waits for one address due send one mail', async () => {
  const it = loan();
  await write('office', 11, [it]);
  await sent();
  const rows = await waiting();
  expect(rows).toHaveLength(10);
  const late = new Date(Date.now() + 6 * 60_000);
  await Promise.all(rows.map(({ id }) => service.get(DeliveriesService).run(id, late)));
  expect(subjects('giulia@example.it')).toEqual([`10 messaggi su ${it.name}`, `Prestito scaduto: ${it.name}`]);
});
