import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { appointmentChanged } from '@sportello/contracts/appointments/desk';
import type { Event, Payload } from '@sportello/contracts/contract';
import { positionCompleted, positionFailed, positionStarted } from '@sportello/contracts/payments/positions';
import { cancelPractice, reopenPractice } from '@sportello/contracts/practices/closures';
import { completePractice, deletePractice } from '@sportello/contracts/practices/drafts';
import {
  appointmentFollowed,
  paymentCameLate,
  paymentDropped,
  paymentWanted,
  practicePaid,
  practiceSubmitted,
} from '@sportello/contracts/practices/events';
import { listMessages } from '@sportello/contracts/practices/messages';
import { exemptPractice, proceedToPayment, registerPayment } from '@sportello/contracts/practices/payments';
import { getPractice } from '@sportello/contracts/practices/practices';
import { putProcedure } from '@sportello/contracts/practices/procedures';
import { decidePractice } from '@sportello/contracts/practices/queue';
import { declareStamp } from '@sportello/contracts/practices/stamps';
import { submitPractice } from '@sportello/contracts/practices/submissions';
import { topology } from '@sportello/contracts/topology';
import { administrator, bianchi, dimostrativo, federica, ferrari, manager, piedmont, stranger } from '@sportello/testing/people';
import { eventually, type NatsServer, startNats } from '@sportello/testing/servers';
import { procedureInput, refusal, World } from '../../test/world.js';

const facts = [positionStarted, positionFailed, positionCompleted, appointmentChanged];
const { adds } = topology.identity;

let world: World;
let nats: NatsServer;
let atRequest: string;
let atRelease: string;
beforeAll(async () => {
  // The facts of payments and appointments are told by the account that tells identity's, on a bus that nobody else has.
  Object.assign(topology.identity, { adds: [...(adds ?? []), ...facts] });
  nats = await startNats({ isNew: true });
  world = await World.start({}, nats);
  atRequest = await paidService({ payment: 'request', paymentCents: 1_000, canBeReopened: true });
  atRelease = await paidService({ payment: 'release', stamps: 'release', canBeReopened: true });
});
afterAll(async () => {
  Object.assign(topology.identity, { adds });
  await world?.stop();
  await nats?.stop();
});

/** Whether a body can be paid is asked of the payments service, which is not here. */
async function paidService(settings: object, window: object = {}): Promise<string> {
  const id = await world.procedure(window);
  await world.service.db.query('update procedures set settings = settings || $2 where id = $1', [id, settings]);
  return id;
}

const read = (id: string, by = federica) => world.ask(getPractice, { id }, by);
const wanted = async (id: string) => {
  const told = (await world.service.published(paymentWanted)).filter(({ practiceId }) => practiceId === id);
  return told as unknown as { positionId: string; amountCents: number; payBy: string | null }[];
};
const states = async (id: string) => (await read(id)).iter.map(({ to }) => to);

const droppedOf = async (id: string) => (await world.service.published(paymentDropped)).filter(({ practiceId }) => practiceId === id);

/** Waits for its payment before it is presented. */
async function toBePaid(procedureId = atRequest): Promise<{ id: string; positionId: string }> {
  const id = await world.ready(procedureId);
  await world.move(proceedToPayment, { id }, federica);
  const [payment] = await wanted(id);
  return { id, positionId: payment?.positionId ?? '' };
}

/** Approved, and held until it is paid. */
async function held(more: object = {}): Promise<{ id: string; positionId: string }> {
  const id = await world.taken(atRelease);
  const positionId = randomUUID();
  const payment = { id: positionId, reason: 'Diritti di segreteria', amountCents: 2_500 };
  await world.move(decidePractice, { id, decision: 'approved', message: 'Accolta', attachmentIds: [], payment, ...more }, bianchi);
  return { id, positionId };
}

/** Says a fact of a position on the bus. */
const tell = <E extends Event>(event: E, positionId: string, version: number, more: object = {}, times = 1) =>
  world.say(event, { positionId, version, at: new Date(), ...more } as Payload<E>, times);
const paid = (positionId: string, version: number, more: object = {}, times = 1) =>
  tell(positionCompleted, positionId, version, { paidCents: 1_000, ...more }, times);

