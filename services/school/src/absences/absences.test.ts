import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  absenceAcquired,
  absenceCancelled,
  absenceReported,
  cancelAbsence,
  listAbsences,
  listCutoffs,
  listNextDays,
  putCutoff,
  reportAbsences,
} from '@sportello/contracts/school/absences';
import { listChildren, notHolder } from '@sportello/contracts/school/children';
import { correctCount, countStillOpen, getDaySheets, serviceDayNotFound, signCount } from '@sportello/contracts/school/kitchen';
import { administrator, manager, stranger } from '@sportello/testing/people';
import { eventually } from '@sportello/testing/servers';
import { files, otherParent, parent, strangerParent, World } from '../../test/world.js';
import { Parents } from '../children/parents.js';
import { Absence } from './absence.entity.js';
import { Absences } from './absences.js';
import { Counting } from './counting.js';

let world: World;
let absences: Absences;
let counting: Counting;
/** By badge. */
const ids: Record<string, string> = {};

/** The days of the week of 2026, so far ahead that the clock of the machine counts none of them. */
const calendar = [
  ...['23/10/2037', '26/10/2037', '27/03/2037', '30/03/2037', '01/06/2037', '03/06/2037'],
  ...['21/12/2037', '22/12/2037', '07/01/2038', '08/01/2038', '11/01/2038'],
];

beforeAll(async () => {
  world = await World.start();
  await world.takeAll();
  absences = world.service.get(Absences);
  counting = world.service.get(Counting);
  await world.take(
    'enrolments',
    'Codice alunno;Codice servizio;Dal;Codice scuola;Classe;Al;Tariffa\nA0002;MENSA;12/01/2037;MANZONI;4B;;\nA0004;MENSA;12/01/2037;MANZONI;4B;;',
  );
  await days(...calendar);
  for (const actor of [parent, otherParent])
    for (const { id, badges } of (await world.ask(listChildren, {}, actor)).items) ids[badges[0] ?? ''] = id;
});
afterAll(() => world?.stop());

const days = (...list: string[]) =>
  world.take('days', ['Codice servizio;Codice scuola;Giorno', ...list.map((day) => `MENSA;MANZONI;${day}`)].join('\n'));
const elettra = () => ids['000102'] ?? '';
const parentOf = () => world.service.get(Parents).identify(parent);
const report = async (from: string, to: string, now: string, more: { id?: string; weekdays?: number[]; childIds?: string[] } = {}) =>
  absences.report(await parentOf(), { id: randomUUID(), childIds: [elettra()], weekdays: [], from, to, ...more }, new Date(now));
const states = async (...asked: Parameters<typeof report>) => (await report(...asked)).map(({ day, state }) => `${day} ${state}`);
const cutoffOf = async (day: string): Promise<string> => {
  const [row]: { cutoff_at: Date }[] = await world.service.db.query('select cutoff_at from service_days where day = $1', [day]);
  return row?.cutoff_at.toISOString() ?? '';
};
const dayIdOf = async (day: string): Promise<string> => {
  const [row]: { id: string }[] = await world.service.db.query('select id from service_days where day = $1', [day]);
  return row?.id ?? '';
};
const refusal = (type: string) => ({ received: { type } });

test('SCH-15, ADM-14: the hour is one of the wall clock, on both sides of the change of the clocks', async () => {
  expect(await Promise.all(['2037-03-27', '2037-03-30', '2037-10-23', '2037-10-26'].map(cutoffOf))).toEqual([
    '2037-03-27T08:00:00.000Z',
    '2037-03-30T07:00:00.000Z',
    '2037-10-23T07:00:00.000Z',
    '2037-10-26T08:00:00.000Z',
  ]);
  const { items } = await world.ask(listCutoffs, {}, administrator);
  const [own] = items;
  if (!own) throw new Error('there is no cut-off');
  const { serviceId, schoolId } = own;
  const command = { serviceId, schoolId, time: '18:00', daysBefore: 1, version: 0 };
  await world.ask(putCutoff, command, administrator);
  // Again it is answered the same; whoever has not seen it is told.
  expect(await world.ask(putCutoff, command, administrator)).toMatchObject({ version: 1, time: '18:00' });
  await expect(world.ask(putCutoff, { ...command, time: '17:00' }, administrator)).rejects.toMatchObject(refusal('changed-meanwhile'));
  await expect(world.ask(putCutoff, { ...command, schoolId: randomUUID() }, administrator)).rejects.toMatchObject(refusal('not-found'));
  await expect(world.ask(putCutoff, command, manager)).rejects.toMatchObject(refusal('forbidden'));
  // Of the day of service before: Friday for Monday, Monday for Wednesday where Tuesday is a feast.
  expect(await Promise.all(['2037-03-30', '2037-10-26', '2037-06-03'].map(cutoffOf))).toEqual([
    '2037-03-27T17:00:00.000Z',
    '2037-10-23T16:00:00.000Z',
    '2037-06-01T16:00:00.000Z',
  ]);
  await world.ask(putCutoff, { ...command, time: '09:00', daysBefore: 0, version: 1 }, administrator);
});

