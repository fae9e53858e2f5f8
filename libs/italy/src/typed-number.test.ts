import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ReadNumber, readNumber, writeNumber } from './typed-number.js';

type Row = readonly [typed: string, it: ReadNumber, en: ReadNumber];

test.each<Row>([
  ['12', 12, 12],
  ['-3', -3, -3],
  ['\u22123', -3, -3],
  ['-0', 0, 0],
  ['007', 7, 7],
  ['12,5', 12.5, 12.5],
  ['12.5', 12.5, 12.5],
  ['0.125', 0.125, 0.125],
  ['0,125', 0.125, 0.125],
  ['1234.56', 1234.56, 1234.56],
  ['1.234,50', 1234.5, 1234.5],
  ['1,234.50', 1234.5, 1234.5],
  ['1.234.567', 1_234_567, 1_234_567],
  ['1,234,567', 1_234_567, 1_234_567],
  ['1 234 567,5', 1_234_567.5, 1_234_567.5],
  ["1'234.5", 1234.5, 1234.5],
  ['€ 12,50', 12.5, 12.5],
  ['12,50 €', 12.5, 12.5],
  ['1,234', 1.234, 'ambiguous'],
  ['1.234', 'ambiguous', 1.234],
  ['1234.567', 'ambiguous', 1234.567],
  ['1234,567', 1234.567, 'ambiguous'],
  ['12,', 'unreadable', 'unreadable'],
  [',5', 'unreadable', 'unreadable'],
  ['1.23.456', 'unreadable', 'unreadable'],
  ['1.23,4', 'unreadable', 'unreadable'],
  ['0.123.456', 'unreadable', 'unreadable'],
  ['1,2,3.4', 'unreadable', 'unreadable'],
  ['1e5', 'unreadable', 'unreadable'],
  ['dodici', 'unreadable', 'unreadable'],
  ['12 34', 'unreadable', 'unreadable'],
  ['', 'unreadable', 'unreadable'],
  ['1234567890123456', 'unreadable', 'unreadable'],
  ['0,0000000000000001', 1e-16, 1e-16],
])('%j is read as %j in Italian and as %j in English', (typed, it, en) => {
  expect([readNumber(typed, 'it'), readNumber(typed, 'en')]).toEqual([it, en]);
});

test('a mark before three digits parts thousands where no third decimal is asked for', () => {
  expect([readNumber('12.500', 'it', 2), readNumber('12,500', 'en', 2), readNumber('1.234', 'it', 0)]).toEqual([12_500, 12_500, 1234]);
  expect([readNumber('12,500', 'it', 2), readNumber('1234.567', 'it', 2)]).toEqual([12.5, 'ambiguous']);
});

const languages = fc.constantFrom('it' as const, 'en' as const);
/** Numbers with as many digits as a person may write. */
const numbers = fc
  .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 6 }))
  .map(([whole, decimals]) => Number((whole / 10 ** decimals).toFixed(decimals)) + 0);

test('what is shown of a number is read as the same number', () => {
  fc.assert(fc.property(numbers, languages, (value, language) => expect(readNumber(writeNumber(value, language), language)).toBe(value)));
});

test('a number with its thousands parted is the same number, or nobody decides', () => {
  fc.assert(
    fc.property(numbers, languages, (value, language) => {
      const written = new Intl.NumberFormat(language === 'it' ? 'it-IT' : 'en-GB', { maximumFractionDigits: 6, useGrouping: 'always' });
      expect([value, 'ambiguous']).toContain(readNumber(written.format(value), language));
      expect(readNumber(written.format(Math.trunc(value)), language, 0)).toBe(Math.trunc(value) + 0);
    }),
  );
});

test('no text is read as a number with other digits than those typed', () => {
  const typed = fc.oneof(fc.string(), fc.stringMatching(/^-?[\d.,]{1,12}$/));
  fc.assert(
    fc.property(typed, languages, (text, language) => {
      const read = readNumber(text, language);
      if (typeof read !== 'number') return;
      const digitsOf = (written: string) => written.replace(/\D/g, '').replace(/^0+|0+$/g, '');
      expect(digitsOf(writeNumber(read, language))).toBe(digitsOf(text));
    }),
    { numRuns: 1000 },
  );
});
