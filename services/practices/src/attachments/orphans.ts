import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { longWork } from '@sportello/messaging/long-work';
import { DataSource } from 'typeorm';
import { Files } from '../documents/files.js';

const SWEEP_MS = 10 * 60_000;
/** What was begun and not finished, or stored and not sent, is given up after so many hours. */
const GIVEN_UP_HOURS = 24;
const BATCH = 200;

/** Takes away the bytes of files that were removed, never confirmed, or never sent. */
@Injectable()
export class Orphans implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Orphans.name);
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly db: DataSource,
    private readonly files: Files,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.sweep(new Date()).catch((error: unknown) => this.logger.warn({ err: error, msg: 'orphan files were not swept' }));
    }, SWEEP_MS);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /**
   * First it is settled, in the database, what can no longer be confirmed or sent; then bytes and rows go. The row goes last: what breaks off
   * in between is swept again.
   * @returns how many files are gone
   */
  async sweep(now: Date): Promise<number> {
    const before = [new Date(now.getTime() - GIVEN_UP_HOURS * 3_600_000)];
    await this.db.transaction(async (tx) => {
      await longWork(tx, SWEEP_MS);
      await tx.query('update uploads set is_given_up = true where begun_at < $1 and not is_given_up', before);
      await tx.query(
        `update attachments set state = 'discarded' where added_at < $1 and state = 'stored' and purpose <> 'form' and sent_at is null`,
        before,
      );
    });
    const uploads: { key: string }[] = await this.db.query(`select key from uploads where is_given_up order by begun_at limit ${BATCH}`);
    for (const { key } of uploads) {
      await this.files.delete(key);
      await this.db.query('delete from uploads where key = $1', [key]);
    }
    const rows: { id: string; key: string }[] = await this.db.query(
      `select id, key from attachments where state = 'discarded' limit ${BATCH}`,
    );
    for (const { id, key } of rows) {
      await this.files.delete(key);
      await this.db.query(`delete from attachments where id = $1 and state = 'discarded'`, [id]);
    }
    return uploads.length + rows.length;
  }
}