test('a service with a payment says how much is paid before its requests are presented', async () => {
  const input = { ...procedureInput(randomUUID()), settings: { payment: 'request' as const } };
  expect(await refusal(world.ask(putProcedure, input, administrator))).toMatchObject({
    type: 'invalid-input',
    errors: [{ pointer: '/settings/paymentCents' }],
  });
});

test('a service with a payment is not saved while nobody can say whether its body can be paid', async () => {
  const input = { ...procedureInput(randomUUID()), settings: { payment: 'release' as const } };
  expect(await refusal(world.ask(putProcedure, input, administrator))).toMatchObject({ type: 'unavailable' });
});

test('PRA-18: a request that is paid first waits, is presented at the hour of its payment, and says what was paid', async () => {
  const { id, positionId } = await toBePaid();
  expect(await refusal(world.move(submitPractice, { id }, federica))).toMatchObject({ type: 'move-refused' });
  expect(await wanted(id)).toMatchObject([{ amountCents: 1_000, phase: 'request', payBy: null }]);
  expect(await read(id)).toMatchObject({
    status: 'awaiting_payment',
    submittedAt: null,
    phase: 'request',
    payments: [{ status: 'wanted' }],
  });
  await tell(positionStarted, positionId, 1);
  expect((await read(id)).status).toBe('payment_in_progress');
  await paid(positionId, 2, {}, 3);
  const after = await read(id);
  expect(after).toMatchObject({
    status: 'submitted',
    phase: null,
    payments: [{ status: 'completed' }],
    mark: { position: expect.any(Number) },
  });
  expect(await states(id)).toEqual(['draft', 'ready', 'awaiting_payment', 'payment_in_progress', 'paid', 'submitted']);
  for (const event of [practicePaid, practiceSubmitted])
    expect((await world.service.published(event)).filter(({ practiceId }) => practiceId === id)).toHaveLength(1);
  await eventually(async () => expect((await read(id)).documents).toHaveLength(2), 90);
});

test('two presses ask for one payment', async () => {
  const id = await world.ready(atRequest);
  const { version } = await read(id);
  const press = () => world.ask(proceedToPayment, { id, version }, federica);
  await Promise.all([press(), press(), press()]);
  expect(await wanted(id)).toHaveLength(1);
});

test('an attempt that fails leaves it to be paid again, and a receipt that comes later still counts', async () => {
  const { id, positionId } = await toBePaid();
  await tell(positionStarted, positionId, 1);
  await tell(positionFailed, positionId, 2, { why: 'abandoned' }, 2);
  const waiting = await read(id);
  expect(waiting).toMatchObject({ status: 'awaiting_payment', payments: [{ status: 'wanted' }] });
  expect(waiting.iter.at(-1)).toMatchObject({ reason: 'Il pagamento è stato interrotto' });
  await paid(positionId, 3);
  expect((await read(id)).status).toBe('submitted');
});

test('facts that come out of order end where they would in order', async () => {
  const { id, positionId } = await toBePaid();
  await paid(positionId, 4);
  await tell(positionFailed, positionId, 2, { why: 'failed' });
  await tell(positionStarted, positionId, 3);
  await tell(positionStarted, positionId, 1);
  expect(await states(id)).toEqual(['draft', 'ready', 'awaiting_payment', 'paid', 'submitted']);
  const other = await toBePaid();
  await tell(positionFailed, other.positionId, 2, { why: 'failed' });
  await tell(positionStarted, other.positionId, 1);
  expect((await read(other.id)).status).toBe('awaiting_payment');
});

test('a stamp that is rejected while the payment is awaited holds the request up only until it is declared again', async () => {
  const procedureId = await paidService({ payment: 'request', paymentCents: 1_000, stamps: 'request' });
  const id = await world.draft(procedureId);
  const stampId = randomUUID();
  const stamp = { stampId, issuedOn: '2026-01-02' };
  await world.move(declareStamp, { id, ...stamp, number: '20000000000001' }, federica);
  await world.move(completePractice, { id }, federica);
  await world.move(proceedToPayment, { id }, federica);
  const [payment] = await wanted(id);
  // As an officer of the service would, while nobody has it in charge yet.
  await world.service.db.query(`update stamps set status = 'rejected' where id = $1`, [stampId]);
  await paid(payment?.positionId ?? '', 1);
  expect((await read(id)).status).toBe('awaiting_payment');
  await world.move(declareStamp, { id, ...stamp, number: '20000000000002' }, federica);
  expect((await read(id)).status).toBe('submitted');
});

