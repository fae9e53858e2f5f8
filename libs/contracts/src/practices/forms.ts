import { z } from 'zod';
import { Id, problem, rpc, SeenVersion, Version } from '../contract.js';
import { changedMeanwhile } from '../problems.js';
import { procedureNotFound } from './procedures.js';

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

/** The `Form` of `@sportello/forms`. */
const FormDefinition = z.record(z.string().max(100), z.json()).meta({
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
