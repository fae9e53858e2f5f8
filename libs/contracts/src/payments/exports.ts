/** Tables of what a body is owed, and of what was collected, that staff takes away. */
import { z } from 'zod';
import { Id, Instant, listOf, paging, problem, rpc } from '../contract.js';
import { ExportFormat } from '../exports.js';
import { PositionFilters } from './body-positions.js';

export const PaymentExport = z.object({
  id: Id.describe('The export'),
  what: z
    .enum(['positions', 'receipts'])
    .meta({ description: 'What is owed, one row a notice; or what was collected, one row a receipt', examples: ['positions'] }),
  name: z.string().meta({ description: 'Name of the file', examples: ['Posizioni 2026-11-30.xlsx'] }),
  state: z.enum(['asked', 'ready', 'failed']).meta({ description: 'How far it is', examples: ['ready'] }),
  total: z
    .number()
    .int()
    .nullable()
    .meta({ description: 'Its rows; null until it is ready', examples: [120] }),
  askedAt: Instant.describe('When it was asked for'),
  expiresAt: Instant.describe('When its file is removed'),
});

export const tooManyPaymentExports = problem(
  409,
  'too-many-payment-exports',
  'Hai già cinque esportazioni in preparazione',
  'Five exports of yours are being prepared already',
  {
    it: 'Aspetta che una sia pronta: di solito bastano pochi secondi.',
    en: 'Wait until one of them is ready: it usually takes some seconds.',
  },
);
export const paymentExportNotFound = problem(404, 'payment-export-not-found', 'Questa esportazione non esiste', 'There is no such export', {
  it: 'L’esportazione non esiste, non è tua, oppure è passata una settimana e il file è stato eliminato.',
  en: 'The export does not exist, is not yours, or a week has passed and its file was removed.',
});
export const paymentExportNotReady = problem(409, 'payment-export-not-ready', 'Il file non è ancora pronto', 'The file is not ready yet', {
  it: 'Il file è in preparazione: riprova fra poco.',
  en: 'The file is being prepared: try again shortly.',
});

/** The same again answers the first. */
export const requestPaymentExport = rpc({
  subject: 'rpc.payments.request-export.v1',
  http: 'PUT /payment-exports/{id}',
  permission: 'positions:search',
  summary: "Asks for a table of what one's own body is owed, or of what was collected, on the services that one works",
  input: z.strictObject({
    id: Id.describe('The export, with an id that the caller chose'),
    what: PaymentExport.shape.what,
    format: ExportFormat,
    filters: PositionFilters.describe('The filters of the list'),
  }),
  output: PaymentExport,
  problems: [tooManyPaymentExports, paymentExportNotFound],
});

export const listPaymentExports = rpc({
  subject: 'rpc.payments.list-exports.v1',
  http: 'GET /payment-exports',
  permission: 'positions:search',
  summary: "Lists one's own exports of payments of the last week, the newest first",
  input: z.strictObject({ ...paging }),
  output: listOf(PaymentExport),
});

export const getPaymentExportAddress = rpc({
  subject: 'rpc.payments.get-export-address.v1',
  http: 'GET /payment-exports/{id}/address',
  permission: 'positions:search',
  summary: 'Tells where the file of an export can be downloaded',
  input: z.strictObject({ id: Id.describe('The export') }),
  output: z.object({
    url: z.string().meta({ description: 'Where it can be downloaded', examples: ['/files/eyJrIjoicHJhY3RpY2VzLzEvMiJ9.c2lnbmF0dXJl'] }),
    expiresAt: Instant.describe('Until when'),
  }),
  problems: [paymentExportNotFound, paymentExportNotReady],
});
