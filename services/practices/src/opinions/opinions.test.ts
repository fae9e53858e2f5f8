import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Payload } from '@sportello/contracts/contract';
import { announced } from '@sportello/contracts/notifications/announcements';
import { getFileAddress } from '@sportello/contracts/practices/attachments';
import { getContent } from '@sportello/contracts/practices/drafts';
import { addNote } from '@sportello/contracts/practices/messages';
import { askOpinion, dropOpinion, giveOpinion, listOpinionOffices, listOpinions } from '@sportello/contracts/practices/opinions';
import { getPractice } from '@sportello/contracts/practices/practices';
import { decidePractice, listQueue } from '@sportello/contracts/practices/queue';
import { addDays, romeDate } from '@sportello/italy/rome-time';
import { bianchi, federica, ferrari } from '@sportello/testing/people';
import { refusal, World } from '../../test/world.js';

const environment = { id: randomUUID(), name: 'Ufficio Ambiente' };
/** An officer who works other services, in the office that is asked. */
const verdi = { ...ferrari, personId: randomUUID() };
/** An officer of the same body, of no office that is asked. */
const gallo = { ...ferrari, personId: randomUUID() };
let world: World;
let procedureId: string;
let waitingId: string;
beforeAll(async () => {
  world = await World.start();
  procedureId = await world.procedure();
  waitingId = await world.procedure({ settings: { waitsForOpinions: true } });
  await world.enable(verdi, randomUUID(), environment);
  await world.enable(gallo, randomUUID(), { id: randomUUID(), name: 'Ufficio Tributi' });
});
afterAll(() => world?.stop());

const ask = async (id: string, attachmentIds: string[] = []) => {
  const opinionId = randomUUID();
  const question = 'Il progetto è compatibile con il vincolo?';
  const input = { id, opinionId, officeId: environment.id, question, days: 20, attachmentIds };
  return { opinionId, input, asked: await world.move(askOpinion, input, bianchi) };
};
const told = async (id: string) =>
  ((await world.service.published(announced)) as Payload<typeof announced>[])
    .filter(({ subject, topic }) => subject.id === id && topic === 'practices.opinions')
    .flatMap(({ messages }) => messages.map(({ audience, title }) => ({ audience, title: title.it })));

test('PRA-74: another office is asked, answers with text and document, and the state stays as it was', async () => {
  const id = await world.taken(procedureId);
  const { items } = await world.ask(listOpinionOffices, { id }, bianchi);
  expect(items).toEqual(expect.arrayContaining([environment]));
  const plan = await world.attach(id, bianchi, 'opinion');
  const { opinionId, input, asked } = await ask(id, [plan]);
  expect(asked).toMatchObject({
    status: 'under_review',
    opinions: [{ status: 'awaited', officeName: 'Ufficio Ambiente', mayGive: false }],
  });
  expect(asked.opinions?.[0]?.askedAttachments).toMatchObject([{ id: plan }]);
  // Said again, it answers the first; another question under the same id is refused.
  expect((await world.move(askOpinion, input, bianchi)).opinions).toHaveLength(1);
  expect((await refusal(world.move(askOpinion, { ...input, question: 'Altro?' }, bianchi))).type).toBe('id-reused');

  // Whoever is asked finds it in her list, reads the practice and its files, and can do nothing else with it.
  expect((await world.ask(listOpinions, { isOpen: 'yes' }, verdi)).items).toMatchObject([{ id: opinionId, practiceId: id }]);
  expect((await world.ask(listQueue, {}, verdi)).items).toEqual([]);
  expect(await world.ask(getPractice, { id }, verdi)).toMatchObject({
    isOnlyAsked: true,
    moves: ['give-opinion'],
    opinions: [{ id: opinionId, mayGive: true }],
  });
  await world.ask(getContent, { id }, verdi);
  await world.ask(getFileAddress, { id, fileId: plan }, verdi);
  expect((await refusal(world.ask(addNote, { id, noteId: randomUUID(), text: 'x' }, verdi))).type).toBe('move-refused');

  const report = await world.attach(id, verdi, 'opinion');
  const answer = { id, opinionId, stance: 'negative' as const, text: 'Non è compatibile', attachmentIds: [report] };
  const given = await world.move(giveOpinion, answer, verdi);
  expect(given.opinions).toMatchObject([{ status: 'given', stance: 'negative', text: 'Non è compatibile', attachments: [{ id: report }] }]);
  await world.move(giveOpinion, answer, verdi);
  const back = await world.ask(getPractice, { id }, bianchi);
  expect(back).toMatchObject({ status: 'under_review', isOnlyAsked: false });
  expect(back.moves).toEqual(expect.arrayContaining(['approve', 'reject']));
  expect(back.iter.slice(-2)).toMatchObject([
    { move: 'ask-opinion', reason: 'Ufficio Ambiente' },
    { move: 'give-opinion', reason: 'Ufficio Ambiente' },
  ]);
  expect(await told(id)).toMatchObject([
    { audience: [{ personId: verdi.personId }], title: expect.stringContaining('Parere richiesto al tuo ufficio') },
    { audience: [{ personId: bianchi.personId }], title: expect.stringContaining('Parere ricevuto') },
  ]);
});

