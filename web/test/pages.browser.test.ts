import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@sportello/testing/servers';
import type { Browser } from 'playwright-core';
import { type Installation, openInstallation } from '../../services/gateway/test/installation.js';
import { comuneOfAscalea, correctUsers } from '../../services/gateway/test/mayor-data.js';
import { arrive, sendRequest, visitorOf } from './arrive.js';
import { Album, launchBrowser, Person, settings } from './person.js';

let world: Installation;
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
  world = await openInstallation();
});

afterAll(async () => {
  await browser?.close();
  await world?.close();
});

/** The index of a sheet, letter by letter: the model for the sites of the comuni, criterion C.SI.1.3. */
const ofTheModel = [
  'A chi è rivolto',
  'Descrizione',
  'Come fare',
  'Cosa serve',
  'Cosa si ottiene',
  'Tempi e scadenze',
  'Quanto costa',
  'Vincoli',
  'Accedi al servizio',
  'Condizioni di servizio',
  'Contatti',
];
const hooks = [
  ...['service-title', 'service-description', 'service-status', 'service-topic', 'breadcrumb', 'service-addressed', 'service-how-to'],
  ...['service-needed', 'service-achieved', 'service-calendar-text', 'service-online-access', 'service-file', 'service-area'],
  ...['privacy-policy-link', 'accessibility-link', 'legal-notes'],
];

describe.each(settings)('whoever passes by, in $language at $width px', (setting) => {
  const album = new Album('pages');
  let anybody: Person;

  beforeAll(async () => {
    anybody = await Person.open({ browser, baseUrl: world.baseUrl, setting, album });
  });
  afterAll(() => anybody?.close());

  test('CAT-16: a service that is over and one still to come are seen with their days, and cannot be started', async () => {
    await anybody.go('/servizi');
    const box = (title: RegExp) => anybody.page.getByRole('listitem').filter({ has: anybody.page.getByRole('link', { name: title }) });
    const start = new RegExp(`^${anybody.say('service.compile')}`);
    for (const [title, chip] of [
      [/^(Voucher scuola|School voucher)/, 'ui.window.closed'],
      [/^(Rimborso delle spese di viaggio|Refund of travel)/, 'ui.window.notYet'],
    ] as const) {
      await box(title).getByText(anybody.say(chip), { exact: true }).waitFor();
      await box(title).getByText(anybody.say('ui.window.from')).waitFor();
      expect(await box(title).getByRole('link', { name: start }).count()).toBe(0);
    }
    await anybody.look('tutti-i-servizi');
    for (const [title, name] of [
      [/^(Voucher scuola|School voucher)/, 'servizio-chiuso'],
      [/^(Rimborso delle spese di viaggio|Refund of travel)/, 'servizio-non-ancora-aperto'],
    ] as const) {
      await anybody.page.getByRole('link', { name: title }).first().click();
      await anybody.seesTitle(title);
      await anybody.look(name);
      expect(await anybody.page.getByRole('link', { name: start }).count()).toBe(0);
      await anybody.page.goBack();
    }
  });

  test('CAT-32, C.SI.1.3, C.SE.1.3, C.SE.3.2, C.SE.3.3: the sheet of a service has the parts, the order and the hooks of the model', async () => {
    const { page } = anybody;
    await anybody.go('/servizi/serv06-utenti-2022');
    await anybody.seesTitle(/^(Utenti Servizi 06|Users of Services 0-6)$/);
    const links = page.locator('[data-element="page-index"] > li > a');
    const parts = 'who description how needed achieved when cost constraints access terms contacts'.split(' ');
    expect(await links.allTextContents()).toEqual(parts.map((part) => anybody.say(`sheet.${part}`)));
    if (setting.language === 'it') expect(await links.allTextContents()).toEqual(ofTheModel);
    for (const address of await links.evaluateAll((all) => all.map((it) => it.getAttribute('href') ?? '')))
      expect([address, await page.locator(`section${address} h2`).count()]).toEqual([address, 1]);
    for (const hook of hooks) expect([hook, await page.locator(`[data-element="${hook}"]`).count()]).not.toEqual([hook, 0]);
    expect(await page.locator('[data-element="service-area"] a[href^="tel:+39"]').count()).toBeGreaterThan(0);
    const families = await page
      .locator('h1, h2, h3, h4, h5, h6, p')
      .evaluateAll((all) => [...new Set(all.map((it) => getComputedStyle(it).fontFamily.split(',')[0]?.replaceAll('"', '')))]);
    expect(families).toEqual(['Titillium Web']);
  });

  test('XCT-02, CAT-15: a search on any page finds services, and says when there is none', async () => {
    await anybody.go('/faq');
    // On a telephone the head leads to the page that has the search.
    if (setting.width === 390)
      await anybody.page
        .getByRole('banner')
        .getByRole('link', { name: anybody.say('frame.search') })
        .click();
    const search = anybody.page.getByRole('searchbox');
    await search.fill('certificati');
    await search.press('Enter');
    await anybody.page.getByRole('link', { name: /^(Richiesta di certificati|Request of registry)/ }).waitFor();
    await search.fill('xyzxyz');
    await search.press('Enter');
    await anybody.sees(anybody.say('services.noResult', { words: 'xyzxyz' }));
    await anybody.look('nessun-risultato');
  });

  test('XCT-01, XCT-03, XCT-07, IDE-21: every page has its menu, its path, and a foot with the bodies, privacy and version', async () => {
    anybody.expectTrouble(/non-esiste .*status of 404/);
    for (const [path, name] of [
      ['/faq', 'faq'],
      ['/privacy', 'privacy'],
      ['/note-legali', 'note-legali'],
      ['/accessibilita', 'accessibilita'],
      ['/verifica', 'verifica'],
      ['/non-esiste', 'non-esiste'],
      ['/problems/procedure-closed', 'problema'],
    ] as const) {
      await anybody.go(path);
      await anybody.page.getByRole('heading', { level: 1 }).waitFor();
      const foot = anybody.page.getByRole('contentinfo');
      await foot.getByText('Regione Piemonte').waitFor();
      await foot.getByText(anybody.say('ui.footer.version', { version: '' })).waitFor();
      await foot.getByRole('link', { name: anybody.say('footer.privacy') }).waitFor();
      await anybody.page.getByRole('navigation', { name: anybody.say('ui.breadcrumb') }).waitFor();
      await anybody.look(name);
    }
  });

  test('the skip links are the first things that the keyboard meets, and lead where they say', async () => {
    const { page } = anybody;
    await anybody.go('/servizi');
    await anybody.seesTitle(anybody.say('menu.new'));
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    expect(await focused.textContent()).toContain(anybody.say('ui.skip.content'));
    expect(await focused.evaluate((it) => it.getBoundingClientRect().height)).toBeGreaterThan(20);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  });

  test('the language changes without leaving the page', async () => {
    const { page } = anybody;
    await anybody.go('/faq');
    await page.getByRole('button', { name: new RegExp(anybody.say('ui.language')) }).click();
    await page.getByRole('button', { name: setting.language === 'it' ? 'English' : 'Italiano' }).click();
    const other = setting.language === 'it' ? 'en' : 'it';
    await eventually(async () => expect(await page.evaluate(() => document.documentElement.lang)).toBe(other));
    expect(new URL(page.url()).pathname).toBe(other === 'en' ? '/en/faq' : '/faq');
    await page.evaluate(() => localStorage.clear());
  });

  test('no page complained to the browser', () => {
    expect(anybody.unexpected()).toEqual([]);
  });
});

