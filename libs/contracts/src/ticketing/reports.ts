/** What the help desk did in some months, as figures (TIC-37, BKO-09). */
import { z } from 'zod';
import { Id, Instant, rpc, Text } from '../contract.js';
import { deskNotFound } from './desks.js';
import { deskId, HelpKind, TicketChannel } from './fields.js';

/** Months of one report. */
export const MOST_REPORT_MONTHS = 24;

const Month = z
  .string()
  .regex(/^2\d{3}-(0[1-9]|1[0-2])$/)
  .meta({ description: 'A month in Europe/Rome, YYYY-MM', examples: ['2026-11'] });
const counted = z
  .number()
  .int()
  .meta({ examples: [120] });
const minutes = z
  .number()
  .int()
  .nullable()
  .meta({ examples: [95] });

const Figures = z.object({
  opened: counted.describe('Tickets that came in, without what was merged and what was cancelled'),
  solved: counted.describe('Of these: those that somebody solved'),
  silent: counted.describe('Of these: those that ended because their author did not answer a question'),
  merged: counted.describe('Tickets that came in and were merged into another'),
  cancelled: counted.describe('Tickets that came in and were cancelled'),
  answeredInTime: counted.describe('Of these: those that were answered within what was promised'),
  solvedInTime: counted.describe('Of these: those that were solved within what was promised'),
  reopened: counted.describe('Of these: those that were reopened'),
  medianAnswerMinutes: minutes.describe('Minutes of the hours of the desk until the first answer that half of them did not exceed'),
  medianSolutionMinutes: minutes.describe('Minutes of the hours of the desk until the solution that half of them did not exceed'),
  rated: counted.describe('Of these: those that were rated'),
  stars: z
    .number()
    .nullable()
    .meta({ description: 'Stars on average', examples: [4.2] }),
});
export type HelpFigures = z.infer<typeof Figures>;

export const getHelpReport = rpc({
  subject: 'rpc.ticketing.get-report.v1',
  http: 'GET /help-desk/report',
  permission: 'tickets:work',
  summary:
    'Gives the figures of the help desk by channel, kind, desk, operator and hour, of the tickets that came in in some months (TIC-37)',
  input: z.strictObject({
    from: Month.optional().describe('First month; left out, eleven before the last'),
    to: Month.optional().describe(`Last month, included, at most ${MOST_REPORT_MONTHS} from the first; left out, the running one`),
    deskId: deskId.optional().describe('Of one desk'),
  }),
  output: z.object({
    asOf: Instant.describe('When it was counted'),
    from: Month.describe('First month'),
    to: Month.describe('Last month'),
    total: Figures.describe('All together'),
    channels: z.array(Figures.extend({ channel: TicketChannel })).describe('By how they came in'),
    kinds: z.array(Figures.extend({ kind: HelpKind })).describe('By kind of help'),
    desks: z
      .array(Figures.extend({ deskId, name: Text.describe('What it is called') }))
      .describe('By the desk that solved them, or is to answer'),
    operators: z
      .array(
        Figures.extend({
          officerId: Id.describe('Who solved them, or is in charge'),
          name: z.string().meta({ description: 'Given and family name', examples: ['Paola Serra'] }),
        }),
      )
      .describe('By who solved them, or is in charge; an operator reads her own alone'),
    hours: z
      .array(
        z.object({
          hour: z
            .number()
            .int()
            .min(0)
            .max(23)
            .meta({ description: 'The hour in Europe/Rome, 0 to 23', examples: [9] }),
          opened: counted.describe('Tickets that came in in it'),
        }),
      )
      .describe('The 24 hours of the day'),
  }),
  problems: [deskNotFound],
});
