import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { eventually } from '@sportello/testing/servers';
import type { Browser, Page } from 'playwright-core';
import { type Installation, openInstallation } from '../../services/gateway/test/installation.js';
import { asSeedShowsThem, comuneOfAscalea, correctUsers } from '../../services/gateway/test/mayor-data.js';
import { pageTexts } from '../../services/identity/src/provider/texts.js';
import { chooseComune, fillComune, fillUser, signIn, userBox } from './compile.js';
import { Album, launchBrowser, Person, settings } from './person.js';
import { inOrder } from './steps.js';
import { formWords } from './words.js';

const number = 'SERV06_UTENTI_2022.0000001';
const [verdi, rossini] = correctUsers;
if (!verdi || !rossini) throw new Error('two people are to be enabled');

describe.each(settings)('the mayor, in $language at $width px', (setting) => {
  const words = formWords(setting.language);
  const signInText = pageTexts[setting.language];
  const album = new Album();
  let world: Installation;
  let browser: Browser;
  let federica: Person;
  let page: Page;
  let formPath: string;
  const step = inOrder(() => [federica]);

  beforeAll(async () => {
    browser = await launchBrowser();
    world = await openInstallation();
    const options = { browser, baseUrl: world.baseUrl, setting, album };
    federica = await Person.open(options);
    page = federica.page;
  });

  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  step('IDE-36, IDE-37: she reaches the way in from the public home page, and is told that this one is only for trying', async () => {
    await federica.go('/');
    await federica.look('home');
    await page
      .getByRole('banner')
      .getByRole('link', { name: federica.say('frame.signIn') })
      .click();
    // Nothing to choose: she is at the only way in at once, and SPID and CIE stand there with the reason why not.
    await federica.sees(signInText.laboratory);
    await federica.sees(signInText.nationalOff);
    await federica.look('credenziali');
    const [username] = world.signInOf('federica.neri');
    federica.expectTrouble(/status of 401/);
    await signIn(federica, [username, 'una parola sbagliata']);
    await federica.sees(signInText.refused);
    await federica.look('credenziali-errore');
    await signIn(federica, world.signInOf('federica.neri'));
  });

  step('IDE-20: the first time nothing can be used before the privacy policy is accepted', async () => {
    await federica.seesTitle(federica.say('welcome.title', { name: 'Federica' }));
    await federica.look('benvenuto');
    await federica.button('welcome.accept').click();
    await federica.sees(federica.say('welcome.missing'));
    await federica.look('benvenuto-errore');
    await federica.menu('menu.new');
    await federica.seesTitle(federica.say('welcome.title', { name: 'Federica' }));
    await federica.menu('menu.board');
    await page.getByLabel(federica.say('welcome.tick')).check();
    await federica.button('welcome.accept').click();
    await federica.seesTitle(federica.say('menu.board'));
    const place = () => page.evaluate(() => [scrollY, document.activeElement?.tagName]);
    await eventually(async () => expect(await place()).toEqual([0, 'H1']));
  });

  step('CAT-12, CAT-13: the Bacheca tells the four steps, and four tabs lead everywhere', async () => {
    await federica.seesTitle(federica.say('menu.board'));
    await federica.sees(federica.say('home.what'));
    for (const step of ['new', 'compile', 'check', 'send']) await federica.heading(federica.say(`home.step.${step}`)).waitFor();
    await federica.sees('Federica Neri');
    await federica.look('bacheca');
    if (setting.width === 390) {
      await federica.button('ui.menu').click();
      await federica.look('menu', '.sp-navbar-items');
      await federica.button('ui.menu').click();
    }
    for (const tab of ['menu.mine', 'menu.new', 'menu.find', 'menu.board']) {
      await federica.menu(tab);
      await federica.seesTitle(federica.say(tab));
      const here = page.getByRole('navigation', { name: federica.say('ui.menu.main') }).locator('[aria-current="page"]');
      expect(await here.allTextContents()).toEqual([federica.say(tab)]);
    }
    const area = page.getByRole('navigation', { name: federica.say('area.title') });
    for (const [part, title] of [
      ['area.messages', 'menu.messages'],
      ['area.profile', 'profile.title'],
      ['area.practices', 'menu.mine'],
      ['area.board', 'menu.board'],
    ] as const) {
      await area.getByRole('link', { name: federica.say(part) }).click();
      await federica.seesTitle(federica.say(title));
    }
  });

  step('CAT-14, CAT-15: she finds "Utenti Servizi 06" under SERVIZI EDUCATIVI, and by its name', async () => {
    await federica.menu('menu.new');
    await federica.look('nuova-istanza');
    await page.getByRole('link', { name: /^(SERVIZI EDUCATIVI|EDUCATION)/ }).click();
    await federica.seesTitle(/^(Moduli della categoria: SERVIZI EDUCATIVI|Forms of the category: )/);
    await federica.look('categoria');
    // That of the head; on a telephone, where the head has none, that of the page.
    const search = page.getByRole('searchbox').first();
    await search.fill('utenti servizi');
    await search.press('Enter');
    await page.getByRole('link', { name: words.title, exact: true }).click();
    await federica.seesTitle(words.title);
  });

  step('CAT-16, CAT-17: the sheet of the service says until when, and that it is compiled only here', async () => {
    await federica.sees(federica.say('ui.window.open'));
    await federica.sees(/(2 settembre|2 September) \d{4}, 12[:.]00/);
    await federica.sees(federica.say('sheet.how.general'));
    await federica.look('servizio');
    await page
      .getByRole('link', { name: federica.say('service.compileNamed', { title: words.title }) })
      .first()
      .click();
  });

  step('CAT-05, CAT-18, CAT-19: (C.SE.1.8) of the named steps the privacy notice comes first, and must be declared read', async () => {
    const steps = page.getByRole('navigation', { name: federica.say('ui.wizard.steps') });
    await steps.waitFor();
    for (const step of ['privacy', 'comune', 'users']) await steps.getByText(words.step(step)).waitFor({ state: 'attached' });
    await federica.sees(federica.say('ui.form.legend'));
    formPath = new URL(page.url()).pathname;
    await federica.look('passo-privacy');
    await federica.button('request.next').click();
    await federica.sees(federica.say('ui.form.error'));
    await federica.look('passo-privacy-errore');
    await federica.field(words.label('noticeRead')).check();
    await federica.button('request.next').click();
  });

  step('C.SE.1.5, CAT-07, CAT-23: her own name is written already, and cannot be changed here', async () => {
    await federica.heading(words.step('comune')).first().waitFor();
    const known = page.locator('.sp-known');
    await known.getByText('Federica', { exact: true }).waitFor();
    await known.getByText(/^NREFRC/).waitFor();
    expect(await known.locator('input').count()).toBe(0);
    expect(await federica.field(words.label('municipality')).isDisabled()).toBe(true);
    await federica.look('passo-comune');
  });

  step(
    'CAT-10, CAT-20, CAT-79: she is stopped in red at all that is missing, and each word goes away when its field is filled',
    async () => {
      await federica.button('request.next').click();
      const summary = page.locator('.sp-error-summary');
      await summary.waitFor();
      expect(await summary.evaluate((it) => it === document.activeElement)).toBe(true);
      expect(await page.title()).toMatch(new RegExp(`^${federica.say('ui.form.error')}`));
      expect(await summary.getByRole('link').count()).toBe(9);
      const missing = page.getByRole('region', { name: federica.say('ui.form.missing') });
      expect(await missing.getByRole('link').count()).toBe(9);
      await federica.look('passo-comune-errori');
      await summary.getByRole('link').nth(2).click();
      const cap = federica.field(words.label('cap'));
      expect(await cap.evaluate((it) => it === document.activeElement)).toBe(true);
      await cap.fill('1012');
      await cap.blur();
      expect(await cap.getAttribute('aria-invalid')).toBe('true');
      await cap.fill('10122');
      await missing.getByRole('link', { name: words.label('cap'), exact: true }).waitFor({ state: 'detached' });
      expect(await missing.getByRole('link').count()).toBe(8);
    },
  );

  step(
    'CAT-23, CAT-24, CAT-25: the postal code follows the comune, an address of more than 150 characters is refused, and where the confirmations go is said',
    async () => {
      const cap = federica.field(words.label('cap'));
      await chooseComune(federica, 'Torino', 'agli', 'Agliè');
      // A comune with one postal code writes it; another comune takes it away, and a code of elsewhere is pointed out.
      await eventually(async () => expect(await cap.inputValue()).toBe('10011'));
      await chooseComune(federica, 'Torino', 'tori', 'Torino');
      await eventually(async () => expect(await cap.inputValue()).toBe(''));
      await cap.fill('10011');
      await federica.sees(federica.say('ui.form.capOther'));
      await fillComune(federica, { ...comuneOfAscalea, address: 'a'.repeat(151) });
      const address = federica.field(words.label('address'));
      await address.blur();
      await federica.button('request.next').click();
      expect(await address.getAttribute('aria-invalid')).toBe('true');
      expect(await page.locator('.sp-error-summary').getByRole('link').count()).toBe(1);
      await federica.sees(/Questo indirizzo email verrà utilizzato|This e-mail address will be used/);
      await federica.look('passo-comune-indirizzo-lungo');
      await address.fill(comuneOfAscalea.address);
      await federica.button('request.next').click();
    },
  );

  step('CAT-26, CAT-27: she asks for several people, adds a box, takes it away with the X and puts it back', async () => {
    await federica.heading(words.step('users')).first().waitFor();
    await federica.sees(/^(CHIEDE|ASKS)/);
    const [first, second] = asSeedShowsThem;
    if (first) await fillUser(federica, 1, first);
    await page.getByRole('button', { name: words.addUser }).click();
    if (second) await fillUser(federica, 2, second);
    await page.getByRole('button', { name: words.addUser }).click();
    await page.getByRole('button', { name: federica.say('ui.form.remove', { item: `${words.user} 3` }) }).click();
    await federica.look('togli-utente');
    await federica.button('ui.form.removeConfirm').click();
    await userBox(federica, 3).waitFor({ state: 'detached' });
    await federica.sees(federica.say('ui.form.itemRemoved', { item: `${words.user} 3` }));
    expect(await userBox(federica, 2).isVisible()).toBe(true);
    await federica.look('passo-utenti');
  });

  step("CAT-20, CAT-26: the manual's own people are stopped in red, because their codes tell another day of birth", async () => {
    await federica.button('request.next').click();
    const summary = page.locator('.sp-error-summary');
    await summary.waitFor();
    expect(await summary.getByRole('link').count()).toBe(2);
    for (const box of [1, 2]) {
      const code = federica.field(words.userLabel('fiscalCode'), userBox(federica, box));
      expect(await code.getAttribute('aria-invalid')).toBe('true');
    }
    await federica.look('passo-utenti-errori');
  });

  step('C.SE.1.6, CAT-21, CAT-70, PRA-01: "Salva in bozza" gives the number and says when it was saved', async () => {
    await federica.button('request.save').click();
    await federica.sees(number);
    await federica.sees(/(Salvato alle|Saved at) \d\d:\d\d/);
    await federica.look('bozza-salvata');
  });

  step('PRA-02, PRA-03, PRA-04: the draft is found with its number, does not count until it is sent, and opens where it was', async () => {
    await federica.button('request.leave').click();
    await federica.menu('menu.mine');
    await federica.sees(federica.say('practices.intro.in-progress'));
    const row = page.getByRole('row').filter({ hasText: number });
    await row.getByText(setting.language === 'it' ? 'BOZZA' : 'DRAFT').waitFor();
    await row.getByText(/^\d\d\/\d\d\/\d{4} \d\d:\d\d$/).waitFor();
    await federica.look('le-mie-istanze');
    await federica.link('practices.continueNamed', { number }).click();
    await federica.heading(words.step('users')).first().waitFor();
    await federica.button('ui.wizard.previous').click();
    await federica.heading(words.step('comune')).first().waitFor();
    expect(await federica.field(words.label('pec')).inputValue()).toBe(comuneOfAscalea.pec);
    expect(await federica.field(words.label('municipality')).inputValue()).toBe('Torino');
  });

  step(
    'CAT-82, PRA-91: (C.SE.1.4) with everything right she checks all on one page, and reads which addresses the news will reach',
    async () => {
      await federica.button('request.next').click();
      for (const [index, { fiscalCode }] of correctUsers.entries()) {
        await federica.field(words.userLabel('fiscalCode'), userBox(federica, index + 1)).fill(fiscalCode);
      }
      await federica.button('request.next').click();
      await federica.heading(federica.say('request.review')).first().waitFor();
      for (const { fiscalCode } of correctUsers) await federica.sees(fiscalCode);
      await federica.sees(new RegExp(`${federica.say('told.by', { addresses: '.*' }).slice(0, -1)}${comuneOfAscalea.rupMail}`));
      await federica.sees('Torino');
      await federica.look('verifica');
      await page.getByRole('button', { name: `${federica.say('ui.form.edit')} ${words.step('comune')}` }).click();
      await federica.field(words.label('rupName')).waitFor();
      await federica.button('request.next').click();
      await federica.button('request.next').click();
    },
  );

  step('PRA-05, PRA-06: "Salva e prosegui" asks, and then two steps are possible', async () => {
    await federica.button('request.finish').click();
    await federica.dialog().getByText(federica.say('request.finish.confirm'), { exact: true }).waitFor();
    await federica.look('salva-e-prosegui');
    await page.keyboard.press('Escape');
    await federica.dialog().waitFor({ state: 'detached' });
    expect(await federica.button('request.finish').evaluate((it) => it === document.activeElement)).toBe(true);
    await federica.button('request.finish').click();
    await federica.button('ui.confirm').click();
    await federica.sees(setting.language === 'it' ? 'DA INVIARE' : 'READY TO SEND');
    await federica.sees(setting.language === 'it' ? '2 opzioni' : '2 options');
    await federica.look('da-inviare');
  });

  step('PRA-14: she brings it back to draft, and closes the compilation again', async () => {
    await federica.button('next.reopen').click();
    await federica.look('riporta-in-bozza');
    await federica.button('ui.confirm').click();
    await federica.heading(federica.say('request.review')).first().waitFor();
    await federica.button('request.finish').click();
    await federica.button('ui.confirm').click();
    await federica.button('next.submit').waitFor();
  });

  step('PRA-07, PRA-08, PRA-81: she sends it, pressing twice, and reads that it was sent', async () => {
    await federica.button('next.submit').click();
    await federica.dialog().getByText(federica.say('next.submit.confirm'), { exact: true }).waitFor();
    await federica.look('invia');
    await federica.button('ui.confirm').dblclick();
    await federica.seesTitle(federica.say('sent.title'));
    await federica.sees(number);
    await federica.sees(comuneOfAscalea.rupMail);
    await page.getByRole('button', { name: /\.pdf/ }).first().waitFor();
    await federica.look('inviata');
  });

  step(
    'C.SE.1.2, PRA-10, PRA-16, NOT-09: the mail brings the PDF to the address in the form, and the same PDF can be downloaded',
    async () => {
      const mail = await eventually(async () => {
        const found = (await world.mails()).find(({ to, attachments }) => to.includes(comuneOfAscalea.rupMail) && attachments.length > 0);
        if (!found) throw new Error('not yet');
        return found;
      }, 30);
      expect(mail.text).toContain(number);
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /\.pdf/ }).first().click()]);
      const bytes = await readFile(await download.path());
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      expect(mail.attachments.map(({ sha256 }) => sha256)).toContain(createHash('sha256').update(bytes).digest('hex'));
    },
  );

  step('PRA-09, PRA-13: it stands under Inviate, and with its star under Importanti', async () => {
    await federica.link('sent.mine').click();
    await federica.sees(federica.say('practices.intro.sent'));
    await page
      .getByRole('row')
      .filter({ hasText: number })
      .getByText(setting.language === 'it' ? 'INVIATA' : 'SENT')
      .waitFor();
    await federica.look('inviate');
    await federica.button('star.label', { number }).click();
    await page.getByRole('button', { name: federica.say('star.label', { number }), pressed: true }).waitFor();
    await federica.link('practices.tab.important').click();
    await page.getByRole('link', { name: number, exact: true }).waitFor();
    await federica.look('importanti');
  });

  step(
    'PRA-11, PRA-12, PRA-52: what she sent is there to read and not to change, with the days from which the users will be active',
    async () => {
      await page.getByRole('link', { name: number, exact: true }).click();
      await federica.seesTitle(words.title);
      for (const part of ['practice.attachments', 'practice.acts', 'practice.form']) {
        await page.getByRole('button', { name: federica.say(part) }).click();
      }
      await federica.sees(verdi.fiscalCode);
      await federica.sees(federica.say('practice.change.detail'));
      // What is folded is printed too, by whichever command.
      await page.getByRole('button', { name: federica.say('practice.form') }).click();
      await page.emulateMedia({ media: 'print' });
      await federica.sees(verdi.fiscalCode);
      await page.emulateMedia({ media: 'screen' });
      await federica.sees(/(Chi ha già una credenziale: dal|Who already has a credential: from) \d\d\/\d\d\/\d{4}/);
      await federica.look('dettaglio-inviata');
      await page.goto(`${formPath}?istanza=${new URL(page.url()).pathname.split('/').at(-1)}`);
      await federica.sees(federica.say('request.sentAlready'));
      await federica.look('non-si-modifica');
      await federica.link('request.see').click();
    },
  );

  step('PRA-15: she finds it by a part of its number', async () => {
    await federica.menu('menu.find');
    await federica.field(federica.say('find.number')).fill('0000001');
    await page
      .getByRole('main')
      .getByRole('button', { name: federica.say('ui.search') })
      .click();
    await page.getByRole('link', { name: number, exact: true }).waitFor();
    await federica.look('cerca');
    await page.getByRole('link', { name: number, exact: true }).click();
    await federica.sees(`${federica.say('practice.number')}: ${number}`);
  });

  step('no page complained to the browser, and no rule of its security was broken', () => {
    expect(federica.unexpected()).toEqual([]);
  });
});
