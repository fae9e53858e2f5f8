import { z } from 'zod';
import { CivilDate, Id, problem, rpc, SeenVersion } from '../contract.js';
import { changedMeanwhile } from '../problems.js';
import { byId, byVersion, byVersionInQuery, officerName, practiceId } from './fields.js';
import { Practice } from './practices.js';
import { moveRefused, notInCharge, practiceNotFound } from './states.js';

export const assigneeNotEnabled = problem(
  409,
  'assignee-not-enabled',
  'A chi hai scelto non si può assegnare questa pratica',
  'Whom you chose cannot be assigned this practice',
  {
    it: "L'operatore non è abilitato al servizio, oppure nell'ufficio nessuno lo è: scegli tra quelli proposti.",
    en: 'The officer is not enabled to the service, or nobody in the office is: choose among those that are offered.',
  },
);

const officeName = z.string().meta({ description: 'What the office is called', examples: ['Ufficio Istruzione'] });

export const listAssignees = rpc({
  subject: 'rpc.practices.list-assignees.v1',
  http: 'GET /practices/{id}/assignees',
  permission: 'practices:work',
  summary: 'Lists whom a practice can be assigned to: the officers enabled to its service, and their offices',
  input: byId,
  output: z.object({
    officers: z
      .array(
        z.object({
          id: Id.describe('The officer'),
          name: officerName,
          officeName: officeName.nullable().describe('Her office; null for who has none'),
          away: z
            .object({
              to: CivilDate.meta({ description: 'Last day of it, in Rome', examples: ['2026-12-10'] }),
              substituteName: officerName,
            })
            .nullable()
            .optional()
            .describe('Set while she is away: what is assigned to her goes to the colleague who stands in for her'),
        }),
      )
      .describe('By name'),
    offices: z.array(z.object({ id: Id.describe('The office'), name: officeName })).describe('By name'),
  }),
  problems: [practiceNotFound],
});

/** What stands in the way of the one in charge, who may be ill or away, stands in nobody's: any officer of the service may take over. */
export const takeOverPractice = rpc({
  subject: 'rpc.practices.take-over.v1',
  http: 'PUT /practices/{id}/takeover',
  permission: 'practices:work',
  summary: 'Puts the officer who asks in charge, in the place of the one who is',
  input: byVersion,
  output: Practice,
  problems: [practiceNotFound, moveRefused, changedMeanwhile],
});

export const assignPractice = rpc({
  subject: 'rpc.practices.assign.v1',
  http: 'PUT /practices/{id}/assignee',
  permission: 'practices:work',
  summary:
    'Assigns a practice to an officer, who is then in charge, or to who stands in for her, or to an office, one of whose officers must take it',
  input: z.strictObject({
    id: practiceId,
    version: SeenVersion,
    to: z.enum(['officer', 'office']).describe('Whether an officer is named, or an office'),
    assigneeId: Id.describe('The officer or the office'),
  }),
  output: Practice,
  problems: [practiceNotFound, moveRefused, changedMeanwhile, assigneeNotEnabled],
});

export const releasePractice = rpc({
  subject: 'rpc.practices.release.v1',
  http: 'DELETE /practices/{id}/assignment',
  permission: 'practices:work',
  summary: 'Puts a practice that one is in charge of back in its queue',
  input: byVersionInQuery,
  output: Practice,
  problems: [practiceNotFound, moveRefused, notInCharge, changedMeanwhile],
});
