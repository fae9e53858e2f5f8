export type Language = 'it' | 'en';

type TermUnit = 'days' | 'working-days' | 'months';

const lengths: Record<Language, Record<TermUnit, (count: number) => string>> = {
  it: {
    days: (count) => (count === 1 ? '1 giorno' : `${count} giorni`),
    'working-days': (count) => (count === 1 ? '1 giorno lavorativo' : `${count} giorni lavorativi`),
    months: (count) => (count === 1 ? '1 mese' : `${count} mesi`),
  },
  en: {
    days: (count) => (count === 1 ? '1 day' : `${count} days`),
    'working-days': (count) => (count === 1 ? '1 working day' : `${count} working days`),
    months: (count) => (count === 1 ? '1 month' : `${count} months`),
  },
};

/** The texts of the documents. Labels in Italian are those of the confirmation page, letter by letter. */
export const words = {
  it: {
    request: 'Istanza',
    receipt: 'Ricevuta di presentazione',
    registration: 'Ricevuta di protocollazione',
    registered: "L'istanza è stata registrata nel protocollo dell'ente",
    protocolAwaited: 'in attesa di protocollazione',
    dailyRegister: 'Registro giornaliero di protocollo del',
    registerEntries: 'Registrazioni',
    registerNumbers: 'Dal numero al numero',
    registerAnnulments: 'Annullamenti',
    registerPart: 'Parte',
    registerPrevious: 'Impronta SHA-256 del registro precedente',
    registerFirst: 'nessuno: è il primo registro',
    registerNumber: 'Numero',
    registerHour: 'Ora',
    registerSubject: 'Oggetto e corrispondente',
    registerReason: 'Motivo e autore',
    registerFiles: (count: number) => (count === 1 ? '1 documento' : `${count} documenti`),
    registerLaw:
      "Registro giornaliero ai sensi dell'articolo 53, comma 2, del d.P.R. 28 dicembre 2000, n. 445. I numeri annullati restano assegnati (articolo 54).",
    incoming: 'entrata',
    outgoing: 'uscita',
    sent: "L'istanza è stata inviata correttamente",
    form: 'Modulo',
    number: 'Codice istanza',
    sentAt: 'Data invio',
    createdAt: 'Data creazione',
    state: 'Stato attuale',
    applicant: 'Richiedente',
    fiscalCode: 'Codice fiscale',
    signIn: 'Accesso',
    signInBy: (method: string, level: number, at: string, id: string) => `${method}, livello ${level}, ${at}, riferimento ${id}`,
    arrival: 'Ordine di arrivo',
    arrivalAt: (position: string, at: string) => `n. ${position}, alle ${at}`,
    protocol: 'Protocollo',
    protocolOf: (number: string, at: string) => `${number} del ${at}`,
    office: 'Ufficio competente',
    owner: 'Responsabile del procedimento',
    term: 'Termine del procedimento',
    termBy: (date: string, count: number, unit: TermUnit) => `${lengths.it[unit](count)}, entro il ${date}`,
    tacit: {
      approved: "Se entro il termine non ricevi risposta, l'istanza si intende accolta (silenzio assenso).",
      rejected: "Se entro il termine non ricevi risposta, l'istanza si intende respinta (silenzio rigetto).",
    },
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
    registration: 'Receipt of registration',
    registered: 'The request was registered in the protocol of the body',
    protocolAwaited: 'waiting to be registered',
    dailyRegister: 'Daily register of the protocol of',
    registerEntries: 'Entries',
    registerNumbers: 'From number to number',
    registerAnnulments: 'Annulments',
    registerPart: 'Part',
    registerPrevious: 'SHA-256 hash of the register before it',
    registerFirst: 'none: it is the first register',
    registerNumber: 'Number',
    registerHour: 'Time',
    registerSubject: 'Subject and correspondent',
    registerReason: 'Reason and author',
    registerFiles: (count: number) => (count === 1 ? '1 document' : `${count} documents`),
    registerLaw:
      'Daily register under article 53(2) of Italian decree no. 445 of 28 December 2000. Annulled numbers stay taken (article 54).',
    incoming: 'incoming',
    outgoing: 'outgoing',
    sent: 'The request was sent correctly',
    form: 'Form',
    number: 'Request number',
    sentAt: 'Sent on',
    createdAt: 'Created on',
    state: 'Current state',
    applicant: 'Applicant',
    fiscalCode: 'Fiscal code',
    signIn: 'Sign-in',
    signInBy: (method: string, level: number, at: string, id: string) => `${method}, level ${level}, ${at}, reference ${id}`,
    arrival: 'Order of arrival',
    arrivalAt: (position: string, at: string) => `no. ${position}, at ${at}`,
    protocol: 'Protocol number',
    protocolOf: (number: string, at: string) => `${number} of ${at}`,
    office: 'Office in charge',
    owner: 'Procedure owner',
    term: 'Term of the procedure',
    termBy: (date: string, count: number, unit: TermUnit) => `${lengths.en[unit](count)}, by ${date}`,
    tacit: {
      approved: 'If you receive no answer within the term, the request is deemed approved (tacit consent).',
      rejected: 'If you receive no answer within the term, the request is deemed rejected (tacit refusal).',
    },
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
