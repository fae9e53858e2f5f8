import { z } from 'zod';
import { Id, rpc, SeenVersion, SeenVersionInQuery, Version } from '../contract.js';
import { changedMeanwhile } from '../problems.js';
import { Absence } from './officers.js';
import { personNotFound } from './people.js';

const officerId = Id.describe('The officer');

/** The absence of an officer, as she and those who look after her see it. */
const OwnAbsence = z.object({
  id: officerId,
  absence: Absence.nullable().describe('Present or to come; null when there is none'),
  substituteName: z
    .string()
    .nullable()
    .meta({ description: 'What the colleague is called', examples: ['Paolo Ferrari'] }),
  isCovered: z
    .boolean()
    .describe('False when the colleague has lost the rights that she needs for it, or was suspended: another is to be chosen'),
  substitutes: z
    .array(z.object({ id: officerId, name: z.string().meta({ description: 'Family and given name', examples: ['Ferrari Paolo'] }) }))
    .describe('Colleagues who may work on all that she works on, by name'),
  version: Version,
});

export const getAbsence = rpc({
  subject: 'rpc.identity.get-absence.v1',
  http: 'GET /officers/{id}/absence',
  permission: 'absences:read',
  summary: "Reads an officer's absence, and who may stand in for her: one's own, or anybody's for who looks after officers",
  input: z.strictObject({ id: officerId }),
  output: OwnAbsence,
  problems: [personNotFound],
});

/**
 * From the first to the last day what reaches her reaches her substitute, who also sees and works on what is in her charge. The substitute
 * may work on all that she works on, is not suspended, and is there on those days; who stands in for somebody is not away meanwhile.
 */
export const putAbsence = rpc({
  subject: 'rpc.identity.put-absence.v1',
  http: 'PUT /officers/{id}/absence',
  permission: 'absences:write',
  summary: 'Says from when to when an officer is away, and who stands in for her',
  input: z.strictObject({ id: officerId, ...Absence.shape, version: SeenVersion }),
  output: OwnAbsence,
  problems: [personNotFound, changedMeanwhile],
});

/** Said again it changes nothing. */
export const deleteAbsence = rpc({
  subject: 'rpc.identity.delete-absence.v1',
  http: 'DELETE /officers/{id}/absence',
  permission: 'absences:write',
  summary: 'Ends the absence of an officer before its last day, or calls it off',
  input: z.strictObject({ id: officerId, version: SeenVersionInQuery }),
  output: OwnAbsence,
  problems: [personNotFound, changedMeanwhile],
});
