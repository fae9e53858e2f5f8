import { Controller } from '@nestjs/common';
import type { Input, Output } from '@sportello/contracts/contract';
import { newId } from '@sportello/contracts/id';
import { bulkJobNotFound, getBulk, listBulk, retryBulk, startBulk } from '@sportello/contracts/practices/bulk';
import { idReused } from '@sportello/contracts/problems';
import { type Officer, officerOf } from '@sportello/directory/officers';
import { type Actor, asKept } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { Handles } from '@sportello/messaging/rpc';
import { canonicalJson } from '@sportello/service/canonical-json';
import { byInstant, descending } from '@sportello/service/paging';
import { DataSource, type EntityManager, In, IsNull, Not } from 'typeorm';
import { Practice } from '../practices/practice.entity.js';
import { BulkItem, BulkJob } from './bulk.entity.js';
import { BulkJobs } from './bulk-jobs.js';

type Shape = Output<typeof getBulk>;

const newestFirst = descending<BulkJob>([byInstant('j.startedAt', ({ startedAt }) => startedAt)], 'j.id');

/** The same act on many practices, with one result each (PRA-79). */
@Controller()
export class BulkService {
  constructor(
    private readonly db: DataSource,
    private readonly jobs: BulkJobs,
  ) {}

  @Handles(startBulk)
  start({ jobId: id, act, practices }: Input<typeof startBulk>, actor: Actor): Promise<Shape> {
    return this.db.transaction(async (tx) => {
      const officer = await officerOf(tx, actor, 'procedure');
      const { id: officerId, organizationId } = officer;
      const job = tx.create(BulkJob, { id, organizationId, officerId, act, actor: asKept(actor), startedAt: new Date(), finishedAt: null });
      const { raw } = await tx.createQueryBuilder().insert().into(BulkJob).values(job).orIgnore().returning('id').execute();
      if (raw.length === 0) return known(tx, id, officer, { act, practices });
      const numbers = await numbersOf(
        tx,
        officer,
        practices.map((one) => one.id),
      );
      const chosen = [...new Map(practices.map((one) => [one.id, one])).values()];
      const items = chosen.map(({ id: practiceId, version }, place) =>
        tx.create(BulkItem, {
          id: newId(),
          organizationId,
          jobId: id,
          place,
          practiceId,
          number: numbers.get(practiceId) ?? null,
          version,
          result: 'waiting',
          reason: null,
        }),
      );
      await tx.insert(BulkItem, items);
      this.jobs.afterCommit(tx, { id });
      return shapeOf(tx, job);
    });
  }

  @Handles(getBulk)
  async get({ jobId }: Input<typeof getBulk>, actor: Actor): Promise<Shape> {
    const { manager } = this.db;
    return shapeOf(manager, await accessJob(manager, jobId, await officerOf(manager, actor, 'procedure')));
  }

  @Handles(listBulk)
  async list(input: Input<typeof listBulk>, actor: Actor): Promise<Output<typeof listBulk>> {
    const { id: officerId, organizationId } = await officerOf(this.db.manager, actor, 'procedure');
    const query = this.db
      .createQueryBuilder(BulkJob, 'j')
      .where('j.officerId = :officerId and j.organizationId = :organizationId', { officerId, organizationId });
    const { items, next } = await newestFirst.pageOf(query, input);
    const counts = await countsOf(
      this.db.manager,
      items.map(({ id }) => id),
    );
    return { items: items.map((job) => ({ ...job, ...(counts.get(job.id) ?? none) })), next };
  }

  @Handles(retryBulk)
  retry({ jobId }: Input<typeof retryBulk>, actor: Actor): Promise<Shape> {
    return this.db.transaction(async (tx) => {
      const job = await accessJob(tx, jobId, await officerOf(tx, actor, 'procedure'), true);
      // What was not tried yet stays as the officer saw it.
      const [, again]: [unknown, number] = await tx.query(
        `update bulk_items i set result = 'waiting', reason = null, version = p.version from practices p
         where i.job_id = $1 and i.result = 'failed' and p.id = i.practice_id and p.organization_id = i.organization_id`,
        [jobId],
      );
      if (again === 0) return shapeOf(tx, job);
      await tx.update(BulkJob, { id: jobId }, { finishedAt: null, actor: asKept(actor) });
      this.jobs.afterCommit(tx, { id: jobId, attempt: Date.now() });
      return shapeOf(tx, { ...job, finishedAt: null });
    });
  }
}

/** @throws Problem `idReused` for a job of somebody else, another act, or other practices */
async function known(
  tx: EntityManager,
  id: string,
  { id: officerId, organizationId }: Officer,
  { act, practices }: Pick<Input<typeof startBulk>, 'act' | 'practices'>,
): Promise<Shape> {
  const job = await tx.findOneBy(BulkJob, { id, officerId, organizationId });
  const items = await tx.find(BulkItem, { select: { practiceId: true }, where: { jobId: id } });
  const asked = new Set(practices.map((one) => one.id));
  const isSame = items.length === asked.size && items.every(({ practiceId }) => asked.has(practiceId));
  if (!job || !isSame || canonicalJson(job.act) !== canonicalJson(act)) throw new Problem(idReused);
  return shapeOf(tx, job);
}

async function accessJob(tx: EntityManager, id: string, { id: officerId, organizationId }: Officer, toChange = false): Promise<BulkJob> {
  const lock = toChange ? { lock: { mode: 'pessimistic_write' as const } } : {};
  const job = await tx.findOne(BulkJob, { where: { id, officerId, organizationId }, ...lock });
  if (!job) throw new Problem(bulkJobNotFound);
  return job;
}

/** Of those that she may work; the others are refused one by one. */
async function numbersOf(tx: EntityManager, { organizationId, subjectIds }: Officer, ids: string[]): Promise<Map<string, string>> {
  const found = await tx.find(Practice, {
    select: { id: true, number: true },
    where: { id: In(ids), organizationId, submittedAt: Not(IsNull()), ...(subjectIds && { procedureId: In(subjectIds) }) },
  });
  return new Map(found.map(({ id, number }) => [id, number]));
}

async function shapeOf(tx: EntityManager, job: BulkJob): Promise<Shape> {
  const items = await tx.find(BulkItem, { where: { jobId: job.id }, order: { place: 'ASC' } });
  return { ...job, ...((await countsOf(tx, [job.id])).get(job.id) ?? none), items };
}

type Counts = Pick<Shape, 'total' | 'done' | 'skipped' | 'failed'>;
const none: Counts = { total: 0, done: 0, skipped: 0, failed: 0 };

/** What came of the practices of each job, in numbers. */
async function countsOf(tx: EntityManager, jobIds: string[]): Promise<Map<string, Counts>> {
  const count = (result: BulkItem['result']) => `(count(*) filter (where result = '${result}'))::int "${result}"`;
  const rows: (Counts & { id: string })[] = await tx.query(
    `select job_id id, count(*)::int total, ${count('done')}, ${count('skipped')}, ${count('failed')} from bulk_items where job_id = any($1) group by 1`,
    [jobIds],
  );
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}
