import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@sportello/testing/servers';
import type { Browser } from 'playwright-core';
import { query } from '../../deploy/backing/postgres.js';
import { databaseNameOf } from '../../deploy/environment.js';
import type { Stack } from '../../deploy/stack.js';
import { described, type Installation } from '../../services/gateway/test/installation.js';
import { openStack } from '../../services/gateway/test/stack-of-worker.js';
import { arrive, visitorOf } from './arrive.js';
import { signIn } from './compile.js';
import { Album, launchBrowser, Person, settings } from './person.js';

const album = new Album('school');
let world: Installation;
let stack: Stack;
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
  stack = await openStack();
  world = described(stack.baseUrl, stack.mail.url, () => stack.stop());
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** What the service keeps, for what only the clock changes. */
const inSchool = (sql: string) => query(stack.backing.postgres.url.replace(/\/[^/]*$/, `/${databaseNameOf('school')}`), sql);

/** From long ago until today. */
async function searchAll(person: Person): Promise<void> {
  await person.page.getByLabel(person.say('school.period.from'), { exact: true }).fill('01/09/2020');
  await person.button('school.search.now').click();
}

describe.each(settings)('$language at $width', (setting) => {
  let daniele: Person;
  beforeAll(async () => {
    daniele = await arrive({ browser, world, setting, album, name: 'daniele.rifulgente' });
  });
  afterAll(async () => {
    expect(daniele.unexpected()).toEqual([]);
    await daniele.close();
  });

  test('SCH-01, SCH-06: from the area of school services the parent comes to the record of her child and its four tabs', async () => {
    const { page } = daniele;
    await daniele.go('/scuola');
    await daniele.look('area');
    await page.getByRole('link', { name: daniele.say('school.card.records') }).click();
    await page.getByRole('link', { name: 'BELLONI ELETTRA' }).waitFor();
    await daniele.look('elenco');
    await page.getByLabel(daniele.say('school.badgeNumber')).fill('000102');
    await page.getByLabel(daniele.say('school.badgeNumber')).press('Enter');
    await page.getByRole('link', { name: 'PLUTO PIPPPO' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'BELLONI ELETTRA' }).click();
    await daniele.seesTitle('BELLONI ELETTRA');
    await page.getByText('MAGENTA').waitFor();
    await daniele.look('dati-generali');
    for (const [tab, words] of [
      ['other', 'RIFULGENTE DANIELE'],
      ['services', 'Primaria Manzoni'],
      ['documents', daniele.say('school.documents.attached')],
    ] as const) {
      await page
        .getByRole('navigation', { name: daniele.say('school.tabs') })
        .getByRole('link', { name: daniele.say(`school.tab.${tab}`) })
        .click();
      await page.getByText(words).waitFor();
      await daniele.look(`scheda-${tab}`);
    }
  });

  test('SCH-17, SCH-34: a parent asks for a diet and reports an error with the child filled in, and the card', async () => {
    const { page } = daniele;
    await daniele.go('/scuola/refezione');
    await page.getByRole('link', { name: daniele.say('school.diet') }).click();
    await page.getByLabel(/^Alimenti da escludere|^Food to leave out/).waitFor({ state: 'detached' });
    expect(await page.getByLabel(/^Cognome e nome dell’alunno|^Family name and given name of the pupil/).inputValue()).toBe(
      'BELLONI ELETTRA',
    );
    await daniele.look('dieta');
    await daniele.go('/scuola/refezione');
    await page.getByRole('link', { name: daniele.say('school.report') }).click();
    await page.getByLabel(/^Cognome e nome dell’alunno|^Family name and given name of the pupil/).waitFor();
    expect(await page.getByLabel(/^Cognome e nome dell’alunno|^Family name and given name of the pupil/).inputValue()).toBe(
      'BELLONI ELETTRA',
    );
    expect(await page.getByLabel(/^Dove hai trovato l’errore|^Where you have found the error/).inputValue()).toBe('meals');
    await daniele.look('segnala');
  });

  test('SCH-07, SCH-09: the days of one child with menu and charge, and the virtual account of a badge', async () => {
    const { page } = daniele;
    await daniele.go('/scuola/refezione');
    await page.getByLabel(daniele.say('school.name')).selectOption({ label: 'PLUTO PIPPPO' });
    // What is no day is said at its field, where the keyboard goes on.
    await page.getByLabel(daniele.say('school.period.from'), { exact: true }).fill('31/02/2026');
    await daniele.button('school.search.now').click();
    await page.getByText(daniele.say('school.period.day')).waitFor();
    await page.waitForFunction(() => (document.activeElement as HTMLInputElement | null)?.value === '31/02/2026');
    await searchAll(daniele);
    await page.getByText(daniele.say('school.present')).first().waitFor();
    await daniele.look('refezione');
    await daniele.go('/scuola/conto');
    await page.getByLabel(daniele.say('school.badge'), { exact: true }).selectOption({ label: '000102 - BELLONI ELETTRA' });
    await searchAll(daniele);
    await page.getByText(daniele.say('school.account.named', { badge: '000102' })).waitFor();
    await page.getByText(daniele.say('school.movement.charge'), { exact: true }).first().waitFor();
    await page.getByLabel(daniele.say('school.warning.days')).selectOption('10');
    await daniele.button('school.warning.save').click();
    await page.getByText(daniele.say('school.warning.saved')).first().waitFor();
    await daniele.look('conto');
  });

  test('SCH-13, SCH-14, SCH-32: an absence is told and taken back, and the hour passes while the page is open', async () => {
    const { page } = daniele;
    await daniele.go('/scuola/assenze');
    await daniele.button('school.confirm').click();
    const success = new RegExp(daniele.say('school.absence.answer.reported', { day: '\\d\\d/\\d\\d/\\d{4}' }));
    await page.getByText(success).waitFor();
    await daniele.isTold(daniele.say('school.absence.outcome'));
    await daniele.look('comunicata');
    await daniele.button('school.confirm').click();
    await page.getByText(new RegExp(daniele.say('school.absence.answer.refused_duplicate', { day: '' }))).waitFor();
    await page
      .getByRole('button', {
        name: new RegExp(daniele.say('school.absence.cancel.named', { day: '.*', name: 'BELLONI ELETTRA', service: '.*' })),
      })
      .click();
    await page.getByText(daniele.say('school.absence.none')).waitFor();
    const [day] = await inSchool(
      `update service_days set cutoff_at = now() + interval '10 minutes'
       where id = (select d.id from service_days d join schools s on s.id = d.school_id and s.code = 'MANZONI' where d.cutoff_at > now() + interval '1 hour' order by d.cutoff_at limit 1)
       returning id`,
    );
    await page.clock.install();
    await page.reload();
    await page
      .getByText(/ 0 h \d+ min /)
      .first()
      .waitFor();
    await inSchool(`update service_days set cutoff_at = now() where id = '${String(day?.['id'])}'`);
    await page.clock.fastForward('11:00');
    await page
      .getByText(new RegExp(daniele.say('school.cutoff.passed', { day: '.*', name: '.*', service: '.*' })))
      .first()
      .waitFor();
    await eventually(async () => expect(await page.getByText(/ 0 h 0 min /).count()).toBe(0));
    await daniele.look('oltre-orario');
  });

  test('PAY-13, PAY-16: the nine documents of the manual, and 148,00 for four of them', async () => {
    const { page } = daniele;
    await daniele.go('/scuola/documenti');
    await page.getByRole('rowheader', { name: '120077' }).waitFor();
    const rows = await page
      .locator('tbody tr')
      .evaluateAll((all) => all.map((row) => [...row.children].slice(0, 7).map((cell) => cell.textContent?.trim())));
    expect(
      rows
        .slice(4, 6)
        .map(([, number]) => number)
        .toSorted(),
    ).toEqual(['120039', '120196']);
    const due = (cents: string) => [`${cents} €`, `${cents} €`, '-'];
    expect(rows.map((row) => row.map((cell) => cell?.replace(/\s/g, ' ')))).toEqual([
      ['21/10/2021', '120274', 'BELLONI ELETTRA', ...due('3,00'), '21/10/2021'],
      ['14/10/2021', '120273', 'BELLONI ELETTRA', ...due('50,00'), '14/10/2021'],
      ['01/09/2020', '120272', 'BELLONI ELETTRA', ...due('13,00'), '30/09/2020'],
      ['06/05/2020', '120234', 'BELLONI ELETTRA', ...due('45,00'), '31/05/2020'],
      ['30/04/2020', '120196', 'BELLONI ELETTRA', ...due('45,00'), '30/05/2020'],
      ['30/04/2020', '120039', 'BELLONI ELETTRA', ...due('45,00'), '30/06/2020'],
      ['28/04/2020', '120158', 'BELLONI ELETTRA', ...due('45,00'), '29/05/2020'],
      ['24/04/2020', '120001', 'BELLONI ELETTRA', ...due('55,00'), '31/05/2020'],
      ['11/02/2020', '120077', 'BELLONI ELETTRA', '45,00 €', '0,00 €', '45,00 €', '28/02/2020'],
    ]);
    await daniele.look('documenti');
    await daniele.go('/scuola/pagamento');
    for (const number of ['120272', '120234', '120196', '120158', '120001'])
      await page.getByLabel(daniele.say('school.pay.select.named', { number })).check();
    await page.getByLabel(daniele.say('school.pay.select.named', { number: '120273' })).click();
    await page.getByText(daniele.say('payments.sixth')).waitFor();
    await page.getByLabel(daniele.say('school.pay.select.named', { number: '120001' })).uncheck();
    await page.getByText(/148,00/).waitFor();
    await daniele.look('pagamento');
  });

  test('SCH-10, SCH-11, SCH-12: a top-up is paid online, and counts once the office has credited it', async () => {
    const { page } = daniele;
    await daniele.go('/scuola/ricariche');
    await page.getByLabel(daniele.say('school.topUp.amount')).fill('1,005');
    await daniele.button('school.confirm').click();
    await page.getByText(daniele.say('school.topUp.amount.wrong')).waitFor();
    await page.getByLabel(daniele.say('school.topUp.amount')).fill('25');
    await daniele.button('school.confirm').click();
    await daniele.button('school.pay.start').waitFor();
    await daniele.look('ricarica');
    await daniele.button('school.pay.start').click();
    await page.waitForURL(/\/carts\//);
    await page.getByLabel(/^Carta che paga$|^Card that pays$/).check();
    await page.getByRole('button', { name: /^(Paga|Pay) / }).click();
    await page.waitForURL(/\/pagamenti\/esito\//);
    const silvia = await visitorOf(world, 'silvia.marchetti', 'officer');
    await eventually(async () => expect((await silvia.ask('rpc.school.list-paid-top-ups.v1', { limit: 5 })).items).toHaveLength(1));
    const { items } = await silvia.ask('rpc.school.list-paid-top-ups.v1', { limit: 5 });
    await daniele.go('/scuola/ricariche');
    await page.getByText(daniele.say('school.topUp.state.paid')).first().waitFor();
    await daniele.look('ricarica-pagata');
    await silvia.ask('rpc.school.credit-top-up.v1', { id: items[0]?.id ?? '' });
    await page.reload();
    await page.getByText(daniele.say('school.topUp.state.credited')).first().waitFor();
  });

  test('SCH-18: whoever is not the account holder reads the error of the manual, closes it, and sees no name', async () => {
    const giulia = await arrive({ browser, world, setting, album, name: 'giulia.conti' });
    giulia.expectTrouble(/404/);
    await giulia.go('/scuola/anagrafica');
    await giulia.page.getByText(giulia.say('school.notHolder')).waitFor();
    await giulia.look('non-intestatario');
    expect(await giulia.page.content()).not.toMatch(/belloni|pluto/i);
    await giulia.dialog().getByText(giulia.say('school.close'), { exact: true }).click();
    await giulia.seesTitle(giulia.say('school.title'));
    await giulia.close();
  });
});

test('the morning of the kitchen: the day sheet by class, and the count that is signed and corrected', async () => {
  const setting = settings[1] as (typeof settings)[number];
  const clerk = await arrive({ browser, world, setting, album, name: 'chiara.greco', app: 'console' });
  const { page } = clerk;
  const [day] = await inSchool(`select day::text as day from service_days where frozen_at is not null order by day desc limit 1`);
  await clerk.go('/console/mensa');
  await page.getByLabel(clerk.say('kitchen.day'), { exact: true }).fill(String(day?.['day']));
  await page.getByText('Primaria Manzoni').first().waitFor();
  await clerk.look('mensa');
  const name = 'Primaria Manzoni - Refezione scolastica';
  await clerk.button('kitchen.sign.named', { name }).click();
  await clerk.button('kitchen.sign.named', { name }).waitFor({ state: 'detached' });
  await clerk.button('kitchen.correct.named', { name }).click();
  await clerk.field(clerk.say('kitchen.change')).fill('-1');
  await clerk.field(clerk.say('kitchen.reason')).fill('Uscita anticipata');
  await clerk.look('correzione');
  await clerk.button('kitchen.correct.send').click();
  await page.getByText(/Uscita anticipata \(/).waitFor();
  await clerk.look('mensa-corretta');
  await clerk.close();
});

test('INT-07, SCH-33: an administrator tries a file, applies what it would change, and gives a second person a right', async () => {
  const setting = settings[0] as (typeof settings)[number];
  await visitorOf(world, 'silvia.marchetti', 'officer');
  const silvia = await Person.open({ browser, baseUrl: world.baseUrl, setting, album, app: 'console' });
  const { page } = silvia;
  await page.goto(`/auth/login?${new URLSearchParams({ returnTo: '/console/scuola', as: 'officer' })}`);
  await signIn(silvia, world.signInOf('silvia.marchetti'), 'officer');
  await page.getByLabel(silvia.say('school.import.kind')).selectOption('schools');
  const choose = async (csv: string) => {
    const [files] = await Promise.all([page.waitForEvent('filechooser'), silvia.button('ui.csv.choose').click()]);
    await files.setFiles({ name: 'scuole.csv', mimeType: 'text/csv', buffer: Buffer.from(csv, 'latin1') });
  };
  await choose('Codice scuola;Scuola\r\nMANZONI;Primaria Manzoni, già Cavour\r\nPASCOLI;Primaria Pascoli\r\n');
  await page.getByText('Primaria Manzoni, già Cavour').waitFor();
  await silvia.look('prova');
  await silvia.button('school.import.apply').click();
  await page.getByText(silvia.say('ui.csv.none')).waitFor();
  await choose('Codice scuola;Scuola\r\nMANZONI;Primaria Manzoni\r\nPASCOLI;Primaria Pascoli\r\n');
  await silvia.button('school.import.apply').click();
  await page.getByText(silvia.say('ui.csv.none')).waitFor();
  await silvia.button('school.cutoff.change.named', { service: 'Refezione scolastica', school: 'Infanzia Rodari' }).click();
  await silvia.field(silvia.say('school.cutoff.time')).fill('8:30');
  await silvia.button('school.cutoff.send').click();
  await page.getByRole('cell', { name: '08:30' }).waitFor();
  await choose('Codice scuola;Scuola\r\nPASCOLI;\r\n');
  await page.getByText(silvia.say('school.trial.refused')).waitFor();
  await silvia.look('rifiutata');
  await silvia.go('/console/mensa/delegati');
  await silvia.button('holders.add').click();
  await silvia.button('holders.save').click();
  await page.getByText(silvia.say('holders.rights.wrong')).waitFor();
  await silvia.field(silvia.say('holders.code')).fill('A0002');
  await silvia.field(silvia.say('holders.fiscalCode')).fill('cntgli90l61l219p');
  await silvia.field(silvia.say('holders.name')).fill('CONTI GIULIA');
  await page.getByLabel(silvia.say('holders.right.report')).check();
  await silvia.look('delegato');
  await silvia.button('holders.save').click();
  const person = { name: 'CONTI GIULIA', child: 'BELLONI ELETTRA' };
  await silvia.button('holders.end.named', person).waitFor();
  await silvia.look('delegati');
  await silvia.button('holders.end.named', person).click();
  await silvia
    .dialog()
    .getByRole('button', { name: silvia.say('holders.end'), exact: true })
    .click();
  await page.getByText(silvia.say('holders.none')).waitFor();
  await silvia.close();
});
