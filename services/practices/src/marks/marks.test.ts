import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MOST_TAGS } from '@sportello/contracts/practices/fields';
import {
  addTag,
  endPresence,
  getChecklist,
  getMarks,
  linkPractice,
  listTags,
  notePresence,
  putChecklist,
  removeTag,
  setPriority,
  tickItem,
  unlinkPractice,
  untickItem,
} from '@sportello/contracts/practices/marks';
import { getPractice } from '@sportello/contracts/practices/practices';
import { decidePractice, listQueue } from '@sportello/contracts/practices/queue';
import { administrator, bianchi, federica, ferrari, manager } from '@sportello/testing/people';
import { refusal, World } from '../../test/world.js';

let world: World;
let procedureId: string;
beforeAll(async () => {
  world = await World.start();
  procedureId = await world.procedure();
});
afterAll(() => world?.stop());

const find = async (search: string) => (await world.ask(listQueue, { procedureId, search }, ferrari)).items.map(({ id }) => id);
const item = (key: string) => ({ key, label: { it: `Voce ${key}`, en: `Item ${key}` } });

test('PRA-88: a tag that one officer adds finds the practice for her colleague, and no longer once it is removed', async () => {
  const id = await world.sent(procedureId);
  await world.ask(addTag, { id, tag: 'Sopralluogo urgente' }, bianchi);
  expect(await world.ask(addTag, { id, tag: 'SOPRALLUOGO URGENTE' }, ferrari)).toMatchObject({ tags: ['Sopralluogo urgente'] });
  expect(await find('sopralluogo')).toEqual([id]);
  expect((await world.ask(listQueue, { procedureId }, ferrari)).items.find((row) => row.id === id)).toMatchObject({
    tags: ['Sopralluogo urgente'],
  });
  expect((await world.ask(listTags, {}, ferrari)).items).toContainEqual({ tag: 'Sopralluogo urgente' });
  expect(await world.ask(removeTag, { id, tag: 'sopralluogo urgente' }, bianchi)).toMatchObject({ tags: [] });
  expect(await find('sopralluogo')).toEqual([]);
  expect(await find('neri')).toContain(id);
});

test('PRA-88: two tags added at once both stand, and there is an end to them', async () => {
  const id = await world.sent(procedureId);
  await Promise.all([world.ask(addTag, { id, tag: 'a' }, bianchi), world.ask(addTag, { id, tag: 'b' }, ferrari)]);
  expect((await world.ask(getMarks, { id }, bianchi)).tags.toSorted()).toEqual(['a', 'b']);
  for (let count = 2; count < MOST_TAGS; count += 1) await world.ask(addTag, { id, tag: `t${count}` }, bianchi);
  expect((await refusal(world.ask(addTag, { id, tag: 'una di troppo' }, bianchi))).type).toBe('too-many-tags');
});

test('PRA-54: the priority of a practice is seen in the list, and the most urgent come first where it is asked for so', async () => {
  const own = await world.procedure();
  const [later, first] = [await world.sent(own), await world.sent(own)];
  const usual = await world.sent(own);
  await world.ask(setPriority, { id: later, priority: 'low' }, bianchi);
  await world.ask(setPriority, { id: first, priority: 'high' }, bianchi);
  const { items } = await world.ask(listQueue, { procedureId: own, sort: 'priority' }, ferrari);
  expect(items.map(({ id, priority }) => [id, priority])).toEqual([
    [first, 'high'],
    [usual, 'normal'],
    [later, 'low'],
  ]);
});

test('a mark changes nothing of what a colleague decides upon, and the applicant is shown none', async () => {
  const id = await world.taken(procedureId);
  const { version } = await world.ask(getPractice, { id }, bianchi);
  await world.ask(setPriority, { id, priority: 'high' }, ferrari);
  await world.ask(addTag, { id, tag: 'interna' }, ferrari);
  const [first] = (await world.ask(listQueue, { procedureId, sort: 'priority' }, bianchi)).items;
  expect(first).toMatchObject({ id, priority: 'high' });
  expect(JSON.stringify(await world.ask(getPractice, { id }, federica))).not.toContain('interna');
  await world.ask(decidePractice, { id, version, decision: 'approved', message: null, attachmentIds: [] }, bianchi);
});

