import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { romeDate } from '@sportello/italy/rome-time';
import { eventually } from '@sportello/testing/servers';
import { Visitor } from '@sportello/testing/visitor';
import { laboratoryToken } from '../../../deploy/laboratory-token.ts';
import { bringSchoolFiles } from '../../../deploy/simulators/school-system.ts';
import { answersTo } from '../../../deploy/world/answers.ts';
import { loadWorld } from '../../../deploy/world/load.ts';
import { loadTickets } from '../../../deploy/world/load-tickets.ts';
import { bodies, characters, officers, officesOfBodies } from '../../../deploy/world/people.ts';
import { servicesAt } from '../../../deploy/world/procedures.ts';
import { type SchoolFile, schoolFilesAt } from '../../../deploy/world/school.ts';
import type { Service } from '../../../deploy/world/service.ts';
import { themes } from '../../../deploy/world/themes.ts';
import { calls, stories } from '../../../deploy/world/tickets.ts';
import { pdf } from '../../../libs/forms/test/files.js';
import { openTestWorld, stored, type TestWorld } from './test-world.js';

let world: TestWorld;
let giulia: Visitor;
beforeAll(async () => {
  world = await openTestWorld();
  giulia = await world.enter('giulia.conti');
});
afterAll(() => world?.close());

/** What citizens may send today. */
const open = servicesAt(new Date()).filter(({ audience, opensAt }) => audience.includes('citizen') && opensAt === null);

test.each(open.map((service) => [service.code, service] as const))(
  'CAT-39: %s is filled in whole, with its files, and sent by API',
  async (_code, service) => {
    const id = await filledIn(service);
    const { status, number, attachments } = await giulia.ask('rpc.practices.get.v1', { id });
    expect({ status, number }).toEqual({ status: 'ready', number: expect.stringContaining(service.code) });
    if (service.settings.payment === 'request') {
      const { payments } = await giulia.move('rpc.practices.proceed-to-payment.v1', { id });
      const position = { id: payments?.[0]?.id ?? '' };
      await eventually(async () => expect(await giulia.ask('rpc.payments.get.v1', position)).toMatchObject({ state: 'to_pay' }));
    } else {
      expect(await giulia.move('rpc.practices.submit.v1', { id })).toMatchObject({ practiceId: id, number });
    }
    expect(attachments.every(({ type }) => type === 'application/pdf')).toBe(true);
  },
);

/** Opens a draft, uploads what its answers name, saves it, declares its stamp where one is wanted, and completes it. */
async function filledIn({ id: procedureId, form, settings }: Service): Promise<string> {
  const id = randomUUID();
  let turn = 0;
  const { content, files } = answersTo(form, (count) => turn++ % count, romeDate(new Date()));
  const { version } = await giulia.ask('rpc.practices.open.v1', { id, procedureId, content: {} });
  for (const { id: fileId, field, name } of files) {
    const path = `/api/v1/practices/${id}/attachments/${fileId}?purpose=form&field=${field}&name=${name}`;
    await giulia.json(path, { method: 'PUT', body: pdf, headers: { 'content-type': 'application/pdf' } });
  }
  const { content: known } = await giulia.ask('rpc.practices.get-content.v1', { id });
  const whole = { ...known, ...content } as typeof known;
  const saved = await giulia.ask('rpc.practices.save-draft.v1', { id, version, content: whole });
  expect(saved).toMatchObject({ dropped: [], unusedFiles: [] });
  if (settings.stamps === 'request') {
    const stamp = { stampId: randomUUID(), number: '01230456789012', issuedOn: '2026-01-02' };
    await giulia.ask('rpc.practices.declare-stamp.v1', { id, version: saved.version, ...stamp });
  }
  await giulia.ask('rpc.practices.complete.v1', { id, version: saved.version });
  return id;
}

