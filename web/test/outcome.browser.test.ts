import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import { eventually } from '@sportello/testing/servers';
import type { Browser, Locator, Page } from 'playwright-core';
import { type Installation, openInstallation } from '../../services/gateway/test/installation.js';
import { correctUsers } from '../../services/gateway/test/mayor-data.js';
import { arrive, sendRequest, visitorOf } from './arrive.js';
import { signIn } from './compile.js';
import { Album, launchBrowser, Person, settings } from './person.js';
import { inOrder } from './steps.js';

const pdf = {
  name: 'delibera.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
};
/** One point. */
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const [, rossini] = correctUsers;

/** Chooses the file, and holds it on its way while the button that would send the rest says so. */
async function whileOnItsWay(person: Person, label: string, look: () => Promise<unknown>): Promise<void> {
  const { page } = person;
  const held = '**/attachments/**';
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route(held, async (route) => {
    await released;
    await route.continue();
  });
  await person.files(label).setInputFiles(pdf);
  const waiting = person.button('ui.files.waiting');
  await waiting.waitFor();
  // Pressed all the same, it sends nothing.
  await waiting.dispatchEvent('click');
  await look();
  release();
  await waiting.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: person.say('ui.files.remove', { name: pdf.name }) }).waitFor();
  await page.unroute(held);
}

/** Nobody scrolls through more than two screens for what is to be done, the outcome, or the document that was issued. */
async function isInFirstScreens({ page }: Person, what: Locator): Promise<void> {
  await what.waitFor();
  const end = await what.evaluate((it) => it.getBoundingClientRect().bottom + scrollY);
  expect(end).toBeLessThan(2 * (page.viewportSize()?.height ?? 0));
}

