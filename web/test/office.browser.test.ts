import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { eventually } from '@sportello/testing/servers';
import type { Browser, Page } from 'playwright-core';
import { type Installation, openInstallation } from '../../services/gateway/test/installation.js';
import { comuneOfAscalea, correctUsers } from '../../services/gateway/test/mayor-data.js';
import { arrive, sendRequest, visitorOf } from './arrive.js';
import { Album, launchBrowser, type Person } from './person.js';

const album = new Album('office');
let world: Installation;
let browser: Browser;
let bianchi: Person;
let page: Page;
let numbers: string[];

const rows = () => page.getByRole('row').filter({ has: page.getByRole('rowheader') });
const choose = (id: string, label: string) => bianchi.field(bianchi.say(id)).selectOption({ label });
const shows = (count: number) => bianchi.sees(new RegExp(`^${count} pratic(a|he) mostrat|^Nessuna pratica$`));

beforeAll(async () => {
  browser = await launchBrowser();
  world = await openInstallation();
  const mayor = await visitorOf(world, 'federica.neri');
  numbers = [];
  for (let count = 0; count < 4; count += 1) numbers.push((await sendRequest(mayor)).number);
  bianchi = await arrive({ browser, world, setting: { language: 'it', width: 1280 }, album, name: 'bianchi', app: 'console' });
  page = bianchi.page;
});

afterAll(async () => {
  await browser?.close();
  await world?.close();
});

test('PRA-23, PRA-24: the officer sees the practices of her services, each with what the list must tell', async () => {
  await bianchi.menu('section.practices');
  await shows(4);
  for (const column of [
    'Accesso',
    'Richiedente',
    'Codice fiscale',
    'Data della richiesta',
    'Ultima modifica di stato',
    'Stato',
    'Operatore in carico',
    'Ufficio in carico',
    'Priorità',
  ])
    await page.getByRole('columnheader', { name: column, exact: true }).waitFor();
  await bianchi.look('coda');
});

test('PRA-25: one bar finds by name, fiscal code or number', async () => {
  const bar = page.getByLabel(bianchi.say('queue.search'));
  for (const [words, count] of [
    ['neri', 4],
    ['NREFRC80A41', 4],
    [numbers[2] ?? '', 1],
    ['nessuno così', 0],
  ] as const) {
    await bar.fill(words);
    await bar.press('Enter');
    await shows(count);
    expect(await rows().count()).toBe(count);
  }
  await bianchi.look('niente-trovato');
  await bianchi.button('ui.filters.removeAll').first().click();
  await shows(4);
});

test('PRA-26, PRA-27, PRA-28: she filters by service, by a state that this service has, and by who works it', async () => {
  await choose('queue.service', 'Utenti Servizi 06');
  await shows(4);
  const states = await bianchi.field(bianchi.say('queue.status')).getByRole('option').allTextContents();
  expect(states).toContain('INVIATA');
  expect(states.join()).not.toMatch(/PAGAMENTO/);
  await choose('queue.status', 'APPROVATA');
  await shows(0);
  await choose('queue.status', 'INVIATA');
  await choose('queue.work', 'In attesa di presa in carico');
  await shows(4);
  await bianchi.look('filtri');
  await choose('queue.work', 'Assegnate a me');
  await shows(0);
  await bianchi.button('ui.filters.removeAll').first().click();
});

test('PRA-29: she filters by the time of the last change, also between two days', async () => {
  await choose('queue.period', 'Oggi');
  await shows(4);
  await choose('queue.period', 'Settimana scorsa');
  await shows(0);
  await choose('queue.period', 'Personalizzato');
  await bianchi.field(bianchi.say('queue.period.from')).fill('2022-07-25');
  await bianchi.field(bianchi.say('queue.period.to')).fill('2022-09-02');
  await bianchi.button('queue.period.apply').click();
  await bianchi.sees('Dal 25/07/2022 al 02/09/2022');
  await shows(0);
  await bianchi.look('periodo');
  await bianchi.button('ui.filters.removeAll').first().click();
  await shows(4);
});

test('PRA-30: with the keyboard alone she opens a practice, takes it in charge and writes a note', async () => {
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await bianchi.seesTitle(bianchi.say('today.title'));
  await page.keyboard.press('Control+k');
  await bianchi.dialog().getByRole('combobox').waitFor();
  await bianchi.look('comandi');
  await page.keyboard.type(numbers[0] ?? '');
  await bianchi
    .dialog()
    .getByRole('option', { name: new RegExp(numbers[0] ?? '') })
    .waitFor();
  await page.keyboard.press('Enter');
  await bianchi.seesTitle(numbers[0] ?? '');
  await bianchi.button('action.take').waitFor();
  await page.keyboard.press('m');
  await bianchi.button('action.approve').waitFor();
  await page.keyboard.press('n');
  const words = bianchi.field(bianchi.say('messages.text'));
  await words.waitFor();
  expect(await words.evaluate((it) => it === document.activeElement)).toBe(true);
  await page.keyboard.type('Sentire il settore istruzione.');
  await page.keyboard.press('Control+Enter');
  await page.locator('.sp-thread .is-note').getByText('Sentire il settore istruzione.').waitFor();
  await bianchi.isTold(bianchi.say('messages.noted'));
  await page.keyboard.press('?');
  await bianchi.dialog().waitFor();
  await bianchi.look('tasti');
  await page.keyboard.press('Escape');
  await bianchi.dialog().waitFor({ state: 'detached' });
});

