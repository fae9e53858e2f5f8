import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { answerAmendment, requestAmendment } from '@sportello/contracts/practices/amendments';
import { getPractice } from '@sportello/contracts/practices/practices';
import { putProcedure } from '@sportello/contracts/practices/procedures';
import { decidePractice } from '@sportello/contracts/practices/queue';
import { addDays, romeDate } from '@sportello/italy/rome-time';
import { administrator, bianchi, federica } from '@sportello/testing/people';
import { procedureInput, World } from '../../test/world.js';
import { answerByNow } from './keep-move.js';
import { Practice } from './practice.entity.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world?.stop());

const settings = { requiresConfirmation: true, answerDays: 20, countsWorkingDays: true };
const today = () => romeDate(new Date());

test('PRA-77: citizen and officer read the same term, and what the body sets afterwards does not move it', async () => {
  const procedureId = await world.procedure({ settings });
  const id = await world.taken(procedureId);
  const before = (await world.ask(getPractice, { id }, federica)).term;
  expect(before).toMatchObject({ state: 'running', pausedUntil: null, tacit: null });
  expect(before?.daysLeft).toBeGreaterThanOrEqual(26);
  await world.ask(
    putProcedure,
    { ...procedureInput(procedureId), version: 1, settings: { requiresConfirmation: true, answerDays: 1 } },
    administrator,
  );
  expect((await world.ask(getPractice, { id }, federica)).term).toEqual(before);
  expect((await world.ask(getPractice, { id }, bianchi)).term).toEqual(before);
});

test('PRA-76: each move keeps the last day that its passages give; a request of additions stops it, and an outcome ends it', async () => {
  const id = await world.taken(await world.procedure());
  const kept = async () => {
    const { db } = world.service;
    const practice = await db.manager.findOneByOrFail(Practice, { id });
    const [procedure] = await db.query('select settings from procedures where id = $1', [practice.procedureId]);
    expect(practice.answerBy).toBe(await answerByNow(db.manager, practice, procedure));
    return practice.answerBy;
  };
  const first = await kept();
  expect(first).toBe((await world.ask(getPractice, { id }, federica)).term?.answerBy);
  const amendmentId = randomUUID();
  const waiting = await world.move(requestAmendment, { id, amendmentId, reason: 'Manca', attachmentIds: [] }, bianchi);
  expect(waiting).toMatchObject({ answerBy: null, term: { state: 'paused', pausedUntil: addDays(today(), 30) } });
  expect(await kept()).not.toBe(first);
  await world.move(answerAmendment, { id, amendmentId, text: 'Ecco', attachmentIds: [] }, federica);
  expect(await kept()).toBe(first);
  await world.service.db.query("update practices set status = 'under_review' where id = $1", [id]);
  await world.move(decidePractice, { id, decision: 'approved', message: null, attachmentIds: [] }, bianchi);
  expect(await kept()).toBeNull();
  expect((await world.ask(getPractice, { id }, federica)).term).toBeNull();
});
