import { z } from 'zod';
import { Id, rpc, SeenVersion, Version } from '../contract.js';
import { FormDefinition, formBroken, formImmutable, formNotFound } from '../forms.js';
import { changedMeanwhile } from '../problems.js';
import { procedureNotFound } from './procedures.js';

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
