import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Payload } from '@sportello/contracts/contract';
import type { themeChanged } from '@sportello/contracts/identity/themes';
import { answerAmendment, requestAmendment } from '@sportello/contracts/practices/amendments';
import { practiceRegistered } from '@sportello/contracts/practices/events';
import { getPractice } from '@sportello/contracts/practices/practices';
import {
  annulProtocolEntry,
  getDailyRegisterAddress,
  listDailyRegisters,
  listProtocolEntries,
  protocolEntryMade,
} from '@sportello/contracts/practices/protocol';
import { decidePractice, listQueue, takePractice } from '@sportello/contracts/practices/queue';
import { ThemeCopies } from '@sportello/directory/themes';
import { openAddress } from '@sportello/documents/signed-address';
import { Storage } from '@sportello/documents/storage';
import { addDays, romeDate } from '@sportello/italy/rome-time';
import { CONFIG } from '@sportello/service/config';
import { administrator, bianchi, federica, manager, piedmont, stranger } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { themes } from '../../../../deploy/world/themes.ts';
import { refusal, World } from '../../test/world.js';
import type { PracticesConfig } from '../config.js';
import { DailyRegisters } from './daily-registers.js';
import { nextOwn } from './register.js';

let world: World;
let procedureId: string;
beforeAll(async () => {
  world = await World.start();
  procedureId = await world.procedure({ settings: { requiresConfirmation: true, registers: true } });
});
afterAll(() => world?.stop());

const registered = (id: string, count = 1) =>
  eventually(async () => {
    const practice = await world.ask(getPractice, { id }, federica);
    expect(practice.registrations?.filter(({ number }) => number !== null)).toHaveLength(count);
    return practice;
  }, 60);
const sentAndRegistered = async () => {
  const id = await world.sent(procedureId);
  return registered(id);
};
const entries = (input = {}) => world.ask(listProtocolEntries, { limit: 100, ...input }, manager);

test('PRA-49, INT-09: request, request of additions, answer and outcome each get a number, and the practice shows them', async () => {
  const { id, ...sent } = await sentAndRegistered();
  expect(sent).toMatchObject({ status: 'registered', protocolNumber: expect.stringMatching(/^\d{7}$/), protocolAt: expect.any(Date) });
  expect(sent.iter.at(-1)).toMatchObject({ move: 'register', reason: `${sent.protocolNumber}/${romeDate(new Date()).slice(0, 4)}` });
  expect((await world.service.published(practiceRegistered)).filter(({ practiceId }) => practiceId === id)).toHaveLength(1);

  await world.move(takePractice, { id }, bianchi);
  const amendmentId = randomUUID();
  const file = await world.attach(id, bianchi, 'amendment');
  await world.move(requestAmendment, { id, amendmentId, reason: 'Manca la delega', attachmentIds: [file] }, bianchi);
  await registered(id, 2);
  await world.move(answerAmendment, { id, amendmentId, text: 'Eccola', attachmentIds: [] }, federica);
  const { registrations = [] } = await registered(id, 3);
  expect(registrations.map(({ kind, direction, sourceId }) => [kind, direction, sourceId])).toEqual([
    ['request', 'incoming', id],
    ['amendment-request', 'outgoing', amendmentId],
    ['amendment-answer', 'incoming', amendmentId],
  ]);
  const numbers = registrations.map(({ number }) => Number(number));
  expect(numbers).toEqual([numbers[0], Number(numbers[0]) + 1, Number(numbers[0]) + 2]);

  const { items } = await entries({ number: String(numbers[1]) });
  expect(items).toMatchObject([{ practiceId: id, kind: 'amendment-request', correspondent: 'FEDERICA NERI', annulment: null }]);
  const ofText = createHash('sha256').update('Manca la delega').digest('hex');
  expect(items[0]?.documents.map(({ sha256 }) => sha256)).toEqual([ofText, 'e'.repeat(64)]);
});

