/** What was asked of the help desk before anybody looks: queue, report and own requests of the demonstration have something in them. */
import type { Asked } from '@sportello/contracts/contract';
import type { HelpKind } from '@sportello/contracts/ticketing/fields';
import type { openTicket } from '@sportello/contracts/ticketing/tickets';
import { stableId } from '@sportello/messaging/stable-id';
import { schools } from './forms/help.ts';
import { desks, helpServices, organizations, people, profiles } from './ids.ts';

interface Citizen {
  personId: string;
  profileId: string;
  profileKind: 'citizen' | 'mayor' | 'school_head';
}
interface Operator {
  personId: string;
  role: 'officer' | 'manager';
}

const head: Citizen = { personId: people.maria, profileId: profiles.mariaAsSchoolHead, profileKind: 'school_head' };
const maria: Citizen = { personId: people.maria, profileId: profiles.mariaAsCitizen, profileKind: 'citizen' };
const daniele: Citizen = { personId: people.daniele, profileId: profiles.daniele, profileKind: 'citizen' };
const giulia: Citizen = { personId: people.giulia, profileId: profiles.giulia, profileKind: 'citizen' };
const marco: Citizen = { personId: people.marco, profileId: profiles.marco, profileKind: 'citizen' };
const mayor: Citizen = { personId: people.federica, profileId: profiles.federicaAsMayor, profileKind: 'mayor' };

const technician: Operator = { personId: people.helpOperator, role: 'officer' };
const adviser: Operator = { personId: people.helpColleague, role: 'officer' };
const chief: Operator = { personId: people.helpManager, role: 'manager' };

/** What is done with a ticket after it was sent, in order. */
export type Step =
  | { do: 'take' | 'accept'; by: Operator }
  | { do: 'ask' | 'solve' | 'note' | 'write'; by: Operator; words: string }
  | { do: 'answer' | 'reopen' | 'cancel'; words: string }
  | { do: 'confirm' }
  | { do: 'rate'; stars: number; words: string | null }
  | { do: 'prioritise'; by: Operator; priority: number }
  | { do: 'reroute'; by: Operator; deskId: string; words: string }
  | { do: 'merge'; by: Operator; into: string };

export interface Story {
  id: string;
  by: Citizen;
  serviceId: string;
  kind: HelpKind;
  content: Asked<typeof openTicket>['content'];
  steps: Step[];
}

/** What somebody told on the telephone. */
export interface Call {
  id: string;
  by: Citizen;
  operator: Operator;
  deskId: string;
  onBehalfOf: string | null;
  subject: string;
  details: string;
  steps: Step[];
}

export const bodyOfOperators = organizations.ministry;

const { currentAccounts, reconciliation, familyPayments, digitalIdentity, aggregation, distanceLearning, budget, contracts, information } =
  helpServices;
/** Whose forms ask for the school. */
const byForm = new Set([currentAccounts, reconciliation, aggregation, distanceLearning, budget, contracts]);
const school = { knowsCode: true, code: schools[0]?.code ?? '' };

const idOf = (name: string): string => stableId(new Date('2026-11-30T00:00:00Z'), 'demonstration-ticket', name);
const take = (by: Operator): Step => ({ do: 'take', by });
const ask = (by: Operator, words: string): Step => ({ do: 'ask', by, words });
const solve = (by: Operator, words: string): Step => ({ do: 'solve', by, words });
const answer = (words: string): Step => ({ do: 'answer', words });
const priority = (by: Operator, value: number): Step => ({ do: 'prioritise', by, priority: value });
const confirmed: Step = { do: 'confirm' };
const rated = (stars: number, words: string | null = null): Step => ({ do: 'rate', stars, words });

