import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getCatalogueGroups, listFacets, putCatalogueGroups } from '@sportello/contracts/practices/catalogue-groups';
import { deletePractice, openPractice } from '@sportello/contracts/practices/drafts';
import { getForm, getValidator, putForm } from '@sportello/contracts/practices/forms';
import {
  findProcedure,
  getProcedure,
  listCategories,
  listProcedures,
  procedureChanged,
  putProcedure,
} from '@sportello/contracts/practices/procedures';
import { getRequirements } from '@sportello/contracts/practices/requirements';
import { visitor } from '@sportello/messaging/actor';
import { ForeignProblem } from '@sportello/messaging/problem';
import { administrator, bianchi, dimostrativo, federica, federicaAsCitizen, piedmont, stranger } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { usersForm } from '../../test/form.js';
import { procedureInput, refusal, World } from '../../test/world.js';

let world: World;
let procedureId: string;
beforeAll(async () => {
  world = await World.start();
  procedureId = await world.procedure();
});
afterAll(() => world?.stop());

const guest = visitor('it');
const definition = usersForm as never;

test('CAT-14, CAT-15: a service is found by category, or by words without minding accents and capitals', async () => {
  const id = randomUUID();
  await world.ask(
    putProcedure,
    { ...procedureInput(id), category: 'taxes', title: { it: 'Città più semplice 100%', en: 'Easy city' } },
    administrator,
  );
  const find = async (filter: object) => (await world.ask(listProcedures, filter, guest)).items.map((item) => item.id);
  expect(await find({ category: 'taxes' })).toEqual([id]);
  expect(await find({ search: 'CITTA PIU' })).toEqual([id]);
  expect(await find({ search: '100%' })).toEqual([id]);
  expect(await find({ search: '1%0' })).toEqual([]);
  expect(await find({ category: 'health' })).toEqual([]);
});

test('CAT-02: the shelves count what is for the profile worn', async () => {
  const count = async (actor: typeof federica) =>
    (await world.ask(listCategories, {}, actor)).items.find(({ category }) => category === 'education')?.count;
  expect(await count(federica)).toBeGreaterThan(0);
  expect(await count(federicaAsCitizen)).toBe(0);
  expect((await world.ask(listCategories, {}, guest)).items[0]?.label.it).toBe('VOUCHER SCUOLA');
});

test('CAT-86: a list is narrowed by category, topic and recipients, and what would leave nothing is not offered', async () => {
  const entry = (id: string, it: string) => ({ id, label: { it, en: it }, isWithdrawn: false });
  const before = await world.ask(getCatalogueGroups, { organizationId: piedmont }, administrator);
  const groups = {
    organizationId: piedmont,
    categories: [...before.categories, entry('sport', 'Sport')],
    topics: [entry('home', 'Casa'), entry('pupils', 'Alunni'), entry('unused', 'Nessuno')],
    recipients: [entry('families', 'Famiglie'), entry('companies', 'Imprese')],
  };
  await world.ask(putCatalogueGroups, { ...groups, version: before.version }, administrator);
  const make = async (words: string, more: object) => {
    const id = randomUUID();
    await world.ask(putProcedure, { ...procedureInput(id), title: { it: words, en: words }, ...more }, administrator);
    return id;
  };
  const gym = await make('Palestra zebrata', { category: 'sport', topics: ['pupils'], recipients: ['families'] });
  const rent = await make('Affitto zebrato', { category: 'building', topics: ['home'], recipients: ['families', 'companies'] });
  const facets = (asked: object) => world.ask(listFacets, { search: 'zebrat', ...asked }, guest);
  const counts = (list: { id: string; count: number }[]) => list.map(({ id, count }) => [id, count]);
  const all = await facets({});
  expect(counts(all.categories)).toEqual([
    ['building', 1],
    ['sport', 1],
  ]);
  expect(counts(all.topics)).toEqual([
    ['home', 1],
    ['pupils', 1],
  ]);
  // What was chosen narrows the others, and leaves those beside it to be chosen instead.
  const narrower = await facets({ topic: 'home' });
  expect([counts(narrower.categories), counts(narrower.topics).length, counts(narrower.recipients)]).toEqual([
    [['building', 1]],
    2,
    [
      ['families', 1],
      ['companies', 1],
    ],
  ]);
  const found = async (asked: object) => (await world.ask(listProcedures, asked, guest)).items.map(({ id }) => id);
  expect(await found({ recipient: 'companies' })).toEqual([rent]);
  expect(await found({ category: 'sport' })).toEqual([gym]);
  expect(await found({ topic: 'pupils', recipient: 'companies' })).toEqual([]);
  expect(await facets({ search: 'xyzw qqq' })).toEqual({ categories: [], topics: [], recipients: [] });
  expect((await facets({ search: 'zebratq' })).categories).toHaveLength(2);
});