test('CAT-28: an old browser is told to be updated', async () => {
  const anybody = await Person.open({ browser, baseUrl: world.baseUrl, setting: { language: 'it', width: 390 } });
  await anybody.page.addInitScript(() => Reflect.deleteProperty(HTMLScriptElement.prototype, 'noModule'));
  await anybody.go('/');
  await anybody.sees(/Il tuo browser non è aggiornato/);
  await anybody.close();
});

test('where the fonts do not come, wider letters still fit the narrowest screen', async () => {
  const giulia = await arrive({ browser, world, setting: { language: 'en', width: 390 }, album: new Album('fonts'), name: 'giulia' });
  await giulia.page.route(/\.woff2$/, (route) => route.abort());
  giulia.expectTrouble(/\.woff2|ERR_FAILED/);
  for (const path of ['', '/servizi', '/area-personale/pratiche', '/area-personale/profilo', '/faq']) {
    await giulia.go(path);
    await giulia.look(`senza-caratteri${path.replaceAll('/', '-')}`);
  }
  await giulia.close();
});

test('CAT-14, XCT-20: with the keyboard alone somebody fills and sends a request, and always sees where she is', async () => {
  const giulia = await arrive({ browser, world, setting: { language: 'it', width: 1280 }, album: new Album('keyboard'), name: 'giulia' });
  const { page } = giulia;
  /** Presses Tab until the focus is where it shall be; on the way it is always visible. */
  const tabTo = async (name: RegExp) => {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      const { label, isSeen } = await page.evaluate(() => {
        const it = document.activeElement;
        const style = it ? getComputedStyle(it) : undefined;
        const named =
          it instanceof HTMLInputElement || it instanceof HTMLSelectElement
            ? [...(it.labels ?? [])].map((one) => one.textContent).join(' ')
            : '';
        return {
          label: (it?.getAttribute('aria-label') || named || it?.textContent || '').trim(),
          isSeen:
            it === document.body ||
            (style?.outlineStyle !== 'none' && Number.parseFloat(style?.outlineWidth ?? '0') >= 2) ||
            style?.boxShadow !== 'none',
        };
      });
      expect({ label, isSeen }).toEqual({ label, isSeen: true });
      if (name.test(label)) return;
    }
    throw new Error(`Tab never came to ${name}`);
  };
  await tabTo(/^Nuova istanza/);
  await page.keyboard.press('Enter');
  await giulia.seesTitle('Nuova istanza');
  await tabTo(/^Compila: Richiesta di certificati/);
  await page.keyboard.press('Enter');
  await giulia.seesTitle(/Richiesta di certificati/);
  await tabTo(/^Per me/);
  await page.keyboard.press('Space');
  await giulia.look('certificati');
  await tabTo(/^Successivo/);
  await page.keyboard.press('Enter');
  await giulia.heading('Certificato').waitFor();
  await tabTo(/^Residenza/);
  await page.keyboard.press('Space');
  await tabTo(/^In bollo/);
  await page.keyboard.press('Space');
  await tabTo(/^Dichiaro che il certificato/);
  await page.keyboard.press('Space');
  await tabTo(/^Successivo/);
  await page.keyboard.press('Enter');
  await giulia.heading('Verifica').waitFor();
  await giulia.look('verifica');
  await tabTo(/^Invia/);
  await page.keyboard.press('Enter');
  await giulia.seesTitle("L'istanza è stata inviata correttamente");
  await giulia.look('inviata');
  expect(giulia.unexpected()).toEqual([]);
  await giulia.close();
});

