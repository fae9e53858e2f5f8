import { asLine } from './typed-text.js';

type Language = 'it' | 'en';

/** What parts the decimals, and what parts the thousands, in the numbers of a language. */
const marks = { it: { decimal: ',', thousands: '.' }, en: { decimal: '.', thousands: ',' } } as const;

/** More digits than a number of the machine keeps. */
const MOST_DIGITS = 15;

/** A number, or why a text is none: `ambiguous` when it can be read as two numbers a thousand times apart. */
export type ReadNumber = number | 'ambiguous' | 'unreadable';

/**
 * Reads a number as people write it, with the marks of either language, thousands parted or not.
 *
 * Two marks of two kinds, or one that parts what are no thousands, can be read in one way only, in any language: `1.234,5`, `0.125`, `12.5`.
 * A single mark before three digits is the decimal mark of the language, or it parts thousands where no third decimal is asked for; else it is
 * `ambiguous`.
 *
 * @param decimals the most decimals that are asked for; no bound if it is not said
 */
export function readNumber(text: string, language: Language, decimals = MOST_DIGITS): ReadNumber {
  const line = asLine(text)
    .replace(/^€ ?| ?€$/, '')
    .replace(/^\u2212/, '-')
    .replace(/(?<=\d)[ '’](?=\d{3}(?!\d))/g, '');
  const [, sign, digits] = /^(-?)(\d{1,20}(?:[.,]\d{1,20}){0,7})$/.exec(line) ?? [];
  if (digits === undefined) return 'unreadable';
  const plain = withPoint(digits, language, decimals);
  if (plain === 'ambiguous' || plain === 'unreadable') return plain;
  const significant = plain.replace('.', '').replace(/^0+/, '');
  // Minus zero is no number that JSON could keep.
  return significant.length > MOST_DIGITS ? 'unreadable' : Number(`${sign}${plain}`) + 0;
}

/** Whole numbers whose thousands are parted, by the mark that parts them. */
const grouped = { '.': /^[1-9]\d{0,2}(?:\.\d{3})+$/, ',': /^[1-9]\d{0,2}(?:,\d{3})+$/ };

/** The digits with a point before the decimals and no other mark; or why there is no such reading. */
function withPoint(digits: string, language: Language, decimals: number): string {
  const end = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (end < 0) return digits;
  const [whole, decimal] = [digits.slice(0, end), digits.slice(end + 1)];
  const [last, other] = digits[end] === '.' ? (['.', ','] as const) : ([',', '.'] as const);
  const bare = whole.replace(/[.,]/g, '');
  if (whole.includes(other)) return grouped[other].test(whole) ? `${bare}.${decimal}` : 'unreadable';
  if (whole.includes(last)) return grouped[last].test(digits) ? bare + decimal : 'unreadable';
  if (last === marks[language].decimal || decimal.length !== 3 || Number(whole) === 0) return `${bare}.${decimal}`;
  return decimals < 3 && grouped[last].test(digits) ? bare + decimal : 'ambiguous';
}

/** Why a text is no amount: it can be read as two of them, it cannot be read, or it has parts of a cent. */
export type ReadCents = number | 'ambiguous' | 'unreadable';

/** Reads an amount in euro, as Italian offices write it, into whole cents. `1.234` is one thousand or one and a quarter: it is never guessed. */
export function readCents(text: string): ReadCents {
  if (grouped['.'].test(asLine(text))) return 'ambiguous';
  const euros = readNumber(text, 'it');
  if (typeof euros !== 'number') return euros;
  const cents = Math.round(euros * 100);
  return Math.abs(euros * 100 - cents) < 1e-6 ? cents : 'unreadable';
}

/** A number as the language writes it, its thousands not parted: `1234,5`, `1234.5`. `readNumber` reads the same number in it. */
export function writeNumber(value: number, language: Language): string {
  return new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 20 }).format(value).replace('.', marks[language].decimal);
}