test('an administrator adds, renames, orders and withdraws the categories of her body; what is used is not removed', async () => {
  const read = () => world.ask(getCatalogueGroups, { organizationId: piedmont }, administrator);
  const { version, ...groups } = await read();
  const put = (changes: object, seen = version) =>
    world.ask(putCatalogueGroups, { organizationId: piedmont, ...groups, ...changes, version: seen }, administrator);
  expect(await refusal(put({ categories: groups.categories.filter(({ id }) => id !== 'education') }))).toMatchObject({
    type: 'invalid-input',
    errors: [{ pointer: '/categories', detail: '«SERVIZI EDUCATIVI» ha dei servizi: indica che non si usa più, invece di toglierla' }],
  });
  const [first, ...rest] = groups.categories;
  if (!first) throw new Error('there are categories');
  const twice = [first, { ...first, id: 'other', label: { it: 'voucher  scuola!', en: 'x' } }, ...rest];
  expect(await refusal(put({ categories: twice }))).toMatchObject({ errors: [{ pointer: '/categories/1/label/it' }] });
  const none = groups.categories.map((group) => ({ ...group, isWithdrawn: true }));
  expect(await refusal(put({ categories: none }))).toMatchObject({ errors: [{ pointer: '/categories' }] });
  const renamed = { ...first, label: { it: 'BUONI SCUOLA', en: 'SCHOOL GRANTS' } };
  const withdrawn = rest.map((group) => (group.id === 'education' ? { ...group, isWithdrawn: true } : group));
  const saved = await put({ categories: [...withdrawn, renamed] });
  expect(await put({ categories: [...withdrawn, renamed] })).toEqual(saved);
  expect((await refusal(put({}))).type).toBe('changed-meanwhile');
  const shown = (await world.ask(listCategories, { organizationId: piedmont }, guest)).items;
  expect(shown.at(-1)).toMatchObject({ category: 'school-vouchers', label: { it: 'BUONI SCUOLA' } });
  // A service under a withdrawn category keeps it; a new one cannot take it, nor one that the body does not have.
  const kept = await world.ask(getProcedure, { id: procedureId }, administrator);
  await world.ask(putProcedure, { ...procedureInput(procedureId), code: kept.code, version: kept.version, synonyms: ['x'] }, administrator);
  expect(await refusal(world.ask(putProcedure, procedureInput(randomUUID()), administrator))).toMatchObject({
    errors: [{ pointer: '/category', detail: 'Scegli una voce del catalogo dell’ente' }],
  });
  const strange = { ...procedureInput(randomUUID()), category: 'taxes', topics: ['nothing'] };
  expect(await refusal(world.ask(putProcedure, strange, administrator))).toMatchObject({ errors: [{ pointer: '/topics' }] });
  const ofAnother = { ...administrator, organizationId: dimostrativo };
  expect((await refusal(world.ask(getCatalogueGroups, { organizationId: piedmont }, ofAnother))).type).toBe('organization-not-found');
  expect((await refusal(world.ask(putCatalogueGroups, { organizationId: piedmont, ...saved }, ofAnother))).type).toBe(
    'organization-not-found',
  );
  expect((await refusal(world.ask(putCatalogueGroups, { organizationId: piedmont, ...saved }, bianchi))).type).toBe('forbidden');
  await put({}, saved.version);
});

