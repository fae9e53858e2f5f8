import { type NewsWords, toOfficers } from './news-words.js';

/** What offices are told when one asks another for its opinion. */
export const opinions = {
  'opinion-asked': {
    topic: 'practices.opinions',
    isByOffice: true,
    persons: toOfficers(
      'Parere richiesto al tuo ufficio',
      'Your office was asked for its opinion',
      'Al tuo ufficio è stato chiesto un parere sulla pratica {number}: quesito e termine sono nella pagina della pratica.',
      'Your office was asked for its opinion on practice {number}: the question and the last day are on the page of the practice.',
    ),
  },
  'opinion-given': {
    topic: 'practices.opinions',
    isByOffice: false,
    persons: toOfficers(
      'Parere ricevuto',
      'Opinion received',
      'È arrivato il parere chiesto per la pratica {number}.',
      'The opinion asked for practice {number} has come.',
    ),
  },
  'opinion-dropped': {
    topic: 'practices.opinions',
    isByOffice: true,
    persons: toOfficers(
      'Parere non più necessario',
      'Opinion no longer needed',
      "L'ufficio prosegue senza il parere chiesto per la pratica {number}.",
      'The office goes on without the opinion asked for practice {number}.',
    ),
  },
} as const satisfies Record<string, NewsWords>;
