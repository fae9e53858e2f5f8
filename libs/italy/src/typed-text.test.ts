import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Kind, searched, surnames, typed } from '../test/typed.js';
import { checkFiscalCode, isEntityFiscalCode, surnamePart } from './fiscal-code.js';
import { isIban } from './iban.js';
import { readNoticeNumber } from './notice-number.js';
import { isCivilDate } from './rome-time.js';
import { fold, indexedWords, slugOf, wordsAndNumbersIn, wordsIn } from './search-words.js';
import { asDate } from './typed-date.js';
import {
  asCode,
  asIban,
  asLine,
  asMail,
  asPhone,
  asPracticeNumber,
  asProse,
  asUsername,
  asVatNumber,
  isMail,
  isPhone,
  isPostalCode,
} from './typed-text.js';
import { isVatNumber } from './vat-number.js';

const rules: Record<Kind, [as: (text: string) => string, is: (text: string) => boolean]> = {
  line: [asLine, Boolean],
  prose: [asProse, Boolean],
  date: [asDate, isCivilDate],
  fiscalCode: [asCode, (code) => checkFiscalCode(code) === null],
  entityFiscalCode: [asCode, isEntityFiscalCode],
  vatNumber: [asVatNumber, isVatNumber],
  iban: [asIban, isIban],
  cap: [asCode, isPostalCode],
  phone: [asPhone, isPhone],
  mail: [asMail, isMail],
};
const kinds = Object.keys(typed) as Kind[];

test.each(kinds.flatMap((kind) => typed[kind].map(([text, kept]) => [kind, text, kept] as const)))(
  'a %s typed as %j is kept as %j',
  (kind, text, kept) => {
    const [as, is] = rules[kind];
    const value = as(text);
    expect(is(value) ? value : null).toBe(kept);
  },
);

test.each(surnames)('the surname %j gives %s in a fiscal code', (name, letters) => expect(surnamePart(name)).toBe(letters));

test.each(searched)('%j is searched with %j: found is %s', (text, words, isFound) => {
  const have = indexedWords(text);
  expect(wordsIn(words).every((word) => have.some((each) => each.startsWith(word)))).toBe(isFound);
});

test('the table has a hundred and fifty inputs and more', () => {
  expect(kinds.reduce((sum, kind) => sum + typed[kind].length, 0) + searched.length + surnames.length).toBeGreaterThan(150);
});

test('the numbers of practices and of payment notices are read however they were copied', () => {
  expect(asUsername('\u200e Ｇiulia.BIANCO\u200b\u00a0')).toBe('giulia.bianco');
  expect(asPracticeNumber('\u202a serv06_utenti_2022.\u200b0000008\u00a0')).toBe('SERV06_UTENTI_2022.0000008');
  expect(readNoticeNumber(asCode('3010 0000 0000 1234 \u00a056'))?.iuv).toBe(readNoticeNumber('301000000000123456')?.iuv);
  expect(wordsAndNumbersIn('\u200eSERV06_UTENTI_2022.0000008 D’Angelo')).toEqual(['serv06_utenti_2022.0000008', 'd', 'angelo']);
});

test('what is kept stays as it is when it is read again, whatever was typed', () => {
  const pieces = fc.constantFrom(
    ' ',
    '\u00a0',
    '\u200b',
    '\u200d',
    '\u200c',
    '+',
    '39',
    '00',
    '(0)',
    '333',
    '0',
    '-',
    '.',
    '@',
    'IT',
    'IBAN',
    'a',
    'à',
    'ا',
    '\u0300',
    'ΐ',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (any) => {
      for (const as of [asLine, asProse, asCode, asIban, asVatNumber, asMail, asPhone, asPracticeNumber, asUsername, fold]) {
        const kept = as(any);
        expect(as(kept)).toBe(kept);
      }
    }),
    { numRuns: 3_000 },
  );
});

test('categories and codes have readable addresses', () => {
  expect(slugOf('EDILIZIA ED URBANISTICA')).toBe('edilizia-ed-urbanistica');
  expect(slugOf('SERV06_UTENTI_2022')).toBe('serv06-utenti-2022');
  expect(slugOf('Città è già')).toBe('citta-e-gia');
});

test('any number of marks on one letter takes time in proportion, and none is lost', () => {
  const marks = `a${'\u0301\u0327'.repeat(200_000)}`;
  for (const read of [asLine, asProse, asCode, asMail, asPhone, asPracticeNumber]) {
    const made = read(marks);
    expect(made.normalize('NFD').replaceAll('\u034f', '').length).toBe(marks.length);
    expect(read(made)).toBe(made);
  }
});
