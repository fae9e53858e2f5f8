import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { listAnomalies } from '@sportello/contracts/payments/anomalies';
import { getFlow, listFlowRows, listFlows } from '@sportello/contracts/payments/flows';
import { positionCompleted } from '@sportello/contracts/payments/positions';
import { bianchi, manager, piedmont, stranger } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { type Pagopa, startPagopa } from '../../../../deploy/simulators/pagopa/pagopa.ts';
import { receiptOf, refusal, World } from '../../test/world.js';
import { Instalment } from '../positions/instalment.entity.js';
import { Anomaly } from '../settlement/anomaly.entity.js';
import { settle } from '../settlement/settle.js';
import { Flow, FlowPoll } from './flow.entity.js';
import { FlowPolls } from './flow-polls.js';
import { Flows } from './flows.js';

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
type Row = Awaited<ReturnType<typeof paid>>['row'];

const newIur = () => randomUUID().replaceAll('-', '');
const nameOf = () => `2026-11-11PSPSIMUL-${randomUUID().slice(0, 8)}`;

/** Publishes a flow, and has it fetched and matched. @returns its id here */
async function take(fdr: string, revision: number, rows: readonly Row[], sum?: number): Promise<string> {
  const payments = rows.map((row, at) => ({ ...row, index: at + 1 }));
  pagopa.flows.publish({ fiscalCode: code, fdr, revision, payments, ...(sum !== undefined && { sum }) });
  const now = new Date();
  await db().upsert(FlowPoll, { organizationId: piedmont, nextAt: new Date(0) }, ['organizationId']);
  await world.service.get(FlowPolls).run(piedmont, now);
  const { id } = await eventually(() => db().findOneByOrFail(Flow, { name: fdr, revision }));
  // The job that the poll has set an alarm for may do it at the same time.
  for (let i = 0; i < 2; i++) await world.service.get(Flows).run(id, now);
  await eventually(async () => expect((await db().findOneByOrFail(Flow, { id })).state).not.toBe('listed'));
  return id;
}
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
  const refunds = () => db().findBy(Anomaly, { instalmentId: instalment.id, kind: 'paid_twice' });
  await take(nameOf(), 1, [row, second]);
  expect(await refunds()).toMatchObject([{ refundCents: 1_000, receiptId: null }]);
  await world.settle(receiptOf(instalment, { receiptId: second.iur }));
  expect(await refunds()).toHaveLength(1);
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
    await eventually(async () => {
      const waits = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
      expect(await db().query(waits)).not.toEqual([]);
    });
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
  const id = randomUUID();
  const listed = {
    id,
    organizationId: piedmont,
    pspId: 'PSPSIMUL',
    name: fdr,
    revision: 1,
    publishedAt: new Date(),
    state: 'listed' as const,
  };
  const empty = { regulation: null, regulationOn: null, total: null, sumCents: null, oddRows: 0, takenAt: null };
  await db().insert(Flow, { ...listed, ...empty, nextTryAt: new Date(0) });
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
