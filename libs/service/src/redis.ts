import { Redis } from 'ioredis';
import type { Log } from './logger.js';

/** One connection for commands, which waits while Redis is away; what it misses is in the rows. */
export function connectRedis(url: string, log: Log): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: (times) => Math.min(times * 100, 1_000) });
  redis.on('error', (error: Error) => log.warn({ err: error, msg: 'redis is away' }));
  return redis;
}
