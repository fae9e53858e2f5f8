/**
 * Verifies the history of a practice without asking anybody.
 *
 *     npm run verify-history -- FILE [mark-keys.json]
 *
 * `FILE` is what the page of the practice gave; `mark-keys.json` is what `/api/v1/mark-keys` answered, by which a file that somebody else signed is
 * told from one of the counter. It ends with 0 for a genuine history, with 1 for one that is not, with 2 for files that are something else.
 */
import { readFileSync } from 'node:fs';
import { checkHistory, type PublishedKeys } from '../libs/contracts/src/practices/history-check.ts';

async function main([file, keysFile]: string[]): Promise<number> {
  if (file === undefined) {
    console.error('Usage: npm run verify-history -- FILE [mark-keys.json]');
    return 2;
  }
  const keys = keysFile === undefined ? null : (JSON.parse(readFileSync(keysFile, 'utf8')) as PublishedKeys);
  const checked = await checkHistory(new Uint8Array(readFileSync(file)), keys);
  if (checked.is === 'unreadable') {
    console.error(`${file} is something else, or no longer readable`);
    return 2;
  }
  if (checked.is === 'altered') {
    console.error(checked.passage === null ? 'NOT GENUINE: the file was changed' : `NOT GENUINE: passage ${checked.passage} was changed`);
    return 1;
  }
  const { number, organization, issuedAt, passages, kid } = checked.history;
  if (checked.isKeyKnown === false) {
    console.error(`NOT VERIFIED: there is no key ${kid} among these`);
    return 1;
  }
  const signer = checked.isKeyKnown ? `signed by ${kid}` : `signed by ${kid}, which was not compared with the published keys`;
  console.log(`GENUINE: ${number} of ${organization}, ${passages.length} passages, as they were on ${issuedAt}, ${signer}`);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