test('PRA-88, PRA-90: a priority is set by a press, and when she removes tags the keyboard stays at them', async () => {
  await page.getByRole('link', { name: bianchi.say('tab.practice'), exact: true }).click();
  const field = bianchi.field(bianchi.say('tags.add'));
  for (const tag of ['prima', 'seconda']) {
    await field.fill(tag);
    await field.press('Enter');
    await page.getByRole('button', { name: bianchi.say('tags.remove', { tag }) }).waitFor();
  }
  await bianchi.field(bianchi.say('queue.column.priority')).selectOption({ label: 'Alta' });
  await bianchi.button('marks.priority.set').click();
  await page.locator('[aria-live]', { hasText: bianchi.say('marks.priority.done', { priority: 'Alta' }) }).waitFor({ state: 'attached' });
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName);
  await page.getByRole('button', { name: bianchi.say('tags.remove', { tag: 'prima' }) }).press('Enter');
  await eventually(async () => expect(await focused()).toBe(bianchi.say('tags.remove', { tag: 'seconda' })));
  await page.keyboard.press('Enter');
  await eventually(async () => expect(await focused()).toBe('INPUT'));
});

test('PRA-38: she rejects with a message, and the list tells it', async () => {
  await bianchi.button('action.reject').click();
  await bianchi.field(bianchi.say('dialog.message')).fill('Il Comune non ha servizi educativi.');
  await page.getByLabel(bianchi.say('dialog.confirm.reject', { number: numbers[0] ?? '' })).check();
  await bianchi.look('rigetta');
  await bianchi.button('dialog.send.reject').click();
  await bianchi.dialog().waitFor({ state: 'detached' });
  await bianchi.isTold(bianchi.say('action.done.reject', { number: numbers[0] ?? '' }));
  await bianchi.sees('RIFIUTATA');
  await page.getByRole('link', { name: bianchi.say('tab.outcome'), exact: true }).click();
  await bianchi.sees('Il Comune non ha servizi educativi.');
  await bianchi.look('rigettata');
});

test('BKO-03, BKO-04, BKO-05: she counts the fields that she wants, and the file has just these, cell by cell', async () => {
  await bianchi.menu('section.practices');
  await choose('queue.service', 'Utenti Servizi 06');
  await shows(4);
  await page.getByRole('link', { name: bianchi.say('queue.export'), exact: true }).click();
  await bianchi.seesTitle(bianchi.say('exports.new.title'));
  await choose('exports.new.format', bianchi.say('exports.format.csv'));
  await bianchi.button('ui.columns.title').click();
  await bianchi.button('ui.columns.none').click();
  for (const name of ['Stato', 'Numero', 'CAP', 'Email utente'])
    await bianchi
      .dialog()
      .getByRole('button', { name: bianchi.say('ui.columns.count.label', { name }), exact: true })
      .click();
  await bianchi.look('conta');
  await bianchi.button('ui.columns.apply').click();
  await bianchi.button('exports.new.send').click();
  await bianchi.seesTitle(bianchi.say('exports.title'));
  const download = page.getByRole('button', { name: /^Scarica Utenti Servizi 06/ });
  const [file] = await Promise.all([page.waitForEvent('download'), download.click()]);
  const lines = readFileSync(await file.path(), 'utf8').split('\r\n');
  const mails = correctUsers.map(({ mail }) => mail);
  expect(lines[0]).toBe(`\uFEFFNumero;Stato;CAP;${mails.map((_, at) => `Utente ${at + 1}: Email utente`).join(';')}`);
  const expected = numbers.map((number, at) => [number, at === 0 ? 'RIFIUTATA' : 'INVIATA', comuneOfAscalea.cap, ...mails].join(';'));
  expect(lines.slice(1).sort()).toEqual(['', ...expected].sort());
  await bianchi.look('esportazioni');
});

test('BKO-06: the services, the figures and the colleagues have their pages, and an address that leads nowhere says so', async () => {
  await bianchi.menu('section.services');
  await bianchi.seesTitle(bianchi.say('services.title'));
  await bianchi.look('servizi');
  await bianchi.menu('section.statistics');
  await bianchi.seesTitle(bianchi.say('statistics.title'));
  await page.getByRole('img', { name: /^Pratiche inviate per anno\. \d{4}: 4/ }).waitFor();
  await bianchi.look('statistiche');
  await bianchi.go('/console/operatori');
  await bianchi.look('non-per-te');
  bianchi.expectTrouble(/non-esiste .*status of 404/);
  await bianchi.go('/console/non-esiste');
  await bianchi.seesTitle(bianchi.say('missing.title'));
  await bianchi.look('non-esiste');
});

test('IDE-41: a citizen who opens the console is told whom it is for', async () => {
  const giulia = await arrive({ browser, world, setting: { language: 'it', width: 1280 }, album, name: 'giulia' });
  await giulia.page.goto('/console');
  await giulia.seesTitle('Questa parte è riservata agli operatori');
  await giulia.look('riservata');
  expect(giulia.unexpected()).toEqual([]);
  await giulia.close();
});

test('no page complained to the browser', () => {
  expect(bianchi.unexpected()).toEqual([]);
});
