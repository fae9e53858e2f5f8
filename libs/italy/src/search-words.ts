import { plainLetters } from './latin-letters.js';

/** Signs that belong inside a word: Catalan writes `col·lecció`, and soft hyphens and joiners are not seen. */
const within = /[\p{Cc}\p{Cf}\p{Cs}·‧]/gu;

const lettersOf = (text: string): string =>
  plainLetters(text.replace(/[\t\n\v\f\r]/g, ' '))
    .replace(within, '')
    .replaceAll('ς', 'σ');

/**
 * A text as searches compare it: small letters without accents (`Đ Ł Ø ß` are `d l o ss`), everything that is neither letter nor digit
 * is one space. So `L’Aquila`, `L'Aquila` and `l aquila` are one.
 */
export function fold(text: string): string {
  return lettersOf(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of a text as they stand in an address: `SERVIZI EDUCATIVI` → `servizi-educativi`. */
export const slugOf = (text: string): string => fold(text).replaceAll(' ', '-');

/** The words of a text as searches compare them. */
export function wordsIn(text: string): string[] {
  return fold(text).split(' ').filter(Boolean);
}

/**
 * The words by which a text can be found: its words, and what is written as one with signs or capitals inside, whole and in parts
 * (`D’Angelo` as `d`, `angelo`, `dangelo`; `D.P.R.` as `dpr` too; `PagoPA` as `pago`, `pa`, `pagopa`). Each once, in their order.
 */
export function indexedWords(text: string): string[] {
  const written = text.split(/[\s\u00a0]+/).flatMap((each) => {
    const parts = wordsIn(each.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '));
    return parts.length > 1 ? [...parts, parts.join('')] : parts;
  });
  return [...new Set(written)];
}

/** The words of a search for practices: as `wordsIn`, but a number as `SERV06_UTENTI_2022.0000008` is one word. */
export function wordsAndNumbersIn(text: string): string[] {
  const written = lettersOf(text).match(/[\p{L}\p{N}]+(?:[._][\p{L}\p{N}]+)*/gu) ?? [];
  return written.flatMap((each) => (/\d/.test(each) ? [each] : wordsIn(each)));
}
