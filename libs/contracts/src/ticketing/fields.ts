/** What the contracts of the help desk say in several places, in the same words. */
import { z } from 'zod';
import type { Followed } from '../casework/followed.js';
import { Id, SeenVersion } from '../contract.js';
import { ticketNotFound } from './states.js';

export const ticketId = Id.describe('The ticket');
export const deskId = Id.describe('The desk');
export const ticketById = z.strictObject({ id: ticketId });
export const ticketByVersion = ticketById.extend({ version: SeenVersion });

/** What an assistance is about (TIC-31, TIC-33). */
export const HelpKind = z
  .enum(['technical', 'functional', 'legal'])
  .meta({ description: 'Whether it is about the technique, about what to enter, or about the law', examples: ['technical'] });
export type HelpKind = z.infer<typeof HelpKind>;

export const TicketPriority = z
  .number()
  .int()
  .min(1)
  .max(4)
  .meta({ description: 'Priority: 1 critical, 2 high, 3 moderate, 4 low (TIC-11)', examples: [4] });
export type TicketPriority = 1 | 2 | 3 | 4;

/** Number and label, the same in both languages: people quote it as they read it (TIC-11). */
export const ticketPriorityLabels: Record<TicketPriority, string> = { 1: '1 - Critical', 2: '2 - High', 3: '3 - Moderate', 4: '4 - Low' };

export const TicketChannel = z.enum(['web', 'phone']).meta({ description: 'How it came in', examples: ['web'] });
export type TicketChannel = z.infer<typeof TicketChannel>;

export const ticketNumber = z.string().meta({ description: 'Number of the ticket, which people quote', examples: ['CS0001171'] });

/** A ticket, as the contracts of its messages and files speak of it. */
export const followedTicket = {
  at: 'ticketing',
  kind: 'tickets',
  name: 'a ticket',
  id: ticketId,
  notFound: ticketNotFound,
  may: { read: 'tickets:read', writeTo: 'tickets:write-to', work: 'tickets:work' },
} as const satisfies Followed;
