import { asCode, asPracticeNumber } from '@sportello/italy/typed-text';
import { z } from 'zod';
import {
  CivilDate,
  event,
  Id,
  Instant,
  listOf,
  paging,
  problem,
  rpc,
  SeenVersion,
  SeenVersionInQuery,
  Sha256,
  Text,
  Version,
} from './contract.js';
import { personNotFound, SignInMethod } from './identity.js';
import { changedMeanwhile, idReused, tooLarge, wrongFileType } from './problems.js';
import { notEntitled, procedureClosed, procedureNotFound } from './procedures.js';
import { Line, Prose } from './typed.js';

/** In the order of `docs/states`; labels are binding and the same for citizen and officer. */
export const PracticeStatus = z
  .enum([
    'draft',
    'ready',
    'submitted',
    'registered',
    'under_review',
    'awaiting_amendment',
    'amendment_submitted',
    'approved',
    'rejected',
    'acquired',
    'deleted',
  ])
  .meta({ description: 'The state of a practice, as docs/states.md draws it', examples: ['under_review'] });
export type PracticeStatus = z.infer<typeof PracticeStatus>;

/** The applicant's pages of all her practices and of one on the portal, whose English pages begin with /en. */
export const practicesPath = '/area-personale/pratiche';
export const practicePath = (id: string): string => `${practicesPath}/${id}`;

export const statusLabels: Record<PracticeStatus, Text> = {
  draft: { it: 'BOZZA', en: 'DRAFT' },
  ready: { it: 'DA INVIARE', en: 'READY TO SEND' },
  submitted: { it: 'INVIATA', en: 'SENT' },
  registered: { it: 'PROTOCOLLATA', en: 'REGISTERED' },
  under_review: { it: 'PRESA IN CARICO', en: 'UNDER REVIEW' },
  awaiting_amendment: { it: 'IN ATTESA DI INTEGRAZIONI', en: 'AWAITING ADDITIONS' },
  amendment_submitted: { it: 'INTEGRAZIONI INVIATE', en: 'ADDITIONS SENT' },
  approved: { it: 'APPROVATA', en: 'APPROVED' },
  rejected: { it: 'RIFIUTATA', en: 'REJECTED' },
  acquired: { it: 'ACQUISITA', en: 'ACQUIRED' },
  deleted: { it: 'ELIMINATA', en: 'DELETED' },
};

/** The commands of the table of moves. The console's buttons and the portal's are the `moves` of an answer. */
export const Move = z
  .enum([
    'save',
    'complete',
    'reopen',
    'delete',
    'submit',
    'take',
    'request-amendment',
    'answer-amendment',
    'accept-amendment',
    'refuse-amendment',
    'approve',
    'reject',
  ])
  .meta({ description: 'A command that brings a practice from one state to the next', examples: ['take'] });
export type Move = z.infer<typeof Move>;

/** The values of a form by field key; its shape is the form's schema. */
export const Content = z.record(z.string().max(100), z.json()).meta({
  description: 'The values of the form by field key; which keys there are is said by the form',
  examples: [{ forWhom: 'myself', certificate: 'residence' }],
});

const number = z.string().meta({ description: 'Number of the practice, which people quote', examples: ['SERV06_UTENTI_2022.0000042'] });
const organizationName = z.string().meta({ description: 'What the body is called', examples: ['Regione Piemonte'] });
const officerName = z.string().meta({ description: 'Given and family name of the officer', examples: ['Elena Bianchi'] });
const officeName = z
  .string()
  .nullable()
  .meta({ description: 'The office of the officer in charge', examples: ['Ufficio Istruzione'] });
const fiscalCode = z.string().meta({ description: 'Fiscal code', examples: ['NREFRC80A41L219B'] });
const fileName = z.string().meta({ description: 'Name of the file', examples: ['delega.pdf'] });
const mediaType = z.string().meta({ description: 'Media type, as read from the bytes', examples: ['application/pdf'] });
const sizeBytes = z
  .number()
  .int()
  .meta({ description: 'Size in bytes', examples: [48_213] });
const position = z
  .number()
  .int()
  .meta({ description: 'Place in the order of arrival of this service, from 1, without gaps', examples: [42] });
const storageKey = z.string().meta({ description: 'Key in the storage of files', examples: ['practices/1/2'] });
const words = (description: string, example: string) =>
  Prose(5_000)
    .min(1)
    .meta({ description, examples: [example] });
const sentFiles = z.array(Id).max(10).describe('Attachments uploaded before, that go along');

