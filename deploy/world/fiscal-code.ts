import { controlLetter } from '@sportello/italy/control-letter';
import { givenNamePart, type Sex, surnamePart } from '@sportello/italy/fiscal-code';

/**
 * The fiscal code that the rules give to somebody. Only for people who do not exist: real codes are assigned by the Agenzia delle Entrate,
 * which tells apart those to whom the rules would give the same.
 *
 * @param birthDate YYYY-MM-DD
 * @param birthPlace cadastral code, as `L219`
 * Source: DM 23 December 1976 n. 13813
 */
export function fiscalCodeOf({
  givenName,
  familyName,
  birthDate,
  sex,
  birthPlace,
}: {
  givenName: string;
  familyName: string;
  birthDate: string;
  sex: Sex;
  birthPlace: string;
}): string {
  const [year, month, day] = birthDate.split('-').map(Number) as [number, number, number];
  const date = [
    String(year % 100).padStart(2, '0'),
    'ABCDEHLMPRST'.charAt(month - 1),
    String(sex === 'F' ? day + 40 : day).padStart(2, '0'),
  ].join('');
  const base = `${surnamePart(familyName)}${givenNamePart(givenName)}${date}${birthPlace}`;
  return base + controlLetter(base);
}
