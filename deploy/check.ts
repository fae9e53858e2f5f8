import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.ts';
import { root } from './paths.ts';
import { run } from './program.ts';
import { checkTable } from './services.ts';
import { explain, say } from './steps.ts';
import { checkTexts } from './texts.ts';
import { checkWords } from './words.ts';

const bin = (name: string) => join(root, 'node_modules/.bin', name);
const checks: [name: string, check: () => Promise<unknown>][] = [
  ['format and rules (biome)', () => run([bin('biome'), 'ci', '.'], { cwd: root })],
  ['boundaries between the parts (eslint)', () => run([bin('eslint'), '.'], { cwd: root })],
  ['nothing unused or undeclared (knip)', () => run([bin('knip'), '--no-config-hints'], { cwd: root })],
  [
    'types (tsc)',
    async () => {
      for (const project of ['.', 'web', 'web/test']) await run([bin('tsc'), '-p', project], { cwd: root });
    },
  ],
  ['every service in the table (deploy/services.ts)', async () => checkTable(readdirSync(join(root, 'services')))],
  ['words that the project does not use (deploy/words.ts)', async () => checkWords()],
  ['texts of the pages in both languages, each said by a page (deploy/texts.ts)', async () => checkTexts()],
  ['lockfile', () => run([process.execPath, join(root, 'deploy/lockfile.mjs'), '--check'], { cwd: root })],
  [
    'docs/api in step with the contracts',
    async () => {
      await build('services');
      await run([process.execPath, join(root, 'deploy/contracts.ts'), '--check'], { cwd: root });
    },
  ],
];

const failures: string[] = [];
for (const [name, check] of checks) {
  try {
    await check();
    say(`✓ ${name}`);
  } catch (error) {
    say(`✗ ${name}`);
    failures.push(`${name}\n${explain(error)}`);
  }
}
if (failures.length > 0) {
  console.error(`\n${failures.join('\n\n')}\n\n${failures.length} of ${checks.length} checks failed.`);
  process.exit(1);
}
console.log(`All ${checks.length} checks passed.`);
