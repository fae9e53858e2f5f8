import { z } from 'zod';
import { Instant, rpc } from '../contract.js';
import { ActionKind } from './action-kinds.js';
import { byId, number, practiceId } from './fields.js';
import { PracticeStatus, practiceNotFound } from './states.js';

export const listRelatedPractices = rpc({
  subject: 'rpc.practices.list-related.v1',
  http: 'GET /practices/{id}/related',
  permission: 'practices:read',
  summary:
    'Lists what a practice follows, and what follows it: the request that it is a corrected copy of, and its own copies; the request that it asks something about, and what is asked about it',
  input: byId,
  output: z.object({
    items: z
      .array(
        z.object({
          id: practiceId,
          number,
          status: PracticeStatus,
          action: ActionKind.nullable().optional().describe('What one of the two asks for about the other; null for copies'),
          createdAt: Instant.describe('When it was begun'),
          relation: z
            .enum(['original', 'copy', 'acted-on', 'action'])
            .meta({ description: 'What it is to the practice that was asked about', examples: ['original'] }),
        }),
      )
      .describe('The oldest first; officers see what was sent'),
  }),
  problems: [practiceNotFound],
});
