import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Files } from '@sportello/casework/files';
import { rightsChanged } from '@sportello/contracts/identity/officers';
import { announced } from '@sportello/contracts/notifications/announcements';
import { getPositionRecord, searchPositions } from '@sportello/contracts/payments/body-positions';
import { getCreditor, putCreditor } from '@sportello/contracts/payments/creditors';
import { getNoticeAddress, getPaymentReceiptAddress, paperNotReady } from '@sportello/contracts/payments/papers';
import { listOwnPositions, positionCompleted, positionFailed, positionStarted } from '@sportello/contracts/payments/positions';
import { paymentCameLate, paymentDropped, paymentWanted } from '@sportello/contracts/practices/events';
import { dueDropped, dueWanted } from '@sportello/contracts/school/documents';
import { Printer } from '@sportello/documents/printer';
import { openAddress } from '@sportello/documents/signed-address';
import { readNoticeNumber } from '@sportello/italy/notice-number';
import { CONFIG } from '@sportello/service/config';
import { drift } from '@sportello/service/migration';
import { administrator, bianchi, dimostrativo, federica, manager, marco, onServices, piedmont, stranger } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import type { EntityManager } from 'typeorm';
import { factOf, receiptOf, refusal, settingsOf, World } from '../../test/world.js';
import type { Printing } from '../papers/printing.js';
import { StoredPapers } from '../papers/stored-papers.js';
import { Activation } from '../settlement/activation.entity.js';
import { Anomaly } from '../settlement/anomaly.entity.js';
import { Receipt } from '../settlement/receipt.entity.js';
import { settle } from '../settlement/settle.js';
import { endAttempt, startAttempt } from './attempts.js';
import { Instalment } from './instalment.entity.js';
import { Openings } from './openings.js';
import { Position } from './position.entity.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
});
afterAll(() => world?.stop());

const anomaliesOf = (positionId: string) =>
  world.service.db.manager.find(Anomaly, { where: { positionId }, order: { at: 'ASC', id: 'ASC' } });
const instalmentOf = (positionId: string) => world.service.db.manager.findOneByOrFail(Instalment, { positionId });

test('the migrations stand for every entity', async () => {
  expect((await drift(world.service.db)).up).toEqual([]);
});

// The first, as long as the Region has no settings.
test('PAY-40: a notice that cannot be created says so, and is created once its body is set up', async () => {
  const fact = world.wanted();
  await world.say('practices', paymentWanted, fact);
  await eventually(async () => expect(await world.read(fact.positionId)).toMatchObject({ state: 'creation_failed', creditorName: null }));
  expect(await refusal(world.ask(getCreditor, { organizationId: piedmont }, administrator))).toMatchObject({ type: 'creditor-not-found' });
  await world.creditor();
  const { noticeNumber } = await world.opened(fact.positionId);
  expect(readNoticeNumber(noticeNumber ?? '')).toMatchObject({ segregationCode: '01', base: '0000000000001' });
  expect(await world.read(fact.positionId)).toMatchObject({
    state: 'to_pay',
    creditorName: 'Regione Piemonte',
    debtorName: 'FEDERICA NERI',
  });
});

