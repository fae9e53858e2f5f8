import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Payload } from '@sportello/contracts/contract';
import { announced } from '@sportello/contracts/notifications/announcements';
import { answerAmendment, refuseAmendment, requestAmendment } from '@sportello/contracts/practices/amendments';
import { putClickDay } from '@sportello/contracts/practices/click-days';
import { practiceApproved } from '@sportello/contracts/practices/events';
import { getPractice } from '@sportello/contracts/practices/practices';
import { isWorkingDay } from '@sportello/italy/holidays';
import { addDays, romeDate, romeInstant } from '@sportello/italy/rome-time';
import { administrator, bianchi, federica, ferrari } from '@sportello/testing/people';
import { World } from '../../test/world.js';
import { MissingTerms } from './missing-terms.js';
import { Reminders } from './reminders.js';
import { Silence } from './silence.js';
import { TermDigests } from './term-digests.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world?.stop());

const settings = { requiresConfirmation: true, answerDays: 10 };
const told = async (topic: string) =>
  ((await world.service.published(announced)) as Payload<typeof announced>[]).filter((one) => one.topic === topic);
/** The first working day from one on. */
const workingFrom = (day: string): string => (isWorkingDay(day) ? day : workingFrom(addDays(day, 1)));

test('PRA-76: when the term is over silence approves by itself, once, with its reason; a service that sets nothing waits on', async () => {
  const silence = world.service.get(Silence);
  const id = await world.taken(await world.procedure({ settings: { ...settings, tacit: 'approved' } }));
  const other = await world.taken(await world.procedure({ settings }));
  const { term } = await world.ask(getPractice, { id }, federica);
  expect(term).toMatchObject({ tacit: 'approved' });
  const last = term?.answerBy ?? '';
  // The last instant of the last day is still inside.
  const before = new Date(romeInstant(addDays(last, 1)).getTime() - 1);
  await silence.run(id, before);
  expect((await world.ask(getPractice, { id }, federica)).status).toBe('under_review');
  const after = romeInstant(addDays(last, 1));
  expect(await silence.sweep(after)).toBe(1);
  await Promise.all([silence.run(id, after), silence.run(id, after), silence.run(other, after)]);
  const ended = await world.ask(getPractice, { id }, federica);
  expect(ended).toMatchObject({ status: 'approved', term: null, outcome: { message: expect.stringContaining('silenzio assenso') } });
  expect(ended.iter.filter(({ move }) => move === 'tacit-approve')).toHaveLength(1);
  expect((await world.service.published(practiceApproved)).filter(({ practiceId }) => practiceId === id)).toHaveLength(1);
  expect((await told('practices.outcome')).filter(({ subject }) => subject.id === id)).toHaveLength(1);
  expect((await world.ask(getPractice, { id: other }, bianchi)).status).toBe('under_review');
});

test('PRA-76: where silence refuses, what nobody took is refused, whatever the body has set since', async () => {
  const procedureId = await world.procedure({ settings: { ...settings, tacit: 'rejected' } });
  const id = await world.sent(procedureId);
  await world.service.db.query(`update procedures set settings = settings - 'tacit' where id = $1`, [procedureId]);
  const { term } = await world.ask(getPractice, { id }, federica);
  await world.service.get(Silence).run(id, romeInstant(addDays(term?.answerBy ?? '', 1)));
  expect(await world.ask(getPractice, { id }, federica)).toMatchObject({
    status: 'rejected',
    outcome: { message: expect.stringContaining('silenzio rigetto') },
  });
});

test('PRA-78, NOT-22: one mail a day tells each officer of the terms about to expire among what she works on, and not before seven', async () => {
  const digests = world.service.get(TermDigests);
  const procedureId = await world.procedure({ settings });
  const held = await world.taken(procedureId);
  const waiting = await world.sent(procedureId);
  const [practice, free] = await Promise.all([held, waiting].map((id) => world.ask(getPractice, { id }, bianchi)));
  const day = workingFrom(addDays(practice?.term?.answerBy ?? '', -3));
  expect(await digests.sweep(romeInstant(day, '06:59'))).toBe(0);
  const now = romeInstant(day, '07:00');
  expect(await digests.sweep(now)).toBe(2);
  for (const officer of [bianchi, ferrari, bianchi]) await digests.run(String(officer.personId), now);
  const mails = await told('practices.terms');
  const quoteTo = (id: unknown) => mails.filter(({ subject }) => subject.id === id).map(({ messages }) => messages[0]?.quote);
  expect(quoteTo(bianchi.personId)).toHaveLength(1);
  expect(quoteTo(bianchi.personId)[0]).toContain(practice?.number);
  expect(quoteTo(ferrari.personId)[0]).toContain(free?.number);
  expect(quoteTo(ferrari.personId)[0]).not.toContain(practice?.number);
  expect(await digests.sweep(romeInstant(day, '18:00'))).toBe(0);
});

