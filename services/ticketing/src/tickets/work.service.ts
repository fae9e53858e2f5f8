import { Controller } from '@nestjs/common';
import { ofSubject, sendFiles } from '@sportello/casework/attachments';
import { Message } from '@sportello/casework/message.entity';
import { sideOf } from '@sportello/casework/subject';
import type { Input, Text } from '@sportello/contracts/contract';
import { newId } from '@sportello/contracts/id';
import { deskNotFound } from '@sportello/contracts/ticketing/desks';
import { type TicketPriority, ticketPriorityLabels } from '@sportello/contracts/ticketing/fields';
import { type TicketMove, ticketMoveRefused, ticketNotFound } from '@sportello/contracts/ticketing/states';
import type { Ticket as Shown } from '@sportello/contracts/ticketing/tickets';
import {
  acceptTicket,
  askTicketAuthor,
  mergeRefused,
  mergeTicket,
  prioritiseTicket,
  rerouteTicket,
  solveTicket,
  takeTicket,
  unmergeTicket,
} from '@sportello/contracts/ticketing/work';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import { Desk } from '../desks/desk.entity.js';
import { type Accessed, accessAsOperator } from './access.js';
import { unsolved } from './moves.js';
import { announce } from './news.js';
import { shapeOf } from './reading.js';
import { Ticket } from './ticket.entity.js';
import { accept } from './tickets.service.js';
import { moveTicket, wasDone } from './writing.js';

type Answer = Promise<z.output<typeof Shown>>;
type Work = (tx: EntityManager, found: Accessed, now: Date) => Promise<void>;

/** What operators do with a ticket of a desk to which they are enabled. */
@Controller()
export class WorkService {
  constructor(private readonly db: DataSource) {}

  @Handles(acceptTicket)
  accept(asked: Input<typeof acceptTicket>, actor: Actor): Answer {
    return this.work(asked, 'accept', actor, (tx, { ticket, mover }, now) => accept(tx, ticket, mover, now));
  }

  /** Of a new one it is accepted first: whoever asked is told its number (TIC-32). */
  @Handles(takeTicket)
  take(asked: Input<typeof takeTicket>, actor: Actor): Answer {
    return this.work(asked, 'take', actor, async (tx, { ticket, mover }, now) => {
      if (ticket.status === 'new') await accept(tx, ticket, mover, now);
      const move = ticket.officerId !== null && ticket.officerId !== mover.id ? 'take-over' : 'take';
      await moveTicket(tx, ticket, { move, mover, now }, () => ticket.take(mover));
    });
  }

  @Handles(askTicketAuthor)
  ask({ question, attachmentIds, ...asked }: Input<typeof askTicketAuthor>, actor: Actor): Answer {
    return this.work(asked, 'ask', actor, async (tx, found, now) => {
      const { ticket, desk, mover } = found;
      await moveTicket(tx, ticket, { move: 'ask', mover, now }, () => ticket.ask(desk, now));
      await write(tx, found, question, now, attachmentIds);
      await announce(tx, 'asked', { ticket, at: now, quote: question });
    });
  }

  @Handles(solveTicket)
  solve({ solution, ...asked }: Input<typeof solveTicket>, actor: Actor): Answer {
    return this.work(asked, 'solve', actor, async (tx, found, now) => {
      const { ticket, desk, mover } = found;
      await moveTicket(tx, ticket, { move: 'solve', mover, now }, () => ticket.solve(desk, solution, now));
      await write(tx, found, solution, now);
      await announce(tx, 'solved', { ticket, at: now, quote: solution });
    });
  }

  /** Whoever hands it over may not work at the other desk: what she gave away she may not see any longer, and is answered all the same. */
  @Handles(rerouteTicket)
  reroute({ deskId, reason, ...asked }: Input<typeof rerouteTicket>, actor: Actor): Answer {
    return this.work(asked, 'reroute', actor, async (tx, found, now) => {
      const { ticket, desk, mover } = found;
      const to = await tx.findOneBy(Desk, { id: deskId, organizationId: ticket.organizationId });
      if (!to) throw new Problem(deskNotFound);
      if (to.id === desk.id) throw new Problem(ticketMoveRefused, sameDesk);
      await moveTicket(tx, ticket, { move: 'reroute', mover, now, reason }, () => ticket.reroute(desk, to, now));
      found.desk = to;
      await announce(tx, 'rerouted', { ticket, at: now, by: mover.id, quote: reason });
    });
  }

