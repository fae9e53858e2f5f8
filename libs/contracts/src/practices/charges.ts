import { z } from 'zod';
import { Id, rpc } from '../contract.js';
import { number } from './fields.js';

/** Numbers that are named where something is refused because of them. */
const MOST_NAMED = 10;
/** Practices that are counted: beyond them nobody needs to know how many. */
export const MOST_COUNTED = 1_000;

/** For identity, which deletes neither an officer nor an office while something is in their charge. */
export const listCharges = rpc({
  subject: 'rpc.practices.list-charges.v1',
  permission: 'practices:describe',
  summary: 'Tells of which practices an officer or an office is in charge',
  input: z.strictObject({
    organizationId: Id.describe('The body'),
    kind: z.enum(['officer', 'office']).describe('Who is asked about'),
    id: Id.describe('The officer, or the office'),
  }),
  output: z.object({
    count: z
      .number()
      .int()
      .meta({ description: `How many there are; ${MOST_COUNTED} stands for more`, examples: [2] }),
    numbers: z.array(number).max(MOST_NAMED).describe('The first of them'),
  }),
});
