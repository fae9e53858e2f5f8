import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { checkTexts } from './texts.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Front ends with a page of one feature, whose sources and dictionaries are sound but for what is changed. */
function frontEnds(changes: Record<string, unknown> = {}): string {
  const web = mkdtempSync(join(tmpdir(), 'sportello-texts-'));
  folders.push(web);
  const files: Record<string, unknown> = {
    'ui/src/dialog.tsx': "text('ui.close')",
    'ui/src/it.json': { 'ui.close': 'Chiudi' },
    'ui/src/en.json': { 'ui.close': 'Close' },
    'portal/src/app.tsx': "text('menu.home')",
    'portal/src/it.json': { 'menu.home': 'Bacheca' },
    'portal/src/en.json': { 'menu.home': 'Board' },
    'console/src/app.tsx': "text('menu.queue')",
    'console/src/it.json': { 'menu.queue': 'Coda' },
    'console/src/en.json': { 'menu.queue': 'Queue' },
    'console/src/queue/page.tsx': "text('queue.count') + text('ui.close') + text('menu.queue')",
    'console/src/queue/it.json': { 'queue.count': '{count} pratiche' },
    'console/src/queue/en.json': { 'queue.count': '{count} practices' },
    ...changes,
  };
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(web, path, '..'), { recursive: true });
    writeFileSync(join(web, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return web;
}

test('every text of the pages is said in both languages, by a page that has it when it is drawn', () => {
  checkTexts();
  checkTexts(frontEnds());
});

test.each([
  [
    'a text that no language has',
    { 'console/src/queue/page.tsx': "text('queue.count') + text('queue.cuont')" },
    /console\/src, unknown: queue\.cuont/,
  ],
  [
    'a text of another feature',
    {
      'console/src/home/page.tsx': "text('queue.count') + text('home.x')",
      'console/src/home/it.json': { 'home.x': '' },
      'console/src/home/en.json': { 'home.x': '' },
    },
    /console\/src, unknown: queue\.count/,
  ],
  ['a text that no page says', { 'console/src/queue/page.tsx': '' }, /console\/src, unused: queue\.count/],
  ['a text without its English', { 'portal/src/en.json': {} }, /portal\/src, onlyItalian: menu\.home/],
  ['a text without its Italian', { 'ui/src/en.json': { 'ui.close': 'Close', 'ui.open': 'Open' } }, /ui\/src, onlyEnglish: ui\.open/],
  [
    'a value that one language forgets',
    { 'console/src/queue/en.json': { 'queue.count': 'practices' } },
    /console\/src, differing: queue\.count/,
  ],
])('%s is found, and named', (_, changes, mistake) => {
  expect(() => checkTexts(frontEnds(changes))).toThrow(mistake);
});
