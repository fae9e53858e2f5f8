import { Injectable } from '@nestjs/common';
import { DirectoryCopies, type Rights } from '@sportello/directory/copies';
import { mayWork } from '@sportello/directory/officers';
import { type EntityManager, In } from 'typeorm';
import { Ticket } from '../tickets/ticket.entity.js';
import { moveTicket } from '../tickets/writing.js';

/** Keeps the copies of officers and bodies. Tickets of whoever may no longer work them have nobody in charge any more. */
@Injectable()
export class OfficerCopies extends DirectoryCopies {
  protected async follow(rights: Rights, tx: EntityManager): Promise<void> {
    const tickets = await tx.find(Ticket, {
      where: { officerId: rights.officerId, status: In(['in_progress', 'awaiting_user', 'resolved']) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const now = new Date();
    for (const ticket of tickets)
      if (!mayWork(rights, ticket.organizationId, { kind: 'desk', id: ticket.deskId }))
        await moveTicket(tx, ticket, { move: 'release', mover: { side: 'system' }, now }, () => ticket.release());
  }

  protected followName(): Promise<void> {
    return Promise.resolve();
  }
}
