import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openAddress, signAddress } from './signed-address.js';

const secret = ['a secret of the tests, 32 bytes or more'] as const;
const now = new Date('2026-11-23T09:00:00Z');
const inFiveMinutes = new Date('2026-11-23T09:05:00Z');
const address = fc.record({
  key: fc.string({ minLength: 1, maxLength: 200 }),
  name: fc.string({ minLength: 1, maxLength: 100, unit: 'grapheme' }),
  type: fc.constantFrom('application/pdf', 'image/jpeg'),
  expiresAt: fc.constant(inFiveMinutes),
});

test('an address opens the file it was made for, until it expires', () => {
  fc.assert(
    fc.property(address, (it) => {
      const token = signAddress(it, secret);
      expect(token).toMatch(/^[\w-]+\.[\w-]+$/);
      expect(openAddress(token, secret, now)).toEqual(it);
      expect(openAddress(token, secret, inFiveMinutes)).toBeUndefined();
    }),
  );
});

test('an altered token is refused, whatever was altered', () => {
  fc.assert(
    fc.property(address, fc.nat(), fc.constantFrom(...'abcXYZ019-_.='), (it, where, character) => {
      const token = signAddress(it, secret);
      const at = where % token.length;
      const altered = [
        token.slice(0, at) + character + token.slice(at + 1),
        token.slice(0, at) + token.slice(at + 1),
        token.slice(0, at) + character + token.slice(at),
        token + character,
      ];
      for (const other of altered) if (other !== token) expect(openAddress(other, secret, now)).toBeUndefined();
    }),
  );
});

test('every other spelling of the last character is refused', () => {
  const token = signAddress({ key: 'a', name: 'a.pdf', type: 'application/pdf', expiresAt: inFiveMinutes }, secret);
  const others = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].map((it) => token.slice(0, -1) + it);
  expect(others.filter((other) => openAddress(other, secret, now))).toEqual([token]);
});

test('the content of one token does not pass with the signature of another', () => {
  fc.assert(
    fc.property(address, address, (one, two) => {
      const [a, b] = [signAddress(one, secret), signAddress(two, secret)];
      fc.pre(a !== b);
      expect(openAddress(`${a.split('.')[0]}.${b.split('.')[1]}`, secret, now)).toBeUndefined();
    }),
  );
});

test('noise is refused without an error', () => {
  fc.assert(fc.property(fc.string({ maxLength: 6000 }), (noise) => openAddress(noise, secret, now) === undefined));
});

test('a token of another installation is refused, and a short secret is no secret', () => {
  const it = { key: 'a', name: 'a.pdf', type: 'application/pdf', expiresAt: inFiveMinutes };
  expect(openAddress(signAddress(it, ['another secret that is long enough too']), secret, now)).toBeUndefined();
  expect(() => signAddress(it, ['short'])).toThrow(RangeError);
});

test('a secret is changed with an overlap: addresses of before open until the old one is left out, and new ones are signed with the new', () => {
  const it = { key: 'a', name: 'a.pdf', type: 'application/pdf', expiresAt: inFiveMinutes };
  const next = 'the next secret of the tests, 32 bytes or more';
  const before = signAddress(it, secret);
  const after = signAddress(it, [next, ...secret]);
  for (const token of [before, after]) expect(openAddress(token, [next, ...secret], now)).toEqual(it);
  expect(openAddress(before, [next], now)).toBeUndefined();
  expect(openAddress(after, [next], now)).toEqual(it);
});
