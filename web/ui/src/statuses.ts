import type { Language, Text } from '@sportello/contracts/contract';
import type { AnswerOf } from '@sportello/contracts/web';

type PracticeStatus = AnswerOf<'rpc.practices.get.v1'>['status'];

interface Shown {
  label: Text;
  colour: 'grey' | 'amber' | 'blue' | 'green' | 'red';
  icon: string;
}

/** The labels are those of the contracts (a test compares them); shape and colour follow whose turn it is. */
export const statusTable: Record<PracticeStatus, Shown> = {
  draft: { label: { it: 'BOZZA', en: 'DRAFT' }, colour: 'grey', icon: 'it-pencil' },
  ready: { label: { it: 'DA INVIARE', en: 'READY TO SEND' }, colour: 'amber', icon: 'it-arrow-right-circle' },
  awaiting_payment: { label: { it: 'IN ATTESA DI PAGAMENTO', en: 'AWAITING PAYMENT' }, colour: 'amber', icon: 'it-arrow-right-circle' },
  payment_in_progress: {
    label: { it: "IN ATTESA DELL'ESITO DEL PAGAMENTO", en: 'AWAITING THE RESULT OF THE PAYMENT' },
    colour: 'amber',
    icon: 'it-clock',
  },
  paid: { label: { it: 'PAGATA', en: 'PAID' }, colour: 'blue', icon: 'it-check' },
  submitted: { label: { it: 'INVIATA', en: 'SENT' }, colour: 'blue', icon: 'it-check' },
  registered: { label: { it: 'PROTOCOLLATA', en: 'REGISTERED' }, colour: 'blue', icon: 'it-check' },
  under_review: { label: { it: 'PRESA IN CARICO', en: 'UNDER REVIEW' }, colour: 'blue', icon: 'it-user' },
  awaiting_amendment: {
    label: { it: 'IN ATTESA DI INTEGRAZIONI', en: 'AWAITING ADDITIONS' },
    colour: 'amber',
    icon: 'it-arrow-right-circle',
  },
  amendment_submitted: { label: { it: 'INTEGRAZIONI INVIATE', en: 'ADDITIONS SENT' }, colour: 'blue', icon: 'it-check' },
  awaiting_observations: {
    label: { it: 'IN ATTESA DI OSSERVAZIONI', en: 'AWAITING OBSERVATIONS' },
    colour: 'amber',
    icon: 'it-arrow-right-circle',
  },
  approved: { label: { it: 'APPROVATA', en: 'APPROVED' }, colour: 'green', icon: 'it-check-circle' },
  partially_approved: {
    label: { it: 'PARZIALMENTE APPROVATA', en: 'PARTIALLY APPROVED' },
    colour: 'green',
    icon: 'it-check-circle',
  },
  rejected: { label: { it: 'RIFIUTATA', en: 'REJECTED' }, colour: 'red', icon: 'it-close-circle' },
  withdrawn: { label: { it: 'RITIRATA', en: 'WITHDRAWN' }, colour: 'grey', icon: 'it-minus-circle' },
  cancelled: { label: { it: 'ANNULLATA', en: 'CANCELLED' }, colour: 'grey', icon: 'it-close-circle' },
  acquired: { label: { it: 'ACQUISITA', en: 'ACQUIRED' }, colour: 'green', icon: 'it-check-circle' },
  deleted: { label: { it: 'ELIMINATA', en: 'DELETED' }, colour: 'grey', icon: 'it-minus' },
};

/** In the order of the filters. */
export const statuses = Object.keys(statusTable) as PracticeStatus[];

export const statusLabel = (status: PracticeStatus, language: Language): string => statusTable[status].label[language];
