import { z } from 'zod';
import { event, Id, Instant, Version } from '../contract.js';
import { ticketId } from './fields.js';
import { TicketMove, TicketStatus } from './states.js';

const fact = {
  ticketId,
  organizationId: Id.describe('The body'),
  deskId: Id.describe('The desk that answers'),
  applicantId: Id.describe('Who asked'),
  status: TicketStatus,
  version: Version.describe("The ticket's version after the fact: the higher is the newer"),
  at: Instant.describe('When it happened'),
};

export const ticketOpened = event('events.ticketing.opened.v1', 'Somebody asked for help', z.object(fact));
export const ticketMoved = event('events.ticketing.moved.v1', 'Something was done with a ticket', z.object({ ...fact, move: TicketMove }));
/** For operators alone: whoever asked is told nothing of a note. */
export const ticketNoteAdded = event('events.ticketing.note-added.v1', 'An operator added a private note', z.object(fact));
