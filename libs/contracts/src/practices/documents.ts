import { asCode } from '@sportello/italy/typed-text';
import { z } from 'zod';
import { fileName, sizeBytes } from '../casework/fields.js';
import { Id, Instant, listOf, paging, problem, rpc, Sha256, Text } from '../contract.js';
import { mail } from '../identity/people.js';
import { tooManyRequests } from '../problems.js';
import { Typed } from '../typed.js';
import { number, organizationName, practiceId } from './fields.js';
import { practiceNotFound } from './states.js';

/** A PDF that we made: the copy of the request and the receipt. Null until its job is done. */
export const Document = z.object({
  id: Id.describe('The document'),
  kind: z
    .enum(['request', 'receipt', 'registration', 'stamped'])
    .describe(
      'Copy of the request, the receipt of its sending or of its registration in the protocol, or the copy with its protocol number',
    ),
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

export const receiptNotReady = problem(409, 'receipt-not-ready', 'La ricevuta non è ancora pronta', 'The receipt is not ready yet', {
  it: 'La ricevuta esiste quando l’istanza è stata inviata, e si prepara in pochi secondi: riprova tra poco.',
  en: 'There is a receipt once the request was sent, and it is made within seconds: try again shortly.',
});

/** For who has not had the mail, or had given a wrong address (NOT-24). The same again sends nothing more. */
export const sendReceipt = rpc({
  subject: 'rpc.practices.send-receipt.v1',
  http: 'PUT /practices/{id}/receipt-mails/{mailId}',
  permission: 'practices:answer',
  summary: 'Sends the receipt of a request by mail once more, to its applicant or to another address',
  input: z.strictObject({
    id: practiceId,
    mailId: Id.describe('The mail, with an id that the caller chose'),
    address: mail.nullable().describe('Where it goes; null: where the first one went'),
  }),
  output: z.object({}),
  problems: [practiceNotFound, receiptNotReady, tooManyRequests],
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
