import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { announced } from '@sportello/contracts/notifications/announcements';
import { positionCompleted, positionEnded } from '@sportello/contracts/payments/positions';
import { reportAbsences } from '@sportello/contracts/school/absences';
import { getAccount, listAttendance, putWarning } from '@sportello/contracts/school/accounts';
import { listChildren, notHolder } from '@sportello/contracts/school/children';
import {
  creditTopUp,
  dueDropped,
  dueWanted,
  listDocuments,
  listPaidTopUps,
  listTopUps,
  putTopUp,
  refuseTopUp,
  topUpNotFound,
  topUpNotPaid,
} from '@sportello/contracts/school/documents';
import { listInvoicingRuns, listOverdue, monthNotOver, previewInvoicing, putInvoicingRun } from '@sportello/contracts/school/invoicing';
import { addDays, displayDate, romeDate } from '@sportello/italy/rome-time';
import type { Actor } from '@sportello/messaging/actor';
import { dimostrativo, manager } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import fc from 'fast-check';
import { files, otherParent, parent, strangerParent, World } from '../../test/world.js';
import { Absences } from '../absences/absences.js';
import { Counting } from '../absences/counting.js';
import { Invoicing, previewMonth } from '../invoicing/invoicing.js';
import { InvoicingRun } from '../invoicing/invoicing-run.entity.js';

let world: World;
/** By badge. */
const ids: Record<string, string> = {};
const elsewhere = { ...manager, organizationId: dimostrativo };
const year = { from: '2026-09-01', to: '2027-06-30' };

beforeAll(async () => {
  world = await World.start();
  await world.takeAll();
  await world.take('days', 'Codice servizio;Codice scuola;Giorno;Menù\nMENSA;MANZONI;28/09/2026;Pasta al pomodoro');
  for (const actor of [parent, otherParent])
    for (const { id, badges } of (await world.ask(listChildren, {}, actor)).items) ids[badges[0] ?? ''] = id;
});
afterAll(() => world?.stop());

const idOf = (badge: string) => ids[badge] ?? '';
const account = (badge: string, period = year, actor: Actor = parent) =>
  world.ask(getAccount, { id: idOf(badge), badge, ...period }, actor);
const days = (badge: string, period = year, actor: Actor = parent) => world.ask(listAttendance, { id: idOf(badge), ...period }, actor);
const attend = (...lines: string[]) => world.take('attendance', `Codice alunno;Codice servizio;Giorno;Presenza\n${lines.join('\n')}`);
const refusal = (type: string) => ({ received: { type } });

test('SCH-07, SCH-20: a day at the service is charged to the badge when it is acquired, at the price of the family if it has one', async () => {
  await attend('A0002;MENSA;28/09/2026;presente', 'A0002;MENSA;29/09/2026;assente', 'A0004;MENSA;28/09/2026;presente');
  expect((await days('000102')).items).toMatchObject([
    { day: '2026-09-29', isPresent: false, charge: 'none', chargedCents: 0, menu: '' },
    {
      day: '2026-09-28',
      isPresent: true,
      charge: 'charged',
      chargedCents: 450,
      menu: 'Pasta al pomodoro',
      serviceName: 'Refezione scolastica',
    },
  ]);
  expect(await account('000102')).toMatchObject({ balanceCents: -450, items: [{ kind: 'charge', cents: -450, day: '2026-09-28' }] });
  expect(await account('000104')).toMatchObject({ balanceCents: -340 });
});

test('SCH-07: attendance that comes again changes nothing; corrected it is reversed, and charged again when it was right after all', async () => {
  const same = await attend('A0002;MENSA;28/09/2026;presente');
  expect(same).toMatchObject({ made: 0, same: 1 });
  await attend('A0002;MENSA;28/09/2026;assente');
  expect(await account('000102')).toMatchObject({ balanceCents: 0, items: [{ cents: expect.any(Number) }, { cents: expect.any(Number) }] });
  await attend('A0002;MENSA;28/09/2026;presente');
  const { balanceCents, items } = await account('000102');
  expect(balanceCents).toBe(-450);
  expect(items.map(({ kind }) => kind).toSorted()).toEqual(['charge', 'charge', 'reversal']);
});

test('SCH-07: a day without a price waits for it, and a later price leaves what was charged as it is', async () => {
  const bus = (price: string) =>
    world.take('services', `Codice servizio;Servizio;Prepagato;Prezzo;Ora limite;Giorni prima\nBUS;Scuolabus;sì;${price};18:00;1`);
  await bus('');
  await attend('A0003;BUS;28/09/2026;presente');
  expect((await days('000103', year, otherParent)).items).toMatchObject([{ charge: 'awaited' }]);
  expect(await account('000103', year, otherParent)).toMatchObject({ balanceCents: 0 });
  await bus('1,20');
  await bus('2,00');
  expect((await days('000103', year, otherParent)).items).toMatchObject([{ charge: 'charged', chargedCents: 120 }]);
  expect(await account('000103', year, otherParent)).toMatchObject({ balanceCents: -120 });
});

