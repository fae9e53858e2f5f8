import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type Installation, openInstallation } from '../../services/gateway/test/installation.js';
import { launchBrowser, Person } from './person.js';

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

/** What the page asks of the interface, by path. */
const questionsOf = (page: Page): string[] => {
  const questions: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith('/api/')) questions.push(pathname + search);
  });
  return questions;
};

const sheet = '/servizi/certificati-anagrafici';

test.each(['it', 'en'] as const)(
  'what came rendered is taken over as it stands, and nothing of it is asked again (%s)',
  async (language) => {
    const anybody = await Person.open({ browser, baseUrl: world.baseUrl, setting: { language, width: 1280 } });
    const { page } = anybody;
    // The script comes when the page has been read and marked.
    let gate = Promise.withResolvers<void>();
    await page.route(/\/assets\/portal\/index-[^/]*\.js$/, async (route) => {
      await gate.promise;
      await route.continue();
    });
    const questions = questionsOf(page);
    for (const path of ['/', '/servizi', '/servizi?q=certificati', sheet, '/faq', '/verifica', '/privacy']) {
      questions.length = 0;
      gate = Promise.withResolvers();
      await anybody.page.goto(`${language === 'en' ? '/en' : ''}${path}`, { waitUntil: 'commit' });
      await page.locator('#piede').waitFor();
      await page.evaluate(() => {
        for (const each of document.querySelectorAll('h1, main a, header a')) each.setAttribute('data-read', '');
      });
      const isTakenOver = page.waitForResponse(/\/api\/v1\/session$/);
      gate.resolve();
      await isTakenOver;
      await anybody.isStill();
      expect({ path, redrawn: await page.locator('h1:not([data-read]), main a:not([data-read])').allTextContents() }).toEqual({
        path,
        redrawn: [],
      });
      expect({ path, questions }).toEqual({ path, questions: ['/api/v1/session'] });
    }
    expect(anybody.unexpected()).toEqual([]);
    await anybody.close();
  },
);

test('who has no script searches, reads a service, verifies a document, changes language and signs in', async () => {
  const context = await browser.newContext({ baseURL: world.baseUrl, javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
  await page.goto('/');
  await page.getByRole('navigation').getByRole('link', { name: 'Nuova istanza' }).click();
  await page.getByRole('searchbox', { name: 'Cerca un modulo' }).fill('residenza');
  await page.locator('main').getByRole('button', { name: 'Cerca' }).click();
  await page.getByRole('link', { name: /^Richiesta di certificati/ }).click();
  await heading(/^Richiesta di certificati/).waitFor();
  await page.getByText('Sportello del cittadino, dal lunedì').waitFor();
  await page.getByRole('link', { name: 'English' }).click();
  await heading(/certificates/i).waitFor();
  await page.getByRole('link', { name: 'Italiano' }).click();
  // A form needs the script, and says so; the way back works.
  await page
    .getByRole('link', { name: /^Compila/ })
    .first()
    .click();
  await heading('Serve JavaScript').waitFor();
  expect(await page.locator('.sp-skeleton').isVisible()).toBe(false);
  await page.getByRole('link', { name: 'Domande frequenti' }).click();
  await page
    .getByText(/^Come|^Posso|^Che/)
    .last()
    .waitFor();
  expect(await page.locator('.sp-collapsible-body').first().isVisible()).toBe(true);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Verifica un documento' }).click();
  await page.getByLabel(/^Codice/).fill('aaaa-bbbb-cccc-dddd');
  await page.locator('main').getByRole('button').click();
  await page
    .getByText(/non .* documento|Nessun documento/i)
    .first()
    .waitFor();
  await page.goto('/area-personale');
  await heading('Serve JavaScript').waitFor();
  await page.goto('/console');
  await page
    .getByText(/JavaScript/)
    .first()
    .waitFor();
  await page.goto('/');
  await page.getByRole('banner').getByRole('link', { name: "Accedi all'Area personale" }).click();
  await page
    .locator('main')
    .getByRole('link', { name: /Accedi|Entra/ })
    .first()
    .click();
  expect(new URL(page.url()).pathname).toMatch(/^\/realms\//);
  await context.close();
});
