import { setTimeout as sleep } from 'node:timers/promises';
import { JetStreamApiError, jetstream, jetstreamManager, RetentionPolicy, StorageType } from '@nats-io/jetstream';
import {
  InvalidArgumentError,
  InvalidSubjectError,
  type NatsConnection,
  PermissionViolationError,
  RequestError,
} from '@nats-io/transport-node';
import { Logger } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { envelopeOf, OutboxRow, StreamSeen, wakeAfterPublishing } from './events.js';
import { longWork } from './long-work.js';
import { OUTBOX, park } from './parked.js';
import type { PeakLoad } from './peak-load.js';
import { inSpan } from './spans.js';

export const STREAM = 'EVENTS';
/** Nanoseconds in a day, the unit of JetStream's ages. */
const DAY_NS = 86_400 * 1_000_000_000;
/** How long events, inbox and outbox rows are kept, in days. */
export const KEPT_DAYS = 30;
const BATCH = 100;
/** Events wait for the end of a peak, a hundred at a time, at most so long. Milliseconds. */
const GIVE_WAY_MS = 5_000;
/** The safety net under the wake-up: milliseconds between two looks. */
const POLL_MS = 2_000;

/** Makes the stream if it is not there, and tells when it was born. */
export async function ensureStream(nats: NatsConnection, replicas: number): Promise<Date> {
  const { streams } = await jetstreamManager(nats);
  const config = {
    name: STREAM,
    subjects: ['events.>'],
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    max_age: KEPT_DAYS * DAY_NS,
    duplicate_window: 120 * 1_000_000_000,
    num_replicas: replicas,
  };
  const info = await streams.info(STREAM).catch((error: unknown) => {
    if (error instanceof JetStreamApiError && error.code === 10059) return streams.add(config); // stream not found
    throw error;
  });
  return new Date(info.created);
}

/**
 * Carries committed events from the outbox to the stream, oldest first. Replicas skip each other's rows, so order is kept
 * within one replica only: consumers go by the version that an event carries.
 */
export class Relay {
  private readonly logger = new Logger(Relay.name);
  private running = true;
  private readonly stopping = new AbortController();
  private wake = new AbortController();
  private working: Promise<void> = Promise.resolve();
  /** When the stream that this relay knows was born. */
  private bornAt?: Date;

  constructor(
    private readonly service: string,
    private readonly db: DataSource,
    private readonly nats: NatsConnection,
    private readonly replicas: number,
    private readonly peakLoad: PeakLoad,
  ) {}

  start(): void {
    wakeAfterPublishing(this.db, () => this.wake.abort());
    this.working = this.work();
  }

  async stop(): Promise<void> {
    this.running = false;
    this.stopping.abort();
    this.wake.abort();
    await this.working;
  }

  private async work(): Promise<void> {
    let lookedAt = 0;
    while (this.running) {
      try {
        // Also while all goes well: a consumer may have made the stream anew before this relay had anything to say.
        if (Date.now() - lookedAt >= POLL_MS) {
          await this.replayIfStreamIsNew();
          lookedAt = Date.now();
        }
        this.wake = new AbortController();
        do await this.peakLoad.passedHere(GIVE_WAY_MS, this.stopping.signal);
        while ((await this.relayBatch()) === BATCH && this.running);
        await sleep(POLL_MS, undefined, { signal: this.wake.signal }).catch(() => undefined); // woken: look at once
      } catch (error) {
        // The bus or the database is away: the rows wait, and so does this loop.
        lookedAt = 0;
        this.logger.warn({ err: error, msg: 'events wait in the outbox' });
        await sleep(500);
      }
    }
  }

  /** A stream that was made anew has lost the old one's events: everything kept is told again, and inboxes make that harmless. */
  private async replayIfStreamIsNew(): Promise<void> {
    const bornAt = await ensureStream(this.nats, this.replicas);
    if (this.bornAt?.getTime() === bornAt.getTime()) return;
    await this.db.transaction(async (tx) => {
      const seen = await tx.findOne(StreamSeen, { where: { name: STREAM }, lock: { mode: 'pessimistic_write' } });
      if (seen?.bornAt.getTime() === bornAt.getTime()) return;
      if (seen) await replay(tx, new Date(0));
      await tx.upsert(StreamSeen, { name: STREAM, bornAt }, ['name']);
    });
    this.bornAt = bornAt;
  }

