import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ESLint } from 'eslint';
import { root } from './paths.ts';
import { run } from './program.ts';
import { checkTable, services } from './services.ts';

// A pipeline (CI=true) makes typescript-eslint read each file once from the disk; here one file is asked about with many texts.
process.env['TSESTREE_SINGLE_RUN'] = 'false';

const eslint = new ESLint({ cwd: root });

/** What ESLint says of a text, as if it were the content of a file of the project: the rules that it breaks. */
async function broken(file: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: join(root, file) });
  return (result?.messages ?? []).map(({ ruleId, fatal, message }) => (fatal ? message : ruleId));
}

const using = (specifier: string) => `import { it } from '${specifier}';\nprocess.stdout.write(it);\n`;

const arrows: [from: string, specifier: string][] = [
  ['services/practices/src/main.ts', '@sportello/identity/config'],
  ['services/practices/src/main.ts', '../../identity/src/config.js'],
  ['services/practices/src/main.ts', '@sportello/testing/people'],
  ['services/practices/src/main.ts', '@sportello/deploy/stack'],
  ['services/identity/src/accounts/accounts.service.test.ts', '@sportello/practices/config'],
  ['web/portal/src/main.tsx', '@sportello/messaging/problem'],
  ['web/portal/src/main.tsx', '@sportello/documents/pdf'],
  ['web/portal/src/main.tsx', '@sportello/gateway/config'],
  ['web/portal/src/main.tsx', '../../console/src/sections.js'],
  ['web/ui/src/api.tsx', '../../portal/src/app.js'],
  ['libs/contracts/src/contract.ts', '@sportello/forms/form'],
  ['libs/contracts/src/contract.ts', '../../messaging/src/actor.js'],
  ['libs/italy/src/iban.ts', '@sportello/contracts/contract'],
  ['libs/forms/src/form.ts', '@sportello/contracts/contract'],
  ['libs/documents/src/pdf.ts', '@sportello/forms/form'],
  ['libs/messaging/src/bus.ts', '@sportello/service/config'],
  ['libs/service/src/start.ts', '@sportello/directory/officers'],
  ['libs/directory/src/officers.ts', '@sportello/documents/pdf'],
  ['libs/directory/src/officers.ts', '@sportello/practices/config'],
  ['libs/casework/src/subjects.ts', '@sportello/directory/officers'],
  ['libs/casework/src/subjects.ts', '@sportello/forms/form'],
  ['libs/casework/src/subjects.ts', '@sportello/testing/people'],
  ['libs/documents/src/pdf.ts', '@sportello/casework/subjects'],
  ['libs/service/src/start.ts', '@sportello/casework/subjects'],
  ['web/portal/src/main.tsx', '@sportello/directory/officers'],
  ['libs/messaging/src/bus.ts', '@sportello/records/accesses'],
  ['libs/records/src/accesses.ts', '@sportello/service/config'],
  ['libs/records/src/accesses.ts', '@sportello/practices/config'],
  ['libs/forms/src/form.ts', '@sportello/stored-forms/content'],
  ['libs/service/src/start.ts', '@sportello/stored-forms/content'],
  ['libs/stored-forms/src/content.ts', '@sportello/directory/officers'],
  ['libs/stored-forms/src/content.ts', '@sportello/testing/people'],
  ['libs/stored-forms/src/content.ts', '@sportello/practices/config'],
  ['web/ui/src/api.tsx', '@sportello/stored-forms/content'],
  ['libs/service/src/start.ts', '@sportello/testing/people'],
  ['libs/testing/src/people.ts', '@sportello/forms/form'],
  ['deploy/stack.ts', '@sportello/gateway/config'],
  ['deploy/stack.ts', '../services/gateway/src/config.js'],
];

test.each(arrows)('%s may not import %s', async (file, specifier) => {
  expect(await broken(file, using(specifier))).toContain('boundaries/dependencies');
});

test('an arrow is refused in whatever words it is drawn', async () => {
  const file = 'services/practices/src/main.ts';
  expect(await broken(file, "export * from '@sportello/identity/config';\n")).toContain('boundaries/dependencies');
  expect(await broken(file, "export type { Config } from '@sportello/identity/config';\n")).toContain('boundaries/dependencies');
  expect(await broken(file, "import type { Config } from '@sportello/identity/config';\nexport type It = Config;\n")).toContain(
    'boundaries/dependencies',
  );
  expect(await broken(file, "await import('@sportello/identity/config');\n")).toContain('boundaries/dependencies');
});

