/** For whom a service is reserved (CAT-85). Only its own administrators read the list; nobody is told whether somebody else is on it. */
import { z } from 'zod';
import { CivilDate, Id, Instant, listOf, paging, problem, rpc } from '../contract.js';
import { FiscalCode } from '../typed.js';
import { fiscalCode } from './fields.js';
import { procedureNotFound } from './procedures.js';

const ofProcedure = { procedureId: Id.describe('The service') };
const count = z
  .number()
  .int()
  .meta({ description: 'How many people are listed', examples: [120] });
const codes = z
  .array(
    z
      .string()
      .max(100)
      .meta({ description: 'A fiscal code, as it was typed', examples: ['NREFRC80A41L219B'] }),
  )
  .max(5_000);

export const listListedPeople = rpc({
  subject: 'rpc.practices.list-listed-people.v1',
  http: 'GET /procedures/{procedureId}/listed-people',
  permission: 'procedures:write',
  summary: 'Lists the people for whom a service is reserved, by fiscal code',
  input: z.strictObject({ ...ofProcedure, ...paging }),
  output: listOf(z.object({ id: Id.describe('The entry'), fiscalCode })).extend({ count }),
  problems: [procedureNotFound],
});

export const addListedPeople = rpc({
  subject: 'rpc.practices.add-listed-people.v1',
  http: 'POST /procedures/{procedureId}/listed-people',
  permission: 'procedures:write',
  summary: 'Adds people for whom a service is reserved; who is listed already stays so',
  input: z.strictObject({ ...ofProcedure, fiscalCodes: codes.min(1).describe('Their fiscal codes') }),
  output: z.object({
    count,
    added: z
      .number()
      .int()
      .meta({ description: 'How many were added', examples: [12] }),
    refused: z
      .array(z.string().meta({ description: 'What was written', examples: ['NREFRC80A41L219'] }))
      .describe('What is no fiscal code of a person'),
  }),
  problems: [procedureNotFound],
});

export const removeListedPerson = rpc({
  subject: 'rpc.practices.remove-listed-person.v1',
  http: 'DELETE /procedures/{procedureId}/listed-people/{id}',
  permission: 'procedures:write',
  summary: 'Takes somebody off the list of people for whom a service is reserved',
  input: z.strictObject({ ...ofProcedure, id: Id.describe('The entry') }),
  output: z.object({ count }),
  problems: [procedureNotFound],
});

export const accessLinkNotValid = problem(404, 'access-link-not-valid', 'Questo link non vale', 'This link is not valid', {
  it: 'Il link è scaduto, è già stato usato da un’altra persona, è per un’altra persona, oppure non è intero: chiedine uno nuovo all’ente.',
  en: 'The link has expired, was used by somebody else, is for somebody else, or is not whole: ask the body for a new one.',
});

const AccessLink = z.object({
  id: Id.describe('The link'),
  fiscalCode: fiscalCode.nullable().describe('For whom it is; null: for whoever opens it first'),
  lastDay: CivilDate.describe('The last day, in Italy, on which it can be opened'),
  usedAt: Instant.nullable().describe('When somebody opened it; null while nobody has'),
});

export const listAccessLinks = rpc({
  subject: 'rpc.practices.list-access-links.v1',
  http: 'GET /procedures/{procedureId}/access-links',
  permission: 'procedures:write',
  summary: 'Lists the one-time links that let a person use a reserved service, the last one first',
  input: z.strictObject({ ...ofProcedure, ...paging }),
  output: listOf(AccessLink),
  problems: [procedureNotFound],
});

export const putAccessLink = rpc({
  subject: 'rpc.practices.put-access-link.v1',
  http: 'PUT /procedures/{procedureId}/access-links/{id}',
  permission: 'procedures:write',
  summary: 'Makes a one-time link to a reserved service; again, while nobody has used it, the secret before opens nothing any more',
  input: z.strictObject({
    ...ofProcedure,
    id: Id.describe('The link, with an id that the caller chose'),
    fiscalCode: FiscalCode.nullable().meta({
      description: 'For whom it is; null: for whoever opens it first',
      examples: ['NREFRC80A41L219T'],
    }),
    lastDay: CivilDate.describe('The last day, in Italy, on which it can be opened; at most a year from today'),
  }),
  output: AccessLink.extend({
    secret: z
      .string()
      .meta({ description: 'What the link ends with; it is told here alone, and kept by nobody', examples: ['kq3VtJ8yZ0m1nWbX2cR4sT'] }),
  }),
  problems: [procedureNotFound, accessLinkNotValid],
});

export const dropAccessLink = rpc({
  subject: 'rpc.practices.drop-access-link.v1',
  http: 'DELETE /procedures/{procedureId}/access-links/{id}',
  permission: 'procedures:write',
  summary: 'Takes a one-time link back; who has used it stays listed',
  input: z.strictObject({ ...ofProcedure, id: Id.describe('The link') }),
  output: z.object({ id: Id.describe('The link') }),
  problems: [procedureNotFound],
});

export const openAccessLink = rpc({
  subject: 'rpc.practices.open-access-link.v1',
  http: 'PUT /procedures/{procedureId}/access-link',
  permission: 'practices:compile',
  perMinute: 20,
  summary: 'Uses a one-time link: whoever opens it is listed for the service, and nobody else can use it any more',
  input: z.strictObject({
    ...ofProcedure,
    secret: z
      .string()
      .max(100)
      .meta({ description: 'What the link ends with', examples: ['kq3VtJ8yZ0m1nWbX2cR4sT'] }),
  }),
  output: z.object({ procedureId: Id.describe('The service') }),
  problems: [accessLinkNotValid],
});
