/** Reports that a child will not come: one answer for each day, until the hour at which the kitchen counts. */
import { z } from 'zod';
import { CivilDate, event, Id, Instant, listOf, paging, problem, rpc, SeenVersion, Version } from '../contract.js';
import { changedMeanwhile, idReused, notFound } from '../problems.js';
import { childId, parentProblems } from './children.js';
import { MOST_CHILDREN } from './limits.js';

export const AbsenceState = z.enum(['reported', 'acquired', 'cancelled', 'refused_late', 'refused_no_service', 'refused_duplicate']).meta({
  description:
    'Reported, counted by the kitchen, cancelled, refused after the cut-off, refused on a day without the service, or reported already',
  examples: ['reported'],
});

const day = CivilDate.meta({ description: 'The day', examples: ['2026-12-01'] });
const serviceName = z.string().meta({ description: 'Name of the service', examples: ['Refezione scolastica'] });
const childName = z.string().meta({ description: 'Family name and given name', examples: ['BELLONI ELETTRA'] });
const cutoffAt = Instant.describe('From this instant on it is too late');
const weekdays = z
  .array(z.number().int().min(1).max(7))
  .max(7)
  .meta({ description: 'On these days of the week alone, 1 for Monday; none: on all', examples: [[1, 3]] });

export const absenceTooLate = problem(
  409,
  'school-absence-too-late',
  'Oltre orario: l’assenza non si può più annullare',
  'Too late: the absence can no longer be cancelled',
  {
    it: 'Le assenze si comunicano e si annullano entro l’ora limite del servizio. Per cambiare qualcosa dopo contatta l’ufficio scuola.',
    en: 'Absences are reported and cancelled before the cut-off of the service. To change something later contact the school office.',
  },
);

export const AbsenceDay = z.object({
  id: Id.describe('The absence'),
  childId,
  childName,
  day,
  serviceName,
  state: AbsenceState,
  cutoffAt,
});

export const reportAbsences = rpc({
  subject: 'rpc.school.report-absences.v1',
  http: 'PUT /school/absence-reports/{id}',
  permission: 'school:report-absence',
  summary:
    'Reports that children will not come in a range of days; each day is answered by itself, and the same report again changes nothing',
  input: z.strictObject({
    id: Id.describe('The report, chosen by the caller'),
    childIds: z.array(childId).min(1).max(MOST_CHILDREN).describe('Who'),
    from: CivilDate.meta({ description: 'First day', examples: ['2026-12-01'] }),
    to: CivilDate.meta({ description: 'Last day, within a year of the first', examples: ['2026-12-04'] }),
    weekdays: weekdays.default([]),
  }),
  output: z.object({
    items: z
      .array(
        z.object({
          childId,
          childName,
          day,
          serviceName: serviceName.nullable().describe('Null on a day without any'),
          state: AbsenceState,
          absenceId: Id.nullable().describe('The absence, also where it was reported before; null where there is none'),
        }),
      )
      .describe('An answer for each child, day and service'),
  }),
  problems: [idReused, ...parentProblems],
});

export const cancelAbsence = rpc({
  subject: 'rpc.school.cancel-absence.v1',
  http: 'DELETE /school/absences/{id}',
  permission: 'school:report-absence',
  summary: 'Cancels an absence before the hour at which the kitchen counts',
  input: z.strictObject({ id: Id.describe('The absence') }),
  output: z.object({ state: AbsenceState }),
  problems: [absenceTooLate, ...parentProblems],
});

export const listAbsences = rpc({
  subject: 'rpc.school.list-absences.v1',
  http: 'GET /school/absences',
  permission: 'school:read-own',
  summary: "Lists the absences of one's children from a day on, the first first",
  input: z.strictObject({ from: CivilDate.meta({ description: 'From this day on', examples: ['2026-12-01'] }), ...paging }),
  output: listOf(AbsenceDay),
  problems: parentProblems,
});

export const listNextDays = rpc({
  subject: 'rpc.school.list-next-days.v1',
  http: 'GET /school/next-days',
  permission: 'school:read-own',
  summary: "Reads the next day of each service of one's children for which an absence can still be reported, and until when",
  input: z.strictObject({}),
  output: z.object({
    items: z
      .array(z.object({ childId, childName, serviceName, day, cutoffAt }))
      .max(100)
      .describe('The next day of each child and service'),
  }),
  problems: parentProblems,
});

const cutoffTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .meta({ description: 'Hour in Rome', examples: ['09:00'] });
const daysBefore = z
  .number()
  .int()
  .min(0)
  .max(10)
  .meta({ description: 'Of so many days of service before; 0: of the day itself', examples: [0] });

export const Cutoff = z.object({
  serviceId: Id.describe('The service'),
  serviceName,
  schoolId: Id.describe('The school'),
  schoolName: z.string().meta({ description: 'Name of the school', examples: ['Primaria Manzoni'] }),
  time: cutoffTime,
  daysBefore,
  version: Version.describe('0 while it is as the management system says for the whole service'),
});

export const listCutoffs = rpc({
  subject: 'rpc.school.list-cutoffs.v1',
  http: 'GET /school/cutoffs',
  permission: 'school:import',
  summary: 'Lists until when absences are reported, for each service and school of the body',
  input: z.strictObject({}),
  output: z.object({ items: z.array(Cutoff).max(1_000).describe('By service and school') }),
});

export const putCutoff = rpc({
  subject: 'rpc.school.put-cutoff.v1',
  http: 'PUT /school/services/{serviceId}/schools/{schoolId}/cutoff',
  permission: 'school:import',
  summary: 'Sets until when absences are reported at a school; days that the kitchen has counted stay as they are',
  input: z.strictObject({
    serviceId: Id.describe('The service'),
    schoolId: Id.describe('The school'),
    time: cutoffTime,
    daysBefore,
    version: SeenVersion,
  }),
  output: Cutoff,
  problems: [notFound, changedMeanwhile],
});

const fact = z.object({
  absenceId: Id.describe('The absence'),
  organizationId: Id.describe('The body'),
  childId,
  serviceId: Id.describe('The service'),
  day,
  at: Instant.describe('When it happened'),
});

export const absenceReported = event('events.school.absence-reported.v1', 'A parent reported that a child will not come on a day', fact);
export const absenceCancelled = event('events.school.absence-cancelled.v1', 'A parent cancelled an absence', fact);
export const absenceAcquired = event('events.school.absence-acquired.v1', 'The kitchen counted an absence, which stays as it is', fact);
