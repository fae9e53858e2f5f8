import { Logger } from '@nestjs/common';
import { afterCommit } from '@sportello/messaging/after-commit';
import { currentContext } from '@sportello/messaging/context';
import type { PeakLoad } from '@sportello/messaging/peak-load';
import { inSpan } from '@sportello/messaging/spans';
import { type JobsOptions, Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { EntityManager } from 'typeorm';
import { Repeated } from './repeated.js';

/** That a row is to be looked at. */
export interface Alarm {
  /** Of the row. */
  id: string;
  /** For rows that are tried again: how often they have been. The alarm of the next try is not the one that just rang. */
  attempt?: number;
  /** At once, unless it is said. */
  at?: Date;
  /** Of what caused it: the request or event at hand, where a sweep does not say what the row keeps. */
  traceparent?: string;
}

/** How often lost alarms are looked for, in milliseconds, and how many are set again at a time: more than is worked off meanwhile. */
const SWEEP_MS = 60_000;
const SWEPT = 10_000;
/** Alarms set by one command. */
const BATCH = 1_000;
/** Alarms that wait for a Redis that is away; the sweep brings what is more. */
const MAX_WAITING = 100_000;
/** Alarms wait for the end of a peak at this process, but no longer than this. Milliseconds. */
const ALARMS_GIVE_WAY_MS = 5_000;
/** Jobs and sweeps wait for the end of a peak anywhere, but no longer than this after its beginning. Milliseconds. */
const JOBS_GIVE_WAY_MS = 300_000;

/** A job that keeps failing is let go of, or its name would keep out the alarm that the sweep sets as long as its row is due. */
const options: JobsOptions = {
  attempts: 4,
  backoff: { type: 'exponential', delay: 1_000, jitter: 0.2 },
  removeOnComplete: true,
  removeOnFail: true,
};
/** After a crash the jobs that were under way are taken up again within seconds: their rows say what is still to do. Milliseconds. */
const recovery = { lockDuration: 10_000, stalledInterval: 5_000 };

const logger = new Logger('Jobs');

/** What jobs are started with. */
interface Surroundings {
  connection: Redis;
  /** First part of the names of queues in Redis. */
  prefix: string;
  peakLoad: PeakLoad;
}

/**
 * Work of one kind that takes time, or is due at an hour. The rows say what is to be done; Redis only rings, and may forget or ring twice: what is
 * due and was not done is found by the sweep, and a job that was broken off begins again. A provider that extends it is started with its service.
 */
export abstract class Jobs {
  private waiting: Alarm[] = [];
  private isSetting = false;
  private queue?: Queue;
  private worker?: Worker;
  private peakLoad?: PeakLoad;
  private readonly stopping = new AbortController();
  private readonly sweeping = new Repeated(SWEEP_MS, `the sweep of ${this.constructor.name}`, () => this.sweep(new Date()));

  protected constructor(
    /** The queue's name. */
    readonly name: string,
    /** Jobs that one process does at the same time. */
    private readonly concurrency: number,
  ) {}

  /** The rows that are due and not done, the longest due first. */
  protected abstract due(now: Date, limit: number): Promise<Alarm[]>;

  /** Does what the row asks for, if it still does: called again, or twice at once, it does no harm. */
  abstract run(id: string, now: Date): Promise<void>;

  /** Sets alarms. Nobody waits for it. */
  later(alarms: readonly Alarm[]): void {
    const cause = currentContext();
    for (const alarm of alarms)
      if (this.waiting.length < MAX_WAITING) this.waiting.push(cause ? { traceparent: cause.traceparent, ...alarm } : alarm);
    if (this.waiting.length > 0 && !this.isSetting && this.queue) void this.setWaiting();
  }

  /** Sets an alarm once the caller's transaction is committed. */
  afterCommit(tx: EntityManager, alarm: Alarm): void {
    afterCommit(tx, () => this.later([alarm]));
  }

  /** Sets again the alarms of all that is due. One that still stands is left as it is. @returns how many rows are due */
  async sweep(now: Date): Promise<number> {
    await this.peakLoad?.passedAnywhere(JOBS_GIVE_WAY_MS, this.stopping.signal);
    const due = await this.due(now, SWEPT);
    for (let at = 0; at < due.length; at += BATCH) await this.set(due.slice(at, at + BATCH));
    return due.length;
  }

  /** How many jobs there are, by what becomes of them. */
  async counts(): Promise<Record<string, number>> {
    return this.alarms.getJobCounts('waiting', 'active', 'delayed', 'failed');
  }

  /** The alarms as they are kept. */
  get alarms(): Queue {
    if (!this.queue) throw new Error(`${this.name} was not started`);
    return this.queue;
  }

  start({ connection, prefix, peakLoad }: Surroundings): void {
    this.peakLoad = peakLoad;
    this.queue = new Queue(this.name, { connection, prefix, defaultJobOptions: options });
    this.worker = new Worker<{ id: string; traceparent?: string }>(
      this.name,
      async ({ data }) => {
        await peakLoad.passedAnywhere(JOBS_GIVE_WAY_MS, this.stopping.signal);
        await inSpan({ kind: 'consumer', name: `job ${this.name}`, cause: data.traceparent }, () => this.run(data.id, new Date()));
      },
      { connection, prefix, concurrency: this.concurrency, ...recovery },
    );
    this.queue.on('error', (error) => logger.warn({ err: error, queue: this.name, msg: 'the queue is away' }));
    this.watch(this.worker);
    this.sweeping.start();
    this.later([]);
  }

  /** Ends when the jobs under way have. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all([this.sweeping.stop(), this.worker?.close()]);
    await this.queue?.close();
  }

  private async setWaiting(): Promise<void> {
    this.isSetting = true;
    try {
      await this.peakLoad?.passedHere(ALARMS_GIVE_WAY_MS, this.stopping.signal);
      while (this.waiting.length > 0) await this.set(this.waiting.splice(0, BATCH));
    } catch (error) {
      logger.warn({ err: error, queue: this.name, msg: 'alarms wait for the sweep' });
    }
    this.isSetting = false;
  }

  private async set(alarms: readonly Alarm[]): Promise<void> {
    await this.alarms.addBulk(
      alarms.map(({ id, attempt, at, traceparent }) => ({
        name: this.name,
        data: { id, traceparent },
        opts: {
          jobId: attempt === undefined ? id : `${id}-${attempt}`,
          ...(at && { delay: Math.max(0, at.getTime() - Date.now()) }),
        },
      })),
    );
  }

  /** Whatever a worker does, its failures are in the log: the row that is still due says nothing of why. */
  private watch(worker: Worker): void {
    const queue = this.name;
    let failures = 0;
    worker.on('error', (error) => logger.warn({ err: error, queue, msg: 'the queue is away' }));
    worker.on('stalled', (job) => logger.warn({ queue, job, msg: 'a job was broken off and begins again' }));
    worker.on('failed', (job, error) => {
      const tries = job?.attemptsMade ?? 0;
      failures += 1;
      const isLast = tries >= (job?.opts.attempts ?? 1);
      logger[isLast ? 'error' : 'warn']({ err: error, queue, job: job?.id, tries, isLast, failures, msg: 'a job failed' });
    });
  }
}
