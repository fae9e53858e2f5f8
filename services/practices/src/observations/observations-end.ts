import { Injectable } from '@nestjs/common';
import { observationsEnded } from '@sportello/contracts/practices/events';
import { romeDate } from '@sportello/italy/rome-time';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource } from 'typeorm';
import { announce } from '../practices/announcements.js';
import { publishFact } from '../practices/facts.js';
import { keepMove } from '../practices/keep-move.js';
import { Practice } from '../practices/practice.entity.js';
import { Procedure } from '../procedures/procedure.entity.js';
import { Observations } from './observations.entity.js';

/** When the days for observations are over, what nobody objected to goes back to the officer. */
@Injectable()
export class ObservationsEnd extends Jobs {
  constructor(private readonly db: DataSource) {
    super('observations-end', 1);
  }

  protected due(now: Date, limit: number): Promise<Alarm[]> {
    return this.db.query(
      "select id from observations where status = 'awaited' and answer_by < $1 order by answer_by, practice_id limit $2",
      [romeDate(now), limit],
    );
  }

  async run(id: string, now: Date): Promise<void> {
    await this.db.transaction(async (tx) => {
      const { practiceId, organizationId } = await tx.findOneByOrFail(Observations, { id });
      const practice = await tx.findOneOrFail(Practice, { where: { id: practiceId, organizationId }, lock: { mode: 'pessimistic_write' } });
      const observations = await tx.findOneByOrFail(Observations, { id });
      if (observations.status !== 'awaited' || romeDate(now) <= observations.answerBy) return;
      await tx.save(Object.assign(observations, { status: 'ended' }));
      if (practice.status !== 'awaiting_observations') return;
      const procedure = await tx.findOneByOrFail(Procedure, { id: practice.procedureId, organizationId });
      await keepMove(tx, practice, procedure, practice.move('end-observations', practice.version, procedure, { side: 'system' }, now));
      await publishFact(tx, observationsEnded, practice, now);
      await announce(tx, 'observations-ended', { practice, procedure, at: now });
    });
  }
}
