import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { violationsIn } from './axe.js';
import { resize, tooWide } from './fits.js';
import { unstyled } from './unstyled.js';

export type Language = 'it' | 'en';
export type App = 'portal' | 'console';

/** A language and a size in which pages are walked. */
export interface Setting {
  language: Language;
  width: 1280 | 390;
  /** The same way is walked at the other width, too: it need not be examined there twice. */
  hasOther?: true;
}
/** Each language once and each width once. */
export const settings: readonly Setting[] = [
  { language: 'it', width: 1280, hasOther: true },
  { language: 'en', width: 390, hasOther: true },
];

/** WCAG 1.4.10: no line may need scrolling sideways at this width. */
const narrowest = 320;
const heights = { 1280: 900, 390: 844 } as const;
const web = join(import.meta.dirname, '..');
const artifacts = join(web, '..', 'artifacts', 'journey');
/** Whoever wants to look at the pages asks for their pictures: they take a second each. */
export const keepsPictures = Boolean(process.env['PICTURES']);

/** All that a front end says, its features' own texts included. */
const dictionaryOf = (folder: string, language: Language): Record<string, string> => {
  const source = join(web, folder, 'src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) => basename(path) === `${language}.json`);
  return Object.assign({}, ...files.map((path) => JSON.parse(readFileSync(join(source, path), 'utf8'))));
};

export const launchBrowser = (): Promise<Browser> => {
  const executablePath = process.env['CHROMIUM_PATH'];
  if (!executablePath) throw new Error('CHROMIUM_PATH is not set: run the tests with `npm test`, which finds or fetches Chromium');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
};

interface PersonOptions {
  browser: Browser;
  baseUrl: string;
  setting: Setting;
  /** Whose dictionary names the things on the page. */
  app?: App;
  /** Pictures of the pages are kept only by those who have a name for them. */
  album?: Album;
}

/** Numbers the pictures of a walk, whoever takes them. */
export class Album {
  private count = 0;

  constructor(private readonly title = '') {}

  next(name: string): string {
    this.count += 1;
    return `${this.title && `${this.title}-`}${String(this.count).padStart(2, '0')}-${name}.png`;
  }
}

/** Somebody in front of a browser: says what she presses by the words she reads. */
export class Person {
  private readonly words: Record<string, string>;

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly options: PersonOptions,
    private readonly troubles: string[] = [],
    private readonly expected: RegExp[] = [],
  ) {
    const { app = 'portal', setting } = options;
    this.words = { ...dictionaryOf('ui', setting.language), ...dictionaryOf(app, setting.language) };
    this.watch(page);
  }

  static async open(options: PersonOptions): Promise<Person> {
    const { browser, baseUrl, setting } = options;
    const context = await browser.newContext({
      baseURL: baseUrl,
      viewport: { width: setting.width, height: heights[setting.width] },
      locale: setting.language === 'it' ? 'it-IT' : 'en-GB',
      timezoneId: 'Europe/Rome',
      reducedMotion: 'reduce',
      acceptDownloads: true,
    });
    // For what does not come at all: a busy machine may be slow.
    context.setDefaultTimeout(60_000);
    return new Person(context, await context.newPage(), options);
  }

  /** The same person at another tab. */
  at(page: Page): Person {
    return new Person(this.context, page, this.options, this.troubles, this.expected);
  }

  /** Notes errors of scripts, refusals of the content security policy, and answers that failed. */
  private watch(page: Page): void {
    page.on('pageerror', (error) => this.troubles.push(`${page.url()} ${error.message}`));
    page.on('console', (message) => {
      // A network interface of the machine came or went: the browser asks again by itself.
      if (message.type() === 'error' && !message.text().includes('ERR_NETWORK_CHANGED'))
        this.troubles.push(`${page.url()} ${message.text()} ${message.location().url}`);
    });
  }

  /** What the browser complained about and nobody expected. */
  unexpected(): string[] {
    return this.troubles.filter((trouble) => !this.expected.some((pattern) => pattern.test(trouble)));
  }

  /** Some complaints belong to what is tried: an answer that refuses, a network that is away. */
  expectTrouble(pattern: RegExp): void {
    this.expected.push(pattern);
  }

  close(): Promise<void> {
    return this.context.close();
  }

  /** A text of the pages in this person's language. */
  say(id: string, values: Record<string, string | number> = {}): string {
    const text = this.words[id];
    if (text === undefined) throw new Error(`no text is called ${id}`);
    return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
  }

  async go(path: string): Promise<void> {
    const prefix = this.options.setting.language === 'en' ? '/en' : '';
    const local = path.startsWith('/console') ? `/console${prefix}${path.slice('/console'.length)}` : `${prefix}${path}`;
    await this.page.goto(local);
  }

  button = (id: string, values?: Record<string, string>): Locator => this.named('button', id, values);
  link = (id: string, values?: Record<string, string>): Locator => this.named('link', id, values);
  heading = (words: string | RegExp): Locator => this.page.getByRole('heading', { name: words, exact: true });
  dialog = (): Locator => this.page.getByRole('dialog');

  private named(role: 'button' | 'link', id: string, values?: Record<string, string>): Locator {
    return this.page.getByRole(role, { name: this.say(id, values), exact: true });
  }

  /** A control by its label, whether or not it has the asterisk. */
  field(label: string, within: Page | Locator = this.page): Locator {
    return within.getByLabel(new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( \\*)?$`));
  }

  /** Where the files of a field go: the button that has its label opens the browser's dialog for it. */
  files(label: string | RegExp): Locator {
    return this.page.locator('.sp-field', { has: this.page.getByLabel(label) }).locator('input[type="file"]');
  }

  async sees(words: string | RegExp): Promise<void> {
    await this.page.getByText(words).filter({ visible: true }).first().waitFor();
  }

  /** What was done is said where the focus is: it is read aloud, and stays. */
  async isTold(words: string): Promise<void> {
    await this.page.waitForFunction(
      (said) => document.activeElement?.checkVisibility() && document.activeElement.textContent?.includes(said),
      words,
    );
  }

  async seesTitle(words: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: words }).waitFor();
  }

  /** The menu of the pages, which on telephones is behind a button. */
  async menu(id: string): Promise<void> {
    const burger = this.button('ui.menu');
    if (await burger.isVisible()) await burger.click();
    await this.page
      .getByRole('navigation', { name: this.say('ui.menu.main') })
      .getByRole('link', { name: this.say(id) })
      .click();
    await this.page.locator('[aria-expanded="true"]', { hasText: this.say('ui.menu') }).waitFor({ state: 'hidden' });
  }

  /**
   * Looks at the page as it is now: one heading, a title, the right language, no style left out that it needs, and at the width of a desk and of a telephone nothing that
   * needs scrolling sideways, no violation of WCAG, and a picture of it.
   *
   * @param layer the selector of an open menu, which covers what is under it and is another at another width: only the menu is examined
   *     for WCAG then, at this person's width
   */
  async look(name: string, layer?: string): Promise<void> {
    const { page, options } = this;
    const { language, width, hasOther } = options.setting;
    await this.isStill();
    const state = await page.evaluate(() => ({
      title: document.title,
      lang: document.documentElement.lang,
      headings: [...document.querySelectorAll('h1')].filter((it) => it.checkVisibility()).length,
    }));
    expect({ name, ...state, unstyled: await unstyled(page) }).toEqual({
      name,
      title: expect.stringMatching(/\S.* - \S/),
      lang: language,
      headings: 1,
      unstyled: [],
    });
    const picture = keepsPictures ? options.album?.next(name) : undefined;
    await this.examine(width, name, picture, layer);
    if (!layer) {
      const other = width === 1280 ? 390 : 1280;
      if (hasOther) await this.fits(other, name);
      else await this.examine(other, name, picture);
    }
    await this.fits(narrowest, name);
    await this.resized(width);
  }

  private async fits(width: number, name: string): Promise<void> {
    await this.resized(width);
    expect({ name, width, tooWide: await tooWide(this.page) }).toEqual({ name, width, tooWide: [] });
  }

  private resized = (width: number) => resize(this.page, width, width === 1280 ? heights[1280] : heights[390]);

  private async examine(width: Setting['width'], name: string, picture?: string, layer?: string): Promise<void> {
    await this.fits(width, name);
    // What lies half under the head that stays, or under what was said last, is whole a moment later.
    await this.page.evaluate((close) => {
      for (const button of document.querySelectorAll<HTMLElement>('.sp-toast button')) if (button.ariaLabel === close) button.click();
      scrollTo(0, 0);
    }, this.say('ui.toast.close'));
    expect({ name, width, violations: await violationsIn(this.page, { within: layer }) }).toEqual({ name, width, violations: [] });
    if (picture) await this.photograph(width, picture);
  }

  private async photograph(width: Setting['width'], file: string): Promise<void> {
    const { language } = this.options.setting;
    const folder = join(artifacts, `${language}-${width}`);
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, file), fullPage: (await this.dialog().count()) === 0 });
  }

  async photographFailure(number: number): Promise<void> {
    const { language, width } = this.options.setting;
    const path = join(artifacts, `${language}-${width}`, `failure-${number}.png`);
    await this.page.screenshot({ path }).catch(() => undefined);
  }

  /** Nothing is being read any more. */
  async isStill(): Promise<void> {
    await this.page.waitForFunction(
      () =>
        document.querySelector('h1')?.checkVisibility() &&
        document.fonts.status === 'loaded' &&
        [...document.querySelectorAll('[aria-busy="true"]')].every((it) => !it.checkVisibility()),
      // Receipts are printed after everything else.
      undefined,
      { timeout: 180_000 },
    );
  }
}
