import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { announced } from '@sportello/contracts/notifications/announcements';
import { noticeAdded } from '@sportello/contracts/notifications/notices';
import { drift } from '@sportello/service/migration';
import { bianchi, giulia, piedmont } from '@sportello/testing/people';
import { eventually, type NatsServer, startNats } from '@sportello/testing/servers';
import { type ServiceUnderTest, startService } from '@sportello/testing/start-service';
import { Redis } from 'ioredis';
import { In, IsNull } from 'typeorm';
import { z } from 'zod';
import { type MailCatcher, startMailCatcher } from '../../../../deploy/simulators/mail.ts';
import { type Neighbours, type News, personOf, startNeighbours, toDesk, toGiulia, toOfficers, toReader } from '../../test/neighbours.js';
import { notificationsService } from '../app.module.js';
import { DeliveriesService } from '../deliveries/deliveries.service.js';
import { Delivery } from '../deliveries/delivery.entity.js';
import { Notice } from '../notices/notice.entity.js';
import { NoticesService } from '../notices/notices.service.js';
import { Announcement } from './announcement.entity.js';
import { AnnouncementsService } from './announcements.service.js';

const prefix = `test-announcements-${process.pid}`;
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

const noticesOf = ({ id }: News) => service.db.manager.find(Notice, { where: { announcementId: id }, order: { personId: 'ASC' } });
const titleOf = ({ messages: [message] }: News) => message?.title.it ?? '';
const mailsOf = ({ messages }: News) => {
  const titles = messages.flatMap(({ title }) => [title.it, title.en]);
  return mail.messages().filter(({ subject }) => titles.includes(subject));
};
const unwritten = async () => service.db.manager.countBy(Announcement, { writtenAt: IsNull() });

/** Waits until all of these have been received, their notices and mails are written, and every mail is out. */
const delivered = (...news: News[]) =>
  eventually(async () => {
    const ids = In(news.map(({ id }) => id));
    const announcements = await service.db.manager.findBy(Announcement, { id: ids });
    expect(announcements).toHaveLength(news.length);
    expect(announcements.every(({ writtenAt }) => writtenAt)).toBe(true);
    const deliveries = await service.db.manager.findBy(Delivery, { announcementId: ids });
    expect(deliveries.filter(({ status, isGathered }) => status !== 'sent' && !isGathered)).toEqual([]);
  });

test('NOT-01, D19: news of a service that nobody here knows is told by notice and by mail, in both languages, once', async () => {
  const news = neighbours.news();
  const eventId = await neighbours.announce(news);
  await neighbours.announce(news, eventId);
  // Announced anew under another id, as by a service that was restored from a copy: the fact is the same.
  await neighbours.announce(news);
  // The last of the three, since events of one subject come in order.
  const last = neighbours.news();
  await neighbours.announce(last);
  await delivered(news, last);

  expect(
    mailsOf(news)
      .map(({ to, subject }) => [to[0], subject])
      .toSorted(),
  ).toEqual([
    ['bianchi@regione.example', news.messages[1]?.title.it],
    ['ferrari@regione.example', news.messages[1]?.title.en],
    ['giulia@example.it', news.messages[0]?.title.it],
  ]);
  const notices = await noticesOf(news);
  expect(notices).toHaveLength(3);
  expect(notices.find(({ personId }) => personId === personOf(giulia))).toMatchObject({
    place: 'portal',
    path: '/area-personale/prestiti',
    subject: news.messages[0]?.title,
    body: news.messages[0]?.body,
    createdAt: news.at,
  });
  expect(notices.filter(({ place, path }) => place === 'console' && path === '/console/prestiti')).toHaveLength(2);
  // Open pages receive each notice once.
  const ofThese = (await service.published(noticeAdded)).filter(({ noticeId }) => notices.some(({ id }) => id === noticeId));
  expect(ofThese).toHaveLength(notices.length);
  expect(ofThese).toEqual(expect.arrayContaining(notices.map(({ id: noticeId, personId }) => ({ noticeId, personId }))));
});

