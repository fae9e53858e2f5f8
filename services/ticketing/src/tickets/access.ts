import type { Accessed as Found, Mover } from '@sportello/casework/subject';
import { forbidden, unavailable } from '@sportello/contracts/problems';
import { deskNotFound } from '@sportello/contracts/ticketing/desks';
import { ticketIsOwn, ticketNotFound } from '@sportello/contracts/ticketing/states';
import { substituteOf } from '@sportello/directory/absences';
import { OfficerCopy } from '@sportello/directory/officer-copy.entity';
import { isStaff, type Officer, officerOf, type Purpose } from '@sportello/directory/officers';
import { romeDate } from '@sportello/italy/rome-time';
import type { Actor } from '@sportello/messaging/actor';
import { NotYet, Problem } from '@sportello/messaging/problem';
import { type EntityManager, type FindOptionsWhere, In } from 'typeorm';
import { Desk } from '../desks/desk.entity.js';
import { subjectOf, Ticket } from './ticket.entity.js';

/** Merges that are followed: each went into a ticket that was open then, so they never lead back. */
export const MOST_MERGES = 20;

/** A ticket that was found for somebody, with the desk that answers it. */
export interface Accessed extends Found {
  ticket: Ticket;
  desk: Desk;
  /** Whose tickets an operator sees: those of these desks; null: of all that her body has. Whoever asked sees her own. */
  deskIds: readonly string[] | null;
  /** The rights of whoever is in charge; null while nobody is, and for what is only read. */
  inCharge: OfficerCopy | null;
  /** True for an operator who looks at what she asked for herself: others work on it. */
  isOwnAtWork?: boolean;
}

/** @throws Problem `forbidden` for whoever wears no profile */
export function authorOf({ personId, profileId }: Actor): { applicantId: string; profileId: string } {
  if (!personId || !profileId) throw new Problem(forbidden);
  return { applicantId: personId, profileId };
}

/** Whoever works at some desk. @throws Problem `deskNotFound` for whoever is enabled to none */
export async function operatorOf(tx: EntityManager, actor: Actor): Promise<Officer> {
  const officer = await officerOf(tx, actor, 'desk');
  if (officer.subjectIds?.length === 0) throw new Problem(deskNotFound);
  return officer;
}

/** What is hers as somebody else than she is now is not found, and she is told which profile of hers has it. */
async function ofOtherProfile(tx: EntityManager, id: string, applicantId: string, error: unknown): Promise<never> {
  const other = error instanceof Problem && error.problem === ticketNotFound && (await tx.findOneBy(Ticket, { id, applicantId }));
  throw other ? new Problem(ticketNotFound, undefined, { profileId: other.profileId }) : error;
}

/**
 * @throws Problem `ticketNotFound`: not there, and somebody else’s, are one answer; with the `profileId` where it is hers under another profile
 */
export async function accessOwn(tx: EntityManager, id: string, actor: Actor, purpose: Purpose): Promise<Accessed> {
  const { applicantId, profileId } = authorOf(actor);
  const found = await find(tx, { id, applicantId, profileId }, purpose).catch((error: unknown) =>
    ofOtherProfile(tx, id, applicantId, error),
  );
  return withMover(found, { side: 'applicant', id: applicantId, name: found.ticket.applicantName }, []);
}

/**
 * @param also further desks that what is done hangs on
 * @throws Problem `ticketNotFound`: not there, of another body, and of a desk to which she is not enabled, are one answer; `ticketIsOwn` where she
 *   would change what she asked for herself
 */
export async function accessAsOperator(
  tx: EntityManager,
  id: string,
  actor: Actor,
  purpose: Purpose,
  also: readonly string[] = [],
): Promise<Accessed> {
  const { organizationId, subjectIds, id: officerId, name, officeId } = await officerOf(tx, actor, 'desk', purpose);
  const found = await find(tx, { id, organizationId, ...(subjectIds && { deskId: In(subjectIds) }) }, purpose, also);
  if (found.ticket.applicantId === officerId) {
    if (purpose === 'change') throw new Problem(ticketIsOwn);
    // She reads it as whoever asks does, without the notes of her colleagues.
    const herself = { side: 'applicant' as const, id: officerId, name: found.ticket.applicantName };
    return { ...withMover(found, herself, subjectIds), isOwnAtWork: true };
  }
  const mover = { side: 'officer' as const, id: officerId, name, isManager: actor.roles.includes('manager'), officeId };
  return withMover(found, mover, subjectIds);
}

