import { Injectable } from '@nestjs/common';
import { longWork } from '@sportello/messaging/long-work';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource, type EntityManager } from 'typeorm';
import { setCutoffs } from '../absences/cutoffs.js';
import { chargeDays } from '../accounts/charging.js';
import { lockImports } from '../imports/lock.js';
import { Reckoning } from './reckoning.entity.js';

/** For the calendar of a year, and for what a price brings that came in the middle of it. Milliseconds. */
const RECKONING_MS = 120_000;

/** Works out what follows from imports and counts: no request waits for a year of days. */
@Injectable()
export class Reckonings extends Jobs {
  constructor(private readonly db: DataSource) {
    super('reckonings', 2);
  }

  protected due(_now: Date, limit: number): Promise<Alarm[]> {
    return this.db.query(
      `select organization_id as id, round(extract(epoch from asked_at) * 1000)::float8 as attempt from reckonings order by asked_at limit $1`,
      [limit],
    );
  }

  /** With what the caller's transaction changes. The row is locked until it ends: it is asked for last. */
  async ask(tx: EntityManager, organizationId: string): Promise<void> {
    const [asked]: { askedAt: Date }[] = await tx.query(
      `insert into reckonings (organization_id, asked_at) values ($1, $2)
       on conflict (organization_id) do update set asked_at = greatest(excluded.asked_at, reckonings.asked_at + interval '1 millisecond')
       returning asked_at as "askedAt"`,
      [organizationId, new Date()],
    );
    if (asked) this.afterCommit(tx, { id: organizationId, attempt: asked.askedAt.getTime() });
  }

  /** All of it in one transaction: what is broken off begins again. */
  async run(organizationId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await longWork(tx, RECKONING_MS);
      await lockImports(tx, organizationId);
      const asked = await tx.findOneBy(Reckoning, { organizationId });
      if (!asked) return;
      await setCutoffs(tx, organizationId);
      await chargeDays(tx, organizationId);
      await tx.delete(Reckoning, { organizationId, askedAt: asked.askedAt });
    });
  }
}