const practiceId = Id.describe('The practice');
const amendmentId = Id.describe('The request of additions');

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

/** A PDF that we made: the copy of the request and the receipt. Null until its job is done. */
export const Document = z.object({
  id: Id.describe('The document'),
  kind: z.enum(['request', 'receipt']).describe('Copy of the request, or its receipt'),
  name: fileName,
  sizeBytes,
  sha256: Sha256,
  verificationCode: z.string().meta({ description: 'With it anybody can confirm the document', examples: ['7K2M-9QPX-4TRA'] }),
  issuedAt: Instant.describe('When it was made'),
});

/** One passage of the Iter (PRA-19): never edited. */
export const Passage = z.object({
  at: Instant.describe('When'),
  from: PracticeStatus.nullable().meta({ description: 'The state before; null for the first', examples: ['submitted'] }),
  to: PracticeStatus.describe('The state after'),
  move: z.string().meta({ description: 'The command', examples: ['take'] }),
  actor: Text.meta({
    description: 'Who moved it, as the reader may see it: a name for officers, the role for citizens',
    examples: [{ it: 'Operatore', en: 'Officer' }],
  }),
  reason: z
    .string()
    .nullable()
    .meta({ description: 'Why, where a reason is asked', examples: [null] }),
});

export const Amendment = z.object({
  id: amendmentId,
  status: z.enum(['open', 'answered', 'accepted', 'refused', 'closed', 'void']).meta({ description: 'Its state', examples: ['answered'] }),
  reason: z.string().meta({ description: 'What is missing', examples: ['Manca la delega firmata'] }),
  askedAt: Instant.describe('When it was asked'),
  askedAttachments: z.array(Attachment).describe('What the office sent with it'),
  answer: z
    .string()
    .nullable()
    .meta({ description: 'What the applicant wrote', examples: ['In allegato la delega firmata'] }),
  answeredAt: Instant.nullable().describe('When it was answered'),
  answerAttachments: z.array(Attachment).describe('What the applicant sent with the answer'),
  refusalReason: z
    .string()
    .nullable()
    .meta({ description: 'Why the answer was refused', examples: [null] }),
});

export const Message = z.object({
  id: Id.describe('The message'),
  kind: z.enum(['message', 'note']).describe('Notes are for officers only (PRA-41)'),
  from: z.enum(['applicant', 'office']).describe('Which side wrote it'),
  author: z.string().meta({ description: 'Who wrote it', examples: ['Federica Neri'] }),
  text: z.string().meta({ description: 'What was written', examples: ['Quando riceverò una risposta?'] }),
  attachments: z.array(Attachment).describe('What was sent with it'),
  sentAt: Instant.describe('When it was sent'),
});

/** Which key signed. */
const kid = z.string().meta({
  description: 'RFC 7638 thumbprint of the public key',
  examples: ['kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k'],
});

/** The arrival mark: the immediate technical receipt, which anyone can verify offline (Ed25519), see `docs/arrival-marks.md`. */
export const ArrivalMark = z.object({
  practiceId,
  number,
  submittedAt: Instant.describe('When it arrived'),
  position,
  contentSha256: Sha256.describe('Hash of what was sent'),
  kid: kid
    .nullable()
    .meta({ description: 'The public key that verifies it, as `/mark-keys` names it; null for one from before keys had names' }),
  signature: z.string().meta({
    description: 'Base64url of the Ed25519 signature over `practiceId|number|submittedAt|position|contentSha256`',
    examples: ['OpWU1AdjAvOGbmCdqHtk-TjrvnDJxceWn617hsng3Wl1jx2_sCiRFQOkFuaGxs4Mun_a99pnzCGCHVu9UREjAQ'],
  }),
});

/** What a list shows of a practice. */
export const PracticeRow = z.object({
  id: practiceId,
  number,
  procedureId: Id.describe('The service'),
  procedureTitle: Text.describe('What the service is called'),
  status: PracticeStatus,
  isImportant: z.boolean().describe('Whether the reader marked it'),
  createdAt: Instant.describe('When it was begun'),
  changedAt: Instant.describe('When its state changed last'),
  submittedAt: Instant.nullable().describe('When it was sent; null until then'),
  version: Version,
  moves: z.array(Move).describe('What the reader may do with it now'),
});

