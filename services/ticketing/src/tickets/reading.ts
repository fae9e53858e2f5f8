import { historyOf } from '@sportello/casework/history';
import type { Output } from '@sportello/contracts/contract';
import type { TicketMove, TicketStatus } from '@sportello/contracts/ticketing/states';
import type { getTicket, TicketRow, Ticket as TicketShape } from '@sportello/contracts/ticketing/tickets';
import { namesOf } from '@sportello/directory/copies';
import type { Actor } from '@sportello/messaging/actor';
import { currentTraceparent } from '@sportello/messaging/context';
import { noteReadings } from '@sportello/records/accesses';
import { type EntityManager, In } from 'typeorm';
import type { z } from 'zod';
import { HelpService } from '../catalogue/help-service.entity.js';
import { usedAt } from '../clocks/clock.js';
import { daysLeftOut } from '../clocks/office-time.js';
import { type Accessed, MOST_MERGES, maySee } from './access.js';
import { movesOf } from './moves.js';
import { Ticket } from './ticket.entity.js';

type Row = z.output<typeof TicketRow>;
type Shown = z.output<typeof TicketShape>;

const byTelephone = { it: 'Richiesta telefonica', en: 'Request by telephone' };
const nationalHoliday = { it: 'Festa nazionale', en: 'National holiday' };

/** Tickets that are told to have been merged into one. */
const MOST_MERGED = 50;

/** A ticket as its reader may see it: whoever asked is not told who works on it. */
export async function shapeOf(tx: EntityManager, found: Accessed, now: Date): Promise<Shown> {
  const { ticket, desk, mover } = found;
  const [row] = await rowsOf(tx, [ticket]);
  const isOperator = mover.side === 'officer';
  const { firstAnswerDueAt, firstAnsweredAt, solutionDueAt, runningSince, stars, ratingWords } = ticket;
  const usedMinutes = Math.floor(usedAt(ticket.clock, desk, now) / 60_000);
  const holder = await holderOf(tx, found);
  // What is written to a merged one arrives in the other.
  const takesWords = holder?.isReached && movesOf({ ...ticket, status: holder.status }, mover, now).includes('comment');
  return {
    ...ticket,
    ...(row as Row),
    formId: ticket.formId,
    content: JSON.parse(JSON.stringify(ticket.content)),
    deskName: desk.name,
    officerName: isOperator ? ticket.officerName : null,
    clock: {
      firstAnswerBy: runningSince && firstAnswerDueAt,
      firstAnsweredAt,
      solutionBy: runningSince && solutionDueAt,
      usedMinutes,
      leftMinutes: runningSince && ticket.promisedMinutes - usedMinutes,
      isPaused: ticket.status === 'awaiting_user',
      closedDays:
        runningSince && solutionDueAt
          ? daysLeftOut(desk, runningSince, solutionDueAt).map(({ day, reason }) => ({
              day,
              reason: reason === null ? nationalHoliday : { it: reason, en: reason },
            }))
          : [],
    },
    mergedInto: holder && { id: holder.id, number: holder.number },
    mergedFrom: await mergedInto(tx, found),
    moves: found.isOwnAtWork ? [] : [...movesOf(ticket, mover, now), ...(takesWords ? ['comment' as const] : [])],
    rating: stars === null ? null : { stars, words: ratingWords },
    history: await shownHistory(tx, found),
  };
}

const named = {
  id: true,
  number: true,
  status: true,
  organizationId: true,
  deskId: true,
  applicantId: true,
  profileId: true,
  mergedIntoId: true,
} as const;

/**
 * The ticket that holds what was merged, at the end of all merges; null also where the reader may not see it. `isReached` where she may see all on the
 * way, so that what she writes arrives.
 */
async function holderOf(
  tx: EntityManager,
  found: Accessed,
): Promise<(Pick<Ticket, 'id' | 'number' | 'status'> & { isReached: boolean }) | null> {
  const { organizationId } = found;
  let holder: Ticket | null = null;
  let next = found.ticket.mergedIntoId;
  let isReached = true;
  for (let step = 0; step < MOST_MERGES && next; step += 1) {
    holder = await tx.findOneOrFail(Ticket, { where: { id: next, organizationId }, select: named });
    isReached &&= maySee(found, holder);
    next = holder.mergedIntoId;
  }
  if (!holder || !maySee(found, holder)) return null;
  const { id, number, status } = holder;
  return { id, number, status, isReached };
}

async function mergedInto(tx: EntityManager, found: Accessed): Promise<Pick<Ticket, 'id' | 'number'>[]> {
  const { id: mergedIntoId, organizationId } = found;
  const order = { changedAt: 'DESC', id: 'DESC' } as const;
  const merged = await tx.find(Ticket, { where: { mergedIntoId, organizationId }, select: named, order, take: MOST_MERGED });
  return merged.filter((ticket) => maySee(found, ticket));
}

/** Their reason is the number of the other ticket. */
const ofTwo: readonly string[] = ['merge', 'join', 'part'] satisfies TicketMove[];

/** What desks say to each other of a ticket is not for whoever asked, and a number is only for whoever may see that ticket. */
async function shownHistory(tx: EntityManager, found: Accessed): Promise<Shown['history']> {
  const history = await historyOf<TicketStatus>(tx, found);
  const numbers = history.flatMap(({ move, reason }) => (ofTwo.includes(move) && reason ? [reason] : []));
  const others =
    numbers.length === 0
      ? []
      : await tx.find(Ticket, { where: { number: In(numbers), organizationId: found.organizationId }, select: named });
  const seen = new Set(others.filter((other) => maySee(found, other)).map(({ number }) => number));
  const isHidden = ({ move, reason }: (typeof history)[number]) =>
    move === 'reroute' ? found.mover.side === 'applicant' : ofTwo.includes(move) && !seen.has(reason ?? '');
  return history.map((passage) => (isHidden(passage) ? { ...passage, reason: null } : passage));
}

/** The same for whoever reads it: an operator's reading is noted in the log of the person concerned. */
export async function readBy(tx: EntityManager, found: Accessed, actor: Actor, now: Date): Promise<Output<typeof getTicket>> {
  const { kind, id, applicantId: subjectId, mover } = found;
  if (mover.side === 'officer')
    await noteReadings(tx, [{ actor, subjectId, action: 'ticket-read', about: { kind, id }, traceparent: currentTraceparent() }]);
  return shapeOf(tx, found, now);
}

/** Tickets as lists show them. */
export async function rowsOf(tx: EntityManager, tickets: readonly Ticket[]): Promise<Row[]> {
  if (tickets.length === 0) return [];
  const bodies = [...new Set(tickets.map(({ organizationId }) => organizationId))];
  const serviceIds = [...new Set(tickets.flatMap(({ serviceId }) => serviceId ?? []))];
  const services = serviceIds.length === 0 ? [] : await tx.findBy(HelpService, { id: In(serviceIds), organizationId: In(bodies) });
  const names = await namesOf(tx, bodies);
  return tickets.map((ticket) => {
    const service = services.find(({ id }) => id === ticket.serviceId);
    const { id, number, status, priority, createdAt, changedAt, version } = ticket;
    return {
      ...{ id, number, status, priority, createdAt, changedAt, version },
      organizationName: names.get(ticket.organizationId) ?? '',
      group: service?.group ?? byTelephone,
      name: service?.name ?? { it: ticket.subject ?? '-', en: ticket.subject ?? '-' },
    };
  });
}
