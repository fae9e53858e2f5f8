import { z } from 'zod';
import { Id, Instant, listOf, paging, rpc } from '../contract.js';

export const SecurityEventKind = z
  .enum([
    'signed-in',
    'sign-in-failed',
    'sign-in-locked',
    'officer-invited',
    'invitation-accepted',
    'invitation-declined',
    'rights-changed',
    'officer-suspended',
    'officer-reinstated',
    'officer-deleted',
    'absence-told',
    'absence-ended',
    'password-changed',
    'password-link-sent',
    'second-factor-set',
    'second-factor-failed',
    'second-factor-reset',
  ])
  .describe('What happened that matters for security (IDE-53)');
export type SecurityEventKind = z.infer<typeof SecurityEventKind>;

export const SecurityEvent = z.object({
  id: Id.describe('The event'),
  at: Instant.describe('When'),
  kind: SecurityEventKind,
  personId: Id.nullable().describe('Whom it is about; null when nobody has the name that was typed'),
  name: z
    .string()
    .nullable()
    .meta({ description: 'What she is called', examples: ['Elena Bianchi'] }),
  actorName: z
    .string()
    .nullable()
    .meta({ description: 'Who did it, when it was somebody signed in', examples: ['Laura Galli'] }),
  address: z
    .string()
    .nullable()
    .meta({ description: 'Network address from which', examples: ['192.0.2.1'] }),
});

export const listSecurityEvents = rpc({
  subject: 'rpc.identity.list-security-events.v1',
  http: 'GET /security-events',
  permission: 'security:read',
  summary: "Lists sign-ins and changed rights of the officers of one's own body, the newest first",
  input: z.strictObject({ ...paging }),
  output: listOf(SecurityEvent),
});
