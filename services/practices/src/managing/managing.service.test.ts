import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getAutoAssignment, putAutoAssignment } from '@sportello/contracts/practices/auto-assignment';
import {
  copyProcedure,
  exportProcedure,
  getModel,
  importProcedure,
  listModels,
  tryDefinition,
} from '@sportello/contracts/practices/definitions';
import { completePractice, deletePractice, prepareCompilation } from '@sportello/contracts/practices/drafts';
import { getForm } from '@sportello/contracts/practices/forms';
import {
  addListedPeople,
  dropAccessLink,
  listAccessLinks,
  listListedPeople,
  openAccessLink,
  putAccessLink,
  removeListedPerson,
} from '@sportello/contracts/practices/listed-people';
import {
  deleteProcedure,
  foreseeProcedure,
  foreseeSchedule,
  listServices,
  scheduleProcedures,
  setProcedureStatus,
} from '@sportello/contracts/practices/managing';
import { getChecklist, putChecklist } from '@sportello/contracts/practices/marks';
import { getProcedure, listProcedures, procedureChanged, putProcedure } from '@sportello/contracts/practices/procedures';
import { submitPractice } from '@sportello/contracts/practices/submissions';
import { getTemplates, putTemplates } from '@sportello/contracts/practices/templates';
import { romeDate } from '@sportello/italy/rome-time';
import { visitor } from '@sportello/messaging/actor';
import { administrator, anna, bianchi, dimostrativo, federica, stranger } from '@sportello/testing/people';
import { usersForm } from '../../test/form.js';
import { procedureInput, refusal, World } from '../../test/world.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world?.stop());

const foreign = { ...administrator, organizationId: dimostrativo };
const read = (id: string) => world.ask(getProcedure, { id }, administrator);
const asked = async (id: string, changes: object = {}) => {
  const { version, organizationId, code, title, subtitle, category, status, audience, settings, contacts, opensAt, closesAt } =
    await read(id);
  const window = { opensAt: opensAt?.toISOString() ?? null, closesAt: closesAt?.toISOString() ?? null };
  return { id, version, organizationId, code, title, subtitle, category, status, audience, settings, contacts, ...window, ...changes };
};
const move = async (id: string, status: 'building' | 'testing' | 'published' | 'suspended' | 'withdrawn', reason: string | null = null) =>
  world.ask(
    setProcedureStatus,
    { id, version: (await read(id)).version, status, reason: reason === null ? null : { it: reason, en: reason } },
    administrator,
  );

test('ADM-11, BKO-02: the administrator finds the services of her body in every state, an officer those that she works', async () => {
  const own = await world.procedure();
  const id = randomUUID();
  await world.ask(putProcedure, { ...procedureInput(id), status: 'building' }, administrator);
  const listed = async (actor: typeof bianchi) => (await world.ask(listServices, { limit: 100 }, actor)).items.map((item) => item.id);
  expect(await listed(administrator)).toEqual(expect.arrayContaining([own, id]));
  expect(await listed(bianchi)).toContain(own);
  expect(await listed(bianchi)).not.toContain(id);
  expect(await listed(stranger)).not.toContain(own);
  expect((await refusal(world.ask(listServices, {}, federica))).type).toBe('forbidden');
});

test('ADM-11: what a change would do is told without anything being saved', async () => {
  const id = await world.procedure();
  await world.draft(id);
  await world.sent(id);
  const { items } = await world.ask(
    foreseeProcedure,
    await asked(id, { audience: ['citizen'], code: `X${randomUUID().slice(0, 8).toUpperCase()}` }),
    administrator,
  );
  expect(items.map(({ count }) => count)).toEqual([1, 2]);
  expect((await read(id)).audience).toEqual(['mayor']);
  expect((await refusal(world.ask(foreseeProcedure, await asked(id, { version: 7 }), administrator))).type).toBe('changed-meanwhile');
  expect((await refusal(world.ask(foreseeProcedure, await asked(id), foreign))).type).toBe('organization-not-found');
});

