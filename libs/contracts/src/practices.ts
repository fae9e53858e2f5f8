import { z } from 'zod';
import { CivilDate, event, Instant, listOf, paging, problem, rpc, Sha256, Text } from './contract.js';
import { SignInMethod } from './identity.js';

/** In the order of `docs/states`; labels are binding and the same for citizen and officer. */
export const PracticeStatus = z.enum([
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
]);
export type PracticeStatus = z.infer<typeof PracticeStatus>;

/** The applicant's page of a practice on the portal, whose English pages begin with /en. */
export const practicePath = (id: string): string => `/area-personale/pratiche/${id}`;

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
export const Move = z.enum([
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
]);
export type Move = z.infer<typeof Move>;

/** The values of a form by field key; its shape is the form's schema. */
export const Content = z.record(z.string().max(100), z.json());

export const Attachment = z.object({
  id: z.uuid(),
  /** What it belongs to: a field of the form (`fieldKey`), a message, an amendment, an outcome. */
  purpose: z.enum(['form', 'message', 'amendment', 'outcome']),
  fieldKey: z.string().nullable(),
  name: z.string(),
  type: z.string(),
  sizeBytes: z.number().int(),
  sha256: Sha256,
  addedAt: Instant,
});

/** A PDF that we made: the copy of the request and the receipt. Null until its job is done. */
export const Document = z.object({
  id: z.uuid(),
  kind: z.enum(['request', 'receipt']),
  name: z.string(),
  sizeBytes: z.number().int(),
  sha256: Sha256,
  verificationCode: z.string(),
  issuedAt: Instant,
});

/** One passage of the Iter (PRA-19): never edited. */
export const Passage = z.object({
  at: Instant,
  from: PracticeStatus.nullable(),
  to: PracticeStatus,
  move: z.string(),
  /** Who moved it, as the reader may see it: a name for officers, the role for citizens. */
  actor: Text,
  reason: z.string().nullable(),
});

export const Amendment = z.object({
  id: z.uuid(),
  status: z.enum(['open', 'answered', 'accepted', 'refused', 'closed', 'void']),
  reason: z.string(),
  askedAt: Instant,
  askedAttachments: z.array(Attachment),
  answer: z.string().nullable(),
  answeredAt: Instant.nullable(),
  answerAttachments: z.array(Attachment),
  refusalReason: z.string().nullable(),
});

export const Message = z.object({
  id: z.uuid(),
  /** Notes are for officers only (PRA-41). */
  kind: z.enum(['message', 'note']),
  from: z.enum(['applicant', 'office']),
  author: z.string(),
  text: z.string(),
  attachments: z.array(Attachment),
  sentAt: Instant,
});

/** The arrival mark: the immediate technical receipt, which anyone can verify offline (Ed25519). */
export const ArrivalMark = z.object({
  practiceId: z.uuid(),
  number: z.string(),
  submittedAt: Instant,
  /** Place in the order of arrival of this procedure, from 1, without gaps. */
  position: z.number().int(),
  contentSha256: Sha256,
  /** Base64url of the Ed25519 signature over `practiceId|number|submittedAt|position|contentSha256`. */
  signature: z.string(),
});

/** What a list shows of a practice. */
export const PracticeRow = z.object({
  id: z.uuid(),
  number: z.string(),
  procedureId: z.uuid(),
  procedureTitle: Text,
  status: PracticeStatus,
  isImportant: z.boolean(),
  createdAt: Instant,
  changedAt: Instant,
  submittedAt: Instant.nullable(),
  moves: z.array(Move),
});

