import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { announced } from '@sportello/contracts/notifications/announcements';
import { getFileAddress } from '@sportello/contracts/practices/attachments';
import { completePractice, deletePractice, openPractice, reopenDraft } from '@sportello/contracts/practices/drafts';
import { practiceApproved } from '@sportello/contracts/practices/events';
import { getPractice } from '@sportello/contracts/practices/practices';
import { decidePractice, takePractice } from '@sportello/contracts/practices/queue';
import { declareStamp, rejectStamp, verifyStamp, waiveStamp } from '@sportello/contracts/practices/stamps';
import { submitPractice } from '@sportello/contracts/practices/submissions';
import { addDays, romeDate } from '@sportello/italy/rome-time';
import { anna, bianchi, federica, ferrari, stranger } from '@sportello/testing/people';
import { answers } from '../../test/form.js';
import { refusal, World } from '../../test/world.js';

let world: World;
let atRequest: string;
let atRelease: string;
beforeAll(async () => {
  world = await World.start();
  atRequest = await world.procedure({ settings: { requiresConfirmation: true, stamps: 'request' } });
  atRelease = await world.procedure({ settings: { requiresConfirmation: true, stamps: 'release' } });
});
afterAll(() => world?.stop());

const today = romeDate(new Date());
let last = 10_000_000_000_000;
const newNumber = () => String(++last);
const declared = (number = newNumber()) => ({ number, issuedOn: addDays(today, -3) });
const read = (id: string, by = federica) => world.ask(getPractice, { id }, by);
async function stampOf(id: string, by = federica) {
  const [stamp] = (await read(id, by)).stamps ?? [];
  if (!stamp) throw new Error(`${id} has no stamp`);
  return stamp;
}

/** A draft with its stamp. */
async function stamped(number = newNumber()): Promise<string> {
  const id = await world.draft(atRequest);
  await world.move(declareStamp, { id, stampId: randomUUID(), ...declared(number) }, federica);
  return id;
}

async function underReview(number = newNumber()): Promise<string> {
  const id = await stamped(number);
  await world.move(completePractice, { id }, federica);
  await world.move(submitPractice, { id }, federica);
  await world.move(takePractice, { id }, bianchi);
  return id;
}

const asked = (count = 1) => Array.from({ length: count }, (_, at) => ({ id: randomUUID(), reason: `Atto ${at + 1}`, amountCents: 1_600 }));

/** Approved, and waiting for its stamps. */
async function waiting(count = 1, attachmentIds: string[] = []): Promise<string> {
  const id = await world.taken(atRelease);
  const ids = attachmentIds.length > 0 ? attachmentIds : [await world.attach(id, bianchi, 'outcome')];
  await world.move(decidePractice, { id, decision: 'approved', message: 'Accolta', attachmentIds: ids, stamps: asked(count) }, bianchi);
  return id;
}

test('BOL-01: a request with a stamp is not complete before its number and date are declared', async () => {
  const id = await world.draft(atRequest);
  expect(await read(id)).toMatchObject({ wantsStamp: true, stamps: [] });
  expect(await refusal(world.move(completePractice, { id }, federica))).toMatchObject({ type: 'stamp-missing', status: 422 });
  const stamp = declared();
  const stampId = randomUUID();
  await world.move(declareStamp, { id, stampId, ...stamp }, federica);
  const { stamps, wantsStamp, version } = await world.move(declareStamp, { id, stampId, ...stamp }, federica);
  expect({ wantsStamp, version }).toEqual({ wantsStamp: false, version: 1 });
  expect(stamps).toMatchObject([{ ...stamp, phase: 'request', status: 'declared', amountCents: 1_600, reason: 'Istanza' }]);
  expect(await world.move(completePractice, { id }, federica)).toMatchObject({ status: 'ready' });
});

test('BOL-01: in a draft the number can be put right, and there is one stamp, whatever window declares it', async () => {
  const id = await stamped();
  const { id: stampId } = await stampOf(id);
  const right = declared();
  await world.move(declareStamp, { id, stampId, ...right }, federica);
  expect(await stampOf(id)).toMatchObject(right);
  expect(await refusal(world.move(declareStamp, { id, stampId: randomUUID(), ...declared() }, federica))).toMatchObject({
    type: 'stamp-not-found',
  });
  await world.move(completePractice, { id }, federica);
  expect((await refusal(world.move(declareStamp, { id, stampId, ...declared() }, federica))).type).toBe('move-refused');
  await world.move(reopenDraft, { id }, federica);
  expect(await world.move(declareStamp, { id, stampId, ...declared() }, federica)).toMatchObject({ status: 'draft' });
});

