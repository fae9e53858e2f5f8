import { Injectable } from '@nestjs/common';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource } from 'typeorm';
import { Desk } from '../desks/desk.entity.js';
import { announce } from '../tickets/news.js';
import { Ticket } from '../tickets/ticket.entity.js';
import { moveTicket } from '../tickets/writing.js';

const AT_ONCE = 4;
const system = { side: 'system' } as const;

/** What silence does: it closes what is solved, and ends the wait for an answer; one reminder comes before (TIC-43). */
@Injectable()
export class Silences extends Jobs {
  constructor(private readonly db: DataSource) {
    super('silences', AT_ONCE);
  }

  protected due(now: Date, limit: number): Promise<Alarm[]> {
    return this.db.query(
      `select id from (
         select id, silence_at as at from tickets where silence_at <= $1
         union all select id, remind_at from tickets where remind_at <= $1
       ) t group by id order by min(at) limit $2`,
      [now, limit],
    );
  }

  async run(id: string, now: Date): Promise<void> {
    await this.db.transaction(async (tx) => {
      const ticket = await tx.findOne(Ticket, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!ticket?.silenceAt) return;
      // Nobody is silent who was not reminded: where nothing ran for some days, that comes first.
      const desk = await tx.findOneByOrFail(Desk, { id: ticket.deskId, organizationId: ticket.organizationId });
      if (ticket.silenceAt <= now && ticket.remindAt === null) {
        const isSolved = ticket.status === 'resolved';
        const move = isSolved ? 'close-after-silence' : 'solve-after-silence';
        await moveTicket(tx, ticket, { move, mover: system, now }, () => (isSolved ? ticket.close(desk, now) : ticket.giveUp(desk, now)));
        return announce(tx, isSolved ? 'closed-after-silence' : 'solved-after-silence', { ticket, at: now });
      }
      if (!ticket.remindAt || ticket.remindAt > now) return;
      ticket.remind(desk, now);
      await tx.save(ticket);
      await announce(tx, ticket.status === 'resolved' ? 'reminded-to-confirm' : 'reminded-to-answer', { ticket, at: now });
    });
  }
}