test('SCH-09: what was there before the period and what moved in it add up to what is left', async () => {
  const credits =
    'Numero;Badge;Data;Tipo;Importo;Causale\nN1;000104;01/10/2026;accredito;50,00;Saldo\nN2;000104;05/10/2026;addebito;3,00;Rettifica';
  await world.take('credits', credits);
  expect(await world.try('credits', credits)).toMatchObject({ same: 2 });
  expect(await world.try('credits', credits.replace('50,00', '60,00'))).toMatchObject({ refused: 1, same: 1 });
  expect(await account('000104', { from: '2026-10-01', to: '2026-10-31' })).toMatchObject({
    ...{ openingCents: -340, paidInCents: 5_000, chargedCents: 300, balanceCents: 4_360 },
    items: [
      { kind: 'debit', cents: -300 },
      { kind: 'credit', cents: 5_000 },
    ],
  });
  expect(await account('000104', { from: '2026-12-01', to: '2026-12-31' })).toMatchObject({
    openingCents: 4_360,
    items: [],
    balanceCents: 4_360,
  });
});

test('SCH-30: the day on which the money ends follows from the days ahead and the absences that were told', async () => {
  const ahead = ['01/03/2038', '02/03/2038', '03/03/2038'];
  await world.take(
    'enrolments',
    'Codice alunno;Codice servizio;Dal;Codice scuola;Classe;Al;Tariffa\nA0003;MENSA;14/09/2026;RODARI;1A;31/12/2039;',
  );
  await world.take('days', `Codice servizio;Codice scuola;Giorno\n${ahead.map((day) => `MENSA;RODARI;${day}`).join('\n')}`);
  await world.take('credits', 'Numero;Badge;Data;Tipo;Importo;Causale\nN9;000103;01/10/2026;accredito;10,20;Saldo');
  // 10,20 less what was charged before: two days of 4,50 and not a third.
  const endsOn = async () => (await account('000103', year, otherParent)).endsOn;
  expect(await endsOn()).toBe('2038-03-03');
  const childIds = [idOf('000103')];
  await world.ask(reportAbsences, { id: randomUUID(), childIds, from: '2038-03-02', to: '2038-03-02' }, otherParent);
  expect(await endsOn()).toBeNull();
});

test('SCH-18: a stranger, a holder of others and a badge of another child get one answer; a period cannot end before it begins', async () => {
  for (const actor of [strangerParent, otherParent]) {
    await expect(days('000102', year, actor)).rejects.toMatchObject(refusal(notHolder.type));
    await expect(account('000102', year, actor)).rejects.toMatchObject(refusal(notHolder.type));
  }
  const foreign = { id: idOf('000102'), badge: '000103', ...year };
  await expect(world.ask(getAccount, foreign, parent)).rejects.toMatchObject(refusal(notHolder.type));
  const backwards = { from: '2026-10-02', to: '2026-10-01' };
  await expect(account('000102', backwards)).rejects.toMatchObject(refusal('invalid-input'));
  await expect(days('000102', backwards)).rejects.toMatchObject(refusal('invalid-input'));
});

const invoices = (...lines: string[]) =>
  world.take('invoices', ['Numero;Rata;Codice alunno;Emissione;Scadenza;Importo;Pagato;A ruolo', ...lines].join('\n'));
const documents = async (asked: { show?: 'to_pay'; childId?: string } = {}, actor = parent) =>
  (await world.ask(listDocuments, asked, actor)).items;
const paid = async (positionId: string, paidCents: number, times = 1) => {
  await world.say('payments', positionCompleted, { positionId, version: 2, at: new Date(), paidCents }, times);
};

const holder = () => ({ authenticationId: null, fiscalCode: 'NREFRC80A41L219T', name: 'Federica Neri' });
const absences = () => world.service.get(Absences);
const serviceOf = async (code: string): Promise<string> => {
  const [row]: { id: string }[] = await world.service.db.query('select id from school_services where code = $1', [code]);
  return row?.id ?? '';
};
const dayOf = async (service: string, day: string): Promise<string> => {
  const [row]: { id: string }[] = await world.service.db.query(
    'select d.id from service_days d join school_services s on s.id = d.service_id where s.code = $1 and d.day = $2',
    [service, day],
  );
  return row?.id ?? '';
};
/** The kitchen counts a day, and what follows from it is worked out. */
const countDay = async (service: string, day: string) => {
  await world.service.get(Counting).run(await dayOf(service, day), new Date(`${day}T20:00:00Z`));
  await world.reckoned();
};
const tellAbsence = (childId: string, day: string) =>
  absences().report(
    { ...holder(), personId: parent.personId ?? '' },
    { id: randomUUID(), childIds: [childId], from: day, to: day, weekdays: [] },
    new Date('2038-01-01'),
  );
