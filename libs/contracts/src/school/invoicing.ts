/** A month of what is paid by invoice: looked at first, issued by a run that can be asked for again, and what nobody has paid. */
import { z } from 'zod';
import { CivilDate, Id, Instant, listOf, paging, problem, rpc } from '../contract.js';
import { idReused } from '../problems.js';
import { AccountingDocument } from './documents.js';

const count = (description: string, example: number) =>
  z
    .number()
    .int()
    .meta({ description, examples: [example] });

const month = z
  .string()
  .regex(/^2\d{3}-(0[1-9]|1[0-2])$/)
  .meta({ description: 'The month', examples: ['2026-11'] });

export const InvoicingPreview = z.object({
  month,
  invoices: count('Invoices that a run would issue', 120),
  totalCents: count('Their sum, in cents of euro', 864_000),
  known: count('Invoices of the month that are issued already', 0),
  unpriced: count('Days without a price, which no invoice would hold', 0),
  excessCents: count('What invoices of the month hold beyond what is owed, by corrections after they were made: to be given back', 0),
});

export const InvoicingRun = z.object({
  id: Id.describe('The run'),
  month,
  dueOn: CivilDate.meta({ description: 'Until when its invoices are due', examples: ['2026-12-31'] }),
  askedAt: Instant.describe('When it was asked for'),
  doneAt: Instant.nullable().describe('When all of them were issued; null while it is under way'),
  invoices: count('Invoices that it issued: none where all were issued already', 120),
  totalCents: count('Their sum, in cents of euro', 864_000),
});

export const monthNotOver = problem(409, 'school-month-not-over', 'Il mese non è ancora finito', 'The month is not over yet', {
  it: 'Le fatture di un mese si emettono quando il mese è finito: prima mancherebbero dei giorni.',
  en: 'Invoices of a month are issued once the month is over: before, days would be missing.',
});

export const previewInvoicing = rpc({
  subject: 'rpc.school.preview-invoicing.v1',
  http: 'GET /school/invoicing-previews/{month}',
  permission: 'school:credit',
  summary: "Reads what a run would issue for a month of one's own body, and issues nothing",
  input: z.strictObject({ month }),
  output: InvoicingPreview,
});

export const putInvoicingRun = rpc({
  subject: 'rpc.school.put-invoicing-run.v1',
  http: 'PUT /school/invoicing-runs/{id}',
  permission: 'school:credit',
  summary: 'Asks for the invoices of a month: one for each child and service, and later one more for what was added since',
  input: z.strictObject({
    id: Id.describe('The run, chosen by the caller'),
    month,
    dueOn: CivilDate.meta({ description: 'Until when they are due', examples: ['2026-12-31'] }),
  }),
  output: InvoicingRun,
  problems: [monthNotOver, idReused],
});

export const listInvoicingRuns = rpc({
  subject: 'rpc.school.list-invoicing-runs.v1',
  http: 'GET /school/invoicing-runs',
  permission: 'school:credit',
  summary: "Lists the runs of one's own body, the last asked for first",
  input: z.strictObject({ ...paging }),
  output: listOf(InvoicingRun),
});

export const listOverdue = rpc({
  subject: 'rpc.school.list-overdue.v1',
  http: 'GET /school/overdue-documents',
  permission: 'school:credit',
  summary: "Lists the documents of one's own body that are overdue and not paid, the longest due first",
  input: z.strictObject({ ...paging }),
  output: listOf(
    AccountingDocument.extend({ holderName: z.string().meta({ description: 'Who owes it', examples: ['RIFULGENTE DANIELE'] }) }),
  ),
});
