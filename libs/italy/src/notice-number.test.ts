import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { noticeCheckDigits, noticeNumber, readNoticeNumber } from './notice-number.js';

test('known notice numbers have their check digits', () => {
  expect([
    noticeNumber('01', 42),
    noticeNumber('02', 2026000000123),
    noticeNumber('01', 50),
    noticeNumber('01', 55),
    noticeNumber('01', 49),
    noticeNumber('48', 1234567890123n),
  ]).toEqual([
    '301000000000004285',
    '302202600000012372',
    '301000000000005000',
    '301000000000005505',
    '301000000000004992',
    '348123456789012336',
  ]);
  for (const number of ['348175498304559315', '347164993070184562', '300715700000000032']) expect(readNoticeNumber(number)).not.toBeNull();
  for (const number of ['302012387654312384', '311111111112222222', '', '30100000000000428', '001234567890123413'])
    expect(readNoticeNumber(number)).toBeNull();
});

test('a notice number that was written can be read, and any one digit changed is noticed', () => {
  fc.assert(
    fc.property(
      fc.nat(99),
      fc.bigInt(0n, 9_999_999_999_999n),
      fc.integer({ min: 1, max: 17 }),
      fc.integer({ min: 1, max: 9 }),
      (code, sequence, index, by) => {
        const segregationCode = String(code).padStart(2, '0');
        const number = noticeNumber(segregationCode, sequence);
        expect(readNoticeNumber(number)).toEqual({ segregationCode, base: String(sequence).padStart(13, '0'), iuv: number.slice(1) });
        const digit = (Number(number.charAt(index)) + by) % 10;
        expect(readNoticeNumber(number.slice(0, index) + digit + number.slice(index + 1))).toBeNull();
      },
    ),
  );
});

test('a sequence that is used up is an error', () => {
  expect(() => noticeNumber('01', 10_000_000_000_000n)).toThrow(RangeError);
  expect(() => noticeNumber('01', -1)).toThrow(RangeError);
  expect(() => noticeNumber('1', 1)).toThrow(RangeError);
  expect(() => noticeCheckDigits('123')).toThrow(RangeError);
});
