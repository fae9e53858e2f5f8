import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { newVerificationCode, normalizeVerificationCode, verificationAddress } from './verification-code.js';

const code = fc.constant(null).map(newVerificationCode);

test('a verification code is four groups of four characters that nobody confuses', () => {
  fc.assert(fc.property(code, (it) => expect(it).toMatch(/^([2-9A-HJKMNP-Z]{4}-){3}[2-9A-HJKMNP-Z]{4}$/)));
});

test('a code is understood in any case, with spaces, without dashes or with the wrong ones', () => {
  fc.assert(
    fc.property(code, fc.constantFrom(' ', '', '-', '–', ' - '), (it, between) => {
      expect(normalizeVerificationCode(it.toLowerCase().replaceAll('-', between))).toBe(it);
      expect(normalizeVerificationCode(`  ${it}\n`)).toBe(it);
    }),
  );
});

test('one wrong character is noticed', () => {
  fc.assert(
    fc.property(code, fc.nat(15), fc.constantFrom(...'23456789ABCDEFGHJKMNPQRSTUVWXYZ'), (it, at, other) => {
      const bare = it.replaceAll('-', '');
      fc.pre(bare[at] !== other);
      expect(normalizeVerificationCode(bare.slice(0, at) + other + bare.slice(at + 1))).toBeUndefined();
    }),
  );
});

test('two swapped characters are noticed, wherever they stand', () => {
  fc.assert(
    fc.property(code, fc.nat(15), fc.nat(15), (it, one, two) => {
      const bare = [...it.replaceAll('-', '')];
      fc.pre(bare[one] !== bare[two]);
      [bare[one], bare[two]] = [bare[two]!, bare[one]!];
      expect(normalizeVerificationCode(bare.join(''))).toBeUndefined();
    }),
  );
});

test('what is not a code is refused without an error', () => {
  fc.assert(fc.property(fc.string(), (typed) => normalizeVerificationCode(typed) === undefined));
  expect(normalizeVerificationCode('2'.repeat(1_000_000))).toBeUndefined();
});

test('a code has one public page', () => {
  expect(verificationAddress('https://sportello.example', 'A-B', 'it')).toBe('https://sportello.example/verifica/A-B');
  expect(verificationAddress('https://sportello.example', 'A-B', 'en')).toBe('https://sportello.example/en/verifica/A-B');
});
