/** Desks of a body: who answers which kind of request, when, and how soon. */
import { z } from 'zod';
import { CivilDate, Id, listOf, paging, problem, rpc, SeenVersion, Text, Version } from '../contract.js';
import { mail } from '../identity/people.js';
import { changedMeanwhile, idReused } from '../problems.js';
import { Line, Phone } from '../typed.js';
import { deskId, HelpKind, TicketPriority } from './fields.js';

const hour = (description: string, example: string, pattern: RegExp) =>
  z
    .string()
    .regex(pattern)
    .meta({ description, examples: [example] });

/** A stretch of a day on which a desk answers: two of them leave a break between. */
export const DeskHours = z.strictObject({
  weekdays: z
    .array(z.number().int().min(1).max(7))
    .min(1)
    .max(7)
    .meta({ description: 'Days of the week, 1 for Monday to 7 for Sunday', examples: [[1, 2, 3, 4, 5]] }),
  opensAt: hour('From when on, HH:mm in Rome', '08:00', /^([01]\d|2[0-3]):[0-5]\d$/),
  closesAt: hour('Until when, HH:mm in Rome', '18:00', /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/),
});
export type DeskHours = z.infer<typeof DeskHours>;

export const ClosedDay = z.strictObject({
  day: CivilDate.meta({ description: 'A day on which it does not answer', examples: ['2027-06-24'] }),
  reason: Line(120)
    .min(1)
    .meta({ description: 'Why', examples: ['Festa del patrono'] }),
});
export type ClosedDay = z.infer<typeof ClosedDay>;

const minutes = (description: string, example: number) =>
  z
    .number()
    .int()
    .min(1)
    .max(100_000)
    .meta({ description, examples: [example] });

/** How soon it answers what is of one priority. */
export const DeskTarget = z.strictObject({
  priority: TicketPriority,
  firstAnswerMinutes: minutes('Minutes of its hours until the first answer of a person', 240),
  solutionMinutes: minutes('Minutes of its hours until the solution; the time in which it waits for the author does not count', 960),
});
export type DeskTarget = z.infer<typeof DeskTarget>;

const days = (description: string, example: number, least: number) =>
  z
    .number()
    .int()
    .min(least)
    .max(90)
    .meta({ description, examples: [example] });

const settings = {
  name: Text.describe('What it is called'),
  kind: HelpKind,
  phones: z
    .array(Phone.meta({ description: 'A telephone number', examples: ['+390110824108'] }))
    .max(10)
    .describe('Where it is telephoned to'),
  mail: mail.nullable().describe('Where it is written to, where it takes mails'),
  hours: z.array(DeskHours).max(21).describe('When it answers; national holidays are left out'),
  closedDays: z.array(ClosedDay).max(400).describe('Other days on which it does not answer'),
  targets: z
    .array(DeskTarget)
    .length(4)
    .meta({
      description: 'How soon it answers, for each priority',
      examples: [[1, 2, 3, 4].map((priority) => ({ priority, firstAnswerMinutes: priority * 60, solutionMinutes: priority * 240 }))],
    }),
  acceptsByItself: z.boolean().meta({ description: 'Whether what comes in is accepted at once', examples: [true] }),
  closesAfterDays: days(
    'Working days, without those on which it is closed, after which what is solved, and not objected to, is closed: the day before, whoever asked is reminded',
    5,
    2,
  ),
  givesUpAfterDays: days(
    'Working days, without those on which it is closed, after which what waits for its author counts as solved: the day before, the author is reminded',
    10,
    2,
  ),
  reopensForDays: days('Days during which what is closed can be reopened', 10, 1),
};

export const Desk = z.object({ id: deskId, organizationId: Id.describe('The body'), ...settings, version: Version });

/** What everybody is told of a desk (TIC-35). */
export const DeskContact = z.object({
  id: deskId,
  organizationId: Id.describe('The body'),
  organizationName: z.string().meta({ description: 'What the body is called', examples: ['Regione Piemonte'] }),
  name: Text.describe('What it is called'),
  kind: HelpKind,
  phones: z.array(z.string()).meta({ description: 'Where it is telephoned to', examples: [['+390110824108']] }),
  mail: z
    .string()
    .nullable()
    .meta({ description: 'Where it is written to', examples: [null] }),
  hours: z.array(DeskHours).describe('When it answers'),
});

export const deskNotFound = problem(404, 'desk-not-found', 'Questo sportello di assistenza non esiste', 'There is no such help desk', {
  it: 'Lo sportello di assistenza non esiste, oppure non è fra quelli del tuo ente a cui sei abilitato.',
  en: 'The help desk does not exist, or is not among those of your body to which you are enabled.',
});

/** Creates it (version 0) or changes it. The same again is answered as the first time. What is open keeps the time that it has used. */
export const putDesk = rpc({
  subject: 'rpc.ticketing.put-desk.v1',
  http: 'PUT /desks/{id}',
  permission: 'desks:write',
  summary: 'Creates a help desk, or changes its hours, its contacts and how soon it answers',
  input: z.strictObject({
    id: Id.describe('The desk; a new one has an id that the caller chose'),
    organizationId: Id.describe('The body'),
    ...settings,
    version: SeenVersion,
  }),
  output: Desk,
  problems: [deskNotFound, changedMeanwhile, idReused],
});

export const getDesk = rpc({
  subject: 'rpc.ticketing.get-desk.v1',
  http: 'GET /desks/{id}',
  permission: 'desks:read',
  summary: 'Reads a help desk of one’s body',
  input: z.strictObject({ id: deskId }),
  output: Desk,
  problems: [deskNotFound],
});

export const listDesks = rpc({
  subject: 'rpc.ticketing.list-desks.v1',
  http: 'GET /desks',
  permission: 'desks:read',
  summary: 'Lists the help desks of one’s body, and says to which one is enabled',
  input: z.strictObject({ ...paging }),
  output: listOf(
    z.object({
      id: deskId,
      name: Text.describe('What it is called'),
      kind: HelpKind,
      mayWork: z.boolean().meta({ description: 'Whether the reader is enabled to it', examples: [true] }),
      version: Version,
    }),
  ),
});

export const listDeskContacts = rpc({
  subject: 'rpc.ticketing.list-desk-contacts.v1',
  http: 'GET /help/desks',
  permission: 'help:read',
  summary: 'Lists the help desks with their telephones and hours, for everybody',
  input: z.strictObject({ ...paging, organizationId: Id.optional().describe('Those of one body') }),
  output: listOf(DeskContact),
});

/** For identity, which enables officers to desks. */
export const describeDesks = rpc({
  subject: 'rpc.ticketing.describe-desks.v1',
  permission: 'practices:describe',
  summary: 'Tells which desks there are, and of which body',
  input: z.strictObject({ ids: z.array(Id).max(500).describe('Which') }),
  output: z.object({
    items: z.array(z.object({ id: deskId, organizationId: Id.describe('The body') })).describe('Those that there are'),
  }),
});
