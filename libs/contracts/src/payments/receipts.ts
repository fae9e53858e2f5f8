/** The receipts of pagoPA that a body was sent, those among them that belong to no position of its own. */
import { z } from 'zod';
import { Id, Instant, listOf, paging, problem, rpc } from '../contract.js';
import { address, paperNotReady } from './papers.js';
import { cents, noticeNumber } from './positions.js';

export const ReceiptOf = z.enum(['position', 'other-body', 'nobody']).meta({
  description: 'A position of the body, a notice of another body in which it has a share, or a notice that nobody knows',
  examples: ['position'],
});
export type ReceiptOf = z.infer<typeof ReceiptOf>;

const name = (description: string, example: string) => z.string().meta({ description, examples: [example] });

const BodyReceipt = z.object({
  id: Id.describe('The receipt'),
  receiptId: name('What pagoPA calls it (IUR)', '0e681234567890123456789012345678'),
  of: ReceiptOf,
  positionId: Id.nullable().describe('The position that it paid; null where it belongs to none'),
  noticeNumber,
  issuerFiscalCode: name('Fiscal code of the body that issued the notice', '77777777771'),
  issuerName: name('Name of that body', 'Regione Piemonte'),
  description: name('What for, as it stands in the receipt', 'Tassa di concorso'),
  debtorName: name('Who owed it', 'Federica Neri'),
  amountCents: cents('What was paid in all, in cents of euro'),
  shareCents: cents('What of it goes to the body, in cents of euro'),
  pspName: name('Who collected it', 'Banca di Esempio'),
  paidAt: Instant.nullable().describe('When it was paid, where the receipt tells'),
  arrivedAt: Instant.describe('When the receipt came'),
});

export const listBodyReceipts = rpc({
  subject: 'rpc.payments.list-receipts.v1',
  http: 'GET /payment-receipts',
  permission: 'anomalies:read',
  summary: "Lists the receipts that one's own body was sent, those that came last first",
  input: z.strictObject({
    ...paging,
    show: z
      .enum(['all', 'without-position'])
      .default('all')
      .meta({ description: 'All, or those that belong to no position of the body', examples: ['without-position'] }),
  }),
  output: listOf(BodyReceipt),
});

export const bodyReceiptNotFound = problem(404, 'body-receipt-not-found', 'Questa ricevuta non esiste', 'There is no such receipt', {
  it: 'La ricevuta non esiste, oppure è di un altro ente.',
  en: 'The receipt does not exist, or is another body’s.',
});

export const getBodyReceiptAddress = rpc({
  subject: 'rpc.payments.get-body-receipt-address.v1',
  http: 'GET /payment-receipts/{id}/address',
  permission: 'anomalies:read',
  summary: "Prints a receipt that one's own body was sent, and tells where it can be downloaded",
  input: z.strictObject({ id: Id.describe('The receipt') }),
  output: address,
  problems: [bodyReceiptNotFound, paperNotReady],
});
