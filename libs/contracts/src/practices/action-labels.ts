import type { Text } from '../contract.js';
import type { ActionKind } from './action-kinds.js';

/** What the actions are called, in pages and in the settings of a service. */
export const actionLabels: Record<ActionKind, Text> = {
  renewal: { it: 'Rinnovo', en: 'Renewal' },
  interruption: { it: 'Interruzione', en: 'Interruption' },
  suspension: { it: 'Sospensione', en: 'Suspension' },
  change: { it: 'Modifica', en: 'Change' },
  transfer: { it: 'Voltura', en: 'Transfer' },
  succession: { it: 'Subentro', en: 'Succession' },
};