test('ADM-34: of one body only its own services are listed, found and counted', async () => {
  const found = async (organizationId: string, search?: string) =>
    (await world.ask(listProcedures, { organizationId, ...(search && { search }) }, guest)).items.map((item) => item.organizationId);
  expect(new Set(await found(piedmont))).toEqual(new Set([piedmont]));
  expect(new Set(await found(piedmont, 'servizi'))).toEqual(new Set([piedmont]));
  expect([await found(dimostrativo), await found(dimostrativo, 'servizi')]).toEqual([[], []]);
  const counted = async (organizationId: string) =>
    (await world.ask(listCategories, { organizationId }, guest)).items.reduce((sum, { count }) => sum + count, 0);
  expect(await counted(piedmont)).toBeGreaterThan(0);
  expect(await counted(dimostrativo)).toBe(0);
});

test('CAT-90: who has not begun yet is told the documents of the form, and how long an answer usually takes', async () => {
  const file = (key: string, it: string, more = {}) => ({ kind: 'file', key, label: { it, en: it }, ...more });
  const form = structuredClone(usersForm) as { pages: { sections: { fields: object[] }[] }[] };
  form.pages
    .at(-1)
    ?.sections.at(-1)
    ?.fields.push(file('deed', 'Atto di nomina', { required: true }), file('plan', 'Planimetria'));
  const id = await world.procedure({}, form);
  const told = () => world.ask(getRequirements, { id }, guest);
  const delegation = { label: { it: 'Delega', en: 'Delegation' }, isAlways: false };
  expect(await told()).toEqual({
    documents: [
      delegation,
      { label: { it: 'Atto di nomina', en: 'Atto di nomina' }, isAlways: true },
      { label: { it: 'Planimetria', en: 'Planimetria' }, isAlways: false },
    ],
    usualDays: null,
  });
  // Of few outcomes nothing is told; once there are five, their middle.
  const other = await world.procedure();
  const sent = [];
  for (let count = 0; count < 5; count++) sent.push(await world.sent(other));
  await world.service.db.query(
    "update practices set submitted_at = now() - interval '3 days 2 hours', decided_at = now() where id = any($1)",
    [sent],
  );
  expect(await world.ask(getRequirements, { id: other }, guest)).toEqual({ documents: [delegation], usualDays: 4 });
  expect((await refusal(world.ask(getRequirements, { id: randomUUID() }, guest))).type).toBe('procedure-not-found');
  const hidden = randomUUID();
  await world.ask(putProcedure, { ...procedureInput(hidden), status: 'building' }, administrator);
  expect((await refusal(world.ask(getRequirements, { id: hidden }, guest))).type).toBe('procedure-not-found');
});

test('CAT-16: before and after its window a service is visible, cannot be started, and says when', async () => {
  const id = await world.procedure({ opensAt: '2096-07-25T10:00:00Z', closesAt: '2096-09-02T10:00:00Z' });
  const early = await world.ask(getProcedure, { id }, federica);
  expect(early).toMatchObject({
    canStart: false,
    reason: { it: 'Apre il 25/07/2096 alle ore 12:00' },
    organizationName: 'Regione Piemonte',
  });
  expect((await world.ask(listProcedures, {}, federica)).items.map((item) => item.id)).toContain(id);
});

