import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { fileKinds } from '@sportello/forms/file-kinds';
import { root } from './paths.ts';

const pages = globSync(['*.md', 'docs/**/*.md'], { cwd: root });
const textOf = (page: string) => readFileSync(join(root, page), 'utf8');

test('every link between the pages leads somewhere', () => {
  const broken = pages.flatMap((page) =>
    [...textOf(page).matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)]
      .map(([, link]) => link as string)
      .filter((link) => !existsSync(join(root, dirname(page), link)))
      .map((link) => `${page}: ${link}`),
  );
  expect(pages.length).toBeGreaterThan(20);
  expect(broken).toEqual([]);
});

test('every file of ours that a page names is there', () => {
  const named = /`((?:services|libs|web|deploy|docs)\/[\w./@-]+)`/g;
  const missing = pages.flatMap((page) =>
    [...textOf(page).matchAll(named)]
      .map(([, path]) => path as string)
      // The page about a new service makes its files: `add-a-service.test.ts` follows it.
      .filter((path) => !existsSync(join(root, path)) && !(page === 'docs/add-a-service.md' && path.includes('/closures')))
      .map((path) => `${page}: ${path}`),
  );
  expect(missing).toEqual([]);
});

test('the page about forms lists every kind of file with its endings', () => {
  const page = textOf('docs/forms.md');
  const kinds = Object.entries<{ endings: readonly string[] }>(fileKinds);
  const missing = kinds.filter(
    ([type, { endings }]) =>
      !page.split('\n').some((line) => line.includes(`\`${type}\``) && endings.every((ending) => line.includes(`\`${ending}\``))),
  );
  expect(missing.map(([type]) => type)).toEqual([]);
});

test('each decision has a number of its own, which its heading says too', () => {
  const decisions = pages.filter((page) => page.startsWith('docs/decisions/')).map((page) => page.slice('docs/decisions/'.length));
  const numbers = decisions.map((name) => name.slice(0, 4));
  expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([]);
  expect(decisions.filter((name) => !textOf(`docs/decisions/${name}`).startsWith(`# ${name.slice(0, 4)} `))).toEqual([]);
});
