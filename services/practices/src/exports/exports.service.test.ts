import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as reader from '@e965/xlsx';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Asked, Output } from '@sportello/contracts/contract';
import { accessNoted } from '@sportello/contracts/identity/accesses';
import { rightsChanged } from '@sportello/contracts/identity/officers';
import { announced } from '@sportello/contracts/notifications/announcements';
import { completePractice } from '@sportello/contracts/practices/drafts';
import {
  deleteExport,
  type Export as ExportAnswer,
  getExportAddress,
  getExportColumns,
  listExports,
  requestExport,
} from '@sportello/contracts/practices/exports';
import { putForm } from '@sportello/contracts/practices/forms';
import { takePractice } from '@sportello/contracts/practices/queue';
import { submitPractice } from '@sportello/contracts/practices/submissions';
import type { Field, Form } from '@sportello/forms/form';
import type { Actor } from '@sportello/messaging/actor';
import { administrator, anna, bianchi, federica, ferrari, manager, stranger } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { refusal, World } from '../../test/world.js';
import { Export } from './export.entity.js';
import { ExportJobs } from './export-jobs.js';

let world: World;
let procedureId: string;
beforeAll(async () => {
  world = await World.start();
  procedureId = await world.procedure({ audience: ['mayor'] }, form);
});
afterAll(() => world?.stop());

const text = (it: string, en: string) => ({ it, en });
const fields: Field[] = [
  { kind: 'text', key: 'street', label: text('Indirizzo', 'Address') },
  { kind: 'number', key: 'income', label: text('Reddito', 'Income'), decimals: 2 },
  { kind: 'date', key: 'since', label: text('Dal', 'Since') },
  {
    kind: 'choice',
    key: 'reason',
    label: text('Motivo', 'Reason'),
    options: [
      { value: 'work', label: text('Lavoro', 'Work') },
      { value: 'family', label: text('Famiglia', 'Family') },
    ],
  },
  { kind: 'yesNo', key: 'isUrgent', label: text('Urgente', 'Urgent') },
  {
    kind: 'block',
    key: 'children',
    label: text('Figli', 'Children'),
    itemTitle: text('Figlio', 'Child'),
    addLabel: text('Aggiungi', 'Add'),
    min: 0,
    max: 9,
    fields: [
      { kind: 'text', key: 'givenName', label: text('Nome', 'Given name') },
      { kind: 'date', key: 'born', label: text('Nascita', 'Born') },
    ],
  },
];
const form: Form = { pages: [{ key: 'data', title: text('Dati', 'Data'), sections: [{ key: 'first', fields }] }] };
const two = {
  street: '=HYPERLINK("http://evil")',
  income: -12.5,
  since: '2026-07-01',
  reason: 'work',
  isUrgent: true,
  children: [
    { givenName: '00184', born: '2020-02-29' },
    { givenName: '-2+3', born: '2022-03-01' },
  ],
};
const one = { street: 'Via Pò 1', reason: 'family', children: [{ givenName: 'ANNA', born: '2019-01-31' }] };

const send = async (content: object, by: Actor = federica, to = procedureId): Promise<string> => {
  const id = await world.draft(to, by, content);
  await world.move(completePractice, { id }, by);
  await world.move(submitPractice, { id }, by);
  return id;
};

type Wish = Partial<Asked<typeof requestExport>>;
const ask = async (wish: Wish = {}, by = bianchi): Promise<string> => {
  const id = randomUUID();
  await world.ask(requestExport, { id, format: 'csv', filters: {}, columns: null, ...wish }, by);
  return id;
};
const state = async (id: string, by = bianchi) => (await world.ask(listExports, {}, by)).items.find((item) => item.id === id);
const settled = (id: string, by = bianchi): Promise<Output<typeof listExports>['items'][number]> =>
  eventually(async () => {
    const found = await state(id, by);
    expect(['ready', 'failed']).toContain(found?.state);
    return found as Output<typeof listExports>['items'][number];
  });
const bytesOf = async (id: string): Promise<Buffer> => {
  const { key } = await world.service.db.manager.findOneByOrFail(Export, { id });
  return readFileSync(fileURLToPath(`${world.service.environment['STORAGE_URL']}/${key}`));
};
const made = async (wish: Wish = {}, by = bianchi): Promise<Buffer> => {
  const id = await ask(wish, by);
  expect(await settled(id, by)).toMatchObject({ state: 'ready' });
  return bytesOf(id);
};
const linesOf = (csv: Buffer) => String(csv).slice(1).split('\r\n').slice(0, -1);
const answerKeys = ['street', 'income', 'since', 'reason', 'isUrgent', 'children.givenName', 'children.born'].map((key) => `form.${key}`);

