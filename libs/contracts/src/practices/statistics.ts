import { z } from 'zod';
import { Id, Instant, rpc, Text } from '../contract.js';
import { PracticeStatus } from './states.js';

/** A cell that counts fewer practices than this is told only to those who may see the practices. */
export const SMALLEST_CELL = 5;
/** Whole months of which times and hours of the day are told, before the running one. */
export const MONTHS_OF_TIMES = 12;

/** Months of one trend. */
export const MOST_MONTHS = 120;

const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .meta({ description: 'A month in Europe/Rome, YYYY-MM', examples: ['2026-11'] });

const counted = z
  .number()
  .int()
  .meta({ examples: [120] });
const isPartial = z
  .boolean()
  .describe('True where cells under five, of services that are not of the reader, are not in it: the true number may be higher');

export const getStatistics = rpc({
  subject: 'rpc.practices.get-statistics.v1',
  http: 'GET /statistics',
  permission: 'statistics:read',
  summary: 'Gives the figures of the services of a body (BKO-06, 07, 25)',
  input: z.strictObject({
    procedureId: Id.optional().describe('Only of this service'),
    status: PracticeStatus.optional().describe('The trend counts only practices that are in this state now'),
    from: Month.optional().describe('First month of the trend; left out, eleven before the last'),
    to: Month.optional().describe('Last month of the trend, included; left out, the running one'),
  }),
  output: z.object({
    asOf: Instant.describe('When it was counted: it is counted anew each minute at most'),
    activeServices: counted.describe('Services that are published'),
    services: z
      .array(z.object({ id: Id.describe('The service'), title: Text.describe('What it is called') }))
      .describe('The services of the body, by title'),
    years: z
      .array(
        z.object({
          year: z
            .number()
            .int()
            .meta({ description: 'The year', examples: [2026] }),
          count: counted.describe('Practices that were sent in it'),
          isPartial,
        }),
      )
      .describe('Each year since the first practice'),
    trend: z
      .array(z.object({ month: Month, count: counted.describe('Practices that were sent in it'), isPartial }))
      .describe('Each month of the period, in order'),
    hours: z
      .array(
        z.object({
          hour: z
            .number()
            .int()
            .min(0)
            .max(23)
            .meta({ description: 'The hour in Europe/Rome, 0 to 23', examples: [9] }),
          count: counted.describe('Practices that were sent in it in the last twelve whole months'),
        }),
      )
      .describe('The 24 hours of the day, of the services that the reader may see'),
    times: z
      .array(
        z.object({
          procedureId: Id.describe('The service'),
          title: Text.describe('What it is called'),
          decided: counted.describe('Outcomes of the last twelve whole months'),
          medianDays: z.number().meta({ description: 'Days from sending to outcome that half of them did not exceed', examples: [12.5] }),
          targetDays: z
            .number()
            .int()
            .meta({
              description: 'The term of the service in days of the calendar: a month counts as 30, and five working days as seven',
              examples: [30],
            }),
        }),
      )
      .describe('Times of each service that had outcomes, of those that the reader may see'),
    backlog: z
      .array(
        z.object({
          officeId: Id.nullable().describe('The office; null for what is in charge of none'),
          name: z
            .string()
            .nullable()
            .meta({ description: 'What it is called', examples: ['Ufficio Tributi'] }),
          waiting: counted.describe('Practices that wait for somebody to take them'),
          inCharge: counted.describe('Practices in charge of an officer'),
          late: counted.describe('Of both: those whose term is over'),
        }),
      )
      .describe('What is open now, by office, of the services that the reader may see'),
    loads: z
      .array(
        z.object({
          officerId: Id.describe('The officer'),
          name: z.string().meta({ description: 'Given and family name', examples: ['Elena Bianchi'] }),
          count: counted.describe('Open practices in charge'),
        }),
      )
      .describe('Open practices in charge of each officer; an officer reads her own alone'),
  }),
});
