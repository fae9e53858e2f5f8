import { controlDigit } from './control-letter.js';

/** Eleven digits whose last one controls the others. */
export function hasControlDigit(code: string): boolean {
  return /^\d{11}$/.test(code) && controlDigit(code.slice(0, 10)) === code.charAt(10);
}

/**
 * Whether a text is a well-formed Italian VAT number (partita IVA), without the `IT` prefix. It does not say that the number was given.
 *
 * Shape: 7 digits of the holder, not all zero; 3 of the office that gave it (001 to 100, 120, 121, 888, 999); the control digit.
 * Source: DPR 633/1972 article 35; DM 23 December 1976 n. 13813
 */
export function isVatNumber(code: string): boolean {
  if (!hasControlDigit(code) || code.startsWith('0000000')) return false;
  const office = Number(code.slice(7, 10));
  return (office >= 1 && office <= 100) || [120, 121, 888, 999].includes(office);
}
