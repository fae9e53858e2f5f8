import { z } from 'zod';
import { Instant, Text } from '../contract.js';

/**
 * One passage of the history of what is followed: never edited (PRA-19).
 * @param Status its states
 * @param first the one that most begin with, for the API's documents
 */
export const passageOf = <Status extends z.ZodType<string, string>>(Status: Status, first: z.infer<Status>) =>
  z.object({
    at: Instant.describe('When'),
    from: Status.nullable().meta({ description: 'The state before; null for the first', examples: [first] }),
    to: Status.describe('The state after'),
    move: z.string().meta({ description: 'The command', examples: ['take'] }),
    actor: Text.meta({
      description: 'Who moved it, as the reader may see it: a name for officers, the role for citizens',
      examples: [{ it: 'Operatore', en: 'Officer' }],
    }),
    reason: z
      .string()
      .nullable()
      .meta({ description: 'Why, where a reason is asked', examples: [null] }),
  });
