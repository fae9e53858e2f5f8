import type { Text } from '@sportello/contracts/contract';

export interface Loan {
  id: string;
  title: string;
  reader: string;
  days: number;
}

/** Invented loans of a library: what stands in lists here. */
export const loans: readonly Loan[] = [
  { id: '1', title: 'Àncora sul mare', reader: 'Giulia Conti', days: 12 },
  { id: '2', title: 'Zibaldone', reader: 'Maria Rossi', days: 2 },
  { id: '3', title: 'ancora domani', reader: 'Federica Neri', days: 31 },
];

export const words = {
  title: { it: 'Titolo', en: 'Title' },
  reader: { it: 'Lettore', en: 'Reader' },
  days: { it: 'Giorni', en: 'Days' },
  loans: { it: 'Prestiti', en: 'Loans' },
} satisfies Record<string, Text>;
