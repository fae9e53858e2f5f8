import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessNoted } from '@sportello/contracts/identity/accesses';
import { connectBus } from '@sportello/messaging/bus';
import { envelopeOf, outboxRow } from '@sportello/messaging/events';
import { ensureStream } from '@sportello/messaging/relay';
import { administrator, bianchi, ferrari, giulia, manager, marco, piedmont, stranger } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { employ, type IdentityUnderTest, idOf, practiceNumbers, register, registration, startIdentity } from '../../test/start-identity.js';
import { OfficersService } from '../officers/officers.service.js';
import { OfficesService } from '../organizations/offices.service.js';
import { AccessListService } from './access-list.service.js';
import { AccessLogService } from './access-log.service.js';

let identity: IdentityUnderTest;
let log: AccessLogService;
let lists: AccessListService;

beforeAll(async () => {
  identity = await startIdentity();
  log = identity.get(AccessLogService);
  lists = identity.get(AccessListService);
  for (const [person, family, code] of [
    [giulia, 'Bianco', 'BNCGLI80E41L219C'],
    [marco, 'Russo', 'RSSMRC80E41L219A'],
  ] as const)
    await register(identity, registration(person, person === giulia ? 'Giulia' : 'Marco', family, code));
  await employ(identity, manager, registration(manager, 'Paolo', 'Conti', 'CNTPLA80E41L219R'));
  await employ(identity, bianchi, registration(bianchi, 'Laura', 'Bianchi', 'BNCLRA80E41L219D'));
  await employ(identity, ferrari, registration(ferrari, 'Ada', 'Ferrari', 'FRRDAA80E41L219I'));
  const office = '01890000-0000-7000-8000-00000000c001';
  await identity.get(OfficesService).putOffice({ id: office, organizationId: piedmont, name: 'Ufficio Istruzione', version: 0 }, manager);
  const rights = { organizationId: piedmont, officeId: office, role: 'officer' as const, subjects: [], version: 1 };
  await identity.get(OfficersService).put({ id: idOf(bianchi), ...rights }, manager);
});
afterAll(() => identity.stop());

const minute = (count: number) => new Date(Date.UTC(2030, 0, 1, 9, count));
const reading = (count: number, subject = giulia) => ({
  id: randomUUID(),
  at: minute(count),
  subjectId: idOf(subject),
  actorId: idOf(bianchi),
  capacity: 'officer',
  organizationId: piedmont,
  action: 'practice-read',
  about: { kind: 'practices', id: randomUUID() },
  requestId: 'a'.repeat(32),
});
const brokenAt = async () =>
  (await identity.db.query('select * from check_access_log()')).map((row: { broken_at: string }) => row.broken_at);

test('D15: an access that another service notes is kept once, however often it is delivered, and the chain holds', async () => {
  const { url, passwords } = identity.nats;
  const practices = await connectBus({ url, user: 'practices', password: passwords.practices });
  await ensureStream(practices, 1);
  const access = reading(1);
  const envelope = envelopeOf({ ...outboxRow(accessNoted, access, new Date()), position: '0', publishedAt: null }, 'practices');
  for (let time = 0; time < 3; time += 1)
    await eventually(() => practices.request(accessNoted.subject, JSON.stringify(envelope), { timeout: 5_000 }));
  await eventually(async () => expect(await identity.db.query('select 1 from access_log where id = $1', [access.id])).toHaveLength(1));
  await practices.close();
  // Noted again under another event, as by a service that was restored from a copy.
  await identity.db.transaction((tx) => log.keep(access, tx));
  expect(await identity.db.query('select 1 from access_log where id = $1', [access.id])).toHaveLength(1);
  expect(await brokenAt()).toEqual([]);
});

