import { expect, test } from '@jest/globals';
import { comuneProvinces } from './comune-provinces.js';

test('the provinces of the comuni that a form names, each once', () => {
  expect(comuneProvinces({ comune: '001272', users: [{ birthPlace: '001001' }, { birthPlace: '058091' }], postalCode: '10100' })).toEqual([
    '001',
    '058',
  ]);
});

test('a form without comuni asks for none, and a strange one for few', () => {
  expect(comuneProvinces({ a: null, b: [1, true, '12345', '1234567'] })).toEqual([]);
  expect(comuneProvinces(undefined)).toEqual([]);
  expect(comuneProvinces(Array.from({ length: 100 }, (_, i) => `${String(i).padStart(3, '0')}001`))).toHaveLength(12);
});
