/** Whether something of a text is read from right to left. */
export function isRightToLeft(text: string): boolean {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(text);
}

/**
 * A text that stands within another and turns nothing round but itself: without marks of direction of its own, and apart from what is
 * around it when it is read from right to left.
 *
 * Source: Unicode Bidirectional Algorithm (UAX #9), first strong isolate
 */
export function apart(text: string): string {
  const plain = text.replaceAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
  return isRightToLeft(plain) ? `\u2068${plain}\u2069` : plain;
}