export const Practice = z.object({
  id: practiceId,
  number,
  procedureId: Id.describe('The service'),
  procedureTitle: Text.describe('What the service is called'),
  procedureSubtitle: Text.describe('What the service is for'),
  organizationId: Id.describe('The body'),
  organizationName,
  formId: Id.describe('The version of the form that it was begun with'),
  status: PracticeStatus,
  version: Version.describe('Grows with every change: send it back to be told when somebody changed it meanwhile'),
  isImportant: z.boolean().describe('Whether the reader marked it'),
  createdAt: Instant.describe('When it was begun'),
  changedAt: Instant.describe('When its state changed last'),
  submittedAt: Instant.nullable().describe('When it was sent; null until then'),
  opensAt: Instant.nullable().describe('When the service opens'),
  closesAt: Instant.nullable().describe('When the service closes'),
  sendReason: Text.nullable().meta({
    description: 'Why `submit` is not among the moves although the practice is ready',
    examples: [null],
  }),
  contentSha256: Sha256.nullable().describe('Hash of the content, once completed'),
  mark: ArrivalMark.nullable().describe('The arrival mark, once sent'),
  protocolNumber: z
    .string()
    .nullable()
    .meta({ description: 'Number in the protocol, once registered', examples: [null] }),
  applicant: z
    .object({
      name: z.string().meta({ description: 'Given and family name', examples: ['Federica Neri'] }),
      fiscalCode,
      method: SignInMethod,
      profile: z.string().meta({ description: 'As what she sent it', examples: ['Comune di Ascalea'] }),
    })
    .nullable()
    .describe('Who sent it; only officers see it (PRA-24)'),
  officer: z
    .object({ id: Id.describe('The officer'), name: officerName })
    .nullable()
    .describe('Who is in charge'),
  officeName,
  enabling: z
    .object({
      existingCredentialOn: CivilDate.meta({ description: 'For those who have a credential', examples: ['2026-01-12'] }),
      newCredentialOn: CivilDate.meta({ description: 'For those who get one', examples: ['2026-01-19'] }),
    })
    .nullable()
    .describe('Days from which the people listed become active (PRA-52), once sent; only for requests of enabling'),
  confirmationMail: z
    .string()
    .nullable()
    .meta({
      description: 'Address that receives confirmations, when the form asks for one (CAT-25)',
      examples: ['federica.neri@example.org'],
    }),
  outcome: z
    .object({
      message: z
        .string()
        .nullable()
        .meta({ description: 'What the office wrote', examples: ['La richiesta è stata accolta'] }),
      decidedAt: Instant.describe('When it was decided'),
      attachments: z.array(Attachment).describe('What the office sent with it'),
    })
    .nullable()
    .describe('How it ended'),
  iter: z.array(Passage).describe('Its passages, oldest first (PRA-19)'),
  attachments: z.array(Attachment).describe('The files of its form'),
  documents: z.array(Document).describe('The PDFs that were made of it'),
  amendments: z.array(Amendment).describe('The requests of additions, oldest first'),
  moves: z.array(Move).describe('What the reader may do with it now'),
  contacts: Text.nullable().describe('Where help is asked'),
  copyOfId: Id.nullable().optional().describe('The sent request of which this one is a corrected copy'),
});

export const Dropped = z
  .object({
    pointer: z.string().meta({ description: 'JSON pointer into what was sent', examples: ['/content/vatNumber'] }),
    reason: z
      .enum(['hidden', 'read-only', 'form', 'file'])
      .describe(
        '`hidden`: a condition of the form hides it (CAT-88); `read-only`: the field holds what is known of the person; `form`, `file`: the form in force does not take it, or files are not carried over, when a request is copied',
      ),
  })
  .describe('A value that was sent and is not kept');
export type Dropped = z.infer<typeof Dropped>;
const dropped = z.array(Dropped).meta({ description: 'What of the content was not kept', examples: [[]] });

export const UnusedFile = z
  .object({ id: Id.describe('The file'), name: fileName })
  .describe('A file that was uploaded, and that nothing names');
export type UnusedFile = z.infer<typeof UnusedFile>;
const filesNotUsed = z
  .array(UnusedFile)
  .meta({ description: 'Uploaded for the form and named by no answer: to be named or removed before completion', examples: [[]] });

/** What a command says that may take files along. */
const withFilesLeft = {
  unusedFiles: z.array(UnusedFile).meta({
    description: 'Uploaded for this purpose by the caller and not sent yet: nobody else sees them, and after a day they are removed',
    examples: [[]],
  }),
};
export const PracticeAfterSending = Practice.extend(withFilesLeft);
export const SentMessage = Message.extend(withFilesLeft);

