import { z } from 'zod';
import { event, Id, Instant, listOf, paging, rpc, Text } from '../contract.js';

const action = z
  .string()
  .max(60)
  .regex(/^[a-z]+(-[a-z]+)*$/)
  .meta({ description: 'What was done', examples: ['practice-read'] });

const about = z
  .object({
    kind: z
      .string()
      .max(60)
      .meta({ description: 'What kind of thing', examples: ['practices'] }),
    id: Id.describe('Which one'),
  })
  .nullable()
  .describe('The thing by which it was done; null for the account itself');

/** Identity keeps the log; any service whose officers read the data of a person notes it, in the transaction of the reading. */
export const accessNoted = event(
  'events.identity.access-noted.v1',
  'Somebody who is not the person herself read or changed her data',
  z.object({
    id: Id.describe('The access'),
    at: Instant.describe('When'),
    subjectId: Id.describe('Whose data'),
    actorId: Id.nullable().describe('Who; null for a service on its own account'),
    capacity: z
      .string()
      .max(100)
      .meta({ description: 'As what', examples: ['officer'] }),
    organizationId: Id.nullable().describe('For which body'),
    action,
    about,
    requestId: z
      .string()
      .max(60)
      .meta({ description: 'The trace of the request', examples: ['4bf92f3577b34da6a3ce929d0e0e4736'] }),
  }),
);

/** One line of the log, as the person concerned reads it: the body, and not who worked for it. */
export const LoggedAccess = z.object({
  id: Id.describe('The access'),
  at: Instant.describe('When'),
  by: Text.describe('Who: the body, oneself, or the service itself'),
  action,
  what: Text.describe('What was done, in words'),
  about,
});

export const listAccesses = rpc({
  subject: 'rpc.identity.list-accesses.v1',
  http: 'GET /account/accesses',
  permission: 'account:read',
  summary: "Lists who read or changed one's own data, newest first",
  input: z.strictObject({ ...paging }),
  output: listOf(LoggedAccess),
});
