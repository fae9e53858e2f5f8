import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { NatsConnection } from '@nats-io/transport-node';
import { Logger } from '@nestjs/common';
import type { Event } from '@sportello/contracts/contract';
import { serviceOf } from '@sportello/contracts/contract';
import { consumerOf } from '@sportello/contracts/topology';
import type { DataSource } from 'typeorm';
import { type PageAsked, type PageOfRows, presentSubject, restateSubject } from './restate.js';
import { type Row, rowsOf, type States } from './states.js';
import { Subscription } from './subscriptions.js';

/** How a copy may differ: the owner's row is not here, is here in an older version, or in the same with other values, or the owner has none. */
export interface Difference {
  key: string;
  what: 'missing' | 'older' | 'different' | 'extra';
}

export interface Count {
  subject: string;
  /** Rows of the owner, and here. */
  owner: number;
  copies: number;
  /** The first thousand. */
  differing: Difference[];
}

const PAGE = 200;
const LISTED = 1_000;
/** How long an owner may take for one page, in milliseconds. */
const PATIENCE_MS = 10_000;
/** Events need a moment: what still differs after this was not on its way. Milliseconds. */
const SETTLING_MS = 5_000;

/**
 * Counts the copies that a service keeps of an event's rows against the owner's rows.
 * @throws when the owner does not answer
 */
export async function countCopies(db: DataSource, nats: NatsConnection, copy: States, settlingMs = SETTLING_MS): Promise<Count> {
  const first = await compare(db, nats, copy);
  if (first.differing.length === 0) return first;
  await sleep(settlingMs);
  const second = await compare(db, nats, copy);
  const before = new Map(first.differing.map(({ key, what }) => [key, what]));
  return { ...second, differing: second.differing.filter(({ key, what }) => before.get(key) === what) };
}

/** Both sides are read in the order of their keys, so that a million rows take no memory. */
async function compare(db: DataSource, nats: NatsConnection, copy: States): Promise<Count> {
  const count: Count = { subject: copy.event.subject, owner: 0, copies: 0, differing: [] };
  const differs = (key: string, what: Difference['what']) => {
    if (count.differing.length < LISTED) count.differing.push({ key, what });
  };
  const owners = rowsOfOwner(nats, copy.event);
  const copies = rowsHere(db, copy);
  let [owner, here] = [await next(owners), await next(copies)];
  while (owner || here) {
    if (owner && (!here || owner.key < here.key)) differs(owner.key, 'missing');
    else if (here && (!owner || here.key < owner.key)) differs(here.key, 'extra');
    else if (owner && here && !isDeepStrictEqual(owner.data, here.data))
      differs(owner.key, owner.data['version'] === here.data['version'] ? 'different' : 'older');
    const [theirs, ours] = [owner, here];
    if (theirs && (!ours || theirs.key <= ours.key)) {
      count.owner += 1;
      owner = await next(owners);
    }
    if (ours && (!theirs || ours.key <= theirs.key)) {
      count.copies += 1;
      here = await next(copies);
    }
  }
  return count;
}

const next = async (rows: AsyncGenerator<Row>): Promise<Row | undefined> => {
  const { done, value } = await rows.next();
  return done ? undefined : value;
};

async function* rowsOfOwner(nats: NatsConnection, { subject }: Event): AsyncGenerator<Row> {
  for (let after: string | null = null; ; ) {
    const asked: PageAsked = { subject, after };
    const answer = await nats.request(presentSubject(serviceOf({ subject })), JSON.stringify(asked), { timeout: PATIENCE_MS });
    const { rows, isLast } = answer.json<PageOfRows>();
    yield* rows;
    after = rows.at(-1)?.key ?? after;
    if (isLast) return;
  }
}

async function* rowsHere(db: DataSource, copy: States): AsyncGenerator<Row> {
  for (let after: string | null = null; ; ) {
    const rows: Row[] = await rowsOf(copy, db.manager, after, PAGE);
    yield* rows;
    after = rows.at(-1)?.key ?? after;
    if (rows.length < PAGE) return;
  }
}

const MINUTE_MS = 60_000;
/** Between two tries to reach an owner, and how long one takes at most, in milliseconds. */
const AGAIN_MS = 2_000;
/** The hour in Rome after which copies are counted, once a night. */
const NIGHT_HOUR = 3;

/** Has the copies of a service told whole when they are new, and counts them every night. */
export class CopyKeeping {
  private readonly logger = new Logger(CopyKeeping.name);
  private readonly ended = new AbortController();
  private working: Promise<void> = Promise.resolve();
  private ticking?: NodeJS.Timeout;

  constructor(
    private readonly service: string,
    private readonly copies: readonly States[],
    private readonly db: DataSource,
    private readonly nats: NatsConnection,
  ) {}

  start(): void {
    if (this.copies.length === 0) return;
    this.working = this.makeWhole();
    const tick = () =>
      void this.countAtNight(new Date()).catch((error: unknown) => this.logger.warn({ err: error, msg: 'copies were not counted' }));
    this.ticking = setInterval(tick, 15 * MINUTE_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.ticking);
    this.ended.abort();
    await this.working;
  }

  /** Asks each owner once, until it has noted the request: what it published before this service existed has left the stream. */
  private async makeWhole(): Promise<void> {
    const { signal } = this.ended;
    const asked = new Set<States>();
    while (!signal.aborted && asked.size < this.copies.length) {
      for (const copy of this.copies)
        if (!asked.has(copy))
          try {
            if (await this.askOwner(copy.event)) asked.add(copy);
          } catch (error) {
            this.logger.warn({ err: error, subject: copy.event.subject, msg: 'the owner was not asked to tell its rows again' });
          }
      if (asked.size < this.copies.length) await sleep(AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** @returns true once it has been asked, now or at an earlier start */
  private async askOwner(event: Event): Promise<boolean> {
    const consumer = consumerOf(this.service, event);
    const known = await this.db.manager.findOneBy(Subscription, { consumer });
    if (!known || known.restatedAt) return known !== null;
    await this.nats.request(restateSubject(serviceOf(event)), event.subject, { timeout: AGAIN_MS });
    await this.db.manager.update(Subscription, { consumer }, { restatedAt: new Date() });
    return true;
  }

  /** Once a night, by one replica; a night that was missed is made up for in the day. */
  async countAtNight(now: Date): Promise<void> {
    for (const copy of this.copies) {
      const consumer = consumerOf(this.service, copy.event);
      const [, claimed]: [unknown, number] = await this.db.query(
        `update subscriptions set counted_at = $2::timestamptz
         where consumer = $1 and extract(hour from $2::timestamptz at time zone 'Europe/Rome') >= ${NIGHT_HOUR}
           and (counted_at is null or (counted_at at time zone 'Europe/Rome')::date < ($2::timestamptz at time zone 'Europe/Rome')::date)`,
        [consumer, now],
      );
      if (claimed === 0) continue;
      const { subject, owner, copies, differing } = await countCopies(this.db, this.nats, copy);
      if (differing.length > 0) this.logger.error({ msg: 'copies differ from their owner', subject, owner, copies, differing });
      else this.logger.log({ msg: 'copies agree with their owner', subject, owner, copies });
    }
  }
}
