import { z } from 'zod';
import { Id, Instant, rpc, Version } from '../contract.js';
import { notSignedIn } from '../problems.js';
import { Account } from './accounts.js';
import { personNotFound, SignInMethod } from './people.js';
import { policyVersion } from './policies.js';

/** What a sign-in opens, and for how long it may be believed. */
const Standing = z.object({
  account: Account.describe('The account that it opens'),
  standing: Version.describe('Counts what changed in the rights of this person; Redis holds the newest under `standing:<person>`'),
  policy: policyVersion.describe('The version of the privacy policy in force, which Redis holds under `standing:policy`'),
});

/** Called by the gateway when the provider has authenticated somebody: notes the access and tells whose session it is. */
export const openSession = rpc({
  subject: 'rpc.identity.open-session.v1',
  permission: 'sessions:open',
  summary: 'Notes an authentication and gives the account it opens',
  input: z.strictObject({
    id: Id.describe('Chosen by the gateway, the same for the same token: it is noted once, however often it is shown'),
    personId: Id.describe('Who signed in'),
    method: SignInMethod,
    level: z.number().int().min(1).max(3).describe('Level of assurance of SPID and CIE'),
    authenticatedAt: Instant.describe('When'),
    address: z
      .string()
      .max(64)
      .meta({ description: 'Network address from which', examples: ['192.0.2.1'] }),
  }),
  output: Standing,
  problems: [personNotFound, notSignedIn],
});

/** Called by the gateway for a session whose person's rights have changed since it read them. */
export const readStanding = rpc({
  subject: 'rpc.identity.read-standing.v1',
  permission: 'sessions:open',
  summary: 'Gives the account that a sign-in opens now',
  input: z.strictObject({ personId: Id.describe('Who signed in'), authenticatedAt: Instant.describe('When') }),
  output: Standing,
  problems: [personNotFound, notSignedIn],
});
