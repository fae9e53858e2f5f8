import { Injectable } from '@nestjs/common';
import { DirectoryCopies, type Rights } from '@sportello/directory/copies';
import { mayWork } from '@sportello/directory/officers';
import { type EntityManager, In, MoreThan } from 'typeorm';
import { announce } from '../tickets/news.js';
import { Ticket } from '../tickets/ticket.entity.js';
import { release } from '../tickets/writing.js';

/** Tickets that are looked at together. */
const BATCH = 200;
const first = '00000000-0000-0000-0000-000000000000';

/**
 * Keeps the copies of officers and bodies. Open tickets of whoever may no longer work them have nobody in charge any more, and their desk is told.
 * What has ended keeps who ended it: it is looked at when it is opened again (`releaseGone`).
 */
@Injectable()
export class OfficerCopies extends DirectoryCopies {
  protected async follow(rights: Rights, tx: EntityManager): Promise<void> {
    const now = new Date();
    const { officerId } = rights;
    const status = In(['in_progress', 'awaiting_user', 'resolved']);
    for (let last = first, isMore = true; isMore; ) {
      const tickets = await tx.find(Ticket, {
        where: { officerId, status, id: MoreThan(last) },
        order: { id: 'ASC' },
        take: BATCH,
        lock: { mode: 'pessimistic_write' },
      });
      for (const ticket of tickets) {
        if (mayWork(rights, ticket.organizationId, { kind: 'desk', id: ticket.deskId })) continue;
        await release(tx, ticket, now);
        // What is solved waits for whoever asked, and nobody has to take it.
        if (ticket.status !== 'resolved') await announce(tx, 'released', { ticket, at: now });
      }
      isMore = tickets.length === BATCH;
      last = tickets.at(-1)?.id ?? last;
    }
  }

  protected followName(): Promise<void> {
    return Promise.resolve();
  }
}
