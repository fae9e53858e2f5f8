import { Injectable } from '@nestjs/common';
import { type Alarm, Jobs } from '@sportello/service/jobs';
import { DataSource } from 'typeorm';

/** How long it is known that a visit was counted, and what was looked for in vain. */
const VISITS = '2 days';
const SEARCHES = '90 days';
/** Different searches that are kept: whoever makes words up fills the list no further. */
const MOST_SEARCHES = 10_000;
/** Rows that one run removes. */
const AT_A_TIME = 5_000;

/** Forgets visits and searches of long ago. */
@Injectable()
export class ReaderSweeps extends Jobs {
  constructor(private readonly db: DataSource) {
    super('forgotten-readers', 1);
  }

  protected due(now: Date): Promise<Alarm[]> {
    return this.db.query(
      `select 'readers' as id where exists (select 1 from visits where at < $1::timestamptz - interval '${VISITS}')
         or exists (select 1 from unanswered_searches where last_at < $1::timestamptz - interval '${SEARCHES}')
         or exists (select 1 from unanswered_searches offset ${MOST_SEARCHES})`,
      [now],
    );
  }

  async run(_: string, now: Date): Promise<void> {
    for (const [table, column, kept] of [
      ['visits', 'at', VISITS],
      ['unanswered_searches', 'last_at', SEARCHES],
    ] as const)
      await this.db.query(
        `delete from ${table} where ctid = any(array(select ctid from ${table} where ${column} < $1::timestamptz - interval '${kept}' limit ${AT_A_TIME}))`,
        [now],
      );
    await this.db.query(
      `delete from unanswered_searches where ctid = any(array(
         select ctid from unanswered_searches order by times desc, last_at desc offset ${MOST_SEARCHES} limit ${AT_A_TIME}))`,
    );
  }
}
