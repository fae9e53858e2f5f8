/** What about payments needs somebody to look at it: anomalies, what is to be given back, and receipts that could not be taken. */
import { z } from 'zod';
import { Id, Instant, listOf, paging, problem, rpc } from '../contract.js';
import { Prose } from '../typed.js';
import { cents, noticeNumber } from './positions.js';

export const AnomalyKind = z
  .enum([
    'paid_twice',
    'amount_never_quoted',
    'transfers_differ',
    'paid_after_end',
    'no_longer_due',
    'came_too_late',
    'unknown_notice',
    'receipt_refused',
    'flow_amount_differs',
    'flow_without_receipt',
    'flow_unknown_notice',
    'flow_revoked',
    'flow_row_withdrawn',
    'flow_totals_differ',
  ])
  .meta({
    description:
      'Paid a second time, another amount than was ever quoted, other shares than were quoted, paid although withdrawn or expired, paid before it was no longer due, paid when its request could no longer be presented, of a notice that nobody knows, or a receipt that could not be read. Of a reporting flow: another amount than was receipted, a payment whose receipt has not come, of a notice that nobody knows, a payment that was taken back, one that a later revision no longer tells, or payments that are not what the flow says in all',
    examples: ['paid_twice'],
  });
export type AnomalyKind = z.infer<typeof AnomalyKind>;

export const Anomaly = z.object({
  id: Id.describe('The anomaly'),
  kind: AnomalyKind,
  at: Instant.describe('When it was noticed'),
  positionId: Id.nullable().describe('The position it is about; null where none is known'),
  noticeNumber: noticeNumber.nullable().describe('The notice it is about; null where none is known'),
  refundCents: cents('What is to be given back to who paid, in cents of euro').nullable(),
  flowId: Id.nullable().describe('The reporting flow in which it was found; null where it is about none'),
  resolution: z
    .object({
      at: Instant.describe('When'),
      byName: z
        .string()
        .nullable()
        .meta({ description: 'By whom', examples: ['Marta Galli'] }),
      note: z.string().meta({ description: 'What was done', examples: ['Rimborsato con mandato 123 del 2026'] }),
    })
    .nullable()
    .describe('What was done about it; null as long as nobody has dealt with it'),
});

const debtorName = z
  .string()
  .nullable()
  .meta({ description: 'Who owes it, where that is known', examples: ['Federica Neri'] });

export const listAnomalies = rpc({
  subject: 'rpc.payments.list-anomalies.v1',
  http: 'GET /payment-anomalies',
  permission: 'anomalies:read',
  summary: "Lists what about payments of one's own body needs somebody to look at it, the newest first",
  input: z.strictObject({
    ...paging,
    show: z
      .enum(['open', 'resolved', 'all'])
      .default('open')
      .meta({ description: 'What nobody has dealt with, what was dealt with, or all', examples: ['open'] }),
    isRefund: z
      .enum(['yes'])
      .optional()
      .meta({ description: 'Only what is to be given back', examples: ['yes'] }),
    kind: AnomalyKind.optional().describe('Only those of this kind'),
  }),
  output: listOf(Anomaly.extend({ debtorName })),
});

export const anomalyNotFound = problem(404, 'anomaly-not-found', 'Questa anomalia non esiste', 'There is no such anomaly', {
  it: 'L’anomalia non esiste, oppure è di un altro ente.',
  en: 'The anomaly does not exist, or is another body’s.',
});
export const anomalyResolved = problem(409, 'anomaly-resolved', 'Qualcuno se ne è già occupato', 'Somebody has dealt with it already', {
  it: 'L’anomalia è già chiusa, con una nota di chi se ne è occupato: ricarica l’elenco per leggerla.',
  en: 'The anomaly is closed already, with a note of who dealt with it: load the list again to read it.',
});

export const resolveAnomaly = rpc({
  subject: 'rpc.payments.resolve-anomaly.v1',
  http: 'PUT /payment-anomalies/{id}/resolution',
  permission: 'anomalies:resolve',
  summary: 'Notes what was done about an anomaly, or that the money was given back; it is done once',
  input: z.strictObject({
    id: Id.describe('The anomaly'),
    note: Prose(2_000)
      .min(1)
      .meta({ description: 'What was done', examples: ['Rimborsato con mandato 123 del 2026'] }),
  }),
  output: Anomaly,
  problems: [anomalyNotFound, anomalyResolved],
});

const refused = {
  id: Id.describe('The message; the anomaly has the same id'),
  arrivedAt: Instant.describe('When it came'),
  faultCode: z.string().meta({ description: 'What pagoPA was answered', examples: ['PAA_SINTASSI_XSD'] }),
  why: z
    .string()
    .meta({ description: 'What was wrong, without anything that stands in it', examples: ['receipt/paymentAmount is missing'] }),
};

export const listRefusedReceipts = rpc({
  subject: 'rpc.payments.list-refused-receipts.v1',
  http: 'GET /refused-receipts',
  permission: 'anomalies:read',
  summary: "Lists the receipts for one's own body that were not taken, the newest first",
  input: z.strictObject({ ...paging }),
  output: listOf(z.object(refused)),
});

export const refusedReceiptNotFound = problem(404, 'refused-receipt-not-found', 'Questo messaggio non esiste', 'There is no such message', {
  it: 'Il messaggio non esiste, oppure è per un altro ente.',
  en: 'The message does not exist, or is for another body.',
});

export const getRefusedReceipt = rpc({
  subject: 'rpc.payments.get-refused-receipt.v1',
  http: 'GET /refused-receipts/{id}',
  permission: 'anomalies:resolve',
  summary: 'Reads the message of a receipt that was not taken, to the letter',
  input: z.strictObject({ id: Id.describe('The message') }),
  output: z.object({
    ...refused,
    message: z.base64().meta({ description: 'Its bytes, in Base64', examples: ['PHNvYXA6RW52ZWxvcGUvPg=='] }),
  }),
  problems: [refusedReceiptNotFound],
});
