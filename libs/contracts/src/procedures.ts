/** The catalogue of the practices service: procedures, their forms, and the territory that forms ask for. */
import { z } from 'zod';
import { Id, Instant, listOf, paging, problem, rpc, SeenVersion, Text, Version } from './contract.js';
import { organizationNotFound, ProfileKind } from './identity.js';
import { changedMeanwhile } from './problems.js';
import { Line } from './typed.js';

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

/** The form of a procedure: `published` is open only inside its window, `suspended` cannot be compiled. */
export const ProcedureStatus = z
  .enum(['building', 'testing', 'published', 'suspended', 'withdrawn'])
  .meta({ description: '`published` is open inside its window only, `suspended` cannot be compiled', examples: ['published'] });

/** What a body sets for its service. All off unless set (ADM-11). */
export const WorkflowSettings = z.strictObject({
  workflow: z.enum(['approval', 'forward']).default('approval').describe('Decided here, or handed on to another system'),
  registers: z.boolean().default(false).describe('Registered by the protocol before anybody works it'),
  requiresConfirmation: z.boolean().default(false).describe('Sent in two steps: completed first, then sent (002)'),
  enablesPeople: z.boolean().optional().describe('Asks for the enabling of the people listed, whose access has a first day (PRA-52)'),
});
export type WorkflowSettings = z.infer<typeof WorkflowSettings>;

/** When it can be compiled and sent: the opening instant is inside, the closing one is outside. Null: always. */
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

export const procedureNotFound = problem(404, 'procedure-not-found', 'Questo servizio non esiste', 'There is no such service', {
  it: 'Il servizio non esiste, oppure non è pubblicato.',
  en: 'The service does not exist, or is not published.',
});
export const procedureClosed = problem(
  409,
  'procedure-closed',
  'Il servizio non è aperto in questo momento',
  'The service is not open at this moment',
  {
    it: "Il modulo si compila e si invia solo fra l'apertura e la chiusura indicate nella scheda del servizio, ora italiana.",
    en: 'The form can be compiled and sent only between opening and closing, as its page says, Italian time.',
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
export const formNotFound = problem(404, 'form-not-found', 'Questo modulo non esiste', 'There is no such form', {
  it: 'Questa versione del modulo non esiste, oppure il suo servizio non è pubblicato.',
  en: 'This version of the form does not exist, or its service is not published.',
});
export const formImmutable = problem(
  409,
  'form-immutable',
  'Una versione pubblicata non si cambia: pubblica una nuova versione',
  'A published version does not change: publish a new one',
  {
    it: 'Le pratiche già iniziate restano con la versione del modulo con cui sono nate: per cambiarlo pubblica una nuova versione.',
    en: 'Practices keep the version of the form with which they began: to change it publish a new version.',
  },
);
export const formBroken = problem(422, 'form-broken', 'La definizione del modulo non è valida', 'The definition of the form is not valid', {
  it: "L'elenco «errors» dice in quale punto della definizione e perché.",
  en: 'The list “errors” says at which place of the definition, and why.',
});

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
  output: Procedure,
  problems: [procedureNotFound],
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
  }),
  output: Procedure,
  problems: [organizationNotFound, procedureNotFound, changedMeanwhile, codeTaken, settingNotOffered],
});

/** The `Form` of `@sportello/forms`. */
const FormDefinition = z.record(z.string(), z.json()).meta({
  description: 'The form as docs/forms.md says it: pages, sections, fields, rules',
  examples: [{ title: { it: 'Richiesta', en: 'Request' }, pages: [] }],
});

/** Publishes an immutable version; practices keep the one they were begun with. The same id and content again changes nothing. */
export const putForm = rpc({
  subject: 'rpc.practices.put-form.v1',
  http: 'PUT /procedures/{procedureId}/forms/{id}',
  permission: 'procedures:write',
  summary: 'Publishes a version of the form of a service',
  input: z.strictObject({
    procedureId: Id.describe('The service'),
    id: Id.describe('The version of the form, with an id that the caller chose'),
    version: SeenVersion.describe('Which version of the form was the last one, from 1; 0 when there was none'),
    definition: FormDefinition,
  }),
  output: z.object({
    id: Id.describe('The version of the form'),
    procedureId: Id.describe('The service'),
    version: Version.describe('Which version of the form it is, from 1'),
  }),
  problems: [procedureNotFound, changedMeanwhile, formImmutable, formBroken],
});

export const getForm = rpc({
  subject: 'rpc.practices.get-form.v1',
  http: 'GET /forms/{id}',
  permission: 'forms:read',
  summary: 'Reads a version of a form',
  input: z.strictObject({ id: Id.describe('The version of the form') }),
  output: z.object({
    id: Id.describe('The version of the form'),
    procedureId: Id.describe('The service'),
    version: Version.describe('Which version of the form it is, from 1'),
    definition: FormDefinition,
  }),
  problems: [formNotFound],
});

/** The gateway serves it as `GET /api/v1/forms/{id}/validator.js`. */
export const getValidator = rpc({
  subject: 'rpc.practices.get-validator.v1',
  permission: 'forms:read',
  summary: 'Reads the compiled validator of a form as an ES module',
  input: z.strictObject({ id: Id.describe('The version of the form') }),
  output: z.object({ source: z.string().meta({ description: 'An ES module', examples: ['export default (content) => [];'] }) }),
  problems: [formNotFound],
});

const Place = z.object({
  code: z.string().meta({ description: 'ISTAT code', examples: ['001'] }),
  name: z.string().meta({ description: 'What it is called', examples: ['Torino'] }),
});

export const listRegions = rpc({
  subject: 'rpc.practices.list-regions.v1',
  http: 'GET /regions',
  permission: 'territory:read',
  beforePolicy: true,
  summary: 'Lists the regions with their ISTAT codes',
  input: z.strictObject({}),
  output: z.object({ items: z.array(Place).describe('In alphabetical order') }),
});

export const listProvinces = rpc({
  subject: 'rpc.practices.list-provinces.v1',
  http: 'GET /provinces',
  permission: 'territory:read',
  beforePolicy: true,
  summary: 'Lists the provinces, all or of one region (ISTAT code of two digits)',
  input: z.strictObject({
    region: z
      .string()
      .max(2)
      .regex(/^\d{2}$/)
      .optional()
      .meta({ description: 'ISTAT code of a region, two digits', examples: ['01'] }),
  }),
  output: z.object({ items: z.array(Place).describe('In alphabetical order') }),
});

export const listComuni = rpc({
  subject: 'rpc.practices.list-comuni.v1',
  http: 'GET /comuni',
  permission: 'territory:read',
  beforePolicy: true,
  summary: 'Lists the comuni of one province (ISTAT code of three digits)',
  input: z.strictObject({
    province: z
      .string()
      .max(3)
      .regex(/^\d{3}$/)
      .meta({ description: 'ISTAT code of a province, three digits', examples: ['001'] }),
  }),
  output: z.object({
    items: z
      .array(
        Place.extend({
          code: z.string().meta({ description: 'ISTAT code', examples: ['001272'] }),
          cadastralCode: z
            .string()
            .nullable()
            .meta({ description: 'Code of the comune in fiscal codes', examples: ['L219'] }),
        }),
      )
      .describe('In alphabetical order'),
  }),
});
