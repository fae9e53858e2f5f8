import { type BroughtArticle, both, by, italian } from './article.ts';

/** Enrolments, documents and the rights of families. */
export const schoolArticles: BroughtArticle[] = [
  {
    ...{ number: 'KB0010060', topic: 'school', category: 'enrolments', daysAgo: 12, ...by.ministry },
    texts: both(
      [
        'Iscrizioni 2026/2027: date e come presentare la domanda',
        'La domanda di iscrizione alle classi prime della primaria, della secondaria di primo grado e della secondaria di secondo grado si presenta online dal 13 gennaio al 10 febbraio. Serve il codice meccanografico della scuola scelta.',
        'Per la scuola dell’infanzia la domanda è cartacea.',
      ],
      [
        'Enrolments 2026/2027: dates, and how to apply',
        'Applications for the first classes of primary and secondary schools are made online from 13 January to 10 February. The code of the school is needed.',
        'For nursery schools the application is on paper.',
      ],
    ),
    keywords: ['prima media', 'elementari', 'superiori'],
  },
  {
    ...{ number: 'KB0010061', topic: 'school', category: 'enrolments', daysAgo: 13, ...by.ministry },
    texts: both(
      [
        'Dove trovo il codice meccanografico',
        'Il codice meccanografico identifica la scuola: due lettere della provincia e otto caratteri. Si trova sul sito della scuola e su "Scuola in chiaro", cercando per comune o per denominazione.',
      ],
      [
        'Where to find the code of a school',
        'The “codice meccanografico” names a school: two letters for its province and eight signs. It stands on the school’s site and on “Scuola in chiaro”, where schools are found by comune or name.',
      ],
    ),
    keywords: ['Scuola in chiaro', 'codice scuola'],
  },
  {
    ...{ number: 'KB0010062', topic: 'school', category: 'documents', daysAgo: 65, ...by.ministry },
    texts: both(
      [
        'Accesso ai documenti della scuola (legge 241/1990)',
        'Chi ha un interesse diretto, concreto e attuale può chiedere di vedere i documenti della scuola, o averne copia: la risposta arriva entro trenta giorni. L’accesso civico generalizzato non chiede motivazione.',
      ],
      [
        'Access to the records of a school (law 241/1990)',
        'Whoever has a direct, real and present interest may ask to see the records of a school, or have copies: the answer comes within thirty days.',
      ],
    ),
    keywords: ['accesso agli atti', 'trasparenza', 'copia'],
  },
  {
    ...{ number: 'KB0010063', topic: 'school', category: 'documents', daysAgo: 66, ...by.ministry },
    texts: both(
      [
        'Dichiarazioni sostitutive al posto dei certificati (D.P.R. 445/2000)',
        'La scuola non può chiedere certificati di residenza, di nascita o di stato di famiglia: bastano le dichiarazioni sostitutive firmate dal genitore. Chi dichiara il falso ne risponde.',
      ],
      [
        'Self-declarations in place of certificates (D.P.R. 445/2000)',
        'A school may not ask for certificates of residence, birth or family: declarations signed by the parent are enough.',
      ],
    ),
    keywords: ['autocertificazione', 'certificato di residenza'],
  },
  {
    ...{ number: 'KB0010064', topic: 'school', category: 'documents', daysAgo: 67, ...by.ministry },
    texts: both(
      [
        'Come la scuola tratta i dati personali degli alunni',
        'L’informativa sulla privacy dice quali dati la scuola tratta, perché e per quanto tempo. I genitori possono chiedere di vedere, correggere o cancellare i dati; foto e video si pubblicano solo con il consenso.',
      ],
      [
        'What a school does with the personal data of pupils',
        'The privacy notice says which data a school has, why and for how long. Parents can ask to see, correct or delete them; photos are published with consent alone.',
      ],
    ),
    keywords: ['GDPR', 'trattamento dati', 'fotografie'],
  },
  {
    ...{ number: 'KB0010065', topic: 'school', category: 'canteen', daysAgo: 22, ...by.ministry },
    texts: both(
      [
        'Diete speciali alla mensa: allergie, celiachia, motivi religiosi',
        'La dieta speciale si chiede con il certificato del pediatra, che indica gli alimenti da escludere: per la celiachia vale per tutto il ciclo scolastico. Per motivi etici o religiosi basta la richiesta del genitore.',
      ],
      [
        'Special diets at the canteen: allergies, coeliac disease, religion',
        'A special diet is asked for with a certificate of the paediatrician that names the foods to leave out. For ethical or religious reasons the parent’s request is enough.',
      ],
    ),
    keywords: ['glutine', 'intolleranze', 'vegetariano', 'menu'],
  },
  {
    ...{ number: 'KB0010066', topic: 'school', category: 'canteen', daysAgo: 23, ...by.ministry },
    texts: both(
      [
        'Comunicare un’assenza dalla mensa',
        'L’assenza si comunica dal menu Scuola prima dell’orario indicato: dopo, il pasto viene addebitato. Si può indicare un periodo di più giorni.',
      ],
      [
        'Reporting an absence from the canteen',
        'An absence is reported in the menu School before the hour that it says: later the meal is charged. A period of several days can be given.',
      ],
    ),
    keywords: ['malattia', 'disdire il pasto'],
  },
  {
    ...{ number: 'KB0010067', topic: 'school', category: 'transport', daysAgo: 24, ...by.ministry },
    texts: both(
      [
        'Scuolabus: iscrizione, fermate e orari',
        'Il trasporto scolastico si chiede al Comune entro giugno. Le fermate e gli orari sono pubblicati a settembre; alla discesa deve esserci un adulto delegato, salvo autorizzazione.',
      ],
      [
        'School bus: enrolling, stops and times',
        'School transport is asked of the comune by June. Stops and times are published in September; an adult has to be there when children get off, unless the parents agreed otherwise.',
      ],
    ),
    keywords: ['pulmino', 'trasporto', 'corriera'],
  },
  {
    ...{ number: 'KB0010068', topic: 'school', category: 'enrolments', daysAgo: 26, ...by.ministry },
    texts: italian(
      'Nulla osta e trasferimento a un’altra scuola',
      'Il nulla osta si chiede alla scuola di partenza dopo aver verificato che quella di arrivo abbia posto. Durante l’anno il trasferimento va motivato.',
    ),
    keywords: ['cambiare scuola', 'trasferirsi'],
  },
  {
    ...{ number: 'KB0010069', topic: 'school', category: 'enrolments', daysAgo: 27, ...by.ministry },
    texts: both(
      [
        'Graduatoria e lista di attesa del nido',
        'La graduatoria si forma con i punti dichiarati nella domanda. Chi resta in lista di attesa viene chiamato quando si libera un posto, e ha cinque giorni per accettare.',
      ],
      [
        'Ranking and waiting list of the nursery',
        'The ranking is made by the points of the application. Whoever waits is called when a place becomes free, and has five days to accept.',
      ],
    ),
    keywords: ['asilo nido', 'punteggio'],
  },
];
