import { z } from 'zod';
import { problem, Text } from '../contract.js';

/** In the order of `docs/states`; labels are binding and the same for citizen and officer. */
export const PracticeStatus = z
  .enum([
    'draft',
    'ready',
    'awaiting_payment',
    'payment_in_progress',
    'paid',
    'submitted',
    'registered',
    'under_review',
    'awaiting_amendment',
    'amendment_submitted',
    'awaiting_observations',
    'approved',
    'partially_approved',
    'rejected',
    'withdrawn',
    'cancelled',
    'acquired',
    'deleted',
  ])
  .meta({ description: 'The state of a practice, as docs/states.md draws it', examples: ['under_review'] });
export type PracticeStatus = z.infer<typeof PracticeStatus>;

export const statusLabels: Record<PracticeStatus, Text> = {
  draft: { it: 'BOZZA', en: 'DRAFT' },
  ready: { it: 'DA INVIARE', en: 'READY TO SEND' },
  awaiting_payment: { it: 'IN ATTESA DI PAGAMENTO', en: 'AWAITING PAYMENT' },
  payment_in_progress: { it: "IN ATTESA DELL'ESITO DEL PAGAMENTO", en: 'AWAITING THE RESULT OF THE PAYMENT' },
  paid: { it: 'PAGATA', en: 'PAID' },
  submitted: { it: 'INVIATA', en: 'SENT' },
  registered: { it: 'PROTOCOLLATA', en: 'REGISTERED' },
  under_review: { it: 'PRESA IN CARICO', en: 'UNDER REVIEW' },
  awaiting_amendment: { it: 'IN ATTESA DI INTEGRAZIONI', en: 'AWAITING ADDITIONS' },
  amendment_submitted: { it: 'INTEGRAZIONI INVIATE', en: 'ADDITIONS SENT' },
  awaiting_observations: { it: 'IN ATTESA DI OSSERVAZIONI', en: 'AWAITING OBSERVATIONS' },
  approved: { it: 'APPROVATA', en: 'APPROVED' },
  partially_approved: { it: 'PARZIALMENTE APPROVATA', en: 'PARTIALLY APPROVED' },
  rejected: { it: 'RIFIUTATA', en: 'REJECTED' },
  withdrawn: { it: 'RITIRATA', en: 'WITHDRAWN' },
  cancelled: { it: 'ANNULLATA', en: 'CANCELLED' },
  acquired: { it: 'ACQUISITA', en: 'ACQUIRED' },
  deleted: { it: 'ELIMINATA', en: 'DELETED' },
};

/** The commands of the table of moves. The console's buttons and the portal's are the `moves` of an answer. */
export const Move = z
  .enum([
    'save',
    'complete',
    'reopen',
    'delete',
    'submit',
    'proceed-to-payment',
    'take',
    'take-over',
    'assign',
    'assign-office',
    'release',
    'request-amendment',
    'answer-amendment',
    'withdraw',
    'accept-amendment',
    'refuse-amendment',
    'close-amendment',
    'announce-refusal',
    'send-observations',
    'approve',
    'approve-with-dues',
    'register-payment',
    'exempt',
    'approve-partially',
    'reject',
    'cancel',
    'reopen-closed',
    'correct',
    'ask-opinion',
    'give-opinion',
    'drop-opinion',
  ])
  .meta({ description: 'A command that brings a practice from one state to the next', examples: ['take'] });
export type Move = z.infer<typeof Move>;

export const practiceNotFound = problem(404, 'practice-not-found', 'Questa istanza non è tra le tue', 'This request is not among yours', {
  it: "L'istanza non esiste, è stata eliminata, oppure è di un altro profilo. Controlla il profilo attivo.",
  en: 'The request does not exist, was deleted, or belongs to another profile. Check the active profile.',
});

export const moveRefused = problem(409, 'move-refused', 'In questo stato non si può', 'Not possible in this state', {
  it: "L'istanza è passata a un altro stato. Ricarica la pagina per vedere che cosa puoi fare.",
  en: 'The request has moved to another state. Reload the page to see what you can do.',
});

export const alreadySent = problem(
  409,
  'already-sent',
  "Un'istanza inviata non si può modificare: in caso di errori va compilata di nuovo",
  'A sent request cannot be changed: in case of errors fill it in again',
  {
    it: "Un'istanza inviata non si può modificare: in caso di errori va compilata di nuovo.",
    en: 'A sent request cannot be changed: in case of errors fill it in again.',
  },
);

/** Art. 3 of law 241/1990: a refusal says why, in words or in a document. */
export const reasonRequired = problem(
  422,
  'reason-required',
  'Un rigetto va motivato: scrivi un messaggio o allega un documento',
  'A refusal needs its reason: write a message or attach a document',
  {
    it: "Ogni provvedimento negativo è motivato (articolo 3 della legge 241/1990): indica il motivo nel messaggio, o allega l'atto che lo contiene.",
    en: 'Every refusal states its reason (article 3 of Italian law 241/1990): write it in the message, or attach the act that contains it.',
  },
);

export const notInCharge = problem(403, 'not-in-charge', 'Prima prendi in carico la pratica', 'Take charge of the practice first', {
  it: "Può farlo solo l'operatore che ha in carico la pratica.",
  en: 'Only the officer in charge of the practice may do it.',
});
