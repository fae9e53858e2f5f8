/**
 * What people ask a library, as they write it: with slips, without accents, in dialect, by other words than the article's, by codes. Each with
 * the article that answers it. Written before the search was, and never changed to please it: a question that is not answered stays.
 */
export interface Question {
  asked: string;
  /** The article's number. */
  article: string;
  /** In which the reader reads; Italian unless it is said. */
  language?: 'en';
  /** As who asks; a citizen unless it is said. */
  profileKind?: 'school_head';
}

const school = { profileKind: 'school_head' } as const;
const english = { language: 'en' } as const;

export const questions: Question[] = [
  // Signing in
  { asked: 'quanti anni bisogna avere per lo spid', article: 'KB0010012' },
  { asked: 'mio figlio ha 13 anni puo avere lo spid?', article: 'KB0010012' },
  { asked: 'eta minima spid', article: 'KB0010012' },
  { asked: 'come entro nel sito', article: 'KB0010003' },
  { asked: 'non riesco ad accedere', article: 'KB0010020' },
  { asked: 'nn riesco a entrare con lo spid', article: 'KB0010020' },
  { asked: 'spid errore accesso', article: 'KB0010020' },
  { asked: 'come mi registro', article: 'KB0010004' },
  { asked: 'registrazzione nuovo utente', article: 'KB0010004' },
  { asked: 'ho dimenticato la passuord', article: 'KB0010021' },
  { asked: 'password scaduta', article: 'KB0010021' },
  { asked: 'username dimenticato', article: 'KB0010021' },
  { asked: 'il pin della cie non arriva', article: 'KB0010022' },
  { asked: "perche' non mi e' arrivato il pin della carta d'identità elettronica", article: 'KB0010022' },
  { asked: 'codice puk cie perso', article: 'KB0010023' },
  { asked: 'ho bloccato il pin', article: 'KB0010023' },
  { asked: 'entrare senza spid', article: 'KB0010024' },
  { asked: 'posso usare la tessera sanitaria per accedere', article: 'KB0010024' },
  { asked: 'sono straniero, come accedo?', article: 'KB0010025' },
  { asked: 'login con identità di un altro paese europeo', article: 'KB0010025' },
  { asked: 'eidas', article: 'KB0010025' },
  { asked: 'accedere al posto di mia madre anziana', article: 'KB0010026' },
  { asked: 'delega spid genitore', article: 'KB0010026' },
  // Schools that join the gateway
  { asked: 'chi è il soggetto aggregato', article: 'KB0010078', ...school },
  { asked: 'soggetto agregato eidas', article: 'KB0010078', ...school },
  { asked: 'la scuola è già aggregata?', article: 'KB0010010', ...school },
  { asked: 'dove vedo lo stato di aggregazione su sidi', article: 'KB0010010', ...school },
  { asked: 'modulo di adesione', article: 'KB0010011', ...school },
  { asked: 'quali fornitori devo indicare nel modulo', article: 'KB0010011', ...school },
  { asked: 'il registro elettronico non è nella lista dei fornitori', article: 'KB0010031', ...school },
  { asked: 'cambio fornitore registro elettronico', article: 'KB0010031', ...school },
  { asked: 'revocare adesione gateway', article: 'KB0010032', ...school },
  // Payments to schools
  { asked: 'pagare la mensa', article: 'KB0010040' },
  { asked: 'come se paga a refezione', article: 'KB0010040' },
  { asked: 'buoni pasto scuola', article: 'KB0010040' },
  { asked: 'ho pagato due volte', article: 'KB0010041' },
  { asked: 'rimborso doppio pagamento gita', article: 'KB0010041' },
  { asked: 'mi ridate i schei?', article: 'KB0010041' },
  { asked: 'ricevuta pagamento 730', article: 'KB0010042' },
  { asked: 'attestazione per detrazione spese scolastiche', article: 'KB0010042' },
  { asked: 'avviso pagopa', article: 'KB0010043' },
  { asked: 'pago pa avviso non trovato', article: 'KB0010043' },
  { asked: 'pago-pa codice IUV', article: 'KB0010043' },
  { asked: 'il pagamento è rimasto in corso', article: 'KB0010044' },
  { asked: 'pagamento in sospeso, addebitato ma non risulta', article: 'KB0010044' },
  { asked: 'bollettino postale', article: 'KB0010045' },
  { asked: 'si puo pagare in tabaccheria o alla posta', article: 'KB0010045' },
  { asked: 'contributo volontario obbligatorio?', article: 'KB0010046' },
  { asked: 'pagare per il figlio della mia ex, sono il papà', article: 'KB0010047' },
  { asked: 'associare il figlio', article: 'KB0010047' },
  { asked: 'non vedo mio figlio nella lista', article: 'KB0010047' },
  { asked: 'dove mando le famiglie che non riescono a pagare', article: 'KB0010005', ...school },
  { asked: 'genitori problemi registrazione pago in rete a chi rivolgersi', article: 'KB0010005', ...school },
  { asked: 'alunni non associati dopo importazione', article: 'KB0010006', ...school },
  { asked: 'importazzione elenco alunni errore', article: 'KB0010006', ...school },
  { asked: 'iban scuola conto corrente', article: 'KB0010050', ...school },
  { asked: 'verifica conto corrente postale', article: 'KB0010050', ...school },
  { asked: 'riconciliazione tesoreria', article: 'KB0010051', ...school },
  { asked: 'flussi rendicontazione incassi', article: 'KB0010051', ...school },
  { asked: 'visibilità avvisi per classe', article: 'KB0010052', ...school },
  { asked: 'annullare un evento di pagamento sbagliato', article: 'KB0010053', ...school },
  { asked: 'esonero isee', article: 'KB0010054' },
  { asked: 'riduzione retta con isee basso', article: 'KB0010054' },
  // Enrolments and laws
  { asked: 'iscrizioni 2027', article: 'KB0010060' },
  { asked: 'iscrizzione 2026-2027 quando apre', article: 'KB0010060' },
  { asked: 'iscrivere la bambina alle medie', article: 'KB0010060' },
  { asked: 'codice meccanografico', article: 'KB0010061' },
  { asked: 'dove', article: 'KB0010061' },
  { asked: 'legge 241', article: 'KB0010062' },
  { asked: 'accesso agli atti della scuola', article: 'KB0010062' },
  { asked: 'dpr 445', article: 'KB0010063' },
  { asked: 'autocertificazione', article: 'KB0010063' },
  { asked: 'privacy dati di mio figlio', article: 'KB0010064' },
  { asked: 'allergie in mensa celiachia', article: 'KB0010065' },
  { asked: 'dieta senza glutine', article: 'KB0010065' },
  { asked: 'KB0010078', article: 'KB0010078', ...school },
  { asked: 'kb 10078', article: 'KB0010078', ...school },
  // In English
  { asked: 'how old must my child be for spid', article: 'KB0010012', ...english },
  { asked: 'forgot my pasword', article: 'KB0010021', ...english },
  { asked: 'pay school lunch', article: 'KB0010040', ...english },
  { asked: 'i payed twice', article: 'KB0010041', ...english },
  { asked: 'receipts for tax return', article: 'KB0010042', ...english },
  { asked: 'sign in from another eu country', article: 'KB0010025', ...english },
  { asked: 'enrolment 2026/27', article: 'KB0010060', ...english },
  { asked: 'my kid is not in the list', article: 'KB0010047', ...english },
];