test('NOT-01, NOT-05: news that arrives late and in the wrong order is all told, and listed as it happened', async () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 2, 10, 9, minute));
  const news = [6, 4, 2, 3, 5].map((minute) => neighbours.news({ at: at(minute), messages: [toReader(`minuto ${minute}`)] }));
  for (const each of news) await neighbours.announce(each);
  await delivered(...news);
  const listed = await service.get(NoticesService).list({ limit: 100 }, giulia);
  const ours = new Set(news.map(titleOf));
  expect(listed.items.map(({ subject }) => subject.it).filter((subject) => ours.has(subject))).toEqual(
    [6, 5, 4, 3, 2].map((minute) => `Prestito scaduto: minuto ${minute}`),
  );
});

test('NOT-02: who is told reads it in her language, with a link to the page', async () => {
  neighbours.people.set(personOf(giulia), { mail: 'giulia@example.it', language: 'en' });
  const news = neighbours.news();
  await neighbours.announce(news);
  await delivered(news);
  neighbours.people.set(personOf(giulia), { mail: 'giulia@example.it', language: 'it' });

  const [hers] = mailsOf(news).filter(({ to }) => to.includes('giulia@example.it'));
  expect(hers?.subject).toBe(news.messages[0]?.title.en);
  expect(hers?.text).toContain('http://localhost:3000/en/area-personale/prestiti');
  expect(hers?.html).toContain('lang="en"');
  const [officers] = mailsOf(news).filter(({ to }) => to.includes('ferrari@regione.example'));
  expect(officers?.text).toContain('http://localhost:3000/console/prestiti');
});

test('two announcements of the same instant are two notices', async () => {
  const at = new Date();
  const news = [neighbours.news({ at }), neighbours.news({ at })];
  for (const each of news) await neighbours.announce(each);
  await delivered(...news);
  for (const each of news) expect(await noticesOf(each)).toHaveLength(3);
});

test('two workers that work on the same announcement at once write it once', async () => {
  neighbours.isAway = true;
  const news = neighbours.news();
  await neighbours.announce(news);
  await eventually(async () => expect(await service.db.manager.countBy(Announcement, { id: news.id })).toBe(1));
  neighbours.isAway = false;
  const announcements = service.get(AnnouncementsService);
  await Promise.all([1, 2, 3].map(() => announcements.run(news.id, new Date())));
  await delivered(news);
  expect(await noticesOf(news)).toHaveLength(3);
  expect(mailsOf(news)).toHaveLength(3);
});

test('a job that fails is in the log with its queue, its id and the reason', async () => {
  const lines: Record<string, unknown>[] = [];
  const note = (line: Record<string, unknown>) => void lines.push(line);
  Logger.overrideLogger({ log: note, warn: note, error: note });
  neighbours.isAway = true;
  const news = neighbours.news();
  await neighbours.announce(news);
  await eventually(() =>
    expect(lines).toContainEqual(
      expect.objectContaining({
        msg: 'a job failed',
        queue: 'announcements',
        failures: expect.any(Number),
        job: news.id,
        tries: 1,
        isLast: false,
        err: expect.any(Error),
      }),
    ),
  );
  Logger.overrideLogger(false);
  neighbours.isAway = false;
  await service.get(AnnouncementsService).sweep(new Date());
  await delivered(news);
});

test('an identity service that is away and a Redis that forgot everything cost no notice', async () => {
  neighbours.isAway = true;
  const news = neighbours.news();
  await neighbours.announce(news);
  await eventually(async () => expect(await unwritten()).toBe(1));
  await forget();
  neighbours.isAway = false;
  await service.get(AnnouncementsService).sweep(new Date());
  await delivered(news);
  expect(mailsOf(news)).toHaveLength(3);
});

test('a mail whose alarm was forgotten leaves with the next sweep', async () => {
  mail.behave('temporary-failure');
  const news = neighbours.news();
  await neighbours.announce(news);
  await eventually(async () => expect(await service.db.manager.countBy(Delivery, { status: 'bounced_temporary' })).toBe(3));
  // The alarms of the next try are set after that.
  await eventually(async () => expect(await service.get(Redis).keys(`${prefix}:deliveries:*-1`)).toHaveLength(3));
  await forget();
  mail.behave('ok');
  await service.db.query("update deliveries set due_at = now() - interval '1 second' where status = 'bounced_temporary'");
  await service.get(DeliveriesService).sweep(new Date());
  await delivered(news);
  expect(mailsOf(news)).toHaveLength(3);
});

