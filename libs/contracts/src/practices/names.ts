import { z } from 'zod';
import { Id, rpc } from '../contract.js';
import { Line } from '../typed.js';
import { number } from './fields.js';

/** For identity, whose log of accesses knows practices by their ids alone. */
export const namePractices = rpc({
  subject: 'rpc.practices.name-practices.v1',
  permission: 'practices:describe',
  summary: 'Tells the numbers of practices of a body by their ids, or the id by the number',
  input: z.strictObject({
    organizationId: Id.describe('The body'),
    ids: z.array(Id).max(100).describe('Which ones'),
    number: Line(100)
      .optional()
      .meta({ description: 'Number of one more', examples: ['SERV06_UTENTI_2022.0000008'] }),
  }),
  output: z.object({
    items: z.array(z.object({ id: Id.describe('The practice'), number })).describe('Those that were sent to the body'),
  }),
});
