import { Injectable } from '@nestjs/common';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendars/calendar.entity.js';
import { Appointment, REMINDED_AHEAD_MS } from './appointment.entity.js';
import { Reading } from './reading.js';

const AT_ONCE = 4;

/** Reminds people of their appointments, the day before. Who booked or moved one within that day knows. */
@Injectable()
export class Reminders extends Jobs {
  constructor(
    private readonly db: DataSource,
    private readonly reading: Reading,
  ) {
    super('reminders', AT_ONCE);
  }

  protected due(now: Date, limit: number): Promise<Alarm[]> {
    return this.db
      .createQueryBuilder(Appointment, 'appointment')
      .select('appointment.id', 'id')
      .where("status = 'confirmed' and reminded_at is null and starts_at > :now and starts_at <= :until", {
        now,
        until: new Date(now.getTime() + REMINDED_AHEAD_MS),
      })
      .orderBy('starts_at')
      .limit(limit)
      .getRawMany();
  }

  async run(id: string, now: Date): Promise<void> {
    await this.db.transaction(async (tx) => {
      const appointment = await tx.findOne(Appointment, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (appointment?.status !== 'confirmed' || appointment.remindedAt || appointment.startsAt <= now) return;
      const calendar = await tx.findOneBy(Calendar, { id: appointment.calendarId });
      if (!calendar) return;
      appointment.remindedAt = now;
      await this.reading.write(tx, appointment, { what: 'reminder', calendar, at: now, by: null });
    });
  }
}
