import { Injectable } from '@nestjs/common';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource } from 'typeorm';
import { answerByNow } from '../practices/keep-move.js';
import { isAmong, Practice } from '../practices/practice.entity.js';
import { Procedure } from '../procedures/procedure.entity.js';
import { answerable } from '../terms/term.js';

/** Writes the last day for the answer where it is not known: what was sent before such days were kept. */
@Injectable()
export class MissingTerms extends Jobs {
  constructor(private readonly db: DataSource) {
    super('missing-terms', 1);
  }

  protected due(_now: Date, limit: number): Promise<Alarm[]> {
    return this.db.query(
      `select p.id from practices p join procedures r on r.id = p.procedure_id
       where p.submitted_at is not null and p.answer_by is null and ${isAmong(answerable, 'p.status')} and r.settings ->> 'workflow' <> 'forward'
       order by p.id limit $1`,
      [limit],
    );
  }

  /** Nobody's version grows: what was shown to whoever is about to decide is as it was. */
  async run(id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const practice = await tx.findOneOrFail(Practice, { where: { id }, lock: { mode: 'pessimistic_write' } });
      const { organizationId, procedureId } = practice;
      const procedure = await tx.findOneByOrFail(Procedure, { id: procedureId, organizationId });
      await tx.update(Practice, { id, organizationId }, { answerBy: await answerByNow(tx, practice, procedure) });
    });
  }
}