test('SCH-14, SCH-15: a millisecond before the hour the absence is told with success, at the instant itself it is too late', async () => {
  expect(await states('2037-10-26', '2037-10-26', '2037-10-26T08:00:00.000Z')).toEqual(['2037-10-26 refused_late']);
  expect(await states('2037-10-26', '2037-10-26', '2037-10-26T07:59:59.999Z')).toEqual(['2037-10-26 reported']);
  expect(await states('2037-10-26', '2037-10-26', '2037-10-26T07:59:59.999Z')).toEqual(['2037-10-26 refused_duplicate']);
});

test('SCH-31: a range over Christmas has one answer a day, a refused day stops no other, and the same report again is the same', async () => {
  const id = randomUUID();
  const now = '2037-12-21T09:00:00Z';
  const first = await report('2037-12-21', '2038-01-08', now, { id });
  expect(first).toHaveLength(19);
  const told = first.filter(({ state }) => state !== 'refused_no_service').map(({ day, state }) => `${day} ${state}`);
  expect(told).toEqual(['2037-12-21 refused_late', '2037-12-22 reported', '2038-01-07 reported', '2038-01-08 reported']);
  expect(await report('2037-12-21', '2038-01-08', now, { id })).toEqual(first);
  expect(await world.service.db.manager.countBy(Absence, { reportId: id })).toBe(3);
  expect((await world.service.published(absenceReported)).filter(({ day }) => String(day) > '2037-12-01')).toHaveLength(3);
});

test('SCH-31: on some days of the week alone, and for several children at once', async () => {
  const childIds = [elettra(), ids['000104'] ?? ''];
  const answers = await report('2038-01-11', '2038-01-17', '2038-01-10T09:00:00Z', { weekdays: [1, 6], childIds });
  expect(answers.map(({ childName, day, state }) => `${childName} ${day} ${state}`).toSorted()).toEqual([
    'BELLONI ELETTRA 2038-01-11 reported',
    'BELLONI ELETTRA 2038-01-16 refused_no_service',
    'BELLONI TOMMASA 2038-01-11 reported',
    'BELLONI TOMMASA 2038-01-16 refused_no_service',
  ]);
});

test('a range that ends before it begins or lasts years is refused as a whole, and so is one with a child of somebody else', async () => {
  const asked = { id: randomUUID(), childIds: [elettra()], from: '2038-01-08', to: '2038-01-07' };
  await expect(world.ask(reportAbsences, asked, parent)).rejects.toMatchObject(refusal('invalid-input'));
  await expect(world.ask(reportAbsences, { ...asked, to: '2029-01-07' }, parent)).rejects.toMatchObject(refusal('invalid-input'));
  const before = await world.service.db.manager.count(Absence);
  const withOther = { ...asked, to: '2038-01-08', childIds: [elettra(), ids['000103'] ?? ''] };
  for (const actor of [parent, strangerParent])
    await expect(world.ask(reportAbsences, withOther, actor)).rejects.toMatchObject(refusal(notHolder.type));
  expect(await world.service.db.manager.count(Absence)).toBe(before);
});