test.each(['2096-07-25T10:00:00Z', '2096-07-25T09:59:59Z'])('a window that opens at ten and closes at %s is refused', async (closesAt) => {
  const input = { ...procedureInput(randomUUID()), opensAt: '2096-07-25T10:00:00Z', closesAt };
  expect(await refusal(world.ask(putProcedure, input, administrator))).toMatchObject({
    type: 'invalid-input',
    errors: [{ pointer: '/closesAt', detail: 'La chiusura deve venire dopo l’apertura' }],
  });
});

test('whoever cannot start is told why', async () => {
  const reason = async (actor: typeof federica) => (await world.ask(getProcedure, { id: procedureId }, actor)).reason?.it ?? null;
  expect(await reason(federica)).toBeNull();
  expect(await reason(guest)).toBe('Accedi per iniziare');
  expect(await reason(federicaAsCitizen)).toBe('Il servizio è riservato ad altri profili');
});

test('what is being built is seen by its own body alone', async () => {
  const id = randomUUID();
  await world.ask(putProcedure, { ...procedureInput(id), status: 'building' }, administrator);
  expect(await world.ask(getProcedure, { id }, bianchi)).toMatchObject({ id });
  for (const actor of [guest, federica, stranger]) {
    expect((await refusal(world.ask(getProcedure, { id }, actor))).type).toBe('procedure-not-found');
  }
});

test('a service is found by its code as well, however it is written, and one that was withdrawn is told as such', async () => {
  const id = randomUUID();
  const code = `A__B_${id.slice(0, 8).toUpperCase()}_`;
  await world.ask(putProcedure, { ...procedureInput(id), code, status: 'published' }, administrator);
  const names = [`a-b-${id.slice(0, 8)}`, `A_B_${id.slice(0, 8)}`];
  for (const name of names) expect(await world.ask(findProcedure, { code: name }, guest)).toMatchObject({ id, code });
  expect((await refusal(world.ask(findProcedure, { code: 'nothing-of-ours' }, guest))).type).toBe('procedure-not-found');
  await world.ask(putProcedure, { ...procedureInput(id), code, version: 1, status: 'suspended' }, administrator);
  await world.ask(putProcedure, { ...procedureInput(id), code, version: 2, status: 'withdrawn' }, administrator);
  for (const name of names) {
    for (const actor of [guest, federica, stranger])
      expect((await refusal(world.ask(findProcedure, { code: name }, actor))).type).toBe('procedure-withdrawn');
    expect(await world.ask(findProcedure, { code: name }, bianchi)).toMatchObject({ id });
  }
  expect((await refusal(world.ask(getProcedure, { id }, guest))).type).toBe('procedure-withdrawn');
});

test('two who make the same service, or two with one code, at the same moment are answered as one after the other', async () => {
  const { db } = world.service;
  const holder = db.createQueryRunner();
  await holder.startTransaction();
  // All of them look whether it is there, and none of them can write it yet.
  await holder.query('lock table procedures in share mode');
  const id = randomUUID();
  const code = `TWICE_${id.slice(0, 8).toUpperCase()}`;
  const put = (one: string, changes = {}) =>
    world.ask(putProcedure, { ...procedureInput(one), ...changes }, administrator).then(
      () => 'made',
      (error: unknown) => (error instanceof ForeignProblem ? error.received.type : error),
    );
  const same = [put(id), put(id)];
  const rivals = [put(randomUUID(), { code }), put(randomUUID(), { code })];
  const waiting = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  await eventually(async () => expect(await db.query(waiting)).toHaveLength(4));
  await holder.rollbackTransaction();
  await holder.release();
  expect(await Promise.all(same)).toEqual(['made', 'made']);
  expect((await Promise.all(rivals)).toSorted()).toEqual(['code-taken', 'made']);
  expect(await world.ask(getProcedure, { id }, administrator)).toMatchObject({ version: 1 });
});

