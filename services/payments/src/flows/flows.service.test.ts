import { randomInt, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { listAnomalies } from '@sportello/contracts/payments/anomalies';
import { getFlow, listFlowRows, listFlows } from '@sportello/contracts/payments/flows';
import { listCertificates } from '@sportello/contracts/payments/papers';
import { positionCompleted } from '@sportello/contracts/payments/positions';
import type { FlowPayment } from '@sportello/pagopa/flows';
import { bianchi, federica, giulia, manager, piedmont, stranger } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import fc from 'fast-check';
import { DataSource, In } from 'typeorm';
import { type Pagopa, startPagopa } from '../../../../deploy/simulators/pagopa/pagopa.ts';
import { receiptOf, refusal, World } from '../../test/world.js';
import { Instalment, Transfer } from '../positions/instalment.entity.js';
import { Position } from '../positions/position.entity.js';
import { Anomaly } from '../settlement/anomaly.entity.js';
import { settle } from '../settlement/settle.js';
import { Fdr } from './fdr.js';
import { Flow, FlowPoll, FlowRow } from './flow.entity.js';
import { FlowPolls } from './flow-polls.js';
import { Flows, takeFlow } from './flows.js';
import { keepRows } from './matching.js';

const code = '77777777771';
let world: World;
let pagopa: Pagopa;

beforeAll(async () => {
  pagopa = await startPagopa({ pagopa: 0 }, new Map());
  world = await World.start({ FDR_URL: pagopa.fdrUrl });
  await world.creditor();
});
afterAll(async () => {
  await pagopa?.stop();
  await world?.stop();
});

const db = () => world.service.db.manager;
const ofAnotherBody = { ...manager, organizationId: stranger.organizationId };
const stateOf = async ({ id }: Instalment) => (await db().findOneByOrFail(Instalment, { id })).state;

/** A notice that was paid, as a flow tells it. */
async function paid(amountCents: number, stampCents = 0) {
  const { instalment, positionId } = await world.open({ amountCents: amountCents + stampCents });
  const receiptId = randomUUID().replaceAll('-', '');
  const share = { fiscalCode: code, reason: 'x', category: '9/0301126TS/' };
  const transfers = [
    ...(amountCents > 0 ? [{ place: 1, amountCents, stamp: null, ...share }] : []),
    ...(stampCents > 0 ? [{ place: 2, amountCents: stampCents, stamp: 'PG1hcmNhLz4=', ...share }] : []),
  ];
  await world.settle(receiptOf(instalment, { receiptId, transfers }));
  const row = {
    iuv: String(instalment.iuv),
    iur: receiptId,
    idTransfer: 1,
    pay: amountCents / 100,
    payStatus: 'EXECUTED',
    payDate: '2026-11-04',
  };
  return { instalment, positionId, row };
}
type Row = Awaited<ReturnType<typeof paid>>['row'] & { index?: number };

const newIur = () => randomUUID().replaceAll('-', '');
const nameOf = () => `2026-11-11PSPSIMUL-${randomUUID().slice(0, 8)}`;

/** Publishes a flow, and has it fetched and matched. @returns its id here */
async function take(fdr: string, revision: number, rows: readonly Row[], sum?: number): Promise<string> {
  const payments = rows.map((row, at) => ({ index: at + 1, ...row }));
  pagopa.flows.publish({ fiscalCode: code, fdr, revision, payments, ...(sum !== undefined && { sum }) });
  const now = new Date();
  await db().upsert(FlowPoll, { organizationId: piedmont, nextAt: new Date(0) }, ['organizationId']);
  await world.service.get(FlowPolls).run(piedmont, now);
  const { id } = await eventually(() => db().findOneByOrFail(Flow, { name: fdr, revision }));
  // The job that the poll has set an alarm for may do it at the same time.
  for (let i = 0; i < 2; i++) await world.service.get(Flows).run(id, now);
  await eventually(async () => expect((await db().findOneByOrFail(Flow, { id })).nextTryAt).toBeNull());
  return id;
}

/** A flow that was listed, and is fetched at an instant that no job waits for. */
async function list({ name = nameOf(), revision = 1, nextTryAt = atNobodysTime() } = {}): Promise<{ id: string; nextTryAt: Date }> {
  const id = randomUUID();
  const listed = { organizationId: piedmont, pspId: 'PSPSIMUL', publishedAt: new Date(), state: 'listed' as const };
  const empty = { regulation: null, regulationOn: null, total: null, sumCents: null, oddRows: 0, takenAt: null };
  await db().insert(Flow, { id, name, revision, nextTryAt, ...listed, ...empty });
  return { id, nextTryAt };
}
const atNobodysTime = (days = 1) => new Date(Date.now() + days * 86_400_000);

/** The rows of a flow that was listed, with what its header would tell of them. */
async function fetched(rows: readonly Row[], named: Parameters<typeof list>[0] = {}) {
  const claim = await list(named);
  const payments = rows.map((row, at) => ({
    ...{ index: at + 1, ...row, pay: Math.round(row.pay * 100) },
    payStatus: row.payStatus as FlowPayment['payStatus'],
  }));
  await keepRows(db(), claim.id, code, payments);
  const sumCents = payments.reduce((sum, { pay }) => sum + pay, 0);
  return { claim, told: { regulation: null, regulationOn: null, total: rows.length, sumCents } };
}

/** Takes a flow, and pays what it tells without a receipt. */
async function takeAndPay({ claim, told }: Awaited<ReturnType<typeof fetched>>): Promise<void> {
  await db().transaction((tx) => takeFlow(tx, claim, code, told, new Date()));
  await world.service.get(Flows).run(claim.id, claim.nextTryAt);
}

/** Does something while a flow is being taken, and has to wait for it. */
const meanwhile = <T>({ claim, told }: Awaited<ReturnType<typeof fetched>>, work: () => Promise<T>): Promise<T> =>
  db()
    .transaction(async (tx) => {
      await takeFlow(tx, claim, code, told, new Date());
      const done = work();
      await eventually(waits);
      return { done };
    })
    .then(({ done }) => done);
async function waits(): Promise<void> {
  const waiting = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  expect(await db().query(waiting)).not.toEqual([]);
}

/** A newer notice of the same debt, which was paid. */
async function replaceAndPay(instalment: Instalment): Promise<void> {
  const noticeNumber = `3019${String(randomInt(1e14)).padStart(14, '0')}`;
  const renewed = db().create(Instalment, { ...instalment, id: randomUUID(), noticeNumber });
  await db().save(renewed);
  await db().update(Instalment, { id: instalment.id }, { state: 'cancelled', replacedById: renewed.id });
  await world.settle(receiptOf(renewed));
}

const refundsOf = ({ id: instalmentId }: Instalment) => db().findBy(Anomaly, { instalmentId, kind: 'paid_twice' });
const oddOf = async ({ id: instalmentId }: Instalment) =>
  (await db().findBy(Anomaly, { instalmentId })).map(({ kind }) => kind).filter((kind) => !kind.startsWith('flow_'));

/** What a flow tells as paid without a receipt. */
const unreceipted = ({ iuv }: Instalment, changes: Partial<Row> = {}): Row => ({
  ...{ iuv: String(iuv), iur: newIur(), idTransfer: 1, pay: 10, payStatus: 'NO_RPT', payDate: '2026-11-04' },
  ...changes,
});
const outcomesOf = async (id: string) => (await world.ask(listFlowRows, { id, limit: 100 }, manager)).items.map(({ outcome }) => outcome);
const kindsOf = async (flowId: string) =>
  (await db().find(Anomaly, { where: { flowId }, order: { kind: 'ASC' } })).filter(({ resolvedAt }) => !resolvedAt).map(({ kind }) => kind);

test('PAY-47: what a flow tells and a receipt says alike is reconciled, once', async () => {
  const { instalment, positionId, row } = await paid(1_000);
  const id = await take(nameOf(), 1, [row]);
  expect(await stateOf(instalment)).toBe('reported');
  expect(await world.read(positionId)).toMatchObject({ state: 'reported' });
  expect(await outcomesOf(id)).toEqual(['matched']);
  expect(await kindsOf(id)).toEqual([]);
  expect(await world.ask(getFlow, { id }, manager)).toMatchObject({ state: 'taken', total: 1, sumCents: 1_000, oddRows: 0, revision: 1 });
});

test('PAY-47: each thing that does not fit has its code, and the rest of the flow is reconciled all the same', async () => {
  const right = await paid(1_000);
  const less = await paid(2_000);
  const back = await paid(3_000);
  const { instalment: open } = await world.open();
  const lost = { ...right.row, iuv: String(open.iuv), iur: 'never-came', pay: 10 };
  const strange = { ...right.row, iuv: '99000000000009999', iur: 'of-nobody', pay: 1 };
  const rows = [right.row, { ...less.row, pay: 19.99 }, lost, strange, { ...back.row, pay: -30, payStatus: 'REVOKED' }];
  const id = await take(nameOf(), 1, rows, 99);
  expect(await outcomesOf(id)).toEqual(['matched', 'amount_differs', 'without_receipt', 'unknown_notice', 'revoked']);
  expect(await kindsOf(id)).toEqual([
    'flow_amount_differs',
    'flow_revoked',
    'flow_totals_differ',
    'flow_unknown_notice',
    'flow_without_receipt',
  ]);
  expect([await stateOf(right.instalment), await stateOf(less.instalment), await stateOf(back.instalment)]).toEqual([
    'reported',
    'paid',
    'paid',
  ]);
  const odd = await world.ask(listFlows, { show: 'odd' }, manager);
  expect(odd.items.find((flow) => flow.id === id)).toMatchObject({ oddRows: 4, total: 5 });
  const listed = await world.ask(listAnomalies, { kind: 'flow_without_receipt' }, manager);
  expect(listed.items.find(({ flowId }) => flowId === id)).toMatchObject({ noticeNumber: open.noticeNumber, debtorName: 'FEDERICA NERI' });
  // The receipt that was missing comes after the flow.
  await world.settle(receiptOf(open, { receiptId: 'never-came' }));
  expect(await stateOf(open)).toBe('reported');
  expect(await kindsOf(id)).not.toContain('flow_without_receipt');
  expect(await world.ask(getFlow, { id }, manager)).toMatchObject({ oddRows: 3 });
});

test.each(['NO_RPT', 'STAND_IN_NO_RPT'])(
  'PAY-47: what a flow tells as paid without a receipt (%s) is paid, and its receipt, should one come, is no second payment',
  async (payStatus) => {
    const { instalment, positionId } = await world.open();
    const { row } = await paid(1_000);
    const told = { ...row, iuv: String(instalment.iuv), iur: newIur(), pay: 10, payStatus };
    const fdr = nameOf();
    const id = await take(fdr, 1, [told]);
    expect(await outcomesOf(id)).toEqual(['without_receipt']);
    expect(await kindsOf(id)).toEqual(['flow_without_receipt']);
    const state = async () => {
      const { state: of, paidCents, settledAt } = await db().findOneByOrFail(Instalment, { id: instalment.id });
      return { of, paidCents, day: settledAt?.toISOString().slice(0, 10) };
    };
    const settled = { of: 'paid', paidCents: 1_000, day: '2026-11-03' };
    expect(await state()).toEqual(settled);
    expect(await world.read(positionId)).toMatchObject({ state: 'paid', paidCents: 1_000 });
    expect(await world.published(positionCompleted, positionId)).toMatchObject([{ paidCents: 1_000 }]);
    // A correction that tells it again settles nothing anew.
    const again = await take(fdr, 2, [told]);
    expect([await state(), await kindsOf(again)]).toEqual([settled, ['flow_without_receipt']]);
    expect(await world.settle(receiptOf(instalment, { receiptId: told.iur }))).toBe('paid');
    expect(await state()).toMatchObject({ of: 'reported', paidCents: 1_000 });
    expect(await db().findBy(Anomaly, { instalmentId: instalment.id, kind: 'paid_twice' })).toEqual([]);
    expect(await kindsOf(again)).toEqual([]);
    expect(await world.published(positionCompleted, positionId)).toHaveLength(1);
    // Another receipt is another payment.
    expect(await world.settle(receiptOf(instalment))).toBe('paid-before');
  },
);

test('PAY-47: a payment without a receipt of what was paid before is to be given back, once', async () => {
  const { instalment, row } = await paid(1_000);
  const second = { ...row, iur: newIur(), payStatus: 'NO_RPT' };
  const asCitizen = { ...giulia, personId: federica.personId };
  const certified = async () => (await world.ask(listCertificates, {}, asCitizen)).items;
  const before = await certified();
  expect(before).not.toEqual([]);
  await take(nameOf(), 1, [row, second]);
  expect(await refundsOf(instalment)).toMatchObject([{ refundCents: 1_000, receiptId: null }]);
  // What was paid well is certified all the same, and the second payment is not, once its receipt is there.
  expect(await certified()).toEqual(before);
  expect(await world.settle(receiptOf(instalment, { receiptId: second.iur }))).toBe('paid-before');
  expect(await refundsOf(instalment)).toMatchObject([{ receiptId: expect.any(String) }]);
  expect(await certified()).toEqual(before);
});

test('PAY-47: of a notice that was replaced, and whose debt is paid, what flows tell again and its late receipt are one payment to be given back', async () => {
  const { instalment } = await world.open();
  await replaceAndPay(instalment);
  const row = unreceipted(instalment);
  const fdr = nameOf();
  for (const revision of [1, 2]) await take(fdr, revision, [row]);
  expect(await refundsOf(instalment)).toMatchObject([{ refundCents: 1_000, receiptId: null }]);
  expect(await world.settle(receiptOf(instalment, { receiptId: row.iur }))).toBe('paid-before');
  expect(await refundsOf(instalment)).toMatchObject([{ refundCents: 1_000, receiptId: expect.any(String) }]);
  expect(await stateOf(instalment)).toBe('cancelled');
});

test('PAY-47: in whatever order flows and receipts tell of payments, each but the one that pays is to be given back, once', async () => {
  const anyFact = fc.record({ payment: fc.nat({ max: 2 }), by: fc.constantFrom('receipt', 'flow', 'correction') });
  const anyFacts = fc.array(anyFact, { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(anyFacts, fc.boolean(), async (facts, isPaidElsewhere) => {
      const { instalment } = await world.open();
      if (isPaidElsewhere) await replaceAndPay(instalment);
      const payments = [0, 1, 2].map(() => ({ row: unreceipted(instalment), name: nameOf(), revision: 1 }));
      const receipts = payments.map(({ row }) => receiptOf(instalment, { receiptId: row.iur }));
      for (const { payment: at, by } of facts) {
        const payment = payments[at];
        const receipt = receipts[at];
        if (!payment || !receipt) continue;
        const { row, name, revision } = payment;
        if (by === 'receipt') await world.settle(receipt);
        else {
          const { claim, told } = await fetched([row], by === 'flow' ? {} : { name, revision });
          if (by === 'correction') payment.revision += 1;
          await takeAndPay({ claim, told });
        }
      }
      const told = new Set(facts.map(({ payment }) => payment));
      const receipted = new Set(facts.filter(({ by }) => by === 'receipt').map(({ payment }) => payment));
      const refunds = await refundsOf(instalment);
      expect(refunds.map(({ refundCents }) => refundCents)).toEqual(Array(told.size - (isPaidElsewhere ? 0 : 1)).fill(1_000));
      const named = refunds.flatMap(({ receiptId }) => receiptId ?? []);
      const payer = facts[0]?.payment ?? 0;
      expect([named.length, new Set(named).size]).toEqual(
        Array(2).fill(receipted.size - (!isPaidElsewhere && receipted.has(payer) ? 1 : 0)),
      );
      expect(await oddOf(instalment)).toEqual(refunds.map(({ kind }) => kind));
      if (!isPaidElsewhere) expect(['paid', 'reported']).toContain(await stateOf(instalment));
    }),
    { numRuns: 12 },
  );
});

test('PAY-47: what flows tell without a receipt is paid some at a time, and what broke off goes on, unless a revision tells it no more', async () => {
  const { instalment } = await world.open();
  // As many as are paid at a time, and one more.
  const copies: { id: string; notice: string }[] = await db().query(
    `with copied as (
       insert into positions (select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid()))).* from positions p, generate_series(1, 100)
         where p.id = $1) returning id)
     insert into instalments (select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'position_id', c.id,
       'notice_number', '3018' || lpad((row_number() over ())::text, 14, '0')))).* from instalments i, copied c where i.id = $2)
     returning id, notice_number as notice`,
    [instalment.positionId, instalment.id],
  );
  const rows = [String(instalment.iuv), ...copies.map(({ notice }) => notice.slice(1))].map((iuv) => ({ ...unreceipted(instalment), iuv }));
  const open = () => db().countBy(Instalment, { id: In([instalment.id, ...copies.map(({ id }) => id)]), state: 'open' });
  const name = nameOf();
  const { claim, told } = await fetched(rows, { name });
  await db().transaction((tx) => takeFlow(tx, claim, code, told, new Date()));
  // Here its process ends.
  expect(await open()).toBe(rows.length);
  const withdrawn = () => db().countBy(Anomaly, { kind: 'flow_row_withdrawn', noticeNumber: String(instalment.noticeNumber) });
  await takeAndPay(await fetched(rows.slice(1), { name, revision: 2 }));
  await world.service.get(Flows).run(claim.id, claim.nextTryAt);
  expect([await open(), await stateOf(instalment), await withdrawn()]).toEqual([1, 'open', 0]);
  await takeAndPay(await fetched(rows, { name, revision: 3 }));
  expect([await open(), await refundsOf(instalment)]).toEqual([0, []]);
  // What was paid is not undone when it is told no more, but staff is told.
  await takeAndPay(await fetched(rows.slice(1), { name, revision: 4 }));
  expect([await stateOf(instalment), await withdrawn()]).toEqual(['paid', 1]);
});

test('PAY-47: a revision that came after a later one has paid nothing: the receipt of what it alone tells is another payment', async () => {
  const { instalment } = await world.open();
  const { row } = await paid(1_000);
  const told = unreceipted(instalment);
  const name = nameOf();
  await take(name, 2, [row]);
  pagopa.flows.publish({ fiscalCode: code, fdr: name, revision: 1, payments: [{ index: 1, ...told }] });
  const { id, nextTryAt } = await list({ name });
  await world.service.get(Flows).run(id, nextTryAt);
  expect(await db().findOneByOrFail(Flow, { id })).toMatchObject({ state: 'replaced' });
  expect(await stateOf(instalment)).toBe('open');
  await world.settle(receiptOf(instalment));
  expect(await world.settle(receiptOf(instalment, { receiptId: told.iur }))).toBe('paid-before');
  expect(await refundsOf(instalment)).toHaveLength(1);
});

test('PAY-47: where each flow tells the share of one account of the body, the first one pays all of the notice, and the second nothing anew', async () => {
  const { instalment } = await world.open();
  const share = await db().findOneByOrFail(Transfer, { instalmentId: instalment.id });
  await db().update(Transfer, { instalmentId: instalment.id }, { amountCents: 600 });
  await db().insert(Transfer, { ...share, place: 2, amountCents: 400, iban: 'IT40S0542811101000000123457' });
  const first = unreceipted(instalment, { pay: 6 });
  await take(nameOf(), 1, [first]);
  const paidCents = async () => (await db().findOneByOrFail(Instalment, { id: instalment.id })).paidCents;
  expect([await paidCents(), await oddOf(instalment)]).toEqual([1_000, []]);
  await take(nameOf(), 1, [{ ...first, idTransfer: 2, pay: 4 }]);
  expect([await paidCents(), await oddOf(instalment)]).toEqual([1_000, []]);
});

test.each(['flow', 'receipt'])('PAY-47: by the day on which it was paid a %s is compared, not by the day on which it comes', async (by) => {
  const { instalment } = await world.open();
  const grown = { surcharges: [{ from: '2026-11-05' as const, cents: 500 }], dueOn: '2026-11-04' as const, isBinding: true };
  await db().update(Instalment, { id: instalment.id }, grown);
  if (by === 'flow') await take(nameOf(), 1, [unreceipted(instalment)]);
  else await world.settle(receiptOf(instalment, { paidAt: '2026-11-04T22:59:00.000Z' }));
  expect([await stateOf(instalment), await oddOf(instalment)]).toEqual(['paid', []]);
});

test('PAY-47: the receipt that comes late says when it was paid, and that its amount was never quoted is said once', async () => {
  const { instalment, positionId } = await world.open();
  const row = unreceipted(instalment, { pay: 9 });
  await take(nameOf(), 1, [row]);
  expect(await oddOf(instalment)).toEqual(['amount_never_quoted']);
  await world.settle(receiptOf(instalment, { receiptId: row.iur, amountCents: 900, paidAt: '2026-11-04T09:00:00.000Z' }));
  expect(await db().findBy(Anomaly, { instalmentId: instalment.id, kind: 'amount_never_quoted' })).toMatchObject([
    { receiptId: expect.any(String) },
  ]);
  const at = { settledAt: new Date('2026-11-04T09:00:00.000Z') };
  expect(await db().findOneByOrFail(Instalment, { id: instalment.id })).toMatchObject(at);
  expect(await db().findOneByOrFail(Position, { id: positionId })).toMatchObject(at);
});

test('PAY-47: a notice that a flow tells and that came into being meanwhile is paid once, although its receipt is being taken', async () => {
  const { instalment } = await world.open();
  const { claim, told } = await fetched([unreceipted(instalment)]);
  // As it was kept before the notice was there.
  await db().update(FlowRow, { flowId: claim.id }, { instalmentId: null, outcome: 'unknown_notice' });
  const { taken } = await db().transaction(async (tx) => {
    await settle(tx, { organizationId: piedmont }, receiptOf(instalment), Buffer.from('<receipt/>'), new Date());
    const taking = takeAndPay({ claim, told });
    await eventually(waits);
    return { taken: taking };
  });
  await taken;
  expect(await refundsOf(instalment)).toMatchObject([{ refundCents: 1_000, receiptId: null }]);
});

test('PAY-47: of two flows that are taken at once, and each tell one share of a notice, the second finds it whole', async () => {
  const { instalment } = await world.open();
  const share = { amountCents: 500, fiscalCode: code, reason: 'x', category: '9/0301126TS/', stamp: null };
  const receipt = receiptOf(instalment, { transfers: [1, 2].map((place) => ({ place, ...share })) });
  await world.settle(receipt);
  const [one, other] = [1, 2].map((idTransfer) =>
    unreceipted(instalment, { iur: receipt.receiptId, idTransfer, pay: 5, payStatus: 'EXECUTED' }),
  ) as [Row, Row];
  await meanwhile(await fetched([one]), () => take(nameOf(), 1, [other]));
  expect(await stateOf(instalment)).toBe('reported');
});

test.each(['told', 'taken back'])('PAY-47: what is told and taken back by two flows at once (first %s) is not reported', async (first) => {
  const { instalment, row } = await paid(1_000);
  const flows = [row, { ...row, pay: -10, payStatus: 'REVOKED' }];
  const [one, other] = (first === 'told' ? flows : flows.toReversed()) as [Row, Row];
  await meanwhile(await fetched([one]), () => take(nameOf(), 1, [other]));
  expect(await stateOf(instalment)).toBe('paid');
});

test('PAY-47: what a corrected flow no longer tells, and another one does that is being taken, stays reported', async () => {
  const [kept, moved] = [await paid(1_000), await paid(1_000)];
  const name = nameOf();
  await take(name, 1, [kept.row, moved.row]);
  await meanwhile(await fetched([moved.row]), () => take(name, 2, [kept.row]));
  expect(await stateOf(moved.instalment)).toBe('reported');
});

test.each(['header', 'payments'] as const)(
  'PAY-47: who fetches a flow for so long that another has taken it (waiting for its %s) changes nothing of it',
  async (slow) => {
    const { row } = await paid(1_000);
    const name = nameOf();
    const { id, nextTryAt } = await list({ name });
    pagopa.flows.publish({ fiscalCode: code, fdr: name, revision: 1, payments: [{ index: 1, ...row }] });
    const fdr = world.service.get(Fdr);
    const [begun, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const wait = () => {
      begun.resolve();
      return goOn.promise;
    };
    const waiting: Fdr = Object.assign(Object.create(fdr), {
      header: async (...asked: Parameters<Fdr['header']>) => {
        if (slow === 'header') await wait();
        return fdr.header(...asked);
      },
      async *payments() {
        if (slow === 'payments') await wait();
        yield [{ ...row, index: 1, pay: 1 }];
        throw new Error('pagoPA is away');
      },
    });
    const late = new Flows(world.service.get(DataSource), waiting).run(id, nextTryAt);
    await begun.promise;
    await world.service.get(Flows).run(id, atNobodysTime(2));
    goOn.resolve();
    await late;
    expect(await db().findOneByOrFail(Flow, { id })).toMatchObject({ state: 'taken', total: 1 });
    expect(await db().findBy(FlowRow, { flowId: id })).toMatchObject([{ outcome: 'matched', amountCents: 1_000 }]);
  },
);

test('PAY-47: a flow that numbers two rows alike, within a page or beyond it, is taken, and its sums are told to differ', async () => {
  const { instalment, row } = await paid(1_000);
  const rows = Array.from({ length: 1_001 }, (_, at) => ({ ...row, index: (at % 999) + 1 }));
  const id = await take(nameOf(), 1, rows);
  expect(await kindsOf(id)).toEqual(['flow_totals_differ']);
  expect(await db().countBy(FlowRow, { flowId: id, outcome: 'matched' })).toBe(999);
  expect(await stateOf(instalment)).toBe('reported');
});

test('PAY-47: a receipt of another amount that comes after its flow says so, and what else is missing of its notice stays missing', async () => {
  const { instalment: open } = await world.open();
  const { row } = await paid(1_000);
  const [less, lost] = ['less', 'lost'].map((mark) => ({
    ...row,
    iuv: String(open.iuv),
    iur: `${mark}-${newIur().slice(0, 20)}`,
    pay: 10,
  }));
  const id = await take(nameOf(), 1, [less as Row, lost as Row]);
  expect(await kindsOf(id)).toEqual(['flow_without_receipt', 'flow_without_receipt']);
  await world.settle(receiptOf(open, { receiptId: String(less?.iur), amountCents: 999 }));
  expect([await outcomesOf(id), await kindsOf(id)]).toEqual([
    ['amount_differs', 'without_receipt'],
    ['flow_amount_differs', 'flow_without_receipt'],
  ]);
  expect(await stateOf(open)).toBe('paid');
  // The second payment of the notice is to be given back, and its row is found all the same.
  expect(await world.settle(receiptOf(open, { receiptId: String(lost?.iur) }))).toBe('paid-before');
  expect([await outcomesOf(id), await kindsOf(id)]).toEqual([['amount_differs', 'matched'], ['flow_amount_differs']]);
  expect(await world.ask(getFlow, { id }, manager)).toMatchObject({ oddRows: 1 });
});

test('PAY-47: the notice of another body under the number of one of ours is not ours, also when its receipt comes later', async () => {
  const [first, later] = [await world.open(), await world.open()].map(({ instalment }) => instalment) as [Instalment, Instalment];
  const { row } = await paid(1_000);
  const theirs = (instalment: Instalment, receiptId: string) => {
    const of = receiptOf(instalment, { receiptId });
    return world.settle({ ...of, fiscalCode: '77777777772' });
  };
  const rows = [first, later].map(({ iuv }) => ({ ...row, iuv: String(iuv), iur: newIur(), pay: 10 })) as [Row, Row];
  const unknown = receiptOf(first, { noticeNumber: '301000000000008801', iuv: '01000000000008801', receiptId: newIur() });
  await theirs(first, rows[0].iur);
  await world.settle(unknown);
  const id = await take(nameOf(), 1, [...rows, { ...row, iuv: unknown.iuv, iur: unknown.receiptId, pay: 10 }]);
  expect(await outcomesOf(id)).toEqual(['of_others', 'without_receipt', 'unknown_notice']);
  expect(await theirs(later, rows[1].iur)).toBe('of-others');
  expect([await outcomesOf(id), await kindsOf(id)]).toEqual([['of_others', 'of_others', 'unknown_notice'], ['flow_unknown_notice']]);
  expect([await stateOf(first), await stateOf(later)]).toEqual(['open', 'open']);
});

test('PAY-47: a receipt that is being taken while its flow is matched is waited for', async () => {
  const { instalment } = await world.open();
  const { row } = await paid(1_000);
  const receipt = receiptOf(instalment, { receiptId: newIur() });
  const { id } = await db().transaction(async (tx) => {
    await settle(tx, { organizationId: piedmont }, receipt, Buffer.from('<receipt/>'), new Date());
    const taken = take(nameOf(), 1, [{ ...row, iuv: receipt.iuv, iur: receipt.receiptId, pay: 10 }]);
    await eventually(waits);
    return { id: taken };
  });
  expect(await outcomesOf(await id)).toEqual(['matched']);
  expect(await stateOf(instalment)).toBe('reported');
});

test('P10: a corrected flow takes back what it no longer tells; the earlier one stays readable, and read again it changes nothing', async () => {
  const [a, b, c] = [await paid(1_000), await paid(2_000), await paid(2_000)];
  const fdr = nameOf();
  const first = await take(fdr, 1, [a.row, b.row]);
  expect([await stateOf(a.instalment), await stateOf(b.instalment)]).toEqual(['reported', 'reported']);
  const second = await take(fdr, 2, [a.row, c.row]);
  const states = async () => [await stateOf(a.instalment), await stateOf(b.instalment), await stateOf(c.instalment)];
  expect(await states()).toEqual(['reported', 'paid', 'reported']);
  expect(await kindsOf(second)).toEqual(['flow_row_withdrawn']);
  expect(await outcomesOf(first)).toEqual(['matched', 'matched']);
  expect(await world.ask(getFlow, { id: first }, manager)).toMatchObject({ state: 'replaced', sumCents: 3_000 });
  await db().update(Flow, { id: first }, { state: 'listed', nextTryAt: new Date(0) });
  await world.service.get(Flows).run(first, new Date());
  expect(await states()).toEqual(['reported', 'paid', 'reported']);
  expect(await kindsOf(second)).toEqual(['flow_row_withdrawn']);
  expect(await world.read(b.positionId)).toMatchObject({ state: 'paid' });
});

test('PAY-48, P9: a notice with a stamp is compared net of it, and one that is a stamp alone is in no flow', async () => {
  const mixed = await paid(310, 1_600);
  const alone = await paid(0, 1_600);
  const id = await take(nameOf(), 1, [mixed.row]);
  expect(await outcomesOf(id)).toEqual(['matched']);
  expect([await stateOf(mixed.instalment), await stateOf(alone.instalment)]).toEqual(['reported', 'paid']);
});

test('PAY-47: flows are read by managers and administrators of their body, page by page, and by nobody else', async () => {
  const { row } = await paid(1_000);
  const rows = Array.from({ length: 5 }, (_, at) => ({ ...row, iur: at === 0 ? row.iur : `odd-${at}` }));
  const id = await take(nameOf(), 1, rows);
  const first = await world.ask(listFlowRows, { id, limit: 3 }, manager);
  expect([first.items.length, first.next]).toEqual([3, '3']);
  const rest = await world.ask(listFlowRows, { id, limit: 3, after: Number(first.next) }, manager);
  expect([rest.items.map(({ place }) => place), rest.next]).toEqual([[4, 5], null]);
  expect((await world.ask(listFlowRows, { id, outcome: 'matched' }, manager)).items).toHaveLength(1);
  for (const contract of [getFlow, listFlowRows] as const) {
    expect((await refusal(world.ask(contract, { id }, ofAnotherBody))).type).toBe('flow-not-found');
    expect((await refusal(world.ask(contract, { id }, bianchi))).type).toBe('forbidden');
  }
  expect((await world.ask(listFlows, {}, ofAnotherBody)).items).toEqual([]);
});

test('a flow that cannot be read is tried again, and nothing of it counts until then', async () => {
  const { instalment, row } = await paid(1_000);
  const fdr = nameOf();
  const { id } = await list({ name: fdr, nextTryAt: new Date(0) });
  await expect(world.service.get(Flows).run(id, new Date())).rejects.toThrow('404');
  expect(await db().findOneByOrFail(Flow, { id })).toMatchObject({ state: 'listed' });
  pagopa.flows.publish({ fiscalCode: code, fdr, revision: 1, payments: [{ ...row, index: 1 }] });
  await db().update(Flow, { id }, { nextTryAt: new Date(0) });
  await world.service.get(Flows).run(id, new Date());
  expect(await stateOf(instalment)).toBe('reported');
});

test('flows that cannot be listed are asked for again after a while, and not by every sweep', async () => {
  const now = new Date();
  await db().query(
    'insert into creditors select * from jsonb_populate_record((select c from creditors c where organization_id = $1), $2)',
    [piedmont, { organization_id: stranger.organizationId, fiscal_code: '../nowhere' }],
  );
  await db().upsert(FlowPoll, { organizationId: String(stranger.organizationId), nextAt: new Date(0) }, ['organizationId']);
  // The job of the service may have begun it meanwhile.
  await world.service
    .get(FlowPolls)
    .run(String(stranger.organizationId), now)
    .catch(() => undefined);
  const { nextAt } = await db().findOneByOrFail(FlowPoll, { organizationId: String(stranger.organizationId) });
  expect(nextAt.getTime()).toBeGreaterThan(now.getTime());
});
