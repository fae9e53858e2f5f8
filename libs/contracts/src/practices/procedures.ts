import { z } from 'zod';
import { event, Id, Instant, listOf, paging, problem, rpc, SeenVersion, Text, Version } from '../contract.js';
import { organizationNotFound } from '../identity/organizations.js';
import { ProfileKind, SignInMethod } from '../identity/people.js';
import { changedMeanwhile } from '../problems.js';
import { Line } from '../typed.js';
import { ActionKind } from './action-kinds.js';
import { actionLabels } from './action-labels.js';
import { GroupId, mostGroups, narrowing } from './catalogue-groups.js';
import { DuePhase } from './dues.js';
import { LimitSettings } from './limits.js';
import { procedureStates } from './procedure-states.js';
import { reminderSettings } from './reminders.js';
import { ServiceSheet } from './sheets.js';
import { termSettings } from './terms.js';

/** For the identity service: officers are enabled to procedures of their own body. Unknown ids are left out. */
export const describeProcedures = rpc({
  subject: 'rpc.practices.describe-procedures.v1',
  permission: 'practices:describe',
  summary: 'Tells to which bodies procedures belong',
  input: z.strictObject({ ids: z.array(Id).max(500).describe('The services') }),
  output: z.object({
    items: z.array(z.object({ id: Id.describe('The service'), organizationId: Id.describe('Its body') })).describe('Those that exist'),
  }),
});

/** The form of a procedure: `published` is open only inside its window, `suspended` cannot be filled in. */
export const ProcedureStatus = z
  .enum(procedureStates)
  .meta({ description: '`published` is open inside its window only, `suspended` cannot be filled in', examples: ['published'] });

export const procedureStatusLabels: Record<z.infer<typeof ProcedureStatus>, Text> = {
  building: { it: 'In costruzione', en: 'Being built' },
  testing: { it: 'In prova', en: 'Being tested' },
  published: { it: 'Pubblicato', en: 'Published' },
  suspended: { it: 'Sospeso', en: 'Suspended' },
  withdrawn: { it: 'Ritirato', en: 'Withdrawn' },
};

/**
 * What a body sets for its service. All off unless set (ADM-11). The console draws its form of settings from this shape: each says what it is
 * called (`x-label`) and may say more (`x-help`, and `x-options` for the names of choices).
 */
