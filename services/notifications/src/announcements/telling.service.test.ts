import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { Event } from '@sportello/contracts/contract';
import { noticeAdded } from '@sportello/contracts/notifications';
import {
  amendmentAccepted,
  amendmentRefused,
  amendmentRequested,
  amendmentSubmitted,
  messageSent,
  practiceApproved,
  practiceAssigned,
  practiceRejected,
  practiceSubmitted,
  receiptIssued,
} from '@sportello/contracts/practices/events';
import { drift } from '@sportello/service/migration';
import { bianchi, ferrari, giulia, piedmont } from '@sportello/testing/people';
import { eventually, type NatsServer, startNats } from '@sportello/testing/servers';
import { type ServiceUnderTest, startService } from '@sportello/testing/start-service';
import { Redis } from 'ioredis';
import { In, IsNull, Like as like } from 'typeorm';
import { type MailCatcher, startMailCatcher } from '../../../../deploy/simulators/mail.ts';
import { type Described, type Neighbours, personOf, startNeighbours } from '../../test/neighbours.js';
import { notificationsService } from '../app.module.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import { Delivery } from '../deliveries/delivery.entity.js';
import { Notice } from '../notices/notice.entity.js';
import { Announcement } from './announcement.entity.js';
import { TellingService } from './telling.service.js';

/** Servers start and mails leave at the machine's pace. Milliseconds. */
jest.setTimeout(60_000);

const prefix = `test-telling-${process.pid}`;
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
beforeEach(() => {
  mail.clear();
  mail.behave('ok');
  neighbours.isAway = false;
});
afterAll(async () => {
  await service.stop();
  await neighbours.stop();
  await nats.stop();
  await mail.stop();
});

const noticesOf = (practice: Described) =>
  service.db.manager.find(Notice, { where: { path: like(`%${practice.id}`) }, order: { createdAt: 'ASC', personId: 'ASC' } });
const mailsOf = (practice: Described) => mail.messages().filter(({ subject }) => subject.includes(practice.number));
const untold = async () => service.db.manager.countBy(Announcement, { toldAt: IsNull() });

/** Waits until everything heard has been told and every mail is out. */
const quiet = (heard: number, practice: Described) =>
  eventually(async () => {
    const announcements = await service.db.manager.findBy(Announcement, { practiceId: practice.id });
    expect(announcements).toHaveLength(heard);
    expect(announcements.every(({ toldAt }) => toldAt)).toBe(true);
    const deliveries = await service.db.manager.findBy(Delivery, { announcementId: In(announcements.map(({ id }) => id)) });
    expect(deliveries.filter(({ status, isGathered }) => status !== 'sent' && !isGathered)).toEqual([]);
  });

const facts: [string, Event, { from?: 'applicant' | 'office' }, { applicant: boolean; mails: number }][] = [
  ['submitted', practiceSubmitted, {}, { applicant: true, mails: 2 }],
  ['the receipt', receiptIssued, {}, { applicant: false, mails: 1 }],
  ['taken in charge', practiceAssigned, {}, { applicant: true, mails: 2 }],
  ['additions requested', amendmentRequested, {}, { applicant: true, mails: 2 }],
  ['additions sent', amendmentSubmitted, {}, { applicant: false, mails: 2 }],
  ['additions accepted', amendmentAccepted, {}, { applicant: true, mails: 2 }],
  ['additions refused', amendmentRefused, {}, { applicant: true, mails: 2 }],
  ['approved', practiceApproved, {}, { applicant: true, mails: 2 }],
  ['rejected', practiceRejected, {}, { applicant: true, mails: 2 }],
  ['a message of the office', messageSent, { from: 'office' }, { applicant: true, mails: 1 }],
  ['a message of the applicant', messageSent, { from: 'applicant' }, { applicant: false, mails: 2 }],
];

test.each(facts)('NOT-01: %s, heard twice, is told once', async (_name, event, extra, expected) => {
  const practice = neighbours.practice();
  const at = new Date();
  const id = await neighbours.tell(event, practice, { ...extra, at });
  await neighbours.tell(event, practice, { ...extra, at, id });
  // Told anew under another id, as by a service that was restored from a copy: the fact is the same.
  await neighbours.tell(event, practice, { ...extra, at });
  await eventually(async () =>
    expect(await service.db.query('select count(*)::int n from inbox where event_id = $1', [id])).toEqual([{ n: 1 }]),
  );
  await quiet(1, practice);

  expect(mailsOf(practice)).toHaveLength(expected.mails);
  const notices = await noticesOf(practice);
  const told = notices.map(({ personId }) => personId);
  expect(new Set(told).size).toBe(told.length);
  // Open pages hear of each notice once.
  const ofThese = (await service.published(noticeAdded)).filter(({ noticeId }) => notices.some((notice) => notice.id === noticeId));
  expect(ofThese).toHaveLength(notices.length);
  expect(ofThese).toEqual(expect.arrayContaining(notices.map(({ id: noticeId, personId }) => ({ noticeId, personId }))));
  expect(told.includes(personOf(giulia))).toBe(expected.applicant);
});