test('PRA-86: the PDF of the request is what is registered; a receipt and a copy with number and date follow', async () => {
  const { id, protocolNumber } = await sentAndRegistered();
  const { documents } = await eventually(async () => {
    const practice = await world.ask(getPractice, { id }, federica);
    expect(practice.documents).toHaveLength(4);
    return practice;
  }, 60);
  expect(documents.map(({ kind }) => kind)).toEqual(['stamped', 'request', 'registration', 'receipt']);
  const { items } = await entries({ number: String(protocolNumber) });
  expect(items[0]?.documents[0]?.sha256).toBe(documents[1]?.sha256);
  expect(documents[0]?.name).toMatch(/^domanda-protocollata-/);
  expect(documents[0]?.sha256).not.toBe(documents[1]?.sha256);
});

test('the outcome is registered, and the practice is found by the number of any of its documents', async () => {
  const { id } = await sentAndRegistered();
  await world.move(takePractice, { id }, bianchi);
  await world.move(decidePractice, { id, decision: 'approved', message: 'Va bene', attachmentIds: [] }, bianchi);
  const { registrations = [] } = await registered(id, 2);
  for (const { number } of registrations) {
    const typed = String(Number(number));
    expect((await world.ask(listQueue, { protocol: typed }, bianchi)).items.map((row) => row.id)).toEqual([id]);
  }
  expect((await world.ask(listQueue, { protocol: '9999999' }, bianchi)).items).toEqual([]);
});

test('numbers have no gap, whoever takes them at the same time and whoever fails', async () => {
  const organizationId = randomUUID();
  const take = (fails: boolean) =>
    world.service.db.transaction(async (tx) => {
      const { number } = await nextOwn(tx, organizationId, () => new Date('2026-05-05T10:00:00Z'));
      if (fails) throw new Error('it fails after its number was taken');
      return number;
    });
  const outcomes = await Promise.allSettled(Array.from({ length: 40 }, (_, at) => take(at % 3 === 0)));
  const numbers = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  expect(numbers.sort()).toEqual(Array.from({ length: 26 }, (_, at) => String(at + 1).padStart(7, '0')));
});

test('the year is that of Rome: a number taken a second before midnight is the last of its year, and the next begins anew', async () => {
  const organizationId = randomUUID();
  const at = (instant: string) => world.service.db.transaction((tx) => nextOwn(tx, organizationId, () => new Date(instant)));
  expect(await at('2026-12-31T22:59:58Z')).toMatchObject({ number: '0000001', year: 2026 });
  expect(await at('2026-12-31T22:59:59.999Z')).toMatchObject({ number: '0000002', year: 2026 });
  expect(await at('2026-12-31T23:00:00Z')).toMatchObject({ number: '0000001', year: 2027 });
  expect(await at('2027-01-01T00:00:00Z')).toMatchObject({ number: '0000002', year: 2027 });
});

test('a body has numbers of its own', async () => {
  const [one, other] = [randomUUID(), randomUUID()];
  const clock = () => new Date('2026-05-05T10:00:00Z');
  for (const id of [one, other]) {
    expect(await world.service.db.transaction((tx) => nextOwn(tx, id, clock))).toMatchObject({ number: '0000001' });
  }
});

test('nobody changes or deletes an entry, not even at the database', async () => {
  await sentAndRegistered();
  for (const table of ['protocol_entries', 'protocol_annulments', 'protocol_days']) {
    await expect(world.service.db.query(`truncate ${table}`)).rejects.toThrow(/never changed/);
  }
  await expect(world.service.db.query("update protocol_entries set number = '0000000'")).rejects.toThrow(/never changed/);
  await expect(world.service.db.query('delete from protocol_entries')).rejects.toThrow(/never changed/);
});

