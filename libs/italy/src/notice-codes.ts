import { plainLetters } from './latin-letters.js';

/** What the codes of a payment notice say. */
export interface NoticeCode {
  noticeNumber: string;
  /** Of the body that issued the notice. */
  fiscalCode: string;
  amountCents: number;
}

/**
 * The text of the QR code of a notice. At most 53 characters, which version 4 at level M holds.
 *
 * Source: pagoPA, technical specification (SANP), QR code of the notice
 */
export const noticeQr = ({ noticeNumber, fiscalCode, amountCents }: NoticeCode): string =>
  `PAGOPA|002|${noticeNumber}|${fiscalCode}|${String(amountCents).padStart(2, '0')}`;

/** Takes the text of a QR code apart; null for what is none of a notice. */
export function readNoticeQr(text: string): NoticeCode | null {
  const [, noticeNumber, fiscalCode, amount] = /^PAGOPA\|002\|(\d{18})\|(\d{11})\|(\d{2,11})$/.exec(text) ?? [];
  return noticeNumber && fiscalCode && amount ? { noticeNumber, fiscalCode, amountCents: Number(amount) } : null;
}

export interface SlipCode extends NoticeCode {
  /** Number of the postal account. */
  account: string;
  debtorFiscalCode: string;
  debtorName: string;
  subject: string;
}

/** More does not fit the ten digits of a slip. */
export const MOST_CENTS_OF_SLIP = 9_999_999_999;

/**
 * The text of the Data Matrix on the slip of a public body: always 256 characters, so names and subjects are cut, never what comes after them.
 *
 * @throws RangeError where the amount or the account does not fit
 * Source: pagoPA, generator of payment notices (pagopa-print-payment-notice-generator)
 */
export function slipDataMatrix({
  noticeNumber,
  account,
  amountCents,
  fiscalCode,
  debtorFiscalCode,
  debtorName,
  subject,
}: SlipCode): string {
  if (!/^\d{1,12}$/.test(account)) throw new RangeError('want a postal account of 12 digits at most');
  if (amountCents > MOST_CENTS_OF_SLIP) throw new RangeError('the amount does not fit a slip');
  const codeline = `18${noticeNumber}12${account.padStart(12, '0')}10${String(amountCents).padStart(10, '0')}3896`;
  const debtor = `${plain(debtorFiscalCode, 16)}${plain(debtorName, 40)}`;
  return `codfase=NBPA;${codeline}1P1${fiscalCode}${debtor}${plain(subject, 110)}${' '.repeat(12)}A`;
}

/** So many characters, of those that every reader of slips knows. */
const plain = (text: string, length: number): string =>
  Array.from(text, (letter) => (letter === letter.toLowerCase() ? plainLetters(letter) : plainLetters(letter).toUpperCase()))
    .join('')
    .replaceAll(/[^A-Za-z0-9&'\-.:_,]/g, ' ')
    .slice(0, length)
    .padEnd(length);
