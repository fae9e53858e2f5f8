/**
 * Says which rows of the feature list have a test: `npm run coverage:features -- [--missing] [--json]`.
 *
 * A test proves a row when its name begins with the row's ID: `test('PRA-13: …')`, or several, `test('PRA-41, PRA-42: …')`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const id = '[A-Z]{3}-\\d{2,3}';
/** A text in quotes that begins with IDs and a colon; a test that is left out proves nothing. */
const name = new RegExp(`(\\.(?:todo|skip)\\s*\\(\\s*)?(["'\`])(${id}(?:, ${id})*):`, 'g');

/**
 * The IDs that the names of the tests in a file begin with.
 *
 * @param {string} text Source of a test file
 */
export function idsIn(text) {
  return [...text.matchAll(name)].filter(([, isLeftOut]) => !isLeftOut).flatMap(([, , , ids]) => ids.split(', '));
}

/**
 * @param {string[]} features Every ID of the feature list
 * @param {Map<string, string[]>} tests The IDs of each test file
 */
export function coverageOf(features, tests) {
  const known = new Set(features);
  const tested = new Set([...tests.values()].flat());
  const prefixes = [...new Set(features.map((feature) => feature.slice(0, 3)))];
  return {
    rows: prefixes.map((prefix) => {
      const all = features.filter((feature) => feature.startsWith(prefix));
      const missing = all.filter((feature) => !tested.has(feature));
      return { prefix, covered: all.length - missing.length, total: all.length, missing };
    }),
    unknown: [...tests].flatMap(([file, ids]) => ids.filter((it) => !known.has(it)).map((it) => ({ id: it, file }))),
  };
}

/** @returns {string[]} Paths below the root */
function testFilesIn(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : testFilesIn(path);
    return /\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function main() {
  const features = readFileSync(join(root, 'docs/features.txt'), 'utf8').trim().split('\n');
  const files = ['libs', 'services', 'web', 'deploy', 'bench'].flatMap(testFilesIn);
  const { rows, unknown } = coverageOf(features, new Map(files.map((file) => [file, idsIn(readFileSync(join(root, file), 'utf8'))])));
  const sum = (field) => rows.reduce((total, row) => total + row[field], 0);
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ covered: sum('covered'), total: sum('total'), rows, unknown }, null, 2));
  } else {
    for (const { prefix, covered, total, missing } of rows) {
      console.log(`${prefix} ${String(covered).padStart(4)} / ${total}`);
      if (process.argv.includes('--missing') && missing.length > 0) console.log(`    ${missing.join(' ')}`);
    }
    console.log(`All ${String(sum('covered')).padStart(4)} / ${sum('total')}`);
  }
  for (const { id: wrong, file } of unknown) console.error(`${wrong} in ${file} is not in docs/features.txt`);
  if (unknown.length > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
