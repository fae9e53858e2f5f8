import { Injectable } from '@nestjs/common';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource } from 'typeorm';
import { Desk } from '../desks/desk.entity.js';
import { announce } from '../tickets/news.js';
import { Ticket } from '../tickets/ticket.entity.js';
import { isOpenAt } from './office-time.js';

const AT_ONCE = 4;

/** Tells a desk once of each term that is over, and only while it is open: nobody is written to at night (TIC-41). */
@Injectable()
export class Escalations extends Jobs {
  constructor(private readonly db: DataSource) {
    super('escalations', AT_ONCE);
  }

  protected due(now: Date, limit: number): Promise<Alarm[]> {
    return this.db.query('select id from tickets where escalate_at <= $1 order by escalate_at limit $2', [now, limit]);
  }

  async run(id: string, now: Date): Promise<void> {
    await this.db.transaction(async (tx) => {
      const ticket = await tx.findOne(Ticket, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!ticket?.escalateAt || ticket.escalateAt > now) return;
      const desk = await tx.findOneByOrFail(Desk, { id: ticket.deskId, organizationId: ticket.organizationId });
      const isTold = isOpenAt(desk, now);
      // It was not looked at while the desk was open: it is told when it opens again.
      if (isTold) ticket.escalate(desk, now);
      else ticket.planEscalation(desk, now);
      await tx.save(ticket);
      if (isTold) await announce(tx, 'late', { ticket, at: now, key: `${now.getTime()}` });
    });
  }
}
