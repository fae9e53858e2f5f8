import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { noticeQr, readNoticeQr, slipDataMatrix } from './notice-codes.js';

const notice = { noticeNumber: '301000000000004285', fiscalCode: '77777777777', amountCents: 12_000 };
const slip = { ...notice, account: '123456', debtorFiscalCode: 'RSSMRA80A01H501U', debtorName: 'Mario Rossi', subject: 'TARI 2026' };

test('the QR code of a notice has five fields, and an amount of two digits at least', () => {
  expect(noticeQr(notice)).toBe('PAGOPA|002|301000000000004285|77777777777|12000');
  expect(noticeQr({ ...notice, amountCents: 5 })).toBe('PAGOPA|002|301000000000004285|77777777777|05');
  expect(readNoticeQr('PAGOPA|002|301000000000004285|00085240950|0000015000')).toEqual({
    noticeNumber: '301000000000004285',
    fiscalCode: '00085240950',
    amountCents: 15_000,
  });
  for (const wrong of [
    '',
    'PAGOPA|001|301000000000004285|77777777777|12000',
    'PAGOPA|002|30100000000000428|77777777777|12000',
    `${noticeQr(notice)}|`,
  ])
    expect(readNoticeQr(wrong)).toBeNull();
});

test('the Data Matrix of a slip has 256 characters, each where readers look for it', () => {
  const text = slipDataMatrix(slip);
  expect(text).toBe(
    `codfase=NBPA;183010000000000042851200000012345610000001200038961P177777777777RSSMRA80A01H501UMario Rossi${' '.repeat(29)}TARI 2026${' '.repeat(101)}${' '.repeat(12)}A`,
  );
  const public1 = { noticeNumber: '300715700000000032', account: '16302093', amountCents: 1, fiscalCode: '00085240950' };
  expect(slipDataMatrix({ ...public1, debtorFiscalCode: 'BSCMTT83A12L719R', debtorName: 'Name Surname', subject: 'test' })).toMatch(
    /^codfase=NBPA;183007157000000000321200001630209310000000000138961P100085240950BSCMTT83A12L719RName Surname {28}test {106} {12}A$/,
  );
});

test('whatever the debtor is called, no field of a slip moves', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 200 }), (debtorName, subject) => {
      const text = slipDataMatrix({ ...slip, debtorName, subject });
      expect(text).toHaveLength(256);
      expect(text).toMatch(/^[A-Za-z0-9&'\-.:_,=; ]*A$/);
      expect(text.slice(66, 77)).toBe('77777777777');
    }),
  );
  expect(slipDataMatrix({ ...slip, debtorName: 'Niccolò È' }).slice(93, 102)).toBe('Niccolo E');
  expect(() => slipDataMatrix({ ...slip, amountCents: 10_000_000_000 })).toThrow(RangeError);
});
