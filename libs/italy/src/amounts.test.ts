import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writeAmount } from './amounts.js';

test('amounts have their thousands apart from four figures on', () => {
  expect([0, 5, 14_800, 123_456, 1_234_560, 99_999_999_999].map(writeAmount)).toEqual([
    '0,00',
    '0,05',
    '148,00',
    '1.234,56',
    '12.345,60',
    '999.999.999,99',
  ]);
  for (const wrong of [-1, 1.5, Number.NaN]) expect(() => writeAmount(wrong)).toThrow(RangeError);
});

test('an amount that is read back is the amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (cents) => {
      const written = writeAmount(cents);
      expect(written).toMatch(/^\d{1,3}(\.\d{3})*,\d{2}$/);
      expect(Number(written.replace(/[.,]/g, ''))).toBe(cents);
    }),
  );
});
