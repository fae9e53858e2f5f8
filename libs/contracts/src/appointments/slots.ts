/** What is free: derived from opening hours, closing periods, what is booked and limits, never stored. */
import { z } from 'zod';
import { CivilDate, Id, Instant, rpc } from '../contract.js';
import { calendarNotFound } from './calendars.js';

/** White days cannot be booked, grey ones could be (APP-13). */
export const DayState = z
  .enum(['free', 'full', 'past', 'none'])
  .meta({ description: 'Places left, all taken, was open and is over, or cannot be booked', examples: ['free'] });
export type DayState = z.infer<typeof DayState>;

export const Slot = z.object({
  openingId: Id.describe('The opening hours that it is part of'),
  startsAt: Instant.describe('When it begins'),
  endsAt: Instant.describe('When it ends'),
  free: z
    .number()
    .int()
    .meta({ description: 'Places left', examples: [2] }),
});

const asked = {
  calendarId: Id.describe('The calendar'),
  service: z
    .string()
    .max(60)
    .optional()
    .meta({ description: 'For what: the `key` of one of its services, which may take longer', examples: ['carta-identita'] }),
};

export const listDays = rpc({
  subject: 'rpc.appointments.list-days.v1',
  http: 'GET /calendars/{calendarId}/days',
  permission: 'appointments:book',
  summary: 'Says of each day of a month how many places are free',
  input: z.strictObject({
    ...asked,
    month: z
      .string()
      .regex(/^2\d{3}-(0[1-9]|1[0-2])$/)
      .meta({ description: 'The month', examples: ['2026-12'] }),
  }),
  output: z.object({
    days: z
      .array(
        z.object({
          day: CivilDate.meta({ description: 'The day, in Rome', examples: ['2026-12-14'] }),
          state: DayState,
          free: z
            .number()
            .int()
            .meta({ description: 'Places left in all', examples: [12] }),
        }),
      )
      .describe('The days of the month'),
    nextFree: CivilDate.nullable().meta({
      description: 'The first day with a place, in this month or later; null where there is none',
      examples: ['2026-12-14'],
    }),
  }),
  problems: [calendarNotFound],
});

export const listSlots = rpc({
  subject: 'rpc.appointments.list-slots.v1',
  http: 'GET /calendars/{calendarId}/slots',
  permission: 'appointments:book',
  summary: 'Lists the hours of a day, or of some, that can be booked',
  input: z.strictObject({
    ...asked,
    day: CivilDate.meta({ description: 'The day, in Rome', examples: ['2026-12-14'] }),
    to: CivilDate.optional().meta({
      description: 'The last day, where there are several: six days later at most',
      examples: ['2026-12-20'],
    }),
  }),
  output: z.object({ slots: z.array(Slot).describe('Those with places left, the first first') }),
  problems: [calendarNotFound],
});
