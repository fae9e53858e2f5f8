/** Weight of each character in an odd place, counting from one: digits by value, then letters A to Z. */
const oddWeights = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

function place(character: string): number {
  const code = character.charCodeAt(0);
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 65 && code <= 90) return code - 65;
  throw new RangeError(`want digits and capital letters, got "${character}"`);
}

/**
 * The letter that controls a text of digits and capital letters. Fiscal codes and the CIN of bank accounts share this table.
 *
 * @throws RangeError if a character is neither a digit nor a capital letter
 * Source: DM 23 December 1976 n. 13813, table of the control character; the banking CIN takes the same weights
 */
export function controlLetter(text: string): string {
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const value = place(text.charAt(i));
    sum += i % 2 === 0 ? (oddWeights[value] ?? 0) : value;
  }
  return String.fromCharCode(65 + (sum % 26));
}

/**
 * The eleventh digit of a VAT number or of an entity's fiscal code.
 *
 * @param first 10 digits
 * @throws RangeError if `first` is not 10 digits
 * Source: DM 23 December 1976 n. 13813, numeric codes; DPR 633/1972 article 35 for VAT
 */
export function controlDigit(first: string): string {
  if (!/^\d{10}$/.test(first)) throw new RangeError('want 10 digits');
  let sum = 0;
  for (let i = 0; i < 10; i++) {
    const digit = Number(first.charAt(i));
    const doubled = digit * 2;
    sum += i % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}