test('settings of pagoPA are an administrator’s of the body, checked field by field, and saved twice they are saved once', async () => {
  const shown = await world.ask(getCreditor, { organizationId: piedmont }, administrator);
  const changed = settingsOf(piedmont, { officeName: 'Settore Istruzione', version: shown.version });
  const saved = await world.ask(putCreditor, changed, administrator);
  expect(await world.ask(putCreditor, changed, administrator)).toEqual(saved);
  expect(saved).toMatchObject({ officeName: 'Settore Istruzione', version: shown.version + 1 });
  expect((await refusal(world.ask(putCreditor, { ...changed, officeName: null }, administrator))).type).toBe('changed-meanwhile');
  await world.open();
  expect(
    await refusal(world.ask(putCreditor, { ...changed, fiscalCode: '77777777770', version: saved.version }, administrator)),
  ).toMatchObject({
    type: 'invalid-input',
    errors: [{ pointer: '/fiscalCode' }],
  });
  const postal = { iban: 'IT60X0542811101000000123456', holder: 'REGIONE', authorisation: null };
  const wrong = settingsOf(piedmont, { iban: 'IT60X0542811101000000123457', category: '9/0000000AP/', postal, version: saved.version });
  expect(await refusal(world.ask(putCreditor, wrong, administrator))).toMatchObject({
    type: 'invalid-input',
    errors: [{ pointer: '/iban' }, { pointer: '/postal/iban' }, { pointer: '/category' }],
  });
  expect((await refusal(world.ask(putCreditor, settingsOf(dimostrativo), administrator))).type).toBe('creditor-not-found');
  expect((await refusal(world.ask(getCreditor, { organizationId: dimostrativo }, manager))).type).toBe('creditor-not-found');
  expect((await refusal(world.ask(putCreditor, settingsOf(piedmont), manager))).type).toBe('forbidden');
  const theirs = { ...administrator, organizationId: dimostrativo };
  expect((await refusal(world.ask(putCreditor, settingsOf(dimostrativo), theirs))).type).toBe('creditor-taken');
});

test('PAY-52: what is wanted twice, at once and late, has one notice', async () => {
  const fact = world.wanted();
  await Promise.all([world.say('practices', paymentWanted, fact, 2), world.say('practices', paymentWanted, fact)]);
  await world.opened(fact.positionId);
  await Promise.all([1, 2, 3].map(() => world.service.get(Openings).run(fact.positionId, new Date())));
  await world.say('practices', paymentWanted, fact);
  expect(await world.service.db.manager.findBy(Instalment, { positionId: fact.positionId })).toHaveLength(1);
});

test('two replicas create one notice for each position, and take each receipt once', async () => {
  const other = await world.service.replica({});
  try {
    const opened = await Promise.all(Array.from({ length: 6 }, () => world.open()));
    const both = [world.service, other];
    await Promise.all(opened.flatMap(({ positionId }) => both.map((it) => it.get(Openings).run(positionId, new Date()))));
    for (const { positionId, instalment } of opened) {
      expect(await world.service.db.manager.countBy(Instalment, { positionId })).toBe(1);
      const receipt = receiptOf(instalment);
      const took = both.map((it) =>
        it.db.transaction((tx) => settle(tx, { organizationId: piedmont }, receipt, Buffer.from('x'), new Date())),
      );
      expect((await Promise.all(took)).toSorted()).toEqual(['paid', 'repeated']);
    }
  } finally {
    await other.stop();
  }
});

test('notice numbers are allotted once each, however many are wanted at once', async () => {
  const opened = await Promise.all(Array.from({ length: 12 }, () => world.open()));
  const numbers = opened.map(({ instalment }) => instalment.noticeNumber ?? '');
  expect(new Set(numbers).size).toBe(12);
  for (const number of numbers) expect(readNoticeNumber(number)).not.toBeNull();
});

test('PAY-01: a position is seen by its debtor, by officers of its service and by managers of its body, and by nobody else', async () => {
  const procedureId = randomUUID();
  const { positionId } = await world.open({ procedureId });
  expect(await world.read(positionId)).toMatchObject({ reason: 'Tassa di concorso', amountCents: 1_000, state: 'to_pay' });
  expect((await world.read(positionId, manager)).options).toMatchObject([{ kind: 'single', instalments: [{ isPayable: true }] }]);
  for (const actor of [marco, stranger, bianchi]) expect((await refusal(world.read(positionId, actor))).type).toBe('position-not-found');
  expect((await refusal(world.read(randomUUID()))).type).toBe('position-not-found');
  const rights = {
    officerId: String(bianchi.personId),
    organizationId: piedmont,
    officeId: null,
    officeName: null,
    role: 'officer' as const,
  };
  const known = { ...rights, name: 'BIANCHI', subjects: onServices(procedureId), isActive: true };
  await world.say('identity', rightsChanged, { ...known, version: 1 });
  expect(await world.read(positionId, bianchi)).toMatchObject({ state: 'to_pay' });
  await world.say('identity', rightsChanged, { ...known, isActive: false, version: 2 });
  expect((await refusal(world.read(positionId, bianchi))).type).toBe('position-not-found');
});

