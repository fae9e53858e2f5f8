import { messagesOf } from '../casework/messages.js';
import { Attachment } from './attachments.js';
import { followedPractice } from './fields.js';
import { moveRefused } from './states.js';

export const messages = messagesOf(followedPractice, { Attachment, refusals: [moveRefused] });
export const { Message, SentMessage, listMessages, sendMessage, addNote } = messages;
