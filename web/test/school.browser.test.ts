import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { described, type Installation } from '../../services/gateway/test/installation.js';
import { openStack } from '../../services/gateway/test/stack-of-worker.js';
import { arrive, visitorOf } from './arrive.js';
import { signIn } from './compile.js';
import { Album, launchBrowser, Person, settings } from './person.js';

const album = new Album('school');
let world: Installation;
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
  const stack = await openStack();
  world = described(stack.baseUrl, stack.mail.url, () => stack.stop());
});
afterAll(async () => {
  await browser?.close();
  await world?.close();
});

describe.each(settings)('$language at $width', (setting) => {
  let daniele: Person;
  beforeAll(async () => {
    daniele = await arrive({ browser, world, setting, album, name: 'daniele.rifulgente' });
  });
  afterAll(async () => {
    expect(daniele.unexpected()).toEqual([]);
    await daniele.close();
  });

  test('SCH-01, SCH-03: from the area of school services the parent comes to the record of her child and its tabs', async () => {
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
    ] as const) {
      await page
        .getByRole('navigation', { name: daniele.say('school.tabs') })
        .getByRole('link', { name: daniele.say(`school.tab.${tab}`) })
        .click();
      await page.getByText(words).waitFor();
      await daniele.look(`scheda-${tab}`);
    }
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

test('INT-07: an administrator tries a file, sees what it would change, and applies it', async () => {
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
  await choose('Codice scuola;Scuola\r\nPASCOLI;\r\n');
  await page.getByText(silvia.say('school.trial.refused')).waitFor();
  await silvia.look('rifiutata');
  await silvia.close();
});
