import { Injectable } from '@nestjs/common';
import { longWork } from '@sportello/messaging/long-work';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource } from 'typeorm';
import { Files } from './files.js';

/** What was begun and not finished, or stored and not sent, is given up after so many hours. */
const GIVEN_UP_HOURS = 24;
/** Looking through all uploads may take so long. Milliseconds. */
const LONG_MS = 10 * 60_000;

/** Takes away the bytes of files that were removed, never confirmed, or never sent, by their keys. */
@Injectable()
export class Orphans extends Jobs {
  constructor(
    private readonly db: DataSource,
    private readonly files: Files,
  ) {
    super('orphans', 1);
  }

  /** First it is settled, in the database, what can no longer be confirmed or sent. */
  protected due(now: Date, limit: number): Promise<Alarm[]> {
    const before = [new Date(now.getTime() - GIVEN_UP_HOURS * 3_600_000)];
    return this.db.transaction(async (tx) => {
      await longWork(tx, LONG_MS);
      await tx.query('update uploads set is_given_up = true where begun_at < $1 and not is_given_up', before);
      await tx.query(
        `update attachments set state = 'discarded' where added_at < $1 and state = 'stored' and purpose <> 'form' and sent_at is null`,
        before,
      );
      return tx.query(
        `select key id from uploads where is_given_up union all select key from attachments where state = 'discarded' limit $1`,
        [limit],
      );
    });
  }

  /** The row goes last: what breaks off in between is found again. */
  async run(key: string): Promise<void> {
    const rows: unknown[] = await this.db.query(
      `select 1 from uploads where key = $1 and is_given_up union all select 1 from attachments where key = $1 and state = 'discarded'`,
      [key],
    );
    if (rows.length === 0) return;
    await this.files.delete(key);
    await this.db.query('delete from uploads where key = $1 and is_given_up', [key]);
    await this.db.query(`delete from attachments where key = $1 and state = 'discarded'`, [key]);
  }
}
