import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { Column, type DataSource, Entity, type EntityManager, Index, IsNull, PrimaryColumn } from 'typeorm';
import type { Envelope } from './events.js';

/** What failed ten times, or what the stream refuses, with its last error: it waits for a person. */
@Entity('dead_letters')
@Index('dead_letters_to_retry', ['retryAskedAt'], { where: 'retry_asked_at is not null' })
export class DeadLetter {
  @PrimaryColumn('uuid') eventId!: string;
  /** Whose handler failed, or `outbox` for an event of this service that the stream refuses. */
  @PrimaryColumn('text') consumer!: string;
  @Column('jsonb') envelope!: object;
  @Column('text') error!: string;
  @Column('timestamptz') parkedAt!: Date;
  /** Since when a person wants it tried again. */
  @Column('timestamptz', { nullable: true }) retryAskedAt!: Date | null;
  /** A letter that a person has dropped stays as a record, with her reason. */
  @Column('timestamptz', { nullable: true }) droppedAt!: Date | null;
  @Column('text', { nullable: true }) dropReason!: string | null;
}

/** How often a handler has failed with an event. Deliveries are no measure: an outage delivers again and again. */
@Entity('failed_tries')
export class FailedTries {
  @PrimaryColumn('uuid') eventId!: string;
  @PrimaryColumn('text') consumer!: string;
  @Column('int') tries!: number;
  @Column('timestamptz') failedAt!: Date;
}

/** The consumer's name of an event that the stream refuses. */
export const OUTBOX = 'outbox';

/** Counts a failure of a handler. @returns how many there have been with this event */
export async function countFailure(db: DataSource, eventId: string, consumer: string): Promise<number> {
  const [row]: { tries: number }[] = await db.query(
    `insert into failed_tries as known (event_id, consumer, tries, failed_at) values ($1, $2, 1, now())
     on conflict (event_id, consumer) do update set tries = known.tries + 1, failed_at = now() returning tries`,
    [eventId, consumer],
  );
  return row?.tries ?? 1;
}

export const forgetFailures = (tx: EntityManager, eventId: string, consumer: string): Promise<unknown> =>
  tx.delete(FailedTries, { eventId, consumer });

/** Writes a letter, or what is new about one that is there. One that was dropped stays dropped. */
export const park = (tx: EntityManager, letter: Pick<DeadLetter, 'eventId' | 'consumer' | 'envelope' | 'error'>): Promise<unknown> =>
  tx.upsert(DeadLetter, { ...letter, parkedAt: new Date(), retryAskedAt: null }, ['eventId', 'consumer']);

/** The letters that wait for a person, oldest first, a thousand at most. */
export const listParked = (db: DataSource): Promise<DeadLetter[]> =>
  db.manager.find(DeadLetter, { where: { droppedAt: IsNull() }, order: { parkedAt: 'ASC' }, take: 1_000 });

/**
 * Has letters tried again: the running service takes them up within seconds, without the stream, which may have forgotten them.
 * @param eventId all letters when there is none
 * @returns how many
 */
export const retryParked = (db: DataSource, eventId?: string): Promise<number> =>
  db.transaction(async (tx) => {
    const where = { droppedAt: IsNull(), ...(eventId && { eventId }) };
    const { affected } = await tx.update(DeadLetter, where, { retryAskedAt: new Date() });
    await tx.query(
      `with letters as (delete from dead_letters where consumer = '${OUTBOX}' and retry_asked_at is not null returning event_id)
       update outbox set published_at = null where id in (select event_id from letters)`,
    );
    return affected ?? 0;
  });

/**
 * Gives up the letters of an event: it is never dealt with here, nor told.
 * @returns how many
 */
export const dropParked = (db: DataSource, eventId: string, reason: string): Promise<number> =>
  db.transaction(async (tx) => {
    const dropped = { droppedAt: new Date(), dropReason: reason, retryAskedAt: null };
    const { affected } = await tx.update(DeadLetter, { eventId, droppedAt: IsNull() }, dropped);
    await tx.query(
      `insert into inbox (event_id, consumer, received_at) select event_id, consumer, now() from dead_letters
       where event_id = $1 and consumer <> '${OUTBOX}' on conflict do nothing`,
      [eventId],
    );
    await tx.query(
      `delete from outbox where id = $1 and exists (select 1 from dead_letters where event_id = $1 and consumer = '${OUTBOX}')`,
      [eventId],
    );
    return affected ?? 0;
  });

/** Milliseconds between two looks for letters that a person wants tried again. */
const POLL_MS = 2_000;
const BATCH = 50;

/** What a letter is tried again with. */
interface Handler {
  name: string;
  handle(envelope: Envelope, also: (tx: EntityManager) => Promise<unknown>): Promise<void>;
}

/** Tries parked letters again when a person has asked for it. */
export class ParkedLetters {
  private readonly logger = new Logger(ParkedLetters.name);
  private readonly ended = new AbortController();
  private working: Promise<void> = Promise.resolve();

  constructor(
    private readonly db: DataSource,
    private readonly handlers: readonly Handler[],
  ) {}

  start(): void {
    this.working = this.work();
  }

  async stop(): Promise<void> {
    this.ended.abort();
    await this.working;
  }

  private async work(): Promise<void> {
    const { signal } = this.ended;
    while (!signal.aborted) {
      try {
        await this.retry();
      } catch (error) {
        this.logger.warn({ err: error, msg: 'parked letters were not tried again' });
      }
      await sleep(POLL_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private async retry(): Promise<void> {
    const asked = await this.db.manager
      .createQueryBuilder(DeadLetter, 'letter')
      .where('letter.retryAskedAt is not null')
      .orderBy('letter.parkedAt')
      .limit(BATCH)
      .getMany();
    for (const { eventId, consumer, envelope } of asked) {
      try {
        const handler = this.handlers.find(({ name }) => name === consumer);
        if (!handler) throw new Error('No handler here has this name any more');
        // The handler and the end of the letter are one transaction: a crash in between tries it again.
        await handler.handle(envelope as Envelope, (tx) => tx.delete(DeadLetter, { eventId, consumer }));
        this.logger.log({ event: eventId, consumer, msg: 'a parked letter was dealt with' });
      } catch (error) {
        this.logger.error({ err: error, event: eventId, consumer, msg: 'a parked letter failed again' });
        await this.db.manager.update(DeadLetter, { eventId, consumer }, { error: String(error), retryAskedAt: null });
      }
    }
  }
}
