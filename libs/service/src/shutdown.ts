import type { NatsConnection } from '@nats-io/transport-node';
import type { Log } from './logger.js';

/** A part of a process: what it is called in the log, how it ends, and how long it may take for that, in milliseconds. */
export type Part = [name: string, end: () => Promise<unknown>, limitMs: number];

/**
 * Ends the parts of a process one after the other. One that does not end, because what it waits for is away, is named in the log and left
 * behind: what it holds is in the rows. The limits of all parts together stay below the thirty seconds after which Compose kills.
 */
export async function endInOrder(log: Log, parts: readonly Part[]): Promise<void> {
  for (const [part, end, limitMs] of parts) {
    try {
      await inTime(end(), limitMs);
    } catch (error) {
      log.warn({ err: error, msg: 'a part did not end, and is left behind', part });
    }
  }
}

/** A bus that is away takes no farewell: it is let go of at once, and with it everything that would wait for its answer. */
export async function leaveAbsentBus(nats: NatsConnection): Promise<void> {
  await inTime(nats.flush(), 1_000).catch(() => nats.close());
}

/** How a connection to the bus ends: what is on its way in either direction is done first, unless the bus is away. */
export const leaveBus = (nats: NatsConnection): Promise<void> => (nats.isClosed() ? Promise.resolve() : nats.drain());

async function inTime(work: Promise<unknown>, limitMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`not within ${limitMs} ms`)), limitMs);
  });
  try {
    await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
