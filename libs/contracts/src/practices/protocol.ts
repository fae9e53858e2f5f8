import { z } from 'zod';
import { fileName, sizeBytes, words } from '../casework/fields.js';
import { CivilDate, event, Id, Instant, listOf, paging, problem, rpc, SeenVersion, Sha256, Text, Version } from '../contract.js';
import { changedMeanwhile } from '../problems.js';
import { Line } from '../typed.js';
import { practiceId, number as practiceNumber } from './fields.js';
import { settingNotOffered } from './procedures.js';

/** What of a practice is registered: each is one document, or some that go together (PRA-49). */
export const RegisteredKind = z
  .enum(['request', 'amendment-request', 'amendment-answer', 'outcome', 'withdrawal'])
  .meta({ description: 'Which document of a practice', examples: ['request'] });
export type RegisteredKind = z.infer<typeof RegisteredKind>;

/** The same, and the handing on of a practice that is not worked here (PRA-51). */
export const FilingKind = z.enum([...RegisteredKind.options, 'acquisition']).meta({
  description: 'What is handed over: a document for the register, or the practice for the office of destination',
  examples: ['request'],
});
export type FilingKind = z.infer<typeof FilingKind>;

export const Direction = z
  .enum(['incoming', 'outgoing'])
  .meta({ description: 'Whether the body received or sent it', examples: ['incoming'] });
export type Direction = z.infer<typeof Direction>;

/** Applicants send, the office answers. */
export const directionOf = (kind: RegisteredKind): Direction =>
  kind === 'amendment-request' || kind === 'outcome' ? 'outgoing' : 'incoming';

/** Where a body registers: in the register kept here, or in its own protocol system. */
export const RegisterKind = z
  .enum(['own', 'external'])
  .meta({ description: 'The register kept here, or the protocol system of the body', examples: ['own'] });
export type RegisterKind = z.infer<typeof RegisterKind>;

/** Why something was not handed over yet. */
export const FilingCause = z
  .enum(['unavailable', 'timeout', 'unauthorised', 'invalid-answer', 'in-progress', 'refused', 'not-configured', 'unexpected'])
  .meta({ description: 'What the last try ended with; `unexpected` is a fault of ours, and in the log', examples: ['unavailable'] });
export type FilingCause = z.infer<typeof FilingCause>;

const protocolNumber = z.string().meta({ description: 'Number in the register: seven digits in the one kept here', examples: ['0000042'] });
const protocolYear = z
  .number()
  .int()
  .meta({ description: 'Year of the register, in Europe/Rome', examples: [2026] });
const entryId = Id.describe('The entry');
const officerName = z.string().meta({ description: 'Given and family name', examples: ['Laura Galli'] });

/** How far a document of a practice has come, as both sides see it. */
export const Registration = z
  .object({
    kind: RegisteredKind,
    sourceId: Id.describe('The practice itself, or the request of additions that was asked or answered'),
    direction: Direction,
    number: protocolNumber.nullable().describe('Null while it waits to be registered'),
    year: protocolYear.nullable(),
    at: Instant.nullable().describe('When it was registered'),
    isAnnulled: z.boolean().describe('Whether the entry was annulled; the number stays taken'),
  })
  .describe('A document of the practice in the register');

const RegisteredDocument = z.object({ name: fileName, sizeBytes, sha256: Sha256 });

export const Annulment = z
  .object({
    at: Instant.describe('When'),
    byName: officerName,
    reason: z.string().meta({ description: 'Why', examples: ['Registrata due volte per errore'] }),
  })
  .describe('An entry that no longer stands; its number stays taken');

export const ProtocolEntry = z.object({
  id: entryId,
  register: RegisterKind,
  year: protocolYear,
  number: protocolNumber,
  direction: Direction,
  kind: RegisteredKind,
  practiceId,
  practiceNumber,
  procedureTitle: Text.describe('What the service is called'),
  correspondent: z.string().meta({ description: 'Who sent it, or received it', examples: ['Federica Neri'] }),
  registeredAt: Instant.describe('When it was registered'),
  documents: z.array(RegisteredDocument).describe('What was registered, each with its hash'),
  annulment: Annulment.nullable().describe('Null for what stands'),
});

