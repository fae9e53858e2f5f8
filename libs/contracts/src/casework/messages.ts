import { z } from 'zod';
import { Id, Instant, listOf, type ProblemType, paging, rpc } from '../contract.js';
import { idReused } from '../problems.js';
import { type Attached, attachmentNotFound, withFilesLeft } from './attachments.js';
import { sentFiles, words } from './fields.js';
import type { Followed } from './followed.js';

const layout = z
  .string()
  .max(40_000)
  .optional()
  .meta({
    description: 'The same with its layout (TIC-08): what is not allowed is taken away, and its words are kept in the place of `text`',
    examples: ['<p>Quando riceverò <strong>una risposta</strong>?</p>'],
  });

/**
 * What both sides of what is followed write to each other, and the notes that its office keeps for itself.
 * @param Attachment of what is followed
 * @param refusals what else it answers in a state in which nothing may be written
 */
export function messagesOf<At extends string, Kind extends string, Attachment extends z.ZodType>(
  followed: Followed<At, Kind>,
  { Attachment, refusals }: { Attachment: Attachment; refusals: readonly ProblemType[] },
) {
  const { at, kind, id, name, notFound, may } = followed;
  const Message = z.object({
    id: Id.describe('The message'),
    kind: z.enum(['message', 'note']).describe('Notes are for officers only (PRA-41)'),
    from: z.enum(['applicant', 'office']).describe('Which side wrote it'),
    author: z.string().meta({ description: 'Who wrote it', examples: ['Federica Neri'] }),
    text: z.string().meta({ description: 'What was written', examples: ['Quando riceverò una risposta?'] }),
    html: z
      .string()
      .nullable()
      .meta({ description: 'The same with its layout, cleaned; null where it has none', examples: [null] }),
    attachments: z.array(Attachment).describe('What was sent with it'),
    sentAt: Instant.describe('When it was sent'),
  });
  const SentMessage = Message.extend(withFilesLeft);
  return {
    followed,
    Message,
    SentMessage,

    listMessages: rpc({
      subject: `rpc.${at}.list-messages.v1` as const,
      http: `GET /${kind}/{id}/messages`,
      permission: may.writeTo,
      summary: `Lists the messages of ${name}, oldest first; notes only to officers`,
      input: z.strictObject({ id, ...paging }),
      output: listOf(Message),
      problems: [notFound],
    }),

    sendMessage: rpc({
      subject: `rpc.${at}.send-message.v1` as const,
      http: `PUT /${kind}/{id}/messages/{messageId}`,
      permission: may.writeTo,
      summary: `Writes to the other side of ${name}`,
      input: z.strictObject({
        id,
        messageId: Id.describe('The message, with an id that the caller chose'),
        text: words('The message', 'Quando riceverò una risposta?'),
        html: layout,
        attachmentIds: sentFiles,
      }),
      output: SentMessage,
      problems: [notFound, idReused, ...refusals, attachmentNotFound],
    }),

    addNote: rpc({
      subject: `rpc.${at}.add-note.v1` as const,
      http: `PUT /${kind}/{id}/notes/{noteId}`,
      permission: may.work,
      summary: 'Adds a private note, never shown to the citizen',
      input: z.strictObject({
        id,
        noteId: Id.describe('The note, with an id that the caller chose'),
        text: words('The note', 'Sentito al telefono il 3 marzo'),
        html: layout,
      }),
      output: Message,
      problems: [notFound, idReused, ...refusals],
    }),
  };
}

/** The messages of anything that is followed. */
export type Corresponded = ReturnType<typeof messagesOf<string, string, Attached['Attachment']>>;
