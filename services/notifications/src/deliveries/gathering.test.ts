import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { amendmentRequested, messageSent, practiceApproved, receiptIssued } from '@sportello/contracts/practices/events';
import { giulia } from '@sportello/testing/people';
import { eventually, type NatsServer, startNats } from '@sportello/testing/servers';
import { type ServiceUnderTest, startService } from '@sportello/testing/start-service';
import { Redis } from 'ioredis';
import { IsNull } from 'typeorm';
import { type MailCatcher, startMailCatcher } from '../../../../deploy/simulators/mail.ts';
import { type Described, type Neighbours, personOf, startNeighbours } from '../../test/neighbours.js';
import { Announcement } from '../announcements/announcement.entity.js';
import { notificationsService } from '../app.module.js';
import { DeliveriesService } from './deliveries.service.js';
import { Delivery } from './delivery.entity.js';

/** Servers start and mails leave at the machine's pace. Milliseconds. */
jest.setTimeout(120_000);

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

/** Messages at once. @returns when all of them have been told */
async function write(from: 'office' | 'applicant', count: number, practices: Described[]): Promise<void> {
  const before = await service.db.manager.count(Announcement);
  const at = Date.now();
  const messages = Array.from({ length: count }, (_, index) => practices[index % practices.length] as Described);
  await Promise.all(messages.map((practice, index) => neighbours.tell(messageSent, practice, { from, at: new Date(at + index) })));
  await told(before + count);
}

const told = (count: number) =>
  eventually(async () => {
    expect(await service.db.manager.count(Announcement)).toBe(count);
    expect(await service.db.manager.countBy(Announcement, { toldAt: IsNull() })).toBe(0);
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

test('thirty messages of an applicant in a second make two mails to each officer, and every message is told once', async () => {
  const practice = neighbours.practice();
  await write('applicant', 30, [practice]);
  await sent();
  for (const officer of ['bianchi@regione.example', 'ferrari@regione.example']) expect(to(officer)).toHaveLength(1);
  expect(await waiting()).toHaveLength(58);

  await fiveMinutesLater();
  await eventually(async () => expect(await waiting()).toEqual([]), 60);
  await sent();
  await eventually(() => expect(mail.messages()).toHaveLength(4));
  expect(subjects('bianchi@regione.example')).toEqual([
    `29 nuovi messaggi sulla pratica ${practice.number}`,
    `Nuovo messaggio sulla pratica ${practice.number}`,
  ]);
  expect(subjects('ferrari@regione.example')).toEqual([
    `29 new messages about practice ${practice.number}`,
    `New message about practice ${practice.number}`,
  ]);
  expect(await service.db.manager.countBy(Delivery, { status: 'joined' })).toBe(56);
});

test('an applicant finds the messages about several of her practices in one mail, in her language', async () => {
  const practices = [neighbours.practice(), neighbours.practice(), neighbours.practice()];
  neighbours.people.set(personOf(giulia), { mail: 'giulia@example.it', language: 'en' });
  await write('office', 13, practices);
  neighbours.people.set(personOf(giulia), { mail: 'giulia@example.it', language: 'it' });
  await sent();
  expect(to('giulia@example.it')).toHaveLength(1);
  await fiveMinutesLater();
  const together = await eventually(() => {
    const mails = to('giulia@example.it');
    expect(mails).toHaveLength(2);
    return mails.find(({ subject }) => subject === '12 new messages about 3 requests');
  });
  expect(together).toBeDefined();
  for (const { id, number } of practices) {
    expect(together?.text).toContain(`http://localhost:3000/en/area-personale/pratiche/${id}`);
    expect(together?.text).toContain(`- ${number}, service “Help with health expenses”: `);
  }
  // Which of the thirteen was the first is nobody's choice.
  const counts = [...(together?.text ?? '').matchAll(/: (\d+) messages?$/gm)].map(([, count]) => Number(count));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(12);
});

test('receipts, requests and outcomes never wait for messages', async () => {
  const practice = neighbours.practice();
  await write('office', 3, [practice]);
  for (const [index, event] of [receiptIssued, amendmentRequested, practiceApproved].entries())
    await neighbours.tell(event, practice, { version: 4 + index });
  await told(6);
  await sent();
  expect(new Set(subjects('giulia@example.it'))).toEqual(
    new Set([
      `Nuovo messaggio sull'istanza ${practice.number}`,
      `Ricevuta dell'istanza ${practice.number}`,
      `Richiesta di integrazioni per l'istanza ${practice.number}`,
      `Istanza ${practice.number} approvata`,
    ]),
  );
  expect(await waiting()).toHaveLength(2);
});

test('the next message after five quiet minutes goes at once again', async () => {
  const practice = neighbours.practice();
  await write('office', 1, [practice]);
  await sent();
  await fiveMinutesLater();
  await write('office', 1, [practice]);
  await sent();
  expect(to('giulia@example.it')).toHaveLength(2);
  expect(await waiting()).toEqual([]);
});

test('a mail that was cut off is sent again as it was, and what came meanwhile goes with another', async () => {
  const practice = neighbours.practice();
  await write('office', 4, [practice]);
  await sent();
  mail.clear();
  // The server takes the mail and the connection breaks before it says so: as after a crash, nobody knows.
  mail.behave('drop-after-data');
  await fiveMinutesLater();
  await eventually(async () => expect(await service.db.manager.countBy(Delivery, { status: 'bounced_temporary' })).toBe(1), 60);
  await eventually(() => expect(mail.messages()).toHaveLength(1));
  await write('office', 2, [practice]);
  await eventually(async () => expect(await service.db.manager.countBy(Delivery, { status: 'bounced_temporary' })).toBe(2), 60);
  mail.behave('ok');
  await flushRedis(`status = 'bounced_temporary'`);
  await sent();
  await fiveMinutesLater();
  await eventually(async () => expect(await waiting()).toEqual([]), 60);
  await sent();

  // The first of the two that came meanwhile goes at once, the other after its five minutes; each mail has one Message-ID, however often it left.
  const byId = Map.groupBy(mail.messages(), ({ messageId }) => messageId);
  const sentOut = [...byId.values()].map((copies) => [...new Set(copies.map(({ subject }) => subject))].join());
  expect(sentOut.toSorted()).toEqual([
    `3 nuovi messaggi sull'istanza ${practice.number}`,
    `Nuovo messaggio sull'istanza ${practice.number}`,
    `Nuovo messaggio sull'istanza ${practice.number}`,
  ]);
});

test('ten workers that find what waits for one address due send one mail', async () => {
  const practice = neighbours.practice();
  await write('office', 11, [practice]);
  await sent();
  const rows = await waiting();
  expect(rows).toHaveLength(10);
  const late = new Date(Date.now() + 6 * 60_000);
  await Promise.all(rows.map(({ id }) => service.get(DeliveriesService).run(id, late)));
  expect(subjects('giulia@example.it')).toEqual([
    `10 nuovi messaggi sull'istanza ${practice.number}`,
    `Nuovo messaggio sull'istanza ${practice.number}`,
  ]);
});
