import { practicesPath } from '@sportello/contracts/practices/practices';
import { endings } from './news-of-endings.js';
import { opinions } from './news-of-opinions.js';
import { reminders } from './news-of-reminders.js';
import { type NewsWords, named, openRequest, readAndAnswer, readMessage, readMessages, readOutcome, toOfficers } from './news-words.js';

export type News =
  | 'submitted'
  | 'submitted-at-desk'
  | 'receipt'
  | 'corrected'
  | 'remind-draft'
  | 'remind-payment'
  | 'remind-answer'
  | 'receipt-again'
  | 'registered'
  | 'acquired'
  | 'assigned'
  | 'assigned-to-you'
  | 'taken-over'
  | 'released'
  | 'back-in-queue'
  | 'amendment-requested'
  | 'amendment-submitted'
  | 'amendment-accepted'
  | 'amendment-refused'
  | 'dues-asked'
  | 'stamp-rejected'
  | 'amendment-closed'
  | 'refusal-announced'
  | 'observations-sent'
  | 'observations-ended'
  | 'opinion-asked'
  | 'opinion-given'
  | 'opinion-dropped'
  | 'approved'
  | 'partially-approved'
  | 'rejected'
  | 'withdrawn'
  | 'person-enabled'
  | 'person-discarded'
  | 'cancelled'
  | 'reopened'
  | 'tacitly-approved'
  | 'tacitly-rejected'
  | 'message-from-office'
  | 'message-from-applicant';

const backInQueue = toOfficers(
  'Pratica senza operatore',
  'Practice without an officer',
  'Nessuno ha più in carico la pratica {number}: può essere presa in carico.',
  'Nobody is in charge of practice {number} any more: it can be taken.',
);

const counted = {
  one: { it: '{number}, servizio «{service}»: 1 messaggio', en: '{number}, service “{service}”: 1 message' },
  several: { it: '{number}, servizio «{service}»: {count} messaggi', en: '{number}, service “{service}”: {count} messages' },
};

