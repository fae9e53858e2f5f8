/** How a body has set up its school services here; all else comes from its management system. */
import { z } from 'zod';
import { Id, rpc, SeenVersion, Version } from '../contract.js';
import { changedMeanwhile } from '../problems.js';

/** The services of the body to which the school pages lead. */
export const schoolProcedures = {
  reportProcedureId: Id.nullable().describe('The service by which a parent reports wrong data; null while none is chosen'),
  dietProcedureId: Id.nullable().describe('The service by which a parent asks for a special diet; null while none is chosen'),
};

export const SchoolSettings = z.object({ ...schoolProcedures, version: Version.describe('0 while nobody has set anything') });

export const getSchoolSettings = rpc({
  subject: 'rpc.school.get-settings.v1',
  http: 'GET /school/settings',
  permission: 'school:import',
  summary: "Reads how school services are set up at one's own body",
  input: z.strictObject({}),
  output: SchoolSettings,
});

export const putSchoolSettings = rpc({
  subject: 'rpc.school.put-settings.v1',
  http: 'PUT /school/settings',
  permission: 'school:import',
  summary: "Sets up school services at one's own body",
  input: z.strictObject({ ...schoolProcedures, version: SeenVersion }),
  output: SchoolSettings,
  problems: [changedMeanwhile],
});
