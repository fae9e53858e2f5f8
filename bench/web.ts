import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { findChromium } from '../deploy/backing/chromium.ts';
import { localFolder } from '../deploy/paths.ts';
import { startStack } from '../deploy/stack.ts';
import { loadWorld } from '../deploy/world/load.ts';

/** Each page is looked at this often by Lighthouse; the median of each figure counts. */
const RUNS = 5;
const DEADLINE_MS = 180_000;

/** Scores of 100, milliseconds, and bytes of gzip for what a first visit loads. */
const targets = {
  performance: 95,
  accessibility: 100,
  'best-practices': 100,
  seo: 100,
  lcpMs: 2_000,
  portalScriptBytes: 90_000,
  consoleScriptBytes: 130_000,
};

interface Report {
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { numericValue?: number; score: number | null; title: string }>;
}

interface Figures {
  performance: number;
  accessibility: number;
  'best-practices': number;
  seo: number;
  /** When the largest thing is painted, and for how long presses are held up, in milliseconds. */
  lcpMs: number;
  blockedMs: number;
  /** How much the page moves while it loads: 0 is not at all. */
  shift: number;
}

/** What a first visit loads, in bytes of gzip. */
interface Loaded {
  script: number;
  styles: number;
  fonts: number;
}

const kilobytes = (bytes: number) => `${(bytes / 1_000).toFixed(1)} KB`;

const lighthouse = join(import.meta.dirname, 'lighthouse');
const program = join(lighthouse, 'node_modules/lighthouse/cli/index.js');
if (!existsSync(program)) execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: lighthouse, stdio: 'inherit' });

const chromePath = await findChromium(join(localFolder, 'bin'));
process.env['RATE_LIMIT'] = '100000000';
process.env['LOG_LEVEL'] ??= 'warn';
const stack = await startStack();
try {
  await loadWorld(stack);
  const sitemap = await (await fetch(`${stack.baseUrl}/sitemap.xml`)).text();
  const sheet = /<loc>[^<]*(\/servizi\/(?!categorie)[^<]+)<\/loc>/.exec(sitemap)?.[1];
  if (!sheet) throw new Error('The site map names no service');
  const pages: Record<string, { figures: Figures; loaded: Loaded; failed: string[] }> = {};
  for (const [name, path] of Object.entries({ home: '/', list: '/servizi', sheet })) {
    const reports: Report[] = [];
    for (let run = 0; run < RUNS; run += 1) reports.push(await look(`${stack.baseUrl}${path}`));
    pages[name] = { figures: medians(reports), loaded: await weigh(path), failed: failedAudits(reports) };
    say(name, pages[name].figures, pages[name].loaded, pages[name].failed);
  }
  const officers = await weigh('/console');
  console.log(`console  script ${kilobytes(officers.script)}  styles ${kilobytes(officers.styles)}  fonts ${kilobytes(officers.fonts)}`);
  const results = join(import.meta.dirname, 'results');
  mkdirSync(results, { recursive: true });
  const now = new Date().toISOString();
  const file = join(results, `web-${now.slice(0, 19).replaceAll(':', '-')}.json`);
  writeFileSync(file, `${JSON.stringify({ at: now, targets, pages, console: officers }, null, 2)}\n`);
  console.log(`kept in ${file}`);
} finally {
  await stack.stop();
}

/** Lighthouse's own mobile setting: a middling telephone on a slow line, simulated. A look that it could not record is taken once more. */
function look(url: string): Promise<Report> {
  return lookOnce(url).catch(() => lookOnce(url));
}

async function lookOnce(url: string): Promise<Report> {
  const args = [program, url, '--output=json', '--quiet', '--only-categories=performance,accessibility,best-practices,seo'];
  const { stdout } = await promisify(execFile)(process.execPath, [...args, '--chrome-flags=--headless=new --no-sandbox --disable-gpu'], {
    env: { ...process.env, CHROME_PATH: chromePath },
    maxBuffer: 100_000_000,
    timeout: DEADLINE_MS,
  });
  return JSON.parse(stdout);
}

function medians(reports: readonly Report[]): Figures {
  const median = (figure: (report: Report) => number) => {
    const sorted = reports.map(figure).sort((a, b) => a - b);
    return Number((sorted[Math.floor(sorted.length / 2)] ?? Number.NaN).toFixed(3));
  };
  const score = (category: string) => median(({ categories }) => (categories[category]?.score ?? 0) * 100);
  const value = (audit: string) => median(({ audits }) => audits[audit]?.numericValue ?? Number.NaN);
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
    seo: score('seo'),
    lcpMs: value('largest-contentful-paint'),
    blockedMs: value('total-blocking-time'),
    shift: value('cumulative-layout-shift'),
  };
}

/** What cost the page points in each run, by name. */
function failedAudits(reports: readonly Report[]): string[] {
  const [first, ...others] = reports.map(({ audits }) =>
    Object.entries(audits).flatMap(([key, { score }]) => (score !== null && score < 0.9 ? [key] : [])),
  );
  return (first ?? []).filter((key) => others.every((keys) => keys.includes(key)));
}

/** Loads a page once with an empty cache, as a visitor. */
async function weigh(path: string): Promise<Loaded> {
  const browser = await chromium.launch({ executablePath: chromePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ baseURL: stack.baseUrl });
    const found: [kind: string, url: string][] = [];
    page.on('response', (response) => found.push([response.request().resourceType(), response.url()]));
    await page.goto(path, { waitUntil: 'networkidle' });
    const sum = async (wanted: string) => {
      const sizes = await Promise.all(found.filter(([kind]) => kind === wanted).map(([, url]) => sizeOf(url)));
      return sizes.reduce((all, size) => all + size, 0);
    };
    return { script: await sum('script'), styles: await sum('stylesheet'), fonts: await sum('font') };
  } finally {
    await browser.close();
  }
}

/** Bytes of a file as it is sent to a browser that takes gzip. */
function sizeOf(url: string): Promise<number> {
  return new Promise((done, failed) => {
    const asked = request(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () => done(bytes));
      response.on('error', failed);
    });
    asked.on('error', failed);
    asked.end();
  });
}

function say(name: string, figures: Figures, loaded: Loaded, failed: readonly string[]): void {
  console.log(
    `${name.padEnd(8)} performance ${figures.performance}  accessibility ${figures.accessibility}  best practices ${figures['best-practices']}  search ${figures.seo}  ` +
      `LCP ${Math.round(figures.lcpMs)} ms  blocked ${Math.round(figures.blockedMs)} ms  shift ${figures.shift}  ` +
      `script ${kilobytes(loaded.script)}  styles ${kilobytes(loaded.styles)}  fonts ${kilobytes(loaded.fonts)}`,
  );
  if (failed.length > 0) console.log(`         ${failed.join(', ')}`);
}