test('D15: a person reads who read or changed her data, newest first, with the body and not who works for it, and nobody else does', async () => {
  const accesses = [reading(2), reading(3), reading(4)];
  for (const access of accesses) await identity.db.transaction((tx) => log.keep(access, tx));
  const seen = [];
  for (let after: string | undefined, page = 0; page < 3; page += 1) {
    const { items, next } = await lists.list({ limit: 1, after }, giulia);
    seen.push(...items);
    after = next ?? undefined;
  }
  expect(seen).toEqual(
    accesses.toReversed().map(({ id, at, about }) => ({
      id,
      at,
      by: { it: 'Regione Piemonte', en: 'Regione Piemonte' },
      office: 'Ufficio Istruzione',
      action: 'practice-read',
      what: { it: 'Lettura di una tua istanza', en: 'One of your requests was read' },
      about,
    })),
  );
  expect(JSON.stringify(seen)).not.toContain(idOf(bianchi));
  expect((await lists.list({ limit: 100 }, marco)).items.map(({ action }) => action)).not.toContain('practice-read');
});

test('BKO-27: the applicant reads who opened one request of hers, and not what was read of another', async () => {
  const [one, other] = [reading(20), reading(21)];
  for (const access of [one, other]) await identity.db.transaction((tx) => log.keep(access, tx));
  expect((await lists.list({ limit: 25, aboutId: one.about.id }, giulia)).items.map(({ id }) => id)).toEqual([one.id]);
  expect((await lists.list({ limit: 25, aboutId: one.about.id }, marco)).items).toEqual([]);
});

test('BKO-27: a manager reads which officer read which practice, and finds them by number, officer and day; no other body does', async () => {
  const morning = { ...reading(30), at: new Date('2031-03-04T08:00:00Z') };
  const night = { ...reading(31), at: new Date('2031-03-04T23:30:00Z'), actorId: idOf(ferrari), action: 'file-read' };
  for (const access of [morning, night]) await identity.db.transaction((tx) => log.keep(access, tx));
  practiceNumbers.set(morning.about.id, 'SERV06_UTENTI_2022.0000008');
  const asked = { limit: 25, from: '2031-03-04', to: '2031-03-05' };
  const found = async (more: object) => (await lists.listOfBody({ ...asked, ...more }, manager)).items.map(({ id }) => id);
  expect((await lists.listOfBody(asked, manager)).items).toEqual([
    expect.objectContaining({
      id: night.id,
      actorName: 'Ada Ferrari',
      office: null,
      what: { it: 'Apertura di un documento', en: 'Document opened' },
      number: null,
    }),
    expect.objectContaining({
      id: morning.id,
      actorId: idOf(bianchi),
      actorName: 'Laura Bianchi',
      office: 'Ufficio Istruzione',
      number: 'SERV06_UTENTI_2022.0000008',
    }),
  ]);
  expect(await found({ number: 'SERV06_UTENTI_2022.0000008' })).toEqual([morning.id]);
  expect(await found({ number: 'SERV06_UTENTI_2022.0000009' })).toEqual([]);
  expect(await found({ actorId: idOf(ferrari) })).toEqual([night.id]);
  // In Rome it was read on the day after.
  expect(await found({ to: '2031-03-04' })).toEqual([morning.id]);
  expect((await lists.listOfBody(asked, { ...administrator, organizationId: stranger.organizationId })).items).toEqual([]);
  const first = await lists.listOfBody({ ...asked, limit: 1 }, manager);
  expect((await lists.listOfBody({ ...asked, limit: 1, after: first.next ?? '' }, manager)).items.map(({ id }) => id)).toEqual([
    morning.id,
  ]);
});

test('D15: an access that was changed afterwards shows where', async () => {
  const access = reading(5);
  await identity.db.transaction((tx) => log.keep(access, tx));
  const [{ position }] = await identity.db.query('select position from access_log where id = $1', [access.id]);
  const runner = identity.db.createQueryRunner();
  await runner.startTransaction();
  try {
    await expect(identity.db.query('delete from access_log where id = $1', [access.id])).rejects.toThrow('append-only');
    await runner.query('alter table access_log disable trigger user');
    await runner.query('update access_log set about_id = gen_random_uuid() where id = $1', [access.id]);
    expect((await runner.query('select * from check_access_log()')).map((row: { broken_at: string }) => row.broken_at)).toEqual([position]);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
  expect(await brokenAt()).toEqual([]);
});