test('SCH-31: it is taken back before the hour, by its parent alone, and can be told again', async () => {
  const { items } = await world.ask(
    reportAbsences,
    { id: randomUUID(), childIds: [elettra()], from: '2099-02-02', to: '2099-02-02' },
    parent,
  );
  expect(items).toMatchObject([{ state: 'refused_no_service' }]);
  const [told] = await report('2038-01-07', '2038-01-07', '2038-01-06T09:00:00Z');
  const id = told?.absenceId ?? '';
  for (const actor of [otherParent, strangerParent])
    await expect(world.ask(cancelAbsence, { id }, actor)).rejects.toMatchObject(refusal(notHolder.type));
  await expect(absences.cancel(await parentOf(), id, new Date('2038-01-07T08:00:00Z'))).rejects.toMatchObject({
    problem: { type: 'school-absence-too-late' },
  });
  const early = new Date('2038-01-07T07:59:59.999Z');
  expect(await absences.cancel(await parentOf(), id, early)).toBe('cancelled');
  expect(await absences.cancel(await parentOf(), id, early)).toBe('cancelled');
  expect(await states('2038-01-07', '2038-01-07', '2038-01-06T09:00:00Z')).toEqual(['2038-01-07 reported']);
  const { items: list } = await world.ask(listAbsences, { from: '2038-01-07' }, parent);
  expect(list.filter(({ day }) => day === '2038-01-07')).toMatchObject([{ state: 'reported', childName: 'BELLONI ELETTRA' }]);
});

test('INT-07: a day that is taken back takes its absences with it, unless the kitchen has counted it', async () => {
  await days('11/05/2037');
  expect(await states('2037-05-11', '2037-05-11', '2037-05-01T09:00:00Z')).toEqual(['2037-05-11 reported']);
  const back = 'Codice servizio;Codice scuola;Giorno;Elimina\nMENSA;MANZONI;11/05/2037;sì';
  expect(await world.take('days', back)).toMatchObject({ removed: 1 });
  const { items } = await world.ask(listAbsences, { from: '2037-05-11' }, parent);
  expect(items.filter(({ day }) => day === '2037-05-11')).toEqual([]);
  expect(await states('2037-05-11', '2037-05-11', '2037-05-01T09:00:00Z')).toEqual(['2037-05-11 refused_no_service']);
  const [counted]: { day: string }[] = await world.service.db.query(
    `select to_char(day, 'DD/MM/YYYY') as day from service_days where frozen_at is not null limit 1`,
  );
  expect(await world.try('days', back.replace('11/05/2037', counted?.day ?? ''))).toMatchObject({ refused: 1 });
});

test('SCH-32: the next day of each child is told with its hour', async () => {
  const { items } = await world.ask(listNextDays, {}, parent);
  expect(items.map(({ childName, day }) => `${childName} ${day}`).toSorted()).toEqual([
    'BELLONI ELETTRA 2037-03-27',
    'BELLONI TOMMASA 2037-03-27',
  ]);
  await expect(world.ask(listNextDays, {}, strangerParent)).rejects.toMatchObject(refusal(notHolder.type));
});

test('ADM-14: a count is signed and corrected after the hour alone, by the body’s own officers, and the number stays', async () => {
  await days('16/02/2038');
  const id = await dayIdOf('2038-02-16');
  const sheet = async (actor = manager) => (await world.ask(getDaySheets, { day: '2038-02-16' }, actor)).items;
  const correction = { id, correctionId: randomUUID(), change: -1, reason: 'Uscita anticipata' };
  await expect(world.ask(signCount, { id }, manager)).rejects.toMatchObject(refusal(countStillOpen.type));
  await expect(world.ask(correctCount, correction, manager)).rejects.toMatchObject(refusal(countStillOpen.type));
  await report('2038-02-16', '2038-02-16', '2038-02-15T09:00:00Z');
  expect(await sheet()).toMatchObject([{ schoolName: 'Primaria Manzoni', absent: 1, frozenAt: null }]);
  await counting.run(id, new Date('2038-02-16T07:59:59.999Z'));
  expect(await sheet()).toMatchObject([{ frozenAt: null }]);
  await counting.run(id, new Date('2038-02-16T08:00:00Z'));
  const [counted] = await sheet();
  expect(counted).toMatchObject({ absent: 1, expected: (counted?.enrolled ?? 0) - 1, signedAt: null });
  const signed = await world.ask(signCount, { id }, manager);
  expect(await world.ask(signCount, { id }, administrator)).toMatchObject({ signedAt: signed.signedAt });
  for (let i = 0; i < 2; i++)
    expect(await world.ask(correctCount, correction, manager)).toMatchObject({ absent: 1, expected: (counted?.enrolled ?? 0) - 2 });
  await expect(world.ask(correctCount, { ...correction, change: 2 }, manager)).rejects.toMatchObject(refusal('id-reused'));
  await expect(world.ask(correctCount, { ...correction, change: 0 }, manager)).rejects.toMatchObject(refusal('invalid-input'));
  expect(await sheet(stranger)).toEqual([]);
  await expect(world.ask(signCount, { id }, stranger)).rejects.toMatchObject(refusal(serviceDayNotFound.type));
});

