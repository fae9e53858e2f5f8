/** What an administrator does with the count of the places of a service. */
import { z } from 'zod';
import { Id, Instant, rpc } from '../contract.js';
import { procedureNotFound } from './procedures.js';

const ofProcedure = z.strictObject({ procedureId: Id.describe('The service') });
const Capacity = z.object({
  most: z
    .number()
    .int()
    .nullable()
    .meta({ description: 'How many places there are; null: as many as are asked for', examples: [30] }),
  taken: z
    .number()
    .int()
    .meta({ description: 'How many are taken', examples: [12] }),
  resetAt: Instant.nullable().describe('From when they are counted; null: from the beginning'),
});

export const getCapacity = rpc({
  subject: 'rpc.practices.get-capacity.v1',
  http: 'GET /procedures/{procedureId}/capacity',
  permission: 'procedures:write',
  summary: 'Tells how many places of a service are taken',
  input: ofProcedure,
  output: Capacity,
  problems: [procedureNotFound],
});

export const resetCapacity = rpc({
  subject: 'rpc.practices.reset-capacity.v1',
  http: 'DELETE /procedures/{procedureId}/capacity',
  permission: 'procedures:write',
  summary: 'Counts the places of a service anew, from none',
  input: ofProcedure,
  output: Capacity,
  problems: [procedureNotFound],
});