test('BKO-03: a CSV has the practices that the filters find, with the columns of the queue, and no other', async () => {
  const own = await world.procedure();
  await world.sent(own, anna);
  await world.move(takePractice, { id: await world.sent(own) }, bianchi);
  const lines = linesOf(await made({ filters: { procedureId: own } }));
  expect(lines[0]).toBe(
    "Numero;Servizio;Metodo di accesso;Richiedente;Codice fiscale;Data della richiesta;Ultima modifica di stato;Stato;Operatore in carico;Ufficio in carico;Priorità;Etichette;Numero di protocollo;Data di protocollo;Data dell'esito",
  );
  expect(lines.slice(1).map((line) => line.split(';').slice(3, 4).concat(line.split(';').slice(7, 9)))).toEqual([
    ['FEDERICA NERI', 'PRESA IN CARICO', 'OPERATORE 011'],
    ['MARIO ÀLBERTI 006', 'INVIATA', ''],
  ]);
  expect(linesOf(await made({ filters: { procedureId: own, status: 'submitted' } }))).toHaveLength(2);
  expect(linesOf(await made({ filters: { procedureId: own, search: 'neri' } }))).toHaveLength(2);
  expect(linesOf(await made({ filters: { procedureId: own, queue: 'mine' } }, ferrari))).toHaveLength(1);
});

test('BKO-04, BKO-05, BKO-20: chosen fields come out, nested and repeated ones too, with labels and dates, and none is a formula', async () => {
  await send(one);
  await send(two);
  const lines = linesOf(await made({ filters: { procedureId }, columns: ['number', ...answerKeys] }));
  expect(lines.map((line) => line.replace(/^[^;]*;/, ''))).toEqual([
    'Indirizzo;Reddito;Dal;Motivo;Urgente;Figlio 1: Nome;Figlio 1: Nascita;Figlio 2: Nome;Figlio 2: Nascita',
    `"'=HYPERLINK(""http://evil"")";-12,5;01/07/2026;Lavoro;Sì;00184;29/02/2020;'-2+3;01/03/2022`,
    'Via Pò 1;;;Famiglia;;ANNA;31/01/2019;;',
  ]);
  const english = linesOf(await made({ filters: { procedureId }, columns: ['form.reason'] }, { ...bianchi, language: 'en' }));
  expect(english).toEqual(['Reason', 'Work', 'Family']);
});

test.each(['xlsx', 'ods'] as const)('BKO-20: the cells of %s have their kinds', async (format) => {
  const book = reader.read(await made({ format, filters: { procedureId }, columns: answerKeys }));
  const cells = book.Sheets[book.SheetNames[0] ?? ''] as Record<string, reader.CellObject | undefined>;
  expect(['A2', 'B2', 'C2', 'D2', 'E2', 'F2', 'H2'].map((at) => cells[at]?.v)).toEqual([
    two.street,
    -12.5,
    expect.anything(),
    'Lavoro',
    true,
    '00184',
    '-2+3',
  ]);
  expect(cells['A2']?.f).toBeUndefined();
  expect(['A2', 'B2', 'F2'].map((at) => cells[at]?.t)).toEqual(['s', 'n', 's']);
});

test('BKO-20, INT-02: JSON keeps what is nested as it is nested, codes beside their words, and instants in UTC', async () => {
  const rows = JSON.parse(
    String(await made({ format: 'json', filters: { procedureId }, columns: ['submittedAt', 'status', ...answerKeys] })),
  );
  expect(rows[0]).toEqual({
    submittedAt: expect.stringMatching(/Z$/),
    status: { value: 'submitted', label: 'INVIATA' },
    form: { ...two, reason: { value: 'work', label: 'Lavoro' } },
  });
  expect(rows[1].form).toEqual({ ...one, income: null, since: null, isUrgent: null, reason: { value: 'family', label: 'Famiglia' } });
});

test('BKO-04: the columns offered are those of the form of the service, and say which of them are repeated or not textual', async () => {
  const { columns } = await world.ask(getExportColumns, { procedureId }, bianchi);
  const of = (key: string) => columns.find((column) => column.key === key);
  expect(of('number')).toMatchObject({ group: null, isTextual: true });
  expect(of('form.reason')).toMatchObject({ label: text('Motivo', 'Reason'), group: text('Dati', 'Data'), isTextual: false });
  expect(of('form.children.born')).toMatchObject({ group: text('Figli', 'Children'), isRepeated: true });
  const fields = (by: Actor, id?: string) =>
    world.ask(getExportColumns, id ? { procedureId: id } : {}, by).then((answer) => answer.columns.filter(({ group }) => group));
  expect(await fields(bianchi)).toEqual([]);
  expect(await fields(stranger, procedureId)).toEqual([]);
  for (const columns of [['form.street'], ['number', 'number'], ['constructor']]) {
    const refused = refusal(world.ask(requestExport, { id: randomUUID(), format: 'csv', filters: {}, columns }, bianchi));
    expect((await refused).type).toBe('invalid-input');
  }
});