test('what is told of a position that no practice wanted comes to nothing', async () => {
  const { id } = await toBePaid();
  const written = () =>
    world.service.db.query(
      `select (select jsonb_agg(p order by id) from payments p) payments, (select count(*) from passages) passages,
         (select jsonb_agg(jsonb_build_array(id, status, version, phase) order by id) from practices) practices`,
    );
  const before = await written();
  await tell(positionStarted, randomUUID(), 1);
  // The id of a practice is the id of no position.
  await paid(id, 2);
  expect(await written()).toEqual(before);
});

test.each([
  ['within the grace', 2, 'submitted', 'completed', 0],
  ['after the grace', 4, 'awaiting_payment', 'late', 1],
])('a payment %s of a window that has closed: the request is %sh after it %s', async (_when, hours, status, payment, refunds) => {
  const closesAt = new Date(Date.now() + 3_600_000);
  const procedureId = await paidService(
    { payment: 'request', paymentCents: 500, paymentGraceHours: 3 },
    { closesAt: closesAt.toISOString() },
  );
  const { id, positionId } = await toBePaid(procedureId);
  expect(await wanted(id)).toMatchObject([{ payBy: new Date(closesAt.getTime() + 3 * 3_600_000).toISOString() }]);
  await world.service.db.query("update procedures set closes_at = now() - interval '1 second' where id = $1", [procedureId]);
  await tell(positionStarted, positionId, 1);
  await paid(positionId, 2, { at: new Date(closesAt.getTime() + hours * 3_600_000) }, 2);
  expect(await read(id)).toMatchObject({ status, payments: [{ status: payment }] });
  expect((await world.service.published(paymentCameLate)).filter(({ practiceId }) => practiceId === id)).toHaveLength(refunds);
});

test('PRA-50: an outcome is held until it is paid and stamped, and released with both, in whatever order they come', async () => {
  const stamps = [{ id: randomUUID(), reason: 'Atto', amountCents: 1_600 }];
  for (const order of ['paid first', 'stamped first']) {
    const { id, positionId } = await held({ stamps: stamps.map((stamp) => ({ ...stamp, id: randomUUID() })) });
    const stampId = (await read(id)).stamps?.[0]?.id ?? '';
    const stamp = () =>
      world.move(declareStamp, { id, stampId, number: String(Math.floor(1e13 + Math.random() * 8e13)), issuedOn: '2026-01-02' }, federica);
    if (order === 'stamped first') await stamp();
    else await paid(positionId, 1);
    expect(await read(id)).toMatchObject({ status: 'awaiting_payment', outcome: null });
    if (order === 'stamped first') await paid(positionId, 1);
    else await stamp();
    expect(await read(id)).toMatchObject({ status: 'approved', outcome: { message: 'Accolta' } });
  }
});

test('an officer registers a payment, with a note or a message, and the open notice is withdrawn; it is done once', async () => {
  const { id, positionId } = await held();
  const { version } = await read(id, ferrari);
  const register = { id, version, text: 'Pagato allo sportello', isForApplicant: true };
  expect((await refusal(world.ask(registerPayment, register, stranger))).type).toBe('practice-not-found');
  expect((await refusal(world.ask(registerPayment, register, federica))).type).toBe('forbidden');
  expect(await world.ask(registerPayment, register, ferrari)).toMatchObject({ status: 'approved', payments: [{ status: 'elsewhere' }] });
  expect((await refusal(world.move(registerPayment, { id }, ferrari))).type).toBe('move-refused');
  expect(await droppedOf(id)).toMatchObject([{ positionId, why: 'elsewhere' }]);
  const { items } = await world.ask(listMessages, { id }, federica);
  expect(items).toMatchObject([{ text: 'Pagato allo sportello' }]);
  // A receipt that comes all the same changes nothing here.
  await paid(positionId, 1);
  expect(await read(id)).toMatchObject({ status: 'approved', payments: [{ status: 'elsewhere' }] });
});

