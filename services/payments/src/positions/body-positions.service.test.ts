import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accessNoted } from '@sportello/contracts/identity/accesses';
import { rightsChanged } from '@sportello/contracts/identity/officers';
import { announced } from '@sportello/contracts/notifications/announcements';
import { getRefusedReceipt, listAnomalies, listRefusedReceipts, resolveAnomaly } from '@sportello/contracts/payments/anomalies';
import {
  cancelPosition,
  collectPosition,
  getPositionRecord,
  registerPayment,
  renewNotice,
  searchPositions,
} from '@sportello/contracts/payments/body-positions';
import { importDues, putDue } from '@sportello/contracts/payments/dues';
import { getPaymentExportAddress, listPaymentExports, requestPaymentExport } from '@sportello/contracts/payments/exports';
import { getCertificateAddress, listCertificates } from '@sportello/contracts/payments/papers';
import { listOwnPositions, positionEnded } from '@sportello/contracts/payments/positions';
import { getBodyReceiptAddress, listBodyReceipts } from '@sportello/contracts/payments/receipts';
import { paymentDropped } from '@sportello/contracts/practices/events';
import { openAddress } from '@sportello/documents/signed-address';
import { longWork } from '@sportello/messaging/long-work';
import { administrator, bianchi, federica, giulia, manager, onServices, piedmont, stranger } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import fc from 'fast-check';
import type { EntityManager } from 'typeorm';
import { factOf, receiptOf, refusal, registered, World } from '../../test/world.js';
import { PaymentExport } from '../exports/payment-export.entity.js';
import { PaymentExportJobs } from '../exports/payment-export-jobs.js';
import { RefusedReceipt } from '../node/refused-receipt.entity.js';
import { Anomaly } from '../settlement/anomaly.entity.js';
import { Receipt } from '../settlement/receipt.entity.js';
import { settle } from '../settlement/settle.js';
import { Instalment } from './instalment.entity.js';
import { Reminders } from './reminders.js';
import { searched } from './searching.js';
import { keepAllWords } from './words.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
  await world.creditor();
});
afterAll(() => world?.stop());

const db = () => world.service.db.manager;
const secret = 'a secret of the tests of at least 32 characters';
const found = async (asked: object, actor = manager) =>
  (await world.ask(searchPositions, { limit: 100, ...asked }, actor)).items.map(({ id }) => id);
const longTransaction = (work: (tx: EntityManager) => Promise<void>) =>
  db().transaction(async (tx) => {
    await longWork(tx, 300_000);
    await work(tx);
  });
const ofAnotherBody = { ...manager, organizationId: stranger.organizationId };

test('PAY-11: staff finds a position by its numbers, by who owes it and by what for, in whatever way a number is written', async () => {
  const { positionId, instalment } = await world.open({ reason: 'Diritti di segreteria per l’accesso agli atti' });
  const number = String(instalment.noticeNumber);
  for (const search of [
    number,
    number.replace(/(\d{4})/g, '$1 ').trim(),
    String(instalment.iuv),
    'neri federica',
    'NREFRC80A41L219T',
    'segreteria atti',
  ])
    expect({ search, found: await found({ search }) }).toEqual({ search, found: expect.arrayContaining([positionId]) });
  for (const search of ['301000000000004992', 'rossi', '!']) expect(await found({ search })).toEqual([]);
  const [row] = (await world.ask(searchPositions, { search: number }, manager)).items;
  expect(row).toMatchObject({ debtorName: 'FEDERICA NERI', debtorCode: 'NREFRC80A41L219T', noticeNumbers: [number], state: 'to_pay' });
});

test('PAY-11: what was indexed in another way is found by its words without accents once it is indexed again', async () => {
  const { positionId: id } = await world.open({ reason: 'Attività di Forlì' });
  await db().query("update positions set words = to_tsvector('simple', reason) where id = $1", [id]);
  expect(await found({ search: 'attivita forli' })).toEqual([]);
  await keepAllWords(db());
  expect(await found({ search: 'attivita forli' })).toEqual([id]);
});