test('a service is built, tested, published, suspended and withdrawn in this order, and what is refused says why', async () => {
  const id = randomUUID();
  await world.ask(putProcedure, { ...procedureInput(id), status: 'building' }, administrator);
  expect(await refusal(move(id, 'published'))).toMatchObject({
    type: 'status-refused',
    detail: 'Da «In costruzione» può passare solo a «In prova»',
  });
  await move(id, 'testing');
  expect(await refusal(move(id, 'published'))).toMatchObject({
    type: 'status-refused',
    detail: 'Prima di pubblicarlo serve il suo modulo',
  });

  const published = await world.procedure();
  expect(await refusal(move(published, 'suspended'))).toMatchObject({
    detail: 'Scrivi il motivo: lo legge chi apre la pagina del servizio',
  });
  await move(published, 'suspended', 'si aggiorna il modulo');
  expect(await world.ask(getProcedure, { id: published }, federica)).toMatchObject({
    canStart: false,
    reason: { it: 'Il servizio è sospeso: si aggiorna il modulo' },
  });
  await move(published, 'published');
  expect(await read(published)).toMatchObject({ statusReason: null });
  await move(published, 'suspended', 'non si offre più');
  const { version } = await move(published, 'withdrawn', 'non si offre più');
  expect(await refusal(move(published, 'published'))).toMatchObject({ detail: 'Da «Ritirato» non torna: fanne una copia' });
  expect((await refusal(world.ask(putProcedure, await asked(published, { status: 'published' }), administrator))).type).toBe(
    'status-refused',
  );
  const again = { id: published, version, status: 'published' as const };
  expect((await refusal(world.ask(setProcedureStatus, again, foreign))).type).toBe('procedure-not-found');
  expect((await refusal(world.ask(setProcedureStatus, again, bianchi))).type).toBe('forbidden');
});

test('a service is deleted with its forms when nobody has applied, and stays when somebody has', async () => {
  const id = await world.procedure();
  const draft = await world.draft(id);
  const { formId, version } = await read(id);
  expect((await refusal(world.ask(deleteProcedure, { id, version }, administrator))).type).toBe('status-refused');
  await move(id, 'suspended', 'prova');
  await move(id, 'withdrawn', 'prova');
  const now = (await read(id)).version;
  expect((await refusal(world.ask(deleteProcedure, { id, version: now }, administrator))).type).toBe('procedure-in-use');
  expect((await refusal(world.ask(deleteProcedure, { id, version: now }, foreign))).type).toBe('procedure-not-found');
  await world.move(deletePractice, { id: draft }, federica);
  const before = (await world.service.db.query('select 1 from outbox where subject = $1', [procedureChanged.subject])).length;
  await world.ask(deleteProcedure, { id, version: now }, administrator);
  expect((await world.service.db.query('select 1 from outbox where subject = $1', [procedureChanged.subject])).length).toBe(before + 1);
  expect((await refusal(read(id))).type).toBe('procedure-not-found');
  expect((await refusal(world.ask(getForm, { id: formId ?? '' }, administrator))).type).toBe('form-not-found');
});