const countedPeople = {
  one: { it: '{number}, servizio «{service}»: 1 persona', en: '{number}, service “{service}”: 1 person' },
  several: { it: '{number}, servizio «{service}»: {count} persone', en: '{number}, service “{service}”: {count} people' },
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
  'submitted-at-desk': {
    topic: 'practices.submission',
    isByOffice: false,
    applicant: {
      title: named('Istanza inviata per tuo conto', 'Request sent for you'),
      body: {
        it: "Un operatore ha compilato e inviato per tuo conto, allo sportello o al telefono, l'istanza {number} per il servizio «{service}». La trovi nella tua area personale. Se non l'hai chiesta tu, scrivi all'ufficio.",
        en: 'An officer has filled in and sent request {number} for the service “{service}” for you, at the desk or by phone. It is in your personal area. If you did not ask for it, write to the office.',
      },
      action: openRequest,
    },
    officers: toOfficers('Nuova pratica', 'New practice', 'È arrivata la pratica {number}.', 'Practice {number} has arrived.'),
    persons: toOfficers(
      'Pratica compilata da te',
      'Practice filled in by you',
      'Hai inviato la pratica {number} per conto di un cittadino.',
      'You sent practice {number} for a citizen.',
    ),
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
  'receipt-again': {
    topic: 'practices.receipt',
    applicantBy: ['mail'],
    isByOffice: false,
    applicant: {
      title: named('Copia della ricevuta', 'Copy of the receipt'),
      body: {
        it: "In allegato trovi di nuovo la copia in PDF e la ricevuta dell'istanza {number} per il servizio «{service}», come richiesto.",
        en: 'As asked, the PDF copy and the receipt of request {number} for the service “{service}” are attached once more.',
      },
      action: openRequest,
    },
  },
  corrected: {
    topic: 'practices.progress',
    isByOffice: true,
    applicant: {
      title: named("Dati corretti dall'ufficio", 'Data corrected by the office'),
      body: {
        it: "L'ufficio ha corretto d'ufficio alcuni dati dell'istanza {number}, servizio «{service}». Nella pagina dell'istanza trovi che cosa è cambiato e perché; ciò che avevi inviato resta leggibile.",
        en: 'The office has corrected some data of request {number}, service “{service}”. The page of the request says what has changed and why; what you sent stays readable.',
      },
      action: openRequest,
    },
  },
  registered: {
    topic: 'practices.registration',
    isByOffice: false,
    applicant: {
      title: named('Istanza protocollata', 'Request registered'),
      body: {
        it: "L'istanza {number} per il servizio «{service}» è stata protocollata. Numero e data di protocollo sono nella ricevuta allegata e nella pagina dell'istanza.",
        en: 'Request {number} for the service “{service}” was registered in the protocol. Its protocol number and date are in the attached receipt and on the page of the request.',
      },
      action: openRequest,
    },
  },
  acquired: {
    topic: 'practices.progress',
    isByOffice: false,
    applicant: {
      title: named("Istanza acquisita dall'ufficio", 'Request received by the office'),
      body: {
        it: "L'istanza {number} per il servizio «{service}» è stata acquisita dall'ufficio di destinazione, che se ne occupa da ora.",
        en: 'The office that deals with it has received request {number} for the service “{service}”.',
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
  'assigned-to-you': {
    topic: 'practices.progress',
    isByOffice: true,
    persons: toOfficers(
      'Pratica assegnata a te',
      'Practice assigned to you',
      'Ora hai in carico la pratica {number}.',
      'You are now in charge of practice {number}.',
    ),
  },
  'taken-over': {
    topic: 'practices.progress',
    isByOffice: true,
    persons: toOfficers(
      'Pratica passata ad altri',
      'Practice no longer in your charge',
      'Non hai più in carico la pratica {number}: nella sua pagina trovi chi la segue.',
      'You are no longer in charge of practice {number}: its page says who is.',
    ),
  },
  released: {
    topic: 'practices.progress',
    isByOffice: false,
    applicantBy: ['notice'],
    applicant: {
      title: named('Istanza da riassegnare', 'Request to be assigned again'),
      body: {
        it: "L'istanza {number} per il servizio «{service}» è tornata tra quelle da assegnare: un altro operatore dell'ufficio la prenderà in carico. Non devi fare nulla.",
        en: 'Request {number} for the service “{service}” is waiting for another officer of the office. You need not do anything.',
      },
      action: openRequest,
    },
    officers: backInQueue,
  },
  'back-in-queue': { topic: 'practices.progress', isByOffice: false, officers: backInQueue },
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
  'dues-asked': {
    topic: 'practices.outcome',
    isByOffice: true,
    applicant: {
      title: named('Pagamento o marca da bollo da aggiungere', 'Payment or revenue stamp needed'),
      body: {
        it: "L'ufficio ha deciso sull'istanza {number}, servizio «{service}». L'esito è rilasciato quando avrai pagato o dichiarato ciò che è indicato nella pagina dell'istanza.",
        en: 'The office has decided on request {number}, service “{service}”. The outcome is released when you have paid or declared what the page of the request says.',
      },
      action: openRequest,
    },
  },
  'stamp-rejected': {
    topic: 'practices.outcome',
    isByOffice: true,
    applicant: {
      title: named('Marca da bollo non accettata', 'Revenue stamp not accepted'),
      body: {
        it: "L'ufficio non ha accettato la marca da bollo dell'istanza {number}, servizio «{service}». Leggi il motivo e indica un'altra marca nella pagina dell'istanza.",
        en: 'The office has not accepted the revenue stamp of request {number}, service “{service}”. Read why and declare another one on the page of the request.',
      },
      action: openRequest,
    },
  },
  ...reminders,
  ...endings,
  ...opinions,
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
  withdrawn: {
    topic: 'practices.progress',
    isByOffice: false,
    applicant: {
      title: named('Istanza ritirata', 'Request withdrawn'),
      body: {
        it: "Hai ritirato l'istanza {number} per il servizio «{service}»: l'ufficio è stato avvisato e l'esame è concluso. L'istanza resta consultabile nella tua area personale.",
        en: 'You have withdrawn request {number} for the service “{service}”: the office was told and its review has ended. You can still read the request in your personal area.',
      },
      action: openRequest,
    },
    officers: toOfficers(
      'Pratica ritirata',
      'Practice withdrawn',
      'Il richiedente ha ritirato la pratica {number}: non va più lavorata.',
      'The applicant has withdrawn practice {number}: there is nothing more to do with it.',
    ),
  },
  'person-enabled': {
    topic: 'practices.enabling',
    isByOffice: false,
    applicant: {
      title: named('Utente abilitato', 'User enabled'),
      body: {
        it: "Una persona indicata nell'istanza {number}, servizio «{service}», è stata abilitata e può accedere. Nella pagina dell'istanza trovi chi è e lo stato delle altre.",
        en: 'A person listed in request {number}, service “{service}”, was enabled and can sign in. The page of the request says who it is and how far the others have come.',
      },
      action: openRequest,
    },
    together: {
      ofOne: {
        title: named('{count} utenti abilitati', '{count} users enabled'),
        body: {
          it: "{count} persone indicate nell'istanza {number}, servizio «{service}», sono state abilitate e possono accedere. Nella pagina dell'istanza trovi chi sono e lo stato delle altre.",
          en: '{count} people listed in request {number}, service “{service}”, were enabled and can sign in. The page of the request says who they are and how far the others have come.',
        },
        action: openRequest,
      },
      ofMany: {
        title: { it: '{count} utenti abilitati in {subjects} istanze', en: '{count} users enabled in {subjects} requests' },
        body: {
          it: '{count} persone indicate in {subjects} istanze sono state abilitate e possono accedere. Nelle pagine delle istanze trovi chi sono.',
          en: '{count} people listed in {subjects} requests were enabled and can sign in. The pages of the requests say who they are.',
        },
        action: { it: 'Apri le tue istanze', en: 'Open your requests' },
        path: practicesPath,
      },
      ...countedPeople,
    },
  },
  'person-discarded': {
    topic: 'practices.enabling',
    isByOffice: false,
    applicant: {
      title: named('Utente non abilitato', 'User not enabled'),
      body: {
        it: "Una persona indicata nell'istanza {number}, servizio «{service}», non può essere abilitata. Nella pagina dell'istanza trovi chi è e perché; per chiedere di nuovo l'abilitazione invia una nuova istanza con i dati corretti.",
        en: 'A person listed in request {number}, service “{service}”, cannot be enabled. The page of the request says who it is and why; to ask again, send a new request with the right data.',
      },
      action: openRequest,
    },
    together: {
      ofOne: {
        title: named('{count} utenti non abilitati', '{count} users not enabled'),
        body: {
          it: "{count} persone indicate nell'istanza {number}, servizio «{service}», non possono essere abilitate. Nella pagina dell'istanza trovi chi sono e perché; per chiedere di nuovo l'abilitazione invia una nuova istanza con i dati corretti.",
          en: '{count} people listed in request {number}, service “{service}”, cannot be enabled. The page of the request says who they are and why; to ask again, send a new request with the right data.',
        },
        action: openRequest,
      },
      ofMany: {
        title: { it: '{count} utenti non abilitati in {subjects} istanze', en: '{count} users not enabled in {subjects} requests' },
        body: {
          it: '{count} persone indicate in {subjects} istanze non possono essere abilitate. Nelle pagine delle istanze trovi chi sono e perché.',
          en: '{count} people listed in {subjects} requests cannot be enabled. The pages of the requests say who they are and why.',
        },
        action: { it: 'Apri le tue istanze', en: 'Open your requests' },
        path: practicesPath,
      },
      ...countedPeople,
    },
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
