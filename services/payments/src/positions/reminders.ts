import { Injectable } from '@nestjs/common';
import { addDays, romeDate, romeDateTime } from '@sportello/italy/rome-time';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource } from 'typeorm';
import { announceDue } from '../settlement/announcements.js';
import { Instalment } from './instalment.entity.js';
import { Position } from './position.entity.js';
import { chosenOf } from './reading.js';

/** People are written to in the morning. Hour of Italy. */
const HOUR = '09:00';

/** The last day on which reminders are due already. */
const dayReached = (now: Date): string => (romeDateTime(now).time >= HOUR ? romeDate(now) : addDays(romeDate(now), -1));

/** Reminds of what is due soon, once, and never of what was paid (PAY-44). */
@Injectable()
export class Reminders extends Jobs {
  constructor(private readonly db: DataSource) {
    super('reminders', 2);
  }

  protected due(now: Date, limit: number): Promise<Alarm[]> {
    return this.db.query('select id from instalments where remind_on <= $1 order by remind_on limit $2', [dayReached(now), limit]);
  }

  async run(id: string, now: Date): Promise<void> {
    await this.db.transaction(async (tx) => {
      const found = await tx.findOneBy(Instalment, { id });
      if (!found?.remindOn || found.remindOn > dayReached(now)) return;
      const position = await tx.findOneOrFail(Position, { where: { id: found.positionId }, lock: { mode: 'pessimistic_write' } });
      const all = await tx.find(Instalment, { where: { positionId: position.id }, order: { number: 'ASC', id: 'ASC' } });
      const instalment = all.find((it) => it.id === id);
      if (!instalment?.remindOn) return;
      const { dueOn } = instalment;
      // Whoever left to pay is reminded when nothing has come of it.
      if (instalment.isUnderWayAt(now)) return;
      await tx.update(Instalment, { id }, { remindOn: null });
      // Who paid in another way is not reminded.
      const isWaitedFor = instalment.payabilityAt(now) === 'payable' && position.settledAt === null;
      if (!isWaitedFor || dueOn === null || dueOn < romeDate(now) || !chosenOf(all, now).includes(instalment)) return;
      await announceDue(tx, position, { instalmentId: id, day: dueOn, amountCents: instalment.amountAt(now) }, now);
    });
  }
}