test('CAT-62: a service is begun and sent only with the sign-ins that it allows, and says which', async () => {
  const id = await world.procedure();
  const practice = await world.ready(id);
  const half = await world.draft(id);
  await world.ask(putProcedure, await asked(id, { access: { methods: ['spid', 'cie'], level: 2 } }), administrator);
  const byPassword = { ...federica, method: 'password' as const, level: 2 };
  const weak = { ...federica, method: 'spid' as const, level: 1 };
  const strong = { ...federica, method: 'spid' as const, level: 2 };
  for (const actor of [byPassword, weak]) {
    expect(await world.ask(getProcedure, { id }, actor)).toMatchObject({
      canStart: false,
      reason: { it: 'Occorre accedere con SPID o CIE, livello 2' },
    });
    expect((await refusal(world.draft(id, actor))).type).toBe('sign-in-not-allowed');
    expect((await refusal(world.move(completePractice, { id: half }, actor))).type).toBe('sign-in-not-allowed');
    expect((await refusal(world.move(submitPractice, { id: practice }, actor))).type).toBe('sign-in-not-allowed');
  }
  expect(await world.ask(getProcedure, { id }, strong)).toMatchObject({ canStart: true });
  await world.move(submitPractice, { id: practice }, strong);
  const shown = (await world.ask(listProcedures, { limit: 100 }, visitor('it'))).items.find((item) => item.id === id);
  expect(shown?.reason?.it).toBe('Accedi per iniziare');
});

const school = { id: randomUUID(), name: 'Ufficio scuola' };
/** A service with something of everything. */
async function rich(): Promise<string> {
  const text = (it: string) => ({ it, en: it });
  const form = structuredClone(usersForm);
  const options = ['school', 'lamps', 'roads'].map((value) => ({ value, label: text(value) }));
  form.pages[0]?.sections[0]?.fields.push({ kind: 'choice', key: 'topic', label: text('Argomento'), options });
  const procedureId = await world.procedure({ settings: { registers: true, stamps: 'release' }, limits: { maxSubmissions: 30 } }, form);
  await world.enable(bianchi, procedureId, school);
  const texts = [{ id: randomUUID(), use: 'message' as const, name: 'Saluto', text: text('Gentile {richiedente}') }];
  await world.ask(putTemplates, { procedureId, version: 0, items: texts }, administrator);
  await world.ask(putChecklist, { procedureId, version: 0, items: [{ key: 'a', label: text('Firma') }], isRequired: true }, administrator);
  const rules = [
    { value: 'school', to: 'office' as const, assigneeId: school.id },
    { value: 'lamps', to: 'officer' as const, assigneeId: String(bianchi.personId) },
  ];
  await world.ask(putAutoAssignment, { procedureId, version: 0, field: 'topic', rules }, administrator);
  return procedureId;
}
const fileOf = async (id: string) => JSON.parse(JSON.stringify(await world.ask(exportProcedure, { id }, administrator)));
const newCode = () => `N_${randomUUID().slice(0, 8).toUpperCase()}`;