export const Practice = z.object({
  id: z.uuid(),
  number: z.string(),
  procedureId: z.uuid(),
  procedureTitle: Text,
  procedureSubtitle: Text,
  organizationId: z.uuid(),
  organizationName: z.string(),
  formId: z.uuid(),
  status: PracticeStatus,
  /** Grows with every change: send it back to be told when somebody changed it meanwhile. */
  version: z.number().int(),
  isImportant: z.boolean(),
  createdAt: Instant,
  changedAt: Instant,
  submittedAt: Instant.nullable(),
  opensAt: Instant.nullable(),
  closesAt: Instant.nullable(),
  /** Why `submit` is not among the moves although the practice is ready. */
  sendReason: Text.nullable(),
  contentSha256: Sha256.nullable(),
  mark: ArrivalMark.nullable(),
  protocolNumber: z.string().nullable(),
  /** Only officers see it (PRA-24). */
  applicant: z.object({ name: z.string(), fiscalCode: z.string(), method: SignInMethod, profile: z.string() }).nullable(),
  officer: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  officeName: z.string().nullable(),
  /** Days from which the people listed become active (PRA-52), once sent; only for requests of enabling. */
  enabling: z.object({ existingCredentialOn: CivilDate, newCredentialOn: CivilDate }).nullable(),
  /** Address that receives confirmations, when the form asks for one (CAT-25). */
  confirmationMail: z.string().nullable(),
  outcome: z.object({ message: z.string().nullable(), decidedAt: Instant, attachments: z.array(Attachment) }).nullable(),
  iter: z.array(Passage),
  attachments: z.array(Attachment),
  documents: z.array(Document),
  amendments: z.array(Amendment),
  moves: z.array(Move),
  contacts: Text.nullable(),
  /** The sent request of which this one is a corrected copy. */
  copyOfId: z.uuid().nullable().optional(),
});

export const practiceNotFound = problem(404, 'practice-not-found', 'Questa istanza non è tra le tue', 'This request is not among yours');
export const moveRefused = problem(409, 'move-refused', 'In questo stato non si può', 'Not possible in this state');
export const alreadySent = problem(
  409,
  'already-sent',
  "Un'istanza inviata non si può modificare: in caso di errori va compilata di nuovo",
  'A sent request cannot be changed: in case of errors compile it again',
);
export const notInCharge = problem(403, 'not-in-charge', 'Prima prendi in carico la pratica', 'Take the practice in charge first');
export const incomplete = problem(422, 'incomplete', 'Mancano dati o non sono coerenti', 'Data are missing or do not agree');
export const attachmentNotFound = problem(404, 'attachment-not-found', 'Questo allegato non esiste', 'There is no such attachment');
export const attachmentStored = problem(
  409,
  'attachment-stored',
  'Questo allegato è già stato caricato',
  'This attachment is there already',
);
export const tooManyDrafts = problem(
  409,
  'too-many-drafts',
  'Hai già molte bozze di questo servizio: riprendine una o eliminane qualcuna',
  'You have many drafts of this service already: go on with one or throw some away',
);
export const tooManyAttachments = problem(
  409,
  'too-many-attachments',
  'Hai raggiunto il numero massimo di allegati',
  'No more attachments can be added',
);
export const documentUnknown = problem(404, 'document-unknown', 'Nessun documento con questo codice', 'No document with this code');

const byId = z.strictObject({ id: z.uuid() });

// The applicant

/** The first save: the caller chooses the id, the number is given (PRA-01). Asked again it changes nothing. */
export const openPractice = rpc({
  subject: 'rpc.practices.open.v1',
  http: 'PUT /practices/{id}',
  permission: 'practices:compile',
  summary: 'Opens a draft for a service, with its number',
  input: z.strictObject({ id: z.uuid(), procedureId: z.uuid(), content: Content }),
  output: Practice,
});

/** What the profile already knows, for a form not yet saved (CAT-07), and the draft there may be (CAT-72). */
export const prepareCompilation = rpc({
  subject: 'rpc.practices.prepare.v1',
  http: 'GET /procedures/{id}/compilation',
  permission: 'practices:compile',
  summary: 'Gives the form, its prefilled data and the drafts one already has',
  input: byId,
  output: z.object({
    formId: z.uuid(),
    content: Content,
    drafts: z.array(z.object({ id: z.uuid(), number: z.string(), changedAt: Instant, status: PracticeStatus })),
  }),
});