  /** Merges of a body come one after the other: of two into each other the second is refused, and neither waits for the other for ever. */
  @Handles(mergeTicket)
  merge({ intoNumber, ...asked }: Input<typeof mergeTicket>, actor: Actor): Answer {
    return this.db.transaction(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`merges ${actor.organizationId}`]);
      return this.workIn(tx, asked, 'merge', actor, (found, now) => mergeInto(tx, found, intoNumber, actor, now));
    });
  }

  @Handles(unmergeTicket)
  unmerge(asked: Input<typeof unmergeTicket>, actor: Actor): Answer {
    return this.work(asked, 'unmerge', actor, (tx, { ticket, desk, mover }, now) =>
      moveTicket(tx, ticket, { move: 'unmerge', mover, now }, () => ticket.unmerge(desk, now)),
    );
  }

  @Handles(prioritiseTicket)
  prioritise({ priority, ...asked }: Input<typeof prioritiseTicket>, actor: Actor): Answer {
    return this.work(asked, 'prioritise', actor, (tx, { ticket, desk, mover }, now) =>
      moveTicket(tx, ticket, { move: 'prioritise', mover, now, reason: ticketPriorityLabels[priority as TicketPriority] }, () =>
        ticket.prioritise(priority as TicketPriority, desk, now),
      ),
    );
  }

  /** What was done already, and is said again by the same operator, is answered as the first time. */
  private work({ id, version }: { id: string; version: number }, move: TicketMove, actor: Actor, work: Work): Answer {
    return this.db.transaction((tx) => this.workIn(tx, { id, version }, move, actor, (found, now) => work(tx, found, now)));
  }

  private async workIn(
    tx: EntityManager,
    { id, version }: { id: string; version: number },
    move: TicketMove,
    actor: Actor,
    work: (found: Accessed, now: Date) => Promise<void>,
  ): Answer {
    const now = new Date();
    const found = await accessAsOperator(tx, id, actor, 'change');
    if (!(await wasDone(tx, found, move, version))) await work(found, now);
    return shapeOf(tx, found, now);
  }
}

/** What is asked and how it is solved stands among what both sides wrote. */
async function write(tx: EntityManager, found: Accessed, text: string, sentAt: Date, attachmentIds: readonly string[] = []): Promise<void> {
  const { mover } = found;
  const id = newId();
  const author = { fromSide: sideOf(mover), authorId: mover.id, authorName: mover.name };
  await tx.insert(Message, { ...ofSubject(found), id, kind: 'message', ...author, text, sentAt });
  await sendFiles(tx, found, { ids: attachmentIds, purpose: 'message', sentWith: id }, sentAt);
}

const sameDesk: Text = { it: 'La richiesta è già di questo sportello', en: 'The ticket is of this desk already' };

/** @throws Problem `mergeRefused` for what is not open, not of the same author, or not seen by the operator */
async function mergeInto(tx: EntityManager, found: Accessed, intoNumber: string, actor: Actor, now: Date): Promise<void> {
  const { ticket, desk, mover } = found;
  const target = await tx.findOneBy(Ticket, { number: intoNumber.toUpperCase(), organizationId: ticket.organizationId });
  if (!target || target.id === ticket.id) throw new Problem(mergeRefused);
  const { ticket: into } = await accessAsOperator(tx, target.id, actor, 'change').catch((error: unknown) => {
    throw error instanceof Problem && error.problem === ticketNotFound ? new Problem(mergeRefused) : error;
  });
  const isHers = into.applicantId === ticket.applicantId && into.profileId === ticket.profileId;
  if (!isHers || !(unsolved as readonly string[]).includes(into.status)) throw new Problem(mergeRefused);
  const { status } = ticket;
  await moveTicket(tx, ticket, { move: 'merge', mover, now, reason: into.number }, () => ticket.merge(into, status, desk, now));
  await announce(tx, 'merged', { ticket, at: now, quote: into.number });
}
