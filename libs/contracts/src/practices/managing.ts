/** What an administrator does with the services of her body besides writing them. */
import { z } from 'zod';
import { Id, Instant, listOf, paging, rpc, SeenVersion, SeenVersionInQuery, Text, Version } from '../contract.js';
import { organizationNotFound } from '../identity/organizations.js';
import { changedMeanwhile } from '../problems.js';
import {
  codeTaken,
  Procedure,
  ProcedureStatus,
  ProcedureWithSheet,
  procedureInUse,
  procedureNotFound,
  putProcedure,
  settingNotOffered,
  statusRefused,
} from './procedures.js';

export const listServices = rpc({
  subject: 'rpc.practices.list-services.v1',
  http: 'GET /services',
  permission: 'services:read',
  summary: "Lists the services of one's own body in whatever state, by title; for officers those that they are enabled to",
  input: z.strictObject(paging),
  output: listOf(Procedure),
});

const Effect = z.object({
  count: z
    .number()
    .int()
    .meta({ description: 'How many practices it concerns', examples: [12] }),
  effect: Text.meta({
    description: 'What would happen to them',
    examples: [{ it: '12 bozze: non si possono più inviare', en: '12 drafts can no longer be sent' }],
  }),
});

/** Nothing is saved: who changes a service is told beforehand what that means for those who are using it. */
export const foreseeProcedure = rpc({
  subject: 'rpc.practices.foresee-procedure.v1',
  http: 'POST /procedures/{id}/effects',
  permission: 'procedures:write',
  summary: 'Tells what a change of a service would do to the practices that are open',
  input: putProcedure.input,
  output: z.object({
    items: z.array(Effect).describe('Empty: no open practice would notice'),
  }),
  problems: [organizationNotFound, procedureNotFound, changedMeanwhile, codeTaken, settingNotOffered, statusRefused],
});

export const setProcedureStatus = rpc({
  subject: 'rpc.practices.set-procedure-status.v1',
  http: 'PUT /procedures/{id}/status',
  permission: 'procedures:write',
  summary: 'Moves a service to another state: tested, published, suspended, withdrawn',
  input: z.strictObject({
    id: Id.describe('The service'),
    version: SeenVersion,
    status: ProcedureStatus,
    reason: Text.nullable().default(null).describe('Why it is suspended or withdrawn: people read it on its page'),
  }),
  output: ProcedureWithSheet,
  problems: [procedureNotFound, changedMeanwhile, statusRefused],
});

export const deleteProcedure = rpc({
  subject: 'rpc.practices.delete-procedure.v1',
  http: 'DELETE /procedures/{id}',
  permission: 'procedures:write',
  summary: 'Deletes a service for which nobody has ever applied, with its forms',
  input: z.strictObject({ id: Id.describe('The service'), version: SeenVersionInQuery }),
  output: z.object({ id: Id.describe('The service that is no more') }),
  problems: [procedureNotFound, changedMeanwhile, statusRefused, procedureInUse],
});

/** Several services that open and close together: a schedule has both ends (CAT-77). */
const schedule = z.strictObject({
  services: z
    .array(z.strictObject({ id: Id.describe('The service'), version: SeenVersion }))
    .min(1)
    .max(100)
    .describe('The services'),
  opensAt: Instant.describe('First instant at which they are open'),
  closesAt: Instant.describe('First instant at which they are closed again'),
});

export const foreseeSchedule = rpc({
  subject: 'rpc.practices.foresee-schedule.v1',
  http: 'POST /schedule/effects',
  permission: 'procedures:write',
  summary: 'Tells what opening and closing several services together would do to the practices that are open',
  input: schedule,
  output: z.object({
    items: z
      .array(Effect.extend({ id: Id.describe('The service'), title: Text.describe('What it is called') }))
      .describe('Empty: no open practice would notice'),
  }),
  problems: [procedureNotFound, changedMeanwhile, statusRefused],
});

export const scheduleProcedures = rpc({
  subject: 'rpc.practices.schedule-procedures.v1',
  http: 'PUT /schedule',
  permission: 'procedures:write',
  summary: 'Says when several services open and close: all of them or none',
  input: schedule,
  output: z.object({
    items: z.array(z.object({ id: Id.describe('The service'), version: Version })).describe('The services, each under its version now'),
  }),
  problems: [procedureNotFound, changedMeanwhile, statusRefused],
});