export const getContent = rpc({
  subject: 'rpc.practices.get-content.v1',
  http: 'GET /practices/{id}/content',
  permission: 'practices:read',
  summary: 'Reads the compiled form of a practice',
  input: byId,
  output: z.object({ formId: z.uuid(), version: z.number().int(), content: Content, savedAt: Instant }),
});

/** The content need not be complete; values of hidden or unknown fields are dropped (CAT-88). */
export const saveDraft = rpc({
  subject: 'rpc.practices.save-draft.v1',
  http: 'PUT /practices/{id}/content',
  permission: 'practices:compile',
  summary: 'Saves a draft',
  input: z.strictObject({ id: z.uuid(), content: Content, version: z.number().int() }),
  output: z.object({ version: z.number().int(), savedAt: Instant }),
});

export const deletePractice = rpc({
  subject: 'rpc.practices.delete.v1',
  http: 'DELETE /practices/{id}',
  permission: 'practices:compile',
  summary: 'Throws a draft away: content and attachments are erased, the number is not used again',
  input: byId,
  output: z.object({}),
});

export const completePractice = rpc({
  subject: 'rpc.practices.complete.v1',
  http: 'PUT /practices/{id}/completion',
  permission: 'practices:compile',
  summary: 'Closes the compilation: everything is checked, content and hash are frozen (DA INVIARE)',
  input: byId,
  output: Practice,
});

/** What was sent is never changed: whoever made a mistake sends a corrected copy (CAT-73, PRA-12). Attachments are added anew. */
export const duplicatePractice = rpc({
  subject: 'rpc.practices.duplicate.v1',
  http: 'PUT /practices/{id}/copies/{copyId}',
  permission: 'practices:compile',
  summary: 'Opens a new draft with the answers of a sent request',
  input: z.strictObject({ id: z.uuid(), copyId: z.uuid() }),
  output: Practice,
});

export const reopenDraft = rpc({
  subject: 'rpc.practices.reopen-draft.v1',
  http: 'DELETE /practices/{id}/completion',
  permission: 'practices:compile',
  summary: 'Brings a completed request back to draft',
  input: byId,
  output: Practice,
});

/** Answered only after the commit is on disk. Sending again answers the same mark. */
export const submitPractice = rpc({
  subject: 'rpc.practices.submit.v1',
  http: 'POST /practices/{id}/submission',
  permission: 'practices:submit',
  summary: 'Sends a ready request to the competent office',
  input: byId,
  output: ArrivalMark,
});

/** For associations that send for many on a click day: each is taken in on its own, and no one waits for another. */
export const submitPractices = rpc({
  subject: 'rpc.practices.submit-many.v1',
  http: 'POST /submissions',
  permission: 'practices:submit',
  summary: 'Sends up to two hundred ready requests',
  input: z.strictObject({ ids: z.array(z.uuid()).min(1).max(200) }),
  output: z.object({
    items: z.array(
      z.object({
        practiceId: z.uuid(),
        mark: ArrivalMark.nullable(),
        /** Why this one was not taken in (RFC 9457). */
        problem: z.object({ type: z.string(), status: z.number().int(), title: z.string(), detail: z.string().optional() }).nullable(),
      }),
    ),
  }),
});

/** With it anyone can check a mark without asking us. Old keys are never taken away: a mark names none, so each may be tried. */
export const getMarkKeys = rpc({
  subject: 'rpc.practices.get-mark-keys.v1',
  http: 'GET /mark-keys',
  permission: 'documents:verify',
  beforePolicy: true,
  summary: 'Gives the public keys by which arrival marks are verified',
  input: z.strictObject({}),
  output: z.object({
    items: z.array(z.object({ algorithm: z.literal('Ed25519'), /** SubjectPublicKeyInfo, DER in base64. */ publicKey: z.string() })),
  }),
});

