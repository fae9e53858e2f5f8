import type { Asked, Text } from '@sportello/contracts/contract';
import type { ProfileKind } from '@sportello/contracts/identity/people';
import type { putHelpCategory, putHelpService } from '@sportello/contracts/ticketing/catalogue';
import type { putDesk } from '@sportello/contracts/ticketing/desks';
import type { HelpKind } from '@sportello/contracts/ticketing/fields';
import type { Form } from '@sportello/forms/form';
import { currentAccounts, inWords, ofSchool, reconciliation } from './forms/help.ts';
import { desks, helpCategories, helpServices, organizations } from './ids.ts';

type Desk = Omit<Asked<typeof putDesk>, 'version'>;
type Category = Omit<Asked<typeof putHelpCategory>, 'version'>;
export type OfferedHelp = Omit<Asked<typeof putHelpService>, 'version'> & { form: Form };

const weekdays = [1, 2, 3, 4, 5];
const terms = (hours: [number, number][]) =>
  hours.map(([firstAnswer, solution], at) => ({ priority: at + 1, firstAnswerMinutes: firstAnswer * 60, solutionMinutes: solution * 60 }));
const deskOf = (id: string, organizationId: string, kind: HelpKind, name: Text, more: Pick<Desk, 'phones' | 'hours'>): Desk => ({
  ...{ id, organizationId, kind, name, mail: null, closedDays: [], ...more },
  targets: terms([
    [1, 4],
    [2, 8],
    [4, 16],
    [8, 40],
  ]),
  ...{ acceptsByItself: false, closesAfterDays: 5, givesUpAfterDays: 10, reopensForDays: 10 },
});
const longDay = [{ weekdays, opensAt: '08:00', closesAt: '18:00' }];
const withBreak = [
  { weekdays, opensAt: '08:00', closesAt: '13:00' },
  { weekdays, opensAt: '14:00', closesAt: '18:00' },
];

/** Those of the ministry for schools, and those of the Region that its manual names (TIC-35). */
export const helpDesks: Desk[] = [
  deskOf(desks.technical, organizations.ministry, 'technical', text('Assistenza tecnica', 'Technical help'), {
    phones: ['800903080'],
    hours: withBreak,
  }),
  deskOf(desks.functional, organizations.ministry, 'functional', text('Assistenza funzionale', 'Functional help'), {
    phones: ['800903080'],
    hours: withBreak,
  }),
  {
    ...deskOf(desks.onCall, organizations.ministry, 'technical', text('Reperibilità tecnica', 'Technical duty, day and night'), {
      phones: [],
      hours: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], opensAt: '00:00', closesAt: '24:00' }],
    }),
    targets: [1, 2, 3, 4].map((priority) => ({ priority, firstAnswerMinutes: priority, solutionMinutes: priority * 120 })),
  },
  deskOf(desks.legal, organizations.ministry, 'legal', text('Assistenza giuridica', 'Legal help'), { phones: [], hours: longDay }),
  deskOf(
    desks.piedmontTechnical,
    organizations.piedmont,
    'technical',
    text('Assistenza su credenziali e procedura', 'Help with credentials and procedure'),
    { phones: ['+390110824108'], hours: longDay },
  ),
  deskOf(
    desks.piedmontContent,
    organizations.piedmont,
    'functional',
    text("Settore regionale Politiche dell'Istruzione", 'Regional department for education'),
    {
      phones: ['+390114325303', '+390114324820', '+390114324132'],
      hours: [{ weekdays, opensAt: '09:00', closesAt: '12:00' }],
    },
  ),
];

/** The six of the manual, in its order, and one of the Region. */
const names: [string, string, Text][] = [
  [helpCategories.tools, organizations.ministry, text('Applicativi e strumenti', 'Applications and tools')],
  [helpCategories.covid, organizations.ministry, text('Emergenza COVID - 19', 'COVID - 19 emergency')],
  [helpCategories.administration, organizations.ministry, text('Gestione amministrativo contabile', 'Administration and accounts')],
  [helpCategories.pagoInRete, organizations.ministry, text('Pago In Rete', 'Pago In Rete')],
  [helpCategories.staff, organizations.ministry, text('Personale Scolastico', 'School staff')],
  [helpCategories.information, organizations.ministry, text('Richiesta Informazioni', 'Request for information')],
  [helpCategories.credentials, organizations.piedmont, text('Credenziali e accesso', 'Credentials and sign-in')],
];
export const categoriesOfHelp: Category[] = names.map(([id, organizationId, name], position) => ({ id, organizationId, name, position }));

interface Offered {
  id: string;
  categoryId: string;
  group: Text;
  name: Text;
  intro: Text;
  audience: ProfileKind[];
  routes: OfferedHelp['routes'];
  form: Form;
}

const technical = { kind: 'technical', deskId: desks.technical } as const;
const functional = { kind: 'functional', deskId: desks.functional } as const;
const legal = { kind: 'legal', deskId: desks.legal } as const;
const forSchools: ProfileKind[] = ['school_head'];
const forAll: ProfileKind[] = ['citizen', 'school_head', 'mayor'];