test('PAY-07: what is to be paid and what was paid are found apart, and by the day of payment', async () => {
  const { positionId, instalment } = await world.open();
  const ids = async (asked: object) =>
    (await world.ask(listOwnPositions, { limit: 100, ...asked }, federica)).items.map(({ id }) => id).filter((id) => id === positionId);
  expect([await ids({ show: 'to_pay' }), await ids({ show: 'paid' })]).toEqual([[positionId], []]);
  // Paid two minutes before midnight; the receipt comes on the day after.
  await world.settle(receiptOf(instalment, { paidAt: '2026-11-02T22:58:00.000Z' }), undefined, new Date('2026-11-02T23:30:00Z'));
  expect([await ids({ show: 'to_pay' }), await ids({ show: 'paid' })]).toEqual([[], [positionId]]);
  expect([await ids({ from: '2026-11-02', to: '2026-11-02' }), await ids({ from: '2026-11-03' })]).toEqual([[positionId], []]);
  expect((await world.ask(listOwnPositions, { limit: 100 }, marco)).items).toEqual([]);
});

test('PAY-52: a receipt pays its notice once, however often it comes, and is told once', async () => {
  const { positionId, instalment } = await world.open();
  const receipt = receiptOf(instalment);
  expect(await Promise.all([world.settle(receipt), world.settle(receipt), world.settle(receipt)])).toEqual(
    expect.arrayContaining(['paid', 'repeated', 'repeated']),
  );
  expect(await world.settle({ ...receipt, amountCents: 999 })).toBe('differs');
  expect(await world.published(positionCompleted, positionId)).toMatchObject([
    { paidCents: 1_000, version: 2, at: '2026-11-03T10:00:00.000Z' },
  ]);
  expect(await world.read(positionId)).toMatchObject({ state: 'paid', amountCents: 0, paidCents: 1_000 });
  expect(await anomaliesOf(positionId)).toEqual([]);
  const told = (await world.service.published(announced)).filter(({ subject }) => (subject as { id: string }).id === positionId);
  expect(told).toMatchObject([{ topic: 'payments.paid', messages: [{ title: { it: expect.stringContaining('Tassa di concorso') } }] }]);
});

test('a second receipt of another payment is kept, and is to be given back', async () => {
  const { positionId, instalment } = await world.open();
  await world.settle(receiptOf(instalment));
  expect(await world.settle(receiptOf(instalment, { amountCents: 1_100 }))).toBe('paid-before');
  expect(await anomaliesOf(positionId)).toMatchObject([{ kind: 'paid_twice', refundCents: 1_100 }]);
  expect(await world.service.db.manager.findBy(Receipt, { instalmentId: instalment.id })).toHaveLength(2);
  expect(await world.published(positionCompleted, positionId)).toHaveLength(1);
});

test('a receipt is compared with what was answered to whoever was about to pay, and taken whatever its amount', async () => {
  const answered = async (amountCents: number) => {
    const { positionId, instalment } = await world.open();
    const fiscalCode = String(instalment.creditorFiscalCode);
    const known = { id: randomUUID(), organizationId: piedmont, instalmentId: instalment.id, at: new Date(), primitive: 2 };
    await world.service.db.manager.insert(Activation, { ...known, amountCents, transfers: [{ place: 1, fiscalCode, amountCents }] });
    return { positionId, instalment, fiscalCode };
  };
  const grown = await answered(1_050);
  expect(await world.settle(receiptOf(grown.instalment, { amountCents: 1_050 }))).toBe('paid');
  expect(await anomaliesOf(grown.positionId)).toEqual([]);
  const never = await answered(1_050);
  expect(await world.settle(receiptOf(never.instalment, { amountCents: 990 }))).toBe('paid');
  expect(await anomaliesOf(never.positionId)).toMatchObject([{ kind: 'amount_never_quoted', refundCents: null }]);
  expect(await world.read(never.positionId)).toMatchObject({ state: 'paid', paidCents: 990 });
  const shared = await answered(1_000);
  const transfers = [{ place: 1, amountCents: 1_000, fiscalCode: '77777777772', reason: 'x', category: 'x', stamp: null }];
  expect(await world.settle(receiptOf(shared.instalment, { transfers }))).toBe('paid');
  expect(await anomaliesOf(shared.positionId)).toMatchObject([{ kind: 'transfers_differ' }]);
});

