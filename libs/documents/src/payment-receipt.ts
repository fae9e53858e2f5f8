import { writeAmount } from '@sportello/italy/amounts';
import { displayDate, romeDateTime } from '@sportello/italy/rome-time';
import { contentWidth, Sheet } from './sheet.js';
import { styles } from './styles.js';

export interface PaymentReceiptInput {
  creditor: { fiscalCode: string; name: string };
  description: string;
  amountCents: number;
  feeCents: number | null;
  noticeNumber: string;
  iuv: string;
  receiptId: string;
  psp: { name: string; fiscalCode: string | null };
  debtor: string;
  /** For whom it was paid, where that is not the debtor. */
  beneficiary: string | null;
  payer: string | null;
  method: string | null;
  paidAt: Date | null;
  /** YYYY-MM-DD. */
  appliedOn: string | null;
  transfers: { fiscalCode: string; amountCents: number }[];
  /** When the receipt came: same input, same bytes. */
  arrivedAt: Date;
}

const unknown = 'non disponibile';
const euro = (cents: number) => `${writeAmount(cents)} Euro`;

function instantOf(instant: Date): string {
  const { date, time } = romeDateTime(instant);
  return `${displayDate(date)} ${time}`;
}

/**
 * The receipt of a payment on paper: what pagoPA told of it, and nothing made up. What the payer paid to whoever took the money stands apart.
 * Source: pagoPA, technical specification (SANP), receipt for the payer
 */
export function paymentReceiptPdf(input: PaymentReceiptInput): Promise<Buffer> {
  const { creditor, description, amountCents, feeCents, psp, paidAt, appliedOn, transfers, payer, method } = input;
  const title = 'Ricevuta di pagamento pagoPA';
  const sheet = new Sheet(
    { title, author: creditor.name, subject: description, language: 'it', createdAt: input.arrivedAt },
    {
      organization: creditor.name,
      reference: input.receiptId,
      note: `${title} - ${input.receiptId}`,
      pageOf: (page, pages) => `Pagina ${page} di ${pages}`,
      continued: '(segue)',
      unknown: 'I caratteri che il documento non sa disegnare sono indicati con il loro numero.',
    },
    {},
  );
  sheet.heading(1, title);
  const rows: [string, string][] = [
    ['Ente Creditore', creditor.name],
    ['Codice fiscale dell’ente', creditor.fiscalCode],
    ['Causale', description],
    ['Importo pagato', euro(amountCents)],
    ['Commissione di chi ha incassato', feeCents === null ? unknown : euro(feeCents)],
    ['Data e ora del pagamento', paidAt ? instantOf(paidAt) : unknown],
    ['Data di applicazione', appliedOn ? displayDate(appliedOn) : unknown],
    ['Prestatore del servizio di pagamento', psp.name],
    ['Codice fiscale del prestatore', psp.fiscalCode ?? unknown],
    ['Numero univoco del pagamento', input.receiptId],
    ['IUV', input.iuv],
    ['Codice Avviso', input.noticeNumber],
    ['Intestatario del debito', input.debtor],
    ...(input.beneficiary ? [['A favore di', input.beneficiary] as [string, string]] : []),
    ...(payer ? [['Versante', payer] as [string, string]] : []),
    ['Metodo di pagamento', method ?? unknown],
  ];
  sheet.table([], rows.map(rowOf));
  if (transfers.length > 1) {
    sheet.heading(2, 'Ripartizione');
    sheet.table(
      [],
      transfers.map(({ fiscalCode, amountCents: share }) => rowOf([`Ente ${fiscalCode}`, euro(share)])),
    );
  }
  return sheet.finish();
}

const nameWidth = 190;
const rowOf = ([label, value]: [string, string]) => [
  { tag: 'TH' as const, text: label, width: nameWidth, style: styles.label },
  { tag: 'TD' as const, text: value, width: contentWidth - nameWidth, style: styles.value },
];
