import { z } from 'zod';
import { Id, Instant, listOf, paging, rpc } from '../contract.js';
import { idReused } from '../problems.js';
import { Attachment, attachmentNotFound } from './attachments.js';
import { practiceId, sentFiles, words } from './fields.js';
import { withFilesLeft } from './practices.js';
import { moveRefused, practiceNotFound } from './states.js';

export const Message = z.object({
  id: Id.describe('The message'),
  kind: z.enum(['message', 'note']).describe('Notes are for officers only (PRA-41)'),
  from: z.enum(['applicant', 'office']).describe('Which side wrote it'),
  author: z.string().meta({ description: 'Who wrote it', examples: ['Federica Neri'] }),
  text: z.string().meta({ description: 'What was written', examples: ['Quando riceverò una risposta?'] }),
  attachments: z.array(Attachment).describe('What was sent with it'),
  sentAt: Instant.describe('When it was sent'),
});

export const SentMessage = Message.extend(withFilesLeft);

export const listMessages = rpc({
  subject: 'rpc.practices.list-messages.v1',
  http: 'GET /practices/{id}/messages',
  permission: 'practices:write-to',
  summary: 'Lists the messages of a practice, oldest first; notes only to officers',
  input: z.strictObject({ id: practiceId, ...paging }),
  output: listOf(Message),
  problems: [practiceNotFound],
});

export const sendMessage = rpc({
  subject: 'rpc.practices.send-message.v1',
  http: 'PUT /practices/{id}/messages/{messageId}',
  permission: 'practices:write-to',
  summary: 'Writes to the other side of a practice',
  input: z.strictObject({
    id: practiceId,
    messageId: Id.describe('The message, with an id that the caller chose'),
    text: words('The message', 'Quando riceverò una risposta?'),
    attachmentIds: sentFiles,
  }),
  output: SentMessage,
  problems: [practiceNotFound, idReused, moveRefused, attachmentNotFound],
});

export const addNote = rpc({
  subject: 'rpc.practices.add-note.v1',
  http: 'PUT /practices/{id}/notes/{noteId}',
  permission: 'practices:work',
  summary: 'Adds a private note, never shown to the citizen',
  input: z.strictObject({
    id: practiceId,
    noteId: Id.describe('The note, with an id that the caller chose'),
    text: words('The note', 'Sentito al telefono il 3 marzo'),
  }),
  output: Message,
  problems: [practiceNotFound, idReused, moveRefused],
});
