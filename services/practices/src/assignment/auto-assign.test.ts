import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { assignPractice } from '@sportello/contracts/practices/assignments';
import { getAutoAssignment, putAutoAssignment } from '@sportello/contracts/practices/auto-assignment';
import { getPractice } from '@sportello/contracts/practices/practices';
import { getQueueFilters, listQueue, takePractice } from '@sportello/contracts/practices/queue';
import type { Form } from '@sportello/forms/form';
import { administrator, bianchi, dimostrativo, federica, ferrari, manager } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { answers, usersForm } from '../../test/form.js';
import { refusal, World } from '../../test/world.js';
import { AutoAssignments, ruleFor } from './auto-assign.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world?.stop());

const school = { id: randomUUID(), name: 'Ufficio scuola' };
const roads = { id: randomUUID(), name: 'Ufficio strade' };
const nobodys = randomUUID();
const text = (it: string) => ({ it, en: it });

/** The form of the users, with a topic to choose. */
const form: Form = structuredClone(usersForm);
form.pages[0]?.sections[0]?.fields.push({
  kind: 'choice',
  key: 'topic',
  label: text('Argomento'),
  options: ['school', 'roads', 'lamps', 'other'].map((value) => ({ value, label: text(value) })),
});

async function procedureWithRules(): Promise<string> {
  const procedureId = await world.procedure({}, form);
  await world.enable(bianchi, procedureId, school);
  await world.enable(ferrari, procedureId, roads);
  const rules = [
    { value: 'school', to: 'office' as const, assigneeId: school.id },
    { value: 'roads', to: 'officer' as const, assigneeId: String(ferrari.personId) },
    { value: 'lamps', to: 'office' as const, assigneeId: nobodys },
  ];
  await world.ask(putAutoAssignment, { procedureId, version: 0, field: 'topic', rules }, administrator);
  return procedureId;
}
/** Sent, and met by the rules. */
async function sent(procedureId: string, topic: string): Promise<string> {
  const id = await world.sent(procedureId, federica, { ...answers, topic });
  await eventually(async () => expect(await isToBeAssigned(id)).toBe(false));
  return id;
}
async function isToBeAssigned(id: string): Promise<boolean> {
  const [row] = await world.service.db.query('select to_assign_since is not null as waits from practices where id = $1', [id]);
  return row.waits;
}
const read = (id: string, by = bianchi) => world.ask(getPractice, { id }, by);
const queued = async (procedureId: string, by: typeof bianchi) =>
  (await world.ask(listQueue, { procedureId }, by)).items.map(({ id }) => id);

test('PRA-34, ADM-08: what was chosen in the form decides the office or the officer', async () => {
  const procedureId = await procedureWithRules();
  const toOffice = await read(await sent(procedureId, 'school'));
  expect(toOffice).toMatchObject({ status: 'submitted', officer: null, officeName: school.name });
  expect(toOffice.iter.at(-1)).toMatchObject({ move: 'auto-assign', reason: school.name });
  const toOfficer = await read(await sent(procedureId, 'roads'), ferrari);
  expect(toOfficer).toMatchObject({ status: 'under_review', officer: { id: ferrari.personId } });
  // Without a rule it waits for anybody.
  const free = await sent(procedureId, 'other');
  expect(await read(free)).toMatchObject({ status: 'submitted', officeName: null });
  await world.move(takePractice, { id: free }, ferrari);
});

test('PRA-35: only officers of that office see it in their queue and take it; giving it away moves that to the new office', async () => {
  const procedureId = await procedureWithRules();
  const id = await sent(procedureId, 'school');
  expect(await queued(procedureId, bianchi)).toEqual([id]);
  expect(await queued(procedureId, ferrari)).toEqual([]);
  expect(await queued(procedureId, manager)).toEqual([id]);
  expect((await world.ask(getQueueFilters, {}, ferrari)).counts.waiting).toBeLessThan(
    (await world.ask(getQueueFilters, {}, manager)).counts.waiting,
  );
  expect((await read(id, ferrari)).moves).toEqual([]);
  expect((await read(id)).moves).toEqual(expect.arrayContaining(['take', 'assign', 'assign-office']));
  expect(await refusal(world.move(takePractice, { id }, ferrari))).toMatchObject({
    type: 'move-refused',
    detail: `La pratica è riservata all’ufficio ${school.name}`,
  });
  const give = { id, to: 'office' as const, assigneeId: roads.id };
  expect((await refusal(world.move(assignPractice, give, ferrari))).type).toBe('move-refused');
  await world.move(assignPractice, give, bianchi);
  expect(await queued(procedureId, bianchi)).toEqual([]);
  expect((await refusal(world.move(takePractice, { id }, bianchi))).type).toBe('move-refused');
  await world.move(takePractice, { id }, ferrari);
  expect(await read(id, ferrari)).toMatchObject({ status: 'under_review', officer: { id: ferrari.personId } });
});