export const WorkflowSettings = z.strictObject({
  workflow: z
    .enum(['approval', 'forward'])
    .default('approval')
    .meta({
      description: 'Decided here, or handed on to another system',
      'x-label': { it: 'Lavorazione', en: 'How practices are worked' },
      'x-options': {
        approval: { it: 'Con esito: gli operatori decidono qui', en: 'With an outcome: officers decide here' },
        forward: { it: 'Inoltro: passano al sistema dell’ente di destinazione', en: 'Forwarded to the system of the body of destination' },
      },
    }),
  registers: z
    .boolean()
    .default(false)
    .meta({
      description: 'Registered by the protocol before anybody works it',
      'x-label': { it: 'Registra al protocollo', en: 'Registers in the protocol' },
      'x-help': {
        it: 'Nessuno lavora una pratica prima che abbia il suo numero.',
        en: 'Nobody works a practice before it has its number.',
      },
    }),
  requiresConfirmation: z
    .boolean()
    .default(false)
    .meta({
      description: 'Sent in two steps: completed first, then sent (002)',
      'x-label': { it: 'Invio in due passi', en: 'Sent in two steps' },
      'x-help': { it: 'Prima si completa, poi si invia.', en: 'It is completed first, and then sent.' },
    }),
  enablesPeople: z
    .boolean()
    .optional()
    .meta({
      description: 'Asks for the enabling of the people listed, whose access has a first day (PRA-52)',
      'x-label': { it: 'Chiede l’abilitazione delle persone elencate', en: 'Asks for the enabling of the people listed' },
    }),
  canBeWithdrawn: z
    .boolean()
    .optional()
    .meta({
      description: 'The applicant may withdraw what was sent and is not decided yet (PRA-20)',
      'x-label': { it: 'Si può ritirare', en: 'Can be withdrawn' },
      'x-help': {
        it: 'Chi ha presentato la pratica può ritirarla prima dell’esito.',
        en: 'Whoever applied can take the practice back before its outcome.',
      },
    }),
  stamps: DuePhase.optional().meta({
    description: 'Revenue stamps: declared with the request, or asked for when something is released; left out, none',
    examples: ['release'],
    'x-label': { it: 'Marca da bollo', en: 'Revenue stamp' },
    'x-help': {
      it: 'Chi compila indica numero e data di una marca acquistata: sulla domanda, oppure quando l’operatore le chiede con l’approvazione.',
      en: 'Whoever applies gives number and date of a stamp that was bought: with the request, or when the officer asks for it with the approval.',
    },
    'x-options': {
      request: { it: 'Sulla domanda', en: 'With the request' },
      release: { it: 'Al rilascio', en: 'At release' },
    },
  }),
  payment: DuePhase.optional().meta({
    description: 'A payment: before the request is presented, or before the outcome is released; left out, none',
    examples: ['request'],
    'x-label': { it: 'Pagamento', en: 'Payment' },
    'x-help': {
      it: 'Richiede le impostazioni di pagoPA dell’ente.',
      en: 'It needs the body’s settings of pagoPA.',
    },
    'x-options': {
      request: { it: 'Prima della presentazione', en: 'Before the request is presented' },
      release: { it: 'Al rilascio', en: 'At release' },
    },
  }),
  paymentCents: z
    .number()
    .int()
    .min(1)
    .max(100_000_000)
    .optional()
    .meta({
      description: 'What is paid before the request is presented, in cents of euro',
      examples: [1_000],
      'x-label': { it: 'Importo da pagare, in centesimi di euro', en: 'Amount to be paid, in cents of euro' },
    }),
  paymentGraceHours: z
    .number()
    .int()
    .min(1)
    .max(720)
    .optional()
    .meta({
      description: 'For how long after the window a payment that was begun in it still counts',
      examples: [48],
      'x-label': { it: 'Ore di tolleranza per pagare dopo la chiusura', en: 'Hours of grace to pay after the closing' },
    }),
  ...termSettings,
  ...reminderSettings,
  allowsPartialApproval: z
    .boolean()
    .optional()
    .meta({
      description: 'Whether a practice may be approved in part',
      'x-label': { it: 'Può essere approvata in parte', en: 'Can be approved in part' },
    }),
  waitsForOpinions: z
    .boolean()
    .optional()
    .meta({
      description: 'Whether no outcome is sent while an opinion of another office is awaited and its time is not over',
      'x-label': { it: 'L’esito attende i pareri chiesti ad altri uffici', en: 'The outcome waits for opinions asked of other offices' },
      'x-help': {
        it: 'Trascorso il termine del parere si può decidere anche senza (legge 241/1990, articolo 16).',
        en: 'Once the time for an opinion is over it can be decided without (law 241/1990, article 16).',
      },
    }),
  canBeReopened: z
    .boolean()
    .optional()
    .meta({
      description: 'Whether a manager may reopen what has ended',
      'x-label': { it: 'Un manager può riaprire le pratiche concluse', en: 'A manager can reopen practices that have ended' },
    }),
  actions: z
    .array(ActionKind)
    .max(6)
    .optional()
    .meta({
      description: 'What can be asked for about an approved request (CAT-36)',
      examples: [['renewal']],
      'x-label': { it: 'Operazioni dopo l’approvazione', en: 'Actions after the approval' },
      'x-help': {
        it: 'Chi ha ottenuto il servizio le chiede con una nuova istanza dello stesso modulo, collegata alla prima e già compilata con ciò che si sa.',
        en: 'Whoever has obtained the service asks for them by a new request of the same form, linked to the first and filled in with what is known.',
      },
      'x-options': actionLabels,
    }),
});
export type WorkflowSettings = z.infer<typeof WorkflowSettings>;

