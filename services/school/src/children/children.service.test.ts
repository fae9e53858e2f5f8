import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { listNextDays, reportAbsences } from '@sportello/contracts/school/absences';
import { getAccount, listAttendance } from '@sportello/contracts/school/accounts';
import { digitalIdentityNeeded, getChild, listChildren, notHolder, rightNotGiven } from '@sportello/contracts/school/children';
import { listDocuments, putTopUp, serviceNotPrepaid } from '@sportello/contracts/school/documents';
import { importRefused, listImports, putImport, tryImport } from '@sportello/contracts/school/imports';
import {
  childUnknown,
  endSecondHolder,
  listSecondHolders,
  putSecondHolder,
  secondHolderThere,
} from '@sportello/contracts/school/second-holders';
import { getSchoolSettings, putSchoolSettings } from '@sportello/contracts/school/settings';
import type { Actor } from '@sportello/messaging/actor';
import { drift } from '@sportello/service/migration';
import { administrator, dimostrativo, manager } from '@sportello/testing/people';
import { files, otherParent, parent, strangerParent, World } from '../../test/world.js';

let world: World;
beforeAll(async () => {
  world = await World.start();
  await world.takeAll();
});
afterAll(() => world?.stop());

const refusal = (type: string) => ({ received: { type } });
const children = (actor: Actor, asked: { name?: string; badge?: string } = {}) => world.ask(listChildren, asked, actor);
const elettra = async () => {
  const { items } = await children(parent, { badge: '000102' });
  const [child] = items;
  if (!child) throw new Error('Elettra is not there');
  return child;
};

test('the migrations stand for every entity', async () => {
  expect((await drift(world.service.db)).up).toEqual([]);
});

test('SCH-04, SCH-19: the account holder finds her children by name and by badge, with their badges and status', async () => {
  expect((await children(parent)).items).toMatchObject([
    { name: 'BELLONI ELETTRA', badges: ['000102'], status: 'open' },
    { name: 'BELLONI TOMMASA', badges: ['000104'], status: 'open' },
  ]);
  expect((await children(parent, { name: 'elett' })).items).toHaveLength(1);
  expect((await children(parent, { name: '%' })).items).toEqual([]);
  expect((await children(parent, { badge: '102' })).items).toEqual([]);
  // The badge of somebody else's child finds nothing, as one that nobody has.
  expect((await children(parent, { badge: '000103' })).items).toEqual([]);
});

test('SCH-03, SCH-06, PAY-21: the record holds birth, residence, holder, form of payment, enrolments and their cost', async () => {
  const { id } = await elettra();
  expect(await world.ask(getChild, { id }, parent)).toMatchObject({
    ...{ name: 'BELLONI ELETTRA', fiscalCode: 'BLLLTR15D52F205Y', birthDate: '2015-04-12', birthPlace: 'MILANO' },
    ...{ comune: 'MAGENTA', postalCode: '20013', address: 'VIA MILANO, n.89', holderName: 'NERI FEDERICA' },
    ...{ paymentMethod: 'Avviso pagoPA', invoiceDelivery: 'Posta elettronica' },
    enrolments: [
      { serviceName: 'Refezione scolastica', schoolName: 'Primaria Manzoni', className: '5B', from: '2026-09-14', priceCents: 450 },
    ],
  });
});

test('SCH-17, SCH-34: the record says by which services of the body wrong data are reported and diets asked for, once it has chosen them', async () => {
  const { id } = await elettra();
  expect(await world.ask(getChild, { id }, parent)).toMatchObject({ reportProcedureId: null, dietProcedureId: null });
  expect(await world.ask(getSchoolSettings, {}, administrator)).toEqual({ reportProcedureId: null, dietProcedureId: null, version: 0 });
  const chosen = { reportProcedureId: randomUUID(), dietProcedureId: randomUUID() };
  const command = { ...chosen, version: 0 };
  const first = await world.ask(putSchoolSettings, command, administrator);
  expect(first).toEqual({ ...chosen, version: 1 });
  expect(await world.ask(putSchoolSettings, command, administrator)).toEqual(first);
  await expect(
    world.ask(putSchoolSettings, { reportProcedureId: null, dietProcedureId: null, version: 0 }, administrator),
  ).rejects.toMatchObject(refusal('changed-meanwhile'));
  expect(await world.ask(getChild, { id }, parent)).toMatchObject(chosen);
  expect(await world.ask(getSchoolSettings, {}, { ...administrator, organizationId: dimostrativo })).toMatchObject({ version: 0 });
});

