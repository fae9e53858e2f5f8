import { z } from 'zod';
import { event, Id, listOf, paging, problem, rpc, SeenVersion, Version } from '../contract.js';
import { changedMeanwhile } from '../problems.js';
import { Line } from '../typed.js';

export const organizationName = Line(200)
  .min(1)
  .meta({ description: 'What the body is called', examples: ['Regione Piemonte'] });

export const officeName = Line(200)
  .min(1)
  .meta({ description: 'What the office is called', examples: ['Ufficio Istruzione'] });

export const Organization = z.object({
  id: Id.describe('The body'),
  name: organizationName,
  kind: z.enum(['region', 'municipality', 'ministry', 'school']).describe('What kind of body it is'),
  version: Version.describe('Grows with every change: send it back with the next one'),
});

export const Office = z.object({
  id: Id.describe('The office'),
  organizationId: Id.describe('Its body'),
  name: officeName,
  version: Version.describe('Grows with every change: send it back with the next one'),
});

export const organizationNotFound = problem(404, 'organization-not-found', 'Ente sconosciuto', 'Unknown body', {
  it: "L'ente non è fra quelli di questa installazione, oppure non è il tuo.",
  en: 'The body is not among those of this installation, or is not yours.',
});

export const listOrganizations = rpc({
  subject: 'rpc.identity.list-organizations.v1',
  http: 'GET /organizations',
  permission: 'organizations:read',
  beforePolicy: true,
  summary: 'Lists the bodies of this installation',
  input: z.strictObject({ ...paging }),
  output: listOf(Organization),
});

/** An administrator renames her own body; new bodies are made on the installation's own account. */
export const putOrganization = rpc({
  subject: 'rpc.identity.put-organization.v1',
  http: 'PUT /organizations/{id}',
  permission: 'organizations:write',
  summary: 'Creates or renames a body',
  input: z.strictObject({ ...Organization.shape, version: SeenVersion }),
  output: Organization,
  problems: [organizationNotFound, changedMeanwhile],
});

export const putOffice = rpc({
  subject: 'rpc.identity.put-office.v1',
  http: 'PUT /offices/{id}',
  permission: 'organizations:write',
  summary: 'Creates or renames an office of a body',
  input: z.strictObject({ ...Office.shape, version: SeenVersion }),
  output: Office,
  problems: [organizationNotFound, changedMeanwhile],
});

export const organizationNamed = event(
  'events.identity.organization-named.v1',
  'A body was created or renamed',
  z.object({ organizationId: Id.describe('The body'), name: organizationName, version: Version }),
  { key: 'organizationId' },
);
