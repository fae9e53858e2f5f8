import { Injectable } from '@nestjs/common';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { Brackets, DataSource, type SelectQueryBuilder } from 'typeorm';
import { Arrival } from '../arrivals/arrival.entity.js';
import { Appointment } from './appointment.entity.js';

const AT_ONCE = 4;
const DAY_MS = 24 * 3_600_000;
/** So long what was held and never booked is kept: its page may still be open. */
const LEFT_DAYS = 2;
/** So long appointments that are over are kept, with who had them. */
const OVER_DAYS = 365;

/** Deletes what nobody needs any longer: drafts that came to nothing, and a year later appointments with the data of who had them. */
@Injectable()
export class Past extends Jobs {
  constructor(private readonly db: DataSource) {
    super('past', AT_ONCE);
  }

  protected due(now: Date, limit: number): Promise<Alarm[]> {
    return this.over(now).select('appointment.id', 'id').limit(limit).getRawMany();
  }

  async run(id: string, now: Date): Promise<void> {
    await this.db.transaction(async (tx) => {
      const isOver = await this.over(now, tx.createQueryBuilder(Appointment, 'appointment'))
        .andWhere({ id })
        .setLock('pessimistic_write')
        .getOne();
      if (!isOver) return;
      await tx.delete(Arrival, { appointmentId: id });
      await tx.delete(Appointment, { id });
    });
  }

  private over(now: Date, query = this.db.createQueryBuilder(Appointment, 'appointment')): SelectQueryBuilder<Appointment> {
    return query.where(
      new Brackets((either) =>
        either
          .where("applicant is null and status in ('expired', 'cancelled') and changed_at < :left", {
            left: new Date(now.getTime() - LEFT_DAYS * DAY_MS),
          })
          .orWhere('ends_at < :over', { over: new Date(now.getTime() - OVER_DAYS * DAY_MS) }),
      ),
    );
  }
}
