import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Payload } from '@sportello/contracts/contract';
import { announced } from '@sportello/contracts/notifications/announcements';
import { announceRefusal, sendObservations } from '@sportello/contracts/practices/observations';
import { getPractice } from '@sportello/contracts/practices/practices';
import { decidePractice } from '@sportello/contracts/practices/queue';
import { addDays, romeDate } from '@sportello/italy/rome-time';
import { bianchi, federica } from '@sportello/testing/people';
import { refusal, World } from '../../test/world.js';
import { observationsBy } from '../terms/term.js';
import { ObservationsEnd } from './observations-end.js';

let world: World;
let procedureId: string;
beforeAll(async () => {
  world = await World.start();
  procedureId = await world.procedure();
});
afterAll(() => world?.stop());

async function announcedRefusal(): Promise<{ id: string; observationsId: string }> {
  const id = await world.taken(procedureId);
  const observationsId = randomUUID();
  await world.move(announceRefusal, { id, observationsId, reason: 'Manca il requisito', attachmentIds: [] }, bianchi);
  return { id, observationsId };
}

test('PRA-73: an announced refusal says why and until when observations can be sent, and they bring it back to the officer', async () => {
  const { id, observationsId } = await announcedRefusal();
  const last = observationsBy(romeDate(new Date()));
  const waiting = await world.ask(getPractice, { id }, federica);
  expect(waiting).toMatchObject({ status: 'awaiting_observations', moves: ['send-observations'], term: { state: 'paused' } });
  expect(waiting.observations).toMatchObject([{ id: observationsId, status: 'awaited', reason: 'Manca il requisito', answerBy: last }]);
  expect((await world.ask(getPractice, { id }, bianchi)).moves).not.toContain('reject');
  const told = ((await world.service.published(announced)) as Payload<typeof announced>[]).filter(
    ({ subject, topic }) => subject.id === id && topic === 'practices.observations',
  );
  expect(told[0]?.messages[0]).toMatchObject({ place: 'portal', quote: 'Manca il requisito' });

  const attachmentId = await world.attach(id, federica, 'amendment');
  const answer = { id, observationsId, text: 'Il requisito c’è', attachmentIds: [attachmentId] };
  const sent = await world.move(sendObservations, answer, federica);
  expect(sent.observations).toMatchObject([{ status: 'sent', text: 'Il requisito c’è', attachments: [{ id: attachmentId }] }]);
  // Said again, it answers the first.
  await world.move(sendObservations, answer, federica);
  const back = await world.ask(getPractice, { id }, bianchi);
  expect(back).toMatchObject({ status: 'under_review', term: { state: 'paused', pausedUntil: addDays(romeDate(new Date()), 10) } });
  expect(back.moves).toEqual(expect.arrayContaining(['approve', 'reject', 'announce-refusal']));
});

test('PRA-73: when the ten days are over the practice goes back by itself, once, and nothing is taken any more', async () => {
  const { id, observationsId } = await announcedRefusal();
  const end = world.service.get(ObservationsEnd);
  await end.run(observationsId, new Date());
  expect((await world.ask(getPractice, { id }, bianchi)).status).toBe('awaiting_observations');
  await world.service.db.query('update observations set answer_by = current_date - 2 where id = $1', [observationsId]);
  const late = world.move(sendObservations, { id, observationsId, text: 'Tardi', attachmentIds: [] }, federica);
  expect((await refusal(late)).type).toBe('move-refused');
  expect(await end.sweep(new Date())).toBe(1);
  await Promise.all([end.run(observationsId, new Date()), end.run(observationsId, new Date())]);
  const back = await world.ask(getPractice, { id }, bianchi);
  expect(back).toMatchObject({ status: 'under_review', observations: [{ status: 'ended' }] });
  expect(back.iter.filter(({ move }) => move === 'end-observations')).toHaveLength(1);
  await world.move(decidePractice, { id, decision: 'rejected', message: 'Manca il requisito', attachmentIds: [] }, bianchi);
});
