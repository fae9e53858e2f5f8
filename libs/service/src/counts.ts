import { unavailable } from '@sportello/contracts/problems';
import { Problem } from '@sportello/messaging/problem';
import type { Redis } from 'ioredis';

/** How often something was done since a window began. */
export interface Count {
  count: number;
  /** When it was done for the first time in this window. */
  since: Date;
}

/** Keys that a process counts itself while Redis is away; the one that was counted first gives way to the next. */
const MOST_OWN = 10_000;

/** Adds one to each key, whose window begins with its first one. Milliseconds. */
const ADD = `
local counts = {}
for i, key in ipairs(KEYS) do
  local since = tonumber(redis.call('hget', key, 'since'))
  if not since or since <= tonumber(ARGV[1]) - tonumber(ARGV[2]) then
    since = tonumber(ARGV[1])
    redis.call('del', key)
    redis.call('hset', key, 'since', ARGV[1])
    redis.call('pexpire', key, ARGV[2])
  end
  counts[i] = { redis.call('hincrby', key, 'count', 1), since }
end
return counts`;

/** Takes one back of a key that is counted. */
const TAKE_BACK = `if redis.call('exists', KEYS[1]) == 1 then redis.call('hincrby', KEYS[1], 'count', -1) end`;

/**
 * Counts what is done too often per person, address or name, in one place for all replicas. While Redis is away each process counts by itself, so
 * that a limit becomes so many times as wide as there are processes, and never falls. A key is kept until its window ends, and says nothing that
 * was typed: whoever makes it hashes what is personal.
 */
export class Counts {
  private readonly own = new Map<string, Count>();

  constructor(
    private readonly redis: Redis,
    /** First part of the keys in Redis. */
    private readonly prefix: string,
  ) {}

  /** Adds one to each key. @returns the counts with these, by key */
  async add(keys: readonly string[], windowMs: number, now: Date): Promise<Map<string, Count>> {
    const rows = await this.orAlone(
      async () =>
        (await this.redis.eval(ADD, keys.length, ...keys.map(this.named), now.getTime(), windowMs)) as [count: number, since: number][],
      () => keys.map((key) => this.addAlone(key, windowMs, now)),
    );
    return new Map(rows.map(([count, since], index) => [String(keys[index]), { count, since: new Date(since) }]));
  }

  /** The next of these begins a new window. */
  async forget(keys: readonly string[]): Promise<void> {
    for (const key of keys) this.own.delete(key);
    await this.orAlone(
      () => this.redis.del(keys.map(this.named)),
      () => undefined,
    );
  }

  /** Counts one less: what was counted was none of these. */
  async takeBack(key: string): Promise<void> {
    await this.orAlone(
      () => this.redis.eval(TAKE_BACK, 1, this.named(key)),
      () => {
        const known = this.own.get(key);
        if (known) known.count -= 1;
      },
    );
  }

  private readonly named = (key: string) => `${this.prefix}:counts:${key}`;

  private addAlone(key: string, windowMs: number, now: Date): [count: number, since: number] {
    const known = this.own.get(key);
    const isOver = !known || known.since.getTime() <= now.getTime() - windowMs;
    const counted = isOver ? { count: 1, since: now } : { count: known.count + 1, since: known.since };
    if (isOver) this.own.delete(key);
    if (this.own.size >= MOST_OWN && !this.own.has(key)) this.own.delete(String(this.own.keys().next().value));
    this.own.set(key, counted);
    return [counted.count, counted.since.getTime()];
  }

  private async orAlone<T>(together: () => Promise<T>, alone: () => T): Promise<T> {
    try {
      return await together();
    } catch (error) {
      if (error instanceof Problem && error.problem === unavailable) return alone();
      throw error;
    }
  }
}
