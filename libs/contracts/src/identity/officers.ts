import { z } from 'zod';
import { event, Id, Language, listOf, paging, rpc, SeenVersion, Version } from '../contract.js';
import { changedMeanwhile } from '../problems.js';
import { Line } from '../typed.js';
import { officeName, organizationNotFound } from './organizations.js';
import { familyName, givenName, personNotFound } from './people.js';

export const OfficerRole = z.enum(['officer', 'manager', 'administrator']).describe('What somebody is at a body');
export type OfficerRole = z.infer<typeof OfficerRole>;

/** What an officer can be enabled to, each by its owner's id. A service that has such things of its own adds their kind here. */
export const SubjectKind = z.enum(['procedure']).describe('What it is: a service, with its practices');
export type SubjectKind = z.infer<typeof SubjectKind>;

export const Subject = z.object({ kind: SubjectKind, id: Id.describe('The one of this kind') });
export type Subject = z.infer<typeof Subject>;

const subjects = z.array(Subject).describe('What this officer may work on (ADM-02)');

export const OfficerState = z
  .enum(['invited', 'active', 'suspended'])
  .describe('Invited: asked, and not yet an officer; suspended: she may nothing until somebody takes it back');
export type OfficerState = z.infer<typeof OfficerState>;

export const Officer = z.object({
  id: Id.describe('The person'),
  organizationId: Id.describe('The body'),
  officeId: Id.nullable().describe('The office, when she has one'),
  givenName,
  familyName,
  role: OfficerRole,
  state: OfficerState,
  subjects,
  version: Version,
});

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
  }),
  output: listOf(Officer),
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
  "An officer's body, office, role or subjects changed, or she was suspended or reinstated",
  z.object({
    officerId: Id.describe('The officer'),
    organizationId: Id.describe('The body'),
    officeId: Id.nullable().describe('The office, when she has one'),
    officeName: officeName.nullable().describe('What it is called'),
    role: OfficerRole,
    subjects,
    isActive: z.boolean().describe('False while she is suspended: what is in her charge goes back to its queue'),
    name: z.string().meta({ description: 'Shown in the queue as "operator in charge" (PRA-24)', examples: ['Elena Bianchi'] }),
    version: Version,
  }),
  { key: 'officerId' },
);