test('what a crash forgot is assigned by the sweep, once; what an officer took meanwhile stays hers', async () => {
  const procedureId = await procedureWithRules();
  const jobs = world.service.get(AutoAssignments);
  // As a process that was killed leaves it, right after the sending was committed.
  const forget = (id: string) => world.service.db.query('update practices set to_assign_since = submitted_at where id = $1', [id]);
  const ids = [await sent(procedureId, 'other'), await sent(procedureId, 'other')];
  await world.service.db.query(`update practices set content = content || '{"topic": "roads"}' where id = any($1)`, [ids]);
  const [left = '', taken = ''] = ids;
  await world.move(takePractice, { id: taken }, bianchi);
  for (const id of ids) await forget(id);
  await jobs.sweep(new Date());
  for (const id of ids) await eventually(async () => expect(await isToBeAssigned(id)).toBe(false));
  await jobs.run(left, new Date());
  const assigned = await read(left, ferrari);
  expect(assigned).toMatchObject({ status: 'under_review', officer: { id: ferrari.personId } });
  expect(assigned.iter.filter(({ move }) => move === 'auto-assign-officer')).toHaveLength(1);
  expect(await read(taken)).toMatchObject({ status: 'under_review', officer: { id: bianchi.personId } });
});

test('a rule that assigns to nobody is told to whoever writes it, and in the history of what it meets', async () => {
  const procedureId = await procedureWithRules();
  const settings = await world.ask(getAutoAssignment, { procedureId }, administrator);
  expect(settings).toMatchObject({ version: 1, reachesNobody: ['lamps'], offices: expect.arrayContaining([school, roads]) });
  expect(settings.fields.map(({ key }) => key)).toEqual(['topic', 'isDelegate']);
  const id = await sent(procedureId, 'lamps');
  expect(await read(id)).toMatchObject({ status: 'submitted', officeName: null });
  expect((await read(id)).iter.at(-1)).toMatchObject({ move: 'auto-assign-failed', reason: 'lamps' });
  expect((await read(id, federica)).iter.at(-1)).toMatchObject({ move: 'auto-assign-failed', reason: null });
  await world.move(takePractice, { id }, ferrari);

  const { rules } = settings;
  const wrong = { procedureId, version: 1, field: 'street', rules };
  expect(await refusal(world.ask(putAutoAssignment, wrong, administrator))).toMatchObject({ errors: [{ pointer: '/field' }] });
  expect((await refusal(world.ask(putAutoAssignment, { ...wrong, field: 'topic', version: 0, rules: [] }, administrator))).type).toBe(
    'changed-meanwhile',
  );
  const foreign = { ...administrator, organizationId: dimostrativo };
  for (const ask of [world.ask(getAutoAssignment, { procedureId }, foreign), world.ask(putAutoAssignment, wrong, foreign)])
    expect((await refusal(ask)).type).toBe('procedure-not-found');
  expect((await refusal(world.ask(putAutoAssignment, wrong, manager))).type).toBe('forbidden');
});

test('of several choices any one is enough, the first rule goes before the others, and no answer has no rule', () => {
  const rule = (value: string) => ({ value, to: 'office' as const, assigneeId: value });
  const settings = { field: 'topics', rules: [rule('a'), rule('b'), rule('true')] };
  expect(ruleFor(settings, { topics: ['b', 'a'] })?.value).toBe('a');
  expect([
    ruleFor(settings, { topics: true })?.value,
    ruleFor(settings, {}),
    ruleFor({ ...settings, field: null }, { topics: 'a' }),
  ]).toEqual(['true', undefined, undefined]);
});