test('NOT-01, NOT-05: facts that arrive in the wrong order are all told, and listed as they happened', async () => {
  const practice = neighbours.practice();
  const at = (minute: number) => new Date(Date.UTC(2026, 2, 10, 9, minute));
  await neighbours.tell(practiceApproved, practice, { version: 6, at: at(6) });
  await neighbours.tell(amendmentRequested, practice, { version: 4, at: at(4) });
  await neighbours.tell(practiceSubmitted, practice, { version: 2, at: at(2) });
  await neighbours.tell(practiceAssigned, practice, { version: 3, at: at(3) });
  await neighbours.tell(amendmentSubmitted, practice, { version: 5, at: at(5) });
  await quiet(5, practice);

  const subjectsFor = async (personId: string) =>
    (await noticesOf(practice))
      .filter((notice) => notice.personId === personId)
      .map(({ subject }) => subject.it.replace(practice.number, 'N'));
  expect(await subjectsFor(personOf(giulia))).toEqual([
    'Istanza N inviata',
    'Istanza N presa in carico',
    "Richiesta di integrazioni per l'istanza N",
    'Istanza N approvata',
  ]);
  expect(await subjectsFor(personOf(ferrari))).toEqual([
    'Nuova pratica N',
    'Pratica N presa in carico',
    'Pratica N in attesa di integrazioni',
    'Integrazioni inviate per la pratica N',
    'Pratica N approvata',
  ]);
  // What she did herself is no news to her.
  expect(await subjectsFor(personOf(bianchi))).toEqual(['Nuova pratica N', 'Integrazioni inviate per la pratica N']);
});

test('NOT-02: who is asked for additions reads it in her language, with a link to the page and nothing of the content', async () => {
  neighbours.people.set(personOf(giulia), { mail: 'giulia@example.it', language: 'en' });
  const practice = neighbours.practice();
  await neighbours.tell(amendmentRequested, practice);
  await quiet(1, practice);
  neighbours.people.set(personOf(giulia), { mail: 'giulia@example.it', language: 'it' });

  const [hers] = mailsOf(practice).filter(({ to }) => to.includes('giulia@example.it'));
  expect(hers?.subject).toBe(`Additions requested for request ${practice.number}`);
  expect(hers?.text).toContain(`http://localhost:3000/en/area-personale/pratiche/${practice.id}`);
  expect(hers?.html).toContain('lang="en"');
  const [officers] = mailsOf(practice).filter(({ to }) => to.includes('ferrari@regione.example'));
  expect(officers?.text).toContain(`http://localhost:3000/console/pratiche/${practice.id}`);
});

test('two messages of the same minute are two notices', async () => {
  const practice = neighbours.practice();
  await neighbours.tell(messageSent, practice, { from: 'office', version: 3, at: new Date('2026-03-10T09:00:00.000Z') });
  await neighbours.tell(messageSent, practice, { from: 'office', version: 3, at: new Date('2026-03-10T09:00:00.500Z') });
  await quiet(2, practice);
  expect(await noticesOf(practice)).toHaveLength(2);
});

test('a practice that is gone is told of to nobody, and not asked for again', async () => {
  const practice = neighbours.practice();
  neighbours.practices.delete(practice.id);
  await neighbours.tell(practiceAssigned, practice);
  await quiet(1, practice);
  expect(await noticesOf(practice)).toEqual([]);
});

test('two workers that tell the same thing at once write it once', async () => {
  const practice = neighbours.practice();
  neighbours.isAway = true;
  await neighbours.tell(practiceSubmitted, practice);
  const [row] = await eventually(async () => {
    const found = await service.db.manager.findBy(Announcement, { practiceId: practice.id });
    expect(found).toHaveLength(1);
    return found;
  });
  neighbours.isAway = false;
  const telling = service.get(TellingService);
  await Promise.all([1, 2, 3].map(() => telling.run(row?.id ?? '', new Date())));
  await quiet(1, practice);
  expect(await noticesOf(practice)).toHaveLength(3);
  expect(mailsOf(practice)).toHaveLength(2);
});

