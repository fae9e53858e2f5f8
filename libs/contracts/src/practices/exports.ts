import { z } from 'zod';
import { fileName, sizeBytes } from '../casework/fields.js';
import { Id, Instant, listOf, paging, problem, rpc, Text } from '../contract.js';
import { ExportFormat } from '../exports.js';
import { idReused } from '../problems.js';
import { listQueue } from './queue.js';

/** What the queue is narrowed by, for whatever is done with all that it finds. */
export const QueueFilters = listQueue.input.omit({ limit: true, after: true }).describe('The filters of the queue');
export type QueueFilters = z.infer<typeof QueueFilters>;

/** Practices that an officer can tick for one export. */
export const MOST_CHOSEN = 200;
/** Practices that one archive holds. */
export const MOST_IN_ARCHIVE = 1_000;

/** What is exported: all that the queue finds, or those that were chosen among it. */
export const ExportFilters = QueueFilters.extend({
  practiceIds: z.array(Id).min(1).max(MOST_CHOSEN).optional().describe('Only these practices, of what the filters find'),
}).describe('The filters of the queue, and the practices that were chosen among what they find');
export type ExportFilters = z.infer<typeof ExportFilters>;

/** A table, or for each practice a folder with its form, attachments, history, receipts and outcome (BKO-24). */
export const PracticeExportFormat = z
  .enum([...ExportFormat.options, 'zip'])
  .meta({ description: 'The kind of file: a table, or `zip` for an archive with the documents of each practice', examples: ['zip'] });
export type PracticeExportFormat = z.infer<typeof PracticeExportFormat>;

const columnKey = z
  .string()
  .max(100)
  .regex(/^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*){0,2}$/)
  .meta({ description: 'A column by its key, as `GET /exports/columns` gives them', examples: ['form.users.familyName'] });

/** A column that an export of practices may have. */
export const ExportColumn = z.object({
  key: columnKey,
  label: Text.describe('What it is called'),
  group: Text.nullable().describe(
    'Where its field stands in the form: page, section or repeated block; null for what every practice has, and for an archive, which has no columns',
  ),
  isRepeated: z.boolean().describe('Whether its field is repeated: a spreadsheet then has a column for each item'),
  isTextual: z.boolean().describe('False for choices, ticks, files: a spreadsheet shows their labels, and the API their codes'),
});
export type ExportColumn = z.infer<typeof ExportColumn>;

export const getExportColumns = rpc({
  subject: 'rpc.practices.get-export-columns.v1',
  http: 'GET /exports/columns',
  permission: 'practices:export',
  summary: 'Gives the columns that an export of practices may have; those of the form where one service is named',
  input: z.strictObject({ procedureId: Id.optional().describe('The service') }),
  output: z.object({ columns: z.array(ExportColumn).describe('In the order in which they come out') }),
});

export const ExportState = z.enum(['asked', 'running', 'ready', 'failed']).meta({ description: 'How far it is', examples: ['running'] });
export type ExportState = z.infer<typeof ExportState>;

/** Why an export came to nothing. */
export const ExportFailure = z
  .enum(['forbidden', 'too-large', 'unavailable'])
  .meta({ description: 'Rights that are gone; more than one file may hold; something that did not work', examples: ['unavailable'] });
export type ExportFailure = z.infer<typeof ExportFailure>;

const count = z
  .number()
  .int()
  .meta({ examples: [1_200] });

export const Export = z.object({
  id: Id.describe('The export'),
  format: PracticeExportFormat,
  filters: ExportFilters,
  state: ExportState,
  failure: ExportFailure.nullable().describe('Only of what failed'),
  name: fileName,
  total: count.nullable().describe('How many practices it takes; null before it began'),
  done: count.describe('How many are written'),
  sizeBytes: sizeBytes.nullable().describe('Null before it is ready'),
  askedAt: Instant.describe('When it was asked for'),
  readyAt: Instant.nullable().describe('When it was ready'),
  expiresAt: Instant.nullable().describe('When its file is removed; null before it is ready'),
});
export type Export = z.infer<typeof Export>;

export const exportNotFound = problem(404, 'export-not-found', 'Questa esportazione non esiste', 'There is no such export', {
  it: "L'esportazione non esiste, è scaduta, è di un'altra persona, oppure contiene pratiche che non puoi più vedere.",
  en: "The export does not exist, has expired, is another person's, or holds practices that you may no longer see.",
});

export const exportNotReady = problem(409, 'export-not-ready', "L'esportazione non è pronta", 'The export is not ready', {
  it: "Il file si sta ancora preparando, oppure non è riuscito: l'elenco delle esportazioni dice a che punto è.",
  en: 'The file is still being made, or it failed: the list of exports says how far it is.',
});

export const tooManyExports = problem(
  409,
  'too-many-exports',
  'Hai già altre esportazioni in preparazione',
  'You have other exports under way',
  {
    it: 'Attendi che quelle in corso siano pronte, o eliminane una.',
    en: 'Wait until those under way are ready, or delete one.',
  },
);

/** The columns that are not named stay out. Fields of a form are columns only where the filters name one service. */
export const requestExport = rpc({
  subject: 'rpc.practices.request-export.v1',
  http: 'PUT /exports/{id}',
  permission: 'practices:export',
  summary: 'Asks for a file with the practices that the filters of the queue find: a table, or an archive with their documents',
  input: z.strictObject({
    id: Id.describe('The export, with an id that the caller chose'),
    format: PracticeExportFormat,
    filters: ExportFilters,
    columns: z
      .array(columnKey)
      .min(1)
      .max(1_000)
      .nullable()
      .describe('In the order in which they come out; null for what every practice has'),
  }),
  output: Export,
  problems: [exportNotFound, tooManyExports, idReused],
});

export const listExports = rpc({
  subject: 'rpc.practices.list-exports.v1',
  http: 'GET /exports',
  permission: 'practices:export',
  summary: 'Lists the exports of the caller, the newest first',
  input: z.strictObject(paging),
  output: listOf(Export),
});

export const deleteExport = rpc({
  subject: 'rpc.practices.delete-export.v1',
  http: 'DELETE /exports/{id}',
  permission: 'practices:export',
  summary: 'Deletes an export with its file, or stops one that is under way',
  input: z.strictObject({ id: Id.describe('The export') }),
  output: z.object({}),
});

export const getExportAddress = rpc({
  subject: 'rpc.practices.get-export-address.v1',
  http: 'GET /exports/{id}/address',
  permission: 'practices:export',
  summary: 'Gives an address from which an export can be downloaded for a few minutes',
  input: z.strictObject({ id: Id.describe('The export') }),
  output: z.object({
    url: z.string().meta({ description: 'Where it can be downloaded', examples: ['/files/eyJrIjoiZXhwb3J0cy8xLzIifQ.c2lnbmF0dXJl'] }),
    expiresAt: Instant.describe('Until when'),
  }),
  problems: [exportNotFound, exportNotReady],
});