  /**
   * Hands over up to a hundred events; the rows stay locked until the stream has them.
   * @throws what kept some of them back, after the others are noted as handed over
   */
  private async relayBatch(): Promise<number> {
    const { count, failure } = await this.db.transaction<{ count: number; failure?: unknown }>(async (tx) => {
      const rows = await tx
        .createQueryBuilder(OutboxRow, 'row')
        .where('row.publishedAt is null')
        .orderBy('row.position')
        .limit(BATCH)
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .getMany();
      if (rows.length === 0) return { count: 0 };
      const stream = jetstream(this.nats);
      const outcomes = await Promise.allSettled(
        rows.map((row) =>
          inSpan({ kind: 'producer', name: row.subject, cause: row.traceparent }, (traceparent) =>
            stream.publish(row.subject, JSON.stringify(envelopeOf({ ...row, traceparent }, this.service)), {
              msgID: row.id,
              timeout: 5_000,
            }),
          ),
        ),
      );
      const failures = rows.flatMap((row, index) => {
        const outcome = outcomes[index];
        return outcome?.status === 'rejected' ? [{ row, error: outcome.reason as unknown }] : [];
      });
      const someGotThrough = failures.length < rows.length;
      const refused = failures.filter(({ error }) => isRefusal(error, someGotThrough));
      for (const { row, error } of refused) await this.setAside(tx, row, error);
      // The one that was refused has left the outbox too, or it would be asked again for ever.
      const gone = rows.filter((row) => !failures.some((failure) => failure.row === row) || refused.some((it) => it.row === row));
      await tx.query('update outbox set published_at = now() where id = any($1)', [gone.map(({ id }) => id)]);
      const away = failures.find((failure) => !refused.includes(failure));
      return { count: rows.length, ...(away && { failure: away.error }) };
    });
    if (failure) throw failure;
    return count;
  }

  /** One event that the stream will never take does not stop the others. */
  private async setAside(tx: EntityManager, row: OutboxRow, error: unknown): Promise<void> {
    await park(tx, { eventId: row.id, consumer: OUTBOX, envelope: envelopeOf(row, this.service), error: String(error) });
    this.logger.fatal({ err: error, event: row.id, subject: row.subject, msg: 'parked in dead_letters: the stream refuses it' });
  }
}

/**
 * True when the stream would refuse the same event again: too large, a subject that is none, that nothing keeps, or that this service may not
 * say. A bus that is away refuses nothing.
 * @param someGotThrough whether it took others at the same moment
 */
function isRefusal(error: unknown, someGotThrough: boolean): boolean {
  if (error instanceof InvalidSubjectError || error instanceof InvalidArgumentError) return true;
  if (error instanceof RequestError && error.cause instanceof PermissionViolationError) return true;
  if (error instanceof JetStreamApiError) return error.status === 400;
  // Told of a subject that no stream keeps, and of a server without its store.
  return someGotThrough && error instanceof Error && error.name === 'JetStreamNotEnabled';
}

/** Over all that is kept, a statement may take so long. Milliseconds. */
const LONG_MS = 15 * 60_000;

/** Marks every event since an instant as untold, in the caller's transaction; the relay tells them again. @returns how many */
export async function replay(tx: EntityManager, since: Date): Promise<number> {
  await longWork(tx, LONG_MS);
  const [, count]: [unknown, number] = await tx.query(
    'update outbox set published_at = null where occurred_at >= $1 and published_at is not null',
    [since],
  );
  return count;
}

/** Forgets what was published or seen more than thirty days ago; what the stream refused stays until a person has looked at it. */
export async function sweep(db: DataSource): Promise<void> {
  const old = `now() - interval '${KEPT_DAYS} days'`;
  await db.transaction(async (tx) => {
    await longWork(tx, LONG_MS);
    await tx.query(
      `delete from outbox where published_at < ${old} and not exists
         (select 1 from dead_letters where event_id = outbox.id and consumer = '${OUTBOX}' and dropped_at is null)`,
    );
    await tx.query(`delete from inbox where received_at < ${old}`);
    await tx.query(`delete from failed_tries where failed_at < ${old}`);
  });
}
