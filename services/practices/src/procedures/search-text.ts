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

/** A `tsquery` for rows that have, for each of these words, one that begins with it; null when there is no word. */
export function beginningWith(words: string): string | null {
  const quoted = searchText(words)
    .split(' ')
    .filter(Boolean)
    .slice(0, MAX_WORDS)
    .map((word) => `'${word.replace(/['\\]/g, '$&$&')}':*`);
  return quoted.length > 0 ? quoted.join(' & ') : null;
}
