import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { acceptAmendment, answerAmendment, refuseAmendment, requestAmendment } from '@sportello/contracts/practices/amendments';
import { getFileAddress } from '@sportello/contracts/practices/attachments';
import { amendmentAccepted, amendmentRefused, amendmentRequested, amendmentSubmitted } from '@sportello/contracts/practices/events';
import { getPractice } from '@sportello/contracts/practices/practices';
import { decidePractice } from '@sportello/contracts/practices/queue';
import { bianchi, federica, ferrari } from '@sportello/testing/people';
import { refusal, World } from '../../test/world.js';

let world: World;
let procedureId: string;
beforeAll(async () => {
  world = await World.start();
  procedureId = await world.procedure();
});
afterAll(() => world?.stop());

async function asked(reason = 'Manca la delibera'): Promise<{ id: string; amendmentId: string }> {
  const id = await world.taken(procedureId);
  const amendmentId = randomUUID();
  await world.move(requestAmendment, { id, amendmentId, reason, attachmentIds: [] }, bianchi);
  return { id, amendmentId };
}
const answer = (id: string, amendmentId: string, text = 'Eccola', attachmentIds: string[] = []) =>
  world.move(answerAmendment, { id, amendmentId, text, attachmentIds }, federica);

test('PRA-39, PRA-40: additions are asked with a reason, answered with a file, and accepted', async () => {
  const { id, amendmentId } = await asked();
  const waiting = await world.ask(getPractice, { id }, federica);
  expect(waiting).toMatchObject({ status: 'awaiting_amendment', moves: ['answer-amendment'] });
  expect(waiting.amendments).toMatchObject([{ id: amendmentId, status: 'open', reason: 'Manca la delibera', answer: null }]);

  const attachmentId = await world.attach(id, federica, 'amendment');
  expect((await refusal(world.ask(getFileAddress, { id, fileId: attachmentId }, bianchi))).type).toBe('attachment-not-found');

  await answer(id, amendmentId, 'Eccola', [attachmentId]);
  const answered = await world.ask(getPractice, { id }, bianchi);
  expect(answered.amendments).toMatchObject([{ status: 'answered', answer: 'Eccola', answerAttachments: [{ name: 'file.pdf' }] }]);
  expect(answered.moves).toEqual(['assign', 'assign-office', 'release', 'accept-amendment', 'refuse-amendment', 'ask-opinion', 'cancel']);

  const accepted = await world.move(acceptAmendment, { id, amendmentId }, bianchi);
  expect(accepted).toMatchObject({ status: 'under_review', amendments: [{ status: 'accepted' }] });
  for (const event of [amendmentRequested, amendmentSubmitted, amendmentAccepted]) {
    expect((await world.service.published(event)).filter(({ practiceId }) => practiceId === id)).toHaveLength(1);
  }
});

test('PRA-40: a refused answer stays, and the next request bears the reason of the refusal', async () => {
  const { id, amendmentId } = await asked();
  await answer(id, amendmentId);
  const refused = await world.move(refuseAmendment, { id, amendmentId, reason: 'È illeggibile' }, bianchi);
  expect(refused.status).toBe('awaiting_amendment');
  expect(refused.amendments).toMatchObject([
    { id: amendmentId, status: 'refused', answer: 'Eccola', refusalReason: 'È illeggibile' },
    { status: 'open', reason: 'È illeggibile' },
  ]);
  const next = refused.amendments[1]?.id ?? '';
  expect(await answer(id, next, 'Di nuovo')).toMatchObject({ status: 'amendment_submitted' });
  expect((await world.service.published(amendmentRefused)).filter(({ practiceId }) => practiceId === id)).toHaveLength(1);
});

test('PRA-81: asking, answering, accepting and refusing twice does it once', async () => {
  const id = await world.taken(procedureId);
  const amendmentId = randomUUID();
  for (let i = 0; i < 2; i++) await world.move(requestAmendment, { id, amendmentId, reason: 'Una volta', attachmentIds: [] }, bianchi);
  for (let i = 0; i < 2; i++) await answer(id, amendmentId);
  for (let i = 0; i < 2; i++) await world.move(refuseAmendment, { id, amendmentId, reason: 'No' }, bianchi);
  const { amendments, iter } = await world.ask(getPractice, { id }, federica);
  expect(amendments).toHaveLength(2);
  expect(iter).toHaveLength(7);
  const next = amendments[1]?.id ?? '';
  await answer(id, next);
  for (let i = 0; i < 2; i++) await world.move(acceptAmendment, { id, amendmentId: next }, bianchi);
  expect((await world.ask(getPractice, { id }, federica)).iter).toHaveLength(9);
});

