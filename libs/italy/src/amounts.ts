/**
 * An amount as it is written in Italy, `1.234,56`: thousands apart from four figures on, whatever the locale of the machine thinks of it.
 *
 * @param cents whole cents of euro, zero or more
 * Source: pagoPA, guide to the payment notice 3.4
 */
export function writeAmount(cents: number): string {
  if (!Number.isSafeInteger(cents) || cents < 0) throw new RangeError('want whole cents');
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '.')},${digits.slice(-2)}`;
}
