/** How the cells of a file are read, and how what is kept is written when both are compared. */
import type { Text } from '@sportello/contracts/contract';
import { checkFiscalCode } from '@sportello/italy/fiscal-code';
import { displayDate, isCivilDate } from '@sportello/italy/rome-time';
import { asDate, asTime } from '@sportello/italy/typed-date';
import { readCents, readNumber } from '@sportello/italy/typed-number';
import { asCode, asLine } from '@sportello/italy/typed-text';

export type Value = string | number | boolean | null;

/** Why a cell cannot be read. */
export class CellError extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

export interface Cell {
  /** @throws CellError */
  read(text: string): Value;
  write(value: Value): string;
}

const refuse = (it: string, en: string): never => {
  throw new CellError({ it, en });
};
const asIs = (value: Value) => String(value ?? '');

/** Digits stay text, with their zeros. @param least characters */
export const line = (least = 1, most = 200): Cell => ({
  read: (text) => {
    const value = asLine(text);
    if (value.length < least) return refuse('manca il valore', 'the value is missing');
    return value.length <= most ? value : refuse(`più di ${most} caratteri`, `more than ${most} characters`);
  },
  write: asIs,
});

export const fiscalCode: Cell = {
  read: (text) => {
    const code = asCode(text);
    return checkFiscalCode(code) === null ? code : refuse('il codice fiscale non è valido', 'the fiscal code is not valid');
  },
  write: asIs,
};

export const day: Cell = {
  read: (text) => {
    const date = asDate(text);
    return isCivilDate(date) && /^[12]/.test(date) ? date : refuse('non è una data: gg/mm/aaaa', 'this is no date: dd/mm/yyyy');
  },
  write: (value) => (typeof value === 'string' ? displayDate(value) : ''),
};

export const hour: Cell = {
  read: (text) => {
    const time = asTime(text);
    return /^\d\d:\d\d$/.test(time) ? time : refuse("non è un'ora: 09:30", 'this is no hour: 09:30');
  },
  write: asIs,
};

export const euros: Cell = {
  read: (text) => {
    const cents = readCents(text);
    if (cents === 'ambiguous')
      return refuse(
        'l’importo si può leggere in due modi: scrivilo con due decimali',
        'the amount can be read in two ways: write it with two decimals',
      );
    return typeof cents === 'number' && cents >= 0 && cents <= 10_000_000 ? cents : refuse('non è un importo', 'this is no amount');
  },
  write: (value) => (typeof value === 'number' ? (value / 100).toFixed(2).replace('.', ',') : ''),
};

export const positiveEuros: Cell = {
  read: (text) => euros.read(text) || refuse('l’importo deve essere più di zero', 'the amount must be above zero'),
  write: euros.write,
};

export const whole = (most: number): Cell => ({
  read: (text) => {
    const number = readNumber(text, 'it', 0);
    const isRight = typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= most;
    return isRight ? number : refuse(`non è un numero da 0 a ${most}`, `this is no number from 0 to ${most}`);
  },
  write: asIs,
});

/** One of some words, whatever their capitals. */
export const oneOf = (words: Record<string, Value>): Cell => ({
  read: (text) => {
    const word = asLine(text).toLowerCase();
    const [, value] = Object.entries(words).find(([known]) => known === word) ?? [];
    const known = Object.keys(words).join(', ');
    return value === undefined ? refuse(`i valori ammessi sono: ${known}`, `the values are: ${known}`) : value;
  },
  write: (value) => Object.entries(words).find(([, it]) => it === value)?.[0] ?? '',
});

/** Null for an empty cell. */
export const orNothing = ({ read, write }: Cell): Cell => ({
  read: (text) => (asLine(text) === '' ? null : read(text)),
  write: (value) => (value === null ? '' : write(value)),
});
