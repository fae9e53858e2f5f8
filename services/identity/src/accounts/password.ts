import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { normalised } from '@sportello/italy/normalised';
import { asUsername } from '@sportello/italy/typed-text';

const derive = promisify(argon2);

/** How many characters a password has, at least and at most. */
export const passwordLength = { least: 12, most: 200 };

/** What OWASP asks of argon2id at least: 19 MiB of memory, two passes, one lane. */
const parameters = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

const unpadded = (bytes: Buffer) => bytes.toString('base64').replace(/={1,2}$/, '');

/** @returns a PHC string, which carries its own parameters and salt */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive('argon2id', { message: normalised(password, 'NFKC'), nonce: salt, ...parameters });
  const { memory, passes, parallelism } = parameters;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`;
}

export async function isPassword(password: string, phc: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt, hash] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(phc) ?? [];
  if (!salt || !hash) throw new Error('A stored password hash is not readable');
  const expected = Buffer.from(hash, 'base64');
  const found = await derive('argon2id', {
    message: normalised(password, 'NFKC'),
    nonce: Buffer.from(salt, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  });
  return timingSafeEqual(found, expected);
}

/** Different characters that a password has at least, its case and its blanks left aside. */
const FEWEST_DIFFERENT = 5;

/**
 * True for what length alone does not make a password: blanks, few characters again and again, the username with hardly anything else.
 * Source: NIST SP 800-63B-4, 3.1.1.2, which asks for length and no mixture of kinds.
 */
export function isTooSimple(password: string, username: string): boolean {
  const rest = asUsername(password).replaceAll(asUsername(username), '');
  return new Set(rest.replace(/[\p{Z}\p{C}]/gu, '')).size < FEWEST_DIFFERENT;
}

export type PasswordRefusal = 'wrong-length' | 'too-simple' | 'different';

/** Why somebody may not have what she chose as her password; null when she may. @param again what she typed the second time */
export function refusalOf(password: string, again: string, username: string): PasswordRefusal | null {
  if (password.length < passwordLength.least || password.length > passwordLength.most) return 'wrong-length';
  if (isTooSimple(password, username)) return 'too-simple';
  return password === again ? null : 'different';
}

/** For usernames that do not exist: checking takes as long as for those that do. */
export const nobodysHash = await hashPassword(randomBytes(16).toString('hex'));