export const practiceNotFound = problem(404, 'practice-not-found', 'Questa istanza non è tra le tue', 'This request is not among yours', {
  it: "L'istanza non esiste, è stata eliminata, oppure è di un altro profilo. Controlla il profilo attivo.",
  en: 'The request does not exist, was deleted, or belongs to another profile. Check the active profile.',
});
export const moveRefused = problem(409, 'move-refused', 'In questo stato non si può', 'Not possible in this state', {
  it: "L'istanza è passata a un altro stato. Ricarica la pagina per vedere che cosa puoi fare.",
  en: 'The request has moved to another state. Reload the page to see what you can do.',
});
export const alreadySent = problem(
  409,
  'already-sent',
  "Un'istanza inviata non si può modificare: in caso di errori va compilata di nuovo",
  'A sent request cannot be changed: in case of errors compile it again',
  {
    it: "Un'istanza inviata non si può modificare: in caso di errori va compilata di nuovo.",
    en: 'A sent request cannot be changed: in case of errors compile it again.',
  },
);
export const notInCharge = problem(403, 'not-in-charge', 'Prima prendi in carico la pratica', 'Take the practice in charge first', {
  it: "Può farlo solo l'operatore che ha in carico la pratica.",
  en: 'Only the officer in charge of the practice may do it.',
});
export const incomplete = problem(422, 'incomplete', 'Mancano dati o non sono coerenti', 'Data are missing or do not agree', {
  it: 'Torna al modulo: i campi da correggere sono elencati in alto, con il motivo.',
  en: 'Go back to the form: the fields to correct are listed at the top, with the reason.',
});
export const unusedFiles = problem(
  409,
  'unused-files',
  'Ci sono file caricati che nessuna risposta usa',
  'There are uploaded files that no answer uses',
  {
    it: "Ogni file caricato deve comparire in una risposta del modulo. L'elenco «errors» dice quali file sono rimasti fuori: usali o eliminali, poi completa di nuovo.",
    en: 'Every uploaded file must be named by an answer of the form. The list “errors” says which are left over: use or remove them, then complete again.',
  },
);
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
export const tooManyDrafts = problem(
  409,
  'too-many-drafts',
  'Hai già molte bozze di questo servizio: riprendine una o eliminane qualcuna',
  'You have many drafts of this service already: go on with one or throw some away',
  {
    it: 'Per ogni servizio si possono tenere poche bozze: riprendine una o elimina quelle che non servono.',
    en: 'Only a few drafts can be kept for each service: go on with one or delete those you do not need.',
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
export const documentUnknown = problem(404, 'document-unknown', 'Nessun documento con questo codice', 'No document with this code', {
  it: 'Il codice non esiste o è scaduto: controlla di averlo copiato bene.',
  en: 'The code does not exist or has expired: check that you copied it correctly.',
});

const byId = z.strictObject({ id: practiceId });
const byVersion = byId.extend({ version: SeenVersion });
const byVersionInQuery = byId.extend({ version: SeenVersionInQuery });

/** What the table of moves refuses to an applicant. */
const notNow = [practiceNotFound, moveRefused, alreadySent, procedureClosed, notEntitled] as const;
/** What may keep somebody from beginning. */
const notBegun = [procedureNotFound, procedureClosed, notEntitled, personNotFound] as const;

// The applicant

/**
 * The first save: the caller chooses the id, the number is given (PRA-01). Asked again it changes nothing; with another content it is
 * refused. Unknown keys and values of a wrong type are refused, what a condition hides is not kept and named (CAT-88).
 */
export const openPractice = rpc({
  subject: 'rpc.practices.open.v1',
  http: 'PUT /practices/{id}',
  permission: 'practices:compile',
  summary: 'Opens a draft for a service, with its number',
  input: z.strictObject({
    id: Id.describe('The practice, with an id that the caller chose'),
    procedureId: Id.describe('The service'),
    content: Content,
  }),
  output: Practice.extend({ dropped }),
  problems: [...notBegun, practiceNotFound, idReused, tooManyDrafts, tooLarge],
});

/** What the profile already knows, for a form not yet saved (CAT-07), and the draft there may be (CAT-72). */
export const prepareCompilation = rpc({
  subject: 'rpc.practices.prepare.v1',
  http: 'GET /procedures/{id}/compilation',
  permission: 'practices:compile',
  summary: 'Gives the form, its prefilled data and the drafts one already has',
  input: z.strictObject({ id: Id.describe('The service') }),
  output: z.object({
    formId: Id.describe('The version of the form to fill in'),
    content: Content.describe('What is known already, by field key'),
    drafts: z
      .array(z.object({ id: practiceId, number, changedAt: Instant.describe('When it was saved last'), status: PracticeStatus }))
      .describe('Drafts of this service that one already has'),
  }),
  problems: [...notBegun],
});

export const getContent = rpc({
  subject: 'rpc.practices.get-content.v1',
  http: 'GET /practices/{id}/content',
  permission: 'practices:read',
  summary: 'Reads the compiled form of a practice',
  input: byId,
  output: z.object({
    formId: Id.describe('The version of the form'),
    version: Version.describe('Send it back with the next save'),
    content: Content,
    savedAt: Instant.describe('When it was saved last'),
    unusedFiles: filesNotUsed,
  }),
  problems: [practiceNotFound],
});

/**
 * The content need not be complete. Unknown keys and values of a wrong type are refused, what a condition hides is not kept and named
 * (CAT-88), and so is every uploaded file that no answer names.
 */
export const saveDraft = rpc({
  subject: 'rpc.practices.save-draft.v1',
  http: 'PUT /practices/{id}/content',
  permission: 'practices:compile',
  summary: 'Saves a draft',
  input: z.strictObject({ id: practiceId, content: Content, version: SeenVersion }),
  output: z.object({
    version: Version.describe('Send it back with the next save'),
    savedAt: Instant.describe('When'),
    dropped,
    unusedFiles: filesNotUsed,
  }),
  problems: [...notNow, changedMeanwhile, tooLarge],
});

export const deletePractice = rpc({
  subject: 'rpc.practices.delete.v1',
  http: 'DELETE /practices/{id}',
  permission: 'practices:compile',
  summary: 'Throws a draft away: content and attachments are erased, the number is not used again',
  input: byVersionInQuery,
  output: z.object({}),
  problems: [...notNow, changedMeanwhile],
});

export const completePractice = rpc({
  subject: 'rpc.practices.complete.v1',
  http: 'PUT /practices/{id}/completion',
  permission: 'practices:compile',
  summary: 'Closes the compilation: everything is checked, content and hash are frozen (DA INVIARE)',
  input: byVersion,
  output: Practice,
  problems: [...notNow, changedMeanwhile, incomplete, unusedFiles],
});

/** What was sent is never changed: whoever made a mistake sends a corrected copy (CAT-73, PRA-12). Attachments are added anew. */
export const duplicatePractice = rpc({
  subject: 'rpc.practices.duplicate.v1',
  http: 'PUT /practices/{id}/copies/{copyId}',
  permission: 'practices:compile',
  summary: 'Opens a new draft with the answers of a sent request',
  input: z.strictObject({
    id: Id.describe('The sent request'),
    copyId: Id.describe('The copy, with an id that the caller chose'),
  }),
  output: Practice.extend({ dropped }),
  problems: [...notBegun, practiceNotFound, moveRefused, idReused, tooManyDrafts],
});

export const reopenDraft = rpc({
  subject: 'rpc.practices.reopen-draft.v1',
  http: 'DELETE /practices/{id}/completion',
  permission: 'practices:compile',
  summary: 'Brings a completed request back to draft',
  input: byVersionInQuery,
  output: Practice,
  problems: [...notNow, changedMeanwhile],
});

/** Answered only after the commit is on disk. Sending again answers the same mark. */
export const submitPractice = rpc({
  subject: 'rpc.practices.submit.v1',
  http: 'POST /practices/{id}/submission',
  permission: 'practices:submit',
  summary: 'Sends a ready request to the competent office',
  input: byVersion,
  output: ArrivalMark,
  problems: [...notNow, changedMeanwhile, incomplete, unusedFiles],
});

/** For associations that send for many on a click day: each is taken in on its own, and no one waits for another. */
export const submitPractices = rpc({
  subject: 'rpc.practices.submit-many.v1',
  http: 'POST /submissions',
  permission: 'practices:submit',
  summary: 'Sends up to two hundred ready requests',
  input: z.strictObject({ items: z.array(byVersion).min(1).max(200).describe('The practices, each as it was shown') }),
  output: z.object({
    items: z
      .array(
        z.object({
          practiceId,
          mark: ArrivalMark.nullable().describe('Its arrival mark, when it was taken in'),
          problem: z
            .object({
              type: z.string().meta({ description: 'Which problem', examples: ['incomplete'] }),
              status: z
                .number()
                .int()
                .meta({ description: 'Its HTTP status', examples: [422] }),
              title: z.string().meta({ description: 'What it says', examples: ['Mancano dati o non sono coerenti'] }),
              detail: z
                .string()
                .optional()
                .meta({ description: 'What it says of this one', examples: ['Stato attuale: BOZZA'] }),
            })
            .nullable()
            .meta({ description: 'Why it was not taken in (RFC 9457)', examples: [null] }),
        }),
      )
      .describe('One for each, in the order in which they were named'),
  }),
});

/** With it anyone can check a mark without asking us. Keys that no longer sign stay. */
export const getMarkKeys = rpc({
  subject: 'rpc.practices.get-mark-keys.v1',
  http: 'GET /mark-keys',
  permission: 'documents:verify',
  beforePolicy: true,
  summary: 'Gives the public keys by which arrival marks are verified',
  input: z.strictObject({}),
  output: z.object({
    items: z
      .array(
        z.object({
          kid,
          algorithm: z.literal('Ed25519').describe('Signature algorithm'),
          publicKey: z.string().meta({
            description: 'SubjectPublicKeyInfo, DER in base64',
            examples: ['MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='],
          }),
        }),
      )
      .describe('The key that signs first, then those that signed before or will sign next'),
  }),
});

export const listOwnPractices = rpc({
  subject: 'rpc.practices.list-own.v1',
  http: 'GET /practices',
  permission: 'practices:list-own',
  summary: "Lists one's own requests, by tab or search",
  input: z.strictObject({
    ...paging,
    tab: z.enum(['in-progress', 'important', 'sent', 'all']).default('all').describe('Which of them'),
    number: z
      .string()
      .overwrite(asPracticeNumber)
      .max(60)
      .optional()
      .meta({ description: 'Part of the number (PRA-15)', examples: ['0000042'] }),
    procedureId: Id.optional().describe('Only of this service'),
    status: PracticeStatus.optional().describe('Only in this state'),
    createdFrom: CivilDate.optional().meta({ description: 'Begun on this day or later', examples: ['2026-01-01'] }),
    createdTo: CivilDate.optional().meta({ description: 'Begun on this day or before', examples: ['2026-12-31'] }),
  }),
  output: listOf(PracticeRow),
});

export const getPractice = rpc({
  subject: 'rpc.practices.get.v1',
  http: 'GET /practices/{id}',
  permission: 'practices:read',
  summary: 'Reads a practice with its progress, attachments and documents',
  input: byId,
  output: Practice,
  problems: [practiceNotFound],
});

export const starPractice = rpc({
  subject: 'rpc.practices.star.v1',
  http: 'PUT /practices/{id}/star',
  permission: 'practices:star',
  summary: 'Marks a practice as important for the reader',
  input: byId,
  output: z.object({ isImportant: z.boolean().describe('Whether it is marked now') }),
  problems: [practiceNotFound],
});

export const unstarPractice = rpc({
  subject: 'rpc.practices.unstar.v1',
  http: 'DELETE /practices/{id}/star',
  permission: 'practices:star',
  summary: 'Takes the mark away',
  input: byId,
  output: z.object({ isImportant: z.boolean().describe('Whether it is marked now') }),
  problems: [practiceNotFound],
});

export const answerAmendment = rpc({
  subject: 'rpc.practices.answer-amendment.v1',
  http: 'PUT /practices/{id}/amendments/{amendmentId}/answer',
  permission: 'practices:answer',
  summary: 'Answers a request of additions',
  input: z.strictObject({
    id: practiceId,
    version: SeenVersion,
    amendmentId,
    text: words('The answer', 'In allegato la delega firmata'),
    attachmentIds: sentFiles,
  }),
  output: PracticeAfterSending,
  problems: [practiceNotFound, moveRefused, changedMeanwhile, attachmentNotFound],
});

// Files: bytes go through the gateway, never through the bus

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

/** Unknown and expired codes answer alike. */
export const confirmDocument = rpc({
  subject: 'rpc.practices.confirm-document.v1',
  http: 'GET /verifications/{code}',
  permission: 'documents:verify',
  beforePolicy: true,
  summary: 'Confirms that a document with this code was issued here',
  input: z.strictObject({
    code: z
      .string()
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

// Messages

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

// The officer

/** The nine columns of the queue (PRA-24), and what opens a row. */
export const QueueRow = z.object({
  id: practiceId,
  number,
  procedureId: Id.describe('The service'),
  procedureTitle: Text.describe('What the service is called'),
  method: SignInMethod,
  applicantName: z.string().meta({ description: 'Given and family name of the applicant', examples: ['Federica Neri'] }),
  applicantFiscalCode: fiscalCode,
  submittedAt: Instant.describe('When it was sent'),
  changedAt: Instant.describe('When its state changed last'),
  status: PracticeStatus,
  officerName: officerName.nullable().describe('Who is in charge'),
  officeName,
  priority: z.enum(['low', 'normal', 'high']).meta({ description: 'How urgent it is', examples: ['normal'] }),
  isImportant: z.boolean().describe('Whether the reader marked it'),
});

export const Period = z
  .enum(['today', 'yesterday', 'this-week', 'last-week', 'this-month', 'last-month', 'custom'])
  .describe('A span of days in Europe/Rome');
export type Period = z.infer<typeof Period>;

export const listQueue = rpc({
  subject: 'rpc.practices.list-queue.v1',
  http: 'GET /queue',
  permission: 'practices:queue',
  summary: 'Lists the presented practices that an officer may work',
  input: z.strictObject({
    ...paging,
    search: Line(100)
      .optional()
      .meta({ description: 'Name, fiscal code or number of the applicant (PRA-25)', examples: ['neri'] }),
    procedureId: Id.optional().describe('Only of this service'),
    status: PracticeStatus.optional().describe('Only in this state'),
    queue: z.enum(['my-office', 'mine', 'waiting']).optional().describe('Which queue'),
    period: Period.optional().describe('When the state changed last (PRA-29), in Europe/Rome'),
    from: CivilDate.optional().meta({ description: 'First day, with `custom` only', examples: ['2026-01-01'] }),
    to: CivilDate.optional().meta({ description: 'Last day, included, with `custom` only', examples: ['2026-01-31'] }),
  }),
  output: listOf(QueueRow),
});

const counted = z
  .number()
  .int()
  .meta({ examples: [7] });

/** What the filters of the queue offer: the officer's procedures and the states each can reach (PRA-26, 27). */
export const getQueueFilters = rpc({
  subject: 'rpc.practices.get-queue-filters.v1',
  http: 'GET /queue/filters',
  permission: 'practices:queue',
  summary: 'Gives the services of the officer, their states, and how many practices wait in each queue',
  input: z.strictObject({}),
  output: z.object({
    procedures: z
      .array(
        z.object({
          id: Id.describe('The service'),
          title: Text.describe('What it is called'),
          statuses: z.array(PracticeStatus).describe('The states that its practices can reach'),
        }),
      )
      .describe('The services that the officer may work'),
    counts: z
      .object({
        waiting: counted.describe('Without an officer in charge'),
        mine: counted.describe('In charge of the reader'),
        myOffice: counted.describe("In charge of the reader's office"),
      })
      .describe('How many practices wait in each queue; 1,000 stands for that many or more'),
  }),
});

export const takePractice = rpc({
  subject: 'rpc.practices.take.v1',
  http: 'PUT /practices/{id}/assignment',
  permission: 'practices:work',
  summary: 'Takes a practice in charge',
  input: byVersion,
  output: Practice,
  problems: [practiceNotFound, moveRefused, notInCharge, changedMeanwhile],
});

export const requestAmendment = rpc({
  subject: 'rpc.practices.request-amendment.v1',
  http: 'PUT /practices/{id}/amendments/{amendmentId}',
  permission: 'practices:work',
  summary: 'Asks the applicant for additions, with a reason',
  input: z.strictObject({
    id: practiceId,
    version: SeenVersion,
    amendmentId: Id.describe('The request of additions, with an id that the caller chose'),
    reason: words('What is missing', 'Manca la delega firmata'),
    attachmentIds: sentFiles,
  }),
  output: PracticeAfterSending,
  problems: [practiceNotFound, moveRefused, notInCharge, changedMeanwhile, idReused, attachmentNotFound],
});

export const acceptAmendment = rpc({
  subject: 'rpc.practices.accept-amendment.v1',
  http: 'PUT /practices/{id}/amendments/{amendmentId}/acceptance',
  permission: 'practices:work',
  summary: 'Accepts the additions received',
  input: z.strictObject({ id: practiceId, version: SeenVersion, amendmentId }),
  output: Practice,
  problems: [practiceNotFound, moveRefused, notInCharge, changedMeanwhile],
});

/** The request stays open to a new answer: the next amendment takes the refusal's reason. */
export const refuseAmendment = rpc({
  subject: 'rpc.practices.refuse-amendment.v1',
  http: 'PUT /practices/{id}/amendments/{amendmentId}/refusal',
  permission: 'practices:work',
  summary: 'Refuses the additions received, with a reason',
  input: z.strictObject({ id: practiceId, version: SeenVersion, amendmentId, reason: words('Why', 'La firma non è leggibile') }),
  output: Practice,
  problems: [practiceNotFound, moveRefused, notInCharge, changedMeanwhile],
});

export const decidePractice = rpc({
  subject: 'rpc.practices.decide.v1',
  http: 'PUT /practices/{id}/outcome',
  permission: 'practices:work',
  summary: 'Approves or rejects a practice, with a message and documents',
  input: z.strictObject({
    id: practiceId,
    version: SeenVersion,
    decision: z.enum(['approved', 'rejected']).describe('The outcome'),
    message: Prose(5_000)
      .nullable()
      .meta({ description: 'What to write to the applicant', examples: ['La richiesta è stata accolta'] }),
    attachmentIds: sentFiles,
  }),
  output: PracticeAfterSending,
  problems: [practiceNotFound, moveRefused, notInCharge, changedMeanwhile, attachmentNotFound],
});

/** For notices: where to write and what the practice is called. Asked by the notifications service at the time of sending. */
export const describePractice = rpc({
  subject: 'rpc.practices.describe.v1',
  permission: 'practices:describe',
  summary: 'Tells what a notice about a practice needs',
  input: byId,
  output: z.object({
    id: practiceId,
    number,
    procedureId: Id.describe('The service'),
    procedureTitle: Text.describe('What the service is called'),
    organizationId: Id.describe('The body'),
    organizationName,
    applicantId: Id.describe('Who sent it'),
    officerId: Id.nullable().describe('Who is in charge'),
    confirmationMail: Practice.shape.confirmationMail,
    submittedAt: Instant.nullable().describe('When it was sent'),
    status: PracticeStatus,
    documents: z.array(z.object({ kind: Document.shape.kind, key: storageKey, name: fileName })).describe('The PDFs that exist'),
  }),
  problems: [practiceNotFound],
});

/** For the identity service: officers are enabled to procedures of their own body. Unknown ids are left out. */
export const describeProcedures = rpc({
  subject: 'rpc.practices.describe-procedures.v1',
  permission: 'practices:describe',
  summary: 'Tells to which bodies procedures belong',
  input: z.strictObject({ ids: z.array(Id).max(500).describe('The services') }),
  output: z.object({
    items: z.array(z.object({ id: Id.describe('The service'), organizationId: Id.describe('Its body') })).describe('Those that exist'),
  }),
});

// Facts

const fact = z.object({
  practiceId,
  organizationId: Id.describe('The body'),
  procedureId: Id.describe('The service'),
  applicantId: Id.describe('Who sent it'),
  status: PracticeStatus,
  version: Version.describe("The practice's version after the fact: the higher is the newer"),
  at: Instant.describe('When it happened'),
});

const practiceFact = (name: string, summary: string) => event(`events.practices.${name}.v1`, summary, fact);

export const practiceSubmitted = practiceFact('submitted', 'A request was presented');
/** The PDFs exist: now the receipt mail may leave (PRA-10). */
export const receiptIssued = practiceFact('receipt-issued', 'The PDF copy and receipt of a request exist');
export const practiceAssigned = practiceFact('assigned', 'An officer took a practice in charge');
export const practiceReleased = practiceFact('released', 'Nobody is in charge of a practice any more: it is back in its queue');
export const amendmentRequested = practiceFact('amendment-requested', 'The office asked for additions');
export const amendmentSubmitted = practiceFact('amendment-submitted', 'The applicant answered a request of additions');
export const amendmentAccepted = practiceFact('amendment-accepted', 'The office accepted the additions');
export const amendmentRefused = practiceFact('amendment-refused', 'The office refused the additions');
export const practiceApproved = practiceFact('approved', 'A practice ended with a positive outcome');
export const practiceRejected = practiceFact('rejected', 'A practice ended with a negative outcome');
export const messageSent = event(
  'events.practices.message-sent.v1',
  'One side of a practice wrote to the other',
  fact.extend({ from: Message.shape.from }),
);
export const noteAdded = practiceFact('note-added', 'An officer added a private note');