export const listOwnPractices = rpc({
  subject: 'rpc.practices.list-own.v1',
  http: 'GET /practices',
  permission: 'practices:list-own',
  summary: "Lists one's own requests, by tab or search",
  input: z.strictObject({
    ...paging,
    tab: z.enum(['in-progress', 'important', 'sent', 'all']).default('all'),
    /** Part of the number (PRA-15). */
    number: z.string().trim().max(60).optional(),
    procedureId: z.uuid().optional(),
    status: PracticeStatus.optional(),
    createdFrom: CivilDate.optional(),
    createdTo: CivilDate.optional(),
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
});

export const starPractice = rpc({
  subject: 'rpc.practices.star.v1',
  http: 'PUT /practices/{id}/star',
  permission: 'practices:star',
  summary: 'Marks a practice as important for the reader',
  input: byId,
  output: z.object({ isImportant: z.boolean() }),
});

export const unstarPractice = rpc({
  subject: 'rpc.practices.unstar.v1',
  http: 'DELETE /practices/{id}/star',
  permission: 'practices:star',
  summary: 'Takes the mark away',
  input: byId,
  output: z.object({ isImportant: z.boolean() }),
});

export const answerAmendment = rpc({
  subject: 'rpc.practices.answer-amendment.v1',
  http: 'PUT /practices/{id}/amendments/{amendmentId}/answer',
  permission: 'practices:answer',
  summary: 'Answers a request of additions',
  input: z.strictObject({
    id: z.uuid(),
    amendmentId: z.uuid(),
    text: z.string().trim().min(1).max(5_000),
    attachmentIds: z.array(z.uuid()).max(10),
  }),
  output: Practice,
});

// Files: bytes go through the gateway, never through the bus

/** The gateway asks before it takes bytes: what is allowed, and under which key they are to be stored. */
export const prepareUpload = rpc({
  subject: 'rpc.practices.prepare-upload.v1',
  permission: 'attachments:write',
  summary: 'Tells what an attachment may be',
  input: z.strictObject({
    id: z.uuid(),
    attachmentId: z.uuid(),
    purpose: Attachment.shape.purpose,
    fieldKey: z.string().max(100).nullable(),
  }),
  output: z.object({ key: z.string(), maxBytes: z.number().int(), allowedTypes: z.array(z.string()) }),
});

/** After the bytes are stored and inspected. */
export const confirmUpload = rpc({
  subject: 'rpc.practices.confirm-upload.v1',
  permission: 'attachments:write',
  summary: 'Notes a stored attachment',
  input: z.strictObject({
    id: z.uuid(),
    attachmentId: z.uuid(),
    purpose: Attachment.shape.purpose,
    fieldKey: z.string().max(100).nullable(),
    name: z.string().min(1).max(200),
    type: z.string().max(100),
    sizeBytes: z.number().int().min(1),
    sha256: Sha256,
  }),
  output: Attachment,
});

export const removeAttachment = rpc({
  subject: 'rpc.practices.remove-attachment.v1',
  http: 'DELETE /practices/{id}/attachments/{attachmentId}',
  permission: 'attachments:write',
  summary: 'Removes an attachment that has not been sent yet',
  input: z.strictObject({ id: z.uuid(), attachmentId: z.uuid() }),
  output: z.object({}),
});

/** A short-lived signed address of an attachment or of a document of the practice. */
export const getFileAddress = rpc({
  subject: 'rpc.practices.get-file-address.v1',
  http: 'GET /practices/{id}/files/{fileId}/address',
  permission: 'practices:read',
  summary: 'Gives an address from which a file can be downloaded for a few minutes',
  input: z.strictObject({ id: z.uuid(), fileId: z.uuid() }),
  output: z.object({ url: z.string(), expiresAt: Instant }),
});

/** Unknown and expired codes answer alike. */
export const confirmDocument = rpc({
  subject: 'rpc.practices.confirm-document.v1',
  http: 'GET /verifications/{code}',
  permission: 'documents:verify',
  beforePolicy: true,
  summary: 'Confirms that a document with this code was issued here',
  input: z.strictObject({ code: z.string().max(40) }),
  output: z.object({
    kind: Document.shape.kind,
    organizationName: z.string(),
    procedureTitle: Text,
    number: z.string(),
    issuedAt: Instant,
    submittedAt: Instant.nullable(),
    sha256: Sha256,
    contentSha256: Sha256.nullable(),
  }),
});

// Messages

export const listMessages = rpc({
  subject: 'rpc.practices.list-messages.v1',
  http: 'GET /practices/{id}/messages',
  permission: 'practices:write-to',
  summary: 'Lists the messages of a practice, oldest first; notes only to officers',
  input: z.strictObject({ id: z.uuid(), ...paging }),
  output: listOf(Message),
});

export const sendMessage = rpc({
  subject: 'rpc.practices.send-message.v1',
  http: 'PUT /practices/{id}/messages/{messageId}',
  permission: 'practices:write-to',
  summary: 'Writes to the other side of a practice',
  input: z.strictObject({
    id: z.uuid(),
    messageId: z.uuid(),
    text: z.string().trim().min(1).max(5_000),
    attachmentIds: z.array(z.uuid()).max(10),
  }),
  output: Message,
});

export const addNote = rpc({
  subject: 'rpc.practices.add-note.v1',
  http: 'PUT /practices/{id}/notes/{noteId}',
  permission: 'practices:work',
  summary: 'Adds a private note, never shown to the citizen',
  input: z.strictObject({ id: z.uuid(), noteId: z.uuid(), text: z.string().trim().min(1).max(5_000) }),
  output: Message,
});

// The officer

/** The nine columns of the queue (PRA-24), and what opens a row. */
export const QueueRow = z.object({
  id: z.uuid(),
  number: z.string(),
  procedureId: z.uuid(),
  procedureTitle: Text,
  method: SignInMethod,
  applicantName: z.string(),
  applicantFiscalCode: z.string(),
  submittedAt: Instant,
  changedAt: Instant,
  status: PracticeStatus,
  officerName: z.string().nullable(),
  officeName: z.string().nullable(),
  priority: z.enum(['low', 'normal', 'high']),
  isImportant: z.boolean(),
});

export const Period = z.enum(['today', 'yesterday', 'this-week', 'last-week', 'this-month', 'last-month', 'custom']);
export type Period = z.infer<typeof Period>;

export const listQueue = rpc({
  subject: 'rpc.practices.list-queue.v1',
  http: 'GET /queue',
  permission: 'practices:queue',
  summary: 'Lists the presented practices that an officer may work',
  input: z.strictObject({
    ...paging,
    /** Name, fiscal code or number of the applicant (PRA-25). */
    search: z.string().trim().max(100).optional(),
    procedureId: z.uuid().optional(),
    status: PracticeStatus.optional(),
    queue: z.enum(['my-office', 'mine', 'waiting']).optional(),
    /** Of the last change of state (PRA-29), in Europe/Rome; `from` and `to` (included) only with `custom`. */
    period: Period.optional(),
    from: CivilDate.optional(),
    to: CivilDate.optional(),
  }),
  output: listOf(QueueRow),
});

/** What the filters of the queue offer: the officer's procedures and the states each can reach (PRA-26, 27). */
export const getQueueFilters = rpc({
  subject: 'rpc.practices.get-queue-filters.v1',
  http: 'GET /queue/filters',
  permission: 'practices:queue',
  summary: 'Gives the services of the officer, their states, and how many practices wait in each queue',
  input: z.strictObject({}),
  output: z.object({
    procedures: z.array(z.object({ id: z.uuid(), title: Text, statuses: z.array(PracticeStatus) })),
    /** Up to 1,000 are counted: 1,000 stands for that many or more. */
    counts: z.object({ waiting: z.number().int(), mine: z.number().int(), myOffice: z.number().int() }),
  }),
});

export const takePractice = rpc({
  subject: 'rpc.practices.take.v1',
  http: 'PUT /practices/{id}/assignment',
  permission: 'practices:work',
  summary: 'Takes a practice in charge',
  input: byId,
  output: Practice,
});

export const requestAmendment = rpc({
  subject: 'rpc.practices.request-amendment.v1',
  http: 'PUT /practices/{id}/amendments/{amendmentId}',
  permission: 'practices:work',
  summary: 'Asks the applicant for additions, with a reason',
  input: z.strictObject({
    id: z.uuid(),
    amendmentId: z.uuid(),
    reason: z.string().trim().min(1).max(5_000),
    attachmentIds: z.array(z.uuid()).max(10),
  }),
  output: Practice,
});

export const acceptAmendment = rpc({
  subject: 'rpc.practices.accept-amendment.v1',
  http: 'PUT /practices/{id}/amendments/{amendmentId}/acceptance',
  permission: 'practices:work',
  summary: 'Accepts the additions received',
  input: z.strictObject({ id: z.uuid(), amendmentId: z.uuid() }),
  output: Practice,
});

/** The request stays open to a new answer: the next amendment takes the refusal's reason. */
export const refuseAmendment = rpc({
  subject: 'rpc.practices.refuse-amendment.v1',
  http: 'PUT /practices/{id}/amendments/{amendmentId}/refusal',
  permission: 'practices:work',
  summary: 'Refuses the additions received, with a reason',
  input: z.strictObject({ id: z.uuid(), amendmentId: z.uuid(), reason: z.string().trim().min(1).max(5_000) }),
  output: Practice,
});

export const decidePractice = rpc({
  subject: 'rpc.practices.decide.v1',
  http: 'PUT /practices/{id}/outcome',
  permission: 'practices:work',
  summary: 'Approves or rejects a practice, with a message and documents',
  input: z.strictObject({
    id: z.uuid(),
    decision: z.enum(['approved', 'rejected']),
    message: z.string().trim().max(5_000).nullable(),
    attachmentIds: z.array(z.uuid()).max(10),
  }),
  output: Practice,
});

/** For notices: where to write and what the practice is called. Asked by the notifications service at the time of sending. */
export const describePractice = rpc({
  subject: 'rpc.practices.describe.v1',
  permission: 'practices:describe',
  summary: 'Tells what a notice about a practice needs',
  input: byId,
  output: z.object({
    id: z.uuid(),
    number: z.string(),
    procedureId: z.uuid(),
    procedureTitle: Text,
    organizationId: z.uuid(),
    organizationName: z.string(),
    applicantId: z.uuid(),
    officerId: z.uuid().nullable(),
    confirmationMail: z.string().nullable(),
    submittedAt: Instant.nullable(),
    status: PracticeStatus,
    /** Storage keys of the PDFs that exist. */
    documents: z.array(z.object({ kind: Document.shape.kind, key: z.string(), name: z.string() })),
  }),
});

// Facts

const fact = z.object({
  practiceId: z.uuid(),
  organizationId: z.uuid(),
  procedureId: z.uuid(),
  applicantId: z.uuid(),
  status: PracticeStatus,
  /** The practice's version after the fact: the higher is the newer. */
  version: z.number().int(),
  at: Instant,
});

const practiceFact = (name: string, summary: string) => event(`events.practices.${name}.v1`, summary, fact);

export const practiceSubmitted = practiceFact('submitted', 'A request was presented');
/** The PDFs exist: now the receipt mail may leave (PRA-10). */
export const receiptIssued = practiceFact('receipt-issued', 'The PDF copy and receipt of a request exist');
export const practiceAssigned = practiceFact('assigned', 'An officer took a practice in charge');
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
