import { randomInt } from 'node:crypto';
import { asCode } from '@sportello/italy/typed-text';

/**
 * Digits and capitals without 0, 1, I, L and O, which people confuse on paper and on the phone. They are 31, a prime, so that the
 * weighted sum below notices every single wrong character and every swap of two characters.
 */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const codeLength = 16; // 15 drawn (74 bits) and 1 check character

/** A new code that a person can read from a document and type: `XXXX-XXXX-XXXX-XXXX`, the last character checks the others. */
export function newVerificationCode(): string {
  const drawn = Array.from({ length: codeLength - 1 }, () => randomInt(alphabet.length));
  return group([...drawn, checkOf(drawn)].map((digit) => alphabet[digit]).join(''));
}

/** The code as it is stored, from what a person typed: any case, with or without spaces and dashes. Undefined when it cannot be a code. */
export function normalizeVerificationCode(typed: string): string | undefined {
  if (typed.length > 100) return undefined;
  const bare = asCode(typed);
  const digits = [...bare].map((character) => alphabet.indexOf(character));
  if (digits.length !== codeLength || digits.includes(-1)) return undefined;
  return checkOf(digits.slice(0, -1)) === digits.at(-1) ? group(bare) : undefined;
}

/** The public page where anyone can check a document, in the document's language. @param publicUrl without a slash at its end */
export function verificationAddress(publicUrl: string, code: string, language: 'it' | 'en'): string {
  return `${publicUrl}${language === 'en' ? '/en' : ''}/verifica/${code}`;
}

function checkOf(digits: number[]): number {
  return digits.reduce((sum, digit, index) => sum + digit * (index + 2), 0) % alphabet.length;
}

function group(bare: string): string {
  return (bare.match(/.{4}/g) ?? []).join('-');
}
