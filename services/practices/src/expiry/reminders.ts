import { Injectable } from '@nestjs/common';
import type { PracticeStatus } from '@sportello/contracts/practices/states';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource, type EntityManager } from 'typeorm';
import { announce } from '../practices/announcements.js';
import { isAmong, Practice } from '../practices/practice.entity.js';
import { Procedure } from '../procedures/procedure.entity.js';
import { Reminder } from './reminder.entity.js';

type Cause = Reminder['cause'];

interface Stall {
  cause: Cause;
  /** States in which it is the applicant's turn. */
  statuses: readonly PracticeStatus[];
  /** Setting of the service: after how many days. */
  days: 'remindDraftDays' | 'remindPaymentDays' | 'remindAnswerDays';
  /** From when the days count: a draft that is saved again is not forgotten. */
  from: 'saved_at' | 'changed_at';
  /** What else must hold, of the practice `p` and its service `r`. */
  if?: string;
}

const stalls: readonly Stall[] = [
  {
    cause: 'draft',
    statuses: ['draft', 'ready'],
    days: 'remindDraftDays',
    from: 'saved_at',
    // Of what could not be sent nobody is reminded.
    if: `r.status = 'published' and case when p.status = 'ready' and r.sending_opens_at is not null
      then r.sending_opens_at <= $1 and r.sending_closes_at > $1
      else (r.opens_at is null or r.opens_at <= $1) and (r.closes_at is null or r.closes_at > $1) end`,
  },
  { cause: 'payment', statuses: ['awaiting_payment'], days: 'remindPaymentDays', from: 'changed_at' },
  { cause: 'answer', statuses: ['awaiting_amendment'], days: 'remindAnswerDays', from: 'changed_at' },
];

/** Practices that have stood still for as long as their service says, and of which nobody was reminded since they do. `$1` is now. */
const stalled = ({ cause, statuses, days, from, if: condition = 'true' }: Stall) =>
  `select p.id, '${cause}' cause, p.${from} at from procedures r join practices p on p.procedure_id = r.id
   where r.settings ? '${days}' and ${isAmong(statuses, 'p.status')} and ${condition}
     and p.${from} <= $1::timestamptz - make_interval(days => (r.settings ->> '${days}')::int)
     and not exists (select from reminders m where m.practice_id = p.id and m.cause = '${cause}' and m.since = p.changed_at)`;

/** Reminds whose turn it is of what stands still (PRA-93): by the setting of the service, once for each cause, and never after the outcome. */
@Injectable()
export class Reminders extends Jobs {
  constructor(private readonly db: DataSource) {
    super('reminders', 1);
  }

  protected due(now: Date, limit: number): Promise<Alarm[]> {
    return this.db.query(`select id from (${stalls.map(stalled).join(' union all ')}) s order by at, id limit $2`, [now, limit]);
  }

  /** The row is locked and looked at again: what was sent, paid or answered meanwhile needs no reminder. */
  async run(id: string, now: Date): Promise<void> {
    await this.db.transaction(async (tx) => {
      const practice = await tx.findOne(Practice, { where: { id }, lock: { mode: 'pessimistic_write' } });
      const cause = practice && (await this.causeNow(tx, practice, now));
      if (!practice || !cause) return;
      const { organizationId, procedureId, changedAt: since } = practice;
      await tx.insert(Reminder, { practiceId: id, cause, since, organizationId, remindedAt: now });
      const procedure = await tx.findOneByOrFail(Procedure, { id: procedureId, organizationId });
      // An address that the form gives has had no news yet of what was not sent.
      const of = cause === 'draft' ? Object.assign(practice, { confirmationMail: null }) : practice;
      await announce(tx, `remind-${cause}`, { practice: of, procedure, at: now });
    });
  }

  private async causeNow(tx: EntityManager, { id, status }: Practice, now: Date): Promise<Cause | null> {
    const stall = stalls.find(({ statuses }) => statuses.includes(status));
    const rows: unknown[] = stall ? await tx.query(`select from (${stalled(stall)}) s where id = $2`, [now, id]) : [];
    return stall && rows.length > 0 ? stall.cause : null;
  }
}