describe('who comes back', () => {
  test('XCT-04, XCT-05: dates are written the Italian way, and the board says how long ago', async () => {
    const mayor = await visitorOf(world, 'federica.neri');
    const { items } = await mayor.ask('rpc.practices.list-procedures.v1', { category: 'education' });
    await mayor.ask('rpc.practices.open.v1', {
      id: crypto.randomUUID(),
      procedureId: items[0]?.id ?? '',
      content: { ...comuneOfAscalea, users: correctUsers },
    });
    const federica = await arrive({
      browser,
      world,
      setting: { language: 'it', width: 1280 },
      album: new Album('board'),
      name: 'federica.neri',
    });
    await federica.sees(/^(adesso|\d+ ?min fa|Circa )/);
    await federica.look('bacheca-con-bozza');
    await federica.menu('menu.mine');
    await federica.sees(/^\d\d\/\d\d\/\d{4} \d\d:\d\d$/);
    expect(federica.unexpected()).toEqual([]);
    await federica.close();
  });

  test('NOT-01, PRA-16: anybody verifies a printed document by its code, and unknown codes are answered alike', async () => {
    const mayor = await visitorOf(world, 'federica.neri');
    const { id, number } = await sendRequest(mayor);
    const [code, fileId] = await eventually(async () => {
      const { documents } = await mayor.ask('rpc.practices.get.v1', { id });
      if (!documents[0]) throw new Error('not yet');
      return [documents[0].verificationCode, documents[0].id] as const;
    }, 30);
    const { url } = await mayor.ask('rpc.practices.get-file-address.v1', { id, fileId });
    const issued = Buffer.from(await (await fetch(new URL(url, world.baseUrl))).arrayBuffer());
    for (const setting of settings) {
      const anybody = await Person.open({ browser, baseUrl: world.baseUrl, setting, album: new Album('verify') });
      await anybody.go('/');
      await anybody.page
        .getByRole('contentinfo')
        .getByRole('link', { name: anybody.say('footer.verify') })
        .click();
      await anybody.button('verify.go').click();
      await anybody.sees(anybody.say('verify.missing'));
      await anybody.look('manca-il-codice');
      await anybody.field(anybody.say('verify.code')).fill(code.toLowerCase());
      await anybody.button('verify.go').click();
      await anybody.sees(anybody.say('verify.authentic'));
      await anybody.sees(number);
      // Her own copy is compared in the browser: equal, then with one byte more.
      const own = (buffer: Buffer) => ({ name: 'copia.pdf', mimeType: 'application/pdf', buffer });
      await anybody.page.locator('[aria-labelledby="confronta"] input[type="file"]').setInputFiles(own(issued));
      await anybody.sees(anybody.say('verify.compare.same', { name: 'copia.pdf' }));
      await anybody.look('autentico');
      await anybody.page
        .locator('[aria-labelledby="confronta"] input[type="file"]')
        .setInputFiles(own(Buffer.concat([issued, Buffer.from(' ')])));
      await anybody.sees(anybody.say('verify.compare.different', { name: 'copia.pdf' }));
      anybody.expectTrouble(/status of 404/);
      await anybody.field(anybody.say('verify.code')).fill('AAAA-BBBB-CCCC-DDDD');
      await anybody.button('verify.go').click();
      await anybody.sees(anybody.say('verify.unknown'));
      await anybody.look('sconosciuto');
      expect(anybody.unexpected()).toEqual([]);
      await anybody.close();
    }
  });
});