test('an annulled entry says why and keeps its number; the same again is the first, another reason is refused', async () => {
  const { protocolNumber, id } = await sentAndRegistered();
  const { items } = await entries({ number: String(protocolNumber) });
  const entry = String(items[0]?.id);
  const reason = 'Registrata due volte';
  const [first, second] = await Promise.all([1, 2].map(() => world.ask(annulProtocolEntry, { id: entry, reason }, manager)));
  expect(first).toEqual(second);
  expect(first?.annulment).toMatchObject({ reason, byName: expect.any(String) });
  expect(await refusal(world.ask(annulProtocolEntry, { id: entry, reason: 'Altro' }, manager))).toMatchObject({ type: 'not-annullable' });
  expect((await world.ask(getPractice, { id }, federica)).registrations).toMatchObject([{ number: protocolNumber, isAnnulled: true }]);
  const told = (await world.service.published(protocolEntryMade)).filter(({ entryId }) => entryId === entry);
  expect(told.map(({ version, annulledAt }) => [version, annulledAt !== null])).toEqual([
    [1, false],
    [2, true],
  ]);
  const after = await sentAndRegistered();
  expect(after.protocolNumber).not.toBe(protocolNumber);
  for (const actor of [bianchi, federica, administrator]) {
    expect(await refusal(world.ask(annulProtocolEntry, { id: entry, reason }, actor))).toMatchObject({ type: 'forbidden' });
  }
  const other = { ...manager, organizationId: stranger.organizationId };
  expect(await refusal(world.ask(annulProtocolEntry, { id: entry, reason }, other))).toMatchObject({ type: 'protocol-entry-not-found' });
});

test('ADM-34: each day that has ended is a document with the logo of its body, made once, that can be checked against the one after it', async () => {
  await sentAndRegistered();
  const [first] = (await entries()).items;
  await world.ask(annulProtocolEntry, { id: String(first?.id), reason: 'Per prova' }, manager);
  const theme = themes[0] as Payload<typeof themeChanged>;
  await world.service.db.transaction((tx) => world.service.get(ThemeCopies).keep({ ...theme, version: 1 }, tx));
  const job = world.service.get(DailyRegisters);
  const today = romeDate(new Date());
  const [tomorrow, later] = [new Date(Date.now() + 86_400_000), new Date(Date.now() + 3 * 86_400_000)];
  expect(await job.sweep(new Date())).toBe(0);
  await Promise.all([1, 2].map(() => job.run(`${piedmont}.${today}`, tomorrow)));
  const list = () => world.ask(listDailyRegisters, {}, manager);
  const { items } = await list();
  expect(items).toHaveLength(1);
  const all = (await entries()).items;
  expect(items[0]).toMatchObject({ day: today, part: 1, entries: all.length, firstNumber: '0000001', previousSha256: null });
  expect(items[0]?.annulments).toBeGreaterThan(0);

  const { STORAGE_URL, FILES_SECRET } = world.service.get<PracticesConfig>(CONFIG);
  const { url } = await world.ask(getDailyRegisterAddress, { id: String(items[0]?.id) }, manager);
  const file = openAddress(url.replace('/files/', ''), FILES_SECRET, new Date());
  const bytes = await (await Storage.open(STORAGE_URL)).getBytes(String(file?.key));
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(items[0]?.sha256);
  expect(bytes.toString('latin1')).toContain('/Subtype /Image');
  for (const actor of [bianchi, federica]) {
    expect(await refusal(world.ask(getDailyRegisterAddress, { id: String(items[0]?.id) }, actor))).toMatchObject({ type: 'forbidden' });
  }

  // A day later something is annulled: its register names the one before.
  const [, second] = all;
  await world.service.db.query(
    `insert into protocol_annulments (entry_id, organization_id, at, by_id, by_name, reason) values ($1, $2, $3, $4, 'LAURA GALLI', 'Il giorno dopo')`,
    [second?.id, piedmont, tomorrow, manager.personId],
  );
  await job.run(`${piedmont}.${addDays(today, 1)}`, later);
  expect((await list()).items[0]).toMatchObject({ day: addDays(today, 1), entries: 0, annulments: 1, previousSha256: items[0]?.sha256 });
});

test('what the register tells again is what stands in it', async () => {
  await sentAndRegistered();
  const { protocolStates } = await import('./states.js');
  const rows = await protocolStates[0]?.read(world.service.db.manager, null, 1_000);
  const all = (await entries()).items;
  expect(rows).toHaveLength(all.length);
  expect(rows).toEqual(rows?.toSorted((a, b) => ((a as { entryId: string }).entryId < (b as { entryId: string }).entryId ? -1 : 1)));
});
