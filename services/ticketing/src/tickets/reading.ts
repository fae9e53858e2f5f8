import { historyOf } from '@sportello/casework/history';
import type { Output } from '@sportello/contracts/contract';
import type { TicketStatus } from '@sportello/contracts/ticketing/states';
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
import type { Accessed } from './access.js';
import { movesOf } from './moves.js';
import { Ticket } from './ticket.entity.js';

type Row = z.output<typeof TicketRow>;

const byTelephone = { it: 'Richiesta telefonica', en: 'Request by telephone' };
const nationalHoliday = { it: 'Festa nazionale', en: 'National holiday' };

/** A ticket as its reader may see it: whoever asked is not told who works on it. */
export async function shapeOf(tx: EntityManager, found: Accessed, now: Date): Promise<z.output<typeof TicketShape>> {
  const { ticket, desk, mover } = found;
  const [row] = await rowsOf(tx, [ticket]);
  const isOperator = mover.side === 'officer';
  const { firstAnswerDueAt, firstAnsweredAt, solutionDueAt, runningSince, stars, ratingWords } = ticket;
  const usedMinutes = Math.floor(usedAt(ticket.clock, desk, now) / 60_000);
  return {
    ...ticket,
    ...(row as Row),
    formId: ticket.formId,
    content: JSON.parse(JSON.stringify(ticket.content)),
    deskName: desk.name,
    officerName: isOperator ? ticket.officerName : null,
    clock: {
      firstAnswerBy: firstAnswerDueAt,
      firstAnsweredAt,
      solutionBy: solutionDueAt,
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
    mergedInto: ticket.mergedIntoId ? await numberOf(tx, ticket.mergedIntoId) : null,
    moves: movesOf(ticket, mover, now),
    rating: stars === null ? null : { stars, words: ratingWords },
    history: await historyOf<TicketStatus>(tx, found),
  };
}

const numberOf = (tx: EntityManager, id: string): Promise<Pick<Ticket, 'id' | 'number'>> =>
  tx.findOneOrFail(Ticket, { where: { id }, select: { id: true, number: true } });

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
  const serviceIds = [...new Set(tickets.flatMap(({ serviceId }) => serviceId ?? []))];
  const services = serviceIds.length === 0 ? [] : await tx.findBy(HelpService, { id: In(serviceIds) });
  const names = await namesOf(
    tx,
    tickets.map(({ organizationId }) => organizationId),
  );
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