const legal: [from: string, specifier: string][] = [
  ['services/practices/src/main.ts', '@sportello/contracts/contract'],
  ['services/practices/src/main.ts', '@sportello/forms/form'],
  ['services/practices/src/main.ts', './config.js'],
  ['services/practices/src/main.ts', 'typeorm'],
  ['services/identity/src/accounts/accounts.service.test.ts', '@sportello/testing/people'],
  ['services/identity/src/accounts/accounts.service.test.ts', '@sportello/deploy/stack'],
  ['web/portal/src/main.tsx', '@sportello/contracts/web'],
  ['web/portal/src/main.tsx', '@sportello/forms/form'],
  ['web/portal/src/main.tsx', '@sportello/italy/iban'],
  ['web/portal/src/main.tsx', '@sportello/ui/frame'],
  ['libs/forms/src/form.ts', '@sportello/italy/iban'],
  ['libs/contracts/src/typed.ts', '@sportello/italy/typed-text'],
  ['libs/messaging/src/bus.ts', '@sportello/contracts/contract'],
  ['libs/testing/src/people.ts', '@sportello/service/config'],
  ['libs/directory/src/officers.ts', '@sportello/messaging/problem'],
  ['libs/stored-forms/src/content.ts', '@sportello/forms/form'],
  ['libs/stored-forms/src/content.ts', '@sportello/service/canonical-json'],
  ['libs/stored-forms/src/content.test.ts', '@sportello/testing/servers'],
  ['services/practices/src/main.ts', '@sportello/stored-forms/content'],
  ['libs/records/src/accesses.ts', '@sportello/messaging/events'],
  ['services/practices/src/main.ts', '@sportello/records/accesses'],
  ['services/practices/src/main.ts', '@sportello/directory/officers'],
  ['libs/casework/src/subjects.ts', '@sportello/documents/storage'],
  ['libs/casework/src/subjects.ts', '@sportello/service/paging'],
  ['libs/casework/src/subjects.ts', '@sportello/records/accesses'],
  ['libs/casework/test/visits.test.ts', '@sportello/testing/people'],
  ['services/practices/src/main.ts', '@sportello/casework/subjects'],
  ['deploy/stack.ts', '@sportello/messaging/accounts'],
];

test.each(legal)('%s may import %s', async (file, specifier) => {
  expect(await broken(file, using(specifier))).toEqual([]);
});

test.each([
  ['libs/contracts/src/contract.ts', 'typeorm'],
  ['libs/contracts/src/contract.ts', '@nestjs/common'],
  ['web/portal/src/main.tsx', 'typeorm'],
  ['web/ui/src/api.tsx', '@nestjs/common'],
  ['services/gateway/src/main.ts', 'typeorm'],
  ['services/gateway/src/main.ts', 'typeorm/driver/types'],
])('%s does without %s', async (file, specifier) => {
  expect(await broken(file, using(specifier))).toContain('no-restricted-imports');
});

test.each([
  ['procedures/window.ts', '../practices/moves.js'],
  ['practices/access.ts', '../documents/document.entity.js'],
  ['documents/receipts.ts', '../correspondence/limits.js'],
  ['correspondence/practice-subjects.ts', '../drafts/drafts.service.js'],
])('services/practices/src/%s may not import %s, which is above or beside it', async (file, specifier) => {
  expect(await broken(`services/practices/src/${file}`, using(specifier))).toContain('no-restricted-imports');
  expect(await broken(`services/practices/src/${file}`, `import type { It } from '${specifier}';\nexport type Same = It;\n`)).toContain(
    'no-restricted-imports',
  );
});

test('a promise that nobody waits for is refused', async () => {
  const text = 'export const begin = async () => 1;\nbegin();\n';
  expect(await broken('libs/italy/src/iban.ts', text)).toEqual(['@typescript-eslint/no-floating-promises']);
  expect(await broken('libs/italy/src/iban.ts', text.replace('begin();', 'await begin();'))).toEqual([]);
});

test('a switch that forgets a case is refused', async () => {
  const text = `export const word = (it: 'open' | 'closed') => {
  switch (it) {
    case 'open':
      return 1;
  }
  return 2;
};
`;
  expect(await broken('libs/italy/src/iban.ts', text)).toEqual(['@typescript-eslint/switch-exhaustiveness-check']);
  expect(await broken('libs/italy/src/iban.ts', text.replace("case 'open':", "case 'open':\n    case 'closed':"))).toEqual([]);
});

test.each([
  ['no-super-linear-move', String.raw`text.replace(/\s+$/, '')`],
  ['no-super-linear-backtracking', String.raw`/^(?:\w+\s?)*$/.test(text)`],
])('a regular expression that may work for longer than in proportion to its text is refused: %s', async (rule, use) => {
  const text = `export const look = (text: string) => ${use};\n`;
  expect(await broken('libs/italy/src/iban.ts', text)).toEqual([`regexp/${rule}`]);
  expect(await broken('libs/italy/src/iban.ts', text.replace(use, "text.replace(/^\\s+/, '')"))).toEqual([]);
});

