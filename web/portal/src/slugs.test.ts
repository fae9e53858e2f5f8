import { expect, test } from '@jest/globals';
import { returnPath } from './slugs.js';

test('after signing in nobody is sent to a foreign site', () => {
  expect(returnPath('/servizi?q=a')).toBe('/servizi?q=a');
  expect(returnPath('//evil.example')).toBe('/');
  expect(returnPath('/\\evil.example')).toBe('/');
  expect(returnPath('https://evil.example')).toBe('/');
  expect(returnPath(null)).toBe('/');
});
