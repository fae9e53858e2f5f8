import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { listOwnDocuments } from '@sportello/contracts/practices/documents';
import { decidePractice, takePractice } from '@sportello/contracts/practices/queue';
import { anna, bianchi, federica, maria } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { World } from '../../test/world.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world?.stop());

test('PRA-11, PRA-36: the documents of all requests are in one place, page by page, and nobody else sees them', async () => {
  const procedureId = await world.procedure();
  const first = await world.sent(procedureId);
  const second = await world.sent(procedureId);
  await world.draft(procedureId);
  await world.move(takePractice, { id: first }, bianchi);
  const act = await world.attach(first, bianchi, 'outcome');
  const unused = await world.attach(first, bianchi, 'message');
  await world.move(decidePractice, { id: first, decision: 'approved', message: null, attachmentIds: [act] }, bianchi);
  const all = await eventually(async () => {
    const { items } = await world.ask(listOwnDocuments, { limit: 100 }, federica);
    expect(items).toHaveLength(5);
    return items;
  }, 90);
  expect(
    all
      .filter(({ practiceId }) => practiceId === second)
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(['receipt', 'request']);
  expect(all.find(({ id }) => id === act)).toMatchObject({ kind: 'act', practiceId: first, name: 'file.pdf' });
  expect(all.map(({ id }) => id)).not.toContain(unused);
  expect(all.map(({ issuedAt }) => issuedAt.getTime())).toEqual(all.map(({ issuedAt }) => issuedAt.getTime()).toSorted((a, b) => b - a));

  const pages: string[] = [];
  for (let after: string | undefined; pages.length < 20; ) {
    const { items, next } = await world.ask(listOwnDocuments, { limit: 2, ...(after && { after }) }, federica);
    pages.push(...items.map(({ id }) => id));
    if (next === null) break;
    after = next;
  }
  expect(pages).toEqual(all.map(({ id }) => id));
  for (const other of [anna, maria, { ...federica, profileId: maria.profileId }])
    expect((await world.ask(listOwnDocuments, {}, other)).items).toEqual([]);
});