/** Another child of the same parent, with a badge, who goes to what there is at one school. */
const family = async (code: string, badge: string, services = ['DOPO']) => {
  const [headings, line] = files.children.split('\n');
  await world.take('children', `${headings}\n${(line ?? '').replace('A0002', code)}`);
  await world.take('badges', `Badge;Codice alunno\n${badge};${code}`);
  for (const service of services) {
    if (!(await serviceOf(service)))
      await world.take('services', `Codice servizio;Servizio;Prepagato;Prezzo;Ora limite;Giorni prima\n${service};${service};sì;;09:00;0`);
    await world.take(
      'enrolments',
      `Codice alunno;Codice servizio;Dal;Codice scuola;Classe;Al;Tariffa\n${code};${service};14/09/2026;MANZONI;5B;;`,
    );
  }
  const [row]: { id: string }[] = await world.service.db.query('select id from children where code = $1', [code]);
  return row?.id ?? '';
};

test('SCH-14: an absence that was counted is not charged, also where the attendance came before the count', async () => {
  const id = await family('Q1', '80001', ['MENSA']);
  await world.take('days', 'Codice servizio;Codice scuola;Giorno\nMENSA;MANZONI;11/01/2038\nMENSA;MANZONI;12/01/2038');
  for (const day of ['2038-01-11', '2038-01-12']) await tellAbsence(id, day);
  const balance = async () => (await world.ask(getAccount, { id, badge: '80001', ...year }, parent)).balanceCents;
  await countDay('MENSA', '2038-01-11');
  await attend('Q1;MENSA;11/01/2038;presente');
  expect(await balance()).toBe(0);
  await attend('Q1;MENSA;12/01/2038;presente');
  expect(await balance()).toBe(-450);
  await countDay('MENSA', '2038-01-12');
  expect(await balance()).toBe(0);
  // What was reversed is no top-up.
  const period = { from: '2038-01-01', to: '2038-01-31' };
  expect(await world.ask(getAccount, { id, badge: '80001', ...period }, parent)).toMatchObject({ paidInCents: 0, chargedCents: 0 });
});

test('SCH-20: a reversal goes to the badge that was charged, and a badge with movements is nobody else’s', async () => {
  const id = await family('Q2', '80009', ['MENSA']);
  await attend('Q2;MENSA;13/01/2038;presente');
  await world.take('badges', 'Badge;Codice alunno\n80002;Q2');
  await attend('Q2;MENSA;13/01/2038;assente');
  const balance = async (badge: string) => (await world.ask(getAccount, { id, badge, ...year }, parent)).balanceCents;
  expect([await balance('80002'), await balance('80009')]).toEqual([0, 0]);
  expect(await world.try('badges', 'Badge;Codice alunno\n80009;A0003\n80002;A0003')).toMatchObject({
    ...{ refused: 1, changed: 1 },
    rows: [{ line: 2, errors: [{ en: expect.stringContaining('has movements') }] }, { outcome: 'changed' }],
  });
});

test('PAY-13, PAY-15, PAY-20: documents with what is due and paid; what is settled or in forced collection is not paid here', async () => {
  await invoices(
    '120272;1;A0002;01/09/2020;30/09/2020;13,00;0,00;no',
    '120077;1;A0002;11/02/2020;28/02/2020;45,00;45,00;no',
    '120300;1;A0002;02/09/2020;30/09/2020;20,00;5,00;no',
    '120400;1;A0002;03/09/2020;30/09/2020;9,00;0,00;sì',
  );
  const all = await documents();
  expect(all.map(({ number, dueCents, paidCents }) => `${number} ${dueCents} ${paidCents}`)).toEqual([
    '120400 900 0',
    '120300 1500 500',
    '120272 1300 0',
    '120077 0 4500',
  ]);
  expect((await documents({ show: 'to_pay' })).map(({ number }) => number)).toEqual(['120300', '120272']);
  const wanted = await world.service.published(dueWanted);
  expect(wanted.map(({ amountCents, dueOn, debtor, beneficiaryName }) => ({ amountCents, dueOn, debtor, beneficiaryName }))).toEqual(
    expect.arrayContaining([
      {
        ...{ amountCents: 1_300, dueOn: '2020-09-30', beneficiaryName: 'BELLONI ELETTRA' },
        debtor: { code: 'NREFRC80A41L219T', fullName: 'NERI FEDERICA' },
      },
    ]),
  );
  expect(wanted).toHaveLength(2);
  await expect(documents({}, strangerParent)).rejects.toMatchObject(refusal(notHolder.type));
  await expect(documents({ childId: idOf('000103') })).rejects.toMatchObject(refusal(notHolder.type));
});

