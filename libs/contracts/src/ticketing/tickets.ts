/** Tickets as whoever asks for help sees them. */
import { z } from 'zod';
import { passageOf } from '../casework/passages.js';
import { CivilDate, Id, Instant, listOf, paging, problem, rpc, Text, Version } from '../contract.js';
import { Content, formNotFound, incomplete } from '../forms.js';
import { personNotFound } from '../identity/people.js';
import { changedMeanwhile, idReused, invalidInput, tooLarge } from '../problems.js';
import { Line, Prose } from '../typed.js';
import { helpServiceClosed, helpServiceNotFound } from './catalogue.js';
import { HelpKind, TicketChannel, TicketPriority, ticketByVersion, ticketId, ticketNumber } from './fields.js';
import { TicketMove, TicketStatus, ticketIsOwn, ticketMoveRefused, ticketNotFound } from './states.js';

/** Which side did it: pages say a name of their own for whoever asked. */
export const TicketPassage = passageOf(TicketStatus, 'new').extend({
  side: z.enum(['applicant', 'officer', 'system']).meta({ description: 'Which side did it', examples: ['officer'] }),
});

const officerName = z
  .string()
  .nullable()
  .meta({ description: 'Who is in charge; null for whoever asked, and while nobody is', examples: [null] });

export const TicketRow = z.object({
  id: ticketId,
  number: ticketNumber,
  organizationName: z.string().meta({ description: 'What the body is called', examples: ["Ministero dell'Istruzione e del Merito"] }),
  group: Text.describe('The title of the card of its service; what was told by telephone has a title of its own'),
  name: Text.describe('What its service is called'),
  status: TicketStatus,
  priority: TicketPriority,
  createdAt: Instant.describe('When it was sent'),
  changedAt: Instant.describe('When something last happened to it'),
  version: Version,
});

/** What is promised, in the hours of its desk, and what became of it (TIC-40). */
export const TicketClock = z.object({
  firstAnswerBy: Instant.nullable().describe('Until when somebody answers; null once somebody has, and while it waits for its author'),
  firstAnsweredAt: Instant.nullable().describe('When somebody answered first'),
  solutionBy: Instant.nullable().describe('Until when it is solved; null while it does not run'),
  usedMinutes: z
    .number()
    .int()
    .meta({ description: 'Whole minutes of the hours of its desk that were used', examples: [95] }),
  leftMinutes: z
    .number()
    .int()
    .nullable()
    .meta({
      description:
        'Whole minutes of the hours of its desk until what is due first; below zero once that is over, null while it does not run',
      examples: [145],
    }),
  isPaused: z.boolean().meta({ description: 'True while it waits for its author', examples: [false] }),
  closedDays: z
    .array(z.object({ day: CivilDate.meta({ description: 'The day', examples: ['2026-12-08'] }), reason: Text.describe('Why') }))
    .describe('Days until the solution is due on which the desk is closed out of turn'),
});

export const TicketRating = z.object({
  stars: z
    .number()
    .int()
    .min(1)
    .max(5)
    .meta({ description: 'From one to five', examples: [4] }),
  words: Prose(1_000)
    .nullable()
    .meta({ description: 'What whoever asked adds', examples: [null] }),
});

export const Ticket = TicketRow.extend({
  organizationId: Id.describe('The body'),
  serviceId: Id.nullable().describe('The service of the help desk; null where it was told by telephone'),
  formId: Id.nullable().describe('The version of the form that it was sent with; null where it was told by telephone'),
  content: Content,
  subject: z
    .string()
    .nullable()
    .meta({ description: 'What it is about, where it was told by telephone', examples: [null] }),
  onBehalfOf: z
    .string()
    .nullable()
    .meta({ description: 'The public office or association for which somebody called', examples: [null] }),
  kind: HelpKind,
  channel: TicketChannel,
  deskId: Id.describe('The desk'),
  deskName: Text.describe('Which desk answers'),
  applicantName: z.string().meta({ description: 'Given and family name of whoever asked', examples: ['Maria Rossi'] }),
  officerName,
  solution: z
    .string()
    .nullable()
    .meta({ description: 'The solution, once there is one', examples: [null] }),
  clock: TicketClock.describe('What is promised, and what became of it'),
  silenceAt: Instant.nullable().describe('When silence closes what is solved, or ends the wait for an answer'),
  reopenUntil: Instant.nullable().describe('Until when what is closed can be reopened'),
  mergedInto: z
    .object({ id: ticketId, number: ticketNumber })
    .nullable()
    .describe(
      'The ticket that holds it now, after all merges: what is written goes there. Null also where the reader may not see that one',
    ),
  mergedFrom: z
    .array(z.object({ id: ticketId, number: ticketNumber }))
    .describe('Tickets that were merged into it and that the reader may see, the last one first: fifty at most'),
  moves: z.array(TicketMove).describe('What the reader can do now'),
  rating: TicketRating.nullable().describe('How whoever asked rates it'),
  history: z.array(TicketPassage).describe('What happened, oldest first'),
});