test('an officer exempts a request from its payment with a reason, and it is presented', async () => {
  const { id } = await toBePaid();
  expect(await read(id, bianchi)).toMatchObject({
    status: 'awaiting_payment',
    moves: expect.arrayContaining(['register-payment', 'exempt']),
  });
  await world.move(exemptPractice, { id, reason: 'Esente per reddito' }, bianchi);
  const after = await read(id);
  expect(after).toMatchObject({ status: 'submitted', payments: [{ status: 'exempt' }], mark: { practiceId: id } });
  expect(after.iter.at(-1)).toMatchObject({ from: 'awaiting_payment', to: 'submitted', reason: 'Esente per reddito' });
  const decided = await held();
  expect((await refusal(world.move(exemptPractice, { id: decided.id, reason: 'No' }, bianchi))).type).toBe('move-refused');
});

test('PRA-06: a request that waits for its payment is thrown away with its notice, and not while the payment is under way', async () => {
  const procedureId = await paidService({ payment: 'request', paymentCents: 1_000, stamps: 'request' });
  const id = await world.draft(procedureId);
  const stamp = { stampId: randomUUID(), number: '20000000000003', issuedOn: '2026-01-02' };
  await world.move(declareStamp, { id, ...stamp }, federica);
  await world.move(completePractice, { id }, federica);
  await world.move(proceedToPayment, { id }, federica);
  const positionId = (await wanted(id))[0]?.positionId ?? '';
  await tell(positionStarted, positionId, 1);
  expect(await refusal(world.move(deletePractice, { id }, federica))).toMatchObject({
    type: 'move-refused',
    detail: expect.stringContaining('in corso'),
  });
  await tell(positionFailed, positionId, 2, { why: 'abandoned' });
  expect((await read(id)).moves).toContain('delete');
  const { version } = await read(id);
  await Promise.all([1, 2].map(() => world.ask(deletePractice, { id, version }, federica)));
  expect(await droppedOf(id)).toMatchObject([{ positionId, why: 'cancelled' }]);
  for (const person of [federica, bianchi]) expect(await refusal(read(id, person))).toMatchObject({ type: 'practice-not-found' });
  // The number of the stamp is free again, and what is paid all the same is the payments service's to give back.
  const other = await world.draft(procedureId);
  await world.move(declareStamp, { id: other, ...stamp, stampId: randomUUID() }, federica);
  await paid(positionId, 3);
});

test('an outcome that is held cannot be thrown away by who waits for it', async () => {
  const { id } = await held();
  expect(await refusal(world.move(deletePractice, { id }, federica))).toMatchObject({ type: 'already-sent' });
});

test('PRA-71: a manager cancels what waits for its payment, the notice is withdrawn, and what was never presented is not reopened', async () => {
  const { id, positionId } = await toBePaid();
  const cancel = { id, reason: 'Richiesta doppia' };
  expect((await refusal(world.move(cancelPractice, cancel, bianchi))).type).toBe('not-in-charge');
  await world.move(cancelPractice, cancel, manager);
  expect(await read(id)).toMatchObject({ status: 'cancelled', payments: [{ status: 'dropped' }] });
  expect(await droppedOf(id)).toMatchObject([{ positionId, why: 'cancelled' }]);
  expect((await read(id, manager)).moves).not.toContain('reopen-closed');
  expect(await refusal(world.move(reopenPractice, { id, reason: 'Un errore' }, manager))).toMatchObject({ type: 'move-refused' });
});