test('PAY-14: a document that is paid through pagoPA is paid once told, however often; then its amount does not change', async () => {
  const [document] = (await documents()).filter(({ number }) => number === '120272');
  const positionId = document?.positionId ?? '';
  await paid(positionId, 1_300, 2);
  await eventually(async () =>
    expect((await documents()).find(({ number }) => number === '120272')).toMatchObject({ dueCents: 0, paidCents: 1_300, positionId }),
  );
  const same = '120272;1;A0002;01/09/2020;30/09/2020;13,00;0,00;no';
  const report = await world.try(
    'invoices',
    `Numero;Rata;Codice alunno;Emissione;Scadenza;Importo;Pagato;A ruolo\n${same.replace('13,00', '14,00')}`,
  );
  expect(report).toMatchObject({ refused: 1, rows: [{ errors: [{ en: expect.stringContaining('paid through pagoPA') }] }] });
  await invoices(same);
  // The body notes the payment in its own system: it is paid once, and nothing is to be given back.
  await invoices(same.replace(';0,00;', ';13,00;'));
  expect((await documents()).find(({ number }) => number === '120272')).toMatchObject({ dueCents: 0, paidCents: 1_300, positionId });
  expect(await world.service.published(dueDropped)).toEqual([]);
});

test('PAY-14: a document that changes gets a new notice, and the old one is withdrawn', async () => {
  const before = (await documents()).find(({ number }) => number === '120300')?.positionId;
  await invoices('120300;1;A0002;02/09/2020;30/09/2020;21,00;5,00;no');
  const after = (await documents()).find(({ number }) => number === '120300');
  expect(after).toMatchObject({ dueCents: 1_600 });
  expect(after?.positionId).not.toBe(before);
  expect(await world.service.published(dueDropped)).toMatchObject([{ positionId: before, why: 'exempt' }]);
  await invoices('120300;1;A0002;02/09/2020;30/09/2020;21,00;21,00;no');
  expect(await world.service.published(dueDropped)).toMatchObject([{}, { positionId: after?.positionId, why: 'elsewhere' }]);
});

test('a month of invoices is looked at first, made once however often it is run, and again where a run was broken off', async () => {
  await world.take('services', 'Codice servizio;Servizio;Prepagato;Prezzo;Ora limite;Giorni prima\nPRE;Pre-scuola;no;2,00;18:00;1');
  await world.take(
    'enrolments',
    'Codice alunno;Codice servizio;Dal;Codice scuola;Classe;Al;Tariffa\nA0003;PRE;14/09/2026;RODARI;1A;;\nA0002;PRE;14/09/2026;MANZONI;5B;;1,50',
  );
  // The last day of the month is in it, the first of the next is not; who was always absent gets no invoice.
  await attend('A0003;PRE;29/09/2026;presente', 'A0003;PRE;30/09/2026;presente', 'A0003;PRE;01/10/2026;presente');
  await attend('A0002;PRE;30/09/2026;assente');
  const month = '2026-09';
  expect(await world.ask(previewInvoicing, { month }, manager)).toEqual({
    ...{ month, invoices: 1, totalCents: 400, known: 0, unpriced: 0, excessCents: 0 },
  });
  expect(await documents({}, otherParent)).toEqual([]);
  const ids = [randomUUID(), randomUUID()];
  const command = (id: string) => ({ id, month, dueOn: '2998-10-31' });
  await Promise.all([...ids, ...ids].map((id) => world.ask(putInvoicingRun, command(id), manager)));
  await eventually(async () => {
    const { items } = await world.ask(listInvoicingRuns, {}, manager);
    expect(items.every(({ doneAt }) => doneAt !== null)).toBe(true);
    expect(items.map(({ invoices: made }) => made).toSorted()).toEqual([0, 1]);
  });
  expect(await documents({}, otherParent)).toMatchObject([{ number: '2026-09/1 PRE A0003', amountCents: 400, dueOn: '2998-10-31' }]);
  expect(await world.ask(previewInvoicing, { month }, manager)).toMatchObject({ invoices: 0, totalCents: 0, known: 1 });
  // Of a run that was noted and not done nothing is left but its row: the sweep takes it up.
  await world.service.db.query('update invoicing_runs set done_at = null');
  for (const id of ids) await world.service.get(Invoicing).run(id, new Date());
  expect(await documents({}, otherParent)).toHaveLength(1);
  expect((await world.service.published(dueWanted)).filter(({ reason }) => String(reason).includes('2026-09/1 PRE'))).toHaveLength(1);
  await expect(world.ask(putInvoicingRun, { ...command(randomUUID()), month: '2998-01' }, manager)).rejects.toMatchObject(
    refusal(monthNotOver.type),
  );
  await expect(world.ask(putInvoicingRun, { ...command(randomUUID()), dueOn: '2026-10-01' }, manager)).rejects.toMatchObject({
    received: { type: 'invalid-input', errors: [{ pointer: '/dueOn' }] },
  });
  await invoices('V2;1;A0002;01/09/2021;30/09/2021;9,00;0,00;no', 'V1;1;A0002;01/09/2021;29/09/2021;9,00;1,00;no');
  const overdue = await world.ask(listOverdue, {}, manager);
  expect(overdue.items.map(({ number }) => number)).toEqual(['V1', 'V2']);
  expect((await world.ask(listOverdue, {}, elsewhere)).items).toEqual([]);
});

