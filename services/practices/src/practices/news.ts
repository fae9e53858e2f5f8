import type { Text } from '@sportello/contracts/contract';
import type { AnnouncedMessage, Together } from '@sportello/contracts/notifications/announcements';
import { practicesPath } from '@sportello/contracts/practices/practices';

export type News =
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
  | 'message-from-applicant';

export type Words = Pick<AnnouncedMessage, 'title' | 'body' | 'action'>;

interface NewsWords {
  topic: string;
  /** What the applicant is told; absent when she did it, or when it concerns the office alone. */
  applicant?: Words;
  /** How she is told, unless by both. */
  applicantBy?: AnnouncedMessage['by'];
  /** What the officers of the service are told. */
  officers?: Words;
  /** True when the officer in charge did it: she is not told of it. */
  isByOffice: boolean;
  /** For what people write to each other: after the first one, mails of some minutes go together. */
  together?: Together;
}

const openRequest: Text = { it: "Apri l'istanza", en: 'Open the request' };
const openPractice: Text = { it: 'Apri la pratica', en: 'Open the practice' };
const readAndAnswer: Text = { it: 'Leggi e rispondi', en: 'Read and answer' };
const readOutcome: Text = { it: "Leggi l'esito", en: 'Read the outcome' };
const readMessage: Text = { it: 'Leggi il messaggio', en: 'Read the message' };
const readMessages: Text = { it: 'Leggi i messaggi', en: 'Read the messages' };

/** A title in words: what happened, the service, and the number after them. */
const named = (it: string, en: string): Text => ({ it: `${it}: {service} ({number})`, en: `${en}: {service} ({number})` });

const toOfficers = (titleIt: string, titleEn: string, whatIt: string, whatEn: string, action = openPractice): Words => ({
  title: named(titleIt, titleEn),
  body: { it: `${whatIt} Servizio: {service}.`, en: `${whatEn} Service: {service}.` },
  action,
});

const counted = {
  one: { it: '{number}, servizio «{service}»: 1 messaggio', en: '{number}, service “{service}”: 1 message' },
  several: { it: '{number}, servizio «{service}»: {count} messaggi', en: '{number}, service “{service}”: {count} messages' },
};

