import { Injectable } from '@nestjs/common';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource } from 'typeorm';
import { Desk } from '../desks/desk.entity.js';
import { announce } from '../tickets/news.js';
import { IS_OPEN, Ticket } from '../tickets/ticket.entity.js';
import { isOpenAt } from './office-time.js';

const AT_ONCE = 4;

/** Tells a desk once of each ticket whose term is over, and only while it is open: nobody is written to at night (TIC-41). */
@Injectable()
export class Escalations extends Jobs {
  constructor(private readonly db: DataSource) {
    super('escalations', AT_ONCE);
  }

  protected due(now: Date, limit: number): Promise<Alarm[]> {
    return this.db.query(`select id from tickets where escalated_at is null and queue_at <= $1 and ${IS_OPEN} order by queue_at limit $2`, [
      now,
      limit,
    ]);
  }

  async run(id: string, now: Date): Promise<void> {
    await this.db.transaction(async (tx) => {
      const ticket = await tx.findOne(Ticket, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!ticket || ticket.escalatedAt || ticket.queueAt > now) return;
      const desk = await tx.findOneByOrFail(Desk, { id: ticket.deskId });
      // Closed it is told when it opens: the sweep looks again.
      if (!isOpenAt(desk, now)) return;
      ticket.escalatedAt = now;
      await tx.save(ticket);
      await announce(tx, 'late', { ticket, at: now, key: `${now.getTime()}` });
    });
  }
}
