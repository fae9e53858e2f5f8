import { attachmentDoors } from '@sportello/casework/attachment-doors';
import { messageDoors } from '@sportello/casework/message-doors';
import { ticketAttachments } from '@sportello/contracts/ticketing/attachments';
import { ticketMessages } from '@sportello/contracts/ticketing/messages';
import { TicketSubjects } from './ticket-subjects.js';

/** What both sides of a ticket write to each other, the notes of its desk, and the files that go with them. */
export const TicketMessages = messageDoors(ticketMessages, TicketSubjects);
export const TicketAttachments = attachmentDoors(ticketAttachments, TicketSubjects);
