import type { Text } from '@sportello/contracts/contract';
import type { RegisteredKind } from '@sportello/contracts/practices/protocol';

/** What the documents of a practice are called in the register. */
export const kindLabels: Record<RegisteredKind, Text> = {
  request: { it: 'Istanza', en: 'Request' },
  'amendment-request': { it: 'Richiesta di integrazioni', en: 'Request of additions' },
  'amendment-answer': { it: 'Integrazioni', en: 'Additions' },
  withdrawal: { it: 'Ritiro', en: 'Withdrawal' },
  outcome: { it: 'Esito', en: 'Outcome' },
};
