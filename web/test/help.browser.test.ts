import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@sportello/testing/servers';
import type { Browser } from 'playwright-core';
import { characters, registrationOf, usernameOf } from '../../deploy/world/people.js';
import { described, type Installation } from '../../services/gateway/test/installation.js';
import { openStack } from '../../services/gateway/test/stack-of-worker.js';
import { arrive } from './arrive.js';
import { Album, launchBrowser, Person, settings } from './person.js';

const album = new Album('help');
let world: Installation;
let browser: Browser;
const school = characters.find((character) => usernameOf(character) === 'maria.rossi') as (typeof characters)[number];
const { fiscalCode } = registrationOf(school).identity;

beforeAll(async () => {
  browser = await launchBrowser();
  const stack = await openStack();
  world = described(stack.baseUrl, stack.mail.url, () => stack.stop());
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

const mailTo = (address: string, subject: RegExp) =>
  eventually(async () => {
    const mail = (await world.mails()).find(({ to, subject: of }) => to.includes(address) && subject.test(of));
    expect(mail).toBeDefined();
  });

describe.each(settings)('$language at $width', (setting) => {
  const isItalian = setting.language === 'it';
  const group = isItalian ? 'Attività di configurazione del sistema' : 'Configuration of the system';
  const service = isItalian ? 'Richiesta verifica conti correnti' : 'Request to check current accounts';
  let maria: Person;
  let paola: Person;
  let number: string;
  let id: string;
  beforeAll(async () => {
    maria = await arrive({ browser, world, setting, album, name: 'maria.rossi' });
    paola = await arrive({ browser, world, setting, album, name: 'paola.serra', app: 'console' });
  });
  afterAll(async () => {
    for (const person of [maria, paola]) {
      expect(person.unexpected()).toEqual([]);
      await person.close();
    }
  });

  test('CAT-01 to CAT-04, CAT-08, CAT-09, XCT-01: from the home the school head finds the form of the manual', async () => {
    const { page } = maria;
    await page.getByRole('button', { name: /Maria Rossi/ }).click();
    await page.getByRole('button', { name: /^(Dirigente Scolastico|School head)/ }).click();
    await page.getByRole('button', { name: /Maria Rossi.*(Dirigente Scolastico|School head)/ }).waitFor();
    await maria.link('home.help.ask').first().click();
    await maria.seesTitle(maria.say('help.ask'));
    const categories = page.getByRole('navigation', { name: maria.say('help.categories') });
    await categories.getByText(/Pago In Rete/).waitFor();
    await maria.look('catalogo');
    await categories.getByText(/Pago In Rete/).click();
    await maria.seesTitle('Pago In Rete');
    await maria.sees(group);
    await maria.look('categoria');
    await page.getByRole('link', { name: maria.say('help.open.named', { name: service }) }).click();
    await maria.seesTitle(group);
    await page.getByRole('radio', { name: /^(Sì|Yes)$/ }).waitFor();
    await maria.look('modulo');
    await maria.button('help.send').click();
    await page.locator('.sp-error-summary').waitFor();
    await maria.look('modulo-incompleto');
  });

  test('CAT-09, TIC-04 to TIC-07, TIC-09, TIC-11: she names her school by its code, sends, and reads her request', async () => {
    const { page } = maria;
    await page.getByRole('radio', { name: /^(Sì|Yes)$/ }).check();
    const code = page.getByRole('combobox', { name: /^(Codice Meccanografico|School code)/ });
    await code.fill('TOIC');
    await page.getByRole('option').first().click();
    await page
      .getByRole('radio', { name: /^(Messaggio di errore in fase di inserimento del conto corrente postale|Error message when a postal)/ })
      .check();
    await page.getByLabel(/^(Informazioni aggiuntive|Further information)/).fill('Il conto corrente postale viene rifiutato');
    await maria.button('help.send').click();
    await maria.seesTitle(/CS\d{7}/);
    number = /CS\d{7}/.exec((await page.getByRole('heading', { level: 1 }).textContent()) ?? '')?.[0] ?? '';
    id = page.url().split('/').at(-1) ?? '';
    await maria.sees('4 - Low');
    await maria.look('richiesta');
    await maria.link('help.part.modulo').click();
    await maria.sees('Il conto corrente postale viene rifiutato');
    await maria.look('richiesta-dati');
    await maria.link('help.part.allegati').click();
    await maria.sees(maria.say('help.files.none'));
    await maria.look('richiesta-allegati');
  });

  test('TIC-32, TIC-33, TIC-34: the operator finds it in her queue, takes it and asks', async () => {
    const { page } = paola;
    await paola.go('/console/ticket?vista=unassigned');
    await page.getByRole('link', { name: number }).waitFor();
    await paola.look('coda');
    await page.getByRole('link', { name: number }).click();
    await paola.seesTitle(number);
    await paola.look('ticket');
    await paola.button('tickets.do.take').click();
    await paola.isTold(paola.say('tickets.done.take'));
    await mailTo(world.mailOf('maria.rossi'), new RegExp(number));
    await paola.button('tickets.do.ask').click();
    await paola.field(paola.say('tickets.words.ask'), paola.dialog()).fill('Quale conto corrente?');
    await paola.look('domanda', '.sp-dialog');
    await paola
      .dialog()
      .getByRole('button', { name: paola.say('tickets.do.ask'), exact: true })
      .click();
    await paola.isTold(paola.say('tickets.done.ask'));
    await paola.look('ticket-in-attesa');
  });

  test('TIC-08, TIC-34, TIC-44: she answers, the operator solves, she confirms and rates', async () => {
    const { page } = maria;
    await maria.go(`/area-personale/richieste/${id}`);
    await maria.sees('Quale conto corrente?');
    await maria.look('richiesta-in-attesa');
    const comment = maria.field(maria.say('ui.messages.text'));
    await comment.fill('Quello postale, e ');
    await comment.press('End');
    await comment.press('Control+b');
    await page.keyboard.type('non');
    await comment.press('Control+b');
    await page.getByRole('combobox', { name: maria.say('ui.rich.ink'), exact: true }).selectOption('red');
    await page.keyboard.type(' quello bancario');
    await page.keyboard.press('Enter');
    await maria.button('ui.rich.bullets').click();
    await page.keyboard.type('IBAN');
    await maria.look('commento');
    await maria.button('ui.messages.send').click();
    await maria.isTold(maria.say('ui.messages.sent'));
    for (const reader of [maria, paola]) {
      const told = reader.page.locator('.sp-thread > li').last();
      await told.getByText('IBAN').waitFor();
      expect(await told.locator('.sp-rich-text').first().innerHTML()).toBe(
        '<p>Quello postale, e <strong>non</strong><span class="sp-ink-red"> quello bancario</span></p>' + '<ul><li><p>IBAN</p></li></ul>',
      );
    }
    await paola.button('tickets.do.solve').click();
    await paola.field(paola.say('tickets.words.solve'), paola.dialog()).fill('Ora il conto è accettato');
    await paola
      .dialog()
      .getByRole('button', { name: paola.say('tickets.do.solve'), exact: true })
      .click();
    await paola.isTold(paola.say('tickets.done.solve'));
    await maria.button('help.confirm').waitFor();
    await maria.look('richiesta-risolta');
    await maria.button('help.confirm').click();
    await maria.isTold(maria.say('help.confirm.done'));
    await maria.button('help.rating.send').click();
    await page.waitForFunction(() => document.activeElement?.matches('[type="radio"][aria-invalid="true"]'));
    await page.getByRole('radio').nth(4).check();
    await maria.button('help.rating.send').click();
    await maria.isTold(maria.say('help.rating.thanks'));
    await maria.look('richiesta-chiusa');
  });

  test('TIC-10: all of hers are listed with their state', async () => {
    const { page } = maria;
    await maria.go('/area-personale/richieste');
    await page.getByRole('link', { name: number }).waitFor();
    await maria.look('le-mie-richieste');
    await maria.go('/area-personale/richieste?stato=cancelled');
    await maria.sees(maria.say('help.mine.filtered'));
    await maria.look('nessuna');
  });

  test('TIC-12: a search on a page of help finds its services, her own requests, and leads to the other services', async () => {
    const { page } = maria;
    await maria.go(`/assistenza?q=${number}`);
    await maria.sees(maria.say('help.found.none'));
    await page.getByRole('link', { name: number, exact: true }).waitFor();
    await page.getByRole('link', { name: maria.say('help.elsewhere.services', { words: number }) }).waitFor();
    await maria.look('ricerca');
  });

  test('TIC-30, TIC-36: a call is written down, and its number told', async () => {
    const { page } = paola;
    await paola.go('/console/ticket/nuovo');
    await paola.field(paola.say('tickets.call.fiscalCode')).fill(fiscalCode);
    await paola.button('tickets.call.find').click();
    await paola.sees(/Maria Rossi/);
    await page.waitForFunction(() => document.activeElement?.matches('form select'));
    // As what she wore last.
    expect(await paola.field(paola.say('tickets.call.profile')).locator('option:checked').textContent()).toMatch(
      /^(Dirigente|School head)/,
    );
    await paola.button('tickets.call.take').click();
    await page.waitForFunction(() => document.activeElement?.matches('[aria-invalid="true"]'));
    await paola.field(paola.say('tickets.call.subject')).fill('Non riesce ad accedere');
    // What was told is there again after a reload.
    await page.reload();
    expect(await paola.field(paola.say('tickets.call.fiscalCode')).inputValue()).toBe(fiscalCode);
    await paola.button('tickets.call.find').click();
    expect(await paola.field(paola.say('tickets.call.subject')).inputValue()).toBe('Non riesce ad accedere');
    await paola.look('chiamata');
    await paola.button('tickets.call.take').click();
    const told = page.getByText(/CS\d{7}/).first();
    await told.waitFor();
    await paola.look('chiamata-registrata');
    const called = (await page.getByRole('link', { name: paola.say('tickets.call.open') }).getAttribute('href'))?.split('/').at(-1) ?? '';
    // She finds it under the profile as which she called; under another she is told which one that is.
    maria.expectTrouble(/status of 404/);
    const wears = async (profile: RegExp) => {
      await maria.page.getByRole('button', { name: /Maria Rossi/ }).click();
      await maria.page.getByRole('button', { name: profile }).click();
      await maria.page.getByRole('button', { name: new RegExp(`Maria Rossi.*(${profile.source.replaceAll('^', '')})`) }).waitFor();
    };
    await wears(/^(Utente Cittadino|Citizen)/);
    await maria.go(`/area-personale/richieste/${called}`);
    const change = maria.page.locator('main').getByRole('button', { name: /(Dirigente Scolastico|School head)/ });
    await change.waitFor();
    await maria.look('richiesta-di-un-altro-profilo');
    await change.click();
    await maria.seesTitle(/CS\d{7}/);
  });

  test('TIC-37, BKO-09: what the desk did is told by channel, kind, desk, operator and hour', async () => {
    await paola.go('/console/ticket');
    await paola.link('tickets.report').click();
    await paola.seesTitle(paola.say('tickets.report'));
    await paola.sees(paola.say('tickets.report.by.operator'));
    await paola.look('rapporto');
  });
});

test('TIC-35: the manager of a help desk looks after its hours, and each mistake is told at its field', async () => {
  const anna = await arrive({ browser, world, setting: { language: 'it', width: 390 }, album, name: 'anna.costa', app: 'console' });
  anna.expectTrouble(/status of 4\d\d/);
  await anna.go('/console/assistenza');
  await anna.look('sportelli');
  await anna.page.getByRole('link', { name: 'Assistenza giuridica' }).click();
  await anna.seesTitle('Assistenza giuridica');
  await anna.look('sportello');
  await anna.field(anna.say('desks.field.hours.closesAt')).fill('7');
  await anna.button('ui.settings.save').click();
  await anna.page.waitForFunction(() => document.activeElement?.matches('[aria-invalid="true"]'));
  await anna.look('sportello-errato');
  await anna.field(anna.say('desks.field.hours.closesAt')).fill('18.30');
  await anna.button('ui.settings.save').click();
  await anna.isTold(anna.say('ui.settings.saved'));
  expect(await anna.field(anna.say('desks.field.hours.closesAt')).inputValue()).toBe('18:30');
  expect(anna.unexpected()).toEqual([]);
  await anna.close();
});

test('TIC-02: the administrator looks after the catalogue of help', async () => {
  const setting = { language: 'en', width: 1280 } as const;
  const moretti = await arrive({ browser, world, setting, album, name: 'moretti', app: 'console', first: 'services.title' });
  await moretti.go('/console/assistenza');
  await moretti.link('catalogue.title').click();
  await moretti.seesTitle(moretti.say('catalogue.title'));
  await moretti.page.getByRole('link', { name: 'Credentials and sign-in' }).waitFor();
  await moretti.look('catalogo-ente');
  await moretti.page.getByRole('table').nth(1).getByRole('link').first().click();
  const intro = moretti.field(moretti.say('ui.settings.inEnglish', { label: moretti.say('catalogue.field.intro') }));
  await intro.fill('For whoever cannot sign in');
  await moretti.look('servizio-ente');
  await moretti.button('ui.settings.save').click();
  await moretti.isTold(moretti.say('ui.settings.saved'));
  expect(moretti.unexpected()).toEqual([]);
  await moretti.close();
});

test('KNB-08, KNB-13, KNB-21: the manager of the help desk writes an article, publishes it, and everybody finds and reads it', async () => {
  const setting = { language: 'it', width: 1280 } as const;
  const anna = await arrive({ browser, world, setting, album, name: 'anna.costa', app: 'console' });
  const { page } = anna;
  await anna.go('/console/conoscenza/nuovo');
  await anna.field(anna.say('library.topic')).selectOption({ label: 'SPID/CIE' });
  await anna.field(anna.say('library.titleOf')).first().fill('Il codice di recupero della tessera verde');
  const body = anna.field(anna.say('library.body')).first();
  await body.click();
  await anna.button('ui.rich.heading2').first().click();
  await page.keyboard.type('Che cosa serve');
  await page.keyboard.press('Enter');
  await anna.button('ui.rich.bold').first().click();
  await page.keyboard.type('Due documenti');
  await anna.button('ui.rich.link').first().click();
  await anna.field(anna.say('ui.rich.link.address')).fill('non un indirizzo');
  await anna.button('ui.rich.link.apply').click();
  await anna.sees(anna.say('ui.rich.link.wrong'));
  await anna.field(anna.say('ui.rich.link.address')).fill('https://www.cartaidentita.interno.gov.it');
  await anna.look('articolo-nuovo');
  await page.keyboard.press('Enter');
  await body.getByRole('link').waitFor();
  await anna.button('library.save').click();
  await anna.sees(anna.say('library.saved'));
  await anna.look('articolo');
  await anna.button('library.move.propose').click();
  // Whoever approves it reads it as readers will.
  await page.locator('.sp-rich-text strong').getByText('Due documenti').waitFor();
  await anna.button('library.move.publish').click();
  await anna.field(anna.say('ui.settings.day', { label: anna.say('library.publish.at') })).fill('31/02/2027');
  await anna
    .dialog()
    .getByRole('button', { name: anna.say('library.move.publish') })
    .click();
  await anna.sees(anna.say('library.publish.at.wrong'));
  await anna.look('articolo-pubblica', '.sp-dialog');
  await anna.field(anna.say('ui.settings.day', { label: anna.say('library.publish.at') })).fill('');
  await anna
    .dialog()
    .getByRole('button', { name: anna.say('library.move.publish') })
    .click();
  await page.getByText(anna.say('library.status.published'), { exact: true }).first().waitFor();
  await anna.look('articolo-pubblicato');
  const reader = await browser.newPage({ baseURL: world.baseUrl });
  await reader.goto('/argomenti?q=recupero+tessera+verde');
  await reader.getByRole('link', { name: 'Il codice di recupero della tessera verde' }).click();
  await reader.getByRole('heading', { level: 2, name: 'Che cosa serve' }).waitFor();
  expect(await reader.locator('.sp-rich-text p').first().innerHTML()).toContain('<strong>Due documenti</strong>');
  expect(await reader.locator('.sp-rich-text a').getAttribute('rel')).toBe('noopener noreferrer nofollow');
  await reader.close();
  expect(anna.unexpected()).toEqual([]);
  await anna.close();
});
