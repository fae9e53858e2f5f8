import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Payload } from '@sportello/contracts/contract';
import type { themeChanged } from '@sportello/contracts/identity/themes';
import { confirmDocument } from '@sportello/contracts/practices/documents';
import { receiptIssued } from '@sportello/contracts/practices/events';
import { getPractice } from '@sportello/contracts/practices/practices';
import { ThemeCopies } from '@sportello/directory/themes';
import { Storage } from '@sportello/documents/storage';
import { visitor } from '@sportello/messaging/actor';
import { CONFIG } from '@sportello/service/config';
import { federica } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { themes } from '../../../../deploy/world/themes.ts';
import { refusal, World } from '../../test/world.js';
import type { PracticesConfig } from '../config.js';
import { Document } from './document.entity.js';
import { ReceiptMaker } from './receipt-maker.js';
import { Receipts } from './receipts.js';

let world: World;
let storage: Storage;
let procedureId: string;
beforeAll(async () => {
  world = await World.start();
  storage = await Storage.open(world.service.get<PracticesConfig>(CONFIG).STORAGE_URL);
  procedureId = await world.procedure();
});
afterAll(() => world?.stop());

const documentsOf = async (id: string) => (await world.ask(getPractice, { id }, federica)).documents;
const keysOf = async (id: string) =>
  (await world.service.db.manager.findBy(Document, { practiceId: id })).toSorted((a) => (a.kind === 'request' ? -1 : 1));
const issued = (id: string) => eventually(async () => expect(await documentsOf(id)).toHaveLength(2));
const toldOf = async (id: string) => (await world.service.published(receiptIssued)).filter(({ practiceId }) => practiceId === id);

test('PRA-10, PRA-16: the copy and the receipt follow the sending, and are what their hashes say', async () => {
  const id = await world.sent(procedureId);
  await issued(id);
  const documents = await keysOf(id);
  expect(documents.map(({ kind }) => kind)).toEqual(['request', 'receipt']);
  for (const document of await documentsOf(id)) {
    const key = documents.find(({ kind }) => kind === document.kind)?.key ?? '';
    const bytes = await storage.getBytes(key);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(document.sha256);
  }
  expect(await toldOf(id)).toHaveLength(1);
});

const lines = { it: ['it-IT', '', 'ricevuta'], en: ['en-GB', '/en', 'receipt'] } as const;

test.each(['it', 'en'] as const)(
  'PRA-10: the documents of who writes in "%s" are in that language, and lead to its pages',
  async (language) => {
    const id = await world.sent(procedureId, { ...federica, language });
    await issued(id);
    const [lang, prefix, name] = lines[language];
    const documents = await keysOf(id);
    const receipt = documents.find(({ kind }) => kind === 'receipt');
    expect(receipt?.name).toMatch(new RegExp(`^${name}-SERV06_.*\\.pdf$`));
    const receiptBytes = (await storage.getBytes(receipt?.key ?? '')).toString('latin1');
    const code = (await documentsOf(id)).find(({ kind }) => kind === 'receipt')?.verificationCode;
    const addresses = [...receiptBytes.matchAll(/\/URI \(([^)]+)\)/g)].map(([, address]) => new URL(address as string).pathname);
    expect(new Set(addresses)).toEqual(new Set([`${prefix}/area-personale/pratiche/${id}`, `${prefix}/verifica/${code}`]));
    expect(receiptBytes).toContain(`/Lang (${lang})`);
  },
);

test('ADM-34: the documents bear the logo of their body', async () => {
  const theme = themes[0] as Payload<typeof themeChanged>;
  await world.service.db.transaction((tx) => world.service.get(ThemeCopies).keep({ ...theme, version: 1 }, tx));
  const id = await world.sent(procedureId);
  await issued(id);
  for (const { key } of await keysOf(id)) expect((await storage.getBytes(key ?? '')).toString('latin1')).toContain('/Subtype /Image');
  await world.service.db.query('delete from theme_copies');
});

