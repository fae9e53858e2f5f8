import type { Text } from '@sportello/contracts/contract';

/** In which capacity somebody is told. */
export type Audience = 'applicant' | 'officer';

export type Template =
  | 'submitted'
  | 'receipt'
  | 'assigned'
  | 'amendment-requested'
  | 'amendment-submitted'
  | 'amendment-accepted'
  | 'amendment-refused'
  | 'approved'
  | 'rejected'
  | 'message-from-office'
  | 'message-from-applicant'
  | 'sign-in-guessed'
  | 'officer-invited';

/** `{number}`, `{service}` and `{organization}` stand for what a message may say of a practice; there are no others. */
export interface Words {
  subject: Text;
  body: Text;
  /** What the link is called: the next thing to do (NOT-03). */
  action: Text;
}

export interface Told extends Partial<Record<Audience, Words>> {
  /** False for what is only a mail. */
  isInPortal: boolean;
  /** True when the officer in charge did it: she is not told of it. */
  isByOffice: boolean;
  /** True for what people write to each other: after the first one, mails of some minutes go together. */
  isMessage?: true;
}

const openRequest: Text = { it: "Apri l'istanza", en: 'Open the request' };
const openPractice: Text = { it: 'Apri la pratica', en: 'Open the practice' };

const toOfficers = (subjectIt: string, subjectEn: string, whatIt: string, whatEn: string): Words => ({
  subject: { it: subjectIt, en: subjectEn },
  body: { it: `${whatIt} Servizio: {service}.`, en: `${whatEn} Service: {service}.` },
  action: openPractice,
});

const guessed: Pick<Words, 'subject' | 'body'> = {
  subject: { it: 'Tentativi di accesso non riusciti', en: 'Failed attempts to sign in' },
  body: {
    it: 'Qualcuno ha provato più volte ad accedere con il tuo nome utente e una password sbagliata. Nessuno è entrato. Se i tentativi non sono tuoi e la tua password può essere conosciuta da altri, cambiala o avvisa il servizio di assistenza.',
    en: 'Somebody tried several times to sign in with your user name and a wrong password. Nobody got in. If it was not you and others may know your password, change it or tell the help desk.',
  },
};

