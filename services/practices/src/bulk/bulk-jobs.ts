import { Injectable, Logger } from '@nestjs/common';
import type { Text } from '@sportello/contracts/contract';
import { announced } from '@sportello/contracts/notifications/announcements';
import { moveRefused } from '@sportello/contracts/practices/states';
import { unexpected } from '@sportello/contracts/problems';
import { namesOf } from '@sportello/directory/copies';
import { publish } from '@sportello/messaging/events';
import { Problem } from '@sportello/messaging/problem';
import { stableId } from '@sportello/messaging/stable-id';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource, IsNull, LessThanOrEqual } from 'typeorm';
import { BulkItem, BulkJob } from './bulk.entity.js';
import { BulkActs } from './bulk-acts.js';

const logger = new Logger('BulkJobs');

/** How long a job that has ended is listed, in milliseconds. */
const KEPT_MS = 90 * 86_400_000;
const keptSince = (now: Date) => new Date(now.getTime() - KEPT_MS);

/**
 * Works off the practices of a job, one transaction each. Broken off, it goes on with those that wait: the one under way may have been done, and
 * doing it again answers the same.
 */
@Injectable()
export class BulkJobs extends Jobs {
  constructor(
    private readonly db: DataSource,
    private readonly acts: BulkActs,
  ) {
    super('bulk', 2);
  }

  protected due(now: Date, limit: number): Promise<Alarm[]> {
    return this.db.query(
      `(select id from bulk_jobs where finished_at is null order by started_at limit $2)
       union all (select id from bulk_jobs where finished_at <= $1 order by finished_at limit $2) limit $2`,
      [keptSince(now), limit],
    );
  }

  async run(id: string, now: Date): Promise<void> {
    const { manager } = this.db;
    await this.forget(id, now);
    const job = await manager.findOneBy(BulkJob, { id, finishedAt: IsNull() });
    if (!job) return;
    const next = () => manager.findOne(BulkItem, { where: { jobId: id, result: 'waiting' }, order: { place: 'ASC' } });
    for (let item = await next(); item; item = await next()) {
      await manager.update(BulkItem, { id: item.id, result: 'waiting' }, await this.resultOf(job, item));
    }
    await this.finish(job);
  }

  /** What ended long ago: what was done stands in the history of each practice. */
  private forget(id: string, now: Date): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { affected } = await tx.delete(BulkJob, { id, finishedAt: LessThanOrEqual(keptSince(now)) });
      if (affected) await tx.delete(BulkItem, { jobId: id });
    });
  }

  private async resultOf({ act, actor }: BulkJob, item: BulkItem): Promise<Pick<BulkItem, 'result' | 'reason'>> {
    try {
      await this.acts.do(act, item, actor);
      return { result: 'done', reason: null };
    } catch (error) {
      if (!(error instanceof Problem)) {
        logger.error({ err: error, job: item.jobId, practice: item.practiceId, msg: 'a practice of a bulk job failed' });
        return { result: 'failed', reason: unexpected.title };
      }
      // Another state is no mistake of anybody: somebody was there before.
      return { result: error.problem === moveRefused ? 'skipped' : 'failed', reason: error.detail ?? error.problem.title };
    }
  }

  /** Tells the officer, once. */
  private async finish({ id, organizationId, officerId }: BulkJob): Promise<void> {
    await this.db.transaction(async (tx) => {
      const job = await tx.findOne(BulkJob, { where: { id, finishedAt: IsNull() }, lock: { mode: 'pessimistic_write' } });
      if (!job || (await tx.existsBy(BulkItem, { jobId: id, result: 'waiting' }))) return;
      const at = new Date();
      await tx.update(BulkJob, { id }, { finishedAt: at });
      const total = await tx.countBy(BulkItem, { jobId: id });
      const done = await tx.countBy(BulkItem, { jobId: id, result: 'done' });
      await publish(tx, announced, {
        id: stableId(at, 'bulk', id),
        at,
        organizationId,
        sender: (await namesOf(tx, [organizationId])).get(organizationId) ?? 'Sportello',
        subject: { kind: 'bulk-jobs', id },
        topic: 'practices.bulk',
        messages: [
          {
            audience: [{ kind: 'person', personId: officerId }],
            by: ['notice'],
            place: 'console',
            path: `/console/operazioni/${id}`,
            title: titleOf(done, total),
            body: {
              it: 'Per ogni pratica è indicato che cosa è stato fatto, e il motivo dove non è stato possibile.',
              en: 'For each practice the page says what was done, and why where it was not possible.',
            },
            action: { it: 'Vedi i risultati', en: 'See the results' },
          },
        ],
        documents: [],
      });
    });
  }
}

const titleOf = (done: number, total: number): Text => ({
  it: `Operazione multipla conclusa: ${done} di ${total} pratiche`,
  en: `Bulk action finished: ${done} of ${total} practices`,
});
