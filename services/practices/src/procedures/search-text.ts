/** As words are compared in searches: small letters, no accents, one space between; apostrophes and hyphens part words. */
export const searchText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}\p{Cc}\p{Cs}]/gu, '')
    .toLowerCase()
    .replace(/['’`-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** A pattern for `like` that finds the words anywhere; what `like` gives a meaning to is taken literally. */
export const containing = (words: string): string => `%${searchText(words).replace(/[\\%_]/g, '\\$&')}%`;

/** Words of a search that are looked at. */
const MAX_WORDS = 8;

const wordsIn = (text: string) => searchText(text).split(' ').filter(Boolean);
const quoted = (word: string) => `'${word.replace(/['\\]/g, '$&$&')}'`;

/** A text as a `tsvector` of its words. */
export const wordsOf = (text: string): string => wordsIn(text).map(quoted).join(' ');

/** A `tsquery` for what has, for each of these words, one that begins with it; null when there is no word. */
export function beginningWith(text: string): string | null {
  const words = wordsIn(text).slice(0, MAX_WORDS);
  return words.length > 0 ? words.map((word) => `${quoted(word)}:*`).join(' & ') : null;
}
