import { z } from 'zod';
import { event, Id, Instant, listOf, paging, problem, rpc, SeenVersion, Text, Version } from '../contract.js';
import { organizationNotFound } from '../identity/organizations.js';
import { ProfileKind } from '../identity/people.js';
import { changedMeanwhile } from '../problems.js';
import { Line } from '../typed.js';
import { ServiceSheet } from './sheets.js';

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

/** The shelves of "Nuova istanza" (CAT-14). */
export const Category = z
  .enum(['school-vouchers', 'health', 'education', 'registry', 'building', 'taxes'])
  .meta({ description: 'The shelf of the catalogue', examples: ['registry'] });
export type Category = z.infer<typeof Category>;

export const categoryLabels: Record<Category, Text> = {
  'school-vouchers': { it: 'VOUCHER SCUOLA', en: 'SCHOOL VOUCHERS' },
  health: { it: 'SALUTE', en: 'HEALTH' },
  education: { it: 'SERVIZI EDUCATIVI', en: 'EDUCATION' },
  registry: { it: 'SERVIZI DEMOGRAFICI', en: 'CIVIL REGISTRY' },
  building: { it: 'EDILIZIA ED URBANISTICA', en: 'BUILDING AND PLANNING' },
  taxes: { it: 'TRIBUTI IMU TASI', en: 'LOCAL TAXES' },
};

/** The form of a procedure: `published` is open only inside its window, `suspended` cannot be filled in. */
export const ProcedureStatus = z
  .enum(['building', 'testing', 'published', 'suspended', 'withdrawn'])
  .meta({ description: '`published` is open inside its window only, `suspended` cannot be filled in', examples: ['published'] });

/** What a body sets for its service. All off unless set (ADM-11). */
export const WorkflowSettings = z.strictObject({
  workflow: z.enum(['approval', 'forward']).default('approval').describe('Decided here, or handed on to another system'),
  registers: z.boolean().default(false).describe('Registered by the protocol before anybody works it'),
  requiresConfirmation: z.boolean().default(false).describe('Sent in two steps: completed first, then sent (002)'),
  enablesPeople: z.boolean().optional().describe('Asks for the enabling of the people listed, whose access has a first day (PRA-52)'),
  answerDays: z
    .number()
    .int()
    .min(1)
    .max(180)
    .optional()
    .meta({ description: 'In how many days from the sending it is answered; left out, in those of the law', examples: [30] }),
});
export type WorkflowSettings = z.infer<typeof WorkflowSettings>;

/** When it can be filled in and sent: the opening instant is inside, the closing one is outside. Null: always. */
export const OpeningWindow = z.strictObject({
  opensAt: Instant.nullable().describe('First instant at which it is open; null: always was'),
  closesAt: Instant.nullable().describe('First instant at which it is closed again; null: stays open'),
});

const synonym = Line(100)
  .min(1)
  .meta({ description: 'A word or two, in either language', examples: ['stato di famiglia'] });

export const Procedure = z.object({
  id: Id.describe('The service'),
  code: z.string().meta({ description: 'Code with which the number of every practice begins', examples: ['SERV06_UTENTI_2022'] }),
  title: Text.describe('What it is called'),
  subtitle: Text.describe('What it is for, in one line'),
  synonyms: z.array(synonym).describe('Other words that people use for it, by which it is found too'),
  category: Category,
  organizationId: Id.describe('The body that offers it'),
  organizationName: z.string().meta({ description: 'What the body is called', examples: ['Regione Piemonte'] }),
  status: ProcedureStatus,
  audience: z.array(ProfileKind).describe('The profiles that may use it'),
  ...OpeningWindow.shape,
  settings: WorkflowSettings.describe('How its practices are worked'),
  formId: Id.nullable().describe('The version of the form that a new practice takes; null while it is being built'),
  version: Version.describe('Grows with every change: send it back with the next one'),
  contacts: Text.nullable().describe('Where help is asked (PRA-12, IDE-28)'),
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
    category: Category.optional().describe('Only this shelf'),
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
  input: z.strictObject({}),
  output: z.object({
    items: z
      .array(
        z.object({
          category: Category,
          label: Text.describe('What the shelf is called'),
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
    category: Category,
    status: ProcedureStatus,
    audience: z.array(ProfileKind).min(1).max(20).describe('The profiles that may use it'),
    ...OpeningWindow.shape,
    settings: WorkflowSettings.describe('How its practices are worked'),
    contacts: Text.nullable().describe('Where help is asked (PRA-12, IDE-28)'),
    sheet: ServiceSheet.optional().describe('The parts of its page; left out, they stay as they are'),
  }),
  output: ProcedureWithSheet,
  problems: [organizationNotFound, procedureNotFound, changedMeanwhile, codeTaken, settingNotOffered],
});

export const procedureChanged = event(
  'events.practices.procedure-changed.v1',
  'A service was created or changed, or its form was',
  z.object({ procedureId: Id.describe('The service'), organizationId: Id.describe('The body that offers it') }),
);
