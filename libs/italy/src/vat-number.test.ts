import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { controlDigit, controlLetter } from './control-letter.js';
import { isVatNumber } from './vat-number.js';

const vatNumber = fc
  .tuple(fc.integer({ min: 1, max: 9_999_999 }), fc.constantFrom(1, 50, 100, 120, 121, 888, 999))
  .map(([holder, office]) => {
    const first = String(holder).padStart(7, '0') + String(office).padStart(3, '0');
    return first + controlDigit(first);
  });

test('a VAT number is valid; with any one digit changed it is not', () => {
  fc.assert(
    fc.property(vatNumber, fc.nat(10), fc.integer({ min: 1, max: 9 }), (number, index, by) => {
      expect(isVatNumber(number)).toBe(true);
      const digit = (Number(number.charAt(index)) + by) % 10;
      expect(isVatNumber(number.slice(0, index) + digit + number.slice(index + 1))).toBe(false);
    }),
  );
});

test('known VAT numbers are valid, other texts are not', () => {
  expect(['00514490010', '12345670017', '01114601006'].map(isVatNumber)).toEqual([true, true, true]);
  expect(['', 'IT00514490010', '00000000000', '1234567001', '12345671008', '12345672005'].map(isVatNumber)).toEqual(Array(6).fill(false));
});

test('control characters are refused for texts of another alphabet', () => {
  expect(() => controlLetter('rss')).toThrow(RangeError);
  expect(() => controlDigit('12345')).toThrow(RangeError);
});
