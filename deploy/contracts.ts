import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { asyncapi } from '@sportello/contracts/asyncapi';
import { bodySystems } from '@sportello/contracts/body-systems';
import { credentialSystems } from '@sportello/contracts/credential-systems';
import { openapi } from '@sportello/contracts/openapi';
import { root } from './paths.ts';
import { rightsPage } from './rights-page.ts';

/** Writes the documents that are made from the contracts; with `--check` it only tells whether those written are in step. */
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const json = (document: object) => `${JSON.stringify(document, null, 2)}\n`;
const documents = {
  'docs/api/openapi.json': json(openapi(version, 'http://localhost:3000')),
  'docs/api/asyncapi.json': json(asyncapi(version)),
  'docs/api/body-systems.json': json(bodySystems(version)),
  'docs/api/credential-systems.json': json(credentialSystems(version)),
  'docs/rights.md': rightsPage(),
};
const stale = Object.entries(documents).filter(([name, text]) => {
  const file = join(root, name);
  if (process.argv.includes('--check')) return read(file) !== text;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return false;
});
if (stale.length > 0) {
  console.error(`Out of step with the contracts: ${stale.map(([name]) => name).join(', ')}. Run: npm run contracts`);
  process.exitCode = 1;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // never written
  }
}