test('SCH-18: whoever is not the account holder gets the one error of the manual, and no name', async () => {
  const { id } = await elettra();
  await expect(children(strangerParent)).rejects.toMatchObject(refusal(notHolder.type));
  for (const wanted of [id, randomUUID()])
    for (const actor of [strangerParent, otherParent]) {
      const error = await world.ask(getChild, { id: wanted }, actor).catch((caught: { received: object }) => caught);
      expect(error).toMatchObject({
        received: { type: 'school-not-holder', title: "Consultazione non possibile, verificare il codice fiscale dell'utente" },
      });
      expect(JSON.stringify(error)).not.toMatch(/belloni|elettra/i);
    }
});

test('IDE-24: SPID and CIE of level 2 open the records, a password and a lower level do not', async () => {
  for (const opens of [{ method: 'spid' }, { method: 'cie', level: 3 }] as const)
    expect((await children({ ...parent, ...opens })).items).toHaveLength(2);
  for (const shut of [{ method: 'password' }, { method: 'spid', level: 1 }, { method: 'eidas' }, { method: null, level: null }] as const)
    await expect(children({ ...parent, ...shut })).rejects.toMatchObject(refusal(digitalIdentityNeeded.type));
});

test('INT-07: a file that is taken twice changes nothing the second time, and the same command is answered as the first', async () => {
  expect(await world.try('children', files.children)).toMatchObject({ made: 0, changed: 0, same: 3, refused: 0, rows: [] });
  const csv = 'Codice scuola;Scuola\nPASCOLI;Primaria Pascoli';
  const { plan } = await world.try('schools', csv);
  const command = { id: randomUUID(), kind: 'schools' as const, csv, plan };
  const first = await world.ask(putImport, command, administrator);
  expect(await world.ask(putImport, command, administrator)).toEqual(first);
  expect(first).toMatchObject({ made: 1, changed: 0 });
  // What was planned before is not what would be done now.
  await expect(world.ask(putImport, { ...command, id: randomUUID() }, administrator)).rejects.toMatchObject(refusal('changed-meanwhile'));
  await expect(world.ask(putImport, { ...command, kind: 'children' }, administrator)).rejects.toMatchObject(refusal('id-reused'));
  expect((await world.ask(listImports, { limit: 1 }, administrator)).items).toMatchObject([{ id: command.id, kind: 'schools', made: 1 }]);
});

test('INT-07: what a file changes is shown field by field before it is applied, and only then is it otherwise', async () => {
  const csv = files.children.replace('02 9735 0000', '02 9735 1111');
  expect(await world.try('children', csv)).toMatchObject({
    ...{ made: 0, changed: 1, same: 2 },
    rows: [
      { line: 2, outcome: 'changed', name: 'A0002', differences: [{ column: 'Telefono', before: '02 9735 0000', after: '02 9735 1111' }] },
    ],
  });
  const { id } = await elettra();
  expect((await world.ask(getChild, { id }, parent)).phone).toBe('02 9735 0000');
  await world.take('children', csv);
  expect((await world.ask(getChild, { id }, parent)).phone).toBe('02 9735 1111');
  await world.take('children', files.children);
});

test('INT-07: zeros at the beginning stay, empty lines are passed over, and an amount that can be read in two ways is never guessed', async () => {
  const services = (price: string) =>
    `\uFEFFCodice servizio;Servizio;Prepagato;Prezzo;Ora limite;Giorni prima\r\nBUS;"Trasporto; andata";no;${price};18:00;1\r\n\r\n`;
  expect(await world.try('services', services('1.234,56'))).toMatchObject({ made: 1, refused: 0 });
  for (const price of ['1.234', '1,005', '-1,00', 'gratis'])
    expect((await world.try('services', services(price))).rows).toMatchObject([
      { line: 2, outcome: 'refused', errors: [{ it: expect.stringMatching(/^Prezzo: /) }] },
    ]);
  expect(await world.try('services', services(''))).toMatchObject({ made: 1 });
});

