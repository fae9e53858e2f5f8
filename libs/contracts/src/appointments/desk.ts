/** Appointments as the officers of a calendar see and keep them. */
import { z } from 'zod';
import { CivilDate, event, Id, Instant, listOf, paging, problem, rpc, SeenVersion, Version } from '../contract.js';
import { changedMeanwhile, idReused } from '../problems.js';
import { Line, Prose } from '../typed.js';
import {
  Appointment,
  AppointmentStatus,
  appointmentClosed,
  appointmentNotFound,
  deskApplicant,
  limitReached,
  slotTaken,
} from './appointments.js';
import { calendarNotFound } from './calendars.js';
import { DayState } from './slots.js';

export const DeskAppointment = Appointment.omit({
  code: true,
  changeableUntil: true,
  movesLeft: true,
  place: true,
  mayWaitForEarlier: true,
  waitingCode: true,
}).extend({
  openingId: Id.describe('The opening hours that it is part of'),
  bookedByOfficer: z.boolean().meta({ description: 'Whether an officer booked it, at the desk or by telephone', examples: [false] }),
  practiceId: Id.nullable().describe('The practice that it belongs to'),
});

/** What the grid shows of a week can be read in one piece. */
const MOST_IN_GRID = 500;

/** Of which calendar, from when to when, in which state and with which words. */
const listed = {
  calendarId: Id.describe('The calendar'),
  from: z.iso.datetime().meta({ description: 'Those that begin then or later', examples: ['2026-12-13T23:00:00.000Z'] }),
  to: z.iso.datetime().meta({ description: 'Those that begin before', examples: ['2026-12-20T23:00:00.000Z'] }),
  status: AppointmentStatus.optional().describe('Those in one state, drafts that hold a place among them; without it all that were booked'),
  search: Line(100)
    .optional()
    .meta({ description: 'Part of a name, of a fiscal code or of the reason', examples: ['neri'] }),
};

export const listCalendarAppointments = rpc({
  subject: 'rpc.appointments.list-desk.v1',
  http: 'GET /calendars/{calendarId}/appointments',
  permission: 'calendars:work',
  summary: 'Lists the appointments of a calendar in their order of time',
  input: z.strictObject({
    ...listed,
    limit: z.coerce.number<number>().int().min(1).max(MOST_IN_GRID).default(100).describe('How many items at most'),
    after: paging.after,
  }),
  output: listOf(DeskAppointment),
  problems: [calendarNotFound],
});

export const tooManyToExport = problem(
  409,
  'too-many-to-export',
  'Gli appuntamenti sono troppi per un file: scegli un periodo più breve',
  'There are too many appointments for one file: choose a shorter time',
  {
    it: 'Un file ne contiene al massimo 2.000, e meno dove i testi sono lunghi: un periodo più breve, uno stato o una parola ne lasciano di meno.',
    en: 'A file holds 2,000 at most, and fewer where texts are long: a shorter time, a state or a word leaves fewer.',
  },
);

/** What the table shows, as a file (APP-11, APP-12, BKO-08). */
export const exportAppointments = rpc({
  subject: 'rpc.appointments.export.v1',
  http: 'GET /calendars/{calendarId}/appointments-file',
  permission: 'calendars:work',
  summary: 'Gives the appointments of a calendar as a file',
  input: z.strictObject({
    ...listed,
    format: z.enum(['csv', 'xlsx', 'pdf', 'ics']).meta({ description: 'The kind of file', examples: ['csv'] }),
  }),
  output: z.object({
    name: z.string().meta({ description: 'Name of the file', examples: ['appuntamenti.csv'] }),
    type: z.string().meta({ description: 'Its media type', examples: ['text/csv'] }),
    content: z.base64().meta({ description: 'Its bytes in base64', examples: ['QQ=='] }),
  }),
  problems: [calendarNotFound, tooManyToExport],
});

const number = (description: string) =>
  z
    .number()
    .int()
    .meta({ description, examples: [3] });

/** For the grid of a month. */
export const listDeskDays = rpc({
  subject: 'rpc.appointments.list-desk-days.v1',
  http: 'GET /calendars/{calendarId}/desk-days',
  permission: 'calendars:work',
  summary: 'Says of each day of a month what is booked and what is free',
  input: z.strictObject({
    calendarId: Id.describe('The calendar'),
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
          free: number('Places left'),
          awaiting: number('Appointments that await approval'),
          confirmed: number('Appointments that are confirmed'),
          done: number('Appointments that took place'),
          missed: number('Appointments that did not take place'),
        }),
      )
      .describe('The days of the month'),
  }),
  problems: [calendarNotFound],
});

/** In the calendars to which one is enabled (APP-14). */
export const findAppointments = rpc({
  subject: 'rpc.appointments.find.v1',
  http: 'GET /found-appointments',
  permission: 'calendars:work',
  summary: 'Finds appointments across calendars by name or fiscal code, from a day on',
  input: z.strictObject({
    ...paging,
    search: Line(100)
      .min(2)
      .meta({ description: 'Name, family name or fiscal code', examples: ['neri'] }),
    from: z.iso
      .datetime()
      .optional()
      .meta({ description: 'Those that begin then or later', examples: ['2026-12-13T23:00:00.000Z'] }),
  }),
  output: listOf(DeskAppointment),
});