test('BOL-21: a number has fourteen digits, a date that is not in the future, and has never been used, in any body', async () => {
  const id = await world.draft(atRequest);
  const stampId = randomUUID();
  const declare = (changes: object) =>
    refusal(
      world.move(
        declareStamp,
        { id, stampId, ...declared(), ...changes } as Parameters<typeof world.move<typeof declareStamp>>[1],
        federica,
      ),
    );
  for (const number of ['1234567890123', '123456789012345', '1234567890123A', '']) {
    expect(await declare({ number })).toMatchObject({ type: 'invalid-input', errors: [{ pointer: '/number' }] });
  }
  expect(await declare({ issuedOn: addDays(today, 1) })).toMatchObject({ type: 'stamp-date-wrong' });
  const number = newNumber();
  const other = await stamped(number);
  expect(await declare({ number })).toMatchObject({ type: 'stamp-used', status: 409 });
  expect(await declare({ number: `${number.slice(0, 4)} ${number.slice(4)}` })).toMatchObject({ type: 'stamp-used' });
  await world.move(deletePractice, { id: other }, federica);
  await world.move(declareStamp, { id, stampId, ...declared(number) }, federica);
  expect(await stampOf(id)).toMatchObject({ number, issuedOn: addDays(today, -3) });
});

test('BOL-21: of two who declare one number at once, one has it', async () => {
  const number = newNumber();
  const ids = await Promise.all([world.draft(atRequest), world.draft(atRequest), world.draft(atRequest)]);
  const declare = (id: string) =>
    world.ask(declareStamp, { id, version: 1, stampId: randomUUID(), ...declared(number) }, federica).then(
      () => 'declared',
      (error) => error.received.type,
    );
  expect((await Promise.all(ids.map(declare))).sort()).toEqual(['declared', 'stamp-used', 'stamp-used']);
});

test('BOL-04: an officer verifies a stamp, or rejects it with a reason, and then the applicant is asked for another', async () => {
  const id = await underReview();
  const { id: stampId, number } = await stampOf(id, bianchi);
  expect(await world.move(verifyStamp, { id, stampId }, ferrari)).toMatchObject({ stamps: [{ status: 'verified', number }] });
  const reason = 'Il numero non corrisponde';
  await world.move(rejectStamp, { id, stampId, reason }, bianchi);
  expect(await stampOf(id)).toMatchObject({ status: 'rejected', note: reason });
  const decide = { id, decision: 'approved' as const, message: 'Accolta', attachmentIds: [] };
  expect((await refusal(world.move(decidePractice, decide, bianchi))).type).toBe('stamp-missing');
  const told = (await world.service.published(announced)).filter(({ subject }) => (subject as { id: string }).id === id);
  expect(JSON.stringify(told.at(-1))).toContain('Marca da bollo non accettata');
  await world.move(declareStamp, { id, stampId, ...declared() }, federica);
  expect(await stampOf(id, bianchi)).toMatchObject({ status: 'declared', note: null });
  await world.move(decidePractice, decide, bianchi);
});

test('BOL-22: at the outcome the stamp is used up, bound to what was sent, and never good again', async () => {
  const number = newNumber();
  const id = await underReview(number);
  const { contentSha256 } = await read(id);
  await world.move(decidePractice, { id, decision: 'rejected', message: 'Manca il requisito', attachmentIds: [] }, bianchi);
  expect(await stampOf(id)).toMatchObject({ status: 'consumed', documentSha256: contentSha256 });
  const next = await world.draft(atRequest);
  expect((await refusal(world.move(declareStamp, { id: next, stampId: randomUUID(), ...declared(number) }, federica))).type).toBe(
    'stamp-used',
  );
});

