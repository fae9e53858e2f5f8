/** For whom a service is reserved (CAT-85). Only its own administrators read the list; nobody is told whether somebody else is on it. */
import { z } from 'zod';
import { Id, listOf, paging, rpc } from '../contract.js';
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
