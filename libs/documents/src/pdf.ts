import { type Language, printCount, printDay, printInstant, printSize, printTime, words } from './pdf-words.js';
import { type Cell, contentWidth, Sheet } from './sheet.js';
import { styles } from './styles.js';

/** Characters from which a value is a text to read, and not a datum to find. */
const longValue = 160;

/** Whose document it is. */
export interface Letterhead {
  name: string;
  /** Stands below the name: an office, a region, an address. */
  unit?: string;
  /** A PNG, in the place of the mark of public bodies. */
  logo?: Uint8Array;
}

/** What every document of a practice says about itself. */
export interface DocumentHead {
  language: Language;
  organization: Letterhead;
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

interface ProtocolMark {
  number: string;
  at?: Date | undefined;
}

export interface RequestInput extends DocumentHead {
  /** The state's name in the document's language. */
  state: string;
  createdAt: Date;
  submittedAt?: Date | undefined;
  pages: SummaryPage[];
  attachments: DocumentFile[];
  /** Its number in the protocol, which then stands on every page (PRA-86). */
  protocol?: ProtocolMark | undefined;
}

export interface ReceiptInput extends DocumentHead {
  submittedAt: Date;
  /** Place in the order of arrival on a click day; the instant is printed to the millisecond. */
  arrival?: { position: number; at: Date } | undefined;
  /** The sign-in that stands for a signature (IDE-29). */
  signIn?: { method: string; level: number; at: Date; id: string } | undefined;
  /** Of the content that was sent; lower-case hexadecimal. */
  sha256: string;
  /** Its number; `awaited` where the service registers and there is none yet. */
  protocol?: ProtocolMark | 'awaited' | undefined;
  /** Whether it is given for the registration in the protocol; else it is for the sending. */
  isOfRegistration?: boolean;
  office?: string | undefined;
  /** Person responsible for the procedure. */
  procedureOwner?: string | undefined;
  term?:
    | {
        by: Date;
        count: number;
        unit: 'days' | 'working-days' | 'months';
        /** What the silence of the office means at its end. */
        tacit?: 'approved' | 'rejected' | undefined;
      }
    | undefined;
  /** Page where the applicant follows the practice. */
  followUrl?: string | undefined;
  files: DocumentFile[];
}

/** The request as a PDF: all that was filled in, the attachments, how to verify it (PRA-10, PRA-16). Same input, same bytes. */
export function requestPdf(input: RequestInput): Promise<Buffer> {
  const { language, procedure, number, applicant, state, createdAt, submittedAt, pages, attachments, protocol } = input;
  const text = words[language];
  const mark = protocol && protocolOf(protocol, language);
  const sheet = startSheet(input, text.request, submittedAt ?? createdAt, mark);

  sheet.heading(1, procedure);
  writeRows(sheet, language, [
    ...(mark ? [{ label: text.protocol, value: mark }] : []),
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
  const { language, procedure, number, applicant, submittedAt, arrival, sha256, protocol, office, procedureOwner, term, files, signIn } =
    input;
  const { isOfRegistration = false } = input;
  const text = words[language];
  const title = isOfRegistration ? text.registration : text.receipt;
  const sheet = startSheet(input, title, submittedAt);

  sheet.heading(1, title);
  sheet.paragraph(isOfRegistration ? text.registered : text.sent, styles.lead);
  const rows: [string, string | undefined][] = [
    [text.form, procedure],
    [text.number, number],
    [text.sentAt, printInstant(submittedAt, language)],
    [text.arrival, arrival && text.arrivalAt(printCount(arrival.position, language), printTime(arrival.at, language))],
    [text.applicant, applicant.name],
    [text.fiscalCode, applicant.fiscalCode],
    [text.signIn, signIn && text.signInBy(signIn.method, signIn.level, printInstant(signIn.at, language), signIn.id)],
    [text.protocol, protocol && (protocol === 'awaited' ? text.protocolAwaited : protocolOf(protocol, language))],
    [text.office, office],
    [text.owner, procedureOwner],
    [text.term, term && text.termBy(printDay(term.by), term.count, term.unit)],
  ];
  writeRows(
    sheet,
    language,
    rows.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }])),
  );
  if (term?.tacit) sheet.paragraph(text.tacit[term.tacit]);
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

const protocolOf = ({ number, at }: ProtocolMark, language: Language): string =>
  at ? words[language].protocolOf(number, printDay(at)) : number;

