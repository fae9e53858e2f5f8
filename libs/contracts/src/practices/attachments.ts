import { z } from 'zod';
import { Id, Instant, problem, rpc, Sha256 } from '../contract.js';
import { tooLarge, wrongFileType } from '../problems.js';
import { fileName, mediaType, practiceId, sizeBytes, storageKey } from './fields.js';
import { alreadySent, moveRefused, notInCharge, practiceNotFound } from './states.js';

export const Attachment = z.object({
  id: Id.describe('The attachment'),
  purpose: z.enum(['form', 'message', 'amendment', 'outcome']).describe('What it belongs to'),
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

const fieldKey = z
  .string()
  .max(100)
  .nullable()
  .meta({ description: 'The field of the form, when it belongs to one', examples: ['delegation'] });

/**
 * The gateway asks before it takes bytes: what is allowed, and under which key they are to be stored. Each time it is another key, so that
 * of two uploads to one attachment neither touches what the other has stored.
 */
export const prepareUpload = rpc({
  subject: 'rpc.practices.prepare-upload.v1',
  permission: 'attachments:write',
  summary: 'Tells what an attachment may be',
  input: z.strictObject({
    id: practiceId,
    attachmentId: Id.describe('The attachment, with an id that the caller chose'),
    purpose: Attachment.shape.purpose,
    fieldKey,
  }),
  output: z.object({
    key: storageKey,
    maxBytes: sizeBytes.describe('The largest size, in bytes'),
    allowedTypes: z.array(mediaType).describe('The kinds of file that are taken'),
  }),
  problems: [practiceNotFound, attachmentNotFound, attachmentStored, alreadySent, moveRefused, notInCharge, tooManyAttachments],
});

/** After the bytes are stored and inspected. An attachment that is there already answers as the first time, if the bytes are the same. */
export const confirmUpload = rpc({
  subject: 'rpc.practices.confirm-upload.v1',
  permission: 'attachments:write',
  summary: 'Notes a stored attachment',
  input: z.strictObject({
    id: practiceId,
    attachmentId: Id.describe('The attachment'),
    purpose: Attachment.shape.purpose,
    fieldKey,
    key: storageKey.max(512).describe('One that was given for this attachment, and neither confirmed nor given up'),
    name: fileName.min(1).max(200),
    type: mediaType.max(100),
    sizeBytes: sizeBytes.min(1),
    sha256: Sha256,
  }),
  output: Attachment,
  problems: [
    ...[practiceNotFound, attachmentNotFound, attachmentStored, alreadySent, moveRefused, notInCharge],
    ...[tooManyAttachments, tooLarge, wrongFileType],
  ],
});

/** Refused, broken off, or not confirmed: what there may be under the key is taken away. Confirmed bytes stay. */
export const dropUpload = rpc({
  subject: 'rpc.practices.drop-upload.v1',
  permission: 'attachments:write',
  summary: 'Gives up an upload that was not confirmed',
  input: z.strictObject({ id: practiceId, key: storageKey.max(512) }),
  output: z.object({}),
  problems: [practiceNotFound],
});

export const removeAttachment = rpc({
  subject: 'rpc.practices.remove-attachment.v1',
  http: 'DELETE /practices/{id}/attachments/{attachmentId}',
  permission: 'attachments:write',
  summary: 'Removes an attachment that has not been sent yet',
  input: z.strictObject({ id: practiceId, attachmentId: Id.describe('The attachment') }),
  output: z.object({}),
  problems: [practiceNotFound, attachmentNotFound, alreadySent, moveRefused],
});

/** A short-lived signed address of an attachment or of a document of the practice. */
export const getFileAddress = rpc({
  subject: 'rpc.practices.get-file-address.v1',
  http: 'GET /practices/{id}/files/{fileId}/address',
  permission: 'practices:read',
  summary: 'Gives an address from which a file can be downloaded for a few minutes',
  input: z.strictObject({ id: practiceId, fileId: Id.describe('An attachment or a document') }),
  output: z.object({
    url: z.string().meta({ description: 'Where it can be downloaded', examples: ['/files/eyJrIjoicHJhY3RpY2VzLzEvMiJ9.c2lnbmF0dXJl'] }),
    expiresAt: Instant.describe('Until when'),
  }),
  problems: [practiceNotFound, attachmentNotFound],
});
