import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Ledger } from './ledger.ts';
import { localFolder } from './paths.ts';
import { findRunning } from './stack.ts';

/** What was downloaded and compiled says nothing about anybody, and would only have to be fetched again. */
const kept = ['bin', 'ports.json'];

const running = findRunning();
if (running) {
  console.error(`Sportello runs at ${running.baseUrl} (process ${running.pid}). End it first, with Ctrl-C where it was started.`);
  process.exit(1);
}
await new Ledger(localFolder).endLeftovers();
const thrownAway = existsSync(localFolder)
  ? readdirSync(localFolder).filter((name) => !kept.includes(name) && !name.startsWith('built-'))
  : [];
for (const name of thrownAway) rmSync(join(localFolder, name), { recursive: true, force: true });
console.log(thrownAway.length > 0 ? 'The local data is gone. The next npm start begins anew.' : 'There was no local data.');
