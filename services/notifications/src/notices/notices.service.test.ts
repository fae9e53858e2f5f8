import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Place } from '@sportello/contracts/notifications/announcements';
import { listNotices, noticeNotFound, readNotice } from '@sportello/contracts/notifications/notices';
import { invalidInput } from '@sportello/contracts/problems';
import { type Actor, visitor } from '@sportello/messaging/actor';
import { Bus, connectBus } from '@sportello/messaging/bus';
import { bianchi, dimostrativo, federica, giulia, marco, piedmont, stranger } from '@sportello/testing/people';
import { type ServiceUnderTest, startService } from '@sportello/testing/start-service';
import { Announcement } from '../announcements/announcement.entity.js';
import { notificationsService } from '../app.module.js';
import { Notice } from './notice.entity.js';
import { NoticesService } from './notices.service.js';

let service: ServiceUnderTest;
let notices: NoticesService;

/** Citizens whom no other test tells anything. */
const [paolo, elena, other]: [Actor, Actor, Actor] = [
  { ...giulia, personId: randomUUID() },
  { ...giulia, personId: randomUUID() },
  { ...giulia, personId: randomUUID() },
];

beforeAll(async () => {
  service = await startService(notificationsService, { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'no-reply@sportello.example' });
  notices = service.get(NoticesService);
});
afterAll(() => service.stop());

async function tell(
  { personId }: Actor,
  minute: number,
  { place = 'portal' as Place, organizationId = piedmont, path = '/area-personale/prestiti' } = {},
): Promise<string> {
  const [id, announcementId] = [randomUUID(), randomUUID()];
  const createdAt = new Date(Date.UTC(2026, 2, 10, 9, minute));
  await service.db.manager.insert(Announcement, {
    id: announcementId,
    organizationId,
    sender: 'Biblioteca civica',
    subjectKind: 'loan',
    subjectId: randomUUID(),
    topic: 'library.loan-overdue',
    messages: [],
    documents: [],
    at: createdAt,
    receivedAt: createdAt,
    traceparent: '',
    writtenAt: createdAt,
  });
  const text = { it: `Esito ${minute}`, en: `Outcome ${minute}` };
  await service.db.manager.insert(Notice, {
    id,
    announcementId,
    organizationId,
    personId: personId as string,
    place,
    subject: text,
    body: text,
    path,
    createdAt,
    readAt: null,
  });
  return id;
}

test('NOT-20: the centre lists the newest first, page by page, with the number of unread ones', async () => {
  // Two of the same instant: neither is skipped nor shown twice where the page turns.
  const ids = [];
  for (const minute of [1, 2, 3, 3, 4]) ids.push(await tell(giulia, minute));
  const seen: string[] = [];
  for (let after: string | undefined, page = 0; page < 3; page++) {
    const { items, next, unread } = await notices.list({ limit: 2, after }, giulia);
    expect(unread).toBe(5);
    seen.push(...items.map(({ id }) => id));
    expect(next === null).toBe(page === 2);
    after = next ?? undefined;
  }
  expect(seen).toHaveLength(5);
  expect(new Set(seen)).toEqual(new Set(ids));
  expect(seen[0]).toBe(ids[4]);
  expect(seen[4]).toBe(ids[0]);
});

test('NOT-20: reading a notice marks it once', async () => {
  const id = await tell(marco, 1);
  const first = await notices.read({ id }, marco);
  const second = await notices.read({ id }, marco);
  expect(first.readAt).toBeInstanceOf(Date);
  expect(second.readAt).toEqual(first.readAt);
  expect(await notices.list({ limit: 10 }, marco)).toMatchObject({ unread: 0, items: [{ id }] });
});

test('all that was shown is marked as read at once; what came meanwhile, and what is of others, stays unread', async () => {
  for (const minute of [1, 2, 9]) await tell(paolo, minute);
  await tell(other, 1);
  const upTo = new Date(Date.UTC(2026, 2, 10, 9, 2));
  expect(await notices.readAll({ upTo }, paolo)).toEqual({ read: 2 });
  expect(await notices.readAll({ upTo }, paolo)).toEqual({ read: 0 });
  expect((await notices.list({ limit: 10 }, paolo)).unread).toBe(1);
  expect((await notices.list({ limit: 10 }, other)).unread).toBe(1);
});

test('what is unread is counted by the page that it leads to, and that of one page can be marked as read', async () => {
  const [first, second] = ['/area-personale/pratiche/1', '/area-personale/pratiche/2'];
  await tell(elena, 1, { path: first });
  await tell(elena, 2, { path: second });
  await tell(elena, 3, { path: first });
  const told = async () => (await notices.list({ limit: 1 }, elena)).unreadPages;
  expect(await told()).toEqual([
    { path: first, count: 2 },
    { path: second, count: 1 },
  ]);
  await notices.readAll({ upTo: new Date(), path: first }, elena);
  expect(await told()).toEqual([{ path: second, count: 1 }]);
});

test("another person's notice is not there", async () => {
  const id = await tell(federica, 1);
  for (const other of [giulia, bianchi, stranger, visitor('it')])
    await expect(notices.read({ id }, other)).rejects.toMatchObject({ problem: noticeNotFound });
  expect((await notices.list({ limit: 100 }, stranger)).items).toEqual([]);
});

test('an officer finds what her body told her, not what it told her as a citizen or what another body did', async () => {
  const asOfficer = await tell(bianchi, 1, { place: 'console' });
  const asCitizen = await tell(bianchi, 2);
  await tell(bianchi, 3, { place: 'console', organizationId: dimostrativo });
  const citizen: Actor = { ...bianchi, roles: ['citizen'], organizationId: null };
  expect((await notices.list({ limit: 10 }, bianchi)).items.map(({ id }) => id)).toEqual([asOfficer]);
  expect((await notices.list({ limit: 10 }, citizen)).items.map(({ id }) => id)).toEqual([asCitizen]);
});

test.each([
  'not a place',
  Buffer.from('["2026-03-10"]').toString('base64url'),
  Buffer.from(`["x","${randomUUID()}"]`).toString('base64url'),
])('a place of the list that we did not give is refused: %s', async (after) => {
  await expect(notices.list({ limit: 10, after }, giulia)).rejects.toMatchObject({ problem: invalidInput });
});

test('on the bus the centre answers the signed in, and no visitor', async () => {
  const nats = await connectBus({ url: service.nats.url, user: 'tools', password: service.nats.passwords.tools });
  const bus = new Bus(nats);
  const id = await tell(giulia, 9);
  expect(await bus.call(listNotices, { limit: '1' }, giulia)).toMatchObject({ items: [{ id, readAt: null }] });
  expect(await bus.call(readNotice, { id }, giulia)).toMatchObject({ id, subject: { it: 'Esito 9', en: 'Outcome 9' } });
  await expect(bus.call(listNotices, {}, visitor('it'))).rejects.toMatchObject({ received: { status: 403 } });
  await nats.close();
});