test("IDE-51, ADM-01: what concerns a person's own account is told where she works or, if she works for nobody, in the portal", async () => {
  neighbours.people.set(personOf(bianchi), { mail: 'bianchi@regione.example', language: 'it' });
  const audience = [{ kind: 'person' as const, personId: personOf(bianchi) }];
  const news = [
    neighbours.news({ organizationId: null, messages: [toReader('account', { audience: toGiulia })] }),
    neighbours.news({ organizationId: piedmont, messages: [toDesk('account', { audience })] }),
  ];
  for (const each of news) await neighbours.announce(each);
  await delivered(...news);
  expect(await noticesOf(news[0] as News)).toMatchObject([
    { personId: personOf(giulia), place: 'portal', organizationId: null, readAt: null },
  ]);
  expect(await noticesOf(news[1] as News)).toMatchObject([{ personId: personOf(bianchi), place: 'console', organizationId: piedmont }]);
});

test('news without words, with too many or with a page elsewhere is no announcement', async () => {
  const refused: [string, Partial<News>][] = [
    ['no message', { messages: [] }],
    ['five of them', { messages: Array.from({ length: 5 }, () => toReader('troppi')) }],
    ['a page elsewhere', { messages: [toReader('altrove', { path: 'https://example.org' })] }],
    ['a title without end', { messages: [toReader('a'.repeat(501))] }],
    ['a topic of no service', { topic: 'whatever' }],
  ];
  for (const [what, differing] of refused)
    expect([what, announced.payload.safeEncode({ ...neighbours.news(), ...differing }).success]).toEqual([what, false]);
  // The largest that may be said fits into the bus many times over.
  const long = (it: string) => ({ it: it.repeat(500), en: it.repeat(500) });
  const largest = toReader('a', {
    audience: toOfficers,
    title: long('€'),
    body: { it: '€'.repeat(3_000), en: '€'.repeat(3_000) },
    together: {
      ofOne: { title: long('€'), body: { it: '€'.repeat(3_000), en: '€'.repeat(3_000) }, action: { it: '€', en: '€' } },
      ofMany: { title: long('€'), body: { it: '€'.repeat(3_000), en: '€'.repeat(3_000) }, action: { it: '€', en: '€' }, path: '/' },
      one: long('€'),
      several: long('€'),
    },
  });
  const event = z.encode(announced.payload, neighbours.news({ messages: Array.from({ length: 4 }, () => largest) }));
  expect(Buffer.byteLength(JSON.stringify(event))).toBeLessThan(512 * 1024);
});

test('the migrations make what the entities say', async () => {
  expect(await drift(service.db)).toEqual({ up: [], down: [] });
});

test('IDE-42: the secret of a one-time link is asked for when its mail is written, and is in the mail alone', async () => {
  const [open, over] = [randomUUID(), randomUUID()];
  neighbours.links.set(open, '/realms/sportello/credentials/link/secret-of-the-mail');
  const news = [open, over].map((linkId, at) =>
    neighbours.news({
      organizationId: null,
      messages: [toReader(`collegamento ${at}`, { audience: toGiulia, by: ['mail'], place: 'console', linkId })],
    }),
  );
  for (const each of news) await neighbours.announce(each);
  const [sent, refused] = news as [News, News];
  await delivered(sent);
  await eventually(async () =>
    expect(await service.db.manager.findOneByOrFail(Delivery, { announcementId: refused.id })).toMatchObject({
      status: 'bounced_permanent',
      failure: 'ELINKOVER',
    }),
  );
  const [letter] = mailsOf(sent);
  for (const part of [letter?.text, letter?.html]) expect(part).toContain('/realms/sportello/credentials/link/secret-of-the-mail');
  expect(mailsOf(refused)).toEqual([]);
  const kept = await service.db.query('select * from announcements, deliveries where announcements.id = deliveries.announcement_id');
  expect(JSON.stringify(kept)).not.toContain('secret-of-the-mail');
});

/** Throws away every job of this service, as a flushed Redis does. */
async function forget(): Promise<void> {
  const redis = service.get(Redis);
  const keys = await redis.keys(`${prefix}*`);
  if (keys.length > 0) await redis.del(keys);
}
