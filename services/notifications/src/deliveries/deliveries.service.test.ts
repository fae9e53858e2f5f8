import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { Payload } from '@sportello/contracts/contract';
import type { themeChanged } from '@sportello/contracts/identity/themes';
import { mailNotFound } from '@sportello/contracts/notifications/mails';
import { findTheme, ThemeCopies } from '@sportello/directory/themes';
import { qrCodePicture } from '@sportello/documents/qr-code';
import { Storage } from '@sportello/documents/storage';
import { CONFIG } from '@sportello/service/config';
import { drift } from '@sportello/service/migration';
import { dimostrativo, manager, piedmont } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { type ServiceUnderTest, startService } from '@sportello/testing/start-service';
import { type MailCatcher, startMailCatcher } from '../../../../deploy/simulators/mail.ts';
import { themes } from '../../../../deploy/world/themes.ts';
import { toReader } from '../../test/neighbours.js';
import { Announcement } from '../announcements/announcement.entity.js';
import { notificationsService } from '../app.module.js';
import type { Config } from '../config.js';
import { DeliveriesService } from './deliveries.service.js';
import { Delivery } from './delivery.entity.js';
import type { Content } from './letter.js';
import { mailOf } from './mail.js';
import { Mailer } from './mailer.js';
import { UnsentMailsService } from './unsent-mails.service.js';

let service: ServiceUnderTest;
let deliveries: DeliveriesService;
let mail: MailCatcher;

beforeAll(async () => {
  mail = await startMailCatcher();
  service = await startService(notificationsService, { SMTP_URL: mail.smtpUrl, MAIL_FROM: 'Sportello <no-reply@sportello.example>' });
  deliveries = service.get(DeliveriesService);
});
beforeEach(() => {
  mail.clear();
  mail.behave('ok');
});
afterAll(async () => {
  await service.stop();
  await mail.stop();
});

/** Tomorrow, so that the alarms which are set do not ring by themselves. */
const noon = new Date(Date.now() + 86_400_000);
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000);
const read = (id: string) => service.db.manager.findOneByOrFail(Delivery, { id });
const messageIds = () => new Set(mail.messages().map(({ messageId }) => messageId));

/** A mail to Giulia about a loan, due at noon; its alarm is ours to ring. */
async function queue(differing: Partial<Announcement> = {}): Promise<{ delivery: Delivery; content: Content }> {
  const announcement = Object.assign(new Announcement(), {
    id: randomUUID(),
    organizationId: piedmont,
    sender: 'Biblioteca civica',
    subjectKind: 'loan',
    subjectId: randomUUID(),
    topic: 'library.loan-overdue',
    messages: [toReader('Pinocchio')],
    documents: [],
    at: noon,
    receivedAt: noon,
    traceparent: '',
    writtenAt: noon,
    ...differing,
  });
  const delivery = Object.assign(new Delivery(), {
    id: randomUUID(),
    announcementId: announcement.id,
    organizationId: piedmont,
    personId: randomUUID(),
    topic: announcement.topic,
    place: 'portal' as const,
    message: 0,
    address: 'giulia@example.it',
    language: 'it' as const,
    status: 'queued' as const,
    attempts: 0,
    queuedAt: noon,
    dueAt: noon,
    sendingSince: null,
    sentAt: null,
    failure: null,
    gathersUntil: null,
    isGathered: false,
    joinedId: null,
  });
  await service.db.manager.insert(Announcement, announcement);
  await service.db.manager.insert(Delivery, delivery);
  return { delivery, content: { announcement, message: toReader('Pinocchio') } };
}

const queued = async (differing: Partial<Announcement> = {}) => (await queue(differing)).delivery;

test('NOT-09, PRA-10: a mail brings the PDFs that were announced with it', async () => {
  const storage = await Storage.open(service.get<Config>(CONFIG).STORAGE_URL);
  await storage.put('pdf/request', Buffer.from('%PDF-1.7 request'));
  await storage.put('pdf/receipt', Buffer.from('%PDF-1.7 receipt'));
  const documents = [
    { key: 'pdf/request', name: 'istanza.pdf' },
    { key: 'pdf/receipt', name: 'ricevuta.pdf' },
  ];
  const { id } = await queued({ documents });
  await deliveries.run(id, noon);

  const [caught] = mail.messages();
  expect(caught).toMatchObject({ to: ['giulia@example.it'], subject: 'Prestito scaduto: Pinocchio' });
  expect(caught?.attachments.map(({ filename, contentType }) => [filename, contentType])).toEqual([
    ['istanza.pdf', 'application/pdf'],
    ['ricevuta.pdf', 'application/pdf'],
  ]);
});

test('a PDF that the storage does not give now is waited for', async () => {
  const { id } = await queued({ documents: [{ key: 'pdf/late', name: 'ricevuta.pdf' }] });
  await deliveries.run(id, noon);
  expect(await read(id)).toMatchObject({ status: 'bounced_temporary', failure: 'ESTORAGE' });
  await (await Storage.open(service.get<Config>(CONFIG).STORAGE_URL)).put('pdf/late', Buffer.from('%PDF-1.7'));
  await deliveries.run(id, minutes(1));
  expect(await read(id)).toMatchObject({ status: 'sent', failure: null });
});

