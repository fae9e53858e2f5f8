import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Asked } from '@sportello/contracts/contract';
import { listForms, putForm, tryForm, tryRequest } from '@sportello/contracts/practices/forms';
import { getProcedure } from '@sportello/contracts/practices/procedures';
import { getQueueFilters } from '@sportello/contracts/practices/queue';
import { administrator, bianchi, dimostrativo, federica, ferrari, stranger } from '@sportello/testing/people';
import { answers, usersForm } from '../../test/form.js';
import { refusal, World } from '../../test/world.js';

let world: World;
let procedureId: string;
beforeAll(async () => {
  world = await World.start();
  procedureId = await world.procedure();
  await world.draft(procedureId);
});
afterAll(() => world?.stop());

type Definition = Asked<typeof putForm>['definition'];
const definition = usersForm as unknown as Definition;
const foreign = { ...administrator, organizationId: dimostrativo };
const changed = (): Definition => {
  const copy = structuredClone(usersForm) as unknown as { pages: { sections: { fields: object[] }[] }[] };
  copy.pages[0]?.sections[0]?.fields.push({
    kind: 'text',
    key: 'aReason',
    label: { it: 'Motivo', en: 'Reason' },
    required: true,
    maxLength: 100,
  });
  return copy as unknown as Definition;
};

test('CAT-78: before a form is published it is told what it changes and how many drafts keep the version before', async () => {
  const same = await world.ask(tryForm, { procedureId, definition }, administrator);
  expect(same).toMatchObject({ version: 1, changes: [], drafts: 1, issues: [] });
  const { changes } = await world.ask(tryForm, { procedureId, definition: changed() }, administrator);
  expect(changes.map(({ it }) => it)).toEqual([expect.stringMatching(/^Nuovo campo «Motivo» .*, obbligatorio$/)]);
  const id = crypto.randomUUID();
  await world.ask(putForm, { procedureId, id, version: 1, definition: changed() }, administrator);
  const { items } = await world.ask(listForms, { procedureId }, bianchi);
  expect(items.map(({ version, drafts }) => [version, drafts])).toEqual([
    [2, 0],
    [1, 1],
  ]);
  expect((await world.ask(getProcedure, { id: procedureId }, administrator)).formId).toBe(id);
});

test('ADM-10: a form is tried with answers: what is wrong is told, and nothing is counted', async () => {
  const before = await world.ask(getQueueFilters, {}, bianchi);
  const [{ count }] = await world.service.db.query('select count(*)::int from practices');
  const tried = await world.ask(tryForm, { procedureId, definition, content: {} }, administrator);
  expect(tried.issues.some(({ isError }) => isError)).toBe(true);
  const right = await world.ask(tryForm, { procedureId, definition, content: answers as Definition }, administrator);
  expect(right.issues.length).toBeLessThan(tried.issues.length);
  expect(await world.ask(getQueueFilters, {}, bianchi)).toEqual(before);
  expect(await world.service.db.query('select count(*)::int from practices')).toEqual([{ count }]);
});

test('an officer tries a service before it is published: she reads what would follow, and nothing is stored, numbered or told', async () => {
  const id = await world.procedure({ settings: { registers: true, answerDays: 20 } });
  await world.service.db.query("update procedures set status = 'testing' where id = $1", [id]);
  const counts = () =>
    world.service.db.query(
      'select (select count(*) from practices)::int p, (select count(*) from outbox)::int o, (select count(*) from passages)::int h',
    );
  const before = await counts();
  const ask = (content: object, actor = bianchi) => world.ask(tryRequest, { procedureId: id, content: content as never }, actor);
  expect((await ask({})).issues.some(({ isError }) => isError)).toBe(true);
  const { issues, follows } = await ask({ ...answers, givenName: 'PROVA' });
  expect(issues.filter(({ isError }) => isError)).toEqual([]);
  expect(follows.map(({ it }) => it)).toEqual([
    expect.stringMatching(/^Avrebbe un numero che comincia con SERV06_/),
    'Sarebbe protocollata prima di essere lavorata',
    'L’ufficio avrebbe 20 giorni per rispondere',
  ]);
  expect(await counts()).toEqual(before);
  for (const actor of [stranger, { ...ferrari, personId: crypto.randomUUID() }, foreign])
    expect((await refusal(ask(answers, actor))).type).toBe('procedure-not-found');
  expect((await refusal(ask(answers, federica))).type).toBe('forbidden');
});

test('a broken form, and one of a service of another body, are refused', async () => {
  expect(await refusal(world.ask(tryForm, { procedureId, definition: { pages: 'none' } as never }, administrator))).toMatchObject({
    type: 'form-broken',
    errors: expect.arrayContaining([expect.objectContaining({ pointer: '/definition/pages' })]),
  });
  expect((await refusal(world.ask(tryForm, { procedureId, definition }, foreign))).type).toBe('procedure-not-found');
  expect((await refusal(world.ask(listForms, { procedureId }, foreign))).type).toBe('procedure-not-found');
});
