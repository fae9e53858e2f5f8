import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  cartNotFound,
  checkoutAway,
  findNotice,
  getCart,
  noticeMistyped,
  noticeNotFound,
  noticeNotPayable,
  noticeTwice,
  paymentUnderWay,
  returnFromCheckout,
  startCart,
  tooManyNotices,
} from '@sportello/contracts/payments/carts';
import { positionCompleted, positionFailed, positionStarted } from '@sportello/contracts/payments/positions';
import { visitor as visitorIn } from '@sportello/messaging/actor';
import { federica, giulia } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import type { Station } from '../../../../deploy/simulators/pagopa/node.ts';
import { type Pagopa, startPagopa } from '../../../../deploy/simulators/pagopa/pagopa.ts';
import { refusal, World } from '../../test/world.js';
import { NodeListener } from '../node/node-listener.js';
import { ATTEMPT_MS, Instalment } from '../positions/instalment.entity.js';
import { Anomaly } from '../settlement/anomaly.entity.js';
import { Attempt } from './cart.entity.js';
import { Outcomes } from './outcomes.js';

const visitor = visitorIn('it');
let world: World;
let pagopa: Pagopa;

beforeAll(async () => {
  const stations = new Map<string, Station>();
  pagopa = await startPagopa({ pagopa: 0 }, stations);
  world = await World.start({ CHECKOUT_URL: pagopa.checkoutUrl, CHECKOUT_DEADLINE_SECONDS: '2' });
  const { fiscalCode, brokerCode, stationId } = await world.creditor();
  stations.set(fiscalCode, { brokerCode, stationId, url: world.service.get(NodeListener).url });
});
afterAll(async () => {
  await pagopa?.stop();
  await world?.stop();
});
beforeEach(() => pagopa.behave('ok'));

const db = () => world.service.db.manager;
const noticeOf = ({ noticeNumber }: Instalment) => ({ fiscalCode: '77777777771', noticeNumber: String(noticeNumber) });
const start = (instalments: readonly Instalment[], actor = federica, id: string = randomUUID()) =>
  world.ask(startCart, { id, notices: instalments.map(noticeOf) }, actor);
/** What a person does on the payment page. @returns where her browser is sent */
async function press(redirectUrl: string, what: 'payment' | 'departure', card = 'good'): Promise<string> {
  const page = redirectUrl.replace(/\/redirect.*/, '');
  expect((await fetch(redirectUrl)).status).toBe(200);
  const response = await fetch(`${page}/${what}`, { method: 'POST', body: new URLSearchParams({ card }), redirect: 'manual' });
  return String(response.headers.get('location'));
}
const statesOf = async (id: string, actor = federica) => (await world.ask(getCart, { id }, actor)).items.map(({ state }) => state);
const stateOf = async ({ id }: Instalment) => (await db().findOneByOrFail(Instalment, { id })).state;

test('PAY-02: whoever pays with the good card is paid by her receipt, and not by coming back', async () => {
  const { instalment, positionId } = await world.open();
  const cart = await start([instalment]);
  expect(cart).toMatchObject({ totalCents: 1_000, items: [{ state: 'started', positionId, creditorName: 'Regione Piemonte' }] });
  expect(await world.published(positionStarted, positionId)).toHaveLength(1);
  const back = await press(cart.redirectUrl, 'payment');
  expect(back).toBe(`http://localhost:3000/pagamenti/esito/${cart.id}?esito=ok`);
  await world.ask(returnFromCheckout, { id: cart.id, said: 'ok' }, federica);
  await eventually(async () => expect(await statesOf(cart.id)).toEqual(['completed']));
  expect(await stateOf(instalment)).toBe('paid');
  expect(await world.published(positionCompleted, positionId)).toMatchObject([{ paidCents: 1_000 }]);
  expect(await world.published(positionFailed, positionId)).toEqual([]);
});

test('PAY-43: what the browser says proves nothing: without a receipt the outcome is unknown', async () => {
  const { instalment } = await world.open();
  const { id } = await start([instalment]);
  await world.ask(returnFromCheckout, { id, said: 'ok' }, federica);
  expect(await statesOf(id)).toEqual(['unknown']);
  expect(await stateOf(instalment)).toBe('open');
});

test.each([
  ['a card that is refused', 'payment', 'bad', 'error', 'failed'],
  ['leaving', 'departure', '', 'cancelled', 'abandoned'],
] as const)('PAY-08: after %s the notice can be paid again', async (_, what, card, said, became) => {
  const { instalment, positionId } = await world.open();
  const { id, redirectUrl } = await start([instalment]);
  expect(await press(redirectUrl, what, card)).toMatch(new RegExp(`esito=${said}$`));
  for (let i = 0; i < 2; i++) await world.ask(returnFromCheckout, { id, said }, federica);
  expect(await statesOf(id)).toEqual([became]);
  expect(await world.published(positionFailed, positionId)).toMatchObject([{ why: became }]);
  const again = await start([instalment]);
  await press(again.redirectUrl, 'payment');
  await eventually(async () => expect(await statesOf(again.id)).toEqual(['completed']));
});

test('PAY-43: a confirmation that comes late is taken when it comes', async () => {
  const { instalment } = await world.open();
  const { id, redirectUrl } = await start([instalment]);
  expect(await press(redirectUrl, 'payment', 'late')).toMatch(/esito=waiting$/);
  await world.ask(returnFromCheckout, { id, said: 'waiting' }, federica);
  expect(await statesOf(id)).toEqual(['unknown']);
  expect((await refusal(start([instalment]))).type).toBe(paymentUnderWay.type);
  pagopa.confirmLate();
  await eventually(async () => expect(await statesOf(id)).toEqual(['completed']));
});

