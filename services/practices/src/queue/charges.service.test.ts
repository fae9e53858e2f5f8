import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { listCharges } from '@sportello/contracts/practices/charges';
import { getPractice } from '@sportello/contracts/practices/practices';
import { decidePractice } from '@sportello/contracts/practices/queue';
import { service } from '@sportello/messaging/actor';
import { bianchi, dimostrativo, ferrari, manager, piedmont } from '@sportello/testing/people';
import { refusal, World } from '../../test/world.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world?.stop());

const charges = (id: string, organizationId = piedmont, kind: 'officer' | 'office' = 'officer') =>
  world.ask(listCharges, { organizationId, kind, id }, service);

test('ADM-07: an officer is in charge of what she took and has not decided, at her body alone; nobody but a service may ask', async () => {
  const procedureId = await world.procedure();
  const [open, decided] = [await world.taken(procedureId), await world.taken(procedureId)];
  await world.taken(procedureId, ferrari);
  await world.move(decidePractice, { id: decided, decision: 'approved', message: null, attachmentIds: [] }, bianchi);
  const { number } = await world.ask(getPractice, { id: open }, manager);
  expect(await charges(String(bianchi.personId))).toEqual({ count: 1, numbers: [number] });
  expect(await charges(String(bianchi.personId), dimostrativo)).toEqual({ count: 0, numbers: [] });
  expect(await charges(randomUUID(), piedmont, 'office')).toEqual({ count: 0, numbers: [] });
  expect(await refusal(world.ask(listCharges, { organizationId: piedmont, kind: 'officer', id: randomUUID() }, manager))).toMatchObject({
    type: 'forbidden',
  });
});
