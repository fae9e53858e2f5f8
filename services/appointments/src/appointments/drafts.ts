import { Injectable } from '@nestjs/common';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource, LessThanOrEqual } from 'typeorm';
import { Appointment } from './appointment.entity.js';
import { Reading } from './reading.js';

const AT_ONCE = 4;

/**
 * Clears away drafts whose minutes are over, and tells open pages. Their places are free already: whoever wants one does not wait for this.
 */
@Injectable()
export class Drafts extends Jobs {
  constructor(
    private readonly db: DataSource,
    private readonly reading: Reading,
  ) {
    super('drafts', AT_ONCE);
  }

  protected due(now: Date, limit: number): Promise<Alarm[]> {
    return this.db.manager.find(Appointment, {
      select: { id: true },
      where: { status: 'draft', heldUntil: LessThanOrEqual(now) },
      order: { heldUntil: 'ASC' },
      take: limit,
    });
  }

  async run(id: string, now: Date): Promise<void> {
    await this.db.transaction(async (tx) => {
      const draft = await tx.findOne(Appointment, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (draft?.status !== 'draft' || draft.statusAt(now) !== 'expired') return;
      Object.assign(draft, { status: 'expired', sender: null, changedAt: now });
      await this.reading.write(tx, draft);
    });
  }
}