test('PAY-52: who paid twice is on the list of refunds, and nobody is told twice that it was paid', async () => {
  const { instalment, positionId } = await world.open();
  const { id, redirectUrl } = await start([instalment]);
  await press(redirectUrl, 'payment', 'twice');
  await eventually(async () => {
    const found = await db().findBy(Anomaly, { instalmentId: instalment.id });
    expect(found).toMatchObject([{ kind: 'paid_twice', refundCents: 1_000 }]);
  });
  expect(await statesOf(id)).toEqual(['completed']);
  expect(await world.published(positionCompleted, positionId)).toHaveLength(1);
});

test('PAY-12, PAY-16: five notices are paid together, a sixth is refused with its reason', async () => {
  const opened = [];
  for (let i = 0; i < 6; i++) opened.push((await world.open()).instalment);
  expect((await refusal(start(opened))).type).toBe(tooManyNotices.type);
  const five = opened.slice(0, 5);
  expect((await refusal(start([...five.slice(0, 2), ...five.slice(0, 1)]))).type).toBe(noticeTwice.type);
  const cart = await start(five);
  expect((await refusal(start(opened.slice(4), federica, cart.id))).type).toBe('id-reused');
  expect(cart.totalCents).toBe(5_000);
  await press(cart.redirectUrl, 'payment');
  await eventually(async () => expect(await statesOf(cart.id)).toEqual(Array.from({ length: 5 }, () => 'completed')));
});

test('PAY-12: the same cart again is harmless, and is one attempt', async () => {
  const { instalment } = await world.open();
  const first = await start([instalment]);
  const second = await start([instalment], federica, first.id);
  expect(await db().countBy(Attempt, { instalmentId: instalment.id })).toBe(1);
  await press(second.redirectUrl, 'payment');
  await eventually(async () => expect(await statesOf(first.id)).toEqual(['completed']));
  expect((await refusal(start([instalment], federica, first.id))).type).toBe(noticeNotPayable.type);
});

test('PAY-08: while the payment page is away nobody waits for it, and nothing is begun', async () => {
  const { instalment, positionId } = await world.open();
  for (const behaviour of ['fails', 'slow'] as const) {
    pagopa.behave(behaviour);
    expect((await refusal(start([instalment]))).type).toBe(checkoutAway.type);
  }
  expect(await world.published(positionStarted, positionId)).toEqual([]);
  pagopa.behave('ok');
  await eventually(async () => expect((await start([instalment])).items).toHaveLength(1));
});

test('PAY-43: what nobody came back from is asked again until it is known', async () => {
  const [gone, paying] = [(await world.open()).instalment, (await world.open()).instalment];
  const [left, late] = [await start([gone]), await start([paying])];
  await press(late.redirectUrl, 'payment', 'late');
  const outcomes = world.service.get(Outcomes);
  const look = async (instalment: Instalment, afterMs: number) => {
    const { id, startedAt } = await db().findOneByOrFail(Attempt, { instalmentId: instalment.id });
    await outcomes.run(id, new Date(startedAt.getTime() + afterMs));
  };
  await look(gone, ATTEMPT_MS - 1);
  expect(await statesOf(left.id)).toEqual(['started']);
  pagopa.behave('fails');
  await look(gone, 2 * ATTEMPT_MS);
  expect(await statesOf(left.id)).toEqual(['unknown']);
  pagopa.behave('ok');
  const { instalment: another } = await world.open();
  // Checkout rests after failures; each who asks meanwhile is somebody else, whose questions are not counted together.
  await eventually(() => start([another], { ...federica, personId: randomUUID() }));
  await look(gone, 20 * ATTEMPT_MS);
  expect(await statesOf(left.id)).toEqual(['failed']);
  await look(paying, 2 * ATTEMPT_MS);
  expect(await statesOf(late.id)).toEqual(['unknown']);
  pagopa.confirmLate();
  await eventually(async () => expect(await statesOf(late.id)).toEqual(['completed']));
});

test('PAY-51: whoever holds a notice pays it without signing in, and learns nothing of whose it is', async () => {
  const { instalment } = await world.open();
  const notice = noticeOf(instalment);
  expect(await world.ask(findNotice, notice, visitor)).toEqual({
    ...notice,
    creditorName: 'Regione Piemonte',
    amountCents: 1_000,
    dueOn: null,
  });
  const mistyped = { ...notice, noticeNumber: `${notice.noticeNumber.slice(0, 17)}${(Number(notice.noticeNumber[17]) + 1) % 10}` };
  expect((await refusal(world.ask(findNotice, mistyped, visitor))).type).toBe(noticeMistyped.type);
  expect((await refusal(world.ask(findNotice, { ...notice, noticeNumber: '301000000000004992' }, visitor))).type).toBe(noticeNotFound.type);
  const cart = await start([instalment], visitor);
  await press(cart.redirectUrl, 'payment');
  await eventually(async () => expect(await statesOf(cart.id, visitor)).toEqual(['completed']));
  expect((await refusal(world.ask(findNotice, notice, visitor))).type).toBe(noticeNotPayable.type);
});

test('PAY-08: a cart is its payer’s alone', async () => {
  const { instalment } = await world.open();
  const { id } = await start([instalment]);
  for (const stranger of [giulia, visitor]) {
    expect((await refusal(world.ask(getCart, { id }, stranger))).type).toBe(cartNotFound.type);
    expect((await refusal(world.ask(returnFromCheckout, { id, said: 'cancelled' }, stranger))).type).toBe(cartNotFound.type);
    expect((await refusal(start([instalment], stranger, id))).type).toBe(cartNotFound.type);
  }
  expect(await statesOf(id)).toEqual(['started']);
});