describe.each(settings)('what comes of a request, in $language at $width px', (setting) => {
  const album = new Album('outcome');
  const inItalian = setting.language === 'it';
  let world: Installation;
  let browser: Browser;
  let federica: Person;
  let bianchi: Person;
  let page: Page;
  let number: string;
  const step = inOrder(() => [federica, bianchi]);

  beforeAll(async () => {
    browser = await launchBrowser();
    world = await openInstallation();
    const sent = await sendRequest(await visitorOf(world, 'federica.neri'));
    number = sent.number;
    federica = await arrive({ browser, world, setting, album, name: 'federica.neri' });
    page = federica.page;
    await federica.go(`/area-personale/pratiche/${sent.id}`);
    bianchi = await Person.open({ browser, baseUrl: world.baseUrl, setting, album, app: 'console' });
  });

  afterAll(async () => {
    await browser?.close();
    await world?.close();
  });

  step(
    'IDE-41, PRA-23, PRA-24: from "Gestisci i servizi digitali" in the footer the officer signs in and sees it in the queue',
    async () => {
      await bianchi.go('/servizi');
      await bianchi.page
        .getByRole('contentinfo')
        .getByRole('link', { name: federica.say('footer.console') })
        .click();
      if (!inItalian) await bianchi.go('/console');
      await bianchi.look('console-ingresso');
      await bianchi.page
        .getByRole('main')
        .getByRole('link', { name: bianchi.say('entry.sign-in') })
        .click();
      await bianchi.look('console-credenziali');
      await signIn(bianchi, world.signInOf('bianchi'), 'officer');
      await bianchi.seesTitle(bianchi.say('policy.title'));
      await bianchi.look('console-informativa');
      await bianchi.button('policy.accept').click();
      await bianchi.seesTitle(bianchi.say('today.title'));
      await bianchi.look('console-il-mio-lavoro');
      await bianchi.menu('section.practices');
      const row = bianchi.page.getByRole('row').filter({ hasText: number });
      for (const cell of ['Federica Neri', /^NREFRC/, inItalian ? 'INVIATA' : 'SENT', bianchi.say('method.local')]) {
        await row.getByText(cell).first().waitFor();
      }
      await bianchi.look('console-coda');
    },
  );

  step(
    'PRA-30, PRA-43, PRA-46, PRA-47: she takes it in charge from the page that has everything, and the open page of the mayor tells it',
    async () => {
      await bianchi.page.getByRole('link', { name: number }).click();
      await bianchi.seesTitle(number);
      for (const label of ['general.number', 'general.submitted']) await bianchi.sees(bianchi.say(label));
      await bianchi.sees(rossini?.fiscalCode ?? '');
      await bianchi.look('console-pratica');
      await bianchi.button('action.take').click();
      await bianchi.button('action.approve').waitFor();
      await bianchi.look('console-presa-in-carico');
      await federica.sees(inItalian ? 'PRESA IN CARICO' : 'UNDER REVIEW');
    },
  );

  step('PRA-39, NOT-02: she asks for integrations with a reason, and without a reload the mayor reads it', async () => {
    await bianchi.button('action.request-amendment').click();
    await bianchi.dialog().waitFor();
    await bianchi.button('dialog.amendment.send').click();
    await bianchi.sees(bianchi.say('dialog.reason.missing'));
    await bianchi.look('console-richiedi-integrazioni');
    await bianchi.field(bianchi.say('dialog.amendment.reason')).fill('Manca la delibera di nomina del RUP.');
    await whileOnItsWay(bianchi, bianchi.say('dialog.amendment.attach'), () => bianchi.look('console-file-in-arrivo'));
    await bianchi.button('dialog.amendment.send').click();
    await bianchi.dialog().waitFor({ state: 'detached' });
    await federica.sees('Manca la delibera di nomina del RUP.');
    await isInFirstScreens(federica, federica.field(federica.say('amendments.text')));
    await federica.look('integrazioni-chieste');
    await eventually(async () => {
      const mails = (await world.mails()).filter(({ to }) => to.includes(world.mailOf('federica.neri')));
      expect(mails.some(({ subject }) => /integrazion|addition/i.test(subject))).toBe(true);
    }, 30);
  });

  step('PRA-40: she answers with a file, and the officer accepts', async () => {
    await federica.field(federica.say('amendments.text')).fill('In allegato la delibera.');
    await whileOnItsWay(federica, federica.say('amendments.attach'), () => federica.look('file-in-arrivo'));
    await page.getByRole('button', { name: federica.say('ui.files.remove', { name: pdf.name }) }).waitFor();
    await federica.look('integrazioni-risposta');
    await federica.button('amendments.send').click();
    await federica.button('ui.confirm').click();
    await federica.isTold(federica.say('amendments.sent'));
    await federica.sees(federica.say('amendments.status.answered'));
    await bianchi.button('action.accept-amendment').click();
    await bianchi.dialog().waitFor();
    await bianchi.look('console-accetta-integrazioni');
    await bianchi
      .dialog()
      .getByRole('button', { name: bianchi.say('action.accept-amendment') })
      .click();
    await bianchi.button('action.approve').waitFor();
    await federica.sees(federica.say('amendments.status.accepted'));
  });

  step('PRA-22, PRA-41, PRA-42, PRA-48: messages go both ways, a private note stays with the officers', async () => {
    await bianchi.link('tab.messages').click();
    await bianchi.field(bianchi.say('messages.text')).fill('Stiamo verificando le credenziali.');
    await bianchi.button('messages.send').click();
    await bianchi.page.locator('.sp-thread').getByText('Stiamo verificando le credenziali.').waitFor();
    await eventually(async () => expect(await bianchi.field(bianchi.say('messages.text')).inputValue()).toBe(''));
    await bianchi.field(bianchi.say('messages.text')).fill('Sentire il settore istruzione.');
    await bianchi.button('messages.note').click();
    await bianchi.page.locator('.is-note').getByText('Sentire il settore istruzione.').waitFor();
    await bianchi.isTold(bianchi.say('messages.noted'));
    await page.getByRole('button', { name: federica.say('practice.messages') }).click();
    await federica.sees('Stiamo verificando le credenziali.');
    expect(await page.getByText('Sentire il settore istruzione.').count()).toBe(0);
    await federica.field(federica.say('ui.messages.text')).fill('Grazie.');
    await federica.button('ui.messages.send').click();
    await federica.isTold(federica.say('ui.messages.sent'));
    await bianchi.page.locator('.sp-thread').getByText('Grazie.').waitFor();
    await bianchi.look('console-messaggi');
    await federica.look('messaggi');
  });

  step('PRA-36: the officer approves with a message and a document, after confirming', async () => {
    await bianchi.button('action.approve').click();
    await bianchi.field(bianchi.say('dialog.message')).fill('Gli utenti saranno abilitati.');
    await bianchi.files(bianchi.say('dialog.document')).setInputFiles({ ...pdf, name: 'esito.pdf' });
    await bianchi.page.getByRole('button', { name: bianchi.say('ui.files.remove', { name: 'esito.pdf' }) }).waitFor();
    await bianchi.button('dialog.send.approve').click();
    await bianchi.sees(bianchi.say('dialog.confirm.missing'));
    await bianchi.look('console-approva');
    await bianchi.page.getByLabel(bianchi.say('dialog.confirm.approve', { number })).check();
    await bianchi.button('dialog.send.approve').click();
    await bianchi.dialog().waitFor({ state: 'detached' });
    await bianchi.isTold(bianchi.say('action.done.approve', { number }));
  });

  step(
    'C.SE.1.9, PRA-19, NOT-01, NOT-05: the mayor reads the outcome and every passage; she and the officer are told by mail',
    async () => {
      await federica.sees('Gli utenti saranno abilitati.');
      const iter = page.getByRole('list', { name: federica.say('practice.iter') });
      expect(await iter.getByRole('listitem').count()).toBe(8);
      await isInFirstScreens(federica, page.getByRole('button', { name: /^esito\.pdf/ }));
      await federica.look('esito');
      await eventually(async () => {
        const subjects = async (name: string) =>
          (await world.mails()).filter(({ to }) => to.includes(world.mailOf(name))).map(({ subject }) => subject);
        expect(await subjects('federica.neri')).toContainEqual(expect.stringMatching(/approva|approved/i));
        expect((await subjects('bianchi')).length).toBeGreaterThan(0);
      }, 30);
    },
  );

  step(
    'IDE-14, IDE-16, IDE-17, IDE-18, IDE-38, IDE-39, IDE-40: in her profile the identity is read only, the rest changes with "Salva"',
    async () => {
      await page.getByRole('button', { name: /Federica Neri/ }).click();
      await federica.look('menu-personale', '.dropdown-menu.show');
      await federica.link('menu.profile').click();
      await federica.seesTitle(federica.say('profile.title'));
      await federica.sees(/^NREFRC/);
      await federica.look('profilo');
      await federica.field(federica.say('profile.mobilePhone')).fill('non è un numero');
      await federica.button('profile.save').click();
      await federica.sees(federica.say('profile.wrong.phone'));
      await federica.look('profilo-errore');
      await federica.field(federica.say('profile.mobilePhone')).fill('+39 333 0101010');
      await federica.field(federica.say('profile.officePhone')).fill('011 5550101');
      await federica.field(federica.say('profile.timeZone')).selectOption('Europe/London');
      await federica.sees(federica.say('profile.unsaved'));
      await federica.button('profile.save').click();
      await federica.isTold(federica.say('profile.saved'));
      await page.reload();
      await federica.seesTitle(federica.say('profile.title'));
      expect(await federica.field(federica.say('profile.mobilePhone')).inputValue()).toBe('+393330101010');
    },
  );

  step('IDE-15: she adds a picture, and the head of the page shows it', async () => {
    await page.locator('#immagine-file').setInputFiles({ name: 'io.png', mimeType: 'image/png', buffer: png });
    await page.getByRole('img', { name: federica.say('profile.picture.yours') }).waitFor();
    await page.locator('.sp-avatar img').waitFor();
    await federica.look('profilo-immagine');
  });

  step('IDE-19: she switches profile without signing in again, and sees what that profile has', async () => {
    const person = page.getByRole('button', { name: /Federica Neri/ });
    await person.click();
    await page.getByRole('button', { name: /^(Utente Cittadino|Citizen)/ }).click();
    await person.getByText(/Utente Cittadino|Citizen/).waitFor();
    await federica.menu('menu.mine');
    await federica.sees(federica.say('practices.empty.in-progress'));
    await federica.look('altro-profilo');
    await person.click();
    await page.getByRole('button', { name: /Ascalea/ }).click();
    await person.getByText(/Ascalea/).waitFor();
    await federica.link('practices.tab.sent').click();
    await page.getByRole('link', { name: number, exact: true }).waitFor();
  });

  step('IDE-21: she signs out, and her pages are closed', async () => {
    const person = page.getByRole('button', { name: /Federica Neri/ });
    const signOut = federica.button('ui.person.signOut');
    // The menu closes by itself when the page behind it changes; then she opens it again.
    await eventually(async () => {
      if (!(await signOut.isVisible())) await person.click();
      await signOut.click({ timeout: 3_000 });
    });
    await page
      .getByRole('banner')
      .getByRole('link', { name: federica.say('frame.signIn') })
      .waitFor();
    await federica.look('uscita');
    await federica.go('/area-personale/pratiche');
    await federica.sees(federica.say('signedIn.first'));
    await federica.look('serve-accesso');
    await page
      .getByRole('contentinfo')
      .getByRole('link', { name: federica.say('footer.privacy') })
      .click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await federica.look('privacy');
  });

  step('no page complained to the browser, and no rule of its security was broken', () => {
    expect([...federica.unexpected(), ...bianchi.unexpected()]).toEqual([]);
  });
});
