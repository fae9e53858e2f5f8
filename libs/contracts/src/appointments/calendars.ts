/** Calendars of a body: who may be met, where, on which conditions. */
import { z } from 'zod';
import { Id, listOf, paging, problem, rpc, SeenVersion, SeenVersionInQuery, Text, Version } from '../contract.js';
import { mail } from '../identity/people.js';
import { changedMeanwhile, idReused } from '../problems.js';
import { Line } from '../typed.js';

/** What a calendar is booked for. `minutes` may differ from the length that its opening hours say. */
export const BookableService = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .meta({ description: 'Its name within the calendar', examples: ['carta-identita'] }),
  title: Text,
  procedureId: Id.nullable().describe('The digital service that it belongs to; null where it has none'),
  minutes: z
    .number()
    .int()
    .min(1)
    .max(720)
    .nullable()
    .meta({ description: 'How long a meeting takes; null: as long as the opening hours say', examples: [20] }),
  bring: Text.nullable().describe('What is needed on the day ("Cosa serve")'),
});
export type BookableService = z.infer<typeof BookableService>;

export const LimitPeriod = z
  .enum(['day', 'week', 'month'])
  .meta({ description: 'A day, a week from Monday on, or a month', examples: ['week'] });
export type LimitPeriod = z.infer<typeof LimitPeriod>;

const limit = (description: string) =>
  z
    .strictObject({
      count: z
        .number()
        .int()
        .min(1)
        .max(10_000)
        .meta({ description: 'How many at most', examples: [10] }),
      period: LimitPeriod,
    })
    .nullable()
    .describe(description);

const days = (most: number, description: string, example: number) =>
  z
    .number()
    .int()
    .min(0)
    .max(most)
    .meta({ description, examples: [example] });

const title = Line(120)
  .min(1)
  .meta({ description: 'The same as the name of the office, or close to it', examples: ['Sportello anagrafe'] });
const place = z
  .strictObject({
    name: Line(120)
      .min(1)
      .meta({ description: 'What it is called', examples: ['Palazzo civico'] }),
    address: Line(200)
      .min(1)
      .meta({ description: 'Where it is', examples: ['Piazza del Municipio 1, Dimostrativo'] }),
  })
  .describe('Where one goes');

const offerMinutes = z
  .number()
  .int()
  .min(10)
  .max(2_880)
  .nullable()
  .meta({
    description: 'For how many minutes a place is offered to each person on the waiting list; null: the calendar keeps none',
    examples: [120],
  });

/** What whoever configures a calendar sets. */
const settings = {
  title,
  place,
  contactMail: mail.describe('Where people can write to the office'),
  ownerId: Id.nullable().describe('The officer who owns it, and alone switches its notices'),
  services: z.array(BookableService).min(1).max(50).describe('What it is booked for'),
  isHidden: z.boolean().meta({ description: 'True: nobody can book, officers work on', examples: [false] }),
  noticeDays: days(90, 'How many days before the day of the appointment booking ends', 0),
  horizonDays: days(730, 'How many days ahead can be booked', 60),
  cancelDays: days(90, 'How many days before it can still be moved or cancelled', 3),
  draftMinutes: z
    .number()
    .int()
    .min(1)
    .max(120)
    .meta({ description: 'How long a place is held while somebody fills in, in minutes', examples: [10] }),
  mostMoves: days(50, 'How often whoever booked may move it', 3),
  isModerated: z.boolean().meta({ description: 'Whether officers approve what is booked', examples: [false] }),
  needsSignIn: z.boolean().meta({ description: 'Whether one has to be signed in to book', examples: [false] }),
  limit: limit('How many appointments it takes in a period; null: as many as there are places'),
  personLimit: limit('How many one person may have in a period across the calendars of the body; null: not counted'),
  tellsOfficers: z.boolean().meta({ description: 'Whether its officers are told of bookings, moves and cancellations', examples: [true] }),
  tellsCitizens: z.boolean().meta({ description: 'Whether whoever booked is told', examples: [true] }),
};

export const Calendar = z.object({
  id: Id.describe('The calendar'),
  organizationId: Id.describe('The body'),
  ...settings,
  offerMinutes,
  version: Version,
});

export const CalendarRow = z.object({
  id: Id.describe('The calendar'),
  title,
  place,
  isHidden: settings.isHidden,
  mayWork: z.boolean().meta({ description: 'Whether the reader is enabled to it', examples: [true] }),
  version: Version,
});

/** What everybody sees of a calendar. */
export const BookableCalendar = z.object({
  id: Id.describe('The calendar'),
  organizationId: Id.describe('The body'),
  organizationName: z.string().meta({ description: 'What the body is called', examples: ['Comune Dimostrativo'] }),
  title,
  place,
  contactMail: settings.contactMail,
  services: settings.services,
  horizonDays: settings.horizonDays,
  cancelDays: settings.cancelDays,
  draftMinutes: settings.draftMinutes,
  isModerated: settings.isModerated,
  needsSignIn: settings.needsSignIn,
  personLimit: settings.personLimit,
  keepsWaitingList: z.boolean().meta({ description: 'Whether one can wait for a place that becomes free', examples: [true] }),
});