/** Every message, to whom, in both languages. What it is about is read on the page that it leads to, after signing in. */
export const texts: Record<Template, Told> = {
  submitted: {
    isInPortal: true,
    isByOffice: false,
    applicant: {
      subject: { it: 'Istanza {number} inviata', en: 'Request {number} sent' },
      body: {
        it: "L'istanza {number} per il servizio «{service}» è stata inviata correttamente. La ricevuta e la copia in PDF sono nella pagina dell'istanza appena pronte.",
        en: 'Request {number} for the service “{service}” was sent correctly. The receipt and the PDF copy are on the page of the request as soon as they are ready.',
      },
      action: openRequest,
    },
    officer: toOfficers(
      'Nuova pratica {number}',
      'New practice {number}',
      'È arrivata la pratica {number}.',
      'Practice {number} has arrived.',
    ),
  },
  receipt: {
    isInPortal: false,
    isByOffice: false,
    applicant: {
      subject: { it: "Ricevuta dell'istanza {number}", en: 'Receipt of request {number}' },
      body: {
        it: "L'istanza {number} per il servizio «{service}» è stata inviata correttamente. In allegato trovi la copia in PDF del modulo e la ricevuta.",
        en: 'Request {number} for the service “{service}” was sent correctly. The PDF copy of the form and the receipt are attached.',
      },
      action: openRequest,
    },
  },
  assigned: {
    isInPortal: true,
    isByOffice: true,
    applicant: {
      subject: { it: 'Istanza {number} presa in carico', en: 'Request {number} under review' },
      body: {
        it: "L'ufficio ha preso in carico l'istanza {number} per il servizio «{service}».",
        en: 'The office has taken charge of request {number} for the service “{service}”.',
      },
      action: openRequest,
    },
    officer: toOfficers(
      'Pratica {number} presa in carico',
      'An officer is in charge of practice {number}',
      'Un operatore ha preso in carico la pratica {number}.',
      'An officer has taken charge of practice {number}.',
    ),
  },
  'amendment-requested': {
    isInPortal: true,
    isByOffice: true,
    applicant: {
      subject: { it: "Richiesta di integrazioni per l'istanza {number}", en: 'Additions requested for request {number}' },
      body: {
        it: "L'ufficio chiede integrazioni per l'istanza {number}, servizio «{service}». Leggi la richiesta e rispondi dalla tua area personale.",
        en: 'The office asks for additions to request {number}, service “{service}”. Read what is asked and answer from your personal area.',
      },
      action: { it: 'Leggi e rispondi', en: 'Read and answer' },
    },
    officer: toOfficers(
      'Pratica {number} in attesa di integrazioni',
      'Practice {number} awaiting additions',
      'Sono state chieste integrazioni per la pratica {number}.',
      'Additions were requested for practice {number}.',
    ),
  },
  'amendment-submitted': {
    isInPortal: true,
    isByOffice: false,
    officer: toOfficers(
      'Integrazioni inviate per la pratica {number}',
      'Additions sent for practice {number}',
      'Il richiedente ha inviato le integrazioni per la pratica {number}.',
      'The applicant has sent the additions for practice {number}.',
    ),
  },
  'amendment-accepted': {
    isInPortal: true,
    isByOffice: true,
    applicant: {
      subject: { it: "Integrazioni accettate per l'istanza {number}", en: 'Additions accepted for request {number}' },
      body: {
        it: "L'ufficio ha accettato le integrazioni dell'istanza {number}, servizio «{service}». L'esame prosegue.",
        en: 'The office has accepted the additions to request {number}, service “{service}”. The review goes on.',
      },
      action: openRequest,
    },
    officer: toOfficers(
      'Integrazioni accettate per la pratica {number}',
      'Additions accepted for practice {number}',
      'Le integrazioni della pratica {number} sono state accettate.',
      'The additions to practice {number} were accepted.',
    ),
  },
  'amendment-refused': {
    isInPortal: true,
    isByOffice: true,
    applicant: {
      subject: { it: "Integrazioni rifiutate per l'istanza {number}", en: 'Additions refused for request {number}' },
      body: {
        it: "L'ufficio non ha accettato le integrazioni dell'istanza {number}, servizio «{service}». Leggi il motivo e rispondi di nuovo dalla tua area personale.",
        en: 'The office has not accepted the additions to request {number}, service “{service}”. Read why and answer again from your personal area.',
      },
      action: { it: 'Leggi e rispondi', en: 'Read and answer' },
    },
    officer: toOfficers(
      'Integrazioni rifiutate per la pratica {number}',
      'Additions refused for practice {number}',
      'Le integrazioni della pratica {number} sono state rifiutate.',
      'The additions to practice {number} were refused.',
    ),
  },
  approved: {
    isInPortal: true,
    isByOffice: true,
    applicant: {
      subject: { it: 'Istanza {number} approvata', en: 'Request {number} approved' },
      body: {
        it: "L'istanza {number} per il servizio «{service}» è stata approvata. Messaggio e documenti dell'ufficio sono nella pagina dell'istanza.",
        en: 'Request {number} for the service “{service}” was approved. Message and documents of the office are on the page of the request.',
      },
      action: { it: "Leggi l'esito", en: 'Read the outcome' },
    },
    officer: toOfficers(
      'Pratica {number} approvata',
      'Practice {number} approved',
      'La pratica {number} è stata approvata.',
      'Practice {number} was approved.',
    ),
  },
  rejected: {
    isInPortal: true,
    isByOffice: true,
    applicant: {
      subject: { it: 'Istanza {number} rifiutata', en: 'Request {number} rejected' },
      body: {
        it: "L'istanza {number} per il servizio «{service}» è stata rifiutata. Il motivo e i documenti dell'ufficio sono nella pagina dell'istanza.",
        en: 'Request {number} for the service “{service}” was rejected. The reason and the documents of the office are on the page of the request.',
      },
      action: { it: "Leggi l'esito", en: 'Read the outcome' },
    },
    officer: toOfficers(
      'Pratica {number} rifiutata',
      'Practice {number} rejected',
      'La pratica {number} è stata rifiutata.',
      'Practice {number} was rejected.',
    ),
  },
  'message-from-office': {
    isInPortal: true,
    isMessage: true,
    isByOffice: true,
    applicant: {
      subject: { it: "Nuovo messaggio sull'istanza {number}", en: 'New message about request {number}' },
      body: {
        it: "L'ufficio ti ha scritto a proposito dell'istanza {number}, servizio «{service}». Il messaggio è nella pagina dell'istanza.",
        en: 'The office has written to you about request {number}, service “{service}”. The message is on the page of the request.',
      },
      action: { it: 'Leggi il messaggio', en: 'Read the message' },
    },
  },
  'message-from-applicant': {
    isInPortal: true,
    isMessage: true,
    isByOffice: false,
    officer: {
      ...toOfficers(
        'Nuovo messaggio sulla pratica {number}',
        'New message about practice {number}',
        'Il richiedente ha scritto a proposito della pratica {number}.',
        'The applicant has written about practice {number}.',
      ),
      action: { it: 'Leggi il messaggio', en: 'Read the message' },
    },
  },
  'sign-in-guessed': {
    isInPortal: true,
    isByOffice: false,
    applicant: { ...guessed, action: { it: 'Apri il tuo profilo', en: 'Open your profile' } },
    officer: { ...guessed, action: { it: 'Apri la console', en: 'Open the console' } },
  },
  'officer-invited': {
    isInPortal: true,
    isByOffice: false,
    applicant: {
      subject: { it: 'Un ente ti invita a lavorare come operatore', en: 'A body asks you to work as an officer' },
      body: {
        it: "{organization} ti invita a lavorare le pratiche dei suoi servizi digitali. L'invito è nel tuo profilo: puoi accettarlo o rifiutarlo.",
        en: '{organization} asks you to work on the practices of its digital services. The invitation is in your profile: you can accept or decline it.',
      },
      action: { it: "Leggi l'invito", en: 'Read the invitation' },
    },
  },
};