test('SCH-14: a month is invoiced without what was counted as absent or charged, and what changes afterwards stands on an invoice of its own', async () => {
  const services = (isPrepaid: string) =>
    world.take('services', `Codice servizio;Servizio;Prepagato;Prezzo;Ora limite;Giorni prima\nPIEDI;Piedibus;${isPrepaid};2,00;09:00;0`);
  await services('sì');
  const id = await family('Q3', '80003', ['PIEDI']);
  await world.take('days', 'Codice servizio;Codice scuola;Giorno\nPIEDI;MANZONI;05/02/2038');
  // Charged while it was prepaid, it is no longer to be invoiced.
  await attend('Q3;PIEDI;01/02/2038;presente');
  await services('no');
  await tellAbsence(id, '2038-02-05');
  await countDay('PIEDI', '2038-02-05');
  // Without an enrolment it costs what it costs everybody, as a charge does.
  await attend('Q3;PIEDI;02/02/2038;presente', 'Q3;PIEDI;05/02/2038;presente', 'A0004;PIEDI;02/02/2038;presente');
  const { manager: tx } = world.service.db;
  const preview = () => previewMonth(tx, manager.organizationId ?? '', '2038-02');
  const run = async () => {
    const runId = randomUUID();
    await tx.insert(InvoicingRun, {
      ...{ id: runId, organizationId: manager.organizationId ?? '', month: '2038-02', dueOn: '2038-03-31' },
      ...{ askedAt: new Date(), askedBy: randomUUID(), doneAt: null, invoices: 0, totalCents: 0 },
    });
    await world.service.get(Invoicing).run(runId, new Date('2038-03-01'));
  };
  const issued = async () =>
    (await documents())
      .flatMap(({ number, amountCents }) => (number.startsWith('2038-02/') ? [`${number} ${amountCents}`] : []))
      .toSorted();
  expect(await preview()).toMatchObject({ invoices: 2, totalCents: 400 });
  await run();
  expect(await issued()).toEqual(['2038-02/1 PIEDI A0004 200', '2038-02/2 PIEDI Q3 200']);
  expect((await world.ask(listAttendance, { id, from: '2038-02-02', to: '2038-02-02' }, parent)).items).toMatchObject([
    { charge: 'invoiced' },
  ]);
  await attend('Q3;PIEDI;03/02/2038;presente');
  expect(await preview()).toMatchObject({ invoices: 1, totalCents: 200, known: 2, excessCents: 0 });
  await run();
  expect(await issued()).toHaveLength(3);
  await attend('Q3;PIEDI;02/02/2038;assente');
  expect(await preview()).toMatchObject({ invoices: 0, totalCents: 0, excessCents: 200 });
  // What is added later is set off against it.
  await attend('Q3;PIEDI;04/02/2038;presente', 'Q3;PIEDI;08/02/2038;presente');
  expect(await preview()).toMatchObject({ invoices: 1, totalCents: 200, excessCents: 0 });
  await run();
  expect(await preview()).toMatchObject({ invoices: 0, excessCents: 0 });
});

test('PAY-14: what is told of a payment while a file is taken waits for it, and what is not the file’s stays', async () => {
  await invoices('L1;1;A0002;02/09/2022;30/09/2022;21,00;0,00;no');
  const of = async (number: string) => (await documents()).find((document) => document.number === number);
  const positionId = (await of('L1'))?.positionId ?? '';
  // Told in the very moment in which a file notes another day for it.
  await world.beside(`update invoices set paid_here_cents = 2100 where position_id = $1`, [positionId], () =>
    invoices('L1;1;A0002;02/09/2022;31/10/2022;21,00;0,00;no'),
  );
  expect(await of('L1')).toMatchObject({ paidCents: 2_100, dueCents: 0, positionId, dueOn: '2022-10-31' });
  expect((await world.service.published(dueDropped)).map((fact) => fact['positionId'])).not.toContain(positionId);
  await invoices('L2;1;A0002;02/09/2022;30/09/2022;21,00;0,00;no');
  const next = (await of('L2'))?.positionId ?? '';
  // The body notes in its own system what pagoPA took, before that was told here: it is the same payment, with its receipt.
  await invoices('L2;1;A0002;02/09/2022;30/09/2022;21,00;21,00;no');
  expect(await of('L2')).toMatchObject({ dueCents: 0, positionId: null });
  await paid(next, 2_100);
  await eventually(async () => expect(await of('L2')).toMatchObject({ dueCents: 0, paidCents: 2_100, positionId: next }));
});

