import { Passage, passageOf } from '@sportello/casework/passage.entity';
import type { Mover, Subject } from '@sportello/casework/subject';
import { ticketMoved, ticketNoteAdded, ticketOpened } from '@sportello/contracts/ticketing/events';
import type { TicketMove } from '@sportello/contracts/ticketing/states';
import { mayWork } from '@sportello/directory/officers';
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

/** A command, as it is said again by whoever has not got its answer. */
export interface Said {
  move: TicketMove;
  /** The version that she was shown. */
  version: number;
  /** Whether a passage was made by the same words; absent where the command has none. */
  isSame?: (passage: Passage) => boolean | Promise<boolean>;
}

/**
 * Whether a command was done already, and is said again by the same person because its answer was lost.
 * @throws Problem `changedMeanwhile` when it was not, and the ticket is no longer as it was shown
 */
export async function wasDone(tx: EntityManager, found: Accessed, said: Said): Promise<boolean> {
  const { ticket, mover } = found;
  if (ticket.version === said.version) return false;
  if (await wasMadeBy(tx, found, mover.id, said)) return true;
  checkVersion(said.version, ticket.version);
  return false;
}

/** Whether what followed on a version was made by this command: each version of a ticket has one passage, in its order. */
export async function wasMadeBy(
  tx: EntityManager,
  { kind: subjectKind, id: subjectId, organizationId }: Subject,
  actorId: string,
  { move, version, isSame = () => true }: Said,
): Promise<boolean> {
  const where = { subjectKind, subjectId, organizationId };
  const [first, second] = await tx.find(Passage, { where, order: { id: 'ASC' }, skip: version, take: 2 });
  // A new one is accepted on the way when it is taken, and what somebody had is taken over.
  const made = move === 'take' && first?.move === 'accept' ? second : first;
  const isMove = made?.move === move || (move === 'take' && made?.move === 'take-over');
  return made !== undefined && isMove && made.actorId === actorId && (await isSame(made));
}

/** Whoever may no longer work at its desk is in charge of nothing that goes on again. */
export async function releaseGone(tx: EntityManager, { ticket, inCharge }: Accessed, now: Date): Promise<void> {
  if (inCharge && !mayWork(inCharge, ticket.organizationId, { kind: 'desk', id: ticket.deskId })) await release(tx, ticket, now);
}

export const release = (tx: EntityManager, ticket: Ticket, now: Date): Promise<void> =>
  moveTicket(tx, ticket, { move: 'release', mover: { side: 'system' }, now }, () => ticket.release());