test('what was settled is not settled another way', async () => {
  const { id, amendmentId } = await asked();
  await answer(id, amendmentId);
  expect((await refusal(answer(id, amendmentId, 'Another text'))).type).toBe('move-refused');
  await world.move(acceptAmendment, { id, amendmentId }, bianchi);
  expect((await refusal(world.move(refuseAmendment, { id, amendmentId, reason: 'No' }, bianchi))).type).toBe('move-refused');
});

test('another reason or other files under the id of a request of additions are refused, and so is another answer', async () => {
  const { id, amendmentId } = await asked('Il primo motivo');
  const again = (reason: string, attachmentIds: string[] = []) =>
    world.move(requestAmendment, { id, amendmentId, reason, attachmentIds }, bianchi);
  expect(await again('Il primo motivo')).toMatchObject({ status: 'awaiting_amendment' });
  for (const other of [again('Un altro'), again('Il primo motivo', [randomUUID()])])
    expect(await refusal(other)).toMatchObject({ type: 'id-reused', status: 409 });
  await answer(id, amendmentId, 'Eccola');
  expect((await refusal(answer(id, amendmentId, 'Eccola', [randomUUID()]))).type).toBe('move-refused');
  await world.move(refuseAmendment, { id, amendmentId, reason: 'È illeggibile' }, bianchi);
  expect((await refusal(world.move(refuseAmendment, { id, amendmentId, reason: 'È scaduta' }, bianchi))).type).toBe('move-refused');
});

test('nobody asks, answers or judges upon something that she was not shown', async () => {
  const id = await world.taken(procedureId);
  const amendmentId = randomUUID();
  const { version } = await world.ask(getPractice, { id }, bianchi);
  const asking = { id, amendmentId, reason: 'Manca', attachmentIds: [] };
  const stale = (promise: Promise<unknown>) => refusal(promise).then(({ type }) => expect(type).toBe('changed-meanwhile'));
  await stale(world.ask(requestAmendment, { ...asking, version: version - 1 }, bianchi));
  await world.ask(requestAmendment, { ...asking, version }, bianchi);
  const answering = { id, amendmentId, text: 'Eccola', attachmentIds: [] };
  await stale(world.ask(answerAmendment, { ...answering, version }, federica));
  await world.ask(answerAmendment, { ...answering, version: version + 1 }, federica);
  await stale(world.ask(acceptAmendment, { id, amendmentId, version: version + 1 }, bianchi));
  await stale(world.ask(refuseAmendment, { id, amendmentId, reason: 'No', version: version + 1 }, bianchi));
  await world.ask(acceptAmendment, { id, amendmentId, version: version + 2 }, bianchi);
});

test('PRA-40: nothing is accepted, refused or decided while the answer is awaited', async () => {
  const { id, amendmentId } = await asked();
  const refused = await Promise.all(
    [
      world.move(acceptAmendment, { id, amendmentId }, bianchi),
      world.move(refuseAmendment, { id, amendmentId, reason: 'No' }, bianchi),
      world.move(decidePractice, { id, decision: 'approved', message: null, attachmentIds: [] }, bianchi),
      world.move(requestAmendment, { id, amendmentId: randomUUID(), reason: 'Ancora', attachmentIds: [] }, bianchi),
    ].map(refusal),
  );
  expect(refused.map(({ type }) => type)).toEqual(Array.from({ length: 4 }, () => 'move-refused'));
});

test('a colleague who is not in charge neither asks nor judges', async () => {
  const { id, amendmentId } = await asked();
  await answer(id, amendmentId);
  expect((await refusal(world.move(acceptAmendment, { id, amendmentId }, ferrari))).type).toBe('not-in-charge');
  const other = await world.taken(procedureId);
  expect(
    (await refusal(world.move(requestAmendment, { id: other, amendmentId: randomUUID(), reason: 'X', attachmentIds: [] }, ferrari))).type,
  ).toBe('not-in-charge');
});

test('a reason cannot be empty, and an amendment of one practice is not found in another', async () => {
  const { amendmentId } = await asked();
  const other = await world.taken(procedureId);
  expect(
    (await refusal(world.move(requestAmendment, { id: other, amendmentId: randomUUID(), reason: '  ', attachmentIds: [] }, bianchi))).type,
  ).toBe('invalid-input');
  expect((await refusal(world.move(acceptAmendment, { id: other, amendmentId }, bianchi))).type).toBe('practice-not-found');
});