test('receipts of notices that nobody knows, and of other bodies’ notices, are kept', async () => {
  const { instalment } = await world.open();
  const strange = receiptOf(instalment, { noticeNumber: '301000000000005505' });
  expect(await world.settle(strange)).toBe('unknown');
  expect(await world.service.db.manager.findBy(Anomaly, { noticeNumber: '301000000000005505' })).toMatchObject([
    { kind: 'unknown_notice' },
  ]);
  const others = receiptOf(instalment, { fiscalCode: '77777777772' });
  expect(await world.settle(others)).toBe('of-others');
  expect((await instalmentOf(instalment.positionId)).state).toBe('open');
  expect(await world.settle({ ...others, idPa: '77777777772' }, { organizationId: dimostrativo })).toBe('unknown');
});

test('PAY-10: what was paid elsewhere is withdrawn from pagoPA, and what is paid on it all the same is to be given back', async () => {
  const { positionId, instalment } = await world.open();
  const dropped = { ...factOf(positionId), why: 'elsewhere' as const };
  await world.say('practices', paymentDropped, dropped, 2);
  expect(await world.read(positionId)).toMatchObject({
    state: 'paid',
    options: [{ instalments: [{ state: 'paid_elsewhere', isPayable: false }] }],
  });
  expect(await world.settle(receiptOf(instalment))).toBe('paid-before');
  expect(await anomaliesOf(positionId)).toMatchObject([{ kind: 'paid_twice', refundCents: 1_000 }]);
  expect(await world.published(positionCompleted, positionId)).toEqual([]);
});

test('PAY-45: a payment that is not due any more is withdrawn; one that was paid before is to be given back', async () => {
  const open = await world.open();
  await world.say('practices', paymentDropped, { ...factOf(open.positionId), why: 'exempt' });
  expect(await world.read(open.positionId)).toMatchObject({ state: 'cancelled' });
  expect(await world.settle(receiptOf(open.instalment))).toBe('paid');
  expect(await anomaliesOf(open.positionId)).toMatchObject([{ kind: 'paid_after_end', refundCents: 1_000 }]);
  const paid = await world.open();
  await world.settle(receiptOf(paid.instalment));
  await world.say('practices', paymentDropped, { ...factOf(paid.positionId), why: 'exempt' });
  expect(await anomaliesOf(paid.positionId)).toMatchObject([{ kind: 'no_longer_due', refundCents: 1_000 }]);
});

test('what is dropped before it is wanted never gets a notice', async () => {
  const positionId = randomUUID();
  await world.say('practices', paymentDropped, { ...factOf(positionId), why: 'exempt' });
  await world.say('practices', paymentWanted, world.wanted({ positionId }));
  expect(await world.read(positionId)).toMatchObject({ state: 'cancelled', reason: 'Tassa di concorso', options: [] });
  expect(await world.service.db.manager.findOneByOrFail(Position, { id: positionId })).toMatchObject({ nextTryAt: null });
  const { items } = await world.ask(searchPositions, { search: 'tassa concorso', show: 'ended', limit: 100 }, manager);
  expect(items.map(({ id }) => id)).toContain(positionId);
  const { history } = await world.ask(getPositionRecord, { id: positionId }, manager);
  expect(history.map(({ move, to }) => ({ move, to }))).toEqual([
    { move: 'want', to: 'creating' },
    { move: 'exempt', to: 'cancelled' },
  ]);
});

