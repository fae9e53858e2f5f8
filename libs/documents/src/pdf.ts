import { type Language, printCount, printDay, printInstant, printSize, printTime, words } from './pdf-words.js';
import { type Cell, contentWidth, Sheet } from './sheet.js';
import { styles } from './styles.js';

/** Characters from which a value is a text to read, and not a datum to find. */
const longValue = 160;

/** What every document of a practice says about itself. */
export interface DocumentHead {
  language: Language;
  /** `unit` stands below the name: an office, a region, an address. */
  organization: { name: string; unit?: string };
  /** Title of the procedure. */
  procedure: string;
  /** Number of the practice, as `SERV06_UTENTI_2022.0000008`. */
  number: string;
  applicant: { name: string; fiscalCode: string };
  verification: { code: string; url: string };
}

export interface DocumentFile {
  name: string;
  /** Lower-case hexadecimal. */
  sha256: string;
  /** In bytes. */
  size: number;
}

export interface SummaryRow {
  label: string;
  value: string;
}

/** What was filled in, as the form shows it in its last step. */
export interface SummaryPage {
  title: string;
  sections: { title: string; rows: SummaryRow[] }[];
}

export interface RequestInput extends DocumentHead {
  /** The state's name in the document's language. */
  state: string;
  createdAt: Date;
  submittedAt?: Date | undefined;
  pages: SummaryPage[];
  attachments: DocumentFile[];
}

export interface ReceiptInput extends DocumentHead {
  submittedAt: Date;
  /** Place in the order of arrival on a click day; the instant is printed to the millisecond. */
  arrival?: { position: number; at: Date } | undefined;
  /** Of the content that was sent; lower-case hexadecimal. */
  sha256: string;
  protocol?: { number: string; at?: Date | undefined } | undefined;
  office?: string | undefined;
  /** Person responsible for the procedure. */
  procedureOwner?: string | undefined;
  term?: { by: Date; days?: number; isTacitConsent?: boolean } | undefined;
  /** Page where the applicant follows the practice. */
  followUrl?: string | undefined;
  files: DocumentFile[];
}

/** The request as a PDF: all that was filled in, the attachments, how to verify it (PRA-10, PRA-16). Same input, same bytes. */
export function requestPdf(input: RequestInput): Promise<Buffer> {
  const { language, procedure, number, applicant, state, createdAt, submittedAt, pages, attachments } = input;
  const text = words[language];
  const sheet = startSheet(input, text.request, submittedAt ?? createdAt);

  sheet.heading(1, procedure);
  writeRows(sheet, language, [
    { label: text.number, value: number },
    { label: text.state, value: state },
    { label: text.applicant, value: applicant.name },
    { label: text.fiscalCode, value: applicant.fiscalCode },
    { label: text.createdAt, value: printInstant(createdAt, language) },
    ...(submittedAt ? [{ label: text.sentAt, value: printInstant(submittedAt, language) }] : []),
  ]);
  for (const { title, sections } of pages) {
    sheet.heading(2, title);
    for (const section of sections) {
      sheet.heading(3, section.title);
      if (section.rows.length > 0) writeRows(sheet, language, section.rows);
      else sheet.paragraph(text.emptySection, styles.absent);
    }
    if (sections.length === 0) sheet.paragraph(text.emptySection, styles.absent);
  }
  sheet.heading(2, text.attachments);
  writeFiles(sheet, language, attachments);
  return finish(sheet, input);
}

/**
 * The receipt that is owed at once to whoever presents an application (law 241 of 1990, article 18-bis): what was sent, when, by whom,
 * and within which term the office answers. Same input, same bytes, so that a receipt made again has the hash of the first.
 */