/** Mails about several messages: `{count}` of them, about `{practices}` practices. */
export interface GatheredWords {
  /** All of one practice. */
  ofOne: Words;
  ofMany: Words;
  /** A line of the list, for one message and for several. */
  one: Text;
  several: Text;
}

export const gatheredTexts: Record<Audience, GatheredWords> = {
  applicant: {
    ofOne: {
      subject: { it: "{count} nuovi messaggi sull'istanza {number}", en: '{count} new messages about request {number}' },
      body: {
        it: "L'ufficio ti ha scritto {count} messaggi a proposito dell'istanza {number}, servizio «{service}». I messaggi sono nella pagina dell'istanza.",
        en: 'The office has written you {count} messages about request {number}, service “{service}”. The messages are on the page of the request.',
      },
      action: { it: 'Leggi i messaggi', en: 'Read the messages' },
    },
    ofMany: {
      subject: { it: '{count} nuovi messaggi su {practices} istanze', en: '{count} new messages about {practices} requests' },
      body: {
        it: "L'ufficio ti ha scritto {count} messaggi a proposito di {practices} istanze. I messaggi sono nelle pagine delle istanze.",
        en: 'The office has written you {count} messages about {practices} requests. The messages are on the pages of the requests.',
      },
      action: { it: 'Apri le tue istanze', en: 'Open your requests' },
    },
    one: { it: '{number}, servizio «{service}»: 1 messaggio', en: '{number}, service “{service}”: 1 message' },
    several: { it: '{number}, servizio «{service}»: {count} messaggi', en: '{number}, service “{service}”: {count} messages' },
  },
  officer: {
    ofOne: {
      subject: { it: '{count} nuovi messaggi sulla pratica {number}', en: '{count} new messages about practice {number}' },
      body: {
        it: 'Il richiedente ha scritto {count} messaggi a proposito della pratica {number}. Servizio: {service}.',
        en: 'The applicant has written {count} messages about practice {number}. Service: {service}.',
      },
      action: { it: 'Leggi i messaggi', en: 'Read the messages' },
    },
    ofMany: {
      subject: { it: '{count} nuovi messaggi su {practices} pratiche', en: '{count} new messages about {practices} practices' },
      body: {
        it: 'I richiedenti hanno scritto {count} messaggi a proposito di {practices} pratiche.',
        en: 'Applicants have written {count} messages about {practices} practices.',
      },
      action: { it: 'Apri le pratiche', en: 'Open the practices' },
    },
    one: { it: '{number}, servizio «{service}»: 1 messaggio', en: '{number}, service “{service}”: 1 message' },
    several: { it: '{number}, servizio «{service}»: {count} messaggi', en: '{number}, service “{service}”: {count} messages' },
  },
};

/** Says whose message it is, and that nobody reads answers. */
export const footer: Text = {
  it: '{organization}. Messaggio automatico: non rispondere, nessuno legge questa casella.',
  en: '{organization}. Automatic message: do not answer, nobody reads this mailbox.',
};

/** For those who cannot use the link's button. */
export const linkHint: Text = {
  it: 'Se il collegamento non funziona, copia questo indirizzo nel browser:',
  en: 'If the link does not work, copy this address into the browser:',
};

export const laboratoryNotice: Text = {
  it: "Messaggio di prova: viene da un'installazione dimostrativa, dove persone, enti e servizi sono inventati.",
  en: 'Test message: it comes from a demonstration installation, where people, bodies and services are invented.',
};