/** The register of one day of a body, or a part of it. */
export interface DailyRegisterInput {
  language: Language;
  organization: Letterhead;
  /** The day in Italy, `21/07/2022`. */
  day: string;
  /** Which of how many, from 1. */
  part: number;
  parts: number;
  /** What the document says of when it was made: the same input gives the same bytes. */
  createdAt: Date;
  entries: {
    number: string;
    at: Date;
    direction: 'incoming' | 'outgoing';
    /** Which document of a practice, and of which. */
    subject: string;
    correspondent: string;
    /** Of the main document. */
    sha256: string | null;
    documents: number;
  }[];
  annulments: { number: string; at: Date; byName: string; reason: string }[];
  /** Of the daily register before it. */
  previousSha256: string | null;
}

/** The daily register of the protocol (d.P.R. 445/2000, article 53, paragraph 2). Same input, same bytes. */
export function dailyRegisterPdf(input: DailyRegisterInput): Promise<Buffer> {
  const { language, organization, day, part, parts: count, createdAt, entries, annulments, previousSha256 } = input;
  const text = words[language];
  const title = `${text.dailyRegister} ${day}`;
  const sheet = new Sheet(
    {
      title: count > 1 ? `${title} (${part}/${count})` : title,
      author: organization.name,
      subject: `${organization.name} ${day} ${part}`,
      language,
      createdAt,
    },
    {
      organization: organization.name,
      reference: title,
      note: title,
      pageOf: text.pageOf,
      continued: text.continued,
      unknown: text.unknown,
    },
    organization,
  );
  sheet.heading(1, title);
  writeRows(sheet, language, [
    { label: text.registerEntries, value: printCount(entries.length, language) },
    ...(entries.length > 0 ? [{ label: text.registerNumbers, value: `${entries[0]?.number} – ${entries.at(-1)?.number}` }] : []),
    { label: text.registerAnnulments, value: printCount(annulments.length, language) },
    ...(count > 1 ? [{ label: text.registerPart, value: `${part}/${count}` }] : []),
    { label: text.registerPrevious, value: previousSha256 ?? text.registerFirst },
  ]);
  const [numberWidth, hourWidth, hashWidth] = [74, 62, 182]; // a number with its year fits
  const subjectWidth = contentWidth - numberWidth - hourWidth - hashWidth;
  const head = (label: string, width: number): Cell => ({ tag: 'TH', text: label, width, style: styles.columnHead });
  const cell = (value: string, width: number, actual?: string): Cell => ({
    tag: 'TD',
    text: value,
    width,
    style: styles.small,
    ...(actual !== undefined && { actual }),
  });
  sheet.heading(2, text.registerEntries);
  if (entries.length === 0) sheet.paragraph(text.emptySection, styles.absent);
  sheet.table(
    [
      head(text.registerNumber, numberWidth),
      head(text.registerHour, hourWidth),
      head(text.registerSubject, subjectWidth),
      head(text.fileHash, hashWidth),
    ],
    entries.map(({ number, at, direction, subject, correspondent, sha256, documents }): Cell[] => [
      { tag: 'TH', text: number, width: numberWidth, style: styles.small },
      cell(`${printTime(at, language)}\n${text[direction]}`, hourWidth),
      cell(`${subject}\n${correspondent}`, subjectWidth),
      cell(
        `${sha256 ? `${sha256.slice(0, 32)}\n${sha256.slice(32)}` : text.empty}\n${text.registerFiles(documents)}`,
        hashWidth,
        `${sha256 ?? text.empty} ${text.registerFiles(documents)}`,
      ),
    ]),
  );
  if (annulments.length > 0) {
    sheet.heading(2, text.registerAnnulments);
    sheet.table(
      [head(text.registerNumber, numberWidth), head(text.registerHour, hourWidth), head(text.registerReason, subjectWidth + hashWidth)],
      annulments.map(({ number, at, byName, reason }): Cell[] => [
        { tag: 'TH', text: number, width: numberWidth, style: styles.small },
        cell(printTime(at, language), hourWidth),
        cell(`${reason}\n${byName}`, subjectWidth + hashWidth),
      ]),
    );
  }
  sheet.paragraph(text.registerLaw, styles.absent);
  return sheet.finish();
}

/** @param protocolMark number and date in the protocol, for the foot of every page */
function startSheet(
  { language, organization, procedure, number, verification }: DocumentHead,
  kind: string,
  createdAt: Date,
  protocolMark?: string,
): Sheet {
  const text = words[language];
  const code = `${text.code}: ${verification.code}`;
  return new Sheet(
    // The code makes the document's own identifier unique, which is derived from these.
    { title: `${kind} ${number} – ${procedure}`, author: organization.name, subject: code, language, createdAt },
    {
      organization: organization.name,
      reference: `${text.number}: ${number}`,
      note: protocolMark ? `${text.protocol}: ${protocolMark} · ${text.number}: ${number}` : `${text.number}: ${number} · ${code}`,
      pageOf: text.pageOf,
      continued: text.continued,
      unknown: text.unknown,
    },
    organization,
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