test('BOL-02, BOL-03: stamps asked for with the approval hold the outcome until each is declared', async () => {
  const id = await waiting(2);
  const held = await read(id);
  expect(held).toMatchObject({ status: 'awaiting_payment', outcome: null, stamps: [{ status: 'requested' }, { status: 'requested' }] });
  expect(JSON.stringify(held)).not.toContain('Accolta');
  const [first, second] = held.stamps ?? [];
  await world.move(declareStamp, { id, stampId: first?.id ?? '', ...declared() }, federica);
  expect(await read(id)).toMatchObject({ status: 'awaiting_payment', outcome: null });
  const ended = await world.move(declareStamp, { id, stampId: second?.id ?? '', ...declared() }, federica);
  expect(ended).toMatchObject({ status: 'approved', outcome: { message: 'Accolta', attachments: [{ name: 'file.pdf' }] } });
  expect(ended.iter.map(({ to }) => to).slice(-3)).toEqual(['awaiting_payment', 'paid', 'approved']);
  expect(ended.stamps).toMatchObject([
    { status: 'consumed', documentSha256: 'e'.repeat(64) },
    { status: 'consumed', documentSha256: 'e'.repeat(64) },
  ]);
  expect((await world.service.published(practiceApproved)).filter(({ practiceId }) => practiceId === id)).toHaveLength(1);
});

test('BOL-02: the documents of an outcome that is held are not given to the applicant, whatever address she knows', async () => {
  const taken = await world.taken(atRelease);
  const fileId = await world.attach(taken, bianchi, 'outcome');
  const stamps = asked();
  await world.move(decidePractice, { id: taken, decision: 'approved', message: null, attachmentIds: [fileId], stamps }, bianchi);
  expect((await refusal(world.ask(getFileAddress, { id: taken, fileId }, federica))).type).toBe('attachment-not-found');
  await world.ask(getFileAddress, { id: taken, fileId }, bianchi);
  await world.move(declareStamp, { id: taken, stampId: stamps[0]?.id ?? '', ...declared() }, federica);
  await world.ask(getFileAddress, { id: taken, fileId }, federica);
});

test('BOL-03: an officer of the service gives a stamp up with a reason, and the outcome goes out', async () => {
  const id = await waiting();
  const { id: stampId } = await stampOf(id, ferrari);
  const reason = 'Esente: tabella B allegata al DPR 642/1972';
  await world.move(waiveStamp, { id, stampId, reason }, ferrari);
  expect(await read(id)).toMatchObject({ status: 'approved', stamps: [{ status: 'waived', note: reason, documentSha256: null }] });
});

test('BOL-03: stamps are asked for with an approval, and where the service foresees them', async () => {
  const elsewhere = await world.taken(await world.procedure());
  const decide = (id: string, decision: 'approved' | 'rejected') =>
    refusal(world.move(decidePractice, { id, decision, message: 'Motivo', attachmentIds: [], stamps: asked() }, bianchi));
  expect((await decide(elsewhere, 'approved')).type).toBe('dues-not-asked');
  const id = await world.taken(atRelease);
  expect((await decide(id, 'rejected')).type).toBe('dues-not-asked');
  expect(await read(id, bianchi)).toMatchObject({ status: 'under_review', stamps: [], mayAskForStamps: true });
});

test('asking for the same stamps again answers the first approval', async () => {
  const id = await world.taken(atRelease);
  const { version } = await read(id, bianchi);
  const decide = { id, version, decision: 'approved' as const, message: 'Accolta', attachmentIds: [], stamps: asked() };
  const first = await world.ask(decidePractice, decide, bianchi);
  // Its documents may have been made meanwhile.
  const [{ documents: _before, ...once }, { documents: _now, ...again }] = [first, await world.ask(decidePractice, decide, bianchi)];
  expect(again).toEqual(once);
});

test('nobody else declares, verifies or gives up a stamp', async () => {
  const id = await waiting();
  const { id: stampId } = await stampOf(id);
  const { version } = await read(id);
  const at = { id, version, stampId };
  expect((await refusal(world.ask(declareStamp, { ...at, ...declared() }, anna))).type).toBe('practice-not-found');
  expect((await refusal(world.ask(declareStamp, { ...at, ...declared() }, bianchi))).type).toBe('forbidden');
  expect((await refusal(world.ask(waiveStamp, { ...at, reason: 'No' }, stranger))).type).toBe('practice-not-found');
  expect((await refusal(world.ask(waiveStamp, { ...at, reason: 'No' }, federica))).type).toBe('forbidden');
  const other = await waiting();
  expect((await refusal(world.move(waiveStamp, { id: other, stampId, reason: 'No' }, bianchi))).type).toBe('stamp-not-found');
});

test('a draft of a service without stamps is as it was', async () => {
  const id = randomUUID();
  await world.ask(openPractice, { id, procedureId: await world.procedure(), content: answers as never }, federica);
  expect(await read(id)).toMatchObject({ wantsStamp: false, stamps: [] });
});