const offered: Offered[] = [
  {
    ...{
      id: helpServices.currentAccounts,
      categoryId: helpCategories.pagoInRete,
      audience: forSchools,
      routes: [technical],
      form: currentAccounts,
    },
    group: text('Attività di configurazione del sistema', 'Configuration of the system'),
    name: text('Richiesta verifica conti correnti', 'Request to check current accounts'),
    intro: text(
      'Utilizza questo servizio per segnalare anomalie in merito a operazioni di verifica conti correnti',
      'Use this service to report anomalies of operations that check current accounts',
    ),
  },
  {
    ...{
      id: helpServices.reconciliation,
      categoryId: helpCategories.pagoInRete,
      audience: forSchools,
      routes: [functional],
      form: reconciliation,
    },
    group: text('Riconciliazione Tesoreria', 'Reconciliation with the treasury'),
    name: text('Informazioni su funzioni di riconciliazione', 'Information on the functions of reconciliation'),
    intro: text(
      'Utilizza questo servizio per chiedere informazioni sulle funzioni di riconciliazione',
      'Use this service to ask about the functions of reconciliation',
    ),
  },
  {
    ...{ id: helpServices.familyPayments, categoryId: helpCategories.pagoInRete, audience: ['citizen'], routes: [technical] },
    group: text('Pagamenti delle famiglie', 'Payments of families'),
    name: text('Problemi con un pagamento a scuola', 'Trouble with a payment to a school'),
    intro: text('Per chi paga con Pago In Rete e incontra un errore', 'For those who pay with Pago In Rete and meet an error'),
    form: inWords('Problemi con un pagamento a scuola', 'Trouble with a payment to a school'),
  },
  {
    ...{ id: helpServices.digitalIdentity, categoryId: helpCategories.tools, audience: forAll, routes: [technical] },
    group: text('SPID/CIE', 'SPID/CIE'),
    name: text('Problemi di accesso con SPID o CIE', 'Trouble signing in with SPID or CIE'),
    intro: text(
      'Per chi non riesce ad accedere ai servizi con la propria identità digitale',
      'For those who cannot sign in with their digital identity',
    ),
    form: inWords('Problemi di accesso con SPID o CIE', 'Trouble signing in with SPID or CIE'),
  },
  {
    ...{ id: helpServices.aggregation, categoryId: helpCategories.tools, audience: forSchools, routes: [technical, functional] },
    group: text('SPID/CIE', 'SPID/CIE'),
    name: text('Adesione come soggetto aggregato', 'Joining as an aggregated body'),
    intro: text('Per le scuole che aderiscono al gateway di accesso', 'For schools that join the sign-in gateway'),
    form: ofSchool('Adesione come soggetto aggregato', 'Joining as an aggregated body'),
  },
  {
    ...{ id: helpServices.distanceLearning, categoryId: helpCategories.covid, audience: forSchools, routes: [functional] },
    group: text('Emergenza COVID - 19', 'COVID - 19 emergency'),
    name: text('Rendicontazione dei fondi straordinari', 'Accounts of the extraordinary funds'),
    intro: text('Per le scuole che rendicontano i fondi ricevuti', 'For schools that account for the funds received'),
    form: ofSchool('Rendicontazione dei fondi straordinari', 'Accounts of the extraordinary funds'),
  },
  {
    ...{ id: helpServices.budget, categoryId: helpCategories.administration, audience: forSchools, routes: [functional, legal] },
    group: text('Bilancio', 'Budget'),
    name: text('Quesito su bilancio e contabilità', 'Question on budget and accounts'),
    intro: text('Per quesiti contabili o sulle norme che li regolano', 'For questions on accounts, or on the rules that govern them'),
    form: ofSchool('Quesito su bilancio e contabilità', 'Question on budget and accounts'),
  },
  {
    ...{ id: helpServices.contracts, categoryId: helpCategories.staff, audience: forSchools, routes: [functional, legal] },
    group: text('Contratti', 'Contracts'),
    name: text('Quesito su supplenze e contratti', 'Question on substitutes and contracts'),
    intro: text('Per quesiti sul personale della scuola', 'For questions on the staff of a school'),
    form: ofSchool('Quesito su supplenze e contratti', 'Question on substitutes and contracts'),
  },
  {
    ...{ id: helpServices.information, categoryId: helpCategories.information, audience: forAll, routes: [functional] },
    group: text('Informazioni', 'Information'),
    name: text('Richiesta di informazioni', 'Request for information'),
    intro: text('Per chiedere informazioni sui servizi del Ministero', 'To ask about the services of the Ministry'),
    form: inWords('Richiesta di informazioni', 'Request for information'),
  },
];

/** IDE-28: help with credentials by the form of the Region, beside its telephone. */
const regional: Offered = {
  ...{ id: helpServices.credentials, categoryId: helpCategories.credentials, audience: ['citizen', 'mayor'] },
  routes: [{ kind: 'technical', deskId: desks.piedmontTechnical }],
  group: text('Assistenza alle credenziali', 'Help with credentials'),
  name: text('Problemi con le credenziali', 'Trouble with credentials'),
  intro: text('Per chi non riesce ad accedere ai servizi della Regione', 'For those who cannot sign in to the services of the Region'),
  form: inWords('Problemi con le credenziali', 'Trouble with credentials'),
};

export const helpOffered: OfferedHelp[] = [
  ...offered.map((service) => ({ ...service, organizationId: organizations.ministry, status: 'published' as const })),
  { ...regional, organizationId: organizations.piedmont, status: 'published' },
];

function text(it: string, en: string): Text {
  return { it, en };
}
