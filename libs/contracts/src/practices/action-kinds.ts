import { z } from 'zod';

/** What can be asked for about a service that is active (CAT-36). */
export const ActionKind = z
  .enum(['renewal', 'interruption', 'suspension', 'change', 'transfer', 'succession'])
  .meta({ description: 'What is asked for about an approved request', examples: ['renewal'] });
export type ActionKind = z.infer<typeof ActionKind>;
