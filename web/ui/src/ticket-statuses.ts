import type { Language, Text } from '@sportello/contracts/contract';
import type { AnswerOf } from '@sportello/contracts/web';

export type TicketStatus = AnswerOf<'rpc.ticketing.get.v1'>['status'];

interface Shown {
  label: Text;
  colour: 'grey' | 'amber' | 'blue' | 'green';
  icon: string;
}

/** The labels are those of the contracts (a test compares them); shape and colour follow whose turn it is. */
export const ticketStatusTable: Record<TicketStatus, Shown> = {
  new: { label: { it: 'Nuovo', en: 'New' }, colour: 'blue', icon: 'it-plus-circle' },
  accepted: { label: { it: 'Accettato', en: 'Accepted' }, colour: 'blue', icon: 'it-check' },
  in_progress: { label: { it: 'Preso in carico', en: 'In progress' }, colour: 'blue', icon: 'it-user' },
  awaiting_user: {
    label: { it: 'In attesa di informazioni', en: 'Awaiting information' },
    colour: 'amber',
    icon: 'it-arrow-right-circle',
  },
  resolved: { label: { it: 'Risolto', en: 'Resolved' }, colour: 'green', icon: 'it-check-circle' },
  closed: { label: { it: 'Chiuso', en: 'Closed' }, colour: 'grey', icon: 'it-check-circle' },
  cancelled: { label: { it: 'Annullato', en: 'Cancelled' }, colour: 'grey', icon: 'it-close-circle' },
  merged: { label: { it: 'Unito', en: 'Merged' }, colour: 'grey', icon: 'it-link' },
  archived: { label: { it: 'Archiviato', en: 'Archived' }, colour: 'grey', icon: 'it-folder' },
};

/** In the order of the filters: those that tickets reach today. */
export const ticketStatuses = ['new', 'accepted', 'in_progress', 'awaiting_user', 'resolved', 'closed', 'cancelled', 'merged'] as const;

export const ticketStatusLabel = (status: TicketStatus, language: Language): string => ticketStatusTable[status].label[language];

const priorities: Record<number, string> = { 1: '1 - Critical', 2: '2 - High', 3: '3 - Moderate', 4: '4 - Low' };

/** Number and label, the same in both languages (TIC-11). */
export const ticketPriority = (priority: number): string => priorities[priority] ?? String(priority);