test('PAY-14: what staff ended at the payments service is not to be paid here, and another holder gets a notice of her own', async () => {
  await invoices(
    ...['E1', 'E2', 'E3'].map((number) => `${number};1;A0002;01/09/2023;30/09/2023;30,00;0,00;no`),
    'E4;1;A0003;01/09/2023;30/09/2023;30,00;0,00;no',
  );
  const of = async (number: string, actor = parent) => (await documents({}, actor)).find((document) => document.number === number);
  const ends = { E1: 'cancelled', E2: 'collection', E3: 'elsewhere' } as const;
  for (const [number, why] of Object.entries(ends)) {
    const positionId = (await of(number))?.positionId ?? '';
    const paidCents = why === 'elsewhere' ? 3_000 : 0;
    await world.say('payments', positionEnded, { positionId, version: 3, at: new Date(), why, paidCents }, 2);
  }
  await eventually(async () => {
    expect(await of('E1')).toMatchObject({ positionId: null, dueCents: 3_000, isToCollection: false });
    expect(await of('E2')).toMatchObject({ positionId: null, dueCents: 3_000, isToCollection: true });
    expect(await of('E3')).toMatchObject({ positionId: null, dueCents: 0, paidCents: 3_000 });
  });
  const before = (await of('E4', otherParent))?.positionId;
  const [headings, , , alice] = files.children.split('\n');
  await world.take('children', `${headings}\n${(alice ?? '').replace('FRRMRC85S03A124K', 'NREFRC80A41L219T')}`);
  const after = await of('E4');
  expect(after?.positionId).not.toBe(before);
  expect((await world.service.published(dueDropped)).map((fact) => fact['positionId'])).toContain(before);
  expect(await world.service.published(dueWanted)).toContainEqual(
    expect.objectContaining({ positionId: after?.positionId, debtor: { code: 'NREFRC80A41L219T', fullName: 'NERI FEDERICA' } }),
  );
  await world.take('children', `${headings}\n${alice}`);
});

test('SCH-10, SCH-12: a top-up moves the account only when the office credits it, once, and two equal ones are two', async () => {
  const [service]: { id: string }[] = await world.service.db.query(`select id from school_services where code = 'MENSA'`);
  const serviceId = service?.id ?? '';
  const before = (await account('000102')).balanceCents;
  const ask = (id: string, more: object = {}) =>
    world.ask(putTopUp, { id, childId: idOf('000102'), badge: '000102', serviceId, amountCents: 2_500, ...more }, parent);
  const [first, second] = [randomUUID(), randomUUID()];
  for (const id of [first, first, second]) expect(await ask(id)).toMatchObject({ state: 'awaiting_payment', amountCents: 2_500 });
  await expect(ask(first, { amountCents: 2_600 })).rejects.toMatchObject(refusal('id-reused'));
  await expect(world.ask(creditTopUp, { id: first }, manager)).rejects.toMatchObject(refusal(topUpNotPaid.type));
  await paid(first, 2_500, 2);
  await paid(second, 2_500);
  await eventually(async () => expect((await world.ask(listPaidTopUps, {}, manager)).items).toHaveLength(2));
  expect((await world.ask(listTopUps, {}, parent)).items.map(({ state }) => state)).toEqual(['paid', 'paid']);
  expect((await account('000102')).balanceCents).toBe(before);
  await Promise.all([1, 2, 3].map(() => world.ask(creditTopUp, { id: first }, manager)));
  expect((await account('000102')).balanceCents).toBe(before + 2_500);
  await world.ask(creditTopUp, { id: second }, manager);
  // Told again afterwards it is credited no second time.
  await paid(first, 2_500);
  expect((await account('000102')).balanceCents).toBe(before + 5_000);
  await expect(world.ask(creditTopUp, { id: first }, elsewhere)).rejects.toMatchObject(refusal(topUpNotFound.type));
});

test('SCH-10: 0, less than 1,00, too much, another badge, another child and a service that is not prepaid are refused', async () => {
  const [mensa]: { id: string }[] = await world.service.db.query(`select id from school_services where code = 'MENSA'`);
  const good = { childId: idOf('000102'), badge: '000102', serviceId: mensa?.id ?? '', amountCents: 100 };
  const refused = async (changes: object, type: string) =>
    expect(world.ask(putTopUp, { id: randomUUID(), ...good, ...changes }, parent)).rejects.toMatchObject(refusal(type));
  for (const amountCents of [0, -100, 99, 100_001, 100.5]) await refused({ amountCents }, 'invalid-input');
  await refused({ badge: '000103' }, notHolder.type);
  await refused({ childId: idOf('000103'), badge: '000103' }, notHolder.type);
  await refused({ serviceId: randomUUID() }, 'school-service-not-prepaid');
});

