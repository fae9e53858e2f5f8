import { z } from 'zod';
import { Id, problem, rpc, SeenVersion } from '../contract.js';
import { changedMeanwhile } from '../problems.js';
import { FiscalCode } from '../typed.js';
import { Officer, OfficerRole, SentLink, subjects } from './officers.js';
import { organizationNotFound } from './organizations.js';
import { familyName, givenName, mail, personNotFound, username } from './people.js';

/** For so many days the link of an invitation can be used. */
export const INVITATION_DAYS = 7;

export const hasNoPassword = problem(
  409,
  'has-no-password',
  'Questo operatore non ha una password qui',
  'This officer has no password here',
  {
    it: "L'operatore accede con la propria identità digitale: non c'è una password da reimpostare.",
    en: 'The officer signs in with a digital identity: there is no password to reset.',
  },
);

/**
 * Invites somebody to work for the body, whether she is known or not; the answer is the same, so that nobody learns here who is known. Who is
 * new is mailed a one-time link by which she accepts and chooses her password; who is known finds the invitation in her profile.
 */
export const inviteOfficer = rpc({
  subject: 'rpc.identity.invite-officer.v1',
  http: 'PUT /officers/{id}/invitation',
  permission: 'officers:write',
  summary: 'Invites a person to become an officer, registering her if she is new',
  input: z.strictObject({
    id: Id.describe('The person; a new one has an id that the caller chose'),
    givenName,
    familyName,
    fiscalCode: FiscalCode.meta({ description: 'Fiscal code', examples: ['BNCLNE78P44L219R'] }),
    mail: mail.describe('Where the link goes, if she is new'),
    username: username.describe('With which she will sign in, if she is new'),
    officeId: Id.nullable().describe('The office, when she has one'),
    role: OfficerRole,
    subjects: subjects.max(500),
    version: SeenVersion,
  }),
  output: Officer,
  problems: [personNotFound, organizationNotFound, changedMeanwhile],
});

/** The link that she was sent before opens nothing any more. */
export const sendLink = rpc({
  subject: 'rpc.identity.send-link.v1',
  http: 'PUT /officers/{id}/link',
  permission: 'officers:write',
  summary: 'Mails an officer a one-time link: her invitation again, or to replace her password',
  input: z.strictObject({ id: Id.describe('The officer') }),
  output: z.object({
    id: Id.describe('The officer'),
    link: SentLink.nullable().describe('Null when she finds the invitation in her profile'),
  }),
  problems: [personNotFound, hasNoPassword],
});

/** For the service that writes the mail: the secret part is told to it alone, and kept by nobody. */
export const issueLink = rpc({
  subject: 'rpc.identity.issue-link.v1',
  permission: 'people:describe',
  summary: 'Tells the path of a one-time link, for the mail that brings it',
  input: z.strictObject({ id: Id.describe('The link') }),
  output: z.object({
    path: z
      .string()
      .nullable()
      .meta({ description: 'Null when it opens nothing any more', examples: ['/realms/sportello/credentials/link/Zm9vYmFy'] }),
  }),
});
