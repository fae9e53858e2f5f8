import { longWork } from '@sportello/messaging/long-work';
import type { DataSource, EntityManager } from 'typeorm';
import type { Statement } from '../queue/queue.sql.js';

/** What one statement over all practices may take, and how long a storage may let the database wait between two pages. Milliseconds. */
const LONG_MS = 10 * 60_000;
/** Rows that are read at once. */
const PAGE = 1_000;

/** Does work on the database as it is now, whatever changes meanwhile: no practice is missed or comes twice. */
export function onSnapshot<T>(db: DataSource, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  return db.transaction('REPEATABLE READ', async (tx) => {
    await tx.query('set transaction read only');
    await longWork(tx, LONG_MS);
    await tx.query(`select set_config('idle_in_transaction_session_timeout', $1, true)`, [String(LONG_MS)]);
    return work(tx);
  });
}

/** The rows of a statement, page after page, in a memory that does not grow; the next page is read while one is worked on. */
export async function* pagesOf<Row>(tx: EntityManager, { text, values }: Statement): AsyncGenerator<Row[]> {
  await tx.query(`declare pages no scroll cursor for ${text}`, values);
  const read = () => {
    const page: Promise<Row[]> = tx.query(`fetch ${PAGE} from pages`);
    // Whoever stops in between is not told.
    page.catch(() => undefined);
    return page;
  };
  let next = read();
  try {
    for (;;) {
      const page = await next;
      if (page.length === 0) return;
      next = read();
      yield page;
    }
  } finally {
    await next.catch(() => undefined);
  }
}
