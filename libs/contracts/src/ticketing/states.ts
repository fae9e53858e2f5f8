/** What a ticket can be in, and what every door to one may answer. */
import { z } from 'zod';
import { problem, type Text } from '../contract.js';

export const TicketStatus = z
  .enum(['new', 'accepted', 'in_progress', 'awaiting_user', 'resolved', 'closed', 'cancelled', 'merged', 'archived'])
  .describe('State of a ticket; docs/ticketing.md says how one leads to another');
export type TicketStatus = z.infer<typeof TicketStatus>;

export const ticketStatusLabels: Record<TicketStatus, Text> = {
  new: { it: 'Nuovo', en: 'New' },
  accepted: { it: 'Accettato', en: 'Accepted' },
  in_progress: { it: 'Preso in carico', en: 'In progress' },
  awaiting_user: { it: 'In attesa di informazioni', en: 'Awaiting information' },
  resolved: { it: 'Risolto', en: 'Resolved' },
  closed: { it: 'Chiuso', en: 'Closed' },
  cancelled: { it: 'Annullato', en: 'Cancelled' },
  merged: { it: 'Unito', en: 'Merged' },
  archived: { it: 'Archiviato', en: 'Archived' },
};

/** What a person can do with a ticket, as pages offer it. */
export const TicketMove = z
  .enum([
    'accept',
    'take',
    'take-over',
    'reroute',
    'merge',
    'unmerge',
    'join',
    'part',
    'prioritise',
    'ask',
    'answer',
    'solve',
    'confirm',
    'reopen',
    'cancel',
    'comment',
    'release',
    'close-after-silence',
    'solve-after-silence',
  ])
  .meta({ description: 'What is done with a ticket', examples: ['take'] });
export type TicketMove = z.infer<typeof TicketMove>;

export const ticketNotFound = problem(404, 'ticket-not-found', 'Questa richiesta non esiste', 'There is no such ticket', {
  it: 'La richiesta di assistenza non esiste, oppure non è fra quelle che puoi vedere con il profilo che stai usando.',
  en: 'The ticket does not exist, or is not among those that you can see with the profile that you are using.',
});

export const ticketMoveRefused = problem(
  409,
  'ticket-move-refused',
  'In questo stato la richiesta non lo permette',
  'The state of the ticket does not allow this',
  {
    it: 'La richiesta di assistenza è passata a un altro stato. Ricarica la pagina per vedere che cosa puoi fare.',
    en: 'The ticket has moved to another state. Reload the page to see what you can do.',
  },
);

/** Whoever asks for herself is served by somebody else: she neither decides on her own ticket nor rates her own work. */
export const ticketIsOwn = problem(403, 'ticket-is-own', 'È una richiesta tua', 'It is a ticket of your own', {
  it: 'Alla richiesta di assistenza di un operatore risponde un collega. Per quello che chiedi tu usa il portale, come ogni cittadino.',
  en: 'The ticket of an operator is answered by a colleague. For what you ask yourself use the portal, as every citizen does.',
});

export const notInChargeOfTicket = problem(
  403,
  'not-in-charge-of-ticket',
  'Prima prendi in carico la richiesta',
  'Take charge of the ticket first',
  {
    it: "Può farlo solo l'operatore che ha in carico la richiesta di assistenza.",
    en: 'Only the operator in charge of the ticket may do it.',
  },
);
