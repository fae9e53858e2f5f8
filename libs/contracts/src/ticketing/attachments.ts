import { attachmentsOf } from '../casework/attachments.js';
import { followedTicket } from './fields.js';
import { ticketIsOwn, ticketMoveRefused } from './states.js';

export const ticketAttachments = attachmentsOf(followedTicket, {
  purposes: ['message'],
  refusals: { adding: [ticketIsOwn, ticketMoveRefused], removing: [ticketIsOwn] },
});
const { Attachment, prepareUpload, confirmUpload, dropUpload, removeAttachment, getFileAddress } = ticketAttachments;

export {
  Attachment as TicketAttachment,
  confirmUpload as confirmTicketUpload,
  dropUpload as dropTicketUpload,
  getFileAddress as getTicketFileAddress,
  prepareUpload as prepareTicketUpload,
  removeAttachment as removeTicketAttachment,
};
