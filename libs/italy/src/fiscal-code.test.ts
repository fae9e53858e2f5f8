import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { controlLetter } from './control-letter.js';
import {
  checkFiscalCode,
  compareFiscalCode,
  describeFiscalCode,
  givenNamePart,
  isEntityFiscalCode,
  normalizeHomocody,
  type Sex,
  surnamePart,
} from './fiscal-code.js';
import { addDays } from './rome-time.js';

interface Person {
  familyName: string;
  givenName: string;
  birthDate: string;
  sex: Sex;
  birthPlace: string;
}

/** Writes the code of a person, to be read by the code under test. */
function codeOf({ familyName, givenName, birthDate, sex, birthPlace }: Person): string {
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const birthDay = String(Number(day) + (sex === 'F' ? 40 : 0)).padStart(2, '0');
  const base = `${surnamePart(familyName)}${givenNamePart(givenName)}${year.slice(2)}${'ABCDEHLMPRST'.charAt(Number(month) - 1)}${birthDay}${birthPlace}`;
  return base + controlLetter(base);
}

const name = fc.string({ unit: fc.constantFrom(..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdeàèìòù' "), minLength: 1, maxLength: 30 });
const person: fc.Arbitrary<Person> = fc.record({
  familyName: name,
  givenName: name,
  birthDate: fc.integer({ min: 0, max: 73_000 }).map((days) => addDays('1900-01-01', days)),
  sex: fc.constantFrom<Sex>('M', 'F'),
  birthPlace: fc
    .tuple(fc.constantFrom(...'ABCDEFGHILMZ'), fc.integer({ min: 0, max: 999 }))
    .map(([letter, n]) => letter + String(n).padStart(3, '0')),
});
const homocodyPlaces = [6, 7, 9, 10, 12, 13, 14];

function homocodyVariant(code: string, places: number[]): string {
  const characters = [...code.slice(0, 15)];
  for (const index of places) characters[index] = 'LMNPQRSTUV'.charAt(Number(characters[index]));
  return characters.join('') + controlLetter(characters.join(''));
}

test('the code written from a person is valid and says who the person is', () => {
  fc.assert(
    fc.property(person, (someone) => {
      const code = codeOf(someone);
      expect(checkFiscalCode(code)).toBeNull();
      expect(compareFiscalCode(code, someone)).toEqual([]);
      expect(describeFiscalCode(code)).toMatchObject({ sex: someone.sex, birthPlace: someone.birthPlace });
    }),
  );
});

test('any other control character is refused', () => {
  fc.assert(
    fc.property(person, fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), (someone, letter) => {
      const code = codeOf(someone);
      fc.pre(letter !== code.charAt(15));
      expect(checkFiscalCode(code.slice(0, 15) + letter)).toBe('wrongControlCharacter');
    }),
  );
});

test('a code with any one character changed is refused, save for the few that the law lets collide', () => {
  const code = 'RSSMRA85T10A562S';
  const characters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'];
  const passed = characters.flatMap((character) =>
    [...code].flatMap((old, index) => {
      const changed = code.slice(0, index) + character + code.slice(index + 1);
      return old !== character && checkFiscalCode(changed) === null ? [changed] : [];
    }),
  );
  expect(passed).toEqual([]);
});

test('homocody variants are valid, differ in their letters and are one code when normalized', () => {
  fc.assert(
    fc.property(person, fc.subarray(homocodyPlaces, { minLength: 1 }), (someone, places) => {
      const code = codeOf(someone);
      const variant = homocodyVariant(code, places);
      expect(variant).not.toBe(code);
      expect(checkFiscalCode(variant)).toBeNull();
      expect(normalizeHomocody(variant)).toBe(code);
      expect(describeFiscalCode(variant)).toEqual(describeFiscalCode(code));
      expect(compareFiscalCode(variant, someone)).toEqual([]);
    }),
  );
});

test('what differs from the holder is named', () => {
  const holder = { familyName: 'Rossi', givenName: 'Mario', birthDate: '1985-12-10', sex: 'M' as const, birthPlace: 'A562' };
  const code = 'RSSMRA85T10A562S';
  expect(compareFiscalCode(code, holder)).toEqual([]);
  expect(compareFiscalCode(code, { ...holder, familyName: 'Bianchi' })).toEqual(['surname']);
  expect(compareFiscalCode(code, { ...holder, givenName: 'Luca' })).toEqual(['givenName']);
  expect(compareFiscalCode(code, { ...holder, birthDate: '1985-12-11' })).toEqual(['birthDate']);
  expect(compareFiscalCode(code, { ...holder, sex: 'F' })).toEqual(['sex']);
  expect(compareFiscalCode(code, { ...holder, birthPlace: 'H501' })).toEqual(['birthPlace']);
  expect(compareFiscalCode(code, { familyName: 'Verdi', birthDate: '2001-01-01' })).toEqual(['surname', 'birthDate']);
  expect(compareFiscalCode(code, {})).toEqual([]);
});

test('names give their letters as the decree says', () => {
  expect(['Rossi', 'Fo', 'Re', 'Aiello', "D'Angelo", 'De Luca', 'Nicolò', 'Öz', ''].map(surnamePart)).toEqual([
    'RSS',
    'FOX',
    'REX',
    'LLA',
    'DNG',
    'DLC',
    'NCL',
    'ZOX',
    'XXX',
  ]);
  expect(['Mario', 'Gianfranco', 'Giuseppe', 'Gioacchino', 'Anna Maria', 'Al', 'Ivo', 'Io'].map(givenNamePart)).toEqual([
    'MRA',
    'GFR',
    'GPP',
    'GCH',
    'NMR',
    'LAX',
    'VIO',
    'IOX',
  ]);
});

test('days that no calendar has are malformed', () => {
  const withDay = (part: string) => {
    const base = `RSSMRA${part}A562`;
    return checkFiscalCode(base + controlLetter(base));
  };
  expect(['85B29', '85T32', '85T00', '85T40', '85H31', '85T72'].map(withDay)).toEqual(Array(6).fill('malformed'));
  expect(['84B29', '00B29', '85T31', '85T71', '84B69'].map(withDay)).toEqual(Array(5).fill(null));
});

test('texts of another shape are malformed and cannot be described', () => {
  for (const text of [
    '',
    'RSSMRA85T10A562',
    'rssmra85t10a562s',
    'RSSMRA85T10A562SS',
    ' RSSMRA85T10A562S',
    '80087670016',
    'RSSMRA85F10A562S',
  ]) {
    expect(checkFiscalCode(text)).toBe('malformed');
    expect(() => describeFiscalCode(text)).toThrow(RangeError);
    expect(normalizeHomocody(text)).toBe(text);
  }
});

test('eleven digits are the code of an entity when the last one agrees', () => {
  expect(['80087670016', '00514490010', '97532760580'].map(isEntityFiscalCode)).toEqual([true, true, true]);
  expect(['80087670017', '00000000000', '8008767001', 'RSSMRA85T10A562S', ''].map(isEntityFiscalCode)).toEqual(Array(5).fill(false));
});
