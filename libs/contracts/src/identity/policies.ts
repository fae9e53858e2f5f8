import { z } from 'zod';
import { event, Id, Instant, problem, rpc, Text } from '../contract.js';
import { Account } from './accounts.js';
import { personNotFound } from './people.js';

export const policyVersion = z
  .string()
  .max(20)
  .meta({ description: 'Version of the privacy policy', examples: ['2026-01'] });

export const Policy = z.object({
  version: policyVersion,
  publishedAt: Instant.describe('Since when it is in force'),
  title: Text.describe('Its title'),
  body: Text.describe('Its text'),
});

export const policyOutdated = problem(
  409,
  'policy-outdated',
  "Il testo dell'informativa è cambiato: leggi la nuova versione",
  'The policy has a newer version: read that one',
  {
    it: 'Dopo che hai aperto la pagina è stata pubblicata una nuova versione. Leggila e accetta quella.',
    en: 'A new version was published after you opened the page. Read it and accept that one.',
  },
);

export const getPolicy = rpc({
  subject: 'rpc.identity.get-policy.v1',
  http: 'GET /policies/privacy',
  permission: 'policies:read',
  beforePolicy: true,
  summary: 'Reads the privacy policy in force',
  input: z.strictObject({}),
  output: Policy,
});

export const acceptPolicy = rpc({
  subject: 'rpc.identity.accept-policy.v1',
  http: 'PUT /policies/privacy/acceptance',
  permission: 'policies:accept',
  beforePolicy: true,
  summary: 'Accepts a version of the privacy policy',
  input: z.strictObject({ version: policyVersion }),
  output: Account,
  problems: [personNotFound, policyOutdated],
});

export const privacyAccepted = event(
  'events.identity.privacy-accepted.v1',
  'A person accepted a version of the privacy policy',
  z.object({ personId: Id.describe('The person'), policyVersion, acceptedAt: Instant.describe('When') }),
);
