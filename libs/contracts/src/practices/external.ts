import { z } from 'zod';
import { CivilDate, Id, listOf, paging, problem, rpc } from '../contract.js';
import { personNotFound } from '../identity/people.js';
import { FiscalCode, Line } from '../typed.js';

/** Rows that one import takes, and characters of its file. */
export const MOST_IMPORTED = 2_000;
const MOST_CHARACTERS = 1_000_000;

const address = z
  .url({ protocol: /^https$/ })
  .max(500)
  .meta({ description: 'Where it is followed, at the system that has it', examples: ['https://suap.example.it/pratiche/2026-00123'] });

/** A practice that was born in another system, as that system tells it. */
const ExternalFields = z.strictObject({
  number: Line(80)
    .min(1)
    .meta({ description: 'Its number in the system of origin', examples: ['SUAP-2026-00123'] }),
  origin: Line(100)
    .min(1)
    .meta({ description: 'The body or system where it was born', examples: ['SUAP Unione Montana'] }),
  title: Line(200)
    .min(1)
    .meta({ description: 'What it is about', examples: ['Ampliamento di un pubblico esercizio'] }),
  status: Line(80)
    .min(1)
    .meta({ description: 'Where it stands, in the words of the system of origin', examples: ['In istruttoria'] }),
  submittedOn: CivilDate.nullable().meta({ description: 'Day on which it was sent', examples: ['2026-10-05'] }),
  changedOn: CivilDate.meta({ description: 'Day on which its state changed last', examples: ['2026-11-20'] }),
  link: address.nullable(),
});

export const ExternalPractice = z.object({ ...ExternalFields.shape, id: Id.describe('The practice') });
export type ExternalPractice = z.infer<typeof ExternalPractice>;

export const externalPracticeKnown = problem(
  409,
  'external-practice-known',
  'Questa pratica è già registrata con un altro identificativo',
  'This practice is known already under another id',
  {
    it: 'Una pratica si riconosce da origine e numero: va aggiornata con l’identificativo con cui è stata registrata.',
    en: 'A practice is known by its origin and number: it is changed under the id with which it was told first.',
  },
);

export const externalPracticeNotFound = problem(
  404,
  'external-practice-not-found',
  'Questa pratica di un altro sistema non esiste',
  'There is no such practice of another system',
  {
    it: 'La pratica non è stata registrata dal tuo ente, oppure è già stata tolta.',
    en: 'The practice was not told by your body, or was removed already.',
  },
);

const permission = 'external-practices:write';
const externalId = Id.describe('The practice, with an id that the caller chose');

/** Told again with another state it goes on; told again the same it changes nothing. The person need not be registered yet. */
export const putExternalPractice = rpc({
  subject: 'rpc.practices.put-external.v1',
  http: 'PUT /external-practices/{id}',
  permission,
  summary: 'Tells a practice that was born in another system, or its new state',
  input: ExternalFields.extend({
    id: externalId,
    fiscalCode: FiscalCode.meta({ description: 'Fiscal code of whom it belongs to', examples: ['CNTGLI90A41L219C'] }),
  }),
  output: ExternalPractice,
  problems: [externalPracticeKnown],
});

/** Said again it changes nothing. */
export const deleteExternalPractice = rpc({
  subject: 'rpc.practices.delete-external.v1',
  http: 'DELETE /external-practices/{id}',
  permission,
  summary: 'Removes a practice of another system that was told by mistake',
  input: z.strictObject({ id: externalId }),
  output: z.object({ id: Id.describe('The practice') }),
  problems: [externalPracticeNotFound],
});

const line = z
  .number()
  .int()
  .min(1)
  .meta({ description: 'Line of the file on which the row begins, from 1', examples: [2] });

/**
 * CSV in UTF-8, columns separated by semicolons or commas, with a line of headings: `fiscalCode`, `number`, `origin`, `title`, `status`,
 * `submittedOn`, `changedOn`, `link` in any order; days as `2026-10-05` or `05/10/2026`. A row is known by origin and number: imported
 * again it is not doubled. Rows that are wrong are told and left out; the others are taken.
 */
export const importExternalPractices = rpc({
  subject: 'rpc.practices.import-external.v1',
  http: 'POST /external-practice-imports',
  permission,
  summary: 'Imports practices of other systems from a file, with a report for each row',
  input: z.strictObject({
    csv: z
      .string()
      .min(1)
      .max(MOST_CHARACTERS)
      .meta({
        description: 'The file',
        examples: [
          'fiscalCode;number;origin;title;status;submittedOn;changedOn;link\r\nCNTGLI90A41L219C;2026-00123;SUAP;Ampliamento;In istruttoria;05/10/2026;20/11/2026;https://suap.example.it/2026-00123\r\n',
        ],
      }),
  }),
  output: z.object({
    added: z
      .number()
      .int()
      .min(0)
      .meta({ description: 'Rows that were new', examples: [1] }),
    changed: z
      .number()
      .int()
      .min(0)
      .meta({ description: 'Rows that had another content before', examples: [0] }),
    unchanged: z
      .number()
      .int()
      .min(0)
      .meta({ description: 'Rows that were known as they are', examples: [0] }),
    refused: z
      .number()
      .int()
      .min(0)
      .meta({ description: 'Rows that were left out', examples: [0] }),
    rows: z
      .array(
        z.object({
          line,
          number: z.string().meta({ description: 'The number that the row gives', examples: ['2026-00123'] }),
          result: z.enum(['added', 'changed', 'unchanged', 'refused']).meta({ description: 'What became of it', examples: ['added'] }),
          reason: z
            .string()
            .nullable()
            .meta({ description: 'Why it was left out, in the language of who asks', examples: [null] }),
        }),
      )
      .describe('One for each row of the file, in its order'),
  }),
  problems: [],
});

export const listOwnExternalPractices = rpc({
  subject: 'rpc.practices.list-own-external.v1',
  http: 'GET /external-practices',
  permission: 'practices:list-own',
  summary: "Lists one's own practices that were born in other systems, those whose state changed last first",
  input: z.strictObject({ ...paging }),
  output: listOf(
    ExternalPractice.extend({
      organizationName: z.string().meta({ description: 'The body that told it', examples: ['Regione Piemonte'] }),
    }),
  ),
  problems: [personNotFound],
});
