import { controlLetter } from './control-letter.js';
import { plainLetters } from './latin-letters.js';
import { hasControlDigit } from './vat-number.js';

const months = 'ABCDEHLMPRST';
const homocodyLetters = 'LMNPQRSTUV';
/** The seven places that hold digits, counted from zero. Any of them may hold a letter instead (homocody). */
const digitPlaces = [6, 7, 9, 10, 12, 13, 14];
const shape = /^[A-Z]{6}[\dLMNPQRSTUV]{2}[ABCDEHLMPRST][\dLMNPQRSTUV]{2}[A-Z][\dLMNPQRSTUV]{3}[A-Z]$/;

export type Sex = 'M' | 'F';

/** What a fiscal code says of its holder. The century is not in it. */
export interface FiscalCodeFacts {
  /** Three letters. */
  surname: string;
  /** Three letters. */
  givenName: string;
  /** Last two digits of the year, 0 to 99. */
  birthYear: number;
  /** 1 to 12. */
  birthMonth: number;
  /** 1 to 31. */
  birthDay: number;
  sex: Sex;
  /** Cadastral code of the comune, or of the country when it begins with Z. */
  birthPlace: string;
}

export type FiscalCodePart = 'surname' | 'givenName' | 'birthDate' | 'sex' | 'birthPlace';

/** Who a code is compared with; what is not known is left out. */
export interface FiscalCodeHolder {
  givenName?: string;
  familyName?: string;
  /** YYYY-MM-DD */
  birthDate?: string;
  sex?: Sex;
  /** Cadastral code, as `H501`. */
  birthPlace?: string;
}

/**
 * Puts back the digits that homocody replaced and computes the control character anew, so that all variants of one code are equal.
 *
 * @param code 16 characters; a code of another shape is returned as it is
 * Source: DM 23 December 1976 n. 13813, article 6: from the right, digits 0 to 9 become L M N P Q R S T U V
 */
export function normalizeHomocody(code: string): string {
  if (!shape.test(code)) return code;
  const characters = [...code.slice(0, 15)];
  for (const index of digitPlaces) {
    const digit = homocodyLetters.indexOf(characters[index] ?? '');
    if (digit >= 0) characters[index] = String(digit);
  }
  const base = characters.join('');
  return base + controlLetter(base);
}

function facts(code: string): FiscalCodeFacts {
  const plain = normalizeHomocody(code);
  const day = Number(plain.slice(9, 11));
  return {
    surname: plain.slice(0, 3),
    givenName: plain.slice(3, 6),
    birthYear: Number(plain.slice(6, 8)),
    birthMonth: months.indexOf(plain.charAt(8)) + 1,
    birthDay: day > 40 ? day - 40 : day,
    sex: day > 40 ? 'F' : 'M',
    birthPlace: plain.slice(11, 15),
  };
}

/** A day that exists in at least one of the centuries that the two digits may mean. 2000 was a leap year, so 00 allows 29 February. */
function canBeBirthDay({ birthYear, birthMonth, birthDay }: FiscalCodeFacts): boolean {
  const longest = new Date(Date.UTC(2000 + birthYear, birthMonth, 0)).getUTCDate();
  return birthDay >= 1 && birthDay <= longest;
}

/**
 * What is wrong with a person's fiscal code of 16 characters, in capitals and without spaces; null if nothing is.
 *
 * Homocody variants are accepted. A day of birth that no calendar has is `malformed`.
 * Source: DM 23 December 1976 n. 13813
 */
export function checkFiscalCode(code: string): 'malformed' | 'wrongControlCharacter' | null {
  if (!shape.test(code) || !canBeBirthDay(facts(code))) return 'malformed';
  return controlLetter(code.slice(0, 15)) === code.charAt(15) ? null : 'wrongControlCharacter';
}

/**
 * Whether a text is a numeric fiscal code: of an entity, or provisional of a person.
 *
 * Shape: 11 digits, not all zero, the last one controls the others. The office digits are not looked at: entities have codes of offices
 * that VAT numbers do not have.
 * Source: DM 23 December 1976 n. 13813; DPR 605/1973
 */
export function isEntityFiscalCode(code: string): boolean {
  return hasControlDigit(code) && !/^0+$/.test(code);
}

/**
 * What a fiscal code says of its holder.
 *
 * @throws RangeError if the code is malformed; a wrong control character is not looked at
 * Source: DM 23 December 1976 n. 13813
 */
export function describeFiscalCode(code: string): FiscalCodeFacts {
  if (!shape.test(code)) throw new RangeError('want a fiscal code of 16 characters');
  return facts(code);
}

/** Consonants, then vowels, of a name without accents, spaces and apostrophes. Đ counts as D, Ł as L, Ø as O, ß as SS. */
function letters(name: string): { consonants: string; vowels: string } {
  const plain = plainLetters(name)
    .toUpperCase()
    .replace(/[^A-Z]/g, '');
  return { consonants: plain.replace(/[AEIOU]/g, ''), vowels: plain.replace(/[^AEIOU]/g, '') };
}

/**
 * The three letters of a surname: consonants in their order, then vowels, then X. A surname of several words counts as one.
 *
 * Source: DM 23 December 1976 n. 13813, article 2
 */
export function surnamePart(surname: string): string {
  const { consonants, vowels } = letters(surname);
  return `${consonants}${vowels}XXX`.slice(0, 3);
}

/**
 * The three letters of a given name: as for surnames, but with four consonants or more the second one is skipped.
 *
 * Source: DM 23 December 1976 n. 13813, article 3
 */
export function givenNamePart(name: string): string {
  const { consonants, vowels } = letters(name);
  if (consonants.length > 3) return `${consonants.charAt(0)}${consonants.slice(2, 4)}`;
  return `${consonants}${vowels}XXX`.slice(0, 3);
}

/**
 * The parts of a code that do not agree with its holder. Only what is known of the holder is compared. Homocody does not matter.
 *
 * @throws RangeError if the code is malformed
 * Source: DM 23 December 1976 n. 13813
 */
export function compareFiscalCode(code: string, holder: FiscalCodeHolder): FiscalCodePart[] {
  const said = describeFiscalCode(code);
  const differs: [FiscalCodePart, boolean][] = [
    ['surname', holder.familyName !== undefined && surnamePart(holder.familyName) !== said.surname],
    ['givenName', holder.givenName !== undefined && givenNamePart(holder.givenName) !== said.givenName],
    ['birthDate', holder.birthDate !== undefined && holder.birthDate.slice(2) !== civilPart(said)],
    ['sex', holder.sex !== undefined && holder.sex !== said.sex],
    ['birthPlace', holder.birthPlace !== undefined && holder.birthPlace !== said.birthPlace],
  ];
  return differs.filter(([, differ]) => differ).map(([part]) => part);
}

/** YY-MM-DD, to be compared with the end of a civil date. */
function civilPart({ birthYear, birthMonth, birthDay }: FiscalCodeFacts): string {
  return [birthYear, birthMonth, birthDay].map((number) => String(number).padStart(2, '0')).join('-');
}
