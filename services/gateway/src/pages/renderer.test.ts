import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, expect, test } from '@jest/globals';
import { eventually } from '@sportello/testing/servers';
import { type Answer, Renderer, type RendererLimits } from './renderer.js';

const folder = mkdtempSync(join(tmpdir(), 'sportello-renderer-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const open: Renderer[] = [];
afterEach(() => Promise.all(open.splice(0).map((renderer) => renderer.close())));

/** In the place of the portal's pages: each address does what it is called. */
const program = join(folder, 'program.mjs');
writeFileSync(
  program,
  `export async function render({ url }, ask) {
    if (url === '/dies') process.exit(1);
    if (url === '/hangs') for (;;);
    if (url === '/fails') throw new Error('cannot be drawn');
    if (url === '/large') return { html: 'a'.repeat(2_000), status: 200 };
    if (url === '/greedy') for (let question = 0; question < 30; question += 1) {
      const { problem } = await ask('any', {}, 'it');
      if (problem) throw new Error('refused');
    }
    const { body, problem } = await ask('any', { url }, 'it');
    if (problem) throw new Error('no answer');
    return { html: body.words, status: 200 };
  }`,
);
const page = (url: string) => ({ url, origin: 'https://example.org', visitor: {} as never });
const says =
  (words: object): Answer =>
  () =>
    Promise.resolve({ body: Buffer.from(JSON.stringify(words)) });

function start(answer: Answer = says({ words: 'drawn' }), limits: Partial<RendererLimits> = {}): Renderer {
  const renderer = new Renderer({ program: pathToFileURL(program).href, templates: { it: '', en: '' } }, answer, limits);
  open.push(renderer);
  return renderer;
}

test('pages are drawn from what the gateway answers, many at once', async () => {
  const renderer = start((_subject, { url }: { url?: string }) => Promise.resolve({ body: Buffer.from(JSON.stringify({ words: url })) }));
  const pages = await Promise.all(['/a', '/b', '/c'].map((url) => renderer.render(page(url))));
  expect(pages.map(({ html }) => html)).toEqual(['/a', '/b', '/c']);
});

test.each(['/dies', '/hangs'])('a thread that %s takes its pages with it, and another draws the next ones', async (url) => {
  const renderer = start(undefined, { deadlineMs: 2_000 });
  await renderer.render(page('/'));
  await expect(renderer.render(page(url))).rejects.toThrow();
  // Not at once: one that broke at its start would be begun again and again.
  await expect(renderer.render(page('/'))).rejects.toThrow('has just ended');
  await eventually(() => expect(renderer.render(page('/'))).resolves.toMatchObject({ html: 'drawn' }));
});

test.each([
  ['/fails', 'cannot be drawn'],
  ['/large', 'has 2000 characters'],
  ['/greedy', 'refused'],
])('%s is refused, and the thread goes on', async (url, words) => {
  const renderer = start(undefined, { size: 1_000 });
  await expect(renderer.render(page(url))).rejects.toThrow(words);
  await expect(renderer.render(page('/'))).resolves.toMatchObject({ html: 'drawn' });
});

test('a page whose answer is late is given up, and the thread goes on', async () => {
  let give: () => void = () => undefined;
  const late = new Promise<void>((done) => {
    give = done;
  });
  const answer: Answer = async (_subject, { url }: { url?: string }) => {
    if (url === '/late') await late;
    return { body: Buffer.from('{"words":"drawn"}') };
  };
  const renderer = start(answer, { deadlineMs: 2_000 });
  await renderer.render(page('/'));
  await expect(renderer.render(page('/late'))).rejects.toThrow('too long');
  await expect(renderer.render(page('/'))).resolves.toMatchObject({ html: 'drawn' });
  give();
});

test('no more pages wait than may', async () => {
  const renderer = start(() => new Promise(() => undefined), { pages: 2 });
  const waiting = Promise.allSettled([renderer.render(page('/')), renderer.render(page('/'))]);
  await expect(renderer.render(page('/'))).rejects.toThrow('too many');
  await renderer.close();
  const closed = { status: 'rejected', reason: expect.objectContaining({ message: 'the renderer is closed' }) };
  expect(await waiting).toEqual([closed, closed]);
});

test('a page holds until the first opening or closing to come of what it shows', async () => {
  const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  const closing = at(20);
  const items = [
    { opensAt: at(-5), closesAt: closing },
    { opensAt: at(30), closesAt: null },
  ];
  expect((await start(says({ words: '', items })).render(page('/'))).until).toBe(Date.parse(closing));
  expect((await start().render(page('/'))).until).toBe(Number.POSITIVE_INFINITY);
});