export const protocolEntryNotFound = problem(404, 'protocol-entry-not-found', 'Questa registrazione non esiste', 'There is no such entry', {
  it: 'La registrazione non esiste, o è nel registro di un altro ente.',
  en: 'The entry does not exist, or is in the register of another body.',
});

export const notAnnullable = problem(409, 'not-annullable', 'Questa registrazione non si annulla qui', 'This entry is not annulled here', {
  it: "È già annullata con un altro motivo, oppure è nel sistema di protocollo dell'ente: l'annullamento si fa lì.",
  en: 'It is annulled already for another reason, or it is in the protocol system of the body: annul it there.',
});

export const filingNotFound = problem(404, 'filing-not-found', 'Qui non c’è nulla in attesa', 'Nothing waits here', {
  it: 'Il documento è già stato registrato, o è di un altro ente: ricarica la pagina.',
  en: 'The document was registered meanwhile, or belongs to another body: reload the page.',
});

export const listProtocolEntries = rpc({
  subject: 'rpc.practices.list-protocol-entries.v1',
  http: 'GET /protocol/entries',
  permission: 'protocol:read',
  summary: "Lists the entries of the body's register, the newest first",
  input: z.strictObject({
    ...paging,
    number: Line(40)
      .optional()
      .meta({ description: 'Number in the register, with or without the zeros before it', examples: ['42'] }),
    from: CivilDate.optional().meta({ description: 'Registered on this day or later, in Europe/Rome', examples: ['2026-01-01'] }),
    to: CivilDate.optional().meta({ description: 'Registered on this day or before', examples: ['2026-12-31'] }),
    kind: RegisteredKind.optional().describe('Only of this kind'),
    direction: Direction.optional().describe('Only in this direction'),
  }),
  output: listOf(ProtocolEntry),
});

/** The number stays taken and the entry stays readable, with the mark of its annulment (d.P.R. 445/2000, art. 54). */
export const annulProtocolEntry = rpc({
  subject: 'rpc.practices.annul-protocol-entry.v1',
  http: 'PUT /protocol/entries/{id}/annulment',
  permission: 'protocol:annul',
  summary: 'Annuls an entry of the register, with a reason',
  input: z.strictObject({ id: entryId, reason: words('Why', 'Registrata due volte per errore') }),
  output: ProtocolEntry,
  problems: [protocolEntryNotFound, notAnnullable],
});

export const DailyRegister = z.object({
  id: Id.describe('The document'),
  day: CivilDate.meta({ description: 'The day in Europe/Rome', examples: ['2026-03-02'] }),
  part: z
    .number()
    .int()
    .meta({ description: 'A day with many entries has several parts, from 1', examples: [1] }),
  firstNumber: protocolNumber.nullable().describe('Null on a day with annulments alone'),
  lastNumber: protocolNumber.nullable().describe('Null on a day with annulments alone'),
  entries: z
    .number()
    .int()
    .meta({ description: 'How many entries it lists', examples: [12] }),
  annulments: z
    .number()
    .int()
    .meta({ description: 'How many annulments of that day it lists', examples: [0] }),
  name: fileName,
  sizeBytes,
  sha256: Sha256,
  previousSha256: Sha256.nullable().describe('Of the daily register before it, which this one names too; null for the first'),
  madeAt: Instant.describe('When it was made'),
});

export const listDailyRegisters = rpc({
  subject: 'rpc.practices.list-daily-registers.v1',
  http: 'GET /protocol/days',
  permission: 'protocol:read',
  summary: 'Lists the daily registers of the body, the newest first',
  input: z.strictObject(paging),
  output: listOf(DailyRegister),
});