test('SCH-08: the rows of a period come page after page, each once', async () => {
  const lines = Array.from({ length: 20 }, (_, at) => `A0003;MENSA;${String(at + 1).padStart(2, '0')}/11/2026;presente`);
  await attend(...lines);
  const seen: string[] = [];
  for (let after: string | undefined; ; ) {
    const asked = { id: idOf('000103'), from: '2026-11-01', to: '2026-11-30', limit: 7, ...(after && { after }) };
    const { items, next } = await world.ask(listAttendance, asked, otherParent);
    seen.push(...items.map(({ day }) => day));
    if (!next) break;
    after = next;
  }
  expect(seen).toEqual(lines.map((_, at) => `2026-11-${String(20 - at).padStart(2, '0')}`));
});

test('SCH-12: what was paid is credited, a refused top-up is not, and one whose notice was withdrawn ends', async () => {
  const serviceId = await serviceOf('MENSA');
  const [short, refused, withdrawn] = [randomUUID(), randomUUID(), randomUUID()];
  for (const id of [short, refused, withdrawn])
    await world.ask(putTopUp, { id, childId: idOf('000104'), badge: '000104', serviceId, amountCents: 1_000 }, parent);
  const before = (await account('000104')).balanceCents;
  await paid(refused, 1_000);
  await paid(short, 900);
  await world.say('payments', positionEnded, { positionId: withdrawn, version: 3, at: new Date(), why: 'cancelled', paidCents: 0 });
  // The first paid comes first, whichever was asked for first.
  await eventually(async () => expect((await world.ask(listPaidTopUps, {}, manager)).items.map(({ id }) => id)).toEqual([refused, short]));
  const reason = 'Non risulta fra le transazioni validate';
  for (let i = 0; i < 2; i++)
    expect(await world.ask(refuseTopUp, { id: refused, reason }, manager)).toMatchObject({ state: 'refused', refusal: reason });
  await expect(world.ask(creditTopUp, { id: refused }, manager)).rejects.toMatchObject(refusal(topUpNotPaid.type));
  await expect(world.ask(creditTopUp, { id: withdrawn }, manager)).rejects.toMatchObject(refusal(topUpNotPaid.type));
  expect(await world.ask(creditTopUp, { id: short }, manager)).toMatchObject({ state: 'credited', paidCents: 900 });
  await expect(world.ask(refuseTopUp, { id: short, reason }, manager)).rejects.toMatchObject(refusal(topUpNotPaid.type));
  await expect(world.ask(refuseTopUp, { id: refused, reason }, elsewhere)).rejects.toMatchObject(refusal(topUpNotFound.type));
  expect((await account('000104')).balanceCents).toBe(before + 900);
  const states = (await world.ask(listTopUps, {}, parent)).items.filter(({ badge }) => badge === '000104').map(({ state }) => state);
  expect(states.toSorted()).toEqual(['credited', 'expired', 'refused']);
});

/** Facts of one child as the doors take them, in threads: within one the order is that of the world, between two it is anybody's. */
const threadsOf = (code: string, badge: string, id: string): (() => Promise<unknown>)[][] => {
  const price = (cents: string) =>
    world.take('services', `Codice servizio;Servizio;Prepagato;Prezzo;Ora limite;Giorni prima\nDOPO;Doposcuola;sì;${cents};09:00;0`);
  const credit = (number: string, kind: string, amount: string) =>
    world.take('credits', `Numero;Badge;Data;Tipo;Importo;Causale\n${code} ${number};${badge};01/10/2026;${kind};${amount};Rettifica`);
  const topUpId = randomUUID();
  return [
    [() => attend(`${code};DOPO;04/01/2038;presente`), () => attend(`${code};DOPO;04/01/2038;assente`)],
    [() => attend(`${code};DOPO;05/01/2038;presente`)],
    [() => attend(`${code};DOPO;07/01/2038;presente`)],
    [
      () =>
        absences().report(
          { ...holder(), personId: parent.personId ?? '' },
          { id: topUpId, childIds: [id], from: '2038-01-07', to: '2038-01-07', weekdays: [] },
          new Date('2038-01-01'),
        ),
      () => countDay('DOPO', '2038-01-07'),
    ],
    [() => price('2,50')],
    [() => credit('C', 'accredito', '10,00')],
    [() => credit('D', 'addebito', '1,25')],
    [
      async () => world.ask(putTopUp, { id: topUpId, childId: id, badge, serviceId: await serviceOf('DOPO'), amountCents: 700 }, parent),
      () => paid(topUpId, 700),
      () => eventually(() => world.ask(creditTopUp, { id: topUpId }, manager)),
    ],
  ];
};

