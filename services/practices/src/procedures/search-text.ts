/** As words are compared in searches: small letters, no accents, one space between. */
export const searchText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}\p{Cc}\p{Cs}]/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();

/** A pattern for `like` that finds the words anywhere; what `like` gives a meaning to is taken literally. */
export const containing = (words: string): string => `%${searchText(words).replace(/[\\%_]/g, '\\$&')}%`;