test('INT-07: a file in which a row cannot be taken is refused whole, and its report says which and why', async () => {
  const csv = `${files.enrolments}\nA0002;MENSA;10/01/2027;RODARI;1A;;\nA9999;MENSA;14/09/2026;RODARI;;;\nA0003;MENSA;31/02/2027;RODARI;;;`;
  const report = await world.try('enrolments', csv);
  expect(report).toMatchObject({ made: 0, same: 2, refused: 4 });
  const reasons = report.rows.flatMap(({ line, errors }) => errors.map(({ en }) => `${line}: ${en}`));
  expect(reasons).toEqual([
    '2: on the same days the pupil is enrolled in this service already, by another enrolment',
    '5: on the same days the pupil is enrolled in this service already, by another enrolment',
    '6: Codice alunno: “A9999” is not there',
    '7: Dal: this is no date: dd/mm/yyyy',
  ]);
  const command = { id: randomUUID(), kind: 'enrolments' as const, csv, plan: report.plan };
  await expect(world.ask(putImport, command, administrator)).rejects.toMatchObject(refusal(importRefused.type));
});

test('INT-07: a row that should never have come is taken back, once it was shown, and not while something stands on it', async () => {
  const csv = 'Badge;Codice alunno\n009999;A0002';
  await world.take('badges', csv);
  expect((await elettra()).badges).toEqual(['000102', '009999']);
  const back = 'Badge;Codice alunno;Elimina\n009999;;sì\n000102;A0002;no\n008888;;sì';
  expect(await world.try('badges', back)).toMatchObject({
    ...{ made: 0, changed: 0, removed: 1, same: 2, refused: 0 },
    rows: [{ line: 2, outcome: 'removed', name: '009999' }],
  });
  expect(await world.take('badges', back)).toMatchObject({ removed: 1 });
  expect((await elettra()).badges).toEqual(['000102']);
  expect(await world.try('badges', back)).toMatchObject({ removed: 0, same: 3 });
  await world.take('attendance', 'Codice alunno;Codice servizio;Giorno;Presenza\nA0002;MENSA;15/09/2026;presente');
  expect(await world.try('badges', 'Badge;Codice alunno;Elimina\n000102;;sì')).toMatchObject({ refused: 1 });
  const enrolment =
    'Codice alunno;Codice servizio;Dal;Codice scuola;Classe;Al;Tariffa;Elimina\nA0002;MENSA;14/09/2026;;;;;sì\nA0004;MENSA;14/09/2026;;;;;sì';
  expect(await world.try('enrolments', enrolment)).toMatchObject({ removed: 1, refused: 1 });
  expect(await world.try('schools', 'Codice scuola;Scuola;Elimina\nMANZONI;;sì')).toMatchObject({ refused: 1 });
  expect(await world.try('badges', 'Badge;Codice alunno;Elimina\n000102;;forse')).toMatchObject({ refused: 1 });
});

test('SCH-33: the office gives a second person what she may do for a child, and that alone is open to her', async () => {
  const { id: childId } = await elettra();
  const id = randomUUID();
  const command = { id, childCode: 'A0002', fiscalCode: 'CNTGLI90L61L219P', name: 'CONTI GIULIA', rights: ['report' as const], version: 0 };
  const first = await world.ask(putSecondHolder, command, manager);
  expect(first).toMatchObject({ childName: 'BELLONI ELETTRA', rights: ['report'], version: 1 });
  expect(await world.ask(putSecondHolder, command, manager)).toEqual(first);
  expect((await children(strangerParent)).items).toMatchObject([{ name: 'BELLONI ELETTRA', rights: ['report'] }]);
  expect((await world.ask(listNextDays, {}, strangerParent)).items).toEqual([]);
  const report = { id: randomUUID(), childIds: [childId], from: '2038-05-03', to: '2038-05-03' };
  expect((await world.ask(reportAbsences, report, strangerParent)).items).toMatchObject([{ state: 'refused_no_service' }]);
  const period = { from: '2026-09-01', to: '2026-12-31' };
  const looks = () => [
    world.ask(getChild, { id: childId }, strangerParent),
    world.ask(listAttendance, { id: childId, ...period }, strangerParent),
    world.ask(getAccount, { id: childId, badge: '000102', ...period }, strangerParent),
    world.ask(listDocuments, {}, strangerParent),
  ];
  for (const look of looks()) await expect(look).rejects.toMatchObject(refusal(rightNotGiven.type));
  expect(await world.ask(putSecondHolder, { ...command, rights: ['see'], version: 1 }, manager)).toMatchObject({ version: 2 });
  await Promise.all(looks());
  await expect(world.ask(reportAbsences, report, strangerParent)).rejects.toMatchObject(refusal(rightNotGiven.type));
  const topUp = { id: randomUUID(), childId, badge: '000102', serviceId: randomUUID(), amountCents: 1_000 };
  await expect(world.ask(putTopUp, topUp, strangerParent)).rejects.toMatchObject(refusal(rightNotGiven.type));
  // Who pays comes as far as the service, which is none.
  await world.ask(putSecondHolder, { ...command, rights: ['pay'], version: 2 }, manager);
  await expect(world.ask(putTopUp, topUp, strangerParent)).rejects.toMatchObject(refusal(serviceNotPrepaid.type));
  // Of a child that the office has not named she learns nothing.
  const tommasa = (await children(parent, { badge: '000104' })).items[0]?.id ?? '';
  await expect(world.ask(getChild, { id: tommasa }, strangerParent)).rejects.toMatchObject(refusal(notHolder.type));
  await world.ask(endSecondHolder, { id }, manager);
  await world.ask(endSecondHolder, { id }, manager);
  await expect(children(strangerParent)).rejects.toMatchObject(refusal(notHolder.type));
});

