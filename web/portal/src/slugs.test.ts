import { expect, test } from '@jest/globals';
import { isUuid, returnPath } from './slugs.js';

test('ids are told from words', () => {
  expect(isUuid('0198c0de-0000-7000-8000-000000000001')).toBe(true);
  expect(isUuid('serv06-utenti-2022')).toBe(false);
});

test('after signing in nobody is sent to a foreign site', () => {
  expect(returnPath('/servizi?q=a')).toBe('/servizi?q=a');
  expect(returnPath('//evil.example')).toBe('/');
  expect(returnPath('/\\evil.example')).toBe('/');
  expect(returnPath('https://evil.example')).toBe('/');
  expect(returnPath(null)).toBe('/');
});