/** With what people must have signed in to begin and to send (CAT-62). */
export const AccessSettings = z
  .strictObject({
    methods: z
      .array(SignInMethod)
      .max(10)
      .default([])
      .meta({ description: 'The sign-ins that are allowed; empty: all of them', examples: [['spid', 'cie']] }),
    level: z
      .number()
      .int()
      .min(1)
      .max(3)
      .default(1)
      .meta({ description: 'The least level of assurance of the sign-in', examples: [2] }),
    isReserved: z
      .boolean()
      .optional()
      .meta({
        description: 'Only for the people whom the body has listed (CAT-85)',
        'x-label': { it: 'Riservato alle persone elencate', en: 'Reserved for the people listed' },
        'x-help': {
          it: 'La scheda lo dice. Inizia e invia solo chi è nell’elenco dei codici fiscali, che si compila qui sotto dopo aver salvato.',
          en: 'Its page says so. Only who is on the list of fiscal codes begins and sends; it is filled in below once this is saved.',
        },
      }),
  })
  .describe('With what people must have signed in to begin and to send');
export type AccessSettings = z.infer<typeof AccessSettings>;

/** When it can be filled in and sent: the opening instant is inside, the closing one is outside. Null: always. */
export const OpeningWindow = z.strictObject({
  opensAt: Instant.nullable().describe('First instant at which it is open; null: always was'),
  closesAt: Instant.nullable().describe('First instant at which it is closed again; null: stays open'),
});

/** Of what is filled in beforehand and sent on a click day. */
export const SendingWindow = z.object({
  clickDayId: Id.nullable().describe('The click day on which it is sent; null: it is sent while it is open'),
  sendingOpensAt: Instant.nullable().describe('From when it is sent; null without a click day'),
  sendingClosesAt: Instant.nullable().describe('Until when it is sent; null without a click day'),
});

const synonym = Line(100)
  .min(1)
  .meta({ description: 'A word or two, in either language', examples: ['stato di famiglia'] });

const isModel = z.boolean().meta({
  description: 'Whether other bodies of the installation may make a service like it (ADM-10)',
  'x-label': { it: 'Offri come modello agli altri enti', en: 'Offer as a model to other bodies' },
  'x-help': {
    it: 'Una volta pubblicato, gli altri enti dell’installazione possono provarne il modulo e attivarne una copia: modulo, scheda, impostazioni, testi e controlli, senza contatti né pratiche.',
    en: 'Once it is published, the other bodies of the installation can try its form and activate a copy: form, page, settings, texts and checks, without contacts or practices.',
  },
});

export const Procedure = z.object({
  id: Id.describe('The service'),
  code: z.string().meta({ description: 'Code with which the number of every practice begins', examples: ['SERV06_UTENTI_2022'] }),
  title: Text.describe('What it is called'),
  subtitle: Text.describe('What it is for, in one line'),
  synonyms: z.array(synonym).describe('Other words that people use for it, by which it is found too'),
  category: GroupId.describe('The category of its body in which it is'),
  topics: z.array(GroupId).describe('The topics of its body under which it is'),
  recipients: z.array(GroupId).describe('For whom it is meant, of the recipients of its body'),
  organizationId: Id.describe('The body that offers it'),
  organizationName: z.string().meta({ description: 'What the body is called', examples: ['Regione Piemonte'] }),
  status: ProcedureStatus,
  audience: z.array(ProfileKind).describe('The profiles that may use it'),
  ...OpeningWindow.shape,
  ...SendingWindow.shape,
  settings: WorkflowSettings.describe('How its practices are worked'),
  access: AccessSettings,
  limits: LimitSettings,
  placesLeft: z
    .number()
    .int()
    .nullable()
    .meta({ description: 'How many places are left; null where they are not counted', examples: [null] }),
  statusReason: Text.nullable().describe('Why it is suspended or withdrawn, in the words of the body'),
  formId: Id.nullable().describe('The version of the form that a new practice takes; null while it is being built'),
  version: Version.describe('Grows with every change: send it back with the next one'),
  contacts: Text.nullable().describe('Where help is asked (PRA-12, IDE-28)'),
  isModel,
  canStart: z.boolean().describe('True when the one who asks may start now'),
  reason: Text.nullable().meta({
    description: 'Why not, in words: not yet open, closed, for other profiles, sign in first',
    examples: [{ it: 'Accedi per iniziare', en: 'Sign in to begin' }],
  }),
});

/** A service with all that its page says. */
export const ProcedureWithSheet = Procedure.extend({ sheet: ServiceSheet });

