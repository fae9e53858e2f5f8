import { Injectable } from '@nestjs/common';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource, LessThanOrEqual } from 'typeorm';
import { Calendar } from '../calendars/calendar.entity.js';
import { Appointment } from './appointment.entity.js';
import { Reading } from './reading.js';

const AT_ONCE = 4;

/** Ends requests that nobody decided before their hour came, and tells whoever sent them and the office. */
@Injectable()
export class Requests extends Jobs {
  constructor(
    private readonly db: DataSource,
    private readonly reading: Reading,
  ) {
    super('requests', AT_ONCE);
  }

  protected due(now: Date, limit: number): Promise<Alarm[]> {
    return this.db.manager.find(Appointment, {
      select: { id: true },
      where: { status: 'awaiting_approval', startsAt: LessThanOrEqual(now) },
      order: { startsAt: 'ASC' },
      take: limit,
    });
  }

  async run(id: string, now: Date): Promise<void> {
    await this.db.transaction(async (tx) => {
      const request = await tx.findOne(Appointment, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (request?.status !== 'awaiting_approval' || request.startsAt > now) return;
      const calendar = await tx.findOneBy(Calendar, { id: request.calendarId });
      if (!calendar) return;
      Object.assign(request, { status: 'expired', changedAt: now, sequence: request.sequence + 1 });
      await this.reading.write(tx, request, { what: 'undecided', calendar, at: now, by: null });
    });
  }
}
