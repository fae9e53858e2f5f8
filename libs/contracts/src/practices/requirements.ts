/** What is good to know before a request is begun (CAT-90). */
import { z } from 'zod';
import { Id, rpc, Text } from '../contract.js';
import { procedureNotFound, procedureWithdrawn } from './procedures.js';

export const getRequirements = rpc({
  subject: 'rpc.practices.get-requirements.v1',
  http: 'GET /procedures/{id}/requirements',
  permission: 'procedures:read',
  beforePolicy: true,
  summary: 'Tells which documents a request wants, and how long an answer usually takes',
  input: z.strictObject({ id: Id.describe('The service') }),
  output: z.object({
    documents: z
      .array(
        z.object({
          label: Text.describe('What the form calls it'),
          isAlways: z.boolean().describe('False where the form asks for it in some cases, or leaves it to whoever applies'),
        }),
      )
      .describe('The files that the form asks for, in its order'),
    usualDays: z
      .number()
      .int()
      .nullable()
      .meta({
        description: 'Days within which half of the requests of the last twelve months were answered; null where fewer than five were',
        examples: [12],
      }),
  }),
  problems: [procedureNotFound, procedureWithdrawn],
});
