import { setTimeout as sleep } from 'node:timers/promises';
import {
  AckPolicy,
  type ConsumerMessages,
  DeliverPolicy,
  JetStreamApiError,
  type JsMsg,
  jetstream,
  jetstreamManager,
} from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { Logger } from '@nestjs/common';
import type { Event } from '@sportello/contracts/contract';
import { consumerOf } from '@sportello/contracts/topology';
import type { DataSource, EntityManager } from 'typeorm';
import { z } from 'zod';
import { type Envelope, firstTime } from './events.js';
import { countFailure, forgetFailures, park } from './parked.js';
import { ensureStream, STREAM } from './relay.js';
import { isPassing } from './rpc.js';
import { inSpan } from './spans.js';
import { type From, subscribe } from './subscriptions.js';

/** A method that handles an event, see `@On`. */
export interface EventHandler {
  event: Event;
  from: From;
  handle: (payload: never, tx: EntityManager) => Promise<void>;
}

/** Nanoseconds in a second. */
const SECOND_NS = 1_000_000_000;
/** By which clocks of two machines may differ at most, in milliseconds. */
const SKEW_MS = 60_000;
/** A message that is neither confirmed nor refused within this time is delivered again. */
const ACK_WAIT_NS = 30 * SECOND_NS;

/** One durable consumer: handles each event once, tries again what fails, parks what fails ten times. */
export class EventConsumer {
  private readonly logger: Logger;
  readonly name: string;
  private messages?: ConsumerMessages;
  private running = true;
  private working: Promise<void> = Promise.resolve();
  private readonly startedAt = new Date();
  /** What happened before is not for this handler. */
  private since: Date | null = null;

  constructor(
    service: string,
    private readonly handler: EventHandler,
    private readonly db: DataSource,
    private readonly nats: NatsConnection,
    private readonly settings: { tries: number; replicas: number },
  ) {
    this.name = consumerOf(service, handler.event);
    this.logger = new Logger(this.name);
  }

  start(): void {
    this.working = this.work();
  }

  async stop(): Promise<void> {
    this.running = false;
    await this.messages?.close();
    await this.working;
  }

  /** Joins the stream, and joins it again whenever stream, consumer or connection go away under it. */
  private async work(): Promise<void> {
    while (this.running) {
      try {
        this.messages = await this.join();
        for await (const message of this.messages) await this.deal(message);
      } catch (error) {
        this.logger.warn({ err: error, msg: 'the stream is away, joining again' });
      }
      if (this.running) await sleep(500);
    }
  }

  /** Events of the stream that it has not dealt with yet. */
  async pending(): Promise<number> {
    const { consumers } = await jetstreamManager(this.nats);
    const { num_pending, num_ack_pending } = await consumers.info(STREAM, this.name);
    return num_pending + num_ack_pending;
  }

  private async join(): Promise<ConsumerMessages> {
    await ensureStream(this.nats, this.settings.replicas);
    const { consumers } = await jetstreamManager(this.nats);
    const wasThere = await consumers.info(STREAM, this.name).then(
      () => true,
      (error: unknown) => {
        if (error instanceof JetStreamApiError && error.code === 10014) return false; // consumer not found
        throw error;
      },
    );
    this.since = await subscribe(this.db, this.name, this.handler.from, this.startedAt, wasThere);
    // One that is there keeps its place in the stream, and what it was made with.
    if (!wasThere)
      await consumers.add(STREAM, {
        durable_name: this.name,
        filter_subject: this.handler.event.subject,
        ack_policy: AckPolicy.Explicit,
        ack_wait: ACK_WAIT_NS,
        max_ack_pending: 200,
        // By the clock of the bus, which may differ from the owner's: what is too old by the owner's is left out where it is handled.
        ...(this.since && {
          deliver_policy: DeliverPolicy.StartTime,
          opt_start_time: new Date(this.since.getTime() - SKEW_MS).toISOString(),
        }),
      });
    const consumer = await jetstream(this.nats).consumers.get(STREAM, this.name);
    // Missing heartbeats mean that the consumer is gone (a wiped store): leave the loop and join again.
    return consumer.consume({ max_messages: 50, idle_heartbeat: 5_000, abort_on_missing_resource: true });
  }

  private async deal(message: JsMsg): Promise<void> {
    const envelope = envelopeOf(message);
    if (!envelope) {
      // Nobody can deal with it, now or later, and it has no id by which it could be parked.
      this.logger.fatal({ seq: message.seq, msg: 'this is no event: taken out of the way' });
      message.term();
      return;
    }
    // A stream that was made anew, or events told again, bring what happened before this handler was there.
    if (this.since && envelope.time && new Date(envelope.time) < this.since) {
      message.ack();
      return;
    }
    try {
      await this.handle(envelope, async (tx) => {
        if (message.redelivered) await forgetFailures(tx, envelope.id, this.name);
      });
      message.ack();
    } catch (error) {
      await this.fail(message, envelope, error);
    }
  }

  /** Handles an event once. @param also what is written in the same transaction, whether or not it is the first time */
  async handle(envelope: Envelope, also: (tx: EntityManager) => Promise<unknown>): Promise<void> {
    await inSpan({ kind: 'consumer', name: this.name, cause: envelope.traceparent }, () =>
      this.db.transaction(async (tx) => {
        if (await firstTime(tx, envelope.id, this.name)) {
          const payload = z.decode(this.handler.event.payload, envelope.data as never) as never;
          await this.handler.handle(payload, tx);
        }
        await also(tx);
      }),
    );
  }

  private async fail(message: JsMsg, envelope: Envelope, error: unknown): Promise<void> {
    const { id } = envelope;
    // What mends itself is no fault of the event, and does not count: an outage of any length parks nothing.
    if (isPassing(error)) {
      this.logger.warn({ err: error, event: id, delivery: message.info.deliveryCount, msg: 'waits for what is away' });
      message.nak(Math.min(250 * 2 ** Math.min(message.info.deliveryCount, 6), 15_000));
      return;
    }
    try {
      const tries = await countFailure(this.db, id, this.name);
      this.logger.error({ err: error, event: id, tries });
      if (tries < this.settings.tries) message.nak(backoffMs(tries));
      else await this.park(message, envelope, error);
    } catch (failure) {
      this.logger.error({ err: failure, event: id, msg: 'its failure could not be noted, stays in the stream' });
      message.nak(backoffMs(message.info.deliveryCount));
    }
  }

  private async park(message: JsMsg, envelope: Envelope, error: unknown): Promise<void> {
    await this.db.transaction(async (tx) => {
      await park(tx, { eventId: envelope.id, consumer: this.name, envelope, error: String(error) });
      await forgetFailures(tx, envelope.id, this.name);
    });
    message.term();
    this.logger.fatal({ event: envelope.id, msg: 'parked in dead_letters after its last try' });
  }
}

/** Milliseconds until the next delivery: 2 s, 4 s, 8 s … at most a minute. */
const backoffMs = (count: number) => Math.min(1_000 * 2 ** Math.min(count, 6), 60_000);

/** What every envelope has; the rest is the payload's own schema. */
const Readable = z.looseObject({ id: z.uuid(), data: z.unknown() });

function envelopeOf(message: JsMsg): Envelope | undefined {
  try {
    return Readable.parse(message.json()) as unknown as Envelope;
  } catch {
    return undefined;
  }
}
