import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Asked } from '@sportello/contracts/contract';
import { deleteView, listViews, MOST_VIEWS, putView } from '@sportello/contracts/practices/views';
import { bianchi, ferrari, manager, stranger } from '@sportello/testing/people';
import { refusal, World } from '../../test/world.js';

let world: World;
const office = { id: randomUUID(), name: 'Ufficio Istruzione' };
beforeAll(async () => {
  world = await World.start();
  for (const officer of [bianchi, ferrari]) await world.enable(officer, randomUUID(), office);
});
afterAll(() => world?.stop());

const save = (view: Partial<Asked<typeof putView>>, by = bianchi) =>
  world.ask(putView, { id: randomUUID(), list: 'queue', name: 'Da prendere', query: 'queue=waiting', scope: 'mine', ...view }, by);
const seenBy = async (by = bianchi) => (await world.ask(listViews, { list: 'queue' }, by)).items.map(({ name }) => name);

test('BKO-22: a view is its author’s alone, or her office’s, or the whole body’s', async () => {
  await save({ name: 'Mie' });
  const { id } = await save({ name: 'Ufficio', scope: 'office' });
  await save({ name: 'Tutti', scope: 'body' }, manager);
  expect(await seenBy()).toEqual(['Mie', 'Ufficio', 'Tutti']);
  expect(await seenBy(ferrari)).toEqual(['Tutti', 'Ufficio']);
  expect(await seenBy(stranger)).toEqual([]);
  expect((await world.ask(listViews, { list: 'queue' }, ferrari)).items[1]).toMatchObject({
    id,
    query: 'queue=waiting',
    ownerName: 'OPERATORE 011',
    isMine: false,
  });
});

test('BKO-22: only its author changes a view, and only a manager shares one with all or deletes a colleague’s', async () => {
  const { id } = await save({ name: 'Condivisa', scope: 'office' });
  expect((await refusal(save({ id, name: 'Altra' }, ferrari))).type).toBe('view-not-found');
  expect((await refusal(world.ask(deleteView, { id }, ferrari))).type).toBe('view-not-found');
  expect((await refusal(save({ scope: 'body' }))).type).toBe('forbidden');
  expect((await refusal(save({ scope: 'office' }, manager))).type).toBe('forbidden');
  await world.ask(deleteView, { id }, manager);
  expect(await seenBy(ferrari)).not.toContain('Condivisa');
  expect((await refusal(world.ask(deleteView, { id }, bianchi))).type).toBe('view-not-found');
});

test('BKO-22: the same name is the same view, two presses are one, and none is thrown away for another', async () => {
  const id = randomUUID();
  await Promise.all([save({ id, name: 'Doppia' }, ferrari), save({ id, name: 'Doppia' }, ferrari)]);
  await save({ name: 'Doppia', query: 'queue=mine' }, ferrari);
  const { items } = await world.ask(listViews, { list: 'queue' }, ferrari);
  expect(items.filter(({ name }) => name === 'Doppia')).toMatchObject([{ query: 'queue=mine' }]);
  for (let count = 1; count < MOST_VIEWS; count += 1) await save({ name: `Vista ${count}` }, ferrari);
  expect((await refusal(save({ name: 'Una di troppo' }, ferrari))).type).toBe('too-many-views');
  await save({ name: 'Doppia', query: 'queue=waiting' }, ferrari);
});
