import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { reportOf, sound } from './dictionaries.js';

const shared = join(import.meta.dirname, '../src');

test('every text of the shared pieces exists in both languages and is used', () => {
  expect(reportOf(shared)).toEqual(sound);
});

test('every text of the portal exists in both languages and is used', () => {
  expect(reportOf(join(import.meta.dirname, '../../portal/src'), shared)).toEqual(sound);
});
