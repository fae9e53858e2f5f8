const italian = new Intl.NumberFormat('it-IT', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
  useGrouping: 'always',
} as Intl.NumberFormatOptions);

/**
 * An amount as it is written in Italy, `1.234,56`: thousands apart from four figures on, whatever the locale of the machine thinks of it.
 *
 * @param cents whole cents of euro, zero or more
 * Source: pagoPA, guide to the payment notice 3.4
 */
export function writeAmount(cents: number): string {
  if (!Number.isSafeInteger(cents) || cents < 0) throw new RangeError('want whole cents');
  return italian.format(cents / 100);
}