test('SCH-31: a report that comes again late tells nothing anew, and its id is of no other report', async () => {
  await days('01/03/2038', '02/03/2038');
  const id = randomUUID();
  const first = await report('2038-03-01', '2038-03-01', '2038-02-20T09:00:00Z', { id });
  await absences.cancel(await parentOf(), first[0]?.absenceId ?? '', new Date('2038-02-20T10:00:00Z'));
  expect(await report('2038-03-01', '2038-03-01', '2038-02-20T11:00:00Z', { id })).toEqual(first);
  expect(await world.service.db.manager.countBy(Absence, { day: '2038-03-01' })).toBe(1);
  await expect(report('2038-03-02', '2038-03-02', '2038-02-20T11:00:00Z', { id })).rejects.toMatchObject({
    problem: { type: 'id-reused' },
  });
});

test('SCH-32: a day whose hour comes earlier after it was told for is counted at the earlier hour', async () => {
  await days('03/03/2038');
  const id = await dayIdOf('2038-03-03');
  await report('2038-03-03', '2038-03-03', '2038-02-20T09:00:00Z');
  await world.service.db.query('update service_days set cutoff_at = $2 where id = $1', [id, new Date()]);
  await counting.sweep(new Date());
  await eventually(async () => {
    const [day]: { frozen_at: Date | null }[] = await world.service.db.query('select frozen_at from service_days where id = $1', [id]);
    expect(day?.frozen_at).not.toBeNull();
  });
});

test('ADM-14: a count holds whatever enrolments and files say later, and an absence goes with the child to her school of now', async () => {
  await world.take(
    'days',
    'Codice servizio;Codice scuola;Giorno\nMENSA;MANZONI;08/03/2038\nMENSA;MANZONI;09/03/2038\nMENSA;RODARI;09/03/2038\nMENSA;MANZONI;10/03/2038',
  );
  const [headings, line] = files.children.split('\n');
  await world.take('children', `${headings}\n${(line ?? '').replace('A0002', 'S1')}`);
  const enrol = (school: string, from: string, to: string) =>
    world.take('enrolments', `Codice alunno;Codice servizio;Dal;Codice scuola;Classe;Al;Tariffa\nS1;MENSA;${from};${school};2C;${to};`);
  await enrol('MANZONI', '01/03/2038', '');
  const [{ id: childId } = { id: '' }]: { id: string }[] = await world.service.db.query(`select id from children where code = 'S1'`);
  for (const day of ['2038-03-08', '2038-03-09', '2038-03-10']) await report(day, day, '2038-02-20T09:00:00Z', { childIds: [childId] });
  const counted = await dayIdOf('2038-03-08');
  await counting.run(counted, new Date('2038-03-08T09:00:00Z'));
  const sheets = async (day: string) => (await world.ask(getDaySheets, { day }, manager)).items;
  const [before] = await sheets('2038-03-08');
  expect(before?.classes).toContainEqual({ className: '2C', enrolled: 1, absent: 1 });
  expect(await world.ask(signCount, { id: counted }, manager)).toMatchObject({ signedNumber: before?.expected });
  // She changes school from the 9th and leaves on it.
  await enrol('MANZONI', '01/03/2038', '08/03/2038');
  await enrol('RODARI', '09/03/2038', '09/03/2038');
  await world.take('enrolments', 'Codice alunno;Codice servizio;Dal;Codice scuola;Classe;Al;Tariffa\nA0002;MENSA;12/01/2037;MANZONI;9Z;;');
  await world.take('days', 'Codice servizio;Codice scuola;Giorno;Menù\nMENSA;MANZONI;08/03/2038;Riso');
  expect(await sheets('2038-03-08')).toMatchObject([
    { ...before, menu: 'Riso', signedNumber: before?.expected, signedAt: expect.any(Date), signedByName: expect.any(String) },
  ]);
  const moved = (await sheets('2038-03-09')).map(({ schoolName, absent }) => `${schoolName} ${absent}`);
  expect(moved).toEqual(['Infanzia Rodari 1', 'Primaria Manzoni 0']);
  await counting.run(await dayIdOf('2038-03-10'), new Date('2038-03-10T09:00:00Z'));
  expect(await sheets('2038-03-10')).toMatchObject([{ absent: 0 }]);
  expect((await world.service.published(absenceCancelled)).filter((fact) => fact['day'] === '2038-03-10')).toHaveLength(1);
  await world.take('enrolments', 'Codice alunno;Codice servizio;Dal;Codice scuola;Classe;Al;Tariffa\nA0002;MENSA;12/01/2037;MANZONI;4B;;');
});

