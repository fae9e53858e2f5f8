import { Passage, passageOf } from '@sportello/casework/passage.entity';
import type { Mover } from '@sportello/casework/subject';
import { ticketMoved, ticketNoteAdded, ticketOpened } from '@sportello/contracts/ticketing/events';
import type { TicketMove } from '@sportello/contracts/ticketing/states';
import { publish } from '@sportello/messaging/events';
import { checkVersion } from '@sportello/messaging/problem';
import type { EntityManager } from 'typeorm';
import type { Accessed } from './access.js';
import { lineOf } from './moves.js';
import { subjectOf, Ticket } from './ticket.entity.js';

export interface Moving {
  move: TicketMove;
  mover: Mover;
  now: Date;
  reason?: string | null;
}

export async function writeNew(tx: EntityManager, ticket: Ticket, mover: Mover, now: Date): Promise<void> {
  await tx.insert(Ticket, ticket as object);
  await tx.insert(Passage, passageOf(subjectOf(ticket), { move: 'open', from: null, to: ticket.status }, mover, now));
  await publish(tx, ticketOpened, factOf(ticket, now));
}

/**
 * Does something with a ticket: the row, the line of its history and the fact are one.
 * @param apply what changes of the row besides its state
 * @throws Problem of `lineOf`
 */
export async function moveTicket(
  tx: EntityManager,
  ticket: Ticket,
  { move, mover, now, reason = null }: Moving,
  apply: () => void,
): Promise<void> {
  const from = ticket.status;
  ticket.status = lineOf(move, ticket, mover, now).to ?? from;
  apply();
  ticket.version += 1;
  ticket.changedAt = now;
  await tx.insert(Passage, passageOf(subjectOf(ticket), { move, from, to: ticket.status, reason }, mover, now));
  await tx.save(ticket);
  await publish(tx, ticketMoved, { ...factOf(ticket, now), move });
}

/** What somebody wrote is a line of its own: the state stays, and nobody who was shown the ticket has to look again. */
export async function noteComment(tx: EntityManager, ticket: Ticket, mover: Mover, now: Date): Promise<void> {
  lineOf('comment', ticket, mover, now);
  ticket.changedAt = now;
  await tx.save(ticket);
  await publish(tx, ticketMoved, { ...factOf(ticket, now), move: 'comment' });
}

export const publishNote = (tx: EntityManager, ticket: Ticket, now: Date): Promise<void> =>
  publish(tx, ticketNoteAdded, factOf(ticket, now));

const factOf = ({ id: ticketId, organizationId, deskId, applicantId, status, version }: Ticket, at: Date) => ({
  ...{ ticketId, organizationId, deskId, applicantId, status, version, at },
});

/**
 * Whether a command was done already, and is said again by the same person because its answer was lost.
 * @throws Problem `changedMeanwhile` when it was not, and the ticket is no longer as it was shown
 */
export async function wasDone(tx: EntityManager, found: Accessed, move: TicketMove, shown: number): Promise<boolean> {
  const { ticket, mover } = found;
  if (ticket.version === shown) return false;
  // To take a new one is two passages.
  const since = ticket.version - shown;
  const last = since === 1 || (move === 'take' && since === 2) ? await lastPassage(tx, found) : null;
  if (last?.move === move && last.actorId === mover.id) return true;
  checkVersion(shown, ticket.version);
  return false;
}

const lastPassage = (tx: EntityManager, { kind: subjectKind, id: subjectId, organizationId }: Accessed): Promise<Passage | null> =>
  tx.findOne(Passage, { where: { subjectKind, subjectId, organizationId }, order: { id: 'DESC' } });
