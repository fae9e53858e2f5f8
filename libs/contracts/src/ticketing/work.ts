/** Tickets as the operators of a desk work on them. */
import { z } from 'zod';
import { words } from '../casework/fields.js';
import { Instant, listOf, paging, problem, rpc, SeenVersionInQuery, Text } from '../contract.js';
import { changedMeanwhile } from '../problems.js';
import { Line, Prose } from '../typed.js';
import { deskNotFound } from './desks.js';
import { deskId, HelpKind, TicketPriority, ticketByVersion, ticketId } from './fields.js';
import { notInChargeOfTicket, TicketStatus, ticketIsOwn, ticketMoveRefused, ticketNotFound } from './states.js';
import { Ticket, TicketBrief, TicketRow } from './tickets.js';

export const TicketQueueRow = TicketRow.extend({
  applicantName: Ticket.shape.applicantName,
  kind: HelpKind,
  channel: Ticket.shape.channel,
  deskId,
  deskName: Text.describe('Which desk answers'),
  officerName: Ticket.shape.officerName,
  dueAt: Instant.nullable().describe('What is due first, an answer or the solution; null while nothing runs'),
  isLate: z.boolean().meta({ description: 'Whether that is over', examples: [false] }),
  leftMinutes: z
    .number()
    .int()
    .nullable()
    .meta({
      description: 'Whole minutes of the hours of its desk until then; null once it is over, and for what is more than a month away',
      examples: [145],
    }),
});

/** What an operator looks at: `desk` is all that is open, `due` what is due by the end of the next working day, `late` what was due. */
export const TicketView = z
  .enum(['desk', 'unassigned', 'mine', 'awaiting', 'due', 'late', 'ended'])
  .meta({ description: 'Which tickets', examples: ['unassigned'] });
export type TicketView = z.infer<typeof TicketView>;

export const listTicketQueue = rpc({
  subject: 'rpc.ticketing.list-queue.v1',
  http: 'GET /help-desk/tickets',
  permission: 'tickets:work',
  summary: 'Lists the tickets of the desks that an operator is enabled to, the most urgent first',
  input: z.strictObject({
    ...paging,
    view: TicketView.default('desk').describe('Which tickets: `desk` is all that is open'),
    deskId: deskId.optional().describe('Those of one desk'),
    status: TicketStatus.optional().describe('Those in one state'),
    kind: HelpKind.optional().describe('Those of one kind'),
    search: Line(100)
      .optional()
      .meta({ description: 'The number, or words of who asked, of the service or of what was written', examples: ['CS0001171'] }),
  }),
  output: listOf(TicketQueueRow),
});

export const countTickets = rpc({
  subject: 'rpc.ticketing.count-queue.v1',
  http: 'GET /help-desk/counts',
  permission: 'tickets:work',
  summary: 'Counts the tickets of each view, up to a thousand',
  input: z.strictObject({}),
  output: z.object(
    Object.fromEntries(
      TicketView.options
        .filter((view) => view !== 'ended')
        .map((view) => [
          view,
          z
            .number()
            .int()
            .meta({ description: `Tickets of the view ${view}`, examples: [3] }),
        ]),
    ) as Record<Exclude<TicketView, 'ended'>, z.ZodNumber>,
  ),
});

const ticketNumberAsked = Line(20)
  .regex(/^CS\d{7}$/i)
  .meta({ description: 'Number of the ticket into which it is merged', examples: ['CS0001171'] });

export const mergeRefused = problem(
  409,
  'ticket-merge-refused',
  'Queste due richieste non si possono unire',
  'These two tickets cannot be merged',
  {
    it: 'Si uniscono due richieste diverse della stessa persona, con lo stesso profilo, finché la seconda è ancora aperta.',
    en: 'Two different tickets of the same person, with the same profile, are merged while the second is still open.',
  },
);

const problems = [ticketNotFound, ticketIsOwn, ticketMoveRefused, notInChargeOfTicket, changedMeanwhile] as const;

export const acceptTicket = rpc({
  subject: 'rpc.ticketing.accept.v1',
  http: 'POST /tickets/{id}/acceptance',
  permission: 'tickets:work',
  summary: 'Accepts a ticket, and tells whoever asked its number (TIC-32)',
  input: ticketByVersion,
  output: Ticket,
  problems,
});

/** Of one that is new it is accepted first; where a colleague is in charge her place is taken. */
export const takeTicket = rpc({
  subject: 'rpc.ticketing.take.v1',
  http: 'PUT /tickets/{id}/assignment',
  permission: 'tickets:work',
  summary: 'Takes charge of a ticket (TIC-33)',
  input: ticketByVersion,
  output: Ticket,
  problems,
});

export const askTicketAuthor = rpc({
  subject: 'rpc.ticketing.ask-author.v1',
  http: 'POST /tickets/{id}/questions',
  permission: 'tickets:work',
  summary: 'Asks whoever sent a ticket for information: its clocks stand until she answers (TIC-34)',
  input: ticketByVersion.extend({ question: words('What is asked', 'Qual è il codice meccanografico?') }),
  output: Ticket,
  problems,
});

export const solveTicket = rpc({
  subject: 'rpc.ticketing.solve.v1',
  http: 'POST /tickets/{id}/solution',
  permission: 'tickets:work',
  summary: 'Solves a ticket: whoever sent it confirms, or says that it is not solved',
  input: ticketByVersion.extend({ solution: words('The solution', 'Il conto è stato verificato: riprova l’inserimento.') }),
  output: Ticket,
  problems,
});

/** Whoever hands it over may not work at the other desk, so she is told no more than that it was done. */
export const rerouteTicket = rpc({
  subject: 'rpc.ticketing.reroute.v1',
  http: 'PUT /tickets/{id}/desk',
  permission: 'tickets:work',
  summary: 'Hands a ticket over to another desk: nobody is in charge of it then, and its clocks go on',
  input: ticketByVersion.extend({
    deskId: deskId.describe('The desk that is to answer'),
    reason: Prose(1_000)
      .min(1)
      .meta({ description: 'Why', examples: ['Riguarda i dati da inserire'] }),
  }),
  output: TicketBrief,
  problems: [...problems, deskNotFound],
});

/** Both are of the same author, so that she may see the other. Its clocks stop; what is written to it from then on is written to the other. */
export const mergeTicket = rpc({
  subject: 'rpc.ticketing.merge.v1',
  http: 'PUT /tickets/{id}/merge',
  permission: 'tickets:merge',
  summary: 'Merges a ticket into another of the same author (TIC-42)',
  input: ticketByVersion.extend({ intoNumber: ticketNumberAsked }),
  output: Ticket,
  problems: [...problems, mergeRefused],
});

export const unmergeTicket = rpc({
  subject: 'rpc.ticketing.unmerge.v1',
  http: 'DELETE /tickets/{id}/merge',
  permission: 'tickets:merge',
  summary: 'Takes a merge back within a day: the ticket is as it was before',
  input: z.strictObject({ id: ticketId, version: SeenVersionInQuery }),
  output: Ticket,
  problems,
});

export const prioritiseTicket = rpc({
  subject: 'rpc.ticketing.prioritise.v1',
  http: 'PUT /tickets/{id}/priority',
  permission: 'tickets:work',
  summary: 'Changes the priority of a ticket: its terms are those of the new one, less the time that was used',
  input: ticketByVersion.extend({ priority: TicketPriority }),
  output: Ticket,
  problems,
});
