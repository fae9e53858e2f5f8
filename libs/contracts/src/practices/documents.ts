import { asCode } from '@sportello/italy/typed-text';
import { z } from 'zod';
import { fileName, sizeBytes } from '../casework/fields.js';
import { Id, Instant, listOf, paging, problem, rpc, Sha256, Text } from '../contract.js';
import { Typed } from '../typed.js';
import { number, organizationName, practiceId } from './fields.js';

/** A PDF that we made: the copy of the request and the receipt. Null until its job is done. */
export const Document = z.object({
  id: Id.describe('The document'),
  kind: z
    .enum(['request', 'receipt', 'registration'])
    .describe('Copy of the request, the receipt of its sending, or the receipt of its registration in the protocol'),
  name: fileName,
  sizeBytes,
  sha256: Sha256,
  verificationCode: z.string().meta({ description: 'With it anybody can confirm the document', examples: ['7K2M-9QPX-4TRA'] }),
  issuedAt: Instant.describe('When it was made'),
});

export const documentUnknown = problem(404, 'document-unknown', 'Nessun documento con questo codice', 'No document with this code', {
  it: 'Il codice non esiste o è scaduto: controlla di averlo copiato bene.',
  en: 'The code does not exist or has expired: check that you copied it correctly.',
});

/** Unknown and expired codes answer alike. */
export const confirmDocument = rpc({
  subject: 'rpc.practices.confirm-document.v1',
  http: 'GET /verifications/{code}',
  permission: 'documents:verify',
  beforePolicy: true,
  summary: 'Confirms that a document with this code was issued here',
  input: z.strictObject({
    code: Typed(40)
      .overwrite(asCode)
      .max(40)
      .meta({ description: 'The code that is printed on it', examples: ['7K2M-9QPX-4TRA'] }),
  }),
  output: z.object({
    kind: Document.shape.kind,
    organizationName,
    procedureTitle: Text.describe('What the service is called'),
    number,
    issuedAt: Instant.describe('When it was made'),
    submittedAt: Instant.nullable().describe('When the request was sent'),
    sha256: Sha256.describe('Hash of the PDF'),
    contentSha256: Sha256.nullable().describe('Hash of the content of the request'),
  }),
  problems: [documentUnknown],
});

/** What the counter made and what offices sent: the personal area shows it in one place, whatever request it belongs to. */
export const listOwnDocuments = rpc({
  subject: 'rpc.practices.list-own-documents.v1',
  http: 'GET /documents',
  permission: 'practices:list-own',
  summary: "Lists the documents that one was issued with one's requests, the newest first",
  input: z.strictObject(paging),
  output: listOf(
    z.object({
      id: Id.describe('The file: its address is asked with the practice'),
      kind: z
        .enum([...Document.shape.kind.options, 'act'])
        .meta({ description: 'What the counter made, or an act that the office sent', examples: ['receipt'] }),
      name: fileName,
      sizeBytes,
      issuedAt: Instant.describe('When it was made or sent'),
      practiceId,
      number,
      procedureTitle: Text.describe('What the service is called'),
    }),
  ),
});
