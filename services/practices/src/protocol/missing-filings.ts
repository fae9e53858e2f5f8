import { Injectable } from '@nestjs/common';
import type { FilingKind } from '@sportello/contracts/practices/protocol';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource } from 'typeorm';
import { Practice } from '../practices/practice.entity.js';
import { Handover, procedureOf } from './handover.js';
import { moveToRegistered } from './register.js';

/** What a practice waits for that was never put in line; `move` for one that has its number and was not moved. */
type Missing = Extract<FilingKind, 'request' | 'acquisition'> | 'move';

/** Practices whose PDF is still being made are put in line when it is there. */
const missing = `
  select p.id, case when not registers then 'acquisition' when p.status = 'registered' then 'acquisition'
    when p.protocol_number is not null then 'move' else 'request' end kind
  from procedures r
  cross join lateral (select coalesce((r.settings ->> 'registers')::boolean, false) registers, r.settings ->> 'workflow' = 'forward' forwards) s
  join practices p on p.procedure_id = r.id and p.submitted_at is not null and p.receipt_issued_at is not null
    and (p.status = 'submitted' or (p.status = 'registered' and forwards))
  where (registers or forwards)
    and not exists (select 1 from filings f where f.practice_id = p.id and f.state <> 'done')
    and not (registers and p.status = 'submitted' and p.protocol_number is null
      and exists (select 1 from filings f where f.practice_id = p.id and f.kind = 'request'))
    and not exists (select 1 from filings f where f.practice_id = p.id and f.kind = 'acquisition')`;

/** Puts in line what a service that began to register, or to forward, while practices were open has left in their states, in the order of sending. */
@Injectable()
export class MissingFilings extends Jobs {
  constructor(
    private readonly db: DataSource,
    private readonly handover: Handover,
  ) {
    super('missing-filings', 1);
  }

  protected due(_now: Date, limit: number): Promise<Alarm[]> {
    return this.db.query(`select id from (${missing} order by p.submitted_at limit $1) it`, [limit]);
  }

  run(id: string, now: Date): Promise<void> {
    return this.db.transaction(async (tx) => {
      const practice = await tx.findOne(Practice, { where: { id }, lock: { mode: 'pessimistic_write' } });
      const [found]: { kind: Missing }[] = await tx.query(`${missing} and p.id = $1`, [id]);
      if (!practice || !found) return;
      if (found.kind !== 'move') return this.handover.add(tx, practice, found.kind, id);
      await moveToRegistered(tx, practice, await procedureOf(tx, practice), now);
      await tx.save(practice);
    });
  }
}
