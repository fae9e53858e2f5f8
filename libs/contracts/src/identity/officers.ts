import { z } from 'zod';
import {
  CivilDate,
  event,
  Id,
  Instant,
  Language,
  listOf,
  paging,
  problem,
  rpc,
  SeenVersion,
  SeenVersionInQuery,
  Version,
} from '../contract.js';
import { changedMeanwhile } from '../problems.js';
import { Line } from '../typed.js';
import { officeName, organizationNotFound } from './organizations.js';
import { familyName, givenName, personNotFound } from './people.js';

export const OfficerRole = z.enum(['officer', 'manager', 'administrator']).describe('What somebody is at a body');
export type OfficerRole = z.infer<typeof OfficerRole>;

/** What an officer can be enabled to, each by its owner's id. A service that has such things of its own adds their kind here. */
export const SubjectKind = z
  .enum(['procedure', 'calendar', 'desk', 'topic'])
  .describe(
    'What it is: a service, with its practices, a calendar, with its appointments, a help desk, with its tickets, or a topic of the library, with its articles',
  );
export type SubjectKind = z.infer<typeof SubjectKind>;

export const Subject = z.object({ kind: SubjectKind, id: Id.describe('The one of this kind') });
export type Subject = z.infer<typeof Subject>;

export const subjects = z.array(Subject).describe('What this officer may work on (ADM-02)');

export const OfficerState = z
  .enum(['invited', 'active', 'suspended'])
  .describe('Invited: asked, and not yet an officer; suspended: she may nothing until somebody takes it back');
export type OfficerState = z.infer<typeof OfficerState>;

/** Days on which a colleague stands in for an officer (ADM-32). It ends by itself. */
export const Absence = z
  .object({
    from: CivilDate.meta({ description: 'First day, in Rome', examples: ['2026-12-01'] }),
    to: CivilDate.meta({ description: 'Last day, in Rome', examples: ['2026-12-10'] }),
    substituteId: Id.describe('The colleague who stands in for her'),
  })
  .describe('From when to when she is away, and who stands in for her');
export type Absence = z.infer<typeof Absence>;

export const Officer = z.object({
  id: Id.describe('The person'),
  organizationId: Id.describe('The body'),
  officeId: Id.nullable().describe('The office, when she has one'),
  givenName,
  familyName,
  role: OfficerRole,
  state: OfficerState,
  subjects,
  absence: Absence.nullable().optional().describe('The absence that was told; nothing after its last day'),
  version: Version,
});

export const officerInCharge = problem(
  409,
  'officer-in-charge',
  "L'operatore ha ancora pratiche in carico",
  'The officer is still in charge of practices',
  {
    it: 'Un operatore si elimina quando non ha più pratiche in carico. Riassegnale prima, poi elimina.',
    en: 'An officer is deleted when she is in charge of no practice any more. Reassign them first, then delete.',
  },
);

/**
 * Changes the rights of an officer, or invites a registered person, who becomes one when she accepts. What is changed holds for her open
 * sessions, tokens and pages when the answer comes. The installation's own account makes officers without asking them.
 */
export const putOfficer = rpc({
  subject: 'rpc.identity.put-officer.v1',
  http: 'PUT /officers/{id}',
  permission: 'officers:write',
  summary: 'Changes the rights of an officer, or invites a person to become one',
  input: z.strictObject({
    id: Id.describe('The person'),
    organizationId: Id.describe('The body'),
    officeId: Id.nullable().describe('The office, when she has one'),
    role: OfficerRole,
    subjects: subjects.max(500),
    version: SeenVersion,
  }),
  output: Officer,
  problems: [personNotFound, organizationNotFound, changedMeanwhile],
});

/** Her rights end at once; what is in her charge goes back to its queue. */
export const suspendOfficer = rpc({
  subject: 'rpc.identity.suspend-officer.v1',
  http: 'PUT /officers/{id}/suspension',
  permission: 'officers:write',
  summary: 'Suspends an officer',
  input: z.strictObject({ id: Id.describe('The officer') }),
  output: Officer,
  problems: [personNotFound],
});

export const reinstateOfficer = rpc({
  subject: 'rpc.identity.reinstate-officer.v1',
  http: 'DELETE /officers/{id}/suspension',
  permission: 'officers:write',
  summary: 'Ends the suspension of an officer',
  input: z.strictObject({ id: Id.describe('The officer') }),
  output: Officer,
  problems: [personNotFound],
});

