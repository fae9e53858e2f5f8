/** The catalogue of the practices service: procedures, their forms, and the territory that forms ask for. */
import { z } from 'zod';
import { Instant, listOf, paging, problem, rpc, Text } from './contract.js';
import { ProfileKind } from './identity.js';

/** The shelves of "Nuova istanza" (CAT-14). */
export const Category = z.enum(['school-vouchers', 'health', 'education', 'registry', 'building', 'taxes']);
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
export const ProcedureStatus = z.enum(['building', 'testing', 'published', 'suspended', 'withdrawn']);

/** What a body sets for its service. All off unless set (ADM-11). */
export const WorkflowSettings = z.strictObject({
  workflow: z.enum(['approval', 'forward']).default('approval'),
  registers: z.boolean().default(false),
  /** The two-step sending: complete first, then send (002). */
  requiresConfirmation: z.boolean().default(false),
  /** Asks for the enabling of the people listed, whose access has a first day (PRA-52). */
  enablesPeople: z.boolean().optional(),
});
export type WorkflowSettings = z.infer<typeof WorkflowSettings>;

/** When it can be compiled and sent: the opening instant is inside, the closing one is outside. Null: always. */
export const OpeningWindow = z.strictObject({ opensAt: Instant.nullable(), closesAt: Instant.nullable() });

export const Procedure = z.object({
  id: z.uuid(),
  /** The form's code, with which every number begins: `SERV06_UTENTI_2022`. */
  code: z.string(),
  title: Text,
  subtitle: Text,
  category: Category,
  organizationId: z.uuid(),
  organizationName: z.string(),
  status: ProcedureStatus,
  audience: z.array(ProfileKind),
  opensAt: Instant.nullable(),
  closesAt: Instant.nullable(),
  settings: WorkflowSettings,
  /** The version of the form that a new practice takes; null while it is being built. */
  formId: z.uuid().nullable(),
  /** Where help is asked (PRA-12, IDE-28). */
  contacts: Text.nullable(),
  /** True when the one who asks may start now. */
  canStart: z.boolean(),
  /** Why not, in words: not yet open, closed, for other profiles, sign in first. */
  reason: Text.nullable(),
});

export const procedureNotFound = problem(404, 'procedure-not-found', 'Questo servizio non esiste', 'There is no such service');
export const procedureClosed = problem(
  409,
  'procedure-closed',
  'Il servizio non è aperto in questo momento',
  'The service is not open at this moment',
);
export const notEntitled = problem(403, 'not-entitled', 'Il servizio è riservato ad altri profili', 'The service is for other profiles');
export const codeTaken = problem(409, 'code-taken', 'Un altro servizio ha già questo codice', 'Another service has this code already');
export const settingNotOffered = problem(
  422,
  'setting-not-offered',
  'Questa installazione non offre questa impostazione',
  'This installation does not offer this setting',
);
export const formNotFound = problem(404, 'form-not-found', 'Questo modulo non esiste', 'There is no such form');
export const formImmutable = problem(
  409,
  'form-immutable',
  'Una versione pubblicata non si cambia: pubblica una nuova versione',
  'A published version does not change: publish a new one',
);
export const formBroken = problem(422, 'form-broken', 'La definizione del modulo non è valida', 'The definition of the form is not valid');

export const listProcedures = rpc({
  subject: 'rpc.practices.list-procedures.v1',
  http: 'GET /procedures',
  permission: 'procedures:read',
  beforePolicy: true,
  summary: 'Lists the published services, by category or by words of their title',
  input: z.strictObject({ ...paging, category: Category.optional(), search: z.string().trim().max(100).optional() }),
  output: listOf(Procedure),
});

export const listCategories = rpc({
  subject: 'rpc.practices.list-categories.v1',
  http: 'GET /categories',
  permission: 'procedures:read',
  beforePolicy: true,
  summary: 'Lists the categories with the number of their published services',
  input: z.strictObject({}),
  output: z.object({ items: z.array(z.object({ category: Category, label: Text, count: z.number().int() })) }),
});

export const getProcedure = rpc({
  subject: 'rpc.practices.get-procedure.v1',
  http: 'GET /procedures/{id}',
  permission: 'procedures:read',
  beforePolicy: true,
  summary: 'Reads a service',
  input: z.strictObject({ id: z.uuid() }),
  output: Procedure,
});

export const putProcedure = rpc({
  subject: 'rpc.practices.put-procedure.v1',
  http: 'PUT /procedures/{id}',
  permission: 'procedures:write',
  summary: 'Creates or changes a service of a body',
  input: z.strictObject({
    id: z.uuid(),
    organizationId: z.uuid(),
    code: z.string().regex(/^[A-Z0-9_]{3,40}$/),
    title: Text,
    subtitle: Text,
    category: Category,
    status: ProcedureStatus,
    audience: z.array(ProfileKind).min(1),
    ...OpeningWindow.shape,
    settings: WorkflowSettings,
    contacts: Text.nullable(),
  }),
  output: Procedure,
});

/** Publishes an immutable version; practices keep the one they were begun with. The same id and content again changes nothing. */
export const putForm = rpc({
  subject: 'rpc.practices.put-form.v1',
  http: 'PUT /procedures/{procedureId}/forms/{id}',
  permission: 'procedures:write',
  summary: 'Publishes a version of the form of a service',
  input: z.strictObject({ procedureId: z.uuid(), id: z.uuid(), definition: z.record(z.string(), z.json()) }),
  output: z.object({ id: z.uuid(), procedureId: z.uuid(), version: z.number().int() }),
});

/** `definition` is the `Form` of `@sportello/forms`. */
export const getForm = rpc({
  subject: 'rpc.practices.get-form.v1',
  http: 'GET /forms/{id}',
  permission: 'forms:read',
  summary: 'Reads a version of a form',
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ id: z.uuid(), procedureId: z.uuid(), version: z.number().int(), definition: z.record(z.string(), z.json()) }),
});

/** The gateway serves it as `GET /api/v1/forms/{id}/validator.js`. */
export const getValidator = rpc({
  subject: 'rpc.practices.get-validator.v1',
  permission: 'forms:read',
  summary: 'Reads the compiled validator of a form as an ES module',
  input: z.strictObject({ id: z.uuid() }),
  output: z.object({ source: z.string() }),
});

const Place = z.object({ code: z.string(), name: z.string() });

export const listRegions = rpc({
  subject: 'rpc.practices.list-regions.v1',
  http: 'GET /regions',
  permission: 'territory:read',
  beforePolicy: true,
  summary: 'Lists the regions with their ISTAT codes',
  input: z.strictObject({}),
  output: z.object({ items: z.array(Place) }),
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
      .regex(/^\d{2}$/)
      .optional(),
  }),
  output: z.object({ items: z.array(Place) }),
});

export const listComuni = rpc({
  subject: 'rpc.practices.list-comuni.v1',
  http: 'GET /comuni',
  permission: 'territory:read',
  beforePolicy: true,
  summary: 'Lists the comuni of one province (ISTAT code of three digits)',
  input: z.strictObject({ province: z.string().regex(/^\d{3}$/) }),
  output: z.object({ items: z.array(Place.extend({ cadastralCode: z.string().nullable() })) }),
});
