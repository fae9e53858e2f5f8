export type Language = 'it' | 'en';

/** The texts of the documents. Labels in Italian are those of the confirmation page, letter by letter. */
export const words = {
  it: {
    request: 'Istanza',
    receipt: 'Ricevuta di presentazione',
    sent: "L'istanza è stata inviata correttamente",
    form: 'Modulo',
    number: 'Codice istanza',
    sentAt: 'Data invio',
    createdAt: 'Data creazione',
    state: 'Stato attuale',
    applicant: 'Richiedente',
    fiscalCode: 'Codice fiscale',
    arrival: 'Ordine di arrivo',
    arrivalAt: (position: string, at: string) => `n. ${position}, alle ${at}`,
    protocol: 'Protocollo',
    protocolOf: (number: string, at: string) => `${number} del ${at}`,
    office: 'Ufficio competente',
    owner: 'Responsabile del procedimento',
    term: 'Termine del procedimento',
    termBy: (date: string, days?: number) => (days === undefined ? `entro il ${date}` : `${days} giorni, entro il ${date}`),
    tacitConsent: "Se entro il termine non ricevi risposta, l'istanza si intende accolta (silenzio assenso).",
    law: "Ricevuta rilasciata ai sensi dell'articolo 18-bis della legge 7 agosto 1990, n. 241.",
    content: 'Contenuto inviato',
    contentHash: 'Impronta SHA-256 di quanto è stato inviato:',
    attachments: 'Allegati',
    noFiles: 'Nessun file allegato.',
    fileName: 'Nome del file',
    fileSize: 'Dimensione',
    fileHash: 'Impronta SHA-256',
    follow: "Come seguire l'istanza",
    followText: 'Lo stato di lavorazione, le comunicazioni e gli atti dell’ufficio sono nella tua Area personale, in «Le mie istanze»:',
    verify: 'Verifica del documento',
    verifyText:
      'Per controllare che questo documento è autentico, inquadra il codice QR oppure apri la pagina qui sotto e inserisci il codice.',
    code: 'Codice di verifica',
    qr: (url: string) => `Codice QR che apre la pagina di verifica del documento: ${url}`,
    empty: 'non compilato',
    emptySection: 'Nessun dato in questa sezione.',
    continued: '(segue)',
    unknown:
      'I segni che i caratteri di questo documento non contengono sono indicati con il loro numero Unicode, per esempio [U+6771]. Il testo originale si ottiene copiandolo dal documento.',
    pageOf: (page: number, pages: number) => `Pagina ${page} di ${pages}`,
    zone: (offset: string) => `ora italiana, UTC${offset}`,
  },
  en: {
    request: 'Request',
    receipt: 'Receipt of submission',
    sent: 'The request was sent correctly',
    form: 'Form',
    number: 'Request number',
    sentAt: 'Sent on',
    createdAt: 'Created on',
    state: 'Current state',
    applicant: 'Applicant',
    fiscalCode: 'Fiscal code',
    arrival: 'Order of arrival',
    arrivalAt: (position: string, at: string) => `no. ${position}, at ${at}`,
    protocol: 'Protocol number',
    protocolOf: (number: string, at: string) => `${number} of ${at}`,
    office: 'Office in charge',
    owner: 'Procedure owner',
    term: 'Term of the procedure',
    termBy: (date: string, days?: number) => (days === undefined ? `by ${date}` : `${days} days, by ${date}`),
    tacitConsent: 'If you receive no answer within the term, the request is deemed approved (tacit consent).',
    law: 'Receipt issued under article 18-bis of Italian law no. 241 of 7 August 1990.',
    content: 'What was sent',
    contentHash: 'SHA-256 hash of what was sent:',
    attachments: 'Attachments',
    noFiles: 'No file attached.',
    fileName: 'File name',
    fileSize: 'Size',
    fileHash: 'SHA-256 hash',
    follow: 'How to follow the request',
    followText: 'Its progress, the messages and the acts of the office are in your personal area, under “My requests”:',
    verify: 'Checking this document',
    verifyText: 'To check that this document is authentic, scan the QR code, or open the page below and enter the code.',
    code: 'Verification code',
    qr: (url: string) => `QR code that opens the page where the document is checked: ${url}`,
    empty: 'not filled in',
    emptySection: 'No data in this section.',
    continued: '(continued)',
    unknown:
      'Signs that the typefaces of this document do not have are shown by their Unicode number, for example [U+6771]. Copying them from the document gives the original text.',
    pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
    zone: (offset: string) => `Italian time, UTC${offset}`,
  },
} as const;

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Rome',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
  hourCycle: 'h23',
  timeZoneName: 'shortOffset',
});

function partsOf(instant: Date): Record<string, string> {
  return Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, value]));
}

/** `21/07/2022`, the day in Italy. */
export function printDay(instant: Date): string {
  const { day, month, year } = partsOf(instant);
  return `${day}/${month}/${year}`;
}

/** `21/07/2022 14:01 (ora italiana, UTC+2)`. */
export function printInstant(instant: Date, language: Language): string {
  const { hour, minute, timeZoneName = '' } = partsOf(instant);
  return `${printDay(instant)} ${hour}:${minute} (${words[language].zone(timeZoneName.replace(/^(GMT|UTC)/, ''))})`;
}

/** `14:01:07,123`: the time of an arrival, to the millisecond. */
export function printTime(instant: Date, language: Language): string {
  const { hour, minute, second, fractionalSecond } = partsOf(instant);
  return `${hour}:${minute}:${second}${language === 'it' ? ',' : '.'}${fractionalSecond}`;
}

/** `12.345` in Italian, `12,345` in English. */
export function printCount(count: number, language: Language): string {
  return count.toLocaleString(language, { useGrouping: 'always' });
}

/** `820 byte`, `34 kB`, `1,2 MB`: in units of 1000, as file managers show them. */
export function printSize(bytes: number, language: Language): string {
  if (bytes < 1000) return `${bytes} ${language === 'it' ? 'byte' : 'bytes'}`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  const megabytes = (bytes / 1_000_000).toFixed(1);
  return `${language === 'it' ? megabytes.replace('.', ',') : megabytes} MB`;
}