export const listOfficers = rpc({
  subject: 'rpc.identity.list-officers.v1',
  http: 'GET /officers',
  permission: 'officers:read',
  summary: "Lists the officers of one's own body",
  input: z.strictObject({
    ...paging,
    search: Line(100)
      .optional()
      .meta({ description: 'Words of the name, or their beginnings, in any order', examples: ['bianchi elena'] }),
    officeId: Id.optional().describe('Those of one office'),
    role: OfficerRole.optional().describe('Those with one role'),
    state: OfficerState.optional().describe('Those in one state'),
  }),
  output: listOf(Officer),
});

/** What a one-time link lets its owner do. */
export const LinkPurpose = z
  .enum(['invitation', 'reset'])
  .describe('Answer an invitation and choose a password, or replace a forgotten one');
export type LinkPurpose = z.infer<typeof LinkPurpose>;

export const SentLink = z.object({
  purpose: LinkPurpose,
  sentAt: Instant.describe('When it was made'),
  expiresAt: Instant.describe('Until when it can be used, once'),
});

/** An officer as who looks after her sees her. */
export const OfficerRecord = Officer.extend({
  mail: z
    .string()
    .nullable()
    .meta({ description: 'Where mails go', examples: ['elena.bianchi@example.org'] }),
  username: z
    .string()
    .nullable()
    .meta({ description: 'Name with which she signs in, where she has a password here', examples: ['elena.bianchi'] }),
  hasSecondFactor: z.boolean().describe('Whether an app of hers makes codes for her sign-ins (IDE-50)'),
  link: SentLink.nullable().describe('The one-time link that she can still use'),
});

export const getOfficer = rpc({
  subject: 'rpc.identity.get-officer.v1',
  http: 'GET /officers/{id}',
  permission: 'officers:write',
  summary: "Reads an officer of one's own body",
  input: z.strictObject({ id: Id.describe('The officer') }),
  output: OfficerRecord,
  problems: [personNotFound],
});

/**
 * Her rights end at once, and so does an invitation that was not accepted. Refused while she is in charge of practices, which are named. The
 * person and what she has done stay; she can be invited again. Said again it changes nothing.
 */
export const deleteOfficer = rpc({
  subject: 'rpc.identity.delete-officer.v1',
  http: 'DELETE /officers/{id}',
  permission: 'officers:write',
  summary: 'Deletes an officer who is in charge of nothing',
  input: z.strictObject({ id: Id.describe('The officer'), version: SeenVersionInQuery }),
  output: z.object({ id: Id.describe('The officer') }),
  problems: [personNotFound, officerInCharge, changedMeanwhile],
});

/** For whoever has lost her app and her recovery codes: she sets another app at her next sign-in. Said again it changes nothing. */
export const resetSecondFactor = rpc({
  subject: 'rpc.identity.reset-second-factor.v1',
  http: 'DELETE /officers/{id}/second-factor',
  permission: 'officers:write',
  summary: "Forgets the app that makes codes for an officer's sign-ins",
  input: z.strictObject({ id: Id.describe('The officer') }),
  output: z.object({ id: Id.describe('The officer') }),
  problems: [personNotFound],
});

/** For notices to officers: everybody who may work on a subject (NOT-04, NOT-05). */
export const listRecipients = rpc({
  subject: 'rpc.identity.list-recipients.v1',
  permission: 'people:describe',
  summary: 'Lists the officers enabled to a subject, with their addresses',
  input: z.strictObject({ organizationId: Id.describe('The body'), subject: Subject.describe('What they work on') }),
  output: z.object({
    items: z
      .array(
        z.object({
          id: Id.describe('The officer'),
          mail: z
            .string()
            .nullable()
            .meta({ description: 'Where mails go', examples: ['elena.bianchi@example.org'] }),
          language: Language,
        }),
      )
      .describe('The officers'),
  }),
});

/** Other services keep copies of the rights; the highest `version` of an officer is the one in force. */
export const rightsChanged = event(
  'events.identity.rights-changed.v2',
  "An officer's body, office, role, subjects or absence changed, or she was suspended or reinstated",
  z.object({
    officerId: Id.describe('The officer'),
    organizationId: Id.describe('The body'),
    officeId: Id.nullable().describe('The office, when she has one'),
    officeName: officeName.nullable().describe('What it is called'),
    role: OfficerRole,
    subjects,
    isActive: z
      .boolean()
      .describe('False while she is suspended, and when she works for the body no more: what is in her charge goes back to its queue'),
    absence: Absence.nullable().optional().describe('From when to when a colleague stands in for her'),
    name: z.string().meta({ description: 'Shown in the queue as "operator in charge" (PRA-24)', examples: ['Elena Bianchi'] }),
    version: Version,
  }),
  { key: 'officerId' },
);