test('a job that is done again makes the same bytes, the same codes, and tells nobody twice', async () => {
  const id = await world.sent(procedureId);
  await issued(id);
  const before = await documentsOf(id);
  // As after a crash between the storing of the files and the note of it, with which it is told.
  await world.service.db.query('update documents set key = null, sha256 = null, size_bytes = null where practice_id = $1', [id]);
  await world.service.db.query('update practices set receipt_issued_at = null where id = $1', [id]);
  await world.service.db.query(`delete from outbox where subject = $1 and payload->>'practiceId' = $2`, [receiptIssued.subject, id]);
  await world.service.get(ReceiptMaker).issue(id, new Date());
  expect(await documentsOf(id)).toEqual(before);
  expect(await toldOf(id)).toHaveLength(1);
  await world.service.get(ReceiptMaker).issue(id, new Date());
  expect(await toldOf(id)).toHaveLength(1);
});

test('a flushed Redis loses no receipt: the sweep sets the alarms again', async () => {
  const receipts = world.service.get(Receipts);
  const queue = receipts.alarms;
  await queue.pause();
  const id = await world.sent(procedureId);
  await eventually(async () => expect(await queue.count()).toBeGreaterThan(0));
  await queue.obliterate({ force: true });
  await queue.resume();
  expect(await documentsOf(id)).toEqual([]);
  expect(await receipts.sweep(new Date())).toBe(1);
  await issued(id);
  expect(await receipts.sweep(new Date())).toBe(0);
});

test('a receipt whose job failed to the end is made after the next sweep', async () => {
  const receipts = world.service.get(Receipts);
  const queue = receipts.alarms;
  await queue.pause();
  const id = await world.sent(procedureId);
  const [{ form_id: formId }] = await world.service.db.query('select form_id from practices where id = $1', [id]);
  await world.service.db.query('update practices set form_id = $2 where id = $1', [id, randomUUID()]);
  await eventually(async () => expect(await queue.count()).toBeGreaterThan(0));
  await queue.resume();
  await eventually(async () => expect(await queue.getJob(id)).toBeUndefined());
  await world.service.db.query('update practices set form_id = $2 where id = $1', [id, formId]);
  await receipts.sweep(new Date());
  await issued(id);
});

test('whoever holds a document can have it confirmed by its code, and learns nothing of the applicant', async () => {
  const id = await world.sent(procedureId);
  await issued(id);
  const [request] = await documentsOf(id);
  const typed = String(request?.verificationCode).toLowerCase().replaceAll('-', ' ');
  const confirmed = await world.ask(confirmDocument, { code: typed }, visitor('it'));
  expect(confirmed).toMatchObject({ kind: 'request', organizationName: 'Regione Piemonte', sha256: request?.sha256 });
  expect(JSON.stringify(confirmed)).not.toContain('NERI');
  for (const code of ['2222-2222-2222-2222', 'nonsense', '']) {
    expect((await refusal(world.ask(confirmDocument, { code }, visitor('it')))).type).toBe('document-unknown');
  }
});

test('a service tells its doors, events, letters, connections and jobs in figures', async () => {
  await issued(await world.sent(procedureId));
  const figures = await (await fetch(`http://127.0.0.1:${world.service.healthPort}/metrics`)).text();
  const told = new Set(
    figures.split('\n').flatMap((line) => /^sportello_\w+(?:\{.*?(?:door|handler|queue|state)="[\w.-]+)?/.exec(line)?.[0] ?? []),
  );
  for (const figure of [
    'sportello_request_duration_seconds_count{service="practices",door="rpc.practices.submit.v1',
    'sportello_outbox_waiting',
    'sportello_outbox_age_seconds',
    'sportello_events_pending{handler="practices',
    'sportello_database_connections{state="idle',
    'sportello_jobs{queue="receipts',
  ])
    expect([...told].filter((line) => line.startsWith(figure))).not.toEqual([]);
});

test('a replica that has ended takes up no more jobs', async () => {
  const { alarms } = world.service.get(Receipts);
  const other = await world.service.replica({});
  await eventually(async () => expect(await alarms.getWorkersCount()).toBe(2));
  await other.stop();
  await eventually(async () => expect(await alarms.getWorkersCount()).toBe(1));
});

test('a storage that is away delays receipts, and takes nothing else away: the health says so', async () => {
  const alone = await world.service.replica({ STORAGE_URL: 'file:///dev/null/nowhere' });
  try {
    // A busy machine may keep the other needs silent for a while.
    await eventually(async () => {
      const answer = await fetch(`http://127.0.0.1:${alone.healthPort}/ready`);
      expect([answer.status, await answer.json()]).toMatchObject([200, { status: 'degraded', failing: [], degraded: ['storage'] }]);
    });
  } finally {
    await alone.stop();
  }
});