test('CAT-30: the world has a service of each of the ten kinds', () => {
  expect(open.map(({ code }) => code)).toEqual(
    expect.arrayContaining([
      'INFORMAZIONI',
      'SEGNALAZIONE_ASL',
      'ACCESSO_ATTI',
      'CONCORSO_ISTRUTTORI',
      'ISCRIZIONE_NIDO',
      'PRENOTAZIONE_SALE',
      'SUOLO_PUBBLICO',
      'CONTRIBUTO_AFFITTO',
      'PERMESSO_ZTL',
      'CERTIFICATI_ANAGRAFICI',
    ]),
  );
});

test.each([
  ['isee', 'VOUCHER_SCUOLA_2022'],
  ['Asilo nido', 'SERV06_UTENTI_2022'],
  ['ospedale', 'SALUTE_VIAGGI_CURA'],
  ['stato di famiglia', 'CERTIFICATI_ANAGRAFICI'],
  ['birth certificate', 'CERTIFICATI_ANAGRAFICI'],
])('CAT-15: whoever types "%s" finds %s among the services of the world', async (search, code) => {
  const { items } = await new Visitor(world.stack.baseUrl).ask('rpc.practices.list-procedures.v1', { search });
  expect(items.map((item) => item.code)).toContain(code);
});

test('the world that is loaded again, although services do not answer for a while, has one of each', async () => {
  const { stack } = world;
  await Promise.all((['identity', 'practices'] as const).map((name) => stack.service(name).kill()));
  expect(await loadWorld(stack)).toHaveLength(characters.length);
  const services = servicesAt(new Date()).length;
  expect(await stored(stack)).toMatchObject({
    'identity.organizations': bodies.length,
    'identity.offices': officesOfBodies.length,
    'identity.people': characters.length,
    'identity.profiles': characters.flatMap(({ profiles }) => profiles).length,
    'identity.credentials': characters.length,
    'identity.officers': officers.length,
    'identity.themes': themes.length,
    'practices.procedures': services,
    'practices.form_versions': services,
  });
});

test('TIC-10, TIC-33, TIC-37: the help desk of the demonstration has requests of each kind, and is loaded once', async () => {
  const { stack } = world;
  for (let times = 0; times < 2; times += 1) await loadTickets(stack);
  expect(await stored(stack)).toMatchObject({ 'ticketing.tickets': stories.length + calls.length });
  const anna = await world.enter('anna.costa', 'officer');
  const { total, desks, operators } = await anna.ask('rpc.ticketing.get-report.v1', {});
  expect(total).toMatchObject({ opened: stories.length + calls.length - 2, merged: 1, cancelled: 1, reopened: 1, silent: 0 });
  expect([total.solved > 5, total.rated > 3, desks.length, operators.length]).toEqual([true, true, 4, 2]);
  const counts = await anna.ask('rpc.ticketing.count-queue.v1', {});
  expect([counts.unassigned > 5, counts.awaiting > 1]).toEqual([true, true]);
  expect((await giulia.ask('rpc.ticketing.list-own.v1', { limit: 10 })).items.length).toBeGreaterThan(3);
});

test('INT-07: the simulated management system brings its files by the documented API, and the same files once more change nothing', async () => {
  const token = await laboratoryToken(world.baseUrl, 'silvia.marchetti');
  const files: SchoolFile[] = [
    ...schoolFilesAt(new Date()),
    { kind: 'attendance', csv: 'Codice alunno;Codice servizio;Giorno;Presenza\nA0001;MENSA;14/09/2020;presente' },
  ];
  expect(await bringSchoolFiles(world.baseUrl, token, files)).toBeGreaterThan(0);
  expect(await bringSchoolFiles(world.baseUrl, token, files)).toBe(0);
  const refused: SchoolFile[] = [
    { kind: 'attendance', csv: 'Codice alunno;Codice servizio;Giorno;Presenza\nA9999;MENSA;14/09/2020;presente' },
  ];
  await expect(bringSchoolFiles(world.baseUrl, token, refused)).rejects.toThrow('Codice alunno');
});
