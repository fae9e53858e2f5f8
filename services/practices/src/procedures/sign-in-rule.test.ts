import { expect, test } from '@jest/globals';
import { checkSignIn, signInReason } from './sign-in-rule.js';

test('IDE-25: a username with password, or a digital certificate, counts as a valid credential where the service keeps these two', () => {
  const access = { methods: ['password' as const, 'cns' as const], level: 1 };
  for (const method of access.methods) expect(signInReason(access, { method, level: 1 })).toBeNull();
  expect(signInReason(access, { method: 'spid', level: 2 })).toEqual({
    it: 'Occorre accedere con username e password o CNS',
    en: 'Sign in with username and password or CNS',
  });
  expect(() => checkSignIn(access, { method: null, level: null })).toThrow();
});

test('CAT-62: a sign-in below the level that the service asks for does not do, whatever its kind', () => {
  expect(signInReason({ methods: [], level: 2 }, { method: 'cns', level: 1 })).toEqual({
    it: 'Occorre accedere con un’identità di livello 2',
    en: 'Sign in with an identity of level 2',
  });
  expect(signInReason({ methods: [], level: 2 }, { method: 'cie', level: 3 })).toBeNull();
});