export function receiptPdf(input: ReceiptInput): Promise<Buffer> {
  const { language, procedure, number, applicant, submittedAt, arrival, sha256, protocol, office, procedureOwner, term, files } = input;
  const text = words[language];
  const sheet = startSheet(input, text.receipt, submittedAt);

  sheet.heading(1, text.receipt);
  sheet.paragraph(text.sent, styles.lead);
  const rows: [string, string | undefined][] = [
    [text.form, procedure],
    [text.number, number],
    [text.sentAt, printInstant(submittedAt, language)],
    [text.arrival, arrival && text.arrivalAt(printCount(arrival.position, language), printTime(arrival.at, language))],
    [text.applicant, applicant.name],
    [text.fiscalCode, applicant.fiscalCode],
    [text.protocol, protocol && (protocol.at ? text.protocolOf(protocol.number, printDay(protocol.at)) : protocol.number)],
    [text.office, office],
    [text.owner, procedureOwner],
    [text.term, term && text.termBy(printDay(term.by), term.days)],
  ];
  writeRows(
    sheet,
    language,
    rows.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }])),
  );
  if (term?.isTacitConsent) sheet.paragraph(text.tacitConsent);
  sheet.paragraph(text.law, styles.absent);

  sheet.heading(2, text.content);
  sheet.paragraph(text.contentHash);
  sheet.paragraph(sha256, styles.value, sha256);
  writeFiles(sheet, language, files);
  if (input.followUrl !== undefined) {
    sheet.heading(2, text.follow);
    sheet.paragraph(text.followText);
    sheet.link(input.followUrl);
  }
  return finish(sheet, input);
}

function startSheet({ language, organization, procedure, number, verification }: DocumentHead, kind: string, createdAt: Date): Sheet {
  const text = words[language];
  const code = `${text.code}: ${verification.code}`;
  return new Sheet(
    // The code makes the document's own identifier unique, which is derived from these.
    { title: `${kind} ${number} – ${procedure}`, author: organization.name, subject: code, language, createdAt },
    {
      organization: organization.name,
      reference: `${text.number}: ${number}`,
      note: `${text.number}: ${number} · ${code}`,
      pageOf: text.pageOf,
      continued: text.continued,
      unknown: text.unknown,
    },
    organization.unit,
  );
}

function finish(sheet: Sheet, { language, verification: { code, url } }: DocumentHead): Promise<Buffer> {
  const text = words[language];
  sheet.verification({ title: text.verify, explanation: text.verifyText, codeLabel: text.code, code, url, qrLabel: text.qr(url) });
  return sheet.finish();
}

function writeRows(sheet: Sheet, language: Language, rows: SummaryRow[]): void {
  const labelWidth = 170;
  const show = (value: string) => {
    if (value.trim() === '') return { text: words[language].empty, style: styles.absent };
    return { text: value, style: value.length > longValue ? styles.longValue : styles.value };
  };
  sheet.table(
    [],
    rows.map(({ label, value }): Cell[] => [
      { tag: 'TH', text: label, width: labelWidth, style: styles.label },
      { tag: 'TD', width: contentWidth - labelWidth, ...show(value) },
    ]),
  );
}

function writeFiles(sheet: Sheet, language: Language, files: DocumentFile[]): void {
  const text = words[language];
  if (files.length === 0) {
    sheet.paragraph(text.noFiles, styles.absent);
    return;
  }
  const [sizeWidth, hashWidth] = [66, 182]; // half a hash fits on a line
  const nameWidth = contentWidth - sizeWidth - hashWidth;
  sheet.table(
    [
      { tag: 'TH', text: text.fileName, width: nameWidth, style: styles.columnHead },
      { tag: 'TH', text: text.fileSize, width: sizeWidth, style: styles.columnHead },
      { tag: 'TH', text: text.fileHash, width: hashWidth, style: styles.columnHead },
    ],
    files.map(({ name, size, sha256 }): Cell[] => [
      { tag: 'TH', text: name, width: nameWidth, style: { ...styles.value, size: 9.5 } },
      { tag: 'TD', text: printSize(size, language), width: sizeWidth, style: styles.small },
      { tag: 'TD', text: `${sha256.slice(0, 32)}\n${sha256.slice(32)}`, width: hashWidth, style: styles.small, actual: sha256 },
    ]),
  );
}
