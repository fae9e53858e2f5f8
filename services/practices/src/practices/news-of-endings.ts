import { OBSERVATION_DAYS } from '@sportello/contracts/practices/terms';
import { type NewsWords, named, openRequest, readAndAnswer, readOutcome, toOfficers } from './news-words.js';

/** What is told of how a practice comes to its end, and back from it. */
export const endings = {
  'amendment-closed': {
    topic: 'practices.amendments',
    isByOffice: true,
    applicant: {
      title: named('Integrazioni non più necessarie', 'Additional information no longer needed'),
      body: {
        it: "L'ufficio prosegue senza le integrazioni che aveva chiesto per l'istanza {number}, servizio «{service}». Non devi più inviarle.",
        en: 'The office goes on without the additions that it had asked for to request {number}, service “{service}”. You need not send them any more.',
      },
      action: openRequest,
    },
  },
  'refusal-announced': {
    topic: 'practices.observations',
    isByOffice: true,
    applicant: {
      title: named("Motivi che ostano all'accoglimento", 'Reasons against granting your request'),
      body: {
        it: `L'ufficio intende rigettare l'istanza {number}, servizio «{service}», per i motivi qui riportati. Entro ${OBSERVATION_DAYS} giorni puoi inviare osservazioni e documenti dalla tua area personale (articolo 10-bis della legge 241/1990).`,
        en: `The office intends to reject request {number}, service “{service}”, for the reasons given here. Within ${OBSERVATION_DAYS} days you can send observations and documents from your personal area (article 10-bis of Italian law 241/1990).`,
      },
      action: readAndAnswer,
    },
    officers: toOfficers(
      'Pratica in attesa di osservazioni',
      'Practice awaiting observations',
      'È stato annunciato il rigetto della pratica {number}.',
      'The refusal of practice {number} was announced.',
    ),
  },
  'observations-sent': {
    topic: 'practices.observations',
    isByOffice: false,
    officers: toOfficers(
      'Osservazioni ricevute',
      'Observations received',
      "Il richiedente ha inviato osservazioni sull'annuncio di rigetto della pratica {number}.",
      'The applicant has sent observations on the announced refusal of practice {number}.',
    ),
  },
  'observations-ended': {
    topic: 'practices.observations',
    isByOffice: false,
    officers: toOfficers(
      'Termine per le osservazioni scaduto',
      'The time for observations is over',
      'Per la pratica {number} non sono arrivate osservazioni: si può decidere.',
      'No observations came for practice {number}: it can be decided.',
    ),
  },
  'partially-approved': {
    topic: 'practices.outcome',
    isByOffice: true,
    applicant: {
      title: named('Istanza approvata in parte', 'Request approved in part'),
      body: {
        it: "L'istanza {number} per il servizio «{service}» è stata approvata in parte. Messaggio e documenti dell'ufficio sono nella pagina dell'istanza.",
        en: 'Request {number} for the service “{service}” was approved in part. Message and documents of the office are on the page of the request.',
      },
      action: readOutcome,
    },
    officers: toOfficers(
      'Pratica approvata in parte',
      'Practice approved in part',
      'La pratica {number} è stata approvata in parte.',
      'Practice {number} was approved in part.',
    ),
  },
  cancelled: {
    topic: 'practices.outcome',
    isByOffice: true,
    applicant: {
      title: named("Istanza annullata dall'ufficio", 'Request cancelled by the office'),
      body: {
        it: "L'ufficio ha annullato l'istanza {number} per il servizio «{service}». Il motivo è riportato qui e nella pagina dell'istanza.",
        en: 'The office has cancelled request {number} for the service “{service}”. The reason is given here and on the page of the request.',
      },
      action: openRequest,
    },
    officers: toOfficers(
      'Pratica annullata',
      'Practice cancelled',
      'La pratica {number} è stata annullata.',
      'Practice {number} was cancelled.',
    ),
  },
  reopened: {
    topic: 'practices.progress',
    isByOffice: false,
    applicant: {
      title: named('Istanza riaperta', 'Request reopened'),
      body: {
        it: "L'ufficio ha riaperto l'istanza {number} per il servizio «{service}» e la esamina di nuovo. Il motivo è riportato qui e nella pagina dell'istanza.",
        en: 'The office has reopened request {number} for the service “{service}” and reviews it again. The reason is given here and on the page of the request.',
      },
      action: openRequest,
    },
    officers: toOfficers(
      'Pratica riaperta',
      'Practice reopened',
      'La pratica {number} è stata riaperta.',
      'Practice {number} was reopened.',
    ),
  },
  'tacitly-approved': {
    topic: 'practices.outcome',
    isByOffice: false,
    applicant: {
      title: named('Istanza accolta per silenzio assenso', 'Request approved by tacit consent'),
      body: {
        it: "Il termine per la risposta all'istanza {number}, servizio «{service}», è trascorso senza un provvedimento: l'istanza si intende accolta (articolo 20 della legge 241/1990).",
        en: 'The term for the answer to request {number}, service “{service}”, has passed without a decision: the request is deemed approved (article 20 of Italian law 241/1990).',
      },
      action: readOutcome,
    },
    officers: toOfficers(
      'Pratica accolta per silenzio assenso',
      'Practice approved by tacit consent',
      'Il termine della pratica {number} è trascorso senza un provvedimento: si intende accolta.',
      'The term of practice {number} has passed without a decision: it is deemed approved.',
    ),
  },
  'tacitly-rejected': {
    topic: 'practices.outcome',
    isByOffice: false,
    applicant: {
      title: named('Istanza respinta per silenzio rigetto', 'Request rejected by tacit refusal'),
      body: {
        it: "Il termine per la risposta all'istanza {number}, servizio «{service}», è trascorso senza un provvedimento: l'istanza si intende respinta.",
        en: 'The term for the answer to request {number}, service “{service}”, has passed without a decision: the request is deemed rejected.',
      },
      action: readOutcome,
    },
    officers: toOfficers(
      'Pratica respinta per silenzio rigetto',
      'Practice rejected by tacit refusal',
      'Il termine della pratica {number} è trascorso senza un provvedimento: si intende respinta.',
      'The term of practice {number} has passed without a decision: it is deemed rejected.',
    ),
  },
} satisfies Record<string, NewsWords>;
