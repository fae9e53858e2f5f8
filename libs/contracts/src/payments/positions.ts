/**
 * What the payments service tells of a position, by which practices move. Nobody publishes these yet: the setting `payment` of a service
 * is not offered until somebody does. A position grows a version with each fact: of two, the higher is the newer, whatever comes first.
 */
import { z } from 'zod';
import { event, Id, Instant, Version } from '../contract.js';

const fact = z.object({
  positionId: Id.describe('The position, by the id under which it was wanted'),
  version: Version.describe("The position's version after the fact"),
  at: Instant.describe('When it happened'),
});

export const positionStarted = event('events.payments.position-started.v1', 'Somebody left for the payment page', fact);
export const positionFailed = event(
  'events.payments.position-failed.v1',
  'A payment that was started did not succeed: it can be tried again',
  fact.extend({
    why: z
      .enum(['failed', 'abandoned', 'expired', 'cancelled'])
      .meta({ description: 'What became of the attempt', examples: ['abandoned'] }),
  }),
);
export const positionCompleted = event(
  'events.payments.position-completed.v1',
  'A position was paid: its receipt has come',
  fact.extend({
    paidCents: z
      .number()
      .int()
      .meta({ description: 'What was paid, in cents of euro', examples: [1_000] }),
  }),
);