test('PRA-90: each tick says who and when, and an approval waits for the whole list where it is required', async () => {
  const own = await world.procedure();
  const id = await world.taken(own);
  const list = { procedureId: own, version: 0, items: [item('identita'), item('residenza')], isRequired: true };
  expect((await refusal(world.ask(putChecklist, { ...list, version: 3 }, administrator))).type).toBe('changed-meanwhile');
  await world.ask(putChecklist, list, administrator);
  expect(await world.ask(getChecklist, { procedureId: own }, administrator)).toMatchObject({ version: 1, items: list.items });
  const approve = () => world.move(decidePractice, { id, decision: 'approved', message: null, attachmentIds: [] }, bianchi);
  await world.ask(tickItem, { id, key: 'identita' }, ferrari);
  await world.ask(tickItem, { id, key: 'identita' }, bianchi);
  expect((await world.ask(getMarks, { id }, manager)).checklist).toMatchObject([
    { key: 'identita', tickedBy: 'OPERATORE 012', tickedAt: expect.any(Date) },
    { key: 'residenza', tickedBy: null, tickedAt: null },
  ]);
  expect(await refusal(approve())).toMatchObject({ type: 'checklist-open', detail: 'Da controllare: Voce residenza' });
  expect((await refusal(world.ask(tickItem, { id, key: 'reddito' }, bianchi))).type).toBe('not-on-checklist');
  await world.ask(tickItem, { id, key: 'residenza' }, bianchi);
  await world.ask(untickItem, { id, key: 'residenza' }, bianchi);
  expect((await refusal(approve())).type).toBe('checklist-open');
  await world.ask(tickItem, { id, key: 'residenza' }, bianchi);
  await approve();
});

test('PRA-88: a link is read from both ends, and leads only to what the officer may work', async () => {
  const [id, other] = [await world.sent(procedureId), await world.sent(procedureId)];
  const numberOf = async (one: string) => (await world.ask(getPractice, { id: one }, bianchi)).number;
  const linkId = randomUUID();
  const link = { id, linkId, number: await numberOf(other), kind: 'depends-on' as const };
  await world.ask(linkPractice, link, bianchi);
  expect((await world.ask(linkPractice, link, bianchi)).links).toMatchObject([{ kind: 'depends-on', isFrom: true, practiceId: other }]);
  expect((await world.ask(getMarks, { id: other }, ferrari)).links).toMatchObject([{ isFrom: false, practiceId: id, mayOpen: true }]);
  expect((await refusal(world.ask(linkPractice, { ...link, number: 'NIENTE.0000001' }, bianchi))).type).toBe('practice-not-found');
  expect((await refusal(world.ask(linkPractice, { ...link, number: await numberOf(id) }, bianchi))).type).toBe('linked-to-itself');
  expect((await world.ask(unlinkPractice, { id: other, linkId }, ferrari)).links).toEqual([]);
});

test('PRA-89: two officers who have one practice open see each other, until one leaves or falls silent', async () => {
  const id = await world.sent(procedureId);
  const note = (by = bianchi, isWriting = false) => world.ask(notePresence, { id, isWriting }, by);
  expect(await note()).toEqual({ others: [] });
  expect(await note(ferrari, true)).toEqual({ others: [{ name: 'OPERATORE 011', isWriting: false }] });
  expect(await note()).toEqual({ others: [{ name: 'OPERATORE 012', isWriting: true }] });
  await world.ask(endPresence, { id }, ferrari);
  expect(await note()).toEqual({ others: [] });
  await note(ferrari);
  await world.service.db.query(`update presences set seen_at = now() - interval '1 minute'`);
  expect(await note()).toEqual({ others: [] });
});