test('a mail says that a machine wrote it, and is the same however often it is written', async () => {
  const { delivery, content } = await queue();
  const config = {
    MAIL_FROM: 'Sportello <no-reply@sportello.example>',
    PUBLIC_URL: 'https://sportello.example',
    BODY_URLS: new Map([[piedmont, 'https://servizi.piemonte.example']]),
    LABORATORY: false,
  };
  const written = mailOf(delivery, [content], [], config);
  expect(written.headers).toEqual({ 'Auto-Submitted': 'auto-generated', 'Content-Language': 'it' });
  expect(written.messageId).toBe(`<${delivery.id}@sportello.example>`);
  expect(mailOf(delivery, [content], [], config)).toEqual(written);
  expect(written.text).toContain('https://servizi.piemonte.example/');
  expect(mailOf(delivery, [content], [], { ...config, BODY_URLS: new Map() }).text).toContain('https://sportello.example/');
});

test('APP-62: a mail whose message has a QR code shows its picture, which comes with it', async () => {
  const qrCode = 'https://sportello.example/console/calendari/1/arrivi?appuntamento=2';
  const { id } = await queued({ messages: [{ ...toReader('Pinocchio'), qrCode }] });
  await deliveries.run(id, noon);
  const [caught] = mail.messages();
  // The simulator shows pictures in their place: the mark of the body, and the code.
  expect(caught?.html.match(/<img src="data:image\/png;base64,/g)).toHaveLength(2);
  expect((await qrCodePicture(qrCode)).subarray(1, 4).toString()).toBe('PNG');
});

test('ADM-34: a mail bears the name, the logo and the colour of its body, by the last that was told of them', async () => {
  const theme = themes[0] as (typeof themes)[number];
  const tell = (version: number, it: string) =>
    service.db.transaction((tx) =>
      service
        .get(ThemeCopies)
        .keep({ ...theme, organizationId: dimostrativo, version, name: { it, en: it } } as Payload<typeof themeChanged>, tx),
    );
  await tell(2, 'Il mio Comune');
  await tell(2, 'Il mio Comune');
  await tell(1, 'Il Comune di prima');
  const { delivery, content } = await queue();
  await service.db.manager.update(Delivery, { id: delivery.id }, { organizationId: dimostrativo });
  await deliveries.run(delivery.id, noon);
  const [caught] = mail.messages();
  expect(caught?.html).toContain('>Il mio Comune</td>');
  expect(caught?.html).toContain('background:#8a1538');
  expect(caught?.html).toContain('alt="Stemma della Regione Piemonte"');
  expect(caught?.text).toContain('Il mio Comune. ');
  const logo = Buffer.from(theme.logo?.png ?? '', 'base64');
  const inForce = await findTheme(service.db.manager, dimostrativo);
  expect(mailOf(delivery, [content], [], service.get<Config>(CONFIG), inForce).attachments[0]?.content).toEqual(logo);
  expect(await drift(service.db)).toEqual({ up: [], down: [] });
});

test('a mail server and a storage that are away are told by the health, and once in the log, and nobody else waits', async () => {
  const lines: unknown[] = [];
  const note = (line: unknown) => void lines.push(line);
  const alone = await service.replica({ SMTP_URL: 'smtp://127.0.0.1:1', STORAGE_URL: 'file:///dev/null/nowhere' });
  Logger.overrideLogger({ log: () => undefined, warn: note, error: note });
  try {
    // A busy machine may keep the other needs silent for a while.
    await eventually(async () => {
      const answer = await fetch(`http://127.0.0.1:${alone.healthPort}/ready`);
      expect([answer.status, await answer.json()]).toMatchObject([200, { status: 'degraded', failing: [], degraded: ['mail', 'storage'] }]);
    });
    for (const { id } of [await queued(), await queued(), await queued()]) {
      await alone.get(DeliveriesService).run(id, noon);
      expect(await read(id)).toMatchObject({ status: 'bounced_temporary', attempts: 1 });
    }
    expect(lines.filter((line) => /mail/.test((line as { msg: string }).msg))).toEqual([
      expect.objectContaining({ msg: 'the mail server is away: mails wait' }),
    ]);
  } finally {
    await alone.stop();
    Logger.overrideLogger(false);
  }
});

test('NOT-23: an address that the server refuses for good is not tried again', async () => {
  mail.behave('refuse');
  const { id } = await queued();
  await deliveries.run(id, noon);
  expect(await read(id)).toMatchObject({ status: 'bounced_permanent', failure: 'EENVELOPE 550', attempts: 1 });
  mail.behave('ok');
  await deliveries.run(id, minutes(999));
  expect(mail.messages()).toEqual([]);
});

test('NOT-23: a server that fails for a while gets the mail later, once', async () => {
  mail.behave('temporary-failure');
  const { id } = await queued();
  await deliveries.run(id, noon);
  expect(await read(id)).toMatchObject({ status: 'bounced_temporary', attempts: 1, dueAt: minutes(1) });
  mail.behave('ok');
  await deliveries.run(id, noon); // an alarm that rings too early
  expect(mail.messages()).toEqual([]);
  await deliveries.run(id, minutes(1));
  await deliveries.run(id, minutes(2));
  expect(await read(id)).toMatchObject({ status: 'sent', attempts: 2, sentAt: minutes(1) });
  expect(mail.messages()).toHaveLength(1);
});

test('a server that takes the mail and hangs up gets a copy that it can tell by its Message-ID', async () => {
  mail.behave('drop-after-data');
  const { id } = await queued();
  await deliveries.run(id, noon);
  expect(await read(id)).toMatchObject({ status: 'bounced_temporary' });
  mail.behave('ok');
  await deliveries.run(id, minutes(1));
  expect(await read(id)).toMatchObject({ status: 'sent' });
  expect(mail.messages()).toHaveLength(2);
  expect(messageIds()).toEqual(new Set([`<${id}@sportello.example>`]));
});

test('a crash between sending and noting it sends no other mail, only a copy under the same Message-ID', async () => {
  const { delivery, content } = await queue();
  delivery.take(noon);
  await service.db.manager.save(delivery);
  const config = service.get<Config>(CONFIG);
  await service.get(Mailer).send(mailOf(delivery, [content], [], config));

  await deliveries.run(delivery.id, minutes(4)); // whoever was sending it may still be alive
  expect(mail.messages()).toHaveLength(1);
  await deliveries.run(delivery.id, minutes(5));
  expect(await read(delivery.id)).toMatchObject({ status: 'sent', attempts: 2 });
  expect(messageIds().size).toBe(1);
});

test('ten workers that find the same mail due send it once', async () => {
  const { id } = await queued();
  await Promise.all(Array.from({ length: 10 }, () => deliveries.run(id, noon)));
  expect(mail.messages()).toHaveLength(1);
});

test('a server that is not there costs a try and no mail', async () => {
  const { id } = await queued();
  await mail.stop();
  await deliveries.run(id, noon);
  expect((await read(id)).status).toBe('bounced_temporary');
  mail = await startMailCatcher({ smtp: Number(new URL(service.get<Config>(CONFIG).SMTP_URL).port), mail: 0 });
  await eventually(async () => {
    await deliveries.run(id, minutes(1));
    expect((await read(id)).status).toBe('sent');
  });
});

const laura = { ...manager, organizationId: dimostrativo };

/** Mails of a body of its own that were refused for good, oldest first. */
async function refused(count: number): Promise<string[]> {
  mail.behave('refuse');
  const ids: string[] = [];
  for (let at = 0; at < count; at++) {
    const { id } = await queued();
    await service.db.manager.update(Delivery, { id }, { organizationId: dimostrativo, queuedAt: minutes(at) });
    await deliveries.run(id, noon);
    ids.push(id);
  }
  mail.behave('ok');
  return ids;
}

test('ADM-33: a manager sees the mails that were not taken, with the reason and by state, and sends them again', async () => {
  const unsent = service.get(UnsentMailsService);
  const seen = async (asked: { state?: 'failed' | 'waiting' } = {}) => (await unsent.list({ limit: 25, ...asked }, laura)).items;
  const [first = '', second = '', third = ''] = await refused(3);
  expect(await seen({ state: 'failed' })).toMatchObject([
    { id: third, state: 'failed', address: 'giulia@example.it', failure: 'EENVELOPE 550', attempts: 1, nextTryAt: null, practiceId: null },
    { id: second },
    { id: first },
  ]);
  expect(await seen({ state: 'waiting' })).toEqual([]);
  await unsent.retry({ id: first }, laura);
  await eventually(async () => expect(mail.messages()).toHaveLength(1));
  await eventually(async () => expect((await seen()).map(({ id }) => id)).toEqual([third, second]));
  // What has left meanwhile is there no more, and is not sent twice.
  await expect(unsent.retry({ id: first }, laura)).rejects.toMatchObject({ problem: mailNotFound });
  expect(await unsent.retryAll({}, laura)).toEqual({ count: 2 });
  expect(await unsent.retryAll({}, laura)).toEqual({ count: 0 });
  await eventually(async () => expect(await seen()).toEqual([]));
  expect(mail.messages()).toHaveLength(3);
});

test('ADM-33: a mail that is tried again fails again with its reason, and a mail of another body is not there', async () => {
  const unsent = service.get(UnsentMailsService);
  const [id = ''] = await refused(1);
  mail.behave('temporary-failure');
  await unsent.retry({ id }, laura);
  await eventually(async () =>
    expect((await unsent.list({ limit: 25, state: 'waiting' }, laura)).items).toMatchObject([{ id, attempts: 2 }]),
  );
  expect((await unsent.list({ limit: 25 }, manager)).items.map((each) => each.id)).not.toContain(id);
  await expect(unsent.retry({ id }, manager)).rejects.toMatchObject({ problem: mailNotFound });
  await expect(unsent.retry({ id }, { ...manager, organizationId: null })).rejects.toMatchObject({ problem: mailNotFound });
});