/**
 * For what is written: what comes to a ticket that was merged goes to the one that holds it now, as far as who writes may see that one.
 * Merges follow each other: the last one counts.
 */
export async function accessWritten(tx: EntityManager, id: string, actor: Actor, purpose: Purpose): Promise<Accessed> {
  const through: string[] = [];
  let found = await access(tx, id, actor, purpose);
  while (found.ticket.mergedIntoId && through.length < MOST_MERGES) {
    through.push(found.id);
    found = await access(tx, found.ticket.mergedIntoId, actor, purpose);
  }
  return { ...found, through };
}

/** For what both sides may do. */
export const access = (tx: EntityManager, id: string, actor: Actor, purpose: Purpose): Promise<Accessed> =>
  isStaff(actor) ? accessAsOperator(tx, id, actor, purpose) : accessOwn(tx, id, actor, purpose);

/** Whether the reader of a ticket may read another one too. */
export function maySee(
  { ticket, mover, deskIds }: Accessed,
  other: Pick<Ticket, 'organizationId' | 'deskId' | 'applicantId' | 'profileId'>,
): boolean {
  if (mover.side === 'applicant') return other.applicantId === ticket.applicantId && other.profileId === ticket.profileId;
  return other.organizationId === ticket.organizationId && (deskIds === null || deskIds.includes(other.deskId));
}

type FoundTicket = Pick<Accessed, 'ticket' | 'desk' | 'inCharge'>;

/**
 * Locks come in one order for everybody, so that nobody waits for each other for ever: the rights of officers, desks, then tickets. Whoever takes
 * rights away, or changes the hours of a desk, locks that row and then the tickets that hang on it: what is begun here goes by what holds.
 */
async function find(
  tx: EntityManager,
  where: FindOptionsWhere<Ticket>,
  purpose: Purpose,
  also: readonly string[] = [],
): Promise<FoundTicket> {
  const seen = await tx.findOneBy(Ticket, where);
  if (!seen) throw new Problem(ticketNotFound);
  const { deskId, officerId, organizationId } = seen;
  if (purpose === 'read') {
    const desk = await tx.findOneByOrFail(Desk, { id: deskId, organizationId });
    return { ticket: await withOthers(tx, seen), desk, inCharge: null };
  }
  const lock = { mode: 'pessimistic_read' } as const;
  const inCharge = officerId === null ? null : await tx.findOne(OfficerCopy, { where: { officerId }, lock });
  const desks = await tx.find(Desk, { where: { id: In([deskId, ...also]), organizationId }, order: { id: 'ASC' }, lock });
  const ticket = await tx.findOne(Ticket, { where, lock: { mode: 'pessimistic_write' } });
  if (!ticket) throw new Problem(ticketNotFound);
  const isAsSeen = ticket.deskId === deskId && ticket.officerId === officerId;
  if (!isAsSeen) throw new NotYet(unavailable, movedJustNow, { retryAfterSeconds: 1 }, () => Promise.resolve(true));
  return { ticket: await withOthers(tx, ticket), desk: desks.find(({ id }) => id === deskId) as Desk, inCharge };
}

/** What the rules look at besides the row: who stands in for whoever is in charge, and what was merged into it. */
async function withOthers(tx: EntityManager, ticket: Ticket): Promise<Ticket> {
  const { id, officerId, deskId, organizationId } = ticket;
  const substitute = officerId && (await substituteOf(tx, officerId, { kind: 'desk', id: deskId }, romeDate(new Date())));
  ticket.substituteId = substitute ? substitute.id : null;
  ticket.holdsOthers = await tx.existsBy(Ticket, { mergedIntoId: id, organizationId });
  return ticket;
}

/** The time of what is done with a ticket that was waited for: never before what was done with it meanwhile. */
export const momentOf = ({ changedAt }: Pick<Ticket, 'changedAt'>): Date => new Date(Math.max(Date.now(), changedAt.getTime()));

const withMover = (
  { ticket, desk, inCharge }: FoundTicket,
  mover: Extract<Mover, { id: string }>,
  deskIds: readonly string[] | null,
): Accessed => ({ ...subjectOf(ticket), applicantId: ticket.applicantId, ticket, desk, inCharge, mover, deskIds });

const movedJustNow = {
  it: 'La richiesta è appena passata ad altri: riprova',
  en: 'The ticket has just gone to somebody else: try again',
};
