import { expect, test } from '@jest/globals';
import { defaultFileRules, sizeInWords, tellRefusal } from './file-kinds.js';

const megabyte = 1024 * 1024;

test('TIC-07: a file that is too large never has the size of the limit', () => {
  expect(sizeInWords(defaultFileRules.maxBytes, 'it')).toBe('5 MB');
  const refusal = { reason: 'too-big', name: 'a.pdf', sizeBytes: defaultFileRules.maxBytes + 1, rules: defaultFileRules } as const;
  expect(tellRefusal(refusal, 'it')).toBe('Il file è di 5,1 MB: la dimensione massima è di 5 MB.');
  expect(tellRefusal(refusal, 'en')).toBe('The file is 5.1 MB: the maximum is 5 MB.');
});

test('sizes are said in the unit that leaves few digits', () => {
  const sizes = [1, 1023, 1024, 300 * 1024, megabyte - 1, megabyte, 1_500_000];
  expect(sizes.map((bytes) => sizeInWords(bytes, 'it'))).toEqual(['1 byte', '1023 byte', '1 KB', '300 KB', '1 MB', '1 MB', '1,5 MB']);
});