test('an administrator writes only the services of her own body, and a code belongs to one', async () => {
  const id = randomUUID();
  const foreign = { ...administrator, organizationId: dimostrativo };
  expect((await refusal(world.ask(putProcedure, procedureInput(id), foreign))).type).toBe('organization-not-found');
  expect((await refusal(world.ask(putProcedure, { ...procedureInput(procedureId), organizationId: dimostrativo }, foreign))).type).toBe(
    'procedure-not-found',
  );
  expect((await refusal(world.ask(putForm, { procedureId, id, version: 1, definition }, foreign))).type).toBe('procedure-not-found');
  const { code } = procedureInput(procedureId);
  expect((await refusal(world.ask(putProcedure, { ...procedureInput(id), code }, administrator))).type).toBe('code-taken');
  expect((await refusal(world.ask(putProcedure, procedureInput(id), bianchi))).type).toBe('forbidden');
});

test('whoever shows the catalogue is told of a service that changed, and of its form, once for each change', async () => {
  const id = randomUUID();
  const told = async (): Promise<number> => {
    const rows = await world.service.db.query("select 1 from outbox where subject = $1 and payload->>'procedureId' = $2", [
      procedureChanged.subject,
      id,
    ]);
    return rows.length;
  };
  await world.ask(putProcedure, procedureInput(id), administrator);
  await world.ask(putProcedure, procedureInput(id), administrator);
  expect(await told()).toBe(1);
  const form = { procedureId: id, id: randomUUID(), version: 0, definition };
  await world.ask(putForm, form, administrator);
  await world.ask(putForm, form, administrator);
  expect(await told()).toBe(2);
});

test('of two administrators who change a service, or publish a form, the second is told that it changed meanwhile', async () => {
  const id = randomUUID();
  const input = procedureInput(id);
  expect((await refusal(world.ask(putProcedure, { ...input, version: 1 }, administrator))).type).toBe('changed-meanwhile');
  expect(await world.ask(putProcedure, input, administrator)).toMatchObject({ version: 1 });
  expect(await world.ask(putProcedure, input, administrator)).toMatchObject({ version: 1 });
  const first = { ...input, version: 1, category: 'taxes' as const };
  expect(await world.ask(putProcedure, first, administrator)).toMatchObject({ version: 2, category: 'taxes' });
  expect(await world.ask(putProcedure, first, administrator)).toMatchObject({ version: 2 });
  const second = { ...input, version: 1, category: 'health' as const };
  expect(await refusal(world.ask(putProcedure, second, administrator))).toMatchObject({ type: 'changed-meanwhile', version: 2 });
  expect(await world.ask(getProcedure, { id }, administrator)).toMatchObject({ version: 2, category: 'taxes' });
  const form = (version: number) => ({ procedureId: id, id: randomUUID(), version, definition });
  expect(await world.ask(putForm, form(0), administrator)).toMatchObject({ version: 1 });
  expect(await refusal(world.ask(putForm, form(0), administrator))).toMatchObject({ type: 'changed-meanwhile', version: 1 });
});

test('a setting that nothing here would carry out is refused', async () => {
  const id = randomUUID();
  const input = { ...procedureInput(id), settings: { ...procedureInput(id).settings, workflow: 'forward' as const } };
  expect((await refusal(world.ask(putProcedure, input, administrator))).type).toBe('setting-not-offered');
  expect((await refusal(world.ask(getProcedure, { id }, administrator))).type).toBe('procedure-not-found');
});

test('CAT-78: a version of a form never changes, a new one is taken by new practices', async () => {
  const id = randomUUID();
  const input = { procedureId, id, version: 1, definition };
  const first = await world.ask(putForm, input, administrator);
  expect(first.version).toBe(2);
  expect(await world.ask(putForm, input, administrator)).toEqual(first);
  const changed = { ...usersForm, title: { it: 'Altro', en: 'Other' } } as never;
  expect((await refusal(world.ask(putForm, { ...input, definition: changed }, administrator))).type).toBe('form-immutable');
  expect((await world.ask(getProcedure, { id: procedureId }, federica)).formId).toBe(id);
  expect((await world.ask(getForm, { id }, federica)).definition).toEqual(usersForm);
});

