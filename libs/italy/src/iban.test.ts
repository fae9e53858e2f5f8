import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { controlLetter } from './control-letter.js';
import { isIban, italianAccount } from './iban.js';

/** ISO 7064: letters count from 10, and the whole leaves 1 when divided by 97. */
function italianIban(abi: string, cab: string, account: string, cin = controlLetter(abi + cab + account)): string {
  const bban = cin + abi + cab + account;
  const digits = [...`${bban}IT00`].map((character) => Number.parseInt(character, 36)).join('');
  return `IT${String(98n - (BigInt(digits) % 97n)).padStart(2, '0')}${bban}`;
}

const digits = (length: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
const account = fc.string({ unit: fc.constantFrom(...'0123456789ABCXYZ'), minLength: 12, maxLength: 12 });

test('an Italian IBAN is valid and gives its bank, branch and account', () => {
  fc.assert(
    fc.property(digits(5), digits(5), account, (abi, cab, number) => {
      expect(italianAccount(italianIban(abi, cab, number))).toEqual({ abi, cab, account: number });
    }),
  );
});

test('an Italian IBAN whose CIN is wrong is refused, even when the remainder by 97 is right', () => {
  expect(isIban(italianIban('05428', '11101', '000000123456'))).toBe(true);
  expect(isIban(italianIban('05428', '11101', '000000123456', 'Y'))).toBe(false);
});

test('IBANs of other countries are checked by their own structure', () => {
  expect(
    ['IT60X0542811101000000123456', 'SM76P0854009812123456789123', 'DE89370400440532013000', 'FR1420041010050500013M02606'].map(isIban),
  ).toEqual(Array(4).fill(true));
  expect(['', 'IT61X0542811101000000123456', 'it60x0542811101000000123456', 'DE8937040044053201300', 'XX00'].map(isIban)).toEqual(
    Array(5).fill(false),
  );
  expect(italianAccount('DE89370400440532013000')).toBeNull();
});
