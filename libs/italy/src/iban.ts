import { isValidIBAN } from 'ibantools';
import { controlLetter } from './control-letter.js';

/** Bank, branch and account of an Italian account. */
export interface ItalianAccount {
  /** 5 digits: the bank. */
  abi: string;
  /** 5 digits: the branch. */
  cab: string;
  /** 12 digits or letters. */
  account: string;
}

/**
 * Whether a text is a valid IBAN of any country that has one, in capitals and without spaces.
 *
 * Length, structure and the remainder by 97 are checked; for Italy and San Marino the CIN too, which general checks leave out.
 * Source: ISO 13616; IBAN registry; for the CIN the Italian bank-account coordinates (BBAN)
 */
export function isIban(iban: string): boolean {
  if (!isValidIBAN(iban)) return false;
  if (!/^(IT|SM)/.test(iban)) return true;
  return controlLetter(iban.slice(5)) === iban.charAt(4);
}

/** Takes an Italian IBAN apart; null if it is not a valid one. */
export function italianAccount(iban: string): ItalianAccount | null {
  if (!iban.startsWith('IT') || !isIban(iban)) return null;
  return { abi: iban.slice(5, 10), cab: iban.slice(10, 15), account: iban.slice(15) };
}
