import { z } from 'zod';
import { CivilDate, event, Id, Instant, listOf, paging, rpc, Text } from '../contract.js';
import { Line } from '../typed.js';
import { officeName } from './organizations.js';

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

/** One line of the log, as the person concerned reads it: the body and the office, and not who worked there. */
export const LoggedAccess = z.object({
  id: Id.describe('The access'),
  at: Instant.describe('When'),
  by: Text.describe('Who: the body, oneself, or the service itself'),
  office: officeName.nullable().describe('The office of whoever did it, where she has one'),
  action,
  what: Text.describe('What was done, in words'),
  about,
});

export const listAccesses = rpc({
  subject: 'rpc.identity.list-accesses.v1',
  http: 'GET /account/accesses',
  permission: 'account:read',
  summary: "Lists who read or changed one's own data, newest first",
  input: z.strictObject({ ...paging, aboutId: Id.optional().describe('Only what was done by this thing: a practice') }),
  output: listOf(LoggedAccess),
});

/** One line of the log, as a manager of the body reads it: who of the body read whose data, by what. */
export const BodyAccess = z.object({
  id: Id.describe('The access'),
  at: Instant.describe('When'),
  actorId: Id.nullable().describe('Who; null for a service on its own account'),
  actorName: z
    .string()
    .nullable()
    .meta({ description: 'What she is called', examples: ['Elena Bianchi'] }),
  office: officeName.nullable().describe('Her office, where she has one'),
  action,
  what: Text.describe('What was done, in words'),
  about,
  number: z
    .string()
    .nullable()
    .meta({ description: 'Number of the practice; null where it cannot be told now', examples: ['SERV06_UTENTI_2022.0000008'] }),
});

/** What officers of the body read of practices (BKO-27). Accounts and their rights are in the list of security events. */
export const listBodyAccesses = rpc({
  subject: 'rpc.identity.list-body-accesses.v1',
  http: 'GET /accesses',
  permission: 'accesses:read',
  summary: "Lists which practices the officers of one's own body have read, newest first",
  input: z.strictObject({
    ...paging,
    number: Line(100)
      .optional()
      .meta({ description: 'Those of the practice with this number', examples: ['SERV06_UTENTI_2022.0000008'] }),
    actorId: Id.optional().describe('Those of one officer'),
    from: CivilDate.optional().describe('First day, in Rome'),
    to: CivilDate.optional().describe('Last day, in Rome'),
  }),
  output: listOf(BodyAccess),
});