test('what an officer may not work never comes out, whatever she asks for, and neither does what she may not work any more', async () => {
  const hers = { ...ferrari, personId: randomUUID() };
  const own = await world.procedure();
  await world.sent(own);
  await world.enable(hers, own);
  expect(linesOf(await made({}, hers))).toHaveLength(2);
  expect(linesOf(await made({ filters: { procedureId } }, hers))).toHaveLength(1);
  expect(linesOf(await made({}, { ...ferrari, personId: randomUUID() }))).toHaveLength(1);
  const id = await ask({}, hers);
  await settled(id, hers);
  const lost = (version: number) => ({ officerId: hers.personId, organizationId: hers.organizationId, version });
  const none = { officeId: null, officeName: null, role: 'officer' as const, subjects: [], isActive: true, name: 'X' };
  await world.say(rightsChanged, { ...none, ...lost(2) } as never);
  expect((await refusal(world.ask(getExportAddress, { id }, hers))).type).toBe('export-not-found');
  expect(linesOf(await made({}, hers))).toHaveLength(1);
});

test('an export is its requester’s alone: nobody else sees, downloads or deletes it', async () => {
  const id = await ask();
  await settled(id);
  for (const other of [ferrari, manager, stranger]) {
    expect(await state(id, other)).toBeUndefined();
    expect((await refusal(world.ask(getExportAddress, { id }, other))).type).toBe('export-not-found');
    expect(await world.ask(deleteExport, { id }, other)).toEqual({});
    const again = world.ask(requestExport, { id, format: 'csv', filters: {}, columns: null }, other);
    expect((await refusal(again)).type).toBe('export-not-found');
  }
  const { url } = await world.ask(getExportAddress, { id }, bianchi);
  expect(url).toMatch(/^\/files\/./);
  expect((await refusal(world.ask(requestExport, { id: randomUUID(), format: 'csv', filters: {}, columns: null }, federica))).type).toBe(
    'forbidden',
  );
});

test('BKO-21: who asked is told when it is ready, and finds it with its filters until it expires; then the file is gone', async () => {
  const filters = { procedureId, status: 'submitted' as const };
  const id = await ask({ filters });
  const ready = await settled(id);
  expect(ready).toMatchObject({ filters, format: 'csv', total: 2, done: 2, failure: null, name: expect.stringMatching(/\.csv$/) });
  expect(ready.sizeBytes).toBe((await bytesOf(id)).length);
  const told = (await world.service.published(announced)) as { subject: { id: string }; messages: { audience: unknown; path: string }[] }[];
  expect(told.filter(({ subject }) => subject.id === id)).toMatchObject([
    { messages: [{ audience: [{ kind: 'person', personId: bianchi.personId }], path: '/console/esportazioni' }] },
  ]);
  const jobs = world.service.get(ExportJobs);
  const { key } = await world.service.db.manager.findOneByOrFail(Export, { id });
  await world.service.db.query('update exports set expires_at = now() where id = $1', [id]);
  expect(await state(id)).toBeUndefined();
  expect((await refusal(world.ask(getExportAddress, { id }, bianchi))).type).toBe('export-not-found');
  await jobs.run(id, new Date());
  await jobs.run(id, new Date());
  expect(() => readFileSync(fileURLToPath(`${world.service.environment['STORAGE_URL']}/${key}`))).toThrow('ENOENT');
  expect(await world.service.db.manager.findOneBy(Export, { id })).toBeNull();
});

test('BKO-27: each applicant whose answers come out finds it in her log once, and a list of practices notes nothing', async () => {
  const noted = async () =>
    ((await world.service.published(accessNoted)) as { action: string; subjectId: string }[]).filter(
      ({ action }) => action === 'practice-exported',
    );
  const before = (await noted()).length;
  await made({ filters: { procedureId } }, ferrari);
  expect(await noted()).toHaveLength(before);
  await made({ filters: { procedureId }, columns: ['form.street'] }, ferrari);
  expect((await noted()).slice(before).map(({ subjectId }) => subjectId)).toEqual([federica.personId, federica.personId]);
});

