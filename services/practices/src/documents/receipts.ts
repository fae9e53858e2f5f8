import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Rush } from '@sportello/messaging/rush';
import type { JobsOptions, Queue } from 'bullmq';
import { DataSource } from 'typeorm';

export interface ReceiptJob {
  practiceId: string;
}

/** How often lost alarms are looked for, in milliseconds. */
const SWEEP_MS = 60_000;
/** A practice this young still has its alarm on the way, in seconds. */
const YOUNG_SECONDS = 30;
/** Alarms set at once. */
const BATCH = 1_000;
/** Alarms wait for the end of a rush, but no longer than this, in milliseconds. */
const STAND_BACK_MS = 5_000;

/** Sets the alarms by which the PDFs of sent practices are made. The rows say what is missing; a flushed Redis loses nothing. */
@Injectable()
export class Receipts implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Receipts.name);
  private timer?: NodeJS.Timeout;

  private due: string[] = [];
  private isSetting = false;

  constructor(
    private readonly db: DataSource,
    private readonly rush: Rush,
    @InjectQueue('receipts') private readonly queue: Queue<ReceiptJob>,
  ) {}

  onApplicationBootstrap(): void {
    const sweep = (now: Date) =>
      this.sweep(now).catch((error: unknown) => this.logger.warn({ err: error, msg: 'lost alarms were not set again' }));
    this.timer = setInterval(() => sweep(new Date()), SWEEP_MS);
    // Whoever starts after a crash finds alarms that were never set, however young they are.
    void sweep(new Date(Date.now() + YOUNG_SECONDS * 1_000));
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Nobody waits for it, and a rush goes first: what Redis does not take, and what a crash forgets, the sweep brings. */
  issueLater(practiceIds: string[]): void {
    this.due.push(...practiceIds);
    if (this.due.length > 0 && !this.isSetting) void this.setAlarms();
  }

  private async setAlarms(): Promise<void> {
    this.isSetting = true;
    try {
      await this.rush.isOver(STAND_BACK_MS);
      while (this.due.length > 0) await this.queue.addBulk(this.due.splice(0, BATCH).map(alarm));
    } catch (error) {
      this.logger.warn({ err: error, msg: 'receipts wait for the sweep' });
    }
    this.isSetting = false;
  }

  /** Sets again the alarms of practices that have been without documents for a while. @returns how many */
  async sweep(now: Date): Promise<number> {
    const rows: { id: string }[] = await this.db.query(
      `select id from practices where submitted_at is not null and receipt_issued_at is null and submitted_at < $1
       order by submitted_at limit ${BATCH}`,
      [new Date(now.getTime() - YOUNG_SECONDS * 1_000)],
    );
    if (rows.length > 0) await this.queue.addBulk(rows.map(({ id }) => alarm(id)));
    return rows.length;
  }
}

/** A job that keeps failing is let go of, or its name would keep out the alarm that the sweep sets as long as the row is due. */
const job: JobsOptions = { attempts: 3, removeOnFail: true };

const alarm = (practiceId: string) => ({ name: 'issue', data: { practiceId }, opts: { ...job, jobId: `receipt-${practiceId}` } });