const of = (name: string, by: Citizen, serviceId: string, kind: HelpKind, details: string, ...steps: Step[]): Story => ({
  ...{ id: idOf(name), by, serviceId, kind, steps },
  content: { ...(byForm.has(serviceId) ? school : {}), details },
});
const account = (story: Story, anomaly: string): Story => ({ ...story, content: { ...story.content, anomaly } });
export const stories: Story[] = [
  account(
    of('postal', head, currentAccounts, 'technical', 'Il conto corrente postale viene rifiutato: «formato non valido».', take(technician)),
    'postal-account-error',
  ),
  account(of('bank', head, currentAccounts, 'technical', 'Il conto bancario della scuola non si salva.'), 'bank-account-error'),
  account(
    of(
      'verified',
      head,
      currentAccounts,
      'technical',
      'Il conto risulta ancora da verificare dopo due settimane.',
      take(technician),
      ask(technician, 'Qual è l’IBAN del conto, e in che giorno lo avete inserito?'),
    ),
    'not-verified',
  ),
  account(
    of(
      'solved',
      head,
      currentAccounts,
      'technical',
      'Dopo il cambio di tesoreria il conto nuovo non compare.',
      take(technician),
      ask(technician, 'La convenzione con la nuova banca è già registrata?'),
      answer('Sì, dal primo del mese.'),
      solve(technician, 'Il conto nuovo è stato abbinato: lo trovate nell’elenco.'),
      confirmed,
      rated(5, 'Rapidi e chiari'),
    ),
    'other',
  ),
  of('treasury', head, reconciliation, 'functional', 'Come si riconcilia un incasso arrivato con due causali?', take(adviser)),
  of('export', head, reconciliation, 'functional', 'Il file delle riconciliazioni si può scaricare per trimestre?'),
  of(
    'closing',
    head,
    reconciliation,
    'functional',
    'A fine anno restano due incassi da riconciliare.',
    take(adviser),
    solve(adviser, 'Si riconciliano nell’esercizio in cui sono arrivati: la guida, al capitolo 4, mostra come.'),
  ),
  of('twice', daniele, familyPayments, 'technical', 'Ho pagato la gita due volte e vedo una sola ricevuta.', take(technician)),
  of(
    'twice-again',
    daniele,
    familyPayments,
    'technical',
    'Scrivo ancora per la gita pagata due volte.',
    { do: 'accept', by: technician },
    { do: 'merge', by: technician, into: idOf('twice') },
  ),
  of(
    'receipt',
    giulia,
    familyPayments,
    'technical',
    'The receipt of the school trip cannot be downloaded: the page stays white.',
    take(technician),
  ),
  of(
    'expired',
    marco,
    familyPayments,
    'technical',
    'L’avviso risulta scaduto ma la scadenza è domani.',
    take(technician),
    solve(technician, 'La scadenza era stata registrata male dalla scuola: ora è corretta.'),
    confirmed,
    rated(4),
  ),
  of(
    'wrong-child',
    giulia,
    familyPayments,
    'technical',
    'Fra i pagamenti vedo quello di un bambino che non è mio figlio.',
    priority(technician, 2),
    take(technician),
    { do: 'note', by: technician, words: 'Avvisata la scuola: controlla l’abbinamento delle famiglie.' },
  ),
  of('loop', maria, digitalIdentity, 'technical', 'Dopo SPID torno sempre alla pagina di accesso.', take(technician)),
  of('cie', daniele, digitalIdentity, 'technical', 'With the identity card the phone reads the chip and then nothing happens.'),
  of(
    'level',
    marco,
    digitalIdentity,
    'technical',
    'Il portale dice che il livello di sicurezza non basta.',
    take(technician),
    solve(technician, 'Serve SPID di livello 2: alla pagina di accesso si sceglie «accedi con codice».'),
    confirmed,
    rated(3, 'Si poteva scrivere nella pagina'),
  ),
  of(
    'lost',
    giulia,
    digitalIdentity,
    'technical',
    'Ho cambiato telefono e non ricevo più i codici.',
    take(technician),
    ask(technician, 'Con quale gestore ha lo SPID?'),
  ),
  of(
    'mayor-access',
    mayor,
    digitalIdentity,
    'technical',
    'Accedo come cittadina ma non vedo il profilo del Comune.',
    take(technician),
    solve(technician, 'Il profilo è stato aggiunto: si sceglie in alto a destra.'),
    { do: 'reopen', words: 'Ora lo vedo, ma i servizi per i Comuni mancano ancora.' },
  ),
  of('test', marco, digitalIdentity, 'technical', 'Prova, non considerate.', { do: 'cancel', words: 'Era una prova' }),
  of('join', head, aggregation, 'technical', 'Il metadata inviato viene respinto.', priority(technician, 3), take(technician)),
  of(
    'join-how',
    head,
    aggregation,
    'functional',
    'Quali documenti servono per aderire?',
    take(adviser),
    solve(adviser, 'La convenzione firmata dal dirigente e la delega: i modelli sono nella pagina del servizio.'),
  ),
  of('funds', head, distanceLearning, 'functional', 'Entro quando si rendicontano i fondi del 2022?'),
  of(
    'funds-late',
    head,
    distanceLearning,
    'functional',
    'La rendicontazione è stata inviata con un allegato sbagliato.',
    take(adviser),
    ask(adviser, 'Quale allegato va sostituito?'),
    answer('Il secondo: la relazione del revisore.'),
  ),
  of('advance', head, budget, 'functional', 'Dove si iscrive l’avanzo vincolato?', take(adviser)),
  of('law', head, budget, 'legal', 'La delibera di variazione può essere adottata d’urgenza?', take(adviser), {
    do: 'write',
    by: adviser,
    words: 'Stiamo verificando con l’ufficio legale: rispondiamo entro la settimana.',
  }),
  of(
    'limits',
    head,
    budget,
    'legal',
    'Quali sono i limiti di spesa senza delibera del Consiglio?',
    take(adviser),
    solve(adviser, 'Quelli dell’articolo 45 del decreto 129/2018: diecimila euro, salvo delibera.'),
    confirmed,
    rated(5),
  ),
  of('substitute', head, contracts, 'functional', 'Il contratto della supplente non passa il controllo di bilancio.', priority(adviser, 2)),
  of('maternity', head, contracts, 'legal', 'La supplenza va prorogata fino al rientro?'),
  of(
    'holidays',
    head,
    contracts,
    'functional',
    'Come si registrano le ferie non godute?',
    take(adviser),
    solve(adviser, 'Dal menu Assenze, con il codice della monetizzazione.'),
  ),
  of(
    'hours',
    maria,
    information,
    'functional',
    'In quali giorni risponde lo sportello a dicembre?',
    take(adviser),
    solve(adviser, 'Tutti i giorni feriali dalle 8 alle 18; l’8, il 25 e il 26 è chiuso.'),
  ),
  of('enrolment', daniele, information, 'functional', 'When can I enrol my daughter, and do I need an appointment?', take(adviser)),
  of('transfer', marco, information, 'functional', 'Come si chiede il nulla osta per cambiare scuola?'),
  of(
    'down',
    mayor,
    information,
    'functional',
    'Il portale non risponde da stamattina: le famiglie non riescono a pagare la mensa.',
    priority(chief, 1),
    { do: 'reroute', by: chief, deskId: desks.onCall, words: 'Riguarda la reperibilità' },
  ),
];

export const calls: Call[] = [
  {
    ...{ id: idOf('call-office'), by: giulia, operator: technician, deskId: desks.technical, onBehalfOf: 'Confartigianato Torino' },
    ...{ subject: 'Non riceve la ricevuta', details: 'Ha pagato ieri; la posta arriva, la ricevuta no.', steps: [take(technician)] },
  },
  {
    ...{ id: idOf('call-head'), by: head, operator: adviser, deskId: desks.functional, onBehalfOf: null },
    ...{
      subject: 'Chiede quando chiude la rilevazione',
      details: '',
      steps: [take(adviser), solve(adviser, 'Chiude il 15 dicembre alle 18.')],
    },
  },
  {
    ...{ id: idOf('call-english'), by: daniele, operator: technician, deskId: desks.technical, onBehalfOf: null },
    ...{ subject: 'Cannot sign in with the identity card', details: 'Calls from abroad: the app asks for a code by post.', steps: [] },
  },
];
