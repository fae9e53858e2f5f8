import { messagesOf } from '../casework/messages.js';
import { Attachment } from './attachments.js';
import { practice } from './fields.js';
import { moveRefused } from './states.js';

export const { Message, SentMessage, listMessages, sendMessage, addNote } = messagesOf(practice, {
  Attachment,
  refusals: [moveRefused],
});
