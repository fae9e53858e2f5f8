/** What a number that somebody typed may be in a register: as it was typed, and with the zeros before it of the register kept here. */
export function numbersLike(typed: string): string[] {
  const [number = ''] = typed.split('/');
  return /^\d{1,7}$/.test(number) ? [typed, number, number.padStart(7, '0')] : [typed];
}
