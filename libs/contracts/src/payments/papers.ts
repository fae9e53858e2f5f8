/** The paper of payments: the notice with which one pays anywhere, and the receipt. */
import { z } from 'zod';
import { Id, Instant, problem, rpc } from '../contract.js';
import { positionNotFound } from './positions.js';

export const address = z.object({
  url: z.string().meta({ description: 'Where it can be downloaded', examples: ['/files/eyJrIjoicHJhY3RpY2VzLzEvMiJ9.c2lnbmF0dXJl'] }),
  expiresAt: Instant.describe('Until when'),
});

export const noticeNotPrintable = problem(409, 'notice-not-printable', 'Non c’è un avviso da stampare', 'There is no notice to print', {
  it: 'L’avviso è ancora in preparazione, oppure è stato annullato. Se è in preparazione riprova fra poco.',
  en: 'The notice is still being prepared, or was withdrawn. If it is being prepared, try again shortly.',
});
export const paymentReceiptMissing = problem(
  404,
  'payment-receipt-missing',
  'La ricevuta non è ancora arrivata',
  'The receipt has not come yet',
  {
    it: 'La ricevuta di pagoPA arriva di solito entro pochi minuti dal pagamento, al più il giorno dopo.',
    en: 'The receipt of pagoPA usually comes within minutes of the payment, at the latest on the next day.',
  },
);

export const paperNotReady = problem(
  409,
  'paper-not-ready',
  'Il documento è ancora in preparazione',
  'The document is still being prepared',
  {
    it: 'È un documento lungo, o ce ne sono altri prima: riprova fra qualche secondo.',
    en: 'It is a long document, or others come before it: try again in some seconds.',
  },
);

export const getNoticeAddress = rpc({
  subject: 'rpc.payments.get-notice-address.v1',
  http: 'GET /positions/{id}/notice-address',
  permission: 'positions:read',
  summary: 'Prints the payment notice of a position, and tells where it can be downloaded',
  input: z.strictObject({ id: Id.describe('The position') }),
  output: address,
  problems: [positionNotFound, noticeNotPrintable, paperNotReady],
});

export const getPaymentReceiptAddress = rpc({
  subject: 'rpc.payments.get-receipt-address.v1',
  http: 'GET /positions/{id}/instalments/{instalmentId}/receipt-address',
  permission: 'positions:read',
  summary: 'Prints the receipt of an instalment that was paid, and tells where it can be downloaded',
  input: z.strictObject({
    id: Id.describe('The position'),
    instalmentId: Id.describe('The instalment'),
    receiptId: Id.optional().describe('Which of its receipts; without it the first'),
  }),
  output: address,
  problems: [positionNotFound, paymentReceiptMissing, paperNotReady],
});

export const certificateNotFound = problem(
  404,
  'certificate-not-found',
  'Non ci sono pagamenti da attestare',
  'There are no payments to be certified',
  {
    it: 'In quell’anno non risultano pagamenti fatti con pagoPA da te a questo ente: si attesta quello che hai pagato tu, non quello che altri hanno pagato per te.',
    en: 'In that year there are no payments of yours to this body through pagoPA: what you paid yourself is certified, and not what others paid for you.',
  },
);

export const certificateTooLong = problem(
  409,
  'certificate-too-long',
  'I pagamenti sono troppi per un’attestazione',
  'There are too many payments for one certificate',
  {
    it: 'In un’attestazione stanno mille pagamenti: chiedi all’ente un elenco completo.',
    en: 'A certificate holds a thousand payments: ask the body for a full list.',
  },
);

export const listCertificates = rpc({
  subject: 'rpc.payments.list-certificates.v1',
  http: 'GET /payment-certificates',
  permission: 'positions:list-own',
  summary: 'Lists the years and bodies for which payments can be certified, for the tax return',
  input: z.strictObject({}),
  output: z.object({
    items: z
      .array(
        z.object({
          organizationId: Id.describe('The body'),
          creditorName: z.string().meta({ description: 'Name of the body', examples: ['Comune di Esempio'] }),
          year: z
            .number()
            .int()
            .meta({ description: 'In which they were paid, in Italy', examples: [2026] }),
          payments: z
            .number()
            .int()
            .meta({ description: 'How many', examples: [3] }),
          totalCents: z
            .number()
            .int()
            .meta({ description: 'All of them, in cents of euro', examples: [44_400] }),
        }),
      )
      .describe('The newest year first'),
    needs: z
      .enum(['citizen-profile', 'digital-identity'])
      .nullable()
      .meta({
        description: 'What is needed to see them: to act for oneself, or to sign in with a digital identity; null: nothing',
        examples: [null],
      }),
  }),
});

export const getCertificateAddress = rpc({
  subject: 'rpc.payments.get-certificate-address.v1',
  http: 'GET /payment-certificates/{organizationId}/{year}/address',
  permission: 'positions:list-own',
  summary: 'Prints what one paid to a body in a year, with the reasons, and tells where it can be downloaded',
  input: z.strictObject({
    organizationId: Id.describe('The body'),
    year: z.coerce
      .number<number>()
      .int()
      .min(2000)
      .max(2999)
      .meta({ description: 'The year', examples: [2026] }),
  }),
  output: address,
  problems: [certificateNotFound, certificateTooLong, paperNotReady],
});
