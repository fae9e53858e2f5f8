/** A service as one file, by which it is copied and carried to another body or installation (CAT-87). */
import { z } from 'zod';
import { Id, listOf, paging, problem, rpc, Text } from '../contract.js';
import { FormDefinition, formBroken } from '../forms.js';
import { idReused } from '../problems.js';
import { Line } from '../typed.js';
import { putAutoAssignment } from './auto-assignment.js';
import { putChecklist } from './marks.js';
import { codeTaken, ProcedureWithSheet, procedureNotFound, putProcedure } from './procedures.js';
import { Template } from './templates.js';

/** What a file says that it is, and the version of its format: a change that older readers would misread is another version. */
export const definitionFormat = 'sportello-service';
export const definitionVersion = 1;

const { code, title, subtitle } = putProcedure.input.shape;

const Rule = z.strictObject({
  value: Line(200)
    .min(1)
    .meta({ description: 'Value of the field, as the form stores it', examples: ['mensa'] }),
  office: Line(200)
    .min(1)
    .meta({ description: 'Name of the office', examples: ['Ufficio scuola'] }),
});

export const ServiceDefinition = z.strictObject({
  format: z.literal(definitionFormat).meta({ description: 'What the file is', examples: [definitionFormat] }),
  version: z.literal(definitionVersion).meta({ description: 'Version of the format', examples: [definitionVersion] }),
  service: putProcedure.input
    .omit({ id: true, version: true, organizationId: true, status: true })
    .describe('The service, without what belongs to one installation'),
  form: FormDefinition.nullable().describe('Its form in force; null where it has none yet'),
  texts: z
    .array(z.strictObject(Template.omit({ id: true }).shape))
    .max(60)
    .describe('The texts that officers have at hand'),
  checklist: z
    .strictObject({ items: putChecklist.input.shape.items, isRequired: putChecklist.input.shape.isRequired })
    .nullable()
    .describe('What is checked for each request'),
  assignment: z
    .strictObject({
      field: putAutoAssignment.input.shape.field,
      rules: z.array(Rule).max(200).describe('To which offices practices go, by their names'),
    })
    .nullable()
    .describe('To whom practices go by themselves'),
  leftOut: z.array(Text).max(250).describe('What the file does not carry, in words'),
});
export type ServiceDefinition = z.output<typeof ServiceDefinition>;

export const definitionRefused = problem(
  422,
  'definition-refused',
  'Il file non contiene un servizio che si possa importare',
  'The file holds no service that can be imported',
  {
    it: 'Si importa un file esportato da Sportello, intero e della versione del formato che questa installazione legge. L’elenco «errors» dice in quale punto e perché.',
    en: 'What is imported is a file that Sportello exported, whole and of the version of the format that this installation reads. The list “errors” says where and why.',
  },
);

const file = z.record(z.string().max(100), z.json()).meta({
  description: 'What the file holds: what `export-procedure` gave',
  examples: [{ format: definitionFormat, version: definitionVersion }],
});

export const exportProcedure = rpc({
  subject: 'rpc.practices.export-procedure.v1',
  http: 'GET /procedures/{id}/definition',
  permission: 'procedures:write',
  summary: 'Gives a service as one file: form, texts, settings, with nothing that belongs to this installation alone',
  input: z.strictObject({ id: Id.describe('The service') }),
  output: ServiceDefinition,
  problems: [procedureNotFound],
});

/** Nothing is stored. */
export const tryDefinition = rpc({
  subject: 'rpc.practices.try-definition.v1',
  http: 'POST /definitions/trial',
  permission: 'procedures:write',
  summary: 'Reads a file with a service: what its import would make, and what it would leave out and why',
  input: z.strictObject({ definition: file }),
  output: z.object({
    code: code.describe('A code that is free here'),
    title,
    subtitle,
    made: z.array(Text).describe('What would be made, in words'),
    leftOut: z.array(Text).describe('What would be left out and why, in words'),
  }),
  problems: [definitionRefused, formBroken],
});

export const importProcedure = rpc({
  subject: 'rpc.practices.import-procedure.v1',
  http: 'PUT /procedures/{id}/definition',
  permission: 'procedures:write',
  summary: 'Makes a service from a file: all of it or nothing',
  input: z.strictObject({
    id: Id.describe('The new service, with an id that the caller chose'),
    code,
    definition: file,
  }),
  output: ProcedureWithSheet,
  problems: [procedureNotFound, idReused, codeTaken, definitionRefused, formBroken],
});

export const copyProcedure = rpc({
  subject: 'rpc.practices.copy-procedure.v1',
  http: 'PUT /procedures/{id}/copies/{copyId}',
  permission: 'procedures:write',
  summary: 'Makes a service like another one of the same body, in construction',
  input: z.strictObject({
    id: Id.describe('The service that is copied'),
    copyId: Id.describe('The copy, with an id that the caller chose'),
    code,
    title,
  }),
  output: ProcedureWithSheet,
  problems: [procedureNotFound, idReused, codeTaken],
});

export const listModels = rpc({
  subject: 'rpc.practices.list-models.v1',
  http: 'GET /service-models',
  permission: 'procedures:write',
  summary: 'Lists the services that other bodies offer as models, by title (ADM-10)',
  input: z.strictObject({ ...paging }),
  output: listOf(
    z.object({
      id: Id.describe('The service'),
      title,
      subtitle,
      organizationName: z.string().meta({ description: 'The body that offers it', examples: ['Regione Piemonte'] }),
      contacts: Text.nullable().describe('Whom to ask about it'),
    }),
  ),
});

export const getModel = rpc({
  subject: 'rpc.practices.get-model.v1',
  http: 'GET /service-models/{id}',
  permission: 'procedures:write',
  summary: 'Gives a model as the file that its import takes, without contacts and offices of the body that offers it',
  input: z.strictObject({ id: Id.describe('The service') }),
  output: ServiceDefinition,
  problems: [procedureNotFound],
});
