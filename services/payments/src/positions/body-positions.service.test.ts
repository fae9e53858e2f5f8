import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rightsChanged } from '@sportello/contracts/identity/officers';
import { getRefusedReceipt, listAnomalies, listRefusedReceipts, resolveAnomaly } from '@sportello/contracts/payments/anomalies';
import { getPositionRecord, searchPositions } from '@sportello/contracts/payments/body-positions';
import { paymentDropped } from '@sportello/contracts/practices/events';
import { administrator, bianchi, federica, manager, onServices, piedmont, stranger } from '@sportello/testing/people';
import { factOf, receiptOf, refusal, World } from '../../test/world.js';
import { RefusedReceipt } from '../node/refused-receipt.entity.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
  await world.creditor();
});
afterAll(() => world?.stop());

const db = () => world.service.db.manager;
const found = async (asked: object, actor = manager) =>
  (await world.ask(searchPositions, { limit: 100, ...asked }, actor)).items.map(({ id }) => id);
const ofAnotherBody = { ...manager, organizationId: stranger.organizationId };

test('PAY-11: staff finds a position by its numbers, by who owes it and by what for, in whatever way a number is written', async () => {
  const { positionId, instalment } = await world.open({ reason: 'Diritti di segreteria per l’accesso agli atti' });
  const number = String(instalment.noticeNumber);
  for (const search of [
    number,
    number.replace(/(\d{4})/g, '$1 ').trim(),
    String(instalment.iuv),
    'neri federica',
    'NREFRC80A41L219B',
    'segreteria atti',
  ])
    expect({ search, found: await found({ search }) }).toEqual({ search, found: expect.arrayContaining([positionId]) });
  for (const search of ['301000000000004992', 'rossi', '!']) expect(await found({ search })).toEqual([]);
  const [row] = (await world.ask(searchPositions, { search: number }, manager)).items;
  expect(row).toMatchObject({ debtorName: 'FEDERICA NERI', debtorCode: 'NREFRC80A41L219B', noticeNumbers: [number], state: 'to_pay' });
});

test('PAY-40: staff finds positions by state and day, and an officer those of her services alone', async () => {
  const procedureId = randomUUID();
  const open = (await world.open({ procedureId })).positionId;
  const paid = await world.open({ procedureId });
  await world.settle(receiptOf(paid.instalment));
  const elsewhere = (await world.open({ procedureId })).positionId;
  await world.say('practices', paymentDropped, { ...factOf(elsewhere), why: 'elsewhere' });
  const exempt = (await world.open({ procedureId })).positionId;
  await world.say('practices', paymentDropped, { ...factOf(exempt), why: 'exempt' });
  const late = await world.open({ procedureId });
  await db().query("update instalments set due_on = '2026-01-31' where id = $1", [late.instalment.id]);
  const all = [open, paid.positionId, elsewhere, exempt, late.positionId];
  const shown = async (show: string) => (await found({ show })).filter((id) => all.includes(id)).toSorted();
  expect(await shown('all')).toEqual(all.toSorted());
  expect(await shown('to_pay')).toEqual([open, late.positionId].toSorted());
  expect(await shown('overdue')).toEqual([late.positionId]);
  expect(await shown('paid')).toEqual([paid.positionId]);
  expect(await shown('paid_elsewhere')).toEqual([elsewhere]);
  expect(await shown('ended')).toEqual([exempt]);
  expect(await shown('creating')).toEqual([]);
  expect(await found({ from: '2026-11-02', to: '2026-11-02' })).toEqual(expect.arrayContaining(all));
  expect(await found({ to: '2026-11-01' })).toEqual([]);
  expect(await found({}, bianchi)).toEqual([]);
  const rights = {
    officerId: String(bianchi.personId),
    organizationId: piedmont,
    officeId: null,
    officeName: null,
    role: 'officer' as const,
  };
  await world.say('identity', rightsChanged, { ...rights, name: 'BIANCHI', subjects: onServices(procedureId), isActive: true, version: 1 });
  expect((await found({}, bianchi)).toSorted()).toEqual(all.toSorted());
  expect(await found({}, ofAnotherBody)).toEqual([]);
  expect((await refusal(found({}, federica))).type).toBe('forbidden');
});

