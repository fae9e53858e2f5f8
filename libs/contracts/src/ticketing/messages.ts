import { messagesOf } from '../casework/messages.js';
import { ticketAttachments } from './attachments.js';
import { followedTicket } from './fields.js';
import { ticketIsOwn, ticketMoveRefused } from './states.js';

export const ticketMessages = messagesOf(followedTicket, {
  Attachment: ticketAttachments.Attachment,
  refusals: [ticketIsOwn, ticketMoveRefused],
});
const { Message, SentMessage, listMessages, sendMessage, addNote } = ticketMessages;

export {
  addNote as addTicketNote,
  listMessages as listTicketMessages,
  Message as TicketMessage,
  SentMessage as SentTicketMessage,
  sendMessage as sendTicketMessage,
};
