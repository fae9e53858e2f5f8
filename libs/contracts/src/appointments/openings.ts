/** When a calendar is open, and when it is closed all the same. */
import { z } from 'zod';
import { CivilDate, Id, Instant, problem, rpc, SeenVersion, SeenVersionInQuery, Version } from '../contract.js';
import { changedMeanwhile, idReused } from '../problems.js';
import { Line } from '../typed.js';
import { calendarNotFound } from './calendars.js';

const clock = (pattern: RegExp, description: string, example: string) =>
  z
    .string()
    .regex(pattern)
    .meta({ description, examples: [example] });
const count = (least: number, most: number, description: string, example: number) =>
  z
    .number()
    .int()
    .min(least)
    .max(most)
    .meta({ description, examples: [example] });

const opening = {
  name: Line(120)
    .min(1)
    .meta({ description: 'What it is called', examples: ['Mattina'] }),
  fromDay: CivilDate.meta({ description: 'First day', examples: ['2026-12-01'] }),
  toDay: CivilDate.meta({ description: 'Last day: in the current year, from 1 November on in the next', examples: ['2026-12-31'] }),
  opensAt: clock(/^([01]\d|2[0-3]):[0-5]\d$/, 'From which hour, in Rome', '09:00'),
  closesAt: clock(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Until which hour, in Rome', '12:00'),
  weekdays: z
    .array(z.number().int().min(1).max(7))
    .min(1)
    .max(7)
    .overwrite((days) => [...new Set(days)].sort())
    .meta({ description: 'On which days of the week, 1 for Monday to 7 for Sunday', examples: [[1, 3, 5]] }),
  parallel: count(1, 200, 'How many meetings there can be at once', 1),
  minutes: count(1, 720, 'How long a meeting takes, in minutes', 20),
  gapMinutes: count(0, 720, 'Between two meetings, in minutes', 0),
};

export const Opening = z.object({
  id: Id.describe('The opening hours'),
  calendarId: Id.describe('The calendar'),
  ...opening,
  isExpired: z.boolean().meta({ description: 'Whether their last day is over ("Scaduti")', examples: [false] }),
  version: Version,
});

const held = z.object({
  id: Id.describe('The appointment'),
  startsAt: Instant.describe('When it begins'),
  applicant: z.string().meta({ description: 'Who has it', examples: ['Federica Neri'] }),
});

export const ClosingPeriod = z.object({
  id: Id.describe('The closing period'),
  calendarId: Id.describe('The calendar'),
  startsAt: Instant.describe('From when on it is closed'),
  endsAt: Instant.describe('Until when'),
  reason: Line(120)
    .min(1)
    .meta({ description: 'Why', examples: ['Festa patronale'] }),
});

export const openingNotFound = problem(404, 'opening-not-found', 'Questo orario non esiste', 'There are no such opening hours', {
  it: "L'orario di apertura o il periodo di chiusura non esiste, oppure è di un calendario a cui non sei abilitato.",
  en: 'The opening hours or the closing period do not exist, or are of a calendar to which you are not enabled.',
});
/** Carries `appointments`, the first of those inside, and `count`. */
export const openingInUse = problem(
  409,
  'opening-in-use',
  'Non puoi cancellare un orario di apertura se ci sono degli appuntamenti creati',
  'Opening hours in which there are appointments cannot be deleted or cut short',
  {
    it: 'Ci sono tre vie: spostare gli appuntamenti in un altro orario, annullare quelli di questa apertura, oppure attendere che la data di fine sia passata.',
    en: 'There are three ways out: move the appointments to another hour, cancel those of these opening hours, or wait until their last day is over.',
  },
);

export const listOpenings = rpc({
  subject: 'rpc.appointments.list-openings.v1',
  http: 'GET /calendars/{calendarId}/openings',
  permission: 'calendars:read',
  summary: 'Lists the opening hours and the closing periods of a calendar',
  input: z.strictObject({ calendarId: Id.describe('The calendar') }),
  output: z.object({
    openings: z.array(Opening).describe('The opening hours, those that end first first; at most 200'),
    closings: z.array(ClosingPeriod).describe('The closing periods that are not over; at most 500'),
  }),
  problems: [calendarNotFound],
});

export const putOpening = rpc({
  subject: 'rpc.appointments.put-opening.v1',
  http: 'PUT /openings/{id}',
  permission: 'calendars:work',
  summary: 'Adds opening hours to a calendar, or changes them',
  input: z.strictObject({
    id: Id.describe('The opening hours; new ones have an id that the caller chose'),
    calendarId: Id.describe('The calendar'),
    ...opening,
    version: SeenVersion,
  }),
  output: Opening,
  problems: [calendarNotFound, openingNotFound, openingInUse, changedMeanwhile, idReused],
});

export const deleteOpening = rpc({
  subject: 'rpc.appointments.delete-opening.v1',
  http: 'DELETE /openings/{id}',
  permission: 'calendars:work',
  summary: 'Deletes opening hours in which there is no appointment ahead',
  input: z.strictObject({ id: Id.describe('The opening hours'), version: SeenVersionInQuery }),
  output: z.object({ id: Id.describe('The opening hours') }),
  problems: [openingNotFound, openingInUse, changedMeanwhile],
});

/** Appointments inside are named and stay: nothing is cancelled by itself. */
export const putClosing = rpc({
  subject: 'rpc.appointments.put-closing.v1',
  http: 'PUT /closing-periods/{id}',
  permission: 'calendars:work',
  summary: 'Closes a calendar for a time, and names the appointments inside',
  input: ClosingPeriod.strict(),
  output: ClosingPeriod.extend({ inside: z.array(held).describe('Appointments inside, which stay; the first 50') }),
  problems: [calendarNotFound, openingNotFound, idReused],
});

export const deleteClosing = rpc({
  subject: 'rpc.appointments.delete-closing.v1',
  http: 'DELETE /closing-periods/{id}',
  permission: 'calendars:work',
  summary: 'Deletes a closing period: its places are free again',
  input: z.strictObject({ id: Id.describe('The closing period') }),
  output: z.object({ id: Id.describe('The closing period') }),
  problems: [openingNotFound],
});

/** Said again it adds nothing. */
export const closeOnHolidays = rpc({
  subject: 'rpc.appointments.close-on-holidays.v1',
  http: 'PUT /calendars/{calendarId}/holidays/{year}',
  permission: 'calendars:work',
  summary: 'Closes a calendar on the national holidays of a year, Easter and the patron saint of its comune at once',
  input: z.strictObject({
    calendarId: Id.describe('The calendar'),
    year: z.coerce
      .number<number>()
      .int()
      .min(2020)
      .max(2100)
      .meta({ description: 'The year', examples: [2027] }),
    patron: z
      .string()
      .regex(/^\d{2}-\d{2}$/)
      .nullable()
      .meta({ description: 'Month and day of the patron saint; null: none', examples: ['06-24'] }),
  }),
  output: z.object({
    added: z
      .number()
      .int()
      .meta({ description: 'How many days were not closed yet', examples: [13] }),
    inside: z.array(held).describe('Appointments on those days, which stay; the first 50'),
  }),
  problems: [calendarNotFound],
});
