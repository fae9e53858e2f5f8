import type { Accessed as Found, Mover } from '@sportello/casework/subject';
import { forbidden } from '@sportello/contracts/problems';
import { ticketNotFound } from '@sportello/contracts/ticketing/states';
import { isStaff, officerOf, type Purpose } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { type EntityManager, type FindOptionsWhere, In } from 'typeorm';
import { Desk } from '../desks/desk.entity.js';
import { subjectOf, Ticket } from './ticket.entity.js';

/** Merges that are followed: each went into a ticket that was open then, so they never lead back. */
const MOST_MERGES = 20;

/** A ticket that was found for somebody, with the desk that answers it. */
export interface Accessed extends Found {
  ticket: Ticket;
  desk: Desk;
}

/** @throws Problem `forbidden` for whoever wears no profile */
export function authorOf({ personId, profileId }: Actor): { applicantId: string; profileId: string } {
  if (!personId || !profileId) throw new Problem(forbidden);
  return { applicantId: personId, profileId };
}

/** @throws Problem `ticketNotFound`: not there, and not hers as whoever she is now, are one answer */
export async function accessOwn(tx: EntityManager, id: string, actor: Actor, purpose: Purpose): Promise<Accessed> {
  const { applicantId, profileId } = authorOf(actor);
  const ticket = await find(tx, { id, applicantId, profileId }, purpose);
  return withDesk(tx, ticket, { side: 'applicant', id: applicantId, name: ticket.applicantName });
}

/** @throws Problem `ticketNotFound`: not there, of another body, and of a desk to which she is not enabled, are one answer */
export async function accessAsOperator(tx: EntityManager, id: string, actor: Actor, purpose: Purpose): Promise<Accessed> {
  const { organizationId, subjectIds, id: officerId, name, officeId } = await officerOf(tx, actor, 'desk', purpose);
  const ticket = await find(tx, { id, organizationId, ...(subjectIds && { deskId: In(subjectIds) }) }, purpose);
  return withDesk(tx, ticket, { side: 'officer', id: officerId, name, isManager: actor.roles.includes('manager'), officeId });
}

/**
 * For what is written: what comes to a ticket that was merged goes to the one that holds it now, as far as who writes may see that one.
 * Merges follow each other: the last one counts.
 */
export async function accessWritten(tx: EntityManager, id: string, actor: Actor, purpose: Purpose): Promise<Accessed> {
  let found = await access(tx, id, actor, purpose);
  for (let step = 0; step < MOST_MERGES && found.ticket.mergedIntoId; step += 1)
    found = await access(tx, found.ticket.mergedIntoId, actor, purpose);
  return found;
}

/** For what both sides may do. */
export const access = (tx: EntityManager, id: string, actor: Actor, purpose: Purpose): Promise<Accessed> =>
  isStaff(actor) ? accessAsOperator(tx, id, actor, purpose) : accessOwn(tx, id, actor, purpose);

async function find(tx: EntityManager, where: FindOptionsWhere<Ticket>, purpose: Purpose): Promise<Ticket> {
  const lock = purpose === 'change' ? { lock: { mode: 'pessimistic_write' as const } } : {};
  const ticket = await tx.findOne(Ticket, { where, ...lock });
  if (!ticket) throw new Problem(ticketNotFound);
  return ticket;
}

/** The desk is read after the ticket is locked: whoever changes its hours holds all tickets that run by them. */
async function withDesk(tx: EntityManager, ticket: Ticket, mover: Extract<Mover, { id: string }>): Promise<Accessed> {
  const { deskId, organizationId, applicantId } = ticket;
  const desk = await tx.findOneByOrFail(Desk, { id: deskId, organizationId });
  return { ...subjectOf(ticket), applicantId, ticket, desk, mover };
}