test('PRA-76: what was sent before terms were kept gets its last day, and nothing else of it changes', async () => {
  const id = await world.taken(await world.procedure({ settings }));
  const { db } = world.service;
  const [before] = await db.query('select * from practices where id = $1', [id]);
  await db.query('update practices set answer_by = null, term = null where id = $1', [id]);
  expect(await world.service.get(MissingTerms).sweep(new Date())).toBe(1);
  await world.service.get(MissingTerms).run(id);
  const [after] = await db.query('select * from practices where id = $1', [id]);
  // Its receipt may have been issued meanwhile.
  expect(after).toEqual({ ...before, term: null, receipt_issued_at: after.receipt_issued_at });
  expect(romeDate(after.submitted_at) < (await world.ask(getPractice, { id }, bianchi)).term!.answerBy).toBe(true);
});

test('PRA-93: who has stopped is reminded once for each cause, by the days of the service, and no more once it has gone on', async () => {
  const reminders = world.service.get(Reminders);
  const procedureId = await world.procedure({
    settings: { requiresConfirmation: true, remindDraftDays: 7, remindAnswerDays: 5, remindPaymentDays: 3 },
  });
  const silent = await world.draft(await world.procedure());
  const draft = await world.draft(procedureId);
  const asked = await world.taken(procedureId);
  await world.move(requestAmendment, { id: asked, amendmentId: randomUUID(), reason: 'Manca la delega', attachmentIds: [] }, bianchi);
  const remindedOf = async (id: string) => (await told('practices.reminders')).filter(({ subject }) => subject.id === id);
  const after = (days: number) => new Date(Date.now() + days * 86_400_000 + 3_600_000);
  const early = after(4);
  for (const id of [draft, asked, silent]) await reminders.run(id, early);
  for (const id of [draft, asked, silent]) expect(await remindedOf(id)).toEqual([]);
  // Five days later the additions are due; the draft waits for its own seven.
  for (let time = 0; time < 2; time += 1) await Promise.all([draft, asked].map((id) => reminders.run(id, after(5))));
  expect(await remindedOf(draft)).toEqual([]);
  expect(await remindedOf(asked)).toHaveLength(1);
  expect((await remindedOf(asked))[0]?.messages).toMatchObject([{ place: 'portal', by: ['notice', 'mail'] }]);
  await Promise.all([reminders.run(draft, after(7)), reminders.run(draft, after(7)), reminders.run(draft, after(30))]);
  expect(await remindedOf(draft)).toHaveLength(1);
  // What has gone on needs none; what is asked once more is another cause.
  const { amendments } = await world.ask(getPractice, { id: asked }, federica);
  const answer = { id: asked, amendmentId: amendments[0]?.id ?? '', text: 'Ecco', attachmentIds: [] };
  await world.move(answerAmendment, answer, federica);
  await reminders.run(asked, after(60));
  expect(await remindedOf(asked)).toHaveLength(1);
  await world.move(refuseAmendment, { id: asked, amendmentId: answer.amendmentId, reason: 'Non si legge' }, bianchi);
  await reminders.run(asked, after(60));
  expect(await remindedOf(asked)).toHaveLength(2);
  // Of what cannot be sent any more nobody is reminded.
  const late = await world.draft(procedureId);
  await world.service.db.query(`update procedures set closes_at = now() + interval '1 day' where id = $1`, [procedureId]);
  await reminders.run(late, after(9));
  expect(await remindedOf(late)).toEqual([]);
  expect(await reminders.sweep(after(60))).toBe(0);
});

test('PRA-93, CLK-12: of what is ready for a click day nobody is reminded before its hour, and then also when filling in is over', async () => {
  const reminders = world.service.get(Reminders);
  const procedureId = await world.procedure({ settings: { requiresConfirmation: true, remindDraftDays: 7 } });
  const ready = await world.ready(procedureId);
  const after = (days: number) => new Date(Date.now() + days * 86_400_000 + 3_600_000);
  const day = { id: randomUUID(), title: { it: 'Prova', en: 'Try' }, procedureIds: [procedureId], version: 0 };
  const hours = { opensAt: after(20).toISOString(), closesAt: after(40).toISOString() };
  await world.ask(putClickDay, { ...day, ...hours }, administrator);
  await world.service.db.query('update procedures set closes_at = $2 where id = $1', [procedureId, after(10)]);
  const remindedOf = async () => (await told('practices.reminders')).filter(({ subject }) => subject.id === ready);
  for (const days of [8, 15, 41]) await reminders.run(ready, after(days));
  expect(await remindedOf()).toEqual([]);
  await reminders.run(ready, after(21));
  expect(await remindedOf()).toHaveLength(1);
});
