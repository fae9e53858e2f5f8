import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type JobsOptions, Queue } from 'bullmq';
import {
  DataSource,
  type EntityManager,
  type EntitySubscriberInterface,
  IsNull,
  LessThanOrEqual,
  type TransactionCommitEvent,
} from 'typeorm';
import { Announcement } from './announcements/announcement.entity.js';
import { Delivery } from './deliveries/delivery.entity.js';

export const ANNOUNCEMENTS = 'announcements';
export const DELIVERIES = 'deliveries';

const MINUTE_MS = 60_000;
/** Lost alarms that one sweep sets again: more than a worker does in a minute. */
const SWEPT = 10_000;
/** A job that keeps failing is let go of: the sweep sets it again as long as its row is due. */
const job: JobsOptions = { attempts: 5, backoff: { type: 'exponential', delay: 1_000 }, removeOnComplete: true, removeOnFail: true };

const DUE = 'announcements due';

/** Has the alarm of an announcement set as soon as the transaction that writes it is committed. */
export function ringAfterCommit({ queryRunner }: EntityManager, announcementId: string): void {
  if (!queryRunner) throw new Error('An announcement is written in a transaction');
  queryRunner.data[DUE] = [...announcementIds(queryRunner.data), announcementId];
}

const announcementIds = (data: Record<string, unknown>) => (data[DUE] ?? []) as string[];

/** The alarm clock. Rows say what is due; jobs only wake a worker, and what Redis forgets is set again within a minute. */
@Injectable()
export class Alarms implements EntitySubscriberInterface, OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Alarms.name);
  private sweeping?: NodeJS.Timeout;

  constructor(
    private readonly db: DataSource,
    @InjectQueue(ANNOUNCEMENTS) private readonly announcements: Queue,
    @InjectQueue(DELIVERIES) private readonly deliveries: Queue,
  ) {}

  onApplicationBootstrap(): void {
    this.db.subscribers.push(this);
    const sweep = () =>
      void this.sweep(new Date()).catch((error: unknown) => this.logger.warn({ err: error, msg: 'alarms were not swept' }));
    this.sweeping = setInterval(sweep, MINUTE_MS);
    sweep();
  }

  onApplicationShutdown(): void {
    clearInterval(this.sweeping);
  }

  /** Not awaited: a Redis that is away must not hold up whoever committed. */
  afterTransactionCommit({ queryRunner }: TransactionCommitEvent): void {
    const ids = announcementIds(queryRunner.data);
    queryRunner.data[DUE] = [];
    if (ids.length === 0) return;
    this.setAnnouncements(ids).catch((error: unknown) => this.logger.warn({ err: error, msg: 'alarms wait for the sweep' }));
  }

  /** Sets again the alarms of everything that is due and not done. One that still stands is left as it is. */
  async sweep(now: Date): Promise<void> {
    const [announcements, deliveries] = await Promise.all([
      this.db.manager.find(Announcement, { select: { id: true }, where: { toldAt: IsNull() }, order: { heardAt: 'ASC' }, take: SWEPT }),
      this.db.manager.find(Delivery, {
        select: { id: true, attempts: true, dueAt: true },
        where: [
          { status: 'queued', dueAt: LessThanOrEqual(now) },
          { status: 'bounced_temporary', dueAt: LessThanOrEqual(now) },
        ],
        order: { dueAt: 'ASC' },
        take: SWEPT,
      }),
    ]);
    await this.setAnnouncements(announcements.map(({ id }) => id));
    await this.setDeliveries(deliveries);
  }

  private async setAnnouncements(ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.announcements.addBulk(ids.map((id) => ({ name: 'tell', data: { id }, opts: { ...job, jobId: id } })));
  }

  /** The number of tries is in the id, so that the alarm of the next try is not taken for the one that just rang. */
  async setDeliveries(deliveries: Pick<Delivery, 'id' | 'attempts' | 'dueAt'>[]): Promise<void> {
    if (deliveries.length === 0) return;
    await this.deliveries.addBulk(
      deliveries.map(({ id, attempts, dueAt }) => ({
        name: 'send',
        data: { id },
        opts: { ...job, jobId: `${id}-${attempts}`, delay: Math.max(0, dueAt.getTime() - Date.now()) },
      })),
    );
  }
}