export const getDailyRegisterAddress = rpc({
  subject: 'rpc.practices.get-daily-register-address.v1',
  http: 'GET /protocol/days/{id}/address',
  permission: 'protocol:read',
  summary: 'Gives an address from which a daily register can be downloaded for a few minutes',
  input: z.strictObject({ id: Id.describe('The daily register') }),
  output: z.object({
    url: z.string().meta({ description: 'Where it can be downloaded', examples: ['/files/eyJrIjoicHJhY3RpY2VzLzEvMiJ9.c2lnbmF0dXJl'] }),
    expiresAt: Instant.describe('Until when'),
  }),
  problems: [protocolEntryNotFound],
});

export const WaitingFiling = z.object({
  id: Id.describe('What waits; the key under which it is handed over, however often'),
  kind: FilingKind,
  state: z.enum(['waiting', 'failed']).meta({
    description: '`failed` was refused by the system that should take it, and waits for a person; the others are tried again by themselves',
    examples: ['waiting'],
  }),
  practiceId,
  practiceNumber,
  procedureTitle: Text.describe('What the service is called'),
  filedAt: Instant.describe('Since when it waits'),
  attempts: z
    .number()
    .int()
    .meta({ description: 'How often it was tried', examples: [3] }),
  cause: FilingCause.nullable().describe('Null before the first try'),
  detail: z
    .string()
    .nullable()
    .meta({ description: 'What the system said', examples: ['Classificazione mancante'] }),
  triedAt: Instant.nullable().describe('When it was tried last'),
});

export const listWaitingFilings = rpc({
  subject: 'rpc.practices.list-waiting-filings.v1',
  http: 'GET /protocol/waiting',
  permission: 'protocol:read',
  summary: 'Lists what waits to be registered or handed on, the oldest first, with the cause',
  input: z.strictObject(paging),
  output: listOf(WaitingFiling).extend({
    total: z
      .number()
      .int()
      .meta({ description: 'How many wait in all; 1,000 stands for that many or more', examples: [3] }),
    nextTryAt: Instant.nullable().describe('When the next try is due; null when nothing has failed'),
  }),
});

/** Everything before it in its line is tried with it, since documents are registered in order. */
export const retryFiling = rpc({
  subject: 'rpc.practices.retry-filing.v1',
  http: 'PUT /protocol/waiting/{id}/retry',
  permission: 'protocol:retry',
  summary: 'Tries at once to hand over what waits',
  input: z.strictObject({ id: Id.describe('What waits') }),
  output: z.object({}),
  problems: [filingNotFound],
});

export const ProtocolSettings = z.object({
  register: RegisterKind,
  canBeExternal: z.boolean().describe('Whether the address of a protocol system is configured for the body'),
  version: Version,
});

export const getProtocolSettings = rpc({
  subject: 'rpc.practices.get-protocol-settings.v1',
  http: 'GET /protocol/settings',
  permission: 'protocol:read',
  summary: 'Tells where the body registers',
  input: z.strictObject({}),
  output: ProtocolSettings,
});

/** Address and secret of the body's system stand in the environment of the installation, never in a row. */
export const putProtocolSettings = rpc({
  subject: 'rpc.practices.put-protocol-settings.v1',
  http: 'PUT /protocol/settings',
  permission: 'protocol:set',
  summary: 'Chooses where the body registers from now on',
  input: z.strictObject({ register: RegisterKind, version: SeenVersion }),
  output: ProtocolSettings,
  problems: [changedMeanwhile, settingNotOffered],
});

/** Told whole when an entry is made and again when it is annulled: whoever keeps a copy of the register is told all of it when it asks. */
export const protocolEntryMade = event(
  'events.practices.protocol-entry.v1',
  'A document stands in the register of a body; told again when its entry is annulled',
  z.object({
    entryId,
    organizationId: Id.describe('The body'),
    register: RegisterKind,
    year: protocolYear,
    number: protocolNumber,
    direction: Direction,
    kind: RegisteredKind,
    practiceId,
    registeredAt: Instant.describe('When it was registered'),
    documents: z.array(Sha256).describe('Hashes of what was registered'),
    annulledAt: Instant.nullable().describe('When it was annulled; null for what stands'),
    version: Version.describe('1 for an entry that stands, 2 once it is annulled'),
  }),
  { key: 'entryId' },
);
