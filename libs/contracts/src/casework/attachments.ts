import { z } from 'zod';
import { Id, Instant, type ProblemType, problem, rpc, Sha256 } from '../contract.js';
import { tooLarge, wrongFileType } from '../problems.js';
import { fileName, mediaType, sizeBytes, storageKey } from './fields.js';
import type { Followed } from './followed.js';

export const attachmentNotFound = problem(404, 'attachment-not-found', 'Questo allegato non esiste', 'There is no such attachment', {
  it: "L'allegato non esiste, è stato tolto, oppure non si può aggiungere in questo punto.",
  en: 'The attachment does not exist, was removed, or cannot be added at this place.',
});

export const attachmentStored = problem(
  409,
  'attachment-stored',
  'Questo allegato è già stato caricato',
  'This attachment is there already',
  {
    it: 'Questo identificativo ha già un file: per un altro file scegline uno nuovo.',
    en: 'This identifier has a file already: choose a new one for another file.',
  },
);

export const attachmentSent = problem(
  409,
  'attachment-sent',
  'Un allegato inviato non si può togliere',
  'An attachment that was sent cannot be removed',
  {
    it: "Chi l'ha ricevuto può averlo già letto: se è sbagliato, scrivi un messaggio con l'allegato corretto.",
    en: 'Whoever received it may have read it already: if it is wrong, send a message with the right one.',
  },
);

export const tooManyAttachments = problem(
  409,
  'too-many-attachments',
  'Hai raggiunto il numero massimo di allegati',
  'No more attachments can be added',
  {
    it: 'Togli qualche allegato o unisci più documenti in un solo file.',
    en: 'Remove some attachments or join several documents in one file.',
  },
);

export const UnusedFile = z
  .object({ id: Id.describe('The file'), name: fileName })
  .describe('A file that was uploaded, and that nothing names');
export type UnusedFile = z.infer<typeof UnusedFile>;

/** What a command says that may take files along. */
export const withFilesLeft = {
  unusedFiles: z.array(UnusedFile).meta({
    description: 'Uploaded for this purpose by the caller and not sent yet: nobody else sees them, and after a day they are removed',
    examples: [[]],
  }),
};

/** @param purposes what files are attached for; those of `form` belong to the fields of a form, the others are sent with something */
const attachmentFor = <const Purposes extends readonly [string, ...string[]]>(purposes: Purposes) =>
  z.object({
    id: Id.describe('The attachment'),
    purpose: z.enum(purposes).describe('What it belongs to'),
    fieldKey: z
      .string()
      .nullable()
      .meta({ description: 'The field of the form, when it belongs to one', examples: ['delegation'] }),
    name: fileName,
    type: mediaType,
    sizeBytes,
    sha256: Sha256,
    addedAt: Instant.describe('When it was uploaded'),
  });

/**
 * The files of what is followed. Their bytes go through the gateway, which asks before it takes them and tells when they are stored.
 * @param purposes see `attachmentFor`
 * @param refusals what else it answers in a state in which no file may be added, or none of its form removed
 */
export function attachmentsOf<At extends string, Kind extends string, const Purposes extends readonly [string, ...string[]]>(
  followed: Followed<At, Kind>,
  { purposes, refusals }: { purposes: Purposes; refusals: { adding: readonly ProblemType[]; removing: readonly ProblemType[] } },
) {
  const { at, kind, id, notFound, may } = followed;
  const Attachment = attachmentFor(purposes);
  const { purpose } = Attachment.shape;
  const fieldKey = z
    .string()
    .max(100)
    .nullable()
    .meta({ description: 'The field of the form, when it belongs to one', examples: ['delegation'] });
  return {
    followed,
    Attachment,

    /**
     * The gateway asks before it takes bytes: what is allowed, and under which key they are to be stored. Each time it is another key, so
     * that of two uploads to one attachment neither touches what the other has stored.
     */
    prepareUpload: rpc({
      subject: `rpc.${at}.prepare-upload.v1` as const,
      permission: 'attachments:write',
      summary: 'Tells what an attachment may be',
      input: z.strictObject({ id, attachmentId: Id.describe('The attachment, with an id that the caller chose'), purpose, fieldKey }),
      output: z.object({
        key: storageKey,
        maxBytes: sizeBytes.describe('The largest size, in bytes'),
        allowedTypes: z.array(mediaType).describe('The kinds of file that are taken'),
      }),
      problems: [notFound, attachmentNotFound, attachmentStored, ...refusals.adding, tooManyAttachments],
    }),

    /** After the bytes are stored and inspected. An attachment that is there already answers as the first time, if the bytes are the same. */
    confirmUpload: rpc({
      subject: `rpc.${at}.confirm-upload.v1` as const,
      permission: 'attachments:write',
      summary: 'Notes a stored attachment',
      input: z.strictObject({
        id,
        attachmentId: Id.describe('The attachment'),
        purpose,
        fieldKey,
        key: storageKey.max(512).describe('One that was given for this attachment, and neither confirmed nor given up'),
        name: fileName.min(1).max(200),
        type: mediaType.max(100),
        sizeBytes: sizeBytes.min(1),
        sha256: Sha256,
      }),
      output: Attachment,
      problems: [notFound, attachmentNotFound, attachmentStored, ...refusals.adding, tooManyAttachments, tooLarge, wrongFileType],
    }),

    /** Refused, broken off, or not confirmed: what there may be under the key is taken away. Confirmed bytes stay. */
    dropUpload: rpc({
      subject: `rpc.${at}.drop-upload.v1` as const,
      permission: 'attachments:write',
      summary: 'Gives up an upload that was not confirmed',
      input: z.strictObject({ id, key: storageKey.max(512) }),
      output: z.object({}),
      problems: [notFound],
    }),

    removeAttachment: rpc({
      subject: `rpc.${at}.remove-attachment.v1` as const,
      http: `DELETE /${kind}/{id}/attachments/{attachmentId}`,
      permission: 'attachments:write',
      summary: 'Removes an attachment that has not been sent yet',
      input: z.strictObject({ id, attachmentId: Id.describe('The attachment') }),
      output: z.object({}),
      problems: [notFound, attachmentNotFound, attachmentSent, ...refusals.removing],
    }),

    /** A short-lived signed address of an attachment, or of a document that was made of what is followed. */
    getFileAddress: rpc({
      subject: `rpc.${at}.get-file-address.v1` as const,
      http: `GET /${kind}/{id}/files/{fileId}/address`,
      permission: may.read,
      summary: 'Gives an address from which a file can be downloaded for a few minutes',
      input: z.strictObject({ id, fileId: Id.describe('An attachment or a document') }),
      output: z.object({
        url: z.string().meta({ description: 'Where it can be downloaded', examples: ['/files/eyJrIjoicHJhY3RpY2VzLzEvMiJ9.c2lnbmF0dXJl'] }),
        expiresAt: Instant.describe('Until when'),
      }),
      problems: [notFound, attachmentNotFound],
    }),
  };
}

/** The files of anything that is followed. */
export type Attached = ReturnType<typeof attachmentsOf<string, string, readonly [string, ...string[]]>>;