test('a broken definition is refused with the places where it is broken', async () => {
  const broken = {
    pages: [{ key: 'p', title: { it: 'P', en: 'P' }, sections: [{ key: 's', fields: [{ kind: 'text', key: 'a' }] }] }],
  } as never;
  for (const [language, words] of [
    ['it', /^Input non valido/],
    ['en', /^Invalid input/],
  ] as const) {
    const input = { procedureId, id: randomUUID(), version: 1, definition: broken };
    expect(await refusal(world.ask(putForm, input, { ...administrator, language }))).toMatchObject({
      type: 'form-broken',
      errors: [{ pointer: '/definition/pages/0/sections/0/fields/0/label', detail: expect.stringMatching(words) }],
    });
  }
});

test('a key that nobody knows is refused in a definition, a setting and a title, and named by its pointer', async () => {
  const id = randomUUID();
  const pointers = async (asked: Promise<unknown>) =>
    ((await refusal(asked))['errors'] as { pointer: string }[]).map(({ pointer }) => pointer);
  const [first] = usersForm.pages;
  const odd = { ...usersForm, colour: 'red', pages: [{ ...first, size: 1 }, ...usersForm.pages.slice(1)] } as never;
  expect(await pointers(world.ask(putForm, { procedureId, id, version: 1, definition: odd }, administrator))).toEqual([
    '/definition/pages/0/size',
    '/definition/colour',
  ]);
  const known = procedureInput(id);
  for (const [input, pointer] of [
    [{ ...known, settings: { ...known.settings, colour: 1 } }, '/settings/colour'],
    [{ ...known, title: { ...known.title, fr: 'x' } }, '/title/fr'],
    [{ ...known, 'a/b': 1 }, '/a~1b'],
  ] as const)
    expect(await pointers(world.ask(putProcedure, input as never, administrator))).toEqual([pointer]);
});

test('the validator for browsers is a module that imports nothing', async () => {
  const { formId } = await world.ask(getProcedure, { id: procedureId }, federica);
  const { source } = await world.ask(getValidator, { id: String(formId) }, guest);
  expect(source).toContain('export function create(formats)');
  expect(source).not.toMatch(/^\s*import /m);
});

test('the form of a service that is not public is read by its own body, and by whoever has begun with it', async () => {
  const id = await world.procedure();
  const { formId } = await world.ask(getProcedure, { id }, federica);
  const form = { id: String(formId) };
  const practiceId = randomUUID();
  const { version } = await world.ask(openPractice, { id: practiceId, procedureId: id, content: {} }, federica);
  // Also where the table of its states would not lead.
  const put = (status: string) => world.service.db.query('update procedures set status = $2 where id = $1', [id, status]);
  for (const status of ['building', 'testing', 'withdrawn'] as const) {
    await put(status);
    for (const contract of [getForm, getValidator]) {
      for (const other of [guest, stranger, federicaAsCitizen].filter(({ personId }) => personId !== federica.personId))
        expect((await refusal(world.ask(contract, form, other))).type).toBe('form-not-found');
      for (const reader of [federica, bianchi, administrator]) await world.ask(contract, form, reader);
    }
  }
  await world.ask(deletePractice, { id: practiceId, version }, federica);
  expect((await refusal(world.ask(getForm, form, federica))).type).toBe('form-not-found');
  await put('suspended');
  await world.ask(getForm, form, guest);
});

test('pages of the catalogue follow each other without a gap', async () => {
  const all = (await world.ask(listProcedures, { limit: 100 }, guest)).items.map((item) => item.id);
  const seen: string[] = [];
  for (let after: string | undefined; seen.length < all.length; ) {
    const page = await world.ask(listProcedures, { limit: 1, after }, guest);
    seen.push(...page.items.map((item) => item.id));
    if (!page.next) break;
    after = page.next;
  }
  expect(seen).toEqual(all);
});