test('PRA-74: what offices write to each other is read neither by the applicant nor by an office that was not asked', async () => {
  const id = await world.taken(procedureId);
  const plan = await world.attach(id, bianchi, 'opinion');
  const { opinionId } = await ask(id, [plan]);
  const own = await world.ask(getPractice, { id }, federica);
  expect(own.opinions).toBeUndefined();
  expect(own.iter.at(-1)).toMatchObject({ move: 'ask-opinion', reason: 'Ufficio Ambiente', actor: { it: 'Ufficio' } });
  expect((await refusal(world.ask(getFileAddress, { id, fileId: plan }, federica))).type).toBe('attachment-not-found');
  expect((await refusal(world.ask(getPractice, { id }, gallo))).type).toBe('practice-not-found');
  const answer = { id, opinionId, version: 9, stance: 'positive' as const, text: 'Sì', attachmentIds: [] };
  expect((await refusal(world.ask(giveOpinion, answer, gallo))).type).toBe('practice-not-found');
  expect((await refusal(world.move(giveOpinion, answer, ferrari))).type).toBe('not-asked');
});

test('PRA-74: an opinion that does not come keeps no practice, and one that is dropped is no longer awaited', async () => {
  const id = await world.taken(procedureId);
  const { opinionId } = await ask(id);
  const { db } = world.service;
  await db.query('update opinions set answer_by = current_date - 2 where id = $1', [opinionId]);
  expect((await world.ask(getPractice, { id }, bianchi)).opinions).toMatchObject([{ status: 'overdue' }]);
  const dropped = await world.move(dropOpinion, { id, opinionId }, bianchi);
  expect(dropped.opinions).toMatchObject([{ status: 'dropped' }]);
  expect(dropped.moves).not.toContain('drop-opinion');
  expect((await refusal(world.ask(getPractice, { id }, verdi))).type).toBe('practice-not-found');

  // What was not given before the outcome is no longer needed.
  const other = await world.taken(procedureId);
  await ask(other);
  const ended = await world.move(decidePractice, { id: other, decision: 'approved', message: null, attachmentIds: [] }, bianchi);
  expect(ended.opinions).toMatchObject([{ status: 'dropped' }]);
  expect((await world.ask(listOpinions, { isOpen: 'yes' }, verdi)).items.map(({ practiceId }) => practiceId)).not.toContain(other);
});

test('PRA-74: where the service says so the outcome waits for the opinion, until its last day is over', async () => {
  const id = await world.taken(waitingId);
  const { opinionId } = await ask(id);
  const outcome = { id, decision: 'approved' as const, message: null, attachmentIds: [] };
  expect((await world.ask(getPractice, { id }, bianchi)).moves).not.toContain('approve');
  const waits = await refusal(world.move(decidePractice, outcome, bianchi));
  expect([waits.type, waits.detail]).toEqual(['move-refused', expect.stringContaining('parere')]);
  await world.service.db.query('update opinions set answer_by = $2 where id = $1', [opinionId, addDays(romeDate(new Date()), -1)]);
  await world.service.db.query('update practices set opinion_by = $2 where id = $1', [id, addDays(romeDate(new Date()), -1)]);
  expect((await world.move(decidePractice, outcome, bianchi)).status).toBe('approved');
});