test('PAY-14: what a school wants is one notice in the name of the account holder, for the child; what changed is withdrawn', async () => {
  const fact = {
    ...{ positionId: randomUUID(), organizationId: piedmont, personId: null, at: new Date(), amountCents: 1_300, dueOn: '2020-09-30' },
    debtor: { code: 'NREFRC80A41L219T', fullName: 'NERI FEDERICA' },
    ...{ beneficiaryName: 'BELLONI ELETTRA', reason: 'Servizi scolastici, documento 120272' },
  };
  await world.say('school', dueWanted, fact, 2);
  const { positionId: id } = fact;
  await eventually(async () => expect(await instalmentOf(id)).toMatchObject({ state: 'open', amountCents: 1_300, dueOn: '2020-09-30' }));
  const position = await world.service.db.manager.findOneByOrFail(Position, { id });
  expect(position).toMatchObject({ beneficiaryName: 'BELLONI ELETTRA', debtor: { kind: 'F', ...fact.debtor } });
  // PAY-49: who is told learns for whom it is.
  const told = (await world.service.published(announced)).find(({ subject }) => (subject as { id?: string }).id === id);
  expect(JSON.stringify(told?.['messages'])).toContain('documento 120272 (BELLONI ELETTRA)');
  await world.say('school', dueDropped, { positionId: id, organizationId: piedmont, why: 'exempt', at: new Date() }, 2);
  await eventually(async () => expect((await instalmentOf(id)).state).toBe('cancelled'));
  const early = randomUUID();
  await world.say('school', dueDropped, { positionId: early, organizationId: piedmont, why: 'exempt', at: new Date() });
  await world.say('school', dueWanted, { ...fact, positionId: early });
  expect(await world.service.db.manager.countBy(Instalment, { positionId: early })).toBe(0);
  expect(await world.service.db.manager.findOneByOrFail(Position, { id: early })).toMatchObject({ nextTryAt: null });
});

test('PAY-14: what a school notes as paid after it was paid here is the same money; what it withdraws is given back', async () => {
  const drop = async (why: 'elsewhere' | 'exempt') => {
    const { positionId, instalment } = await world.open();
    await world.settle(receiptOf(instalment));
    await world.say('school', dueDropped, { positionId, organizationId: piedmont, why, at: new Date() }, 2);
    return positionId;
  };
  const noted = await drop('elsewhere');
  const withdrawn = await drop('exempt');
  await eventually(async () => expect(await anomaliesOf(withdrawn)).toMatchObject([{ kind: 'no_longer_due', refundCents: 1_000 }]));
  expect(await anomaliesOf(noted)).toEqual([]);
});

test('what came too late for its request is to be given back', async () => {
  const { positionId, instalment } = await world.open();
  await world.settle(receiptOf(instalment));
  await world.say('practices', paymentCameLate, factOf(positionId), 2);
  await world.say('practices', paymentDropped, { ...factOf(positionId), why: 'cancelled' });
  expect(await anomaliesOf(positionId)).toMatchObject([{ kind: 'came_too_late', refundCents: 1_000 }]);
});

test('PAY-04, PAY-50: notice and receipt can be had by whoever may see the position, before and after it is paid', async () => {
  const { positionId: id, instalment } = await world.open({ amountCents: 123_456 });
  const instalmentId = instalment.id;
  const stored = (url: string) => openAddress(url.replace('/files/', ''), ['a secret of the tests of at least 32 characters'], new Date());
  const notice = await eventually(() => world.ask(getNoticeAddress, { id }, federica));
  expect(stored(notice.url)).toMatchObject({ name: `avviso-${instalment.noticeNumber}.pdf`, type: 'application/pdf' });
  const file = (key = '') => readFileSync(join(fileURLToPath(world.service.environment['STORAGE_URL'] ?? ''), key)).toString('latin1');
  expect(file(stored(notice.url)?.key)).toMatch(/^%PDF/);
  expect(stored((await world.ask(getNoticeAddress, { id }, manager)).url)?.key).toBe(stored(notice.url)?.key);
  const receiptOfIt = () => world.ask(getPaymentReceiptAddress, { id, instalmentId }, federica);
  expect((await refusal(receiptOfIt())).type).toBe('payment-receipt-missing');
  await world.settle(receiptOf(instalment, { paidAt: null, appliedOn: null }));
  expect(file(stored((await receiptOfIt()).url)?.key)).toMatch(/^%PDF/);
  const first = (await receiptOfIt()).url;
  await world.settle(receiptOf(instalment, { amountCents: 123_457 }));
  expect(stored((await receiptOfIt()).url)?.key).toBe(stored(first)?.key);
  const { receipts } = await world.ask(getPositionRecord, { id }, manager);
  const keys = receipts.map(
    async (receipt) => stored((await world.ask(getPaymentReceiptAddress, { id, instalmentId, receiptId: receipt.id }, manager)).url)?.key,
  );
  expect(new Set(await Promise.all(keys)).size).toBe(2);
  await world.ask(getNoticeAddress, { id }, federica);
  for (const actor of [marco, stranger]) {
    expect((await refusal(world.ask(getNoticeAddress, { id }, actor))).type).toBe('position-not-found');
    expect((await refusal(world.ask(getPaymentReceiptAddress, { id, instalmentId }, actor))).type).toBe('position-not-found');
  }
  const other = await world.open();
  expect((await refusal(world.ask(getPaymentReceiptAddress, { id: other.positionId, instalmentId }, federica))).type).toBe(
    'payment-receipt-missing',
  );
  await world.say('practices', paymentDropped, { ...factOf(other.positionId), why: 'exempt' });
  expect((await refusal(world.ask(getNoticeAddress, { id: other.positionId }, federica))).type).toBe('notice-not-printable');
});