test('ADM-14: a calendar that comes while the kitchen counts leaves the count as it is', async () => {
  await days('04/03/2038');
  const id = await dayIdOf('2038-03-04');
  await world.beside(`update service_days set frozen_at = '2038-03-04T08:00:00Z', absence_count = 3 where id = $1`, [id], () =>
    world.take('days', 'Codice servizio;Codice scuola;Giorno;Menù\nMENSA;MANZONI;04/03/2038;Riso'),
  );
  const [day]: { frozen_at: Date | null; absence_count: number; menu: string }[] = await world.service.db.query(
    'select frozen_at, absence_count, menu from service_days where id = $1',
    [id],
  );
  expect(day).toMatchObject({ frozen_at: new Date('2038-03-04T08:00:00Z'), absence_count: 3, menu: 'Riso' });
});

test('SCH-32: two at the very second and fifty around it: what is told is counted, and what is counted was told', async () => {
  const children = Array.from({ length: 50 }, (_, at) => ({ code: `R${at}`, id: '' }));
  const [headings, line] = files.children.split('\n');
  const rows = children.map(({ code }) => (line ?? '').replace('A0002', code));
  await world.take('children', [headings, ...rows].join('\n'));
  await world.take(
    'enrolments',
    `Codice alunno;Codice servizio;Dal;Codice scuola;Classe;Al;Tariffa\n${children.map(({ code }) => `${code};MENSA;14/09/2037;MANZONI;5B;;`).join('\n')}`,
  );
  await days('15/02/2038');
  const known: { id: string }[] = await world.service.db.query(`select id from children where code like 'R%'`);
  const dayId = await dayIdOf('2038-02-15');
  const hour = new Date('2038-02-15T08:00:00Z').getTime();
  const answers: string[] = [];
  const asked = known.map(async ({ id }, at) => {
    const [answer] = await report('2038-02-15', '2038-02-15', new Date(hour + at - 25).toISOString(), { childIds: [id] });
    answers.push(answer?.state ?? '');
  });
  // Counted while they come: a replica whose clock is a little ahead.
  await Promise.any(asked.slice(0, 25));
  await Promise.all([...asked, counting.run(dayId, new Date(hour)), counting.run(dayId, new Date(hour + 1))]);
  const [day]: { absence_count: number; frozen_at: Date }[] = await world.service.db.query('select * from service_days where id = $1', [
    dayId,
  ]);
  expect(day?.frozen_at).not.toBeNull();
  expect(answers.filter((state) => state === 'reported')).toHaveLength(day?.absence_count ?? -1);
  expect(await world.service.db.manager.countBy(Absence, { serviceDayId: dayId, state: 'acquired' })).toBe(day?.absence_count);
  expect((await world.service.published(absenceAcquired)).filter((fact) => fact['day'] === '2038-02-15')).toHaveLength(
    day?.absence_count ?? -1,
  );
  expect(answers.filter((state) => state === 'refused_late').length).toBeGreaterThanOrEqual(25);
});
