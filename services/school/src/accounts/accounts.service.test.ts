import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { positionCompleted } from '@sportello/contracts/payments/positions';
import { reportAbsences } from '@sportello/contracts/school/absences';
import { getAccount, listAttendance } from '@sportello/contracts/school/accounts';
import { listChildren, notHolder } from '@sportello/contracts/school/children';
import {
  creditTopUp,
  dueDropped,
  dueWanted,
  listDocuments,
  listPaidTopUps,
  listTopUps,
  putTopUp,
  topUpNotFound,
  topUpNotPaid,
} from '@sportello/contracts/school/documents';
import { listInvoicingRuns, listOverdue, monthNotOver, previewInvoicing, putInvoicingRun } from '@sportello/contracts/school/invoicing';
import type { Actor } from '@sportello/messaging/actor';
import { dimostrativo, manager, piedmont } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import fc from 'fast-check';
import { otherParent, parent, strangerParent, World } from '../../test/world.js';
import { Invoicing } from '../invoicing/invoicing.js';
import { balanceOf, type Movement, post } from './movement.entity.js';

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

test('SCH-20: the balance is the same in whatever order facts come and however often, and what was noted never changes', async () => {
  const fact = fc.record({ number: fc.integer({ min: 1, max: 12 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(fact, { maxLength: 20 }), fc.infiniteStream(fc.nat()), async (facts, order) => {
      const badges = [randomUUID(), randomUUID()] as const;
      // What a fact says follows from its number: the same number is the same fact.
      const movementOf = (badge: string, { number }: { number: number }): Movement => {
        const isIn = number % 2 === 0;
        const cents = number * 37;
        return {
          ...{ id: randomUUID(), organizationId: piedmont, number: `${badge} ${number}`, day: '2026-10-01', at: new Date() },
          ...{ kind: isIn ? 'top_up' : 'charge', cents, badgeId: badge, reason: '' },
          fromAccount: isIn ? piedmont : badge,
          toAccount: isIn ? badge : piedmont,
        };
      };
      const shuffled = facts.map((it) => [it, order.next().value] as const).toSorted(([, one], [, other]) => one - other);
      const { manager } = world.service.db;
      for (const it of facts) await post(manager, [movementOf(badges[0], it)]);
      await post(
        manager,
        [...shuffled, ...shuffled].map(([it]) => movementOf(badges[1], it)),
      );
      expect(await balanceOf(manager, badges[1])).toBe(await balanceOf(manager, badges[0]));
    }),
    { numRuns: 25 },
  );
  await expect(world.service.db.query('update movements set cents = 1')).rejects.toThrow('append-only');
});

const invoices = (...lines: string[]) =>
  world.take('invoices', ['Numero;Rata;Codice alunno;Emissione;Scadenza;Importo;Pagato;A ruolo', ...lines].join('\n'));
const documents = async (asked: { show?: 'to_pay'; childId?: string } = {}, actor = parent) =>
  (await world.ask(listDocuments, asked, actor)).items;
const paid = async (positionId: string, paidCents: number, times = 1) => {
  await world.say('payments', positionCompleted, { positionId, version: 2, at: new Date(), paidCents }, times);
};

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
  expect(await world.ask(previewInvoicing, { month }, manager)).toEqual({ month, invoices: 1, totalCents: 400, known: 0, unpriced: 0 });
  expect(await documents({}, otherParent)).toEqual([]);
  const ids = [randomUUID(), randomUUID()];
  const command = (id: string) => ({ id, month, dueOn: '2026-10-31' });
  await Promise.all([...ids, ...ids].map((id) => world.ask(putInvoicingRun, command(id), manager)));
  await eventually(async () => {
    const { items } = await world.ask(listInvoicingRuns, {}, manager);
    expect(items.every(({ doneAt }) => doneAt !== null)).toBe(true);
    expect(items.map(({ invoices: made }) => made).toSorted()).toEqual([0, 1]);
  });
  expect(await documents({}, otherParent)).toMatchObject([{ number: '2026-09 PRE A0003', amountCents: 400, dueOn: '2026-10-31' }]);
  expect(await world.ask(previewInvoicing, { month }, manager)).toMatchObject({ invoices: 0, totalCents: 0, known: 1 });
  // Of a run that was noted and not done nothing is left but its row: the sweep takes it up.
  await world.service.db.query('update invoicing_runs set done_at = null');
  for (const id of ids) await world.service.get(Invoicing).run(id, new Date());
  expect(await documents({}, otherParent)).toHaveLength(1);
  expect((await world.service.published(dueWanted)).filter(({ reason }) => String(reason).includes('2026-09 PRE'))).toHaveLength(1);
  await expect(world.ask(putInvoicingRun, { ...command(randomUUID()), month: '2998-01' }, manager)).rejects.toMatchObject(
    refusal(monthNotOver.type),
  );
  const overdue = await world.ask(listOverdue, {}, manager);
  expect(overdue.items.map(({ dueOn }) => dueOn)).toEqual(overdue.items.map(({ dueOn }) => dueOn).toSorted());
  expect((await world.ask(listOverdue, {}, elsewhere)).items).toEqual([]);
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