/** What is told of a practice, in both languages. What it is about is read on the page that it leads to, after signing in. */
export const news: Record<News, NewsWords> = {
  submitted: {
    topic: 'practices.submission',
    applicantBy: ['notice'],
    isByOffice: false,
    applicant: {
      title: named('Istanza inviata', 'Request sent'),
      body: {
        it: "L'istanza {number} per il servizio «{service}» è stata inviata correttamente. La ricevuta e la copia in PDF saranno disponibili nella pagina dell'istanza appena pronte.",
        en: 'Request {number} for the service “{service}” was sent correctly. The receipt and the PDF copy will be on the page of the request as soon as they are ready.',
      },
      action: openRequest,
    },
    officers: toOfficers('Nuova pratica', 'New practice', 'È arrivata la pratica {number}.', 'Practice {number} has arrived.'),
  },
  receipt: {
    topic: 'practices.receipt',
    applicantBy: ['mail'],
    isByOffice: false,
    applicant: {
      title: named('Ricevuta', 'Receipt'),
      body: {
        it: "L'istanza {number} per il servizio «{service}» è stata inviata correttamente. In allegato trovi la copia in PDF del modulo e la ricevuta.",
        en: 'Request {number} for the service “{service}” was sent correctly. The PDF copy of the form and the receipt are attached.',
      },
      action: openRequest,
    },
  },
  assigned: {
    topic: 'practices.progress',
    isByOffice: true,
    applicant: {
      title: named('Istanza presa in carico', 'Request under review'),
      body: {
        it: "L'ufficio ha preso in carico l'istanza {number} per il servizio «{service}».",
        en: 'An officer is now in charge of request {number} for the service “{service}”.',
      },
      action: openRequest,
    },
    officers: toOfficers(
      'Pratica presa in carico',
      'Practice under review',
      'Un operatore ha preso in carico la pratica {number}.',
      'An officer is now in charge of practice {number}.',
    ),
  },
  'amendment-requested': {
    topic: 'practices.amendments',
    isByOffice: true,
    applicant: {
      title: named('Servono integrazioni', 'Additional information needed'),
      body: {
        it: "L'ufficio chiede integrazioni per l'istanza {number}, servizio «{service}». Leggi la richiesta e rispondi dalla tua area personale.",
        en: 'The office asks for additions to request {number}, service “{service}”. Read what is asked and answer from your personal area.',
      },
      action: readAndAnswer,
    },
    officers: toOfficers(
      'Pratica in attesa di integrazioni',
      'Practice awaiting additional information',
      'Sono state chieste integrazioni per la pratica {number}.',
      'Additions were requested for practice {number}.',
    ),
  },
  'amendment-submitted': {
    topic: 'practices.amendments',
    isByOffice: false,
    officers: toOfficers(
      'Integrazioni inviate',
      'Additional information sent',
      'Il richiedente ha inviato le integrazioni per la pratica {number}.',
      'The applicant has sent the additions for practice {number}.',
    ),
  },
  'amendment-accepted': {
    topic: 'practices.amendments',
    isByOffice: true,
    applicant: {
      title: named('Integrazioni accettate', 'Additional information accepted'),
      body: {
        it: "L'ufficio ha accettato le integrazioni dell'istanza {number}, servizio «{service}». L'esame prosegue.",
        en: 'The office has accepted the additions to request {number}, service “{service}”. The review goes on.',
      },
      action: openRequest,
    },
    officers: toOfficers(
      'Integrazioni accettate',
      'Additional information accepted',
      'Le integrazioni della pratica {number} sono state accettate.',
      'The additions to practice {number} were accepted.',
    ),
  },
  'amendment-refused': {
    topic: 'practices.amendments',
    isByOffice: true,
    applicant: {
      title: named('Integrazioni non accettate', 'Additional information not accepted'),
      body: {
        it: "L'ufficio non ha accettato le integrazioni dell'istanza {number}, servizio «{service}». Leggi il motivo e rispondi di nuovo dalla tua area personale.",
        en: 'The office has not accepted the additions to request {number}, service “{service}”. Read why and answer again from your personal area.',
      },
      action: readAndAnswer,
    },
    officers: toOfficers(
      'Integrazioni non accettate',
      'Additional information not accepted',
      'Le integrazioni della pratica {number} sono state rifiutate.',
      'The additions to practice {number} were refused.',
    ),
  },
  approved: {
    topic: 'practices.outcome',
    isByOffice: true,
    applicant: {
      title: named('Istanza approvata', 'Request approved'),
      body: {
        it: "L'istanza {number} per il servizio «{service}» è stata approvata. Messaggio e documenti dell'ufficio sono nella pagina dell'istanza.",
        en: 'Request {number} for the service “{service}” was approved. Message and documents of the office are on the page of the request.',
      },
      action: readOutcome,
    },
    officers: toOfficers(
      'Pratica approvata',
      'Practice approved',
      'La pratica {number} è stata approvata.',
      'Practice {number} was approved.',
    ),
  },
  rejected: {
    topic: 'practices.outcome',
    isByOffice: true,
    applicant: {
      title: named('Istanza rifiutata', 'Request rejected'),
      body: {
        it: "L'istanza {number} per il servizio «{service}» è stata rifiutata. Il motivo e i documenti dell'ufficio sono nella pagina dell'istanza.",
        en: 'Request {number} for the service “{service}” was rejected. The reason and the documents of the office are on the page of the request.',
      },
      action: readOutcome,
    },
    officers: toOfficers(
      'Pratica rifiutata',
      'Practice rejected',
      'La pratica {number} è stata rifiutata.',
      'Practice {number} was rejected.',
    ),
  },
  'message-from-office': {
    topic: 'practices.messages',
    isByOffice: true,
    applicant: {
      title: named("Nuovo messaggio dall'ufficio", 'New message from the office'),
      body: {
        it: "L'ufficio ti ha scritto a proposito dell'istanza {number}, servizio «{service}». Il messaggio è nella pagina dell'istanza.",
        en: 'The office has written to you about request {number}, service “{service}”. The message is on the page of the request.',
      },
      action: readMessage,
    },
    together: {
      ...counted,
      ofOne: {
        title: named("{count} nuovi messaggi dall'ufficio", '{count} new messages from the office'),
        body: {
          it: "L'ufficio ti ha scritto {count} messaggi a proposito dell'istanza {number}, servizio «{service}». I messaggi sono nella pagina dell'istanza.",
          en: 'The office has written you {count} messages about request {number}, service “{service}”. The messages are on the page of the request.',
        },
        action: readMessages,
      },
      ofMany: {
        title: { it: '{count} nuovi messaggi su {subjects} istanze', en: '{count} new messages about {subjects} requests' },
        body: {
          it: "L'ufficio ti ha scritto {count} messaggi a proposito di {subjects} istanze. I messaggi sono nelle pagine delle istanze.",
          en: 'The office has written you {count} messages about {subjects} requests. The messages are on the pages of the requests.',
        },
        action: { it: 'Apri le tue istanze', en: 'Open your requests' },
        path: practicesPath,
      },
    },
  },
  'message-from-applicant': {
    topic: 'practices.messages',
    isByOffice: false,
    officers: toOfficers(
      'Nuovo messaggio dal richiedente',
      'New message from the applicant',
      'Il richiedente ha scritto a proposito della pratica {number}.',
      'The applicant has written about practice {number}.',
      readMessage,
    ),
    together: {
      ...counted,
      ofOne: {
        title: named('{count} nuovi messaggi dal richiedente', '{count} new messages from the applicant'),
        body: {
          it: 'Il richiedente ha scritto {count} messaggi a proposito della pratica {number}. Servizio: {service}.',
          en: 'The applicant has written {count} messages about practice {number}. Service: {service}.',
        },
        action: readMessages,
      },
      ofMany: {
        title: { it: '{count} nuovi messaggi su {subjects} pratiche', en: '{count} new messages about {subjects} practices' },
        body: {
          it: 'I richiedenti hanno scritto {count} messaggi a proposito di {subjects} pratiche.',
          en: 'Applicants have written {count} messages about {subjects} practices.',
        },
        action: { it: 'Apri le pratiche', en: 'Open the practices' },
        path: '/console',
      },
    },
  },
};
