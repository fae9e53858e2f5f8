import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { closeAmendment, requestAmendment } from '@sportello/contracts/practices/amendments';
import { cancelPractice, reopenPractice } from '@sportello/contracts/practices/closures';
import { getPractice } from '@sportello/contracts/practices/practices';
import { decidePractice } from '@sportello/contracts/practices/queue';
import { bianchi, federica, ferrari, manager } from '@sportello/testing/people';
import { refusal, World } from '../../test/world.js';

let world: World;
let procedureId: string;
const settings = { requiresConfirmation: true, allowsPartialApproval: true, canBeReopened: true };
beforeAll(async () => {
  world = await World.start();
  procedureId = await world.procedure({ settings });
});
afterAll(() => world?.stop());

test('PRA-70: a manager reopens with a reason; the earlier outcome stays with its files, and the next one is another', async () => {
  const id = await world.taken(procedureId);
  const first = await world.attach(id, bianchi, 'outcome');
  await world.move(decidePractice, { id, decision: 'rejected', message: 'Manca', attachmentIds: [first] }, bianchi);
  expect((await refusal(world.move(reopenPractice, { id, reason: 'Era sfuggito' }, bianchi))).type).toBe('forbidden');
  const reopened = await world.move(reopenPractice, { id, reason: 'Era sfuggito' }, manager);
  expect(reopened).toMatchObject({ status: 'under_review', officer: { id: bianchi.personId }, outcome: null });
  expect(reopened.pastOutcomes).toMatchObject([{ status: 'rejected', message: 'Manca', attachments: [{ id: first }] }]);
  expect(reopened.iter.at(-1)).toMatchObject({ move: 'reopen-closed', reason: 'Era sfuggito' });
  const second = await world.attach(id, bianchi, 'outcome');
  const decided = await world.move(decidePractice, { id, decision: 'approved', message: 'Bene', attachmentIds: [second] }, bianchi);
  expect(decided.outcome).toMatchObject({ message: 'Bene', attachments: [{ id: second }] });
  expect(decided.pastOutcomes).toMatchObject([{ attachments: [{ id: first }] }]);
});

test('PRA-37, PRA-44, PRA-70: what the service does not foresee is not offered', async () => {
  const id = await world.taken(await world.procedure());
  expect((await world.ask(getPractice, { id }, bianchi)).moves).not.toContain('approve-partially');
  await world.move(decidePractice, { id, decision: 'approved', message: null, attachmentIds: [] }, bianchi);
  expect((await world.ask(getPractice, { id }, manager)).moves).not.toContain('reopen-closed');
  const refused = await refusal(world.move(reopenPractice, { id, reason: 'No' }, manager));
  expect(refused).toMatchObject({ type: 'move-refused', detail: expect.stringContaining('la riapertura non è prevista') });
});

test('PRA-71: the officer in charge or a manager cancels, with a reason that the applicant reads; what was asked is not awaited any more', async () => {
  const id = await world.taken(procedureId);
  const amendmentId = randomUUID();
  await world.move(requestAmendment, { id, amendmentId, reason: 'Manca', attachmentIds: [] }, bianchi);
  expect((await refusal(world.move(cancelPractice, { id, reason: 'Doppia' }, ferrari))).type).toBe('not-in-charge');
  const { version } = await world.ask(getPractice, { id }, manager);
  await world.ask(cancelPractice, { id, version, reason: 'Doppia' }, manager);
  await world.ask(cancelPractice, { id, version, reason: 'Doppia' }, manager);
  const read = await world.ask(getPractice, { id }, federica);
  expect(read).toMatchObject({ status: 'cancelled', outcome: { message: 'Doppia' }, amendments: [{ status: 'void' }], term: null });
  expect(read.iter.filter(({ move }) => move === 'cancel')).toMatchObject([{ reason: 'Doppia' }]);
});

test('PRA-72, PRA-37: a request of additions is closed without an answer, and the practice can be decided, also in part', async () => {
  const id = await world.taken(procedureId);
  const amendmentId = randomUUID();
  await world.move(requestAmendment, { id, amendmentId, reason: 'Manca', attachmentIds: [] }, bianchi);
  const closed = await world.move(closeAmendment, { id, amendmentId, reason: 'È già in atti' }, bianchi);
  expect(closed).toMatchObject({ status: 'under_review', amendments: [{ status: 'closed' }] });
  const decided = await world.move(decidePractice, { id, decision: 'partially_approved', message: 'In parte', attachmentIds: [] }, bianchi);
  expect(decided).toMatchObject({ status: 'partially_approved', outcome: { message: 'In parte' } });
});
