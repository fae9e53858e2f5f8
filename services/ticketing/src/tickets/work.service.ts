import { Controller } from '@nestjs/common';
import { ofSubject } from '@sportello/casework/attachments';
import { Message } from '@sportello/casework/message.entity';
import { Passage } from '@sportello/casework/passage.entity';
import { type Subject, sideOf } from '@sportello/casework/subject';
import type { Input, Output, Text } from '@sportello/contracts/contract';
import { newId } from '@sportello/contracts/id';
import { deskNotFound } from '@sportello/contracts/ticketing/desks';
import { type TicketPriority, ticketPriorityLabels } from '@sportello/contracts/ticketing/fields';
import { ticketMoveRefused, ticketNotFound } from '@sportello/contracts/ticketing/states';
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
import { officerOf } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { DataSource, type EntityManager, MoreThan } from 'typeorm';
import type { z } from 'zod';
import { Desk } from '../desks/desk.entity.js';
import { type Accessed, accessAsOperator, MOST_MERGES, momentOf } from './access.js';
import { open, unsolved } from './moves.js';
import { announce } from './news.js';
import { shapeOf } from './reading.js';
import { subjectOf, Ticket } from './ticket.entity.js';
import { accept } from './tickets.service.js';
import { moveTicket, releaseGone, type Said, wasDone, wasMadeBy } from './writing.js';

type Answer = Promise<z.output<typeof Shown>>;
type Work = (tx: EntityManager, found: Accessed, now: Date) => Promise<void>;

/** What is asked of a ticket that was shown in a version. */
interface Asked extends Omit<Said, 'isSame'> {
  id: string;
  isSame?: (tx: EntityManager, found: Accessed, passage: Passage) => boolean | Promise<boolean>;
}

/** What operators do with a ticket of a desk to which they are enabled. */
@Controller()
export class WorkService {
  constructor(private readonly db: DataSource) {}

  @Handles(acceptTicket)
  accept(asked: Input<typeof acceptTicket>, actor: Actor): Answer {
    return this.work({ ...asked, move: 'accept' }, actor, (tx, { ticket, mover }, now) => accept(tx, ticket, mover, now));
  }

  /** Of a new one it is accepted first: whoever asked is told its number (TIC-32). */
  @Handles(takeTicket)
  take(asked: Input<typeof takeTicket>, actor: Actor): Answer {
    return this.work({ ...asked, move: 'take' }, actor, async (tx, { ticket, mover }, now) => {
      if (ticket.status === 'new') await accept(tx, ticket, mover, now);
      const move = ticket.officerId !== null && ticket.officerId !== mover.id ? 'take-over' : 'take';
      await moveTicket(tx, ticket, { move, mover, now }, () => ticket.take(mover));
    });
  }

  @Handles(askTicketAuthor)
  ask({ question, ...asked }: Input<typeof askTicketAuthor>, actor: Actor): Answer {
    return this.work({ ...asked, move: 'ask', isSame: wrote(question) }, actor, async (tx, found, now) => {
      const { ticket, desk, mover } = found;
      await moveTicket(tx, ticket, { move: 'ask', mover, now }, () => ticket.ask(desk, now));
      await write(tx, found, question, now);
      await announce(tx, 'asked', { ticket, at: now, quote: question });
    });
  }

  @Handles(solveTicket)
  solve({ solution, ...asked }: Input<typeof solveTicket>, actor: Actor): Answer {
    return this.work({ ...asked, move: 'solve', isSame: wrote(solution) }, actor, async (tx, found, now) => {
      const { ticket, desk, mover } = found;
      await moveTicket(tx, ticket, { move: 'solve', mover, now }, () => ticket.solve(desk, solution, mover, now));
      await write(tx, found, solution, now);
      await announce(tx, 'solved', { ticket, at: now, quote: solution });
    });
  }