export const calendarNotFound = problem(404, 'calendar-not-found', 'Questo calendario non esiste', 'There is no such calendar', {
  it: 'Il calendario non esiste, è stato eliminato, oppure non è fra quelli a cui sei abilitato.',
  en: 'The calendar does not exist, has been deleted, or is not among those to which you are enabled.',
});
export const calendarsAreForAdministrators = problem(
  403,
  'calendars-are-for-administrators',
  'Solo gli amministratori creano ed eliminano i calendari',
  'Only administrators create and delete calendars',
  {
    it: "Gli operatori abilitati ne modificano le impostazioni. Per un nuovo calendario rivolgiti a un amministratore dell'ente.",
    en: 'Officers who are enabled to one change its settings. For a new calendar ask an administrator of the body.',
  },
);
export const calendarInUse = problem(
  409,
  'calendar-in-use',
  'Il calendario ha ancora appuntamenti',
  'The calendar still has appointments',
  {
    it: 'Un calendario si elimina quando non ha più appuntamenti futuri: spostali, annullali, oppure aspetta che siano passati.',
    en: 'A calendar is deleted when it has no future appointments any more: move them, cancel them, or wait until they are over.',
  },
);
export const ownerOnly = problem(
  403,
  'owner-only',
  'Solo il proprietario del calendario ne attiva o disattiva le notifiche',
  'Only the owner of the calendar switches its notices on or off',
  {
    it: 'Il proprietario è indicato nelle impostazioni del calendario.',
    en: 'The owner is named in the settings of the calendar.',
  },
);

export const ownerIsGiven = problem(
  403,
  'owner-is-given',
  'Il proprietario del calendario lo cambiano solo il proprietario stesso o un amministratore',
  'Only the owner of the calendar or an administrator changes its owner',
  {
    it: 'Chiedi a un amministratore del tuo ente di indicare il proprietario nelle impostazioni del calendario.',
    en: 'Ask an administrator of your body to name the owner in the settings of the calendar.',
  },
);

/** Creates it (version 0, administrators only) or changes its settings. The same again is answered as the first time. */
export const putCalendar = rpc({
  subject: 'rpc.appointments.put-calendar.v1',
  http: 'PUT /calendars/{id}',
  permission: 'calendars:write',
  summary: 'Creates a calendar, or changes its settings',
  input: z.strictObject({
    id: Id.describe('The calendar; a new one has an id that the caller chose'),
    organizationId: Id.describe('The body'),
    ...settings,
    offerMinutes: offerMinutes.optional(),
    version: SeenVersion,
  }),
  output: Calendar,
  problems: [calendarNotFound, calendarsAreForAdministrators, ownerOnly, ownerIsGiven, changedMeanwhile, idReused],
});

export const deleteCalendar = rpc({
  subject: 'rpc.appointments.delete-calendar.v1',
  http: 'DELETE /calendars/{id}',
  permission: 'calendars:write',
  summary: 'Deletes a calendar that has no appointments ahead',
  input: z.strictObject({ id: Id.describe('The calendar'), version: SeenVersionInQuery }),
  output: z.object({ id: Id.describe('The calendar') }),
  problems: [calendarNotFound, calendarsAreForAdministrators, calendarInUse, changedMeanwhile],
});

export const getCalendar = rpc({
  subject: 'rpc.appointments.get-calendar.v1',
  http: 'GET /calendars/{id}',
  permission: 'calendars:read',
  summary: 'Reads a calendar with its settings',
  input: z.strictObject({ id: Id.describe('The calendar') }),
  output: Calendar,
  problems: [calendarNotFound],
});

export const listCalendars = rpc({
  subject: 'rpc.appointments.list-calendars.v1',
  http: 'GET /calendars',
  permission: 'calendars:read',
  summary: "Lists all calendars of one's own body, and says to which one is enabled",
  input: z.strictObject({
    ...paging,
    search: Line(100)
      .optional()
      .meta({ description: 'Part of the title', examples: ['anagrafe'] }),
  }),
  output: listOf(CalendarRow),
});

export const listBookable = rpc({
  subject: 'rpc.appointments.list-bookable.v1',
  http: 'GET /bookable-calendars',
  permission: 'appointments:book',
  summary: 'Lists the calendars that anybody can book, for one body or one digital service where that is said',
  input: z.strictObject({
    ...paging,
    organizationId: Id.optional().describe('Those of one body'),
    procedureId: Id.optional().describe('Those at which a digital service is booked'),
  }),
  output: listOf(BookableCalendar),
});

/** For the identity service: officers are enabled to calendars of their own body. Unknown ids are left out. */
export const describeCalendars = rpc({
  subject: 'rpc.appointments.describe-calendars.v1',
  permission: 'practices:describe',
  summary: 'Tells to which bodies calendars belong',
  input: z.strictObject({ ids: z.array(Id).max(500).describe('The calendars') }),
  output: z.object({
    items: z.array(z.object({ id: Id.describe('The calendar'), organizationId: Id.describe('Its body') })).describe('Those that exist'),
  }),
});
