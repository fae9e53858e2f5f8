import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asyncapi } from '@sportello/contracts/asyncapi';
import { openapi } from '@sportello/contracts/openapi';
import { root } from './paths.ts';

/** Writes the API's documents from the contracts; with `--check` it only tells whether those written are in step. */
const folder = join(root, 'docs/api');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const documents = { 'openapi.json': openapi(version, 'http://localhost:3000'), 'asyncapi.json': asyncapi(version) };
mkdirSync(folder, { recursive: true });
const stale = Object.entries(documents).filter(([name, document]) => {
  const file = join(folder, name);
  const text = `${JSON.stringify(document, null, 2)}\n`;
  if (process.argv.includes('--check')) return read(file) !== text;
  writeFileSync(file, text);
  return false;
});
if (stale.length > 0) {
  console.error(`Out of step with the contracts: ${stale.map(([name]) => `docs/api/${name}`).join(', ')}. Run: npm run contracts`);
  process.exitCode = 1;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // never written
  }
}