  /** Whoever hands it over may not work at the other desk: said again, it is answered all the same. */
  @Handles(rerouteTicket)
  reroute({ id, version, deskId, reason }: Input<typeof rerouteTicket>, actor: Actor): Promise<Output<typeof rerouteTicket>> {
    return this.db.transaction(async (tx) => {
      const isSame = (passage: Passage) => passage.reason === reason;
      const said: Said = { move: 'reroute', version, isSame };
      const found = await accessAsOperator(tx, id, actor, 'change', [deskId]).catch(notFound);
      if (!found) return findRerouted(tx, { id, deskId }, actor, said);
      const { ticket, desk, mover } = found;
      const now = momentOf(ticket);
      const isThere = ticket.deskId === deskId;
      if (await wasDone(tx, found, { ...said, isSame: (passage) => isThere && isSame(passage) })) return ticket;
      const to = await tx.findOneBy(Desk, { id: deskId, organizationId: ticket.organizationId });
      if (!to) throw new Problem(deskNotFound);
      if (isThere) throw new Problem(ticketMoveRefused, sameDesk);
      await moveTicket(tx, ticket, { move: 'reroute', mover, now, reason }, () => ticket.reroute(desk, to, now));
      await announce(tx, 'rerouted', { ticket, at: now, by: mover.id, quote: reason });
      if (ticket.status === 'new' && to.acceptsByItself) await accept(tx, ticket, { side: 'system' }, now);
      return ticket;
    });
  }

  @Handles(mergeTicket)
  merge({ intoNumber, ...asked }: Input<typeof mergeTicket>, actor: Actor): Answer {
    const into = intoNumber.toUpperCase();
    return this.db.transaction(async (tx) => {
      await oneAfterTheOther(tx, actor);
      const isSame: Asked['isSame'] = (_tx, _found, { reason }) => reason === into;
      return this.workIn(tx, { ...asked, move: 'merge', isSame }, actor, (found, now) => mergeInto(tx, found, into, actor, now));
    });
  }

  @Handles(unmergeTicket)
  unmerge(asked: Input<typeof unmergeTicket>, actor: Actor): Answer {
    return this.db.transaction(async (tx) => {
      await oneAfterTheOther(tx, actor);
      return this.workIn(tx, { ...asked, move: 'unmerge' }, actor, (found, now) => unmerge(tx, found, now));
    });
  }

  @Handles(prioritiseTicket)
  prioritise({ priority, ...asked }: Input<typeof prioritiseTicket>, actor: Actor): Answer {
    const reason = ticketPriorityLabels[priority as TicketPriority];
    const isSame: Asked['isSame'] = (_tx, _found, passage) => passage.reason === reason;
    return this.work({ ...asked, move: 'prioritise', isSame }, actor, async (tx, { ticket, desk, mover }, now) => {
      // The same again promises nothing anew.
      if (ticket.priority === priority) return;
      await moveTicket(tx, ticket, { move: 'prioritise', mover, now, reason }, () =>
        ticket.prioritise(priority as TicketPriority, desk, now),
      );
    });
  }

  /** What was done already, and is said again in the same words by the same operator, is answered as the first time. */
  private work(asked: Asked, actor: Actor, work: Work): Answer {
    return this.db.transaction((tx) => this.workIn(tx, asked, actor, (found, now) => work(tx, found, now)));
  }

  private async workIn(
    tx: EntityManager,
    { id, move, version, isSame }: Asked,
    actor: Actor,
    work: (found: Accessed, now: Date) => Promise<void>,
  ): Answer {
    const found = await accessAsOperator(tx, id, actor, 'change');
    const now = momentOf(found.ticket);
    const said: Said = { move, version, ...(isSame && { isSame: (passage) => isSame(tx, found, passage) }) };
    if (!(await wasDone(tx, found, said))) await work(found, now);
    return shapeOf(tx, found, now);
  }
}

/** Merges of a body come one after the other: of two into each other the second is refused, and neither waits for the other for ever. */
const oneAfterTheOther = (tx: EntityManager, { organizationId }: Actor): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`merges ${organizationId}`]);

/** What is asked and how it is solved stands among what both sides wrote. */
async function write(tx: EntityManager, found: Accessed, text: string, sentAt: Date): Promise<void> {
  const { mover } = found;
  const author = { fromSide: sideOf(mover), authorId: mover.id, authorName: mover.name };
  await tx.insert(Message, { ...ofSubject(found), id: newId(), kind: 'message', ...author, text, sentAt });
}

/** Whether this is what was written with a passage. */
const wrote =
  (text: string): Asked['isSame'] =>
  (tx, found, { at: sentAt }) =>
    tx.existsBy(Message, { ...ofSubject(found), authorId: found.mover.id, sentAt, text });

/** Not found is answered by what may be done all the same. */
const notFound = (error: unknown): null => {
  if (error instanceof Problem && error.problem === ticketNotFound) return null;
  throw error;
};

