import type { Redis } from 'ioredis';

interface Reading {
  keys: readonly string[];
  give(values: (string | null)[]): void;
  fail(error: unknown): void;
}

/** Keys of one command. */
const MOST_KEYS = 1_000;

/** Reads what is asked in one turn of the event loop by one command: for many requests together a look into Redis costs little. */
export class KeysAtOnce {
  private readings: Reading[] = [];

  constructor(private readonly redis: Redis) {}

  /** @returns a value for each key, null where there is none */
  read(...keys: readonly string[]): Promise<(string | null)[]> {
    return new Promise((give, fail) => {
      if (this.readings.push({ keys, give, fail }) === 1) setImmediate(() => this.readAll());
    });
  }

  private readAll(): void {
    const readings = this.readings;
    this.readings = [];
    let group: Reading[] = [];
    let size = 0;
    for (const reading of readings) {
      if (size + reading.keys.length > MOST_KEYS) {
        void this.readGroup(group);
        [group, size] = [[], 0];
      }
      group.push(reading);
      size += reading.keys.length;
    }
    void this.readGroup(group);
  }

  private async readGroup(group: Reading[]): Promise<void> {
    try {
      const places = new Map<string, number>();
      for (const { keys } of group) for (const key of keys) if (!places.has(key)) places.set(key, places.size);
      const values = await this.redis.mget([...places.keys()]);
      for (const { keys, give } of group) give(keys.map((key) => values[places.get(key) ?? -1] ?? null));
    } catch (error) {
      for (const { fail } of group) fail(error);
    }
  }
}
