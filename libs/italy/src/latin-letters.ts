import { normalised } from './normalised.js';

/** Letters that Unicode does not take apart into a Latin one and a mark. */
const standIns: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
  ə: 'e',
  ſ: 's',
};
const standing = new RegExp(`[${Object.keys(standIns).join('')}]`, 'g');

/** The text in small letters without accents, and Latin letters of other alphabets as the one or two of A to Z that stand for them. */
export function plainLetters(text: string): string {
  return normalised(text, 'NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(standing, (letter) => standIns[letter] ?? letter);
}
