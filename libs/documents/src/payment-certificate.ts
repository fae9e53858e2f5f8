import { writeAmount } from '@sportello/italy/amounts';
import { displayDate } from '@sportello/italy/rome-time';
import { contentWidth, Sheet } from './sheet.js';
import { styles } from './styles.js';

export interface PaymentCertificateInput {
  creditor: { fiscalCode: string; name: string };
  payer: { fiscalCode: string; name: string };
  year: number;
  payments: {
    /** YYYY-MM-DD. */
    paidOn: string;
    reason: string;
    /** For whom, where that is not the payer. */
    beneficiary: string | null;
    noticeNumber: string;
    amountCents: number;
  }[];
  /** When the newest of them came: same input, same bytes. */
  at: Date;
}

const dayWidth = 75;
const numberWidth = 125;
const amountWidth = 80;
const reasonWidth = contentWidth - dayWidth - numberWidth - amountWidth;

/** What somebody paid to a body in a year, for her tax return: each payment with its reason, and for whom it was. */
export function paymentCertificatePdf({ creditor, payer, year, payments, at }: PaymentCertificateInput): Promise<Buffer> {
  const title = `Attestazione dei pagamenti del ${year}`;
  const sheet = new Sheet(
    { title, author: creditor.name, subject: title, language: 'it', createdAt: at },
    {
      organization: creditor.name,
      reference: String(year),
      note: `${title} - ${payer.fiscalCode}`,
      pageOf: (page, pages) => `Pagina ${page} di ${pages}`,
      continued: '(segue)',
      unknown: 'I caratteri che il documento non sa disegnare sono indicati con il loro numero.',
    },
    {},
  );
  sheet.heading(1, title);
  sheet.paragraph(
    `${creditor.name} (codice fiscale ${creditor.fiscalCode}) attesta che ${payer.name}, codice fiscale ${payer.fiscalCode}, ha pagato nel ${year} tramite pagoPA, con strumenti tracciabili, gli importi elencati.`,
  );
  sheet.table(
    [head('Pagato il', dayWidth), head('Causale', reasonWidth), head('Codice avviso', numberWidth), head('Importo', amountWidth)],
    payments.map(({ paidOn, reason, beneficiary, noticeNumber, amountCents }) => [
      { tag: 'TH' as const, text: displayDate(paidOn), width: dayWidth, style: styles.small },
      cell(beneficiary ? `${reason}\nPer ${beneficiary}` : reason, reasonWidth),
      cell(noticeNumber, numberWidth),
      cell(`${writeAmount(amountCents)} Euro`, amountWidth),
    ]),
  );
  const total = payments.reduce((sum, { amountCents }) => sum + amountCents, 0);
  sheet.paragraph(`Totale: ${writeAmount(total)} Euro`, styles.lead);
  sheet.paragraph(
    'Le commissioni di chi ha incassato non sono comprese, e nemmeno gli importi da restituire. Chi presta l’assistenza fiscale valuta quali importi si possono detrarre.',
    styles.absent,
  );
  return sheet.finish();
}

const head = (text: string, width: number) => ({ tag: 'TH' as const, text, width, style: styles.columnHead });
const cell = (text: string, width: number) => ({ tag: 'TD' as const, text, width, style: styles.small });