export const procedureNotFound = problem(404, 'procedure-not-found', 'Questo servizio non esiste', 'There is no such service', {
  it: 'Il servizio non esiste, oppure non è pubblicato.',
  en: 'The service does not exist, or is not published.',
});
export const procedureWithdrawn = problem(
  410,
  'procedure-withdrawn',
  'Questo servizio non è più offerto',
  'This service is no longer offered',
  {
    it: "L'ente ha ritirato il servizio: non si possono iniziare nuove istanze. Quelle già inviate restano nell'area personale.",
    en: 'The body has withdrawn the service: nothing new can be begun. What was sent stays in the personal area.',
  },
);
export const procedureClosed = problem(
  409,
  'procedure-closed',
  'Il servizio non è aperto in questo momento',
  'The service is not open at this moment',
  {
    it: "Il modulo si compila e si invia solo fra l'apertura e la chiusura indicate nella scheda del servizio, ora italiana.",
    en: 'The form can be filled in and sent only between the opening and the closing that its page shows, Italian time.',
  },
);

export const notEntitled = problem(403, 'not-entitled', 'Il servizio è riservato ad altri profili', 'The service is for other profiles', {
  it: 'Controlla nella scheda del servizio a chi è rivolto e, se ne hai più di uno, cambia profilo.',
  en: "See on the service's page who it is for and, if you have several profiles, change yours.",
});

export const signInNotAllowed = problem(
  403,
  'sign-in-not-allowed',
  'Per questo servizio occorre accedere in un altro modo',
  'This service asks for another way of signing in',
  {
    it: 'L’ente ha indicato con quali identità digitali, e con quale livello, si usa il servizio: esci e accedi con una di queste.',
    en: 'The body has said with which digital identities, and at which level, the service is used: sign out and sign in with one of them.',
  },
);

export const notListed = problem(
  403,
  'not-listed',
  'Il servizio è riservato alle persone indicate dall’ente',
  'The service is reserved for the people whom the body has named',
  {
    it: 'L’ente offre il servizio a un elenco di persone e il tuo codice fiscale non c’è. Se pensi che sia un errore chiedi all’ente: i contatti sono nella scheda del servizio.',
    en: 'The body offers the service to a list of people, and your fiscal code is not on it. If you think that this is a mistake ask the body: its contacts are on the page of the service.',
  },
);

export const statusRefused = problem(
  409,
  'status-refused',
  'Il servizio non può passare a questo stato',
  'The service cannot move to this state',
  {
    it: 'Un servizio si costruisce, si prova, si pubblica; pubblicato, si sospende e si riapre, e da sospeso si ritira. Un servizio ritirato non torna: se ne fa una copia.',
    en: 'A service is built, tested, published; once published it is suspended and reopened, and withdrawn when it is suspended. A withdrawn service does not come back: it is copied.',
  },
);

export const procedureInUse = problem(
  409,
  'procedure-in-use',
  'Il servizio ha pratiche e non si può eliminare',
  'The service has practices and cannot be deleted',
  {
    it: 'Le pratiche restano nell’area di chi le ha presentate, e il servizio resta con loro: ritiralo per non riceverne altre.',
    en: 'Practices stay with those who applied, and the service stays with them: withdraw it so that no more come in.',
  },
);

export const codeTaken = problem(409, 'code-taken', 'Un altro servizio ha già questo codice', 'Another service has this code already', {
  it: 'Ogni servizio ha un codice proprio, con cui cominciano i numeri delle sue pratiche: scegline un altro.',
  en: 'Each service has a code of its own, with which the numbers of its practices begin: choose another.',
});

export const settingNotOffered = problem(
  422,
  'setting-not-offered',
  'Questa installazione non offre questa impostazione',
  'This installation does not offer this setting',
  {
    it: "L'impostazione richiede un collegamento che questa installazione non ha ancora.",
    en: 'The setting needs a connection that this installation does not have yet.',
  },
);