export const alreadyRated = problem(409, 'already-rated', 'Hai già valutato questa richiesta', 'You have rated this ticket already', {
  it: 'Ogni richiesta di assistenza si valuta una volta sola, dopo la chiusura.',
  en: 'Each ticket is rated once, after it was closed.',
});

/** What is told of a ticket to whoever may not read it, or not any longer. */
export const TicketBrief = TicketRow.pick({ id: true, number: true, status: true, version: true });

const mutation = [ticketNotFound, ticketMoveRefused, changedMeanwhile] as const;

/**
 * The id is chosen by the caller: the same again is answered as the first time, and makes one ticket. Something else under the same id is refused
 * with the `number` of what was sent.
 */
export const openTicket = rpc({
  subject: 'rpc.ticketing.open.v1',
  http: 'PUT /tickets/{id}',
  permission: 'tickets:open',
  perMinute: 20,
  summary: 'Asks for help: a ticket with its number comes of it',
  input: z.strictObject({
    id: ticketId,
    serviceId: Id.describe('The service of the help desk'),
    formId: Id.describe('The version of its form that was filled in'),
    kind: HelpKind.optional().describe('Which help, where the service has more than one'),
    content: Content,
  }),
  output: Ticket,
  problems: [
    ticketNotFound,
    helpServiceNotFound,
    helpServiceClosed,
    formNotFound,
    personNotFound,
    idReused,
    incomplete,
    tooLarge,
    invalidInput,
  ],
});

export const getTicket = rpc({
  subject: 'rpc.ticketing.get.v1',
  http: 'GET /tickets/{id}',
  permission: 'tickets:read',
  summary: 'Reads a ticket',
  input: z.strictObject({ id: ticketId }),
  output: Ticket,
  problems: [ticketNotFound],
});

export const listOwnTickets = rpc({
  subject: 'rpc.ticketing.list-own.v1',
  http: 'GET /tickets',
  permission: 'tickets:list-own',
  summary: 'Lists the tickets of the profile that is worn, the last one first (TIC-10)',
  input: z.strictObject({
    ...paging,
    status: TicketStatus.optional().describe('Those in one state'),
    isOpen: z.enum(['true', 'false']).optional().describe('`true`: what is not ended; `false`: what is'),
    search: Line(100)
      .optional()
      .meta({ description: 'The number, or words of the service or of what was written', examples: ['CS0001171'] }),
  }),
  output: listOf(TicketRow),
});

export const confirmTicket = rpc({
  subject: 'rpc.ticketing.confirm.v1',
  http: 'POST /tickets/{id}/confirmation',
  permission: 'tickets:open',
  summary: 'Says that the solution is one: the ticket is closed',
  input: ticketByVersion,
  output: Ticket,
  problems: mutation,
});

const reason = (description: string, example: string) =>
  Prose(1_000)
    .min(1)
    .meta({ description, examples: [example] });

export const reopenTicket = rpc({
  subject: 'rpc.ticketing.reopen.v1',
  http: 'POST /tickets/{id}/reopening',
  permission: 'tickets:open',
  summary: 'Says that the solution is none: the ticket is worked on again',
  input: ticketByVersion.extend({ reason: reason('Why', 'L’errore si ripresenta') }),
  output: Ticket,
  problems: mutation,
});

/** Whoever asked takes it back; an operator ends what is a duplicate, a test, or not meant. */
export const cancelTicket = rpc({
  subject: 'rpc.ticketing.cancel.v1',
  http: 'POST /tickets/{id}/cancellation',
  permission: 'tickets:write-to',
  summary: 'Cancels a ticket that is not solved yet',
  input: ticketByVersion.extend({ reason: reason('Why', 'Ho risolto da sola') }),
  output: Ticket,
  problems: [...mutation, ticketIsOwn],
});

export const rateTicket = rpc({
  subject: 'rpc.ticketing.rate.v1',
  http: 'PUT /tickets/{id}/rating',
  permission: 'tickets:open',
  summary: 'Rates a closed ticket, once (TIC-44)',
  input: TicketRating.extend({ id: ticketId }).strict(),
  output: TicketRating,
  problems: [ticketNotFound, ticketMoveRefused, alreadyRated],
});