test('a practice that is cancelled while its outcome is held shows nothing of it, and can be reopened and decided again', async () => {
  const { id, positionId } = await held();
  await world.move(cancelPractice, { id, reason: 'Ente sbagliato' }, bianchi);
  expect(await read(id)).toMatchObject({ status: 'cancelled', phase: null, outcome: { message: 'Ente sbagliato' } });
  expect(await droppedOf(id)).toMatchObject([{ positionId, why: 'cancelled' }]);
  await world.move(reopenPractice, { id, reason: 'Era quello giusto' }, manager);
  const payment = { id: randomUUID(), reason: 'Diritti di segreteria', amountCents: 2_500 };
  await world.move(decidePractice, { id, decision: 'approved', message: 'Accolta', attachmentIds: [], payment }, bianchi);
  await paid(payment.id, 1);
  expect(await read(id)).toMatchObject({ status: 'approved', payments: [{ status: 'dropped' }, { status: 'completed' }] });
});

test('what was paid for a practice that is cancelled later is told, to be given back', async () => {
  const { id, positionId } = await toBePaid();
  await paid(positionId, 1);
  await world.move(cancelPractice, { id, reason: 'Richiesta doppia' }, manager);
  expect(await droppedOf(id)).toMatchObject([{ positionId, why: 'cancelled' }]);
  expect((await read(id)).payments).toMatchObject([{ status: 'completed' }]);
  expect(await refusal(world.move(reopenPractice, { id, reason: 'Era quella giusta' }, manager))).toMatchObject({
    type: 'move-refused',
    detail: expect.stringContaining('rimborsi'),
  });
});

test('CAT-75: a place that was taken to be paid is free again when the request is thrown away or cancelled, not twice', async () => {
  const limits = { maxSubmissions: 1 };
  const procedureId = await paidService({ payment: 'request', paymentCents: 1_000, canBeReopened: true }, { limits });
  const taken = async () => {
    const [row] = await world.service.db.query('select taken from capacities where procedure_id = $1', [procedureId]);
    return (row as { taken: number }).taken;
  };
  for (const leave of [
    (id: string) => world.move(deletePractice, { id }, federica),
    (id: string) => world.move(cancelPractice, { id, reason: 'Richiesta doppia' }, manager),
  ]) {
    const { id } = await toBePaid(procedureId);
    expect(await taken()).toBe(1);
    await leave(id);
    expect(await taken()).toBe(0);
  }
  const { id } = await toBePaid(procedureId);
  await world.service.db.query('update capacities set taken = 0, reset_at = now() where procedure_id = $1', [procedureId]);
  const other = await toBePaid(procedureId);
  await world.move(cancelPractice, { id, reason: 'Prima del nuovo conteggio' }, manager);
  expect(await taken()).toBe(1);
  await world.move(deletePractice, { id: other.id }, federica);
  expect(await taken()).toBe(0);
});

test('APP-37: a practice follows its appointment, also when what is told comes twice, late or in another order', async () => {
  const id = await world.taken(atRelease);
  const at = (hour: number) => new Date(Date.UTC(2027, 2, 1, hour));
  const appointmentId = randomUUID();
  const say = (version: number, more: Partial<Payload<typeof appointmentChanged>> = {}, times = 1) =>
    world.say(
      appointmentChanged,
      {
        ...{ appointmentId, calendarId: randomUUID(), organizationId: piedmont, practiceId: id, isBooked: true },
        ...{ status: 'confirmed' as const, startsAt: at(9), endsAt: at(10), version, ...more },
      },
      times,
    );
  const shown = async (by = federica) => (await read(id, by)).appointments?.map(({ status, startsAt }) => [status, startsAt.getUTCHours()]);
  const followed = async () => (await world.service.published(appointmentFollowed)).filter(({ practiceId }) => practiceId === id).length;
  // What is only held is nobody's appointment.
  await say(1, { status: 'draft', isBooked: false });
  expect(await shown()).toEqual([]);
  await say(3, { startsAt: at(11), endsAt: at(12) }, 2);
  await say(2);
  expect(await shown()).toEqual([['confirmed', 11]]);
  await say(4, { status: 'cancelled', startsAt: at(11) });
  await say(3, { startsAt: at(11) });
  expect([await shown(), await shown(bianchi), await followed()]).toEqual([[['cancelled', 11]], [['cancelled', 11]], 2]);
  // Another body's calendar says nothing of this practice.
  await say(1, { appointmentId: randomUUID(), organizationId: dimostrativo });
  expect(await shown()).toEqual([['cancelled', 11]]);
});