test('a job that fails is in the log with its queue, its id and the reason', async () => {
  const lines: Record<string, unknown>[] = [];
  const note = (line: Record<string, unknown>) => void lines.push(line);
  Logger.overrideLogger({ log: note, warn: note, error: note });
  neighbours.isAway = true;
  const practice = neighbours.practice();
  await neighbours.tell(practiceApproved, practice);
  const [row] = await eventually(async () => {
    const found = await service.db.manager.findBy(Announcement, { practiceId: practice.id });
    expect(found).toHaveLength(1);
    return found;
  });
  await eventually(() =>
    expect(lines).toContainEqual(
      expect.objectContaining({
        msg: 'a job failed',
        queue: 'announcements',
        failures: expect.any(Number),
        job: row?.id,
        tries: 1,
        isLast: false,
        err: expect.any(Error),
      }),
    ),
  );
  Logger.overrideLogger(false);
  neighbours.isAway = false;
  await service.get(TellingService).sweep(new Date());
  await quiet(1, practice);
});

test('neighbours that are away and a Redis that forgot everything cost no notice', async () => {
  neighbours.isAway = true;
  const practice = neighbours.practice();
  await neighbours.tell(practiceApproved, practice);
  await eventually(async () => expect(await untold()).toBe(1));
  await forget();
  neighbours.isAway = false;
  await service.get(TellingService).sweep(new Date());
  await quiet(1, practice);
  expect(mailsOf(practice)).toHaveLength(2);
});

test('a mail whose alarm was forgotten leaves with the next sweep', async () => {
  mail.behave('temporary-failure');
  const practice = neighbours.practice();
  await neighbours.tell(practiceApproved, practice);
  await eventually(async () => expect(await service.db.manager.countBy(Delivery, { status: 'bounced_temporary' })).toBe(2));
  // The alarms of the next try are set after that.
  await eventually(async () => expect(await service.get(Redis).keys(`${prefix}:deliveries:*-1`)).toHaveLength(2));
  await forget();
  mail.behave('ok');
  await service.db.query("update deliveries set due_at = now() - interval '1 second' where status = 'bounced_temporary'");
  await service.get(DeliveriesService).sweep(new Date());
  await quiet(1, practice);
  expect(mailsOf(practice)).toHaveLength(2);
});

test('IDE-51: whose password is guessed at learns of it once, by notice and by mail, where she works or where she is an applicant', async () => {
  neighbours.people.set(personOf(bianchi), { mail: 'bianchi@regione.example', language: 'it' });
  for (const [person, organizationId, audience, path] of [
    [giulia, null, 'applicant', '/area-personale/profilo'],
    [bianchi, piedmont, 'officer', '/console'],
  ] as const) {
    mail.clear();
    const personId = personOf(person);
    const event = await neighbours.tellGuesses(personId, organizationId);
    await neighbours.tellGuesses(personId, organizationId, event);
    await eventually(() => expect(mail.messages()).toHaveLength(1));
    expect(mail.messages()[0]?.subject).toBe('Tentativi di accesso non riusciti');
    const notices = await service.db.manager.findBy(Notice, { personId, path });
    expect(notices).toMatchObject([{ audience, organizationId, readAt: null }]);
  }
});

test('ADM-01: whom a body asks to work for it learns of it once, by notice and by mail, and where to answer', async () => {
  mail.clear();
  const personId = personOf(giulia);
  const event = await neighbours.tellInvitation(personId, 'Comune di Ascalea');
  await neighbours.tellInvitation(personId, 'Comune di Ascalea', event);
  await eventually(() => expect(mail.messages()).toHaveLength(1));
  expect(mail.messages()[0]).toMatchObject({
    subject: 'Un ente ti invita a lavorare come operatore',
    text: expect.stringContaining('Comune di Ascalea ti invita'),
  });
  const notices = await service.db.manager.find(Notice, { where: { personId }, order: { createdAt: 'DESC' } });
  expect(notices.filter(({ subject }) => subject.en === 'A body asks you to work as an officer')).toMatchObject([
    { audience: 'applicant', path: '/area-personale/profilo', readAt: null },
  ]);
});

test('the migrations make what the entities say', async () => {
  expect(await drift(service.db)).toEqual({ up: [], down: [] });
});

/** Throws away every job of this service, as a flushed Redis does. */
async function forget(): Promise<void> {
  const redis = service.get(Redis);
  const keys = await redis.keys(`${prefix}*`);
  if (keys.length > 0) await redis.del(keys);
}
