/** The parts of a payment notice number with aux digit 3, the only one that new notices may have. */
export interface NoticeNumber {
  /** 2 digits: the station of the creditor institution that answers for the notice. */
  segregationCode: string;
  /** 13 digits, free. */
  base: string;
  /** 17 digits: the notice number without its aux digit. */
  iuv: string;
}

/**
 * The two check digits of a payment notice number.
 *
 * @param front 16 digits: aux digit (1), segregation code (2), base of the IUV (13)
 * @returns 2 digits from 00 to 92: the remainder of `front` divided by 93
 * @throws RangeError if `front` is not 16 digits
 * Source: pagoPA technical specification (SANP), generation of the notice number
 */
export function noticeCheckDigits(front: string): string {
  if (!/^\d{16}$/.test(front)) throw new RangeError('want 16 digits');
  return String(BigInt(front) % 93n).padStart(2, '0');
}

/**
 * Writes a notice number: 18 digits with aux digit 3.
 *
 * @param segregationCode 2 digits
 * @param sequence whole number from 0 to 9,999,999,999,999, allotted once for each institution and segregation code
 * @throws RangeError if either is out of bounds; an exhausted sequence is an error and never wraps
 * Source: pagoPA technical specification (SANP), generation of the notice number
 */
export function noticeNumber(segregationCode: string, sequence: bigint | number): string {
  if (!/^\d{2}$/.test(segregationCode)) throw new RangeError('want a segregation code of 2 digits');
  const count = BigInt(sequence);
  if (count < 0n || count > 9_999_999_999_999n) throw new RangeError('the base of the IUV has 13 digits');
  const front = `3${segregationCode}${String(count).padStart(13, '0')}`;
  return front + noticeCheckDigits(front);
}

/**
 * Takes a notice number apart; null if it is not 18 digits with aux digit 3 and right check digits.
 *
 * Source: pagoPA technical specification (SANP), generation of the notice number
 */
export function readNoticeNumber(text: string): NoticeNumber | null {
  if (!/^3\d{17}$/.test(text) || noticeCheckDigits(text.slice(0, 16)) !== text.slice(16)) return null;
  return { segregationCode: text.slice(1, 3), base: text.slice(3, 16), iuv: text.slice(1) };
}

/** A notice number in fours, as it is printed. Source: pagoPA, guide to the payment notice 3.4 */
export const grouped = (noticeNumber: string): string => noticeNumber.replace(/(\d{4})(?=\d)/g, '$1 ');
