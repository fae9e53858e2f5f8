import { z } from 'zod';
import { event, Id, listOf, paging, problem, rpc, SeenVersion, SeenVersionInQuery, Version } from '../contract.js';
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

export const officeNotFound = problem(404, 'office-not-found', 'Questo ufficio non esiste', 'There is no such office', {
  it: "L'ufficio non esiste più, oppure è di un altro ente.",
  en: 'The office does not exist any more, or belongs to another body.',
});

export const officeInUse = problem(
  409,
  'office-in-use',
  "L'ufficio ha ancora pratiche in carico o operatori",
  'The office is still in charge of practices, or has officers',
  {
    it: "Un ufficio si elimina quando nessuna pratica in lavorazione è in carico all'ufficio e nessun operatore vi lavora. Assegna prima le pratiche e gli operatori ad altri uffici.",
    en: 'An office is deleted when it is in charge of no open practice and no officer works there. Assign practices and officers to other offices first.',
  },
);

export const putOffice = rpc({
  subject: 'rpc.identity.put-office.v1',
  http: 'PUT /offices/{id}',
  permission: 'offices:write',
  summary: 'Creates or renames an office of a body',
  input: z.strictObject({ ...Office.shape, version: SeenVersion }),
  output: Office,
  problems: [organizationNotFound, changedMeanwhile],
});

/** What practices are in its charge is asked of the practices service, which alone knows. */
export const deleteOffice = rpc({
  subject: 'rpc.identity.delete-office.v1',
  http: 'DELETE /offices/{id}',
  permission: 'offices:write',
  summary: "Deletes an office of one's own body that nothing hangs on",
  input: z.strictObject({ id: Id.describe('The office'), version: SeenVersionInQuery }),
  output: z.object({ id: Id.describe('The office') }),
  problems: [officeNotFound, officeInUse, changedMeanwhile],
});

export const listOffices = rpc({
  subject: 'rpc.identity.list-offices.v1',
  http: 'GET /offices',
  permission: 'officers:read',
  summary: "Lists the offices of one's own body, by name",
  input: z.strictObject({ ...paging }),
  output: listOf(
    Office.extend({
      officers: z
        .number()
        .int()
        .meta({ description: 'How many work there, invited and suspended ones among them', examples: [3] }),
    }),
  ),
});

export const organizationNamed = event(
  'events.identity.organization-named.v1',
  'A body was created or renamed',
  z.object({ organizationId: Id.describe('The body'), name: organizationName, version: Version }),
  { key: 'organizationId' },
);