test('PAY-47: the page of a position has its shares, receipts, anomalies and history, and is the body’s alone', async () => {
  const { positionId: id, instalment } = await world.open();
  await world.settle(receiptOf(instalment));
  await world.settle(receiptOf(instalment, { amountCents: 1_100 }));
  const record = await world.ask(getPositionRecord, { id }, manager);
  expect(record).toMatchObject({
    debtorCode: 'NREFRC80A41L219B',
    state: 'paid',
    transfers: [{ place: 1, amountCents: 1_000, iban: 'IT60X0542811101000000123456' }],
    receipts: [{ amountCents: 1_000, pspName: 'Banca di prova' }, { amountCents: 1_100 }],
    anomalies: [{ kind: 'paid_twice', refundCents: 1_100, resolution: null }],
    history: [
      { move: 'want', from: null, to: 'creating', actor: { it: 'Sistema' } },
      { move: 'open', from: 'creating', to: 'to_pay' },
      { move: 'pay', from: 'to_pay', to: 'paid' },
    ],
  });
  for (const actor of [ofAnotherBody, stranger])
    expect((await refusal(world.ask(getPositionRecord, { id }, actor))).type).toBe('position-not-found');
  expect((await refusal(world.ask(getPositionRecord, { id }, federica))).type).toBe('forbidden');
});

test('PAY-47: an anomaly is closed once, with a note, and a refund is on the list until it is made', async () => {
  const { positionId, instalment } = await world.open();
  await world.settle(receiptOf(instalment));
  await world.settle(receiptOf(instalment, { amountCents: 1_200 }));
  const listed = async (asked: object, actor = manager) =>
    (await world.ask(listAnomalies, { limit: 100, ...asked }, actor)).items.filter((anomaly) => anomaly.positionId === positionId);
  const [refund] = await listed({ isRefund: 'yes' });
  expect(refund).toMatchObject({ kind: 'paid_twice', refundCents: 1_200, debtorName: 'FEDERICA NERI', resolution: null });
  const resolved = { id: refund?.id ?? '', note: 'Rimborsato con mandato 12' };
  expect((await refusal(world.ask(resolveAnomaly, resolved, ofAnotherBody))).type).toBe('anomaly-not-found');
  expect((await refusal(world.ask(resolveAnomaly, resolved, administrator))).type).toBe('forbidden');
  const first = await world.ask(resolveAnomaly, resolved, manager);
  expect(first).toMatchObject({ resolution: { note: 'Rimborsato con mandato 12' } });
  expect(await world.ask(resolveAnomaly, resolved, manager)).toEqual(first);
  expect((await refusal(world.ask(resolveAnomaly, { ...resolved, note: 'Altro' }, manager))).type).toBe('anomaly-resolved');
  expect([await listed({}), await listed({ show: 'resolved' }), await listed({ show: 'all', kind: 'paid_twice' })]).toMatchObject([
    [],
    [{ id: refund?.id }],
    [{ id: refund?.id }],
  ]);
  expect(await listed({ show: 'all' }, ofAnotherBody)).toEqual([]);
  expect((await refusal(world.ask(resolveAnomaly, { ...resolved, note: ' ' }, manager))).type).toBe('invalid-input');
});

test('P6: a receipt that was refused is read to the letter by managers of its body, and by nobody else', async () => {
  const id = randomUUID();
  const raw = Buffer.from([0xff, 0x3c, 0x61, 0x3e]);
  const kept = { idPa: '77777777771', digest: Buffer.from(id), faultCode: 'PAA_SINTASSI_XSD', why: 'receipt is missing', raw };
  await db().insert(RefusedReceipt, { id, organizationId: piedmont, arrivedAt: new Date(), ...kept });
  const { items } = await world.ask(listRefusedReceipts, {}, administrator);
  expect(items).toMatchObject([{ id, faultCode: 'PAA_SINTASSI_XSD', why: 'receipt is missing' }]);
  expect(await world.ask(getRefusedReceipt, { id }, manager)).toMatchObject({ message: raw.toString('base64') });
  expect((await world.ask(listRefusedReceipts, {}, ofAnotherBody)).items).toEqual([]);
  expect((await refusal(world.ask(getRefusedReceipt, { id }, ofAnotherBody))).type).toBe('refused-receipt-not-found');
  expect((await refusal(world.ask(getRefusedReceipt, { id }, bianchi))).type).toBe('forbidden');
});