test('SCH-33: nobody is entered twice, for no child, for the holder herself, by another body or over what another officer has written', async () => {
  const command = {
    id: randomUUID(),
    childCode: 'A0004',
    fiscalCode: 'CNTGLI90L61L219P',
    name: 'CONTI GIULIA',
    rights: ['see' as const],
    version: 0,
  };
  await world.ask(putSecondHolder, command, manager);
  const refused = (more: object, actor: Actor = manager) => world.ask(putSecondHolder, { ...command, ...more }, actor);
  await expect(refused({ id: randomUUID() })).rejects.toMatchObject(refusal(secondHolderThere.type));
  await expect(refused({ id: randomUUID(), fiscalCode: 'NREFRC80A41L219T' })).rejects.toMatchObject(refusal(secondHolderThere.type));
  await expect(refused({ id: randomUUID(), childCode: 'A9999' })).rejects.toMatchObject(refusal(childUnknown.type));
  await expect(refused({ childCode: 'A0002' })).rejects.toMatchObject(refusal('id-reused'));
  await expect(refused({ rights: ['pay'] })).rejects.toMatchObject(refusal('changed-meanwhile'));
  await expect(refused({ rights: [] })).rejects.toMatchObject(refusal('invalid-input'));
  const elsewhere = { ...manager, organizationId: dimostrativo };
  await expect(refused({}, elsewhere)).rejects.toMatchObject(refusal(childUnknown.type));
  await expect(world.ask(endSecondHolder, { id: command.id }, elsewhere)).rejects.toMatchObject(refusal('not-found'));
  await expect(refused({}, parent)).rejects.toMatchObject(refusal('forbidden'));
  expect((await world.ask(listSecondHolders, {}, manager)).items).toMatchObject([{ id: command.id, childCode: 'A0004', rights: ['see'] }]);
  expect((await world.ask(listSecondHolders, {}, elsewhere)).items).toEqual([]);
  await world.ask(endSecondHolder, { id: command.id }, manager);
});

test('INT-07: half a file, one in another encoding and one with other headings change nothing', async () => {
  const half = await world.try('children', files.children.slice(0, files.children.indexOf('MAGENTA', 500)));
  expect(half.refused).toBeGreaterThan(0);
  expect(half.rows.at(-1)?.errors).toContainEqual({ it: expect.anything(), en: expect.stringContaining('fewer columns') });
  await expect(world.try('schools', 'Codice scuola;Scuola\nX;D’ALÃ’')).rejects.toMatchObject(refusal('invalid-input'));
  await expect(world.try('schools', 'Codice scuola;Scuola\nX;D\uFFFDAL')).rejects.toMatchObject(refusal('invalid-input'));
  await expect(world.try('schools', 'Codice;Nome\nX;Y')).rejects.toMatchObject(refusal('invalid-input'));
});

test('what one body imports is nothing of another', async () => {
  const elsewhere = { ...administrator, organizationId: dimostrativo };
  const { same, made } = await world.ask(tryImport, { kind: 'schools', csv: files.schools }, elsewhere);
  expect({ same, made }).toEqual({ same: 0, made: 2 });
  expect((await world.ask(listImports, {}, elsewhere)).items).toEqual([]);
  expect(await world.ask(tryImport, { kind: 'badges', csv: files.badges }, elsewhere)).toMatchObject({ refused: 3 });
});
