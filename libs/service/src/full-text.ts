/** Words for PostgreSQL's full text, as parameters that are cast to `tsvector` and `tsquery`: whatever a word holds is taken as it is. */
const quoted = (word: string) => `'${cut(word).replace(/['\\]/g, '$&$&')}'`;

/**
 * A longer word is known by its beginning: PostgreSQL refuses what has 2,047 bytes, and an address or a key pasted into a text may have more.
 * Characters.
 */
const LONGEST_WORD = 100;
/** A character beyond the basic plane is cut off whole. */
const cut = (word: string): string => (word.length > LONGEST_WORD ? Array.from(word).slice(0, LONGEST_WORD).join('') : word);

/** Words of a search that are looked at. */
export const MAX_WORDS = 8;

/** The words by which a row is found, as a `tsvector`. */
export const vectorOf = (words: readonly string[]): string => words.filter(Boolean).map(quoted).join(' ');

/** A `tsquery` for what has, for each of these words, one that begins with it; null when there is no word. */
export const beginningWith = (words: readonly string[]): string | null =>
  words.length > 0
    ? words
        .slice(0, MAX_WORDS)
        .map((word) => `${quoted(word)}:*`)
        .join(' & ')
    : null;