test('asking again under the same id makes one file, and nobody has more than five under way', async () => {
  const jobs = world.service.get(ExportJobs) as unknown as { worker: { pause(): Promise<void>; resume(): void } };
  await jobs.worker.pause();
  const officer = { ...bianchi, personId: randomUUID() };
  const wish = { id: randomUUID(), format: 'json' as const, filters: {}, columns: null };
  await world.ask(requestExport, wish, officer);
  expect(await world.ask(requestExport, wish, officer)).toMatchObject({ id: wish.id, state: 'asked' });
  expect((await refusal(world.ask(getExportAddress, { id: wish.id }, officer))).type).toBe('export-not-ready');
  for (let more = 1; more < 5; more += 1) await ask({}, officer);
  expect((await refusal(ask({}, officer))).type).toBe('too-many-exports');
  await world.ask(deleteExport, { id: wish.id }, officer);
  await ask({}, officer);
  jobs.worker.resume();
  await eventually(async () => {
    const { items } = await world.ask(listExports, {}, officer);
    expect(items.map((item: ExportAnswer) => item.state)).toEqual(Array(5).fill('ready'));
  });
});

test('an export that is deleted while it is made leaves neither file nor row, and one that two processes make is one file', async () => {
  const jobs = world.service.get(ExportJobs);
  const { manager } = world.service.db;
  const id = await ask();
  await settled(id);
  await world.service.db.query(`update exports set state = 'running', attempts = 2, key = null where id = $1`, [id]);
  await Promise.all([jobs.run(id, new Date()), jobs.run(id, new Date()), jobs.run(id, new Date())]);
  await jobs.run(id, new Date());
  const { state: reached, key, attempts } = await manager.findOneByOrFail(Export, { id });
  expect([reached, key]).toEqual(['ready', `exports/${bianchi.organizationId}/${id}/${attempts}`]);
  await world.service.db.query(`update exports set is_deleted = true where id = $1`, [id]);
  await jobs.run(id, new Date());
  expect(await manager.findOneBy(Export, { id })).toBeNull();
});

test('an export that takes longer than a sweep is not begun anew as long as its process says that it makes it', async () => {
  const id = await ask();
  await settled(id);
  const jobs = world.service.get(ExportJobs);
  const row = () => world.service.db.manager.findOneByOrFail(Export, { id });
  await world.service.db.query(
    `update exports set state = 'running', attempts = 1, key = null, held_until = now() + interval '1 minute' where id = $1`,
    [id],
  );
  await jobs.sweep(new Date());
  await jobs.run(id, new Date());
  expect(await row()).toMatchObject({ state: 'running', attempts: 1 });
  await jobs.run(id, new Date(Date.now() + 61_000));
  expect(await row()).toMatchObject({ state: 'ready', attempts: 2 });
});

test('what cannot be made is said after some tries, and no longer tried', async () => {
  const id = await ask();
  await settled(id);
  await world.service.db.query(`update exports set state = 'running', attempts = 5 where id = $1`, [id]);
  await world.service.get(ExportJobs).run(id, new Date());
  expect(await state(id)).toMatchObject({ state: 'failed', failure: 'unavailable' });
  expect(await world.service.db.query('select 1 from exports where id = $1 and key is null', [id])).toHaveLength(0);
});

test('a process that is killed in the middle of an export leaves it to the next, which makes it whole', async () => {
  const id = await ask({ filters: { procedureId: await world.procedure() } });
  await settled(id);
  // As a killed process leaves it: begun, half written, no alarm.
  await world.service.db.query(`update exports set state = 'running', done = 1, key = null, size_bytes = null where id = $1`, [id]);
  await world.service.get(ExportJobs).sweep(new Date());
  expect(await settled(id)).toMatchObject({ state: 'ready', total: 0, done: 0 });
  expect(linesOf(await bytesOf(id))).toHaveLength(1);
});

test('the answers of every version of the form come out, under the name of the newest', async () => {
  const own = await world.procedure({}, form);
  await send(one, federica, own);
  const kept = fields.filter(({ key }) => key !== 'reason' && key !== 'since');
  const newer = structuredClone({
    pages: [
      {
        key: 'data',
        title: text('Dati', 'Data'),
        sections: [{ key: 'first', fields: [...kept, { kind: 'text', key: 'since', label: text('Da quando', 'Since when') }] }],
      },
    ],
  });
  await world.ask(putForm, { procedureId: own, id: randomUUID(), version: 1, definition: newer as never }, administrator);
  await send({ street: 'Corso Francia', since: 'ieri' }, federica, own);
  const lines = linesOf(await made({ filters: { procedureId: own }, columns: ['form.since', 'form.reason'] }));
  expect(lines).toEqual(['Da quando;Motivo', 'ieri;', ';Famiglia']);
});
