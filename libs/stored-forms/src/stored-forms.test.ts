import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { prefill } from '@sportello/forms/check';
import type { Form } from '@sportello/forms/form';
import type { Problem } from '@sportello/messaging/problem';
import { dataSource } from '@sportello/service/database';
import { drift } from '@sportello/service/migration';
import { createDatabase } from '@sportello/testing/servers';
import type { DataSource } from 'typeorm';
import { answers, lampForm } from '../test/form.js';
import { contentSha256, readContent, takeOver } from './content.js';
import { FormVersion } from './form-version.entity.js';
import { type Filled, freeze } from './freeze.js';
import { knownPerson } from './known-person.js';
import { storedFormsEntities, storedFormsMigrations } from './schema.js';
import { StoredForms } from './stored-forms.js';

/** A service that keeps forms of street lamps, and has no table but the lib's. */
let db: DataSource;
let forms: StoredForms;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await createDatabase();
  drop = database.drop;
  const settings = { DATABASE_URL: database.url, DATABASE_POOL: 2 };
  db = await dataSource('lamps', settings, storedFormsEntities, storedFormsMigrations).initialize();
  await db.runMigrations({ transaction: 'each' });
  forms = new StoredForms(db);
  forms.onApplicationBootstrap();
});
afterAll(async () => {
  await forms?.onApplicationShutdown();
  await db?.destroy();
  await drop?.();
});

const organizationId = randomUUID();
const now = new Date('2026-03-02T09:00:00Z');
const giulia = knownPerson(
  {
    identity: {
      givenName: 'GIULIA',
      familyName: 'CONTI',
      fiscalCode: 'CNTGLI85A41L219X',
      birthDate: '1985-01-01',
      birthPlace: 'Torino',
      birthState: 'Italia',
      sex: 'F',
    },
    mail: 'giulia.conti@example.org',
    mobilePhone: null,
  },
  null,
);

async function publish(subjectId: string, shown: number, definition: object = lampForm, id: string = randomUUID()) {
  const read = await forms.read(definition);
  return db.transaction((tx) => forms.publish(tx, { ...read, id, subjectId, organizationId, shown }));
}

const refusal = async (work: () => Promise<unknown> | unknown): Promise<Record<string, unknown>> => {
  try {
    await work();
  } catch (error) {
    return (error as Problem).document('en');
  }
  throw new Error('it was not refused');
};

test('a service that is new gets the table by the migrations that come with the lib', async () => {
  expect((await drift(db)).up).toEqual([]);
});

test('CAT-78: a second version is taken by what begins after it, and the first stays with what was begun with it', async () => {
  const subjectId = randomUUID();
  const { published: first } = await publish(subjectId, 0);
  const begun = readContent((await forms.get(first.id)).form, {}, giulia, true);
  const second: Form = structuredClone(lampForm);
  second.pages[0]?.sections[1]?.fields.push({ kind: 'number', key: 'height', label: { it: 'Altezza', en: 'Height' }, required: true });
  const { published: last } = await publish(subjectId, 1, second);
  expect([first.version, last.version]).toEqual([1, 2]);

  const content = readContent((await forms.get(first.id)).form, { ...answers, ...begun.values, ...answers }, giulia).values;
  const filled = { content, known: giulia, files: [] };
  expect(freeze(await forms.get(first.id), filled, 'it', now).content).toEqual(answers);
  const missing = await refusal(async () => freeze(await forms.get(last.id), filled, 'en', now));
  expect(missing).toMatchObject({ type: 'incomplete', errors: [{ pointer: '/height', label: 'Height', page: 'report' }] });
  const copy = takeOver((await forms.get(last.id)).form, { ...answers, colour: 'red' }, giulia);
  expect(copy).toEqual({ values: answers, dropped: [{ pointer: '/content/colour', reason: 'form' }] });
  // Another process loads what this one compiled.
  expect(freeze(await new StoredForms(db).get(first.id), filled, 'it', now).sha256).toBe(contentSha256(answers, []));
});

