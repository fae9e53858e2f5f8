import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { securityHeaders } from '../../services/gateway/src/pages/security-headers.js';
import { violationsIn } from './axe.js';
import { resize, tooWide } from './fits.js';
import { launchBrowser } from './person.js';

const root = join(import.meta.dirname, '../..');
const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };

let folder: string;
let browser: Browser;
const server = createServer((request, response) => {
  const asset = /^\/assets\/catalogue\/([\w.-]+)$/.exec(new URL(request.url ?? '/', 'http://localhost').pathname)?.[1];
  const file = join(folder, asset ?? 'index.html');
  if (!existsSync(file)) return response.writeHead(404).end();
  response
    .writeHead(200, { ...securityHeaders, 'content-type': types[extname(file)] ?? 'text/html; charset=utf-8' })
    .end(readFileSync(file));
});

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sportello-catalogue-'));
  const vite = [join(root, 'node_modules/.bin/vite'), 'build', '--config', 'catalogue/vite.config.ts', '--outDir', folder];
  await promisify(execFile)(process.execPath, vite, { cwd: join(root, 'web/console') });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What is wrong with the page as it is now: rules of WCAG, and what sticks out on the right. */
async function mistakes(page: Page, where: string, rules?: string[], within?: string): Promise<string[]> {
  const broken = await violationsIn(page, { within, rules });
  const wide = (await tooWide(page)).map((part) => `too wide: ${part}`);
  return [...broken, ...wide].map((mistake) => `${where}: ${mistake}`);
}

/** Shows what the buttons of the page open, one after the other. */
async function openEach(page: Page, look: (what: string) => Promise<void>): Promise<void> {
  for (const button of await page.locator('[data-walk]').all()) {
    await button.click();
    const opened = page.locator('dialog[open], .sp-toast');
    await opened.waitFor();
    await look(`after ${await button.textContent()}`);
    if (await page.locator('dialog[open]').count()) await page.keyboard.press('Escape');
    else await opened.getByRole('button').last().click();
    await opened.waitFor({ state: 'detached' });
  }
}

// All parts but those that are a page by themselves stand on the first page, one after the other.
test.each(
  ['', '/scheda'].flatMap((part) => [
    [part, 'it'],
    [part, 'en'],
  ]),
)(
  'each shared part of /catalogo%s, in each state, keeps to WCAG at every width, in %s, in the dark and with forced colours',
  async (part, language) => {
    const page = await browser.newPage({ baseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, reducedMotion: 'reduce' });
    const found: string[] = [];
    page.on('pageerror', ({ message }) => found.push(message));
    page.on('console', (message) => message.type() === 'error' && found.push(message.text()));
    await page.goto(`/catalogo${language === 'en' ? '/en' : ''}${part}`);
    await page.locator(`html[lang=${language}] h1`).waitFor();
    expect(await page.locator('main h2').count()).toBeGreaterThan(part === '' ? 20 : 0);
    for (const width of [1280, 390, 320]) {
      await resize(page, width, 900);
      found.push(...(await mistakes(page, `${width}`)));
    }
    await openEach(page, async (what) => void found.push(...(await mistakes(page, what, undefined, 'dialog[open], .sp-toast'))));
    for (const media of [{ colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
      await page.emulateMedia(media);
      found.push(...(await mistakes(page, JSON.stringify(media), ['color-contrast'])));
      await page.emulateMedia({ colorScheme: null, forcedColors: null });
    }
    expect(found).toEqual([]);
    await page.close();
  },
);
