import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessNoted } from '@sportello/contracts/identity/accesses';
import { connectBus } from '@sportello/messaging/bus';
import { envelopeOf, outboxRow } from '@sportello/messaging/events';
import { ensureStream } from '@sportello/messaging/relay';
import { bianchi, giulia, marco, piedmont } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { type IdentityUnderTest, idOf, register, registration, startIdentity } from '../../test/start-identity.js';
import { AccessLogService } from './access-log.service.js';

let identity: IdentityUnderTest;
let log: AccessLogService;

beforeAll(async () => {
  identity = await startIdentity();
  log = identity.get(AccessLogService);
  for (const [person, family, code] of [
    [giulia, 'Bianco', 'BNCGLI80E41L219C'],
    [marco, 'Russo', 'RSSMRC80E41L219A'],
  ] as const)
    await register(identity, registration(person, person === giulia ? 'Giulia' : 'Marco', family, code));
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
    const { items, next } = await log.list({ limit: 1, after }, giulia);
    seen.push(...items);
    after = next ?? undefined;
  }
  expect(seen).toEqual(
    accesses.toReversed().map(({ id, at, about }) => ({
      id,
      at,
      by: { it: 'Regione Piemonte', en: 'Regione Piemonte' },
      action: 'practice-read',
      what: { it: 'Lettura di una tua istanza', en: 'One of your requests was read' },
      about,
    })),
  );
  expect(JSON.stringify(seen)).not.toContain(idOf(bianchi));
  expect((await log.list({ limit: 100 }, marco)).items.map(({ action }) => action)).not.toContain('practice-read');
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
