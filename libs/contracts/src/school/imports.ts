/** What the management system of a body brings: one CSV file for each kind of row (docs/school-import.md). */
import { z } from 'zod';
import { Id, Instant, listOf, paging, problem, rpc, Sha256, Text } from '../contract.js';
import { changedMeanwhile, idReused } from '../problems.js';

/** Rows of one file. A larger one comes in parts. */
export const MOST_ROWS = 5_000;
/** Rows of which a report speaks one by one: the first. */
export const MOST_REPORTED = 200;

export const ImportKind = z
  .enum(['schools', 'services', 'children', 'badges', 'enrolments', 'days', 'attendance', 'credits', 'invoices'])
  .meta({ description: 'What the rows of the file are', examples: ['children'] });
export type ImportKind = z.infer<typeof ImportKind>;

const count = (description: string, example: number) =>
  z
    .number()
    .int()
    .meta({ description, examples: [example] });

export const ImportCounts = z.object({
  made: count('Rows that were not known', 3),
  changed: count('Rows that are known otherwise', 1),
  removed: count('Rows that are taken back', 0),
  same: count('Rows that are known already', 120),
  refused: count('Rows that cannot be taken', 0),
});

export const ImportedRow = z.object({
  line: count('Line of the file on which it begins', 7),
  outcome: z
    .enum(['made', 'changed', 'removed', 'refused'])
    .meta({ description: 'It is new, it changes what is known, it is taken back, or it cannot be taken', examples: ['changed'] }),
  name: z.string().meta({ description: 'What names the row, as the file writes it', examples: ['A0001'] }),
  differences: z
    .array(
      z.object({
        column: z.string().meta({ description: 'Heading of the column', examples: ['Telefono'] }),
        before: z.string().meta({ description: 'What is known', examples: ['02 9735 0000'] }),
        after: z.string().meta({ description: 'What the file says', examples: ['02 9735 1111'] }),
      }),
    )
    .describe('What changes'),
  errors: z.array(Text).describe('Why it cannot be taken'),
});

export const ImportReport = z.object({
  ...ImportCounts.shape,
  plan: Sha256.describe('What would be done, as a hash: it is applied only if it is still the same'),
  rows: z.array(ImportedRow).describe('The first two hundred rows that are not known already'),
});

export const Import = z.object({
  id: Id.describe('The import'),
  kind: ImportKind,
  at: Instant.describe('When it was applied'),
  ...ImportCounts.shape,
});

export const importRefused = problem(
  409,
  'school-import-refused',
  'Alcune righe non si possono importare: correggi il file e riprova',
  'Some rows cannot be imported: correct the file and try again',
  {
    it: 'Un file si importa per intero o per niente: un’importazione a metà lascerebbe dati che non corrispondono al gestionale. Le righe da correggere sono elencate nella prova.',
    en: 'A file is imported as a whole or not at all: half an import would leave data that do not match the management system. The trial lists the rows to correct.',
  },
);

const file = {
  kind: ImportKind,
  csv: z
    .string()
    .min(1)
    .max(900_000)
    .meta({ description: 'The file, in CSV with its line of headings', examples: ['Codice scuola;Scuola\nMANZONI;Primaria Manzoni'] }),
};

export const tryImport = rpc({
  subject: 'rpc.school.try-import.v1',
  http: 'POST /school/import-trials',
  permission: 'school:import',
  summary: 'Says what a file would change, row by row, and changes nothing',
  input: z.strictObject(file),
  output: ImportReport,
});

export const putImport = rpc({
  subject: 'rpc.school.put-import.v1',
  http: 'PUT /school/imports/{id}',
  permission: 'school:import',
  summary: 'Applies a file that was tried; the same file once more changes nothing',
  input: z.strictObject({ id: Id.describe('The import, chosen by the caller'), ...file, plan: Sha256.describe('As the trial gave it') }),
  output: Import,
  problems: [importRefused, changedMeanwhile, idReused],
});

export const listImports = rpc({
  subject: 'rpc.school.list-imports.v1',
  http: 'GET /school/imports',
  permission: 'school:import',
  summary: 'Lists what was imported, the last first',
  input: z.strictObject({ ...paging }),
  output: listOf(Import),
});
