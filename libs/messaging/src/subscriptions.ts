import { Column, type DataSource, Entity, PrimaryColumn } from 'typeorm';
import { longWork } from './long-work.js';

/**
 * From when a handler receives events: `now` for what acts on news, which nobody wants done for the thirty days before it was there; `beginning` for what
 * builds a copy.
 */
export type From = 'now' | 'beginning';

/** One durable consumer of this service. The stream may be made anew, with all of its past: this remembers what is past to the handler. */
@Entity('subscriptions')
export class Subscription {
  @PrimaryColumn('text') consumer!: string;
  /** What happened before is not for it. Null: it receives events from the beginning. */
  @Column('timestamptz', { nullable: true }) since!: Date | null;
  /** For a copy: when the owner was asked to tell it whole. */
  @Column('timestamptz', { nullable: true }) restatedAt!: Date | null;
  /** For a copy: when it was last counted against the owner. */
  @Column('timestamptz', { nullable: true }) countedAt!: Date | null;
}

/**
 * Notes a consumer at its first start, and tells since when it receives events. One that was there before this was noted receives what it always received.
 * @param wasThere whether the stream knows the consumer already
 */
export async function subscribe(db: DataSource, consumer: string, from: From, startedAt: Date, wasThere: boolean): Promise<Date | null> {
  const known = await db.manager.findOneBy(Subscription, { consumer });
  if (known) return known.since;
  const isOld = wasThere || (await hasConsumed(db, consumer));
  const since = from === 'now' && !isOld ? startedAt : null;
  await db.manager.createQueryBuilder().insert().into(Subscription).values({ consumer, since }).orIgnore().execute();
  // Another replica may have been the first.
  return (await db.manager.findOneByOrFail(Subscription, { consumer })).since;
}

/** Asked once in the life of a consumer: there is no index for it. */
const hasConsumed = (db: DataSource, consumer: string): Promise<boolean> =>
  db.transaction(async (tx) => {
    await longWork(tx, 5 * 60_000);
    const rows: unknown[] = await tx.query('select 1 from inbox where consumer = $1 limit 1', [consumer]);
    return rows.length > 0;
  });
