import { DiscoveryService } from '@nestjs/core';
import type { Event, Payload } from '@sportello/contracts/contract';
import { newId } from '@sportello/contracts/id';
import { Column, type DataSource, Entity, type EntityManager, Index, PrimaryColumn } from 'typeorm';
import { z } from 'zod';
import { afterCommit } from './after-commit.js';
import { currentTraceparent } from './context.js';
import type { From } from './subscriptions.js';

/** An event written with the change it tells of; kept thirty days so that it can be told again. */
@Entity('outbox')
@Index('outbox_due', ['position'], { where: 'published_at is null' })
export class OutboxRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('bigint', { generated: 'increment' }) position!: string;
  @Column('text') subject!: string;
  @Column('jsonb') payload!: object;
  @Column('text') traceparent!: string;
  @Index('outbox_occurred')
  @Column('timestamptz')
  occurredAt!: Date;
  @Column('timestamptz', { nullable: true }) publishedAt!: Date | null;
}

/** An event that a consumer has dealt with: a second copy does nothing. */
@Entity('inbox')
export class InboxRow {
  @PrimaryColumn('uuid') eventId!: string;
  @PrimaryColumn('text') consumer!: string;
  @Index('inbox_received')
  @Column('timestamptz')
  receivedAt!: Date;
}

/** Remembers which stream this service has published to: a younger one has lost what the older held. */
@Entity('stream_seen')
export class StreamSeen {
  @PrimaryColumn('text') name!: string;
  @Column('timestamptz') bornAt!: Date;
}

/** What travels: CloudEvents 1.0 in JSON. `id` is the outbox row's, by which a second copy is known. */
export interface Envelope {
  specversion: '1.0';
  id: string;
  /** `/practices` */
  source: string;
  /** `it.sportello.practices.submitted.v1` */
  type: string;
  time: string;
  datacontenttype: 'application/json';
  traceparent: string;
  data: unknown;
}

/** @param service whose outbox it is: an announcement may be anybody's */
export const envelopeOf = ({ id, subject, payload, occurredAt, traceparent }: OutboxRow, service: string): Envelope => ({
  specversion: '1.0',
  id,
  source: `/${service}`,
  type: subject.replace(/^events\./, 'it.sportello.'),
  time: occurredAt.toISOString(),
  datacontenttype: 'application/json',
  traceparent,
  data: payload,
});

/** An outbox row for an event, for those who write many at once. */
export const outboxRow = <E extends Event>(event: E, payload: Payload<E>, now: Date) => ({
  id: newId(now.getTime()),
  subject: event.subject,
  payload: z.encode(event.payload, payload as never) as object,
  traceparent: currentTraceparent(),
  occurredAt: now,
});

/** Puts an event in the caller's transaction: it leaves the service if, and only if, that commits. */
export const publish = <E extends Event>(tx: EntityManager, event: E, payload: Payload<E>): Promise<void> =>
  publishAll(tx, event, [payload]);

/** As `publish`, for the same kind of event several times: one statement. */
export async function publishAll<E extends Event>(tx: EntityManager, event: E, payloads: readonly Payload<E>[]): Promise<void> {
  if (payloads.length === 0) return;
  const now = new Date();
  await tx.insert(
    OutboxRow,
    payloads.map((payload) => outboxRow(event, payload, now)),
  );
  const wake = relays.get(tx.connection);
  if (wake && tx.queryRunner?.isTransactionActive) afterCommit(tx, wake);
}

const relays = new WeakMap<DataSource, () => void>();

/**
 * Tells which relay to wake when a transaction of this data source has published: in process, since a NOTIFY in every transaction would more than
 * halve the commits a second.
 */
export const wakeAfterPublishing = (db: DataSource, wake: () => void) => relays.set(db, wake);

const handled = DiscoveryService.createDecorator<{ event: Event; from: From }>();

/**
 * Makes a method consume an event, once, in the transaction that also notes it as seen. It writes with the `tx` it is given, and does nothing
 * else.
 * @param from from when it handles events, the first time that it is there
 */
export const On =
  <E extends Event>(event: E, { from }: { from: From }) =>
  <M extends (payload: Payload<E>, tx: EntityManager) => Promise<void>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<M>,
  ): void => {
    handled({ event, from })(target, key, descriptor as PropertyDescriptor);
  };
export const handledEvent = handled;

/**
 * Tells whether this consumer sees the event for the first time, and notes it. What comes again is remembered from then on, so that the
 * inbox never forgets what may still be told.
 */
export async function firstTime(tx: EntityManager, eventId: string, consumer: string): Promise<boolean> {
  const [row]: { first: boolean }[] = await tx.query(
    `insert into inbox (event_id, consumer, received_at) values ($1, $2, now())
     on conflict (event_id, consumer) do update set received_at = now() returning xmax = 0 as first`,
    [eventId, consumer],
  );
  return row?.first ?? false;
}