test('a version that is published again changes nothing, another one under its id is refused, and so is one made on sight of an older', async () => {
  const subjectId = randomUUID();
  const id = randomUUID();
  expect(await publish(subjectId, 0, lampForm, id)).toMatchObject({ isNew: true, published: { version: 1 } });
  expect(await publish(subjectId, 0, lampForm, id)).toMatchObject({ isNew: false, published: { version: 1 } });
  expect(await refusal(() => publish(randomUUID(), 0, lampForm, id))).toMatchObject({ type: 'form-immutable' });
  const other = { ...lampForm, title: { it: 'Altro', en: 'Other' } };
  expect(await refusal(() => publish(subjectId, 1, other, id))).toMatchObject({ type: 'form-immutable' });
  expect(await refusal(() => publish(subjectId, 0, other))).toMatchObject({ type: 'changed-meanwhile', version: 1 });
  expect(await db.manager.countBy(FormVersion, { subjectId })).toBe(1);
  expect(await refusal(() => forms.get(randomUUID()))).toMatchObject({ type: 'form-not-found' });
});

test('a definition that cannot be used is refused with its places, and nothing is stored', async () => {
  const subjectId = randomUUID();
  const broken = { pages: [{ key: 'p', title: { it: 'P', en: 'P' }, sections: [{ key: 's', fields: [{ kind: 'text', key: 'a' }] }] }] };
  expect(await refusal(() => publish(subjectId, 0, broken))).toMatchObject({
    type: 'form-broken',
    errors: [{ pointer: '/definition/pages/0/sections/0/fields/0/label' }],
  });
  expect(await db.manager.countBy(FormVersion, { subjectId })).toBe(0);
});

test('CAT-07: what is known of the person fills the form, and what nobody may type stays as it is known', async () => {
  const { published } = await publish(randomUUID(), 0);
  const { form } = await forms.get(published.id);
  expect(prefill(form, giulia)).toEqual({ givenName: 'GIULIA', mail: 'giulia.conti@example.org', lamps: [{}] });
  const { values, dropped } = readContent(form, { ...answers, givenName: 'MARIA', mail: 'altra@example.org' }, giulia);
  expect(values).toEqual({ ...answers, mail: 'altra@example.org' });
  expect(dropped).toEqual([{ pointer: '/content/givenName', reason: 'read-only' }]);
});

test('what is frozen is what was checked, with its files by their hashes: each is there, under its field, and named', async () => {
  const { published } = await publish(randomUUID(), 0);
  const compiled = await forms.get(published.id);
  const picture = { id: randomUUID(), name: 'foto.jpg', fieldKey: 'picture', sha256: 'a'.repeat(64) };
  const content = { ...answers, isDangerous: true, picture: [{ id: picture.id, name: 'foto.jpg' }] };
  const filled: Filled = { content, known: giulia, files: [picture] };
  const frozen = freeze(compiled, filled, 'it', now);
  expect(frozen).toEqual({
    content,
    sha256: contentSha256(content, [picture]),
    confirmationMail: 'giulia.conti@example.org',
    language: 'it',
  });
  const freezing = (change: Partial<Filled>) => refusal(() => freeze(compiled, { ...filled, ...change }, 'en', now));
  expect(await freezing({ files: [] })).toMatchObject({ type: 'incomplete', errors: [{ pointer: '/picture' }] });
  expect(await freezing({ files: [{ ...picture, fieldKey: 'detail' }] })).toMatchObject({ errors: [{ pointer: '/picture' }] });
  expect(await freezing({ content: answers })).toMatchObject({
    type: 'unused-files',
    unusedFiles: [{ id: picture.id, name: 'foto.jpg' }],
  });
  expect(await freezing({ content: {}, known: {}, files: [] })).toMatchObject({ type: 'incomplete', errors: [] });
  expect(frozen.sha256).not.toBe(freeze(compiled, { ...filled, files: [{ ...picture, sha256: 'b'.repeat(64) }] }, 'it', now).sha256);
});

test('a process keeps the versions that it used last, and loads another one again', async () => {
  const subjectId = randomUUID();
  const ids: string[] = [];
  const read = await forms.read(lampForm);
  for (let at = 0; at <= 100; at += 1) {
    const { published } = await db.transaction((tx) =>
      forms.publish(tx, { ...read, id: randomUUID(), subjectId, organizationId, shown: at }),
    );
    ids.push(published.id);
  }
  const keeping = new StoredForms(db);
  const [oldest, second] = [await keeping.get(String(ids[0])), await keeping.get(String(ids[1]))];
  await keeping.get(String(ids[0]));
  for (const id of ids.slice(2)) await keeping.get(id);
  expect(await keeping.get(String(ids[0]))).toBe(oldest);
  expect(await keeping.get(String(ids[1]))).not.toBe(second);
});