export const listProcedures = rpc({
  subject: 'rpc.practices.list-procedures.v1',
  http: 'GET /procedures',
  permission: 'procedures:read',
  beforePolicy: true,
  summary: 'Lists the published services: of a category by title, or those with the words of a search, the best first',
  input: z.strictObject({
    ...paging,
    organizationId: Id.optional().describe('Only those of this body'),
    ...narrowing,
    search: Line(100)
      .optional()
      .meta({ description: 'Words that are looked for in titles, other words and forms', examples: ['certificato'] }),
  }),
  output: listOf(Procedure),
});

export const listCategories = rpc({
  subject: 'rpc.practices.list-categories.v1',
  http: 'GET /categories',
  permission: 'procedures:read',
  beforePolicy: true,
  summary: 'Lists the categories with the number of their published services',
  input: z.strictObject({ organizationId: Id.optional().describe('Only the services of this body are counted') }),
  output: z.object({
    items: z
      .array(
        z.object({
          category: GroupId.describe('The category'),
          label: Text.describe('What the category is called'),
          count: z
            .number()
            .int()
            .meta({ description: 'How many published services it holds', examples: [4] }),
        }),
      )
      .describe('Every category'),
  }),
});

export const getProcedure = rpc({
  subject: 'rpc.practices.get-procedure.v1',
  http: 'GET /procedures/{id}',
  permission: 'procedures:read',
  beforePolicy: true,
  summary: 'Reads a service',
  input: z.strictObject({ id: Id.describe('The service') }),
  output: ProcedureWithSheet,
  problems: [procedureNotFound, procedureWithdrawn],
});

export const findProcedure = rpc({
  subject: 'rpc.practices.find-procedure.v1',
  http: 'GET /procedures/by-code/{code}',
  permission: 'procedures:read',
  beforePolicy: true,
  summary: 'Reads a service by its code, also as it stands in the address of its page: in small letters and with hyphens',
  input: z.strictObject({
    code: z
      .string()
      .max(60)
      .regex(/^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$/)
      .meta({ description: 'The code', examples: ['serv06-utenti-2022'] }),
  }),
  output: ProcedureWithSheet,
  problems: [procedureNotFound, procedureWithdrawn],
});

export const putProcedure = rpc({
  subject: 'rpc.practices.put-procedure.v1',
  http: 'PUT /procedures/{id}',
  permission: 'procedures:write',
  summary: 'Creates or changes a service of a body',
  input: z.strictObject({
    id: Id.describe('The service; a new one has an id that the caller chose'),
    version: SeenVersion,
    organizationId: Id.describe("The administrator's own body"),
    code: z
      .string()
      .max(40)
      .regex(/^[A-Z0-9_]{3,40}$/)
      .meta({ description: 'Code with which the number of every practice begins', examples: ['SERV06_UTENTI_2022'] }),
    title: Text.describe('What it is called'),
    subtitle: Text.describe('What it is for, in one line'),
    synonyms: z.array(synonym).max(50).default([]).describe('Other words that people use for it, by which it is found too'),
    category: GroupId.describe('The category of its body in which it is'),
    topics: z.array(GroupId).max(mostGroups).optional().describe('The topics of its body; left out, they stay as they are'),
    recipients: z.array(GroupId).max(mostGroups).optional().describe('For whom it is meant; left out, it stays as it is'),
    status: ProcedureStatus,
    audience: z.array(ProfileKind).min(1).max(20).describe('The profiles that may use it'),
    ...OpeningWindow.shape,
    settings: WorkflowSettings.describe('How its practices are worked'),
    access: AccessSettings.optional().describe('With what people must have signed in; left out, it stays as it is'),
    limits: LimitSettings.optional().describe('How many requests it takes, and which of them only once; left out, it stays as it is'),
    contacts: Text.nullable().describe('Where help is asked (PRA-12, IDE-28)'),
    isModel: isModel.optional(),
    sheet: ServiceSheet.optional().describe('The parts of its page; left out, they stay as they are'),
  }),
  output: ProcedureWithSheet,
  problems: [organizationNotFound, procedureNotFound, changedMeanwhile, codeTaken, settingNotOffered, statusRefused],
});

export const procedureChanged = event(
  'events.practices.procedure-changed.v1',
  'A service was created, changed or deleted, or its form was',
  z.object({ procedureId: Id.describe('The service'), organizationId: Id.describe('The body that offers it') }),
);
