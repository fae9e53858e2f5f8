import { unavailable } from '@sportello/contracts/problems';
import { Problem } from '@sportello/messaging/problem';
import { Redis, type RedisOptions } from 'ioredis';
import type { Log } from './logger.js';

/** Somebody waits for the answer: Redis has this long for it, in milliseconds. */
const PATIENCE_MS = 1_000;
/** How often it is looked whether Redis answers, in milliseconds. */
const BEAT_MS = 100;
/** How long a start waits for a Redis that is still starting, in milliseconds. */
const START_MS = 10_000;

type Sent = Parameters<Redis['sendCommand']>;

/**
 * The connection behind what people ask for. While Redis is away a command fails at once, and one that Redis does not answer fails within a
 * second and ends the connection, so that the next one need not wait as long. The second is counted in beats: the time for which this process
 * itself was held, when answers lay there unread, is not Redis's silence.
 */
class RequestRedis extends Redis {
  private waiting = 0;
  private silentBeats = 0;

  constructor(url: string, options: RedisOptions) {
    super(url, options);
    const beat = setInterval(() => this.look(), BEAT_MS).unref();
    this.once('end', () => clearInterval(beat));
  }

  /** @throws Problem `unavailable` instead of whatever is wrong with the connection; what Redis itself refuses stays as it is */
  override sendCommand(...[command, stream]: Sent): unknown {
    const sent = super.sendCommand(command, stream) as Promise<unknown>;
    this.waiting += 1;
    const answered = () => {
      this.waiting -= 1;
      this.silentBeats = 0;
    };
    sent.then(answered, answered);
    // What goes out as a part of several commands is told by the last of them.
    if (stream) return sent;
    const told = sent.catch((error: unknown) => Promise.reject(isAway(error) ? new Problem(unavailable) : error));
    // The library's own greetings to a server are answered by callback: nobody looks at their promise.
    told.catch(() => undefined);
    return told;
  }

  private look(): void {
    this.silentBeats = this.waiting > 0 ? this.silentBeats + 1 : 0;
    if (this.silentBeats * BEAT_MS < PATIENCE_MS) return;
    this.silentBeats = 0;
    this.disconnect(true);
  }
}

/** True when an error says that Redis does not answer, and not that it refuses. */
export const isAway = (error: unknown): boolean =>
  error instanceof Error &&
  (/^E(CONN|PIPE|HOST|AI_)/.test((error as { code?: string }).code ?? '') ||
    /isn't writeable|Connection is closed|retries per request|before or after/i.test(error.message));

/** For requests: sessions, sign-ins, counters. @returns when Redis answers, or has not for ten seconds */
export async function connectRedis(url: string, log: Log): Promise<Redis> {
  const redis = new RequestRedis(url, {
    ...common,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    connectTimeout: PATIENCE_MS,
  });
  watch(redis, log);
  await new Promise<void>((done) => {
    const late = setTimeout(done, START_MS);
    redis.once('ready', () => {
      clearTimeout(late);
      done();
    });
  });
  return redis;
}

/** For jobs, which wait while Redis is away: what they miss is in the rows. BullMQ demands that no command is given up. */
export function connectJobs(url: string, log: Log): Redis {
  const redis = new Redis(url, { ...common, maxRetriesPerRequest: null });
  watch(redis, log);
  return redis;
}

const common: RedisOptions = { retryStrategy: (times) => Math.min(times * 100, 1_000) };

const watch = (redis: Redis, log: Log) => redis.on('error', (error: Error) => log.warn({ err: error, msg: 'redis is away' }));