test('CAT-87: a service becomes a file without ids or people, and the file becomes a service with all that it carries', async () => {
  const id = await rich();
  const file = await fileOf(id);
  expect(JSON.stringify(file)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  expect(file.assignment.rules).toEqual([{ value: 'school', office: school.name }]);
  expect(file.leftOut.map(({ it }: { it: string }) => it)).toContainEqual(expect.stringContaining('«lamps»: va a un operatore'));
  const dry = await world.ask(tryDefinition, { definition: file }, administrator);
  expect(dry.code).toBe(`${(await read(id)).code}_2`);
  const made = dry.made.map(({ it }) => it);
  expect(made[0]).toBe('Il servizio «Utenti Servizi 06», in costruzione');
  expect(made).toContain(
    'Impostazioni: Lavorazione: Con esito: gli operatori decidono qui; Registra al protocollo; Marca da bollo: Al rilascio',
  );
  expect(dry.leftOut).toEqual([]);

  const imported = { id: randomUUID(), code: dry.code, definition: file };
  const first = await world.ask(importProcedure, imported, administrator);
  expect(first).toMatchObject({ status: 'building', code: dry.code, settings: { registers: true, stamps: 'release' }, version: 1 });
  expect(await world.ask(importProcedure, imported, administrator)).toEqual(first);
  const again = await fileOf(imported.id);
  expect({ ...again, leftOut: [], service: { ...again.service, code: '' } }).toEqual({
    ...file,
    leftOut: [],
    service: { ...file.service, code: '' },
  });
  expect((await refusal(world.ask(importProcedure, { ...imported, code: newCode() }, administrator))).type).toBe('id-reused');
  expect((await refusal(world.ask(importProcedure, { ...imported, id: randomUUID() }, administrator))).type).toBe('code-taken');
});

test('CAT-87: a file that cannot be read whole makes nothing, and words say why', async () => {
  const file = await fileOf(await rich());
  const elsewhere = await world.ask(tryDefinition, { definition: file }, foreign);
  expect(elsewhere.leftOut.map(({ it }) => it)).toEqual([
    `La regola di assegnazione per «school»: nell’ente nessuno lavora nell’ufficio «${school.name}»`,
  ]);
  const paid = { ...file, service: { ...file.service, settings: { ...file.service.settings, workflow: 'forward' } } };
  expect((await world.ask(tryDefinition, { definition: paid }, administrator)).leftOut[0]?.it).toMatch(/^L'inoltro richiede/);

  const refused = async (definition: object) => {
    const id = randomUUID();
    const problem = await refusal(world.ask(importProcedure, { id, code: newCode(), definition: definition as never }, administrator));
    expect((await refusal(read(id))).type).toBe('procedure-not-found');
    return problem;
  };
  expect(await refused({})).toMatchObject({ type: 'definition-refused', detail: expect.stringContaining('non è la definizione') });
  expect(await refused({ ...file, version: 7 })).toMatchObject({ detail: expect.stringContaining('della versione 7') });
  const { texts: _, ...cut } = file;
  expect(await refused(cut)).toMatchObject({ type: 'definition-refused', errors: [{ pointer: '/definition/texts' }] });
  expect(await refused({ ...file, service: { ...file.service, organizationId: dimostrativo } })).toMatchObject({
    errors: [{ pointer: '/definition/service/organizationId', detail: expect.stringMatching(/^service\.organizationId: /) }],
  });
  expect(await refused({ ...file, form: { ...file.form, pages: 'none' } })).toMatchObject({
    type: 'form-broken',
    errors: [expect.objectContaining({ pointer: '/definition/form/pages' })],
  });
  const limits = { countedBy: 'street', maxSubmissions: 3 };
  expect(await refused({ ...file, service: { ...file.service, limits } })).toMatchObject({
    errors: [{ pointer: '/definition/service/limits/countedBy' }],
  });
});

test('CAT-87: a copy in the same body goes to the same people, and strangers copy and export nothing', async () => {
  const id = await rich();
  const asked = { id, copyId: randomUUID(), code: newCode(), title: { it: 'Copia', en: 'Copy' } };
  const copy = await world.ask(copyProcedure, asked, administrator);
  expect(copy).toMatchObject({ title: asked.title, status: 'building', limits: { maxSubmissions: 30 } });
  expect(await world.ask(copyProcedure, asked, administrator)).toEqual(copy);
  const of = { procedureId: asked.copyId };
  expect((await world.ask(getAutoAssignment, of, administrator)).rules.map(({ to }) => to)).toEqual(['office', 'officer']);
  expect(await world.ask(getChecklist, of, administrator)).toMatchObject({ isRequired: true, items: [{ key: 'a' }] });
  expect((await world.ask(getTemplates, of, administrator)).items).toHaveLength(1);
  expect(copy.formId).not.toBe((await read(id)).formId);

  for (const ask of [
    world.ask(copyProcedure, { ...asked, copyId: randomUUID() }, foreign),
    world.ask(exportProcedure, { id }, foreign),
    world.ask(importProcedure, { id, code: newCode(), definition: await fileOf(id) }, foreign),
  ])
    expect((await refusal(ask)).type).toBe('procedure-not-found');
  expect((await refusal(world.ask(exportProcedure, { id }, bianchi))).type).toBe('forbidden');
});

test('CAT-77: services are scheduled together, with both ends, all of them or none', async () => {
  const ids = [await world.procedure(), await world.procedure()];
  const [first = '', second = ''] = ids;
  await world.draft(first);
  const seen = async () => Promise.all(ids.map(async (id) => ({ id, version: (await read(id)).version })));
  const window = { opensAt: '2999-01-10T11:00:00.000Z', closesAt: '2999-02-10T11:00:00.000Z' };
  const schedule = { services: await seen(), ...window };
  const { items } = await world.ask(foreseeSchedule, schedule, administrator);
  expect(items.map(({ id, count }) => [id, count])).toEqual([[first, 1]]);
  expect(await read(first)).toMatchObject({ opensAt: null });

  expect((await world.ask(scheduleProcedures, schedule, administrator)).items.map(({ version }) => version)).toEqual([2, 2]);
  // Said again it changes nothing.
  expect((await world.ask(scheduleProcedures, schedule, administrator)).items.map(({ version }) => version)).toEqual([2, 2]);
  for (const id of ids)
    expect(await world.ask(getProcedure, { id }, federica)).toMatchObject({
      canStart: false,
      reason: { it: 'Apre il 10/01/2999 alle ore 12:00' },
    });

  const { opensAt, closesAt } = window;
  const turned = { services: await seen(), opensAt: closesAt, closesAt: opensAt };
  expect(await refusal(world.ask(scheduleProcedures, turned, administrator))).toMatchObject({ errors: [{ pointer: '/closesAt' }] });
  for (const half of [{ opensAt }, { closesAt }, { opensAt, closesAt: null }])
    expect((await refusal(world.ask(scheduleProcedures, { services: await seen(), ...half } as never, administrator))).type).toBe(
      'invalid-input',
    );
  const later = { ...window, closesAt: '2999-03-10T11:00:00.000Z' };
  const [fresh, old] = [
    { id: first, version: 2 },
    { id: second, version: 1 },
  ];
  expect((await refusal(world.ask(scheduleProcedures, { services: [fresh, old], ...later }, administrator))).type).toBe(
    'changed-meanwhile',
  );
  expect((await read(first)).version).toBe(2);
  for (const ask of [scheduleProcedures, foreseeSchedule]) {
    expect((await refusal(world.ask(ask, { services: [fresh], ...later }, foreign))).type).toBe('procedure-not-found');
    expect((await refusal(world.ask(ask, { services: [fresh], ...later }, bianchi))).type).toBe('forbidden');
  }
});

test('CAT-85: a reserved service is begun and sent by who is listed, and only its administrators read the list', async () => {
  const id = await world.procedure();
  const [ready, half] = [await world.ready(id), await world.draft(id)];
  const { items } = await world.ask(
    foreseeProcedure,
    await asked(id, { access: { methods: [], level: 1, isReserved: true } }),
    administrator,
  );
  expect(items.map(({ effect }) => effect.it)).toEqual(['2 bozze: le può inviare solo chi è nell’elenco']);
  await world.ask(putProcedure, await asked(id, { access: { methods: [], level: 1, isReserved: true } }), administrator);
  expect((await world.ask(getProcedure, { id }, visitor('it'))).access.isReserved).toBe(true);
  for (const tried of [
    () => world.ask(prepareCompilation, { id }, federica),
    () => world.draft(id),
    () => world.move(completePractice, { id: half }, federica),
    () => world.move(submitPractice, { id: ready }, federica),
  ])
    expect((await refusal(tried())).type).toBe('not-listed');

  const of = { procedureId: id };
  const typed = ['nre frc 80a41 l219t', 'NREFRC80A41L219T', 'NREFRC80A41L219A', 'Codice fiscale'];
  const first = await world.ask(addListedPeople, { ...of, fiscalCodes: typed }, administrator);
  expect(first).toEqual({ count: 1, added: 1, refused: ['NREFRC80A41L219A', 'Codice fiscale'] });
  expect(await world.ask(addListedPeople, { ...of, fiscalCodes: typed.slice(0, 1) }, administrator)).toMatchObject({ count: 1, added: 0 });
  const listed = await world.ask(listListedPeople, of, administrator);
  expect(listed).toMatchObject({ count: 1, items: [{ fiscalCode: 'NREFRC80A41L219T' }] });
  for (const reader of [bianchi, federica]) expect((await refusal(world.ask(listListedPeople, of, reader))).type).toBe('forbidden');
  const entry = String(listed.items[0]?.id);
  for (const ask of [
    world.ask(listListedPeople, of, foreign),
    world.ask(addListedPeople, { ...of, fiscalCodes: typed }, foreign),
    world.ask(removeListedPerson, { ...of, id: entry }, foreign),
  ])
    expect((await refusal(ask)).type).toBe('procedure-not-found');

  // The people of the tests have invented codes, which nobody could type.
  await world.service.db.query(
    'update listed_people set fiscal_code = (select applicant_fiscal_code from practices where id = $1) where id = $2',
    [ready, entry],
  );
  await world.move(submitPractice, { id: ready }, federica);
  await world.move(completePractice, { id: half }, federica);
  expect(await world.ask(removeListedPerson, { ...of, id: entry }, administrator)).toEqual({ count: 0 });
  expect(await world.ask(removeListedPerson, { ...of, id: entry }, administrator)).toEqual({ count: 0 });
  expect((await refusal(world.move(submitPractice, { id: half }, federica))).type).toBe('not-listed');
});

test('CAT-85: a one-time link lets one person use a reserved service, until its day, and nobody else', async () => {
  const id = await world.procedure({ access: { methods: [], level: 1, isReserved: true } });
  const of = { procedureId: id };
  const lastDay = romeDate(new Date(Date.now() + 86_400_000));
  const make = (more: object = {}, link: string = randomUUID()) =>
    world.ask(putAccessLink, { ...of, id: link, fiscalCode: null, lastDay, ...more }, administrator);
  const open = (secret: string, who = federica) => world.ask(openAccessLink, { ...of, secret }, who);
  expect((await refusal(world.ask(prepareCompilation, { id }, federica))).type).toBe('not-listed');
  expect((await refusal(open('made up'))).type).toBe('access-link-not-valid');

  // Made again while nobody has used it, the secret before is worth nothing.
  const link = randomUUID();
  const [first, second] = [await make({}, link), await make({}, link)];
  expect((await refusal(open(first.secret))).type).toBe('access-link-not-valid');
  // Of two who open it at once one is let in, and she may open it again.
  const both = await Promise.allSettled([open(second.secret), open(second.secret, anna)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const [winner, loser] = both[0]?.status === 'fulfilled' ? [federica, anna] : [anna, federica];
  await open(second.secret, winner);
  expect((await world.ask(prepareCompilation, { id }, winner)).drafts).toEqual([]);
  expect((await refusal(world.ask(prepareCompilation, { id }, loser))).type).toBe('not-listed');
  expect((await refusal(make({}, link))).type).toBe('access-link-not-valid');

  // For one person it is for nobody else; after its day for nobody; a link of another service opens nothing here.
  const named = await make({ fiscalCode: 'NREFRC80A41L219T' });
  expect((await refusal(open(named.secret, loser))).type).toBe('access-link-not-valid');
  const late = await make();
  await world.service.db.query("update access_links set last_day = '2020-01-01' where id = $1", [late.id]);
  expect((await refusal(open(late.secret, loser))).type).toBe('access-link-not-valid');
  const other = await world.procedure();
  const elsewhere = world.ask(openAccessLink, { procedureId: other, secret: (await make()).secret }, loser);
  expect((await refusal(elsewhere)).type).toBe('access-link-not-valid');

  expect(await refusal(make({ fiscalCode: 'NREFRC80A41L219A', lastDay: '2020-01-01' }))).toMatchObject({
    errors: [{ pointer: '/fiscalCode' }, { pointer: '/lastDay' }],
  });
  const listed = await world.ask(listAccessLinks, of, administrator);
  expect(listed.items).toHaveLength(4);
  expect(JSON.stringify(listed)).not.toMatch(/secret/i);
  for (const ask of [
    world.ask(listAccessLinks, of, foreign),
    world.ask(putAccessLink, { ...of, id: randomUUID(), fiscalCode: null, lastDay }, foreign),
    world.ask(dropAccessLink, { ...of, id: link }, foreign),
  ])
    expect((await refusal(ask)).type).toBe('procedure-not-found');
  expect((await refusal(world.ask(listAccessLinks, of, bianchi))).type).toBe('forbidden');
  for (let press = 0; press < 2; press += 1) await world.ask(dropAccessLink, { ...of, id: link }, administrator);
  expect((await world.ask(prepareCompilation, { id }, winner)).drafts).toEqual([]);
});

test('ADM-10: a body tries what another offers as a model, and activates a copy without its contacts and offices', async () => {
  const office = { name: { it: 'Ufficio', en: 'Office' }, street: 'Via Po, 1', postalCode: '10100', comune: 'Torino' };
  const id = await world.procedure({ sheet: { minutes: 5, office } });
  const models = async (actor: typeof administrator = foreign) => (await world.ask(listModels, { limit: 100 }, actor)).items;
  expect((await refusal(world.ask(getModel, { id }, foreign))).type).toBe('procedure-not-found');
  await world.ask(putProcedure, await asked(id, { isModel: true }), administrator);
  expect(await models()).toMatchObject([{ id, organizationName: 'Regione Piemonte' }]);
  expect(await models(administrator)).toEqual([]);
  const definition = await world.ask(getModel, { id }, foreign);
  expect(definition).toMatchObject({ service: { contacts: null, isModel: false, sheet: { minutes: 5 } }, assignment: null });
  expect(JSON.stringify(definition)).not.toContain('Via Po');
  const { code, leftOut } = await world.ask(tryDefinition, { definition: definition as never }, foreign);
  expect(leftOut).toEqual([]);
  const copy = await world.ask(importProcedure, { id: randomUUID(), code, definition: definition as never }, foreign);
  expect(copy).toMatchObject({ status: 'building', organizationId: dimostrativo, isModel: false });
  // Offered no more, or not published, it is nobody else's to see.
  await move(id, 'suspended', 'si aggiorna');
  expect(await models()).toEqual([]);
  expect((await refusal(world.ask(getModel, { id }, foreign))).type).toBe('procedure-not-found');
  expect((await refusal(world.ask(listModels, {}, bianchi))).type).toBe('forbidden');
});

test('ADM-12: window, contacts and the office of a service are managed on it, and its page says them', async () => {
  const id = await world.procedure();
  const office = {
    name: { it: 'Ufficio scuola', en: 'Education office' },
    street: 'Via Po, 1',
    postalCode: '10123',
    comune: 'Torino',
    phone: '011 0824108',
  };
  const contacts = { it: 'Assistenza tecnica: 011 0824108', en: 'Technical help: 011 0824108' };
  const helpDesks = [{ kind: 'technical' as const, name: { it: 'Assistenza', en: 'Help' }, phones: ['011 0824108'] }];
  const window = { opensAt: '2096-07-25T10:00:00Z', closesAt: '2096-09-02T10:00:00Z' };
  await world.ask(putProcedure, await asked(id, { ...window, contacts, sheet: { office, helpDesks } }), administrator);
  expect(await world.ask(getProcedure, { id }, visitor('it'))).toMatchObject({
    contacts,
    sheet: { office: { ...office, phone: '+390110824108' }, helpDesks: [{ kind: 'technical', phones: ['+390110824108'] }] },
    opensAt: new Date(window.opensAt),
    canStart: false,
  });
});
