/**
 * Verifies an arrival mark without asking anybody. It needs nothing but Node: this file may be copied anywhere.
 *
 *     node verify-mark.ts mark.json mark-keys.json
 *
 * `mark.json` is a mark, or the answer of the API that holds one under `mark`; `mark-keys.json` is what `/api/v1/mark-keys` answered, on any
 * day after the sending. It ends with 0 for a genuine mark, with 1 for one that is not, with 2 for files that are something else.
 */
import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** As it is written in JSON. */
export interface WrittenMark {
  practiceId: string;
  number: string;
  submittedAt: string;
  position: number;
  contentSha256: string;
  kid: string | null;
  signature: string;
}

export interface MarkKeys {
  items: { kid: string; publicKey: string }[];
}

/** What is signed: bytes of UTF-8. */
export const signedText = ({ practiceId, number, submittedAt, position, contentSha256 }: Omit<WrittenMark, 'kid' | 'signature'>): string =>
  [practiceId, number, submittedAt, position, contentSha256].join('|');

/** @returns the `kid` of the key that signed it; undefined for a mark that none of these keys signed as it stands */
export function signerOf(mark: WrittenMark, { items }: MarkKeys): string | undefined {
  const text = Buffer.from(signedText(mark));
  const signature = Buffer.from(mark.signature, 'base64url');
  return items
    .filter(({ kid }) => mark.kid === null || mark.kid === kid)
    .find(({ publicKey }) =>
      verify(null, text, createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' }), signature),
    )?.kid;
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const isMark = (value: unknown): value is WrittenMark =>
  typeof value === 'object' && value !== null && 'signature' in value && typeof value.signature === 'string' && 'kid' in value;
const hasKeys = (value: unknown): value is MarkKeys =>
  typeof value === 'object' && value !== null && 'items' in value && Array.isArray(value.items);

function main([markFile, keysFile]: string[]): number {
  if (markFile === undefined || keysFile === undefined) {
    console.error('Usage: node verify-mark.ts mark.json mark-keys.json');
    return 2;
  }
  const [given, keys] = [read(markFile), read(keysFile)];
  const mark = typeof given === 'object' && given !== null && 'mark' in given ? given.mark : given;
  if (!isMark(mark) || !hasKeys(keys)) {
    console.error(`${isMark(mark) ? keysFile : markFile} is something else`);
    return 2;
  }
  const signer = signerOf(mark, keys);
  if (signer === undefined) {
    const isKnown = mark.kid === null || keys.items.some(({ kid }) => kid === mark.kid);
    console.error(isKnown ? 'NOT GENUINE: the signature does not fit' : `NOT VERIFIED: there is no key ${mark.kid} among these`);
    return 1;
  }
  console.log(`GENUINE: ${mark.number} arrived at ${mark.submittedAt} in place ${mark.position}, signed by ${signer}`);
  return 0;
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