test('SCH-20: the balance is the same in whatever order imports, counts, receipts and credits come, and however often', async () => {
  let made = 0;
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat({ max: 99 })), async (order) => {
      made += 1;
      const code = `P${made}`;
      const badge = `9000${made}`;
      await family(code, badge);
      await world.take('services', 'Codice servizio;Servizio;Prepagato;Prezzo;Ora limite;Giorni prima\nDOPO;Doposcuola;sì;;09:00;0');
      await world.take(
        'days',
        'Codice servizio;Codice scuola;Giorno\nDOPO;MANZONI;04/01/2038\nDOPO;MANZONI;05/01/2038\nDOPO;MANZONI;07/01/2038',
      );
      await world.service.db.query(`update service_days set frozen_at = null, counted = null where day = '2038-01-07'`);
      const [{ id } = { id: '' }]: { id: string }[] = await world.service.db.query('select id from children where code = $1', [code]);
      const threads = threadsOf(code, badge, id);
      while (threads.length > 0) {
        const at = Number(order.next().value) % threads.length;
        const step = threads[at]?.shift();
        if (threads[at]?.length === 0) threads.splice(at, 1);
        await step?.();
        // What is told again changes nothing.
        if (Number(order.next().value) % 4 === 0) await step?.();
      }
      await world.reckoned();
      // 10,00 less 1,25, a top-up of 7,00, and of three days one that was eaten: the others were absences, corrected and told.
      expect((await world.ask(getAccount, { id, badge, ...year }, parent)).balanceCents).toBe(1_000 - 125 + 700 - 250);
    }),
    { numRuns: 3 },
  );
  const [{ cents } = { cents: -1 }]: { cents: number }[] = await world.service.db.query(
    `select sum(balance)::int as cents from (
       select (select coalesce(sum(cents), 0) from movements where to_account = a.id) - (select coalesce(sum(cents), 0) from movements where from_account = a.id) as balance
       from (select id from badges union select id from school_services union select organization_id from children) a
     ) b`,
  );
  expect(cents).toBe(0);
  await expect(world.service.db.query('update movements set cents = 1')).rejects.toThrow('append-only');
});

test('SCH-30: a parent is told once that the money of a badge will soon end, and again after there was enough', async () => {
  const badge = '000104';
  const childId = idOf(badge);
  const today = romeDate(new Date());
  await world.take(
    'enrolments',
    'Codice alunno;Codice servizio;Dal;Codice scuola;Classe;Al;Tariffa\nA0004;MENSA;14/09/2026;MANZONI;5B;31/12/2039;',
  );
  const ahead = [1, 2, 3, 4].map((count) => addDays(today, count));
  await world.take('days', `Codice servizio;Codice scuola;Giorno\n${ahead.map((day) => `MENSA;MANZONI;${displayDate(day)}`).join('\n')}`);
  const told = async () =>
    (await world.service.published(announced))
      .filter(({ subject }) => (subject as { kind: string }).kind === 'badges')
      .flatMap(({ messages }) => (messages as { body: { en: string } }[]).map(({ body }) => body.en))
      .filter((words) => words.includes(badge));
  const { balanceCents, warning } = await account(badge);
  expect(warning).toEqual({ days: 5, version: 0 });
  const note = (number: string, kind: 'accredito' | 'addebito', cents: number) => {
    const amount = (cents / 100).toFixed(2).replace('.', ',');
    return world.take('credits', `Numero;Badge;Data;Tipo;Importo;Causale\n${number};${badge};01/10/2026;${kind};${amount};Prova`);
  };
  // Three days are left, and she wants to know it one day before.
  expect(await world.ask(putWarning, { id: childId, badge, days: 1, version: 0 }, parent)).toEqual({ days: 1, version: 1 });
  await note('W1', 'addebito', balanceCents - 1_350);
  await attend('A0004;MENSA;01/10/2026;presente');
  expect(await told()).toEqual([]);
  expect(await world.ask(putWarning, { id: childId, badge, days: 3, version: 1 }, parent)).toEqual({ days: 3, version: 2 });
  await attend('A0004;MENSA;02/10/2026;presente');
  await attend('A0004;MENSA;05/10/2026;presente');
  expect(await told()).toEqual([expect.stringContaining(displayDate(ahead[1] ?? ''))]);
  await note('W2', 'accredito', 10_000);
  await attend('A0004;MENSA;06/10/2026;presente');
  await note('W3', 'addebito', 10_000);
  expect(await told()).toHaveLength(2);
  await expect(world.ask(putWarning, { id: childId, badge, days: 2, version: 0 }, parent)).rejects.toMatchObject(
    refusal('changed-meanwhile'),
  );
  for (const actor of [strangerParent, otherParent])
    await expect(world.ask(putWarning, { id: childId, badge, days: 2, version: 2 }, actor)).rejects.toMatchObject(refusal(notHolder.type));
});
