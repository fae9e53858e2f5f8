/** Marks that stand on the letter before them, and the two signs of half width that become such marks. */
const tooManyMarks = /((?:(?!\u034f)[\p{M}\uff9e\uff9f]){30})(?=(?!\u034f)[\p{M}\uff9e\uff9f])/gu;

/**
 * The text in a normal form, in a time in proportion to its length: marks on one letter are put in order among themselves, thirty at a time,
 * as no language writes more, with a U+034F between; engines take the square of their number.
 *
 * Source: UAX #15 section 13 (Stream-Safe Text Format)
 */
export const normalised = (text: string, form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD'): string =>
  text.replace(tooManyMarks, '$1\u034f').normalize(form);