test('a rule that is switched off needlessly is refused', async () => {
  expect(await broken('libs/italy/src/iban.ts', '// eslint-disable-next-line no-restricted-imports\nexport const it = 1;\n')).toEqual([
    null,
  ]);
});

test('a rule that is switched off has its reason on the same line', () => {
  const sources = globSync('{libs,services,web,deploy,bench}/**/*.{ts,tsx,mjs}', { cwd: root, exclude: ['**/node_modules', '**/dist'] });
  const silent = sources.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .filter((line) => /^\s*(?:\/\/|\/\*) (?:eslint-disable(?!.* -- \S)|biome-ignore [^:]+:?\s*$|@ts-)/.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(sources.length).toBeGreaterThan(200);
  expect(silent).toEqual([]);
});

test('a default export is refused', async () => {
  const folder = scratch({ 'libs/one/src/one.ts': 'export default 1;\n' });
  await expect(run([bin('biome'), 'lint', '.'], { cwd: folder })).rejects.toThrow('noDefaultExport');
  rmSync(folder, { recursive: true });
});

test.each(["import { a } from './a.js';\n\nexport const b = () => a;\n", "import type { A } from './a.js';\n\nexport type B = A;\n"])(
  'two files that import each other are refused, if only for a type: %j',
  async (b) => {
    const folder = scratch({ 'libs/one/src/a.ts': "export type { B as A } from './b.js';\nexport const a = 1;\n", 'libs/one/src/b.ts': b });
    await expect(run([bin('biome'), 'lint', '.'], { cwd: folder })).rejects.toThrow('noImportCycles');
    rmSync(folder, { recursive: true });
  },
);

test('a service that is not in the table is refused, and a row without a service', () => {
  checkTable(services);
  expect(() => checkTable([...services, 'closures'])).toThrow('services/closures has no row');
  expect(() => checkTable(services.slice(1))).toThrow(`there is no services/${services[0]}`);
});

test('an export without a reader, an import that is not declared and a dependency that nobody imports are refused', async () => {
  const knip = (folder: string) => run([bin('knip'), '--no-progress', '--no-config-hints'], { cwd: folder });
  const good = {
    'libs/one/src/a.ts': "import { b } from './b.js';\n\nexport const a = b;\n",
    'libs/one/src/b.ts': 'export const b = 1;\n',
    'services/two/src/main.ts': "import { a } from '@sportello/one/a';\n\nprocess.exitCode = a;\n",
  };
  const breaches: [text: string, files: Record<string, string>][] = [
    ['Unused exports', { 'libs/one/src/b.ts': 'export const b = 1;\nexport const c = 2;\n' }],
    ['Unused dependencies', { 'libs/one/package.json': project('one', { pino: '*' }) }],
    ['Unlisted dependencies', { 'libs/one/src/b.ts': "import { pino } from 'pino';\n\nexport const b = pino;\n" }],
  ];
  const whole = scratch(good);
  await knip(whole);
  rmSync(whole, { recursive: true });
  for (const [complaint, files] of breaches) {
    const folder = scratch({ ...good, ...files });
    await expect(knip(folder)).rejects.toThrow(complaint);
    rmSync(folder, { recursive: true });
  }
});

const bin = (name: string) => join(root, 'node_modules/.bin', name);

function project(name: string, dependencies = {}): string {
  const exports = { './*': { source: './src/*.ts', types: './src/*.ts', default: './dist/*.js' } };
  return JSON.stringify({ name: `@sportello/${name}`, type: 'module', exports, dependencies }, null, 2);
}

/** A repository of two projects under the settings of ours, with these files in it. */
function scratch(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'walls-'));
  const repository = {
    'package.json': JSON.stringify({ name: 'repository', private: true, type: 'module', workspaces: ['libs/*', 'services/*'] }, null, 2),
    'libs/one/package.json': project('one'),
    'services/two/package.json': project('two', { '@sportello/one': '*' }),
    '.gitignore': 'node_modules/\n',

    ...Object.fromEntries(['biome.json', 'knip.jsonc'].map((name) => [name, readFileSync(join(root, name), 'utf8')])),
    ...files,
  };
  for (const [name, text] of Object.entries(repository)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  mkdirSync(join(folder, 'node_modules/@sportello'), { recursive: true });
  symlinkSync('../../libs/one', join(folder, 'node_modules/@sportello/one'));
  return folder;
}