export const getDeskAppointment = rpc({
  subject: 'rpc.appointments.get-desk.v1',
  http: 'GET /desk-appointments/{id}',
  permission: 'calendars:work',
  summary: 'Reads an appointment as an officer',
  input: z.strictObject({ id: Id.describe('The appointment') }),
  output: DeskAppointment,
  problems: [appointmentNotFound],
});

/** For the page of a practice (APP-37): those of the calendars that one works. */
export const listPracticeAppointments = rpc({
  subject: 'rpc.appointments.list-of-practice.v1',
  http: 'GET /practice-appointments',
  permission: 'calendars:work',
  summary: 'Lists the appointments that belong to a practice, in the calendars to which one is enabled',
  input: z.strictObject({ practiceId: Id.describe('The practice') }),
  output: z.object({ items: z.array(DeskAppointment).describe('The last first; 20 at most') }),
});

/** At the desk or by telephone (APP-05, APP-17): confirmed at once. */
export const createAppointment = rpc({
  subject: 'rpc.appointments.create.v1',
  http: 'PUT /desk-appointments/{id}',
  permission: 'calendars:work',
  summary: 'Books for somebody at the desk or on the telephone',
  input: z.strictObject({
    id: Id.describe('The appointment, by an id that the caller chose'),
    calendarId: Id.describe('The calendar'),
    openingId: Id.describe('The opening hours that the slot is part of'),
    startsAt: Instant.describe('When the slot begins'),
    service: z
      .string()
      .max(60)
      .meta({ description: 'For what: the `key` of one of the services of the calendar', examples: ['carta-identita'] }),
    ...deskApplicant,
  }),
  output: DeskAppointment,
  problems: [calendarNotFound, slotTaken, limitReached, idReused],
});

const videoLink = z
  .url({ protocol: /^https$/ })
  .max(500)
  .nullable()
  .meta({ description: 'Where one meets by video; told to whoever has the appointment', examples: ['https://video.example.org/sala-1'] });

/** The data that the citizen typed, and the link of the video meeting (APP-16, APP-22). */
export const changeAppointment = rpc({
  subject: 'rpc.appointments.change.v1',
  http: 'PUT /desk-appointments/{id}/data',
  permission: 'calendars:work',
  summary: 'Changes the data of an appointment and its video link',
  input: z.strictObject({ id: Id.describe('The appointment'), ...deskApplicant, videoLink, version: SeenVersion }),
  output: DeskAppointment,
  problems: [appointmentNotFound, appointmentClosed, changedMeanwhile],
});

export const noteOutcome = rpc({
  subject: 'rpc.appointments.note-outcome.v1',
  http: 'PUT /desk-appointments/{id}/outcome',
  permission: 'calendars:work',
  summary: 'Says whether an appointment took place',
  input: z.strictObject({
    id: Id.describe('The appointment'),
    hasHappened: z.boolean().meta({ description: 'Whether it took place', examples: [true] }),
    version: SeenVersion,
  }),
  output: DeskAppointment,
  problems: [appointmentNotFound, appointmentClosed, changedMeanwhile],
});

export const decideAppointment = rpc({
  subject: 'rpc.appointments.decide.v1',
  http: 'PUT /desk-appointments/{id}/decision',
  permission: 'calendars:work',
  summary: 'Approves or refuses what was booked at a moderated calendar',
  input: z.strictObject({
    id: Id.describe('The appointment'),
    isApproved: z.boolean().meta({ description: 'Whether it is approved', examples: [true] }),
    message: Prose(1_000)
      .nullable()
      .default(null)
      .meta({ description: 'For whoever booked', examples: ['Serve prima la copia della denuncia'] }),
    version: SeenVersion,
  }),
  output: DeskAppointment,
  problems: [appointmentNotFound, appointmentClosed, changedMeanwhile],
});

/** Ids and times: what whoever shows a calendar, or follows a practice, acts on. */
export const appointmentChanged = event(
  'events.appointments.changed.v1',
  'A place was held, booked, moved, cancelled or let go of, or an appointment took place or did not',
  z.object({
    appointmentId: Id.describe('The appointment'),
    calendarId: Id.describe('The calendar'),
    organizationId: Id.describe('The body'),
    practiceId: Id.nullable().describe('The practice that it belongs to'),
    isBooked: z
      .boolean()
      .optional()
      .meta({ description: 'Whether somebody has booked it; false while it is, or was, only held', examples: [true] }),
    status: AppointmentStatus,
    startsAt: Instant.describe('When it begins'),
    endsAt: Instant.describe('When it ends'),
    version: Version,
  }),
);

export const calendarChanged = event(
  'events.appointments.calendar-changed.v1',
  'Settings, opening hours or closing periods of a calendar changed, or it was deleted',
  z.object({
    calendarId: Id.describe('The calendar'),
    organizationId: Id.describe('The body'),
    at: Instant.describe('When'),
  }),
);