/** A ticket that an operator handed over herself by this command. @throws Problem `ticketNotFound` */
async function findRerouted(tx: EntityManager, { id, deskId }: { id: string; deskId: string }, actor: Actor, said: Said): Promise<Ticket> {
  const { id: officerId, organizationId } = await officerOf(tx, actor, 'desk');
  const ticket = await tx.findOneBy(Ticket, { id, organizationId });
  const isMade = ticket !== null && (await wasMadeBy(tx, subjectOf(ticket), officerId, said));
  // Where it is now is not where she handed it to, once that desk handed it on.
  if (ticket && isMade && (ticket.deskId === deskId || (await wasHandedOn(tx, subjectOf(ticket), said)))) return ticket;
  throw new Problem(ticketNotFound);
}

const wasHandedOn = async (tx: EntityManager, { kind: subjectKind, id: subjectId, organizationId }: Subject, { version }: Said) => {
  const where = { subjectKind, subjectId, organizationId };
  const passages = await tx.find(Passage, { where, order: { id: 'ASC' }, skip: version + 1, take: 100 });
  return passages.some(({ move }) => move === 'reroute');
};

const sameDesk: Text = { it: 'La richiesta è già di questo sportello', en: 'The ticket is of this desk already' };

/** @throws Problem `mergeRefused` for what is not open, not of the same author, or not seen by the operator */
async function mergeInto(tx: EntityManager, found: Accessed, intoNumber: string, actor: Actor, now: Date): Promise<void> {
  const { ticket, desk, mover } = found;
  const target = await tx.findOneBy(Ticket, { number: intoNumber, organizationId: ticket.organizationId });
  const other = target && target.id !== ticket.id ? await accessAsOperator(tx, target.id, actor, 'change').catch(notFound) : null;
  if (!other) throw new Problem(mergeRefused);
  const { ticket: into } = other;
  const isHers = into.applicantId === ticket.applicantId && into.profileId === ticket.profileId;
  if (!isHers || !(unsolved as readonly string[]).includes(into.status)) throw new Problem(mergeRefused);
  const { status } = ticket;
  await moveTicket(tx, ticket, { move: 'merge', mover, now, reason: into.number }, () => ticket.merge(into, status, desk, now));
  const joinedAt = momentOf(into);
  await moveTicket(tx, into, { move: 'join', mover, now: joinedAt, reason: ticket.number }, () => undefined);
  await announce(tx, 'merged', { ticket, at: now, quote: into.number });
  // Whoever takes it later finds it in the history.
  if (into.officerId) await announce(tx, 'joined', { ticket: into, at: joinedAt, by: mover.id, other: ticket.number });
}

/** Locked: the ticket at the end of all merges that begin with one. */
async function lastHolder(tx: EntityManager, id: string, organizationId: string): Promise<Ticket | null> {
  let holder: Ticket | null = null;
  let next: string | null = id;
  for (let step = 0; step <= MOST_MERGES && next; step += 1) {
    holder = await tx.findOne(Ticket, { where: { id: next, organizationId }, lock: { mode: 'pessimistic_write' } });
    next = holder?.mergedIntoId ?? null;
  }
  return holder;
}

/** What the other ticket has become meanwhile is no reason against it. */
async function unmerge(tx: EntityManager, found: Accessed, now: Date): Promise<void> {
  const { ticket, desk, mover, organizationId } = found;
  const where = { id: ticket.mergedIntoId ?? '', organizationId };
  const written = { subjectId: where.id, authorId: ticket.applicantId, sentAt: MoreThan(ticket.mergedAt ?? now) };
  const hasWritten = await tx.existsBy(Message, { ...written, subjectKind: found.kind, organizationId });
  await moveTicket(tx, ticket, { move: 'unmerge', mover, now }, () => ticket.unmerge(desk, hasWritten, now));
  await releaseGone(tx, found, now);
  const from = await lastHolder(tx, where.id, organizationId);
  if (from && (open as readonly string[]).includes(from.status)) {
    const at = momentOf(from);
    await moveTicket(tx, from, { move: 'part', mover, now: at, reason: ticket.number }, () => undefined);
    if (from.officerId) await announce(tx, 'parted', { ticket: from, at, by: mover.id, other: ticket.number });
  }
  await announce(tx, 'unmerged', { ticket, at: now, by: mover.id });
}