test('PAY-40: the few of a body that are in a state are found without reading all of it', async () => {
  const organizationId = randomUUID();
  const rollBack = new Error('nothing of it is kept');
  const work = longTransaction(async (tx) => {
    await tx.query(
      `insert into positions (id, organization_id, reason, opened_at, settled_at, version)
       select gen_random_uuid(), $1, 'TARI', now() - n * interval '1 minute', case when n % 2000 > 0 then now() end, 1 from generate_series(1, 20000) n`,
      [organizationId],
    );
    await tx.query(
      `insert into instalments (id, organization_id, position_id, option_id, number, amount_cents, surcharges, is_binding, state)
       select gen_random_uuid(), organization_id, id, id, 1, 100, '[]', false, case when settled_at is null then 'to_collection' else 'paid' end
       from positions where organization_id = $1`,
      [organizationId],
    );
    await tx.query('analyze positions');
    await tx.query('analyze instalments');
    const indexOf = async (show: 'to_collection' | 'overdue') => {
      const query = searched(tx, { organizationId }, { show }, new Date());
      const [sql, values] = query?.orderBy('position.openedAt', 'DESC').limit(50).getQueryAndParameters() ?? ['', []];
      return JSON.stringify(await tx.query(`explain ${sql}`, values));
    };
    expect(await indexOf('to_collection')).toContain('instalments_body_state');
    expect(await indexOf('overdue')).toMatch(/instalments_body_state|positions_body_unsettled/);
    throw rollBack;
  });
  await expect(work).rejects.toBe(rollBack);
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
    debtorCode: 'NREFRC80A41L219T',
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

const federicasCode = 'NREFRC80A41L219T';
const dueOf = (changes: object = {}) => ({
  source: 'Tributi',
  number: randomUUID(),
  debtor: { kind: 'F' as const, code: federicasCode, fullName: 'Federica Neri', mail: null },
  reason: 'TARI 2026',
  options: [{ kind: 'single' as const, instalments: [{ amountCents: 14_800, dueOn: '2999-12-31' }] }],
  ...changes,
});
const stateOf = async (id: string, actor = manager) => (await world.ask(getPositionRecord, { id }, actor)).state;

test('PAY-11, INT-22: what another system tells has a notice, and told again it is the same', async () => {
  const id = randomUUID();
  const share = { companyName: 'Città metropolitana', iban: 'IT60X0542811101000000123456', category: '9/0201102IM/' };
  const shares = [
    {
      fiscalCode: '77777777771',
      companyName: 'Regione Piemonte',
      iban: 'IT41P0200801600000104455667',
      amountCents: 14_000,
      category: '9/0101101IM/',
    },
    { ...share, fiscalCode: '77777777779', amountCents: 800 },
  ];
  const plan = [1, 2, 3].map((month) => ({ amountCents: 5_000, dueOn: `2999-0${month}-28`, isBinding: month === 3 }));
  const due = dueOf({
    options: [
      { kind: 'single' as const, instalments: [{ amountCents: 14_800, dueOn: null, shares }] },
      { kind: 'plan' as const, instalments: plan },
    ],
  });
  await Promise.all([1, 2].map(() => world.ask(putDue, { id, ...due }, administrator)));
  await eventually(async () => expect(await stateOf(id)).toBe('to_pay'));
  const { options, transfers, debtorCode } = await world.ask(getPositionRecord, { id }, manager);
  expect({ debtorCode, options }).toMatchObject({
    debtorCode: federicasCode,
    options: [
      { kind: 'single', instalments: [{ amountCents: 14_800, noticeNumber: expect.stringMatching(/^\d{18}$/) }] },
      { kind: 'plan', instalments: [{ number: 1 }, { number: 2 }, { number: 3, isBinding: true }] },
    ],
  });
  const single = transfers.filter(({ instalmentId }) => instalmentId === options[0]?.instalments[0]?.id);
  expect(single).toMatchObject([
    { place: 1, amountCents: 14_000, fiscalCode: '77777777771', reason: expect.stringMatching(/^\/RFB\/\d{17}\/140\.00\/TXT\/TARI 2026$/) },
    { place: 2, amountCents: 800, fiscalCode: '77777777779', category: '9/0201102IM/' },
  ]);
  expect((await refusal(world.ask(putDue, { id, ...due, reason: 'TARI 2027' }, manager))).type).toBe('due-known');
  expect((await refusal(world.ask(putDue, { id: randomUUID(), ...due }, manager))).type).toBe('due-known');
  expect((await refusal(world.ask(putDue, { id, ...dueOf() }, ofAnotherBody))).type).toBe('id-reused');
  expect((await refusal(world.ask(putDue, { id: randomUUID(), ...due }, bianchi))).type).toBe('forbidden');
  // Her data is hers to watch over: what staff read of it is noted, once in a while.
  const noted = (await world.service.published(accessNoted)).filter(({ about }) => (about as { id?: string } | null)?.id === id);
  expect(noted).toMatchObject([{ subjectId: federica.personId, action: 'position-read', organizationId: piedmont }]);
  // Who is registered finds it among her own.
  expect((await world.ask(listOwnPositions, { limit: 100 }, federica)).items.map((row) => row.id)).toContain(id);
});

test('PAY-11: what is added from certain days on is told with the debt, shown with it, and paid from then on', async () => {
  const id = randomUUID();
  const surcharges = [
    { from: '2998-01-01', cents: 500 },
    { from: '2999-01-01', cents: 700 },
  ];
  const due = dueOf({ options: [{ kind: 'single' as const, instalments: [{ amountCents: 10_000, dueOn: null, surcharges }] }] });
  await world.ask(putDue, { id, ...due }, manager);
  await world.ask(putDue, { id, ...due }, manager);
  await eventually(async () => expect(await stateOf(id)).toBe('to_pay'));
  const { options } = await world.read(id, federica);
  expect(options[0]?.instalments).toMatchObject([{ amountCents: 10_000, surcharges }]);
  const instalment = await db().findOneByOrFail(Instalment, { positionId: id });
  expect(['2997-12-31', '2998-01-02', '2999-01-02'].map((day) => instalment.amountAt(new Date(`${day}T12:00:00Z`)))).toEqual([
    10_000, 10_500, 11_200,
  ]);
  // What was due on the day of its payment pays it, and what no longer was is found to differ.
  const payOn = async (of: Instalment, day: string, amountCents: number) => {
    const at = new Date(`${day}T12:00:00Z`);
    expect(await world.settle(receiptOf(of, { amountCents, paidAt: at.toISOString() }), undefined, at)).toBe('paid');
    expect(await db().findOneByOrFail(Instalment, { id: of.id })).toMatchObject({ state: 'paid', paidCents: amountCents, settledAt: at });
    return (await db().findBy(Anomaly, { instalmentId: of.id })).map(({ kind }) => kind);
  };
  expect(await payOn(instalment, '2998-01-02', 10_500)).toEqual([]);
  const late = randomUUID();
  await world.ask(putDue, { id: late, ...dueOf({ options: due.options }) }, manager);
  await eventually(async () => expect(await stateOf(late)).toBe('to_pay'));
  expect(await payOn(await db().findOneByOrFail(Instalment, { positionId: late }), '2999-01-02', 10_500)).toEqual(['amount_never_quoted']);
  // What has begun is in the amount, and in the share with which it goes; of what is paid it is what it was then.
  const sharesOf = async (of: string) =>
    (await world.ask(getPositionRecord, { id: of }, manager)).transfers.map((share) => share.amountCents);
  expect([await sharesOf(id), await sharesOf(late)]).toEqual([[10_500], [11_200]]);
  const begun = randomUUID();
  await world.ask(putDue, { id: begun, ...dueOf({ options: due.options }) }, manager);
  await eventually(async () => expect(await stateOf(begun)).toBe('to_pay'));
  await db().update(Instalment, { positionId: begun }, { surcharges: [{ from: '2020-01-01', cents: 500 }] });
  expect(await sharesOf(begun)).toEqual([10_500]);
  const wrong = [{ from: '2020-01-01', cents: 1 }, ...surcharges.toReversed()];
  const options2 = [{ kind: 'single' as const, instalments: [{ amountCents: 99_999_999_999, dueOn: null, surcharges: wrong }] }];
  const { errors } = await refusal(world.ask(putDue, { id: randomUUID(), ...dueOf({ options: options2 }) }, manager));
  expect((errors as { pointer: string }[]).map(({ pointer }) => pointer.replace('/options/0/instalments/0/', ''))).toEqual([
    'surcharges/0/from',
    'surcharges/2/from',
    'surcharges',
  ]);
});

test('PAY-11: each mistake of what is told stands at its field, and nothing of it is kept', async () => {
  const shares = [
    { fiscalCode: '77777777771', companyName: 'Regione', iban: 'IT60X0542811101000000123457', amountCents: 1, category: '9/0000000AP/' },
  ];
  const wrong = dueOf({
    debtor: { kind: 'F', code: 'NREFRC80A41L219A', fullName: 'Federica Neri', mail: null },
    category: '9/0000000AP/',
    options: [
      {
        kind: 'single',
        instalments: [
          { amountCents: 100, dueOn: '2020-01-01', shares },
          { amountCents: 1, dueOn: null, isBinding: true },
        ],
      },
      { kind: 'single', instalments: [{ amountCents: 100, dueOn: null }] },
    ],
  });
  const { type, errors } = await refusal(world.ask(putDue, { id: randomUUID(), ...wrong }, manager));
  expect(type).toBe('invalid-input');
  expect((errors as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual([
    '/debtor/code',
    '/category',
    '/options/0/instalments',
    '/options/0/instalments/0/dueOn',
    '/options/0/instalments/0/shares/0/iban',
    '/options/0/instalments/0/shares/0/category',
    '/options/0/instalments/0/shares',
    '/options/0/instalments/1/dueOn',
    '/options/1/kind',
  ]);
  expect(await found({ search: 'NREFRC80A41L219A' })).toEqual([]);
});

test('PAY-11: who registers after her dues were told finds them by her fiscal code, and nobody else does', async () => {
  const id = randomUUID();
  // She has an account, and typed that code herself.
  registered.set(String(giulia.personId), 'herself');
  const debtor = { kind: 'F', code: 'CNTGLI90A41L219K', fullName: 'Giulia Conti', mail: null };
  await world.ask(putDue, { id, ...dueOf({ debtor }) }, manager);
  await eventually(async () => expect(await stateOf(id)).toBe('to_pay'));
  expect((await refusal(world.read(id, giulia))).type).toBe('position-not-found');
  expect((await world.ask(listOwnPositions, {}, federica)).items.map((row) => row.id)).not.toContain(id);
  // A fiscal code that somebody typed says nothing: a digital identity does.
  expect((await world.ask(listOwnPositions, {}, { ...giulia, method: 'password', level: 1 })).items).toEqual([]);
  expect((await world.ask(listOwnPositions, {}, giulia)).items.map((row) => row.id)).toEqual([id]);
  expect(await world.read(id, giulia)).toMatchObject({ reason: 'TARI 2026', state: 'to_pay' });
  registered.set(String(giulia.personId), 'digital-identity');
  const later = randomUUID();
  await world.ask(putDue, { id: later, ...dueOf({ debtor }) }, manager);
  await eventually(async () => expect(await world.read(later, giulia)).toMatchObject({ state: 'to_pay' }));
  registered.delete(String(giulia.personId));
});

test('INT-22, S7: a file is looked at before it is taken, and each row is told what becomes of it', async () => {
  const mark = randomUUID().slice(0, 8);
  const head = '\uFEFFsource;number;debtorCode;debtorName;reason;amount;dueOn;instalment;isBinding';
  const row = (number: string, ...rest: string[]) => [`Tributi;${mark}-${number}`, ...rest].join(';');
  const lines = [
    row('1', federicasCode, 'Federica Neri', 'TARI', '1.234,56', '31/12/2999'),
    row('2', federicasCode, 'Federica Neri', 'TARI', '100', '2999-01-31', '1'),
    row('2', federicasCode, 'Federica Neri', 'TARI', '100,50', '2999-02-28', '2', 'sì'),
    row('3', 'NREFRC80A41L219A', 'Federica Neri', 'TARI', '10,00', ''),
    row('4', federicasCode, 'Federica Neri', 'TARI', '10,005', ''),
    row('5', federicasCode, 'Federica Neri', 'TARI', '10,00', '', '1'),
    row('5', federicasCode, 'Federica Neri', 'TARI', '10,00', '', '3'),
    row('6', federicasCode, 'Federica Neri', 'TARI', '10', '', '1'),
    row('6', federicasCode, 'Un altro', 'TARI', '10', '', '2'),
    row('7', federicasCode, 'Federica Neri', 'TARI; seconda', '10', '31/12/2999', '', 'no'),
    row('8', federicasCode, 'Federica Neri', 'TARI', '14'),
  ];
  const csv = [head, ...lines].join('\r\n');
  const trial = await world.ask(importDues, { csv, isTrial: true }, manager);
  expect(trial).toMatchObject({ isTrial: true, added: 3, known: 0, refused: 8 });
  expect(await db().query('select 1 from told_dues where number like $1', [`${mark}%`])).toEqual([]);
  expect(trial.rows.map(({ line, result }) => `${line} ${result}`)).toEqual(
    ['added', 'added', 'added', 'refused', 'refused', 'refused', 'refused', 'refused', 'refused', 'refused', 'refused'].map(
      (result, at) => `${at + 2} ${result}`,
    ),
  );
  expect(trial.rows.slice(3).map(({ reason }) => reason)).toEqual([
    'Il codice fiscale non è valido',
    'Valore mancante o non valido: amount',
    'Le rate non vanno da 1 in poi senza salti',
    'Le rate non vanno da 1 in poi senza salti',
    'Un’altra riga della stessa posizione è sbagliata',
    'Debitore, causale o codice tassonomico diversi dalle altre righe della stessa posizione',
    expect.stringContaining('più colonne'),
    expect.stringContaining('meno colonne'),
  ]);
  expect(await world.ask(importDues, { csv }, manager)).toMatchObject({ isTrial: false, added: 3, known: 0, refused: 8 });
  expect(await world.ask(importDues, { csv }, manager)).toMatchObject({ added: 0, known: 3, refused: 8 });
  // Blanks that nobody sees make no other position.
  const spaced = [
    head,
    `${row('1', federicasCode, 'Federica Neri', 'TARI', '1.234,56', '31/12/2999', '', '')}`.replace('Tributi;', ' Tributi ;'),
  ].join('\n');
  expect(await world.ask(importDues, { csv: spaced }, manager)).toMatchObject({ added: 0, known: 1, refused: 0 });
  const changed = csv.replace('1.234,56', '1.234,57');
  expect((await world.ask(importDues, { csv: changed }, manager)).rows[0]).toMatchObject({
    result: 'refused',
    reason: expect.stringContaining('altri dati'),
  });
  const told: { amount_cents: string }[] = await db().query(
    'select i.amount_cents from told_dues d join instalments i using (position_id) where d.number like $1 order by d.number, i.number',
    [`${mark}%`],
  );
  expect(told.map(({ amount_cents }) => amount_cents)).toEqual(['123456', '10000', '10050']);
  expect((await refusal(world.ask(importDues, { csv }, federica))).type).toBe('forbidden');
});

const told = async (id: string, topic: string) =>
  (await world.service.published(announced)).filter((it) => (it['subject'] as { id: string }).id === id && it['topic'] === topic);
/** A due of Federica's, until its notice is there. */
async function due(options: object = {}): Promise<{ id: string; instalments: Instalment[] }> {
  const id = randomUUID();
  await world.ask(putDue, { id, ...dueOf(options) }, manager);
  await eventually(async () => expect(await stateOf(id)).toBe('to_pay'));
  return { id, instalments: await db().find(Instalment, { where: { positionId: id }, order: { number: 'ASC', id: 'ASC' } }) };
}
const only = async (options: object = {}) => {
  const { id, instalments } = await due(options);
  return { id, instalment: instalments[0] as Instalment };
};
const anomalies = (positionId: string) => db().findBy(Anomaly, { positionId });
const version = async (id: string) => (await world.ask(getPositionRecord, { id }, manager)).version;

test('PAY-52: who owes something is told once that there is a notice', async () => {
  const { id } = await due();
  expect(await told(id, 'payments.opened')).toMatchObject([{ messages: [{ title: { it: 'Nuovo avviso di pagamento: TARI 2026' } }] }]);
  const { positionId } = await world.open();
  expect(await told(positionId, 'payments.opened')).toEqual([]);
});

test('PAY-42: a new notice takes the place of an old one, which can no longer be paid; what is paid on the old one pays the debt', async () => {
  const { id, instalment } = await only();
  const asked = { id, instalmentId: instalment.id, replacementId: randomUUID(), dueOn: '2999-06-30', isBinding: true, reason: 'Smarrito' };
  expect((await refusal(world.ask(renewNotice, { ...asked, version: 7 }, manager))).type).toBe('changed-meanwhile');
  expect((await refusal(world.ask(renewNotice, { ...asked, version: 1, dueOn: '2020-01-01' }, manager))).type).toBe('invalid-input');
  for (const actor of [ofAnotherBody, bianchi])
    expect((await refusal(world.ask(renewNotice, { ...asked, version: 1 }, actor))).type).toBe('position-not-found');
  for (let i = 0; i < 2; i++) await world.ask(renewNotice, { ...asked, version: 1 }, manager);
  await eventually(async () => expect(await stateOf(id)).toBe('to_pay'));
  const record = await world.ask(getPositionRecord, { id }, manager);
  const [old, renewed] = ['cancelled', 'open'].map((state) => record.options[0]?.instalments.find((it) => it.state === state));
  expect({ old, renewed }).toMatchObject({
    old: { id: instalment.id, replacedById: asked.replacementId, isPayable: false },
    renewed: {
      id: asked.replacementId,
      dueOn: '2999-06-30',
      isBinding: true,
      noticeNumber: expect.not.stringMatching(instalment.noticeNumber ?? ''),
    },
  });
  expect(record.history.map(({ move, reason }) => ({ move, reason }))).toContainEqual({ move: 'renew', reason: 'Smarrito' });
  expect(await told(id, 'payments.renewed')).toHaveLength(1);
  expect(await told(id, 'payments.opened')).toHaveLength(1);
  for (const number of [renewed?.noticeNumber, instalment.noticeNumber]) expect(await found({ search: String(number) })).toEqual([id]);
  expect(await world.settle(receiptOf(instalment))).toBe('paid');
  expect(await stateOf(id)).toBe('paid');
  expect((await anomalies(id)).map(({ kind, refundCents }) => ({ kind, refundCents }))).toEqual([
    { kind: 'paid_after_end', refundCents: null },
  ]);
});

test('PAY-42: of notices that replaced each other the debt is paid once, in whatever order they are paid, and all else is to be given back', async () => {
  const plan = [1, 2].map(() => ({ amountCents: 7_400, dueOn: null }));
  const { id: positionId, instalments } = await due({ options: [{ kind: 'plan', instalments: plan }] });
  const [first, other] = instalments as [Instalment, Instalment];
  const rollBack = new Error('nothing of it is kept');
  const anyOrder = fc.integer({ min: 1, max: 5 }).chain((length) => {
    const place = fc.integer({ min: 0, max: length - 1 });
    return fc.record({ length: fc.constant(length), paid: fc.array(place, { minLength: 1, maxLength: 6 }) });
  });
  const payIn = (length: number, paid: readonly number[]) =>
    db().transaction(async (tx) => {
      const chain = Array.from({ length }, (_, at) =>
        tx.create(Instalment, { ...first, ...(at > 0 && { id: randomUUID(), noticeNumber: `30199999999999${1000 + at}` }) }),
      );
      for (const [at, notice] of chain.entries())
        if (at < length - 1) Object.assign(notice, { state: 'cancelled', replacedById: chain[at + 1]?.id });
      await tx.save(chain);
      for (const at of paid)
        await settle(tx, { organizationId: piedmont }, receiptOf(chain[at] as Instalment), Buffer.from('<receipt/>'), new Date());
      const after = (await tx.findBy(Instalment, { positionId })).filter(({ id }) => id !== other.id);
      const refunds = (await tx.findBy(Anomaly, { positionId })).flatMap(({ refundCents }) => refundCents ?? []);
      expect(after.filter(({ state }) => state === 'paid').map(({ id, paidCents }) => ({ id, paidCents }))).toEqual([
        { id: chain[paid[0] ?? 0]?.id, paidCents: 7_400 },
      ]);
      expect(after.filter(({ state }) => !['paid', 'cancelled', 'excluded'].includes(state))).toEqual([]);
      expect(refunds).toEqual(paid.slice(1).map(() => 7_400));
      expect(await tx.findOneByOrFail(Instalment, { id: other.id })).toMatchObject({ state: 'open' });
      throw rollBack;
    });
  await fc.assert(
    fc.asyncProperty(anyOrder, ({ length, paid }) => expect(payIn(length, paid)).rejects.toBe(rollBack)),
    { numRuns: 20 },
  );
});

/** What those who wanted it are told of its end. */
const endOf = async (id: string) => (await world.service.published(positionEnded)).filter(({ positionId }) => positionId === id);

test('a position is withdrawn once, with its reason; what is paid all the same is to be given back', async () => {
  const { id, instalment } = await only();
  const asked = { id, version: 1, reason: 'In autotutela' };
  expect((await refusal(world.ask(cancelPosition, { ...asked, reason: ' ' }, manager))).type).toBe('invalid-input');
  for (const actor of [administrator, federica]) expect((await refusal(world.ask(cancelPosition, asked, actor))).type).toBe('forbidden');
  for (let i = 0; i < 2; i++) expect(await world.ask(cancelPosition, asked, manager)).toEqual({ id, state: 'cancelled' });
  expect((await refusal(world.ask(collectPosition, { ...asked, version: 2 }, manager))).type).toBe('position-move-not-allowed');
  expect(await told(id, 'payments.ended')).toHaveLength(1);
  expect(await endOf(id)).toMatchObject([{ version: 2, why: 'cancelled', paidCents: 0 }]);
  const own = await world.ask(listOwnPositions, { show: 'to_pay', limit: 100 }, federica);
  expect(own.items.map((row) => row.id)).not.toContain(id);
  expect(await found({ show: 'ended' })).toContain(id);
  expect(await world.settle(receiptOf(instalment))).toBe('paid');
  expect(await anomalies(id)).toMatchObject([{ kind: 'paid_after_end', refundCents: 14_800 }]);
});

test('PAY-20: what passed to forced collection stays in sight and cannot be paid; what is paid all the same is told to staff', async () => {
  const { id, instalment } = await only();
  expect(await world.ask(collectPosition, { id, version: 1, reason: 'Ruolo 2026' }, manager)).toEqual({ id, state: 'to_collection' });
  expect(await endOf(id)).toMatchObject([{ why: 'collection', paidCents: 0 }]);
  expect(await world.read(id)).toMatchObject({ state: 'to_collection', options: [{ instalments: [{ isPayable: false }] }] });
  expect(await found({ show: 'to_collection' })).toContain(id);
  expect(await world.settle(receiptOf(instalment))).toBe('paid');
  expect(await anomalies(id)).toMatchObject([{ kind: 'paid_after_end', refundCents: null }]);
});

test('PAY-10: what was paid outside of the system is registered once, and its other ways to pay are given up', async () => {
  const plan = [1, 2].map(() => ({ amountCents: 7_400, dueOn: null }));
  const options = [
    { kind: 'single', instalments: [{ amountCents: 14_800, dueOn: null }] },
    { kind: 'plan', instalments: plan },
  ];
  const { id } = await due({ options });
  await world.ask(registerPayment, { id, version: 1, reason: 'In contanti allo sportello' }, manager);
  expect(await endOf(id)).toMatchObject([{ why: 'elsewhere', paidCents: 14_800 }]);
  const record = await world.ask(getPositionRecord, { id }, manager);
  expect(record).toMatchObject({ state: 'paid', amountCents: 0, moves: [], renewable: [] });
  expect(record.options.flatMap(({ instalments }) => instalments.map(({ state }) => state)).toSorted()).toEqual(
    expect.arrayContaining(['excluded', 'paid_elsewhere']),
  );
  // What a practice waits for is dealt with there.
  const { positionId } = await world.open();
  const asked = { id: positionId, version: await version(positionId), reason: 'x' };
  for (const move of [cancelPosition, collectPosition, registerPayment])
    expect((await refusal(world.ask(move, asked, manager))).type).toBe('position-move-not-allowed');
});

test('PAY-44: who owes something is reminded once before the due date, in the morning, and not after paying', async () => {
  const [waits, paid] = [await only(), await only()];
  const reminders = world.service.get(Reminders);
  const day = '2999-12-24';
  expect(waits.instalment.remindOn).toBe(day);
  await world.settle(receiptOf(paid.instalment));
  await reminders.run(waits.instalment.id, new Date(`${day}T07:59:00Z`));
  expect(await told(waits.id, 'payments.due')).toEqual([]);
  // Whoever has just left to pay is reminded when nothing came of it.
  await db().update(Instalment, { id: waits.instalment.id }, { startedAt: new Date(`${day}T07:45:00Z`) });
  await reminders.run(waits.instalment.id, new Date(`${day}T08:00:00Z`));
  expect(await told(waits.id, 'payments.due')).toEqual([]);
  for (const { instalment } of [waits, paid, waits]) await reminders.run(instalment.id, new Date(`${day}T08:20:00Z`));
  expect(await told(waits.id, 'payments.due')).toMatchObject([
    { messages: [{ title: { it: 'Da pagare entro il 31/12/2999: TARI 2026' } }] },
  ]);
  expect(await told(paid.id, 'payments.due')).toEqual([]);
});

test('PAY-55: what somebody paid herself in a year is certified, with the reasons, and nothing that is to be given back', async () => {
  const asCitizen = giulia;
  const code = 'CNTGLI90A41L219K';
  const payer = { kind: 'F', code, fullName: 'Giulia Conti' };
  const pay = async (changes: object) => {
    const { id, instalment } = await only({ reason: 'Mensa', beneficiaryName: 'Luca Conti' });
    await world.settle(receiptOf(instalment, { payer, amountCents: 14_800, ...changes }));
    return { id, instalment };
  };
  await pay({ paidAt: '2025-12-31T22:59:59.000Z' });
  await pay({ paidAt: '2025-12-31T23:00:00.000Z' });
  const twice = await pay({ paidAt: '2026-03-01T10:00:00.000Z' });
  await world.settle(receiptOf(twice.instalment, { payer, amountCents: 14_800, paidAt: '2026-03-01T11:00:00.000Z' }));
  const { items } = await world.ask(listCertificates, {}, asCitizen);
  expect(items.map(({ year, payments, totalCents }) => ({ year, payments, totalCents }))).toEqual([
    { year: 2026, payments: 2, totalCents: 29_600 },
    { year: 2025, payments: 1, totalCents: 14_800 },
  ]);
  const { url } = await eventually(() => world.ask(getCertificateAddress, { organizationId: piedmont, year: 2026 }, asCitizen));
  expect(url).toMatch(/^\/files\//);
  const none = world.ask(getCertificateAddress, { organizationId: piedmont, year: 2023 }, asCitizen);
  expect((await refusal(none)).type).toBe('certificate-not-found');
  expect(decodeURIComponent(JSON.stringify(openAddress(url.replace('/files/', ''), [secret], new Date())))).toMatch(
    /pagamenti-2026-regione-piemonte\.pdf/,
  );
  expect(await world.ask(listCertificates, {}, federica)).toEqual({ items: [], needs: 'citizen-profile' });
  // What went to another body is not this one's to certify.
  const share = { reason: 'x', category: '9/0301126TS/', stamp: null };
  const transfers = [
    { place: 1, amountCents: 14_000, fiscalCode: '77777777771', ...share },
    { place: 2, amountCents: 800, fiscalCode: '77777777779', ...share },
  ];
  await pay({ paidAt: '2024-05-01T10:00:00.000Z', transfers });
  expect((await world.ask(listCertificates, {}, asCitizen)).items).toContainEqual(
    expect.objectContaining({ year: 2024, payments: 1, totalCents: 14_000 }),
  );
  // Nothing is certified in part.
  await db().query(
    `insert into receipts select gen_random_uuid(), organization_id, id_pa, 'copy-' || n, instalment_id, notice_number, amount_cents, arrived_at, content, raw
     from receipts, generate_series(1, 1000) n where content ->> 'paidAt' = '2024-05-01T10:00:00.000Z'`,
  );
  const whole = world.ask(getCertificateAddress, { organizationId: piedmont, year: 2024 }, asCitizen);
  expect((await refusal(whole)).type).toBe('certificate-too-long');
  // A fiscal code that somebody typed says nothing: a digital identity does.
  const typed = { ...giulia, method: 'password' as const, level: 1 };
  expect(await world.ask(listCertificates, {}, typed)).toEqual({ items: [], needs: 'digital-identity' });
  const hers = world.ask(getCertificateAddress, { organizationId: piedmont, year: 2026 }, typed);
  expect((await refusal(hers)).type).toBe('certificate-not-found');
});

test('BKO-20, BKO-21: positions and receipts are taken away as tables by their filters, each by who asked, and removed after a week', async () => {
  const mark = `Mensa ${randomUUID().slice(0, 8)}`;
  const plan = [1, 2].map(() => ({ amountCents: 123_456, dueOn: '2999-12-31' }));
  const { id: positionId, instalments } = await due({ reason: mark, options: [{ kind: 'plan', instalments: plan }] });
  await world.settle(receiptOf(instalments[0] as Instalment));
  const made = async (what: 'positions' | 'receipts') => {
    const asked = { id: randomUUID(), what, format: 'csv' as const, filters: { search: mark } };
    for (let i = 0; i < 2; i++) await world.ask(requestPaymentExport, asked, manager);
    await eventually(async () => {
      const { items } = await world.ask(listPaymentExports, {}, manager);
      expect(items.find(({ id }) => id === asked.id)?.state).toBe('ready');
    });
    const { key } = await db().findOneByOrFail(PaymentExport, { id: asked.id });
    const path = join(fileURLToPath(world.service.environment['STORAGE_URL'] ?? ''), key ?? '');
    return { id: asked.id, path, lines: readFileSync(path, 'utf8').trim().split(/\r?\n/) };
  };
  const positions = await made('positions');
  expect(positions.lines).toHaveLength(3);
  expect(positions.lines[1]).toMatch(/1234,56/);
  expect(positions.lines.filter((line) => line.includes(String(instalments[1]?.noticeNumber)))).toHaveLength(1);
  const asked = { id: positionId, instalmentId: instalments[1]?.id ?? '', replacementId: randomUUID(), dueOn: null, isBinding: false };
  await world.ask(renewNotice, { ...asked, version: await version(positionId), reason: 'Smarrito' }, manager);
  await eventually(async () => expect(await stateOf(positionId)).toBe('partly_paid'));
  const renewed = await made('positions');
  const [heads = [], ...rows] = renewed.lines.map((line) => line.split(';'));
  const column = (name: string) => rows.map((row) => row[heads.findIndex((head) => head.includes(name))]);
  expect([column('Stato della rata'), column('Importo')].map((cells) => cells.toSorted())).toEqual([
    ['Annullato', 'Da pagare', 'Pagato'],
    ['', '1234,56', '1234,56'],
  ]);
  const receipts = await made('receipts');
  expect(receipts.lines).toHaveLength(2);
  expect(receipts.lines[1]).toContain('Banca di prova');
  expect((await world.ask(getPaymentExportAddress, { id: receipts.id }, manager)).url).toMatch(/^\/files\//);
  for (const actor of [administrator, ofAnotherBody])
    expect((await refusal(world.ask(getPaymentExportAddress, { id: receipts.id }, actor))).type).toBe('payment-export-not-found');
  const { expiresAt } = await db().findOneByOrFail(PaymentExport, { id: receipts.id });
  await world.service.get(PaymentExportJobs).run(receipts.id, expiresAt);
  expect(existsSync(receipts.path)).toBe(false);
  expect(await db().existsBy(PaymentExport, { id: receipts.id })).toBe(false);
  expect(await stateOf(positionId)).toBe('partly_paid');
});

test('PAY-50, BKO-21: a receipt that belongs to no position is found in the register, printed, and taken away with the others', async () => {
  const { instalment, positionId } = await world.open();
  const own = receiptOf(instalment);
  await world.settle(own);
  const unknown = receiptOf(Object.assign(new Instalment(), { ...instalment, noticeNumber: '301000000000004891' }), {
    pspName: 'Banca ignota',
  });
  expect(await world.settle(unknown)).toBe('unknown');
  const shared = receiptOf(Object.assign(new Instalment(), { ...instalment, noticeNumber: '302000000000004891' }), {
    ...{ fiscalCode: '77777777779', companyName: 'Comune di Altrove', amountCents: 1_000, description: 'TARI di Altrove' },
    transfers: [
      { place: 1, amountCents: 900, fiscalCode: '77777777779', reason: 'x', category: '9/0101101IM/', stamp: null },
      { place: 2, amountCents: 100, fiscalCode: '77777777771', reason: 'x', category: '9/0201102IM/', stamp: null },
    ],
  });
  expect(await world.settle(shared)).toBe('of-others');
  const listed = async (asked: object, actor = manager) => (await world.ask(listBodyReceipts, { limit: 100, ...asked }, actor)).items;
  const find = (rows: Awaited<ReturnType<typeof listed>>, receiptId: string) => rows.find((row) => row.receiptId === receiptId);
  const all = await listed({});
  expect(find(all, own.receiptId)).toMatchObject({ of: 'position', positionId, amountCents: 1_000, shareCents: 1_000 });
  const strays = await listed({ show: 'without-position' });
  expect(find(strays, own.receiptId)).toBeUndefined();
  expect(find(strays, unknown.receiptId)).toMatchObject({ of: 'nobody', positionId: null, pspName: 'Banca ignota', shareCents: 1_000 });
  const stray = find(strays, shared.receiptId);
  expect(stray).toMatchObject({ of: 'other-body', issuerName: 'Comune di Altrove', amountCents: 1_000, shareCents: 100 });
  expect((await eventually(() => world.ask(getBodyReceiptAddress, { id: stray?.id ?? '' }, manager))).url).toMatch(/^\/files\//);
  // Nothing of it is another body's affair, or that of somebody who works some services alone.
  expect(await listed({}, ofAnotherBody)).toEqual([]);
  expect((await refusal(world.ask(getBodyReceiptAddress, { id: stray?.id ?? '' }, ofAnotherBody))).type).toBe('body-receipt-not-found');
  // Whose receipt staff prints can see that they did.
  const { instalment: printed, positionId: printedId } = await world.open();
  const ofPrinted = receiptOf(printed);
  await world.settle(ofPrinted);
  const { id: receiptId } = await db().findOneByOrFail(Receipt, { receiptId: ofPrinted.receiptId });
  await eventually(() => world.ask(getBodyReceiptAddress, { id: receiptId }, manager));
  expect(
    (await world.service.published(accessNoted)).filter(({ about }) => (about as { id?: string } | null)?.id === printedId),
  ).toMatchObject([{ subjectId: federica.personId, action: 'position-read' }]);
  expect((await refusal(listed({}, bianchi))).type).toBe('forbidden');
  const exported = async (filters: object) => {
    const asked = { id: randomUUID(), what: 'receipts' as const, format: 'csv' as const, filters };
    await world.ask(requestPaymentExport, asked, manager);
    const { key } = await eventually(async () => {
      const row = await db().findOneByOrFail(PaymentExport, { id: asked.id });
      expect(row.state).toBe('ready');
      return row;
    });
    return readFileSync(join(fileURLToPath(world.service.environment['STORAGE_URL'] ?? ''), key ?? ''), 'utf8').split(/\r?\n/);
  };
  const lines = await exported({});
  const line = (receiptId: string) => lines.find((one) => one.includes(receiptId));
  expect(line(shared.receiptId)).toMatch(/TARI di Altrove.*No: avviso di un altro ente/);
  expect(line(unknown.receiptId)).toContain('No: avviso sconosciuto');
  expect(line(own.receiptId)).toMatch(/;Sì;/);
  // Words and states are those of positions.
  expect((await exported({ show: 'paid' })).some((one) => one.includes(shared.receiptId))).toBe(false);
});