test('PAY-04: a paper that takes longer than somebody waits is printed once, and is there when it is asked for again', async () => {
  const printed = Promise.withResolvers<Buffer>();
  let prints = 0;
  const waitToPrint = () => {
    prints += 1;
    return printed.promise;
  };
  const slow = { print: waitToPrint } as unknown as Printing;
  const { service } = world;
  const papers = new StoredPapers(service.get(Files), slow, service.get(CONFIG));
  const print = { kind: 'payment-certificate' as const, input: { year: 2026, mark: randomUUID() } as never };
  const ask = () => papers.address(print, 'lungo.pdf');
  const asked = await Promise.allSettled([ask(), ask()]);
  expect(asked).toMatchObject(Array(2).fill({ reason: { problem: paperNotReady } }));
  printed.resolve(Buffer.from('%PDF'));
  const found = await eventually(ask);
  expect(found.url).toMatch(/^\/files\//);
  expect(prints).toBe(1);
});

test('PAY-04: a paper for which there is no room among those that wait is asked for again, as one that is still being printed', async () => {
  const full = new Printer({ waiting: 0 }) as unknown as Printing;
  const papers = new StoredPapers(world.service.get(Files), full, world.service.get(CONFIG));
  const print = { kind: 'payment-certificate' as const, input: { year: 2026, mark: randomUUID() } as never };
  await expect(papers.address(print, 'pieno.pdf')).rejects.toMatchObject({ problem: paperNotReady });
});

test('PAY-40: whoever leaves for the payment page is told to practices, and so is what came of it', async () => {
  const { positionId, instalment } = await world.open();
  const left = new Date();
  const change = (work: (tx: EntityManager) => Promise<void>) => world.service.db.transaction(work);
  await change((tx) => startAttempt(tx, instalment.id, left));
  expect(await world.read(positionId)).toMatchObject({
    state: 'to_pay',
    options: [{ instalments: [{ isUnderWay: true, isPayable: true }] }],
  });
  await change((tx) => endAttempt(tx, instalment.id, new Date(left.getTime() - 1), 'abandoned', new Date()));
  expect(await world.published(positionFailed, positionId)).toEqual([]);
  await change((tx) => endAttempt(tx, instalment.id, left, 'abandoned', new Date()));
  expect(await world.published(positionStarted, positionId)).toMatchObject([{ version: 2 }]);
  expect(await world.published(positionFailed, positionId)).toMatchObject([{ version: 3, why: 'abandoned' }]);
  await change((tx) => startAttempt(tx, instalment.id, left));
  await world.settle(receiptOf(instalment));
  await change((tx) => endAttempt(tx, instalment.id, left, 'abandoned', new Date()));
  expect(await world.published(positionFailed, positionId)).toHaveLength(1);
});
