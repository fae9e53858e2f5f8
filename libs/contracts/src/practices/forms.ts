import { z } from 'zod';
import { Id, Instant, rpc, SeenVersion, Text, Version } from '../contract.js';
import { Content, FormDefinition, formBroken, formImmutable, formNotFound } from '../forms.js';
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

export const listForms = rpc({
  subject: 'rpc.practices.list-forms.v1',
  http: 'GET /procedures/{procedureId}/forms',
  permission: 'services:read',
  summary: 'Lists the versions of the form of a service of one’s body, the last one first',
  input: z.strictObject({ procedureId: Id.describe('The service') }),
  output: z.object({
    items: z
      .array(
        z.object({
          id: Id.describe('The version of the form'),
          version: Version.describe('Which version of the form it is, from 1'),
          publishedAt: Instant.describe('When it was published'),
          drafts: z
            .number()
            .int()
            .meta({ description: 'How many requests that are not sent yet were begun with it', examples: [3] }),
        }),
      )
      .describe('The last fifty'),
  }),
  problems: [procedureNotFound],
});

const issues = z
  .array(
    z.object({
      page: z.string().meta({ description: 'Key of the page', examples: ['applicant'] }),
      pointer: z.string().meta({ description: 'JSON pointer into the answers', examples: ['/mail'] }),
      label: Text.describe('What the field is called'),
      message: Text.describe('What is wrong'),
      isError: z.boolean().describe('False for what is only warned of'),
    }),
  )
  .describe('What is wrong with the answers');

/** Nothing is stored, and no practice is made: what is tried can never be counted. */
export const tryForm = rpc({
  subject: 'rpc.practices.try-form.v1',
  http: 'POST /procedures/{procedureId}/forms/trial',
  permission: 'procedures:write',
  summary: 'Reads a form that is to be published: what it changes, and what is wrong with answers that are given to try it',
  input: z.strictObject({
    procedureId: Id.describe('The service'),
    definition: FormDefinition,
    content: Content.optional().describe('Answers to try it with; left out, nothing is checked'),
  }),
  output: z.object({
    version: Version.describe('The last version that is published; 0 when there is none'),
    changes: z
      .array(Text.meta({ description: 'One change', examples: [{ it: 'Nuovo campo «E-mail»', en: 'New field “Email”' }] }))
      .describe('What it changes against the last version, in words'),
    drafts: z
      .number()
      .int()
      .meta({ description: 'How many requests that are not sent yet keep the version with which they were begun', examples: [3] }),
    issues,
  }),
  problems: [procedureNotFound, formBroken],
});

/** Whoever works the service tries it in whatever state it is, before people can. */
export const tryRequest = rpc({
  subject: 'rpc.practices.try-request.v1',
  http: 'POST /procedures/{procedureId}/trial',
  permission: 'services:read',
  summary:
    'Tries a request to a service that one works on: what is wrong with it and what would follow; nothing is stored, numbered or told',
  input: z.strictObject({ procedureId: Id.describe('The service'), content: Content }),
  output: z.object({
    issues,
    follows: z
      .array(Text.meta({ description: 'One thing', examples: [{ it: 'Sarebbe protocollata', en: 'It would be registered' }] }))
      .describe('What would follow the sending, in words, in its order'),
  }),
  problems: [procedureNotFound, formNotFound],
});
