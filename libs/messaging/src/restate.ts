import { setTimeout as sleep } from 'node:timers/promises';
import type { Msg, NatsConnection, Subscription } from '@nats-io/transport-node';
import { Logger } from '@nestjs/common';
import { Column, type DataSource, Entity, type EntityManager, PrimaryColumn } from 'typeorm';
import { publishAll } from './events.js';
import { type Row, rowsOf, type States } from './states.js';

/** Where a service is asked to tell its present rows again, by the subject of the event that tells them. */
export const restateSubject = (service: string) => `restate.${service}`;
/** Where a service is asked for its present rows, page by page, by those who count their copies. */
export const presentSubject = (service: string) => `present.${service}`;

/** A restatement that is under way: the row is the truth, so that a crash goes on where it was. */
@Entity('restatements')
export class Restatement {
  /** Of the event by which the rows are told. */
  @PrimaryColumn('text') subject!: string;
  @Column('timestamptz') askedAt!: Date;
  /** The key of the last row that was told. */
  @Column('text', { nullable: true }) after!: string | null;
}

/** What is asked for at `presentSubject`. */
export interface PageAsked {
  subject: string;
  after: string | null;
}
export interface PageOfRows {
  rows: Row[];
  /** True when there are no more. */
  isLast: boolean;
}

/** Rows told, or answered, at once. */
const BATCH = 200;
/** An answer goes over the bus, in bytes. */
const ANSWER_BYTES = 500_000;
const POLL_MS = 2_000;
/** While so many events wait in the outbox, nothing is added to them. */
const BACKLOG = 1_000;

/** Has the running service tell all its present rows again from the first, whoever asks. */
export const askRestatement = (db: EntityManager, subject: string): Promise<unknown> =>
  db.upsert(Restatement, { subject, askedAt: new Date(), after: null }, ['subject']);

/**
 * Tells the present rows of this service again when it is asked, as events that change nothing for those who have them: the version is the same.
 * By them a service that is added after the events were forgotten has every row, and so has a copy that had lost some.
 */
export class Restating {
  private readonly logger = new Logger(Restating.name);
  private readonly ended = new AbortController();
  private wake = new AbortController();
  private readonly open: Subscription[] = [];
  private working: Promise<void> = Promise.resolve();

  constructor(
    private readonly service: string,
    private readonly states: readonly States[],
    private readonly db: DataSource,
    private readonly nats: NatsConnection,
  ) {}

  start(): void {
    if (this.states.length === 0) return;
    const at = (subject: string, answer: (message: Msg) => Promise<string>) =>
      this.open.push(
        this.nats.subscribe(subject, {
          queue: this.service,
          callback: (_error, message) =>
            void answer(message)
              .then((text) => message.respond(text))
              .catch((error: unknown) => this.logger.warn({ err: error, subject, msg: 'a question was not answered' })),
        }),
      );
    at(restateSubject(this.service), (message) => this.ask(message.string()));
    at(presentSubject(this.service), async (message) => JSON.stringify(await this.page(message.json<PageAsked>())));
    this.working = this.work();
  }

  async stop(): Promise<void> {
    this.ended.abort();
    this.wake.abort();
    for (const subscription of this.open) subscription.unsubscribe();
    await this.working;
  }

  private async ask(subject: string): Promise<string> {
    this.statesOf(subject);
    await askRestatement(this.db.manager, subject);
    this.wake.abort();
    return 'ok';
  }

  private async page({ subject, after }: PageAsked): Promise<PageOfRows> {
    const rows = await rowsOf(this.statesOf(subject), this.db.manager, after, BATCH);
    let bytes = 0;
    const fitting = rows.filter((row, index) => {
      bytes += JSON.stringify(row).length;
      return index === 0 || bytes < ANSWER_BYTES;
    });
    return { rows: fitting, isLast: fitting.length === rows.length && rows.length < BATCH };
  }

  private async work(): Promise<void> {
    while (!this.ended.signal.aborted) {
      this.wake = new AbortController();
      const goesOn = await this.tellBatch().catch((error: unknown) => {
        this.logger.warn({ err: error, msg: 'a restatement waits' });
        return false;
      });
      if (!goesOn) await sleep(POLL_MS, undefined, { signal: this.wake.signal }).catch(() => undefined);
    }
  }

  /** Tells the next rows. @returns false when there is nothing to tell now */
  private tellBatch(): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const asked = await tx
        .createQueryBuilder(Restatement, 'it')
        .where('it.subject in (:...subjects)', { subjects: this.states.map(({ event }) => event.subject) })
        .orderBy('it.askedAt')
        .limit(1)
        .setLock('pessimistic_write')
        .setOnLocked('skip_locked')
        .getOne();
      if (!asked || (await isBusy(tx))) return false;
      const { subject, after } = asked;
      const found = this.statesOf(subject);
      const payloads = await found.read(tx, after, BATCH);
      await publishAll(tx, found.event, payloads);
      const last = payloads.at(-1) as Record<string, unknown> | undefined;
      if (payloads.length < BATCH) await tx.delete(Restatement, { subject });
      else await tx.update(Restatement, { subject }, { after: String(last?.[found.event.key ?? '']) });
      this.logger.log({ msg: 'present rows told again', subject, count: payloads.length, isLast: payloads.length < BATCH });
      return true;
    });
  }

  private statesOf(subject: string): States {
    const found = this.states.find(({ event }) => event.subject === subject);
    if (!found) throw new Error(`${subject} tells no rows of ${this.service}`);
    return found;
  }
}

/** What people do goes first. */
async function isBusy(tx: EntityManager): Promise<boolean> {
  const [row]: { n: number }[] = await tx.query(
    `select count(*)::int n from (select 1 from outbox where published_at is null limit ${BACKLOG}) waiting`,
  );
  return (row?.n ?? 0) >= BACKLOG;
}
