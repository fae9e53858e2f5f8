import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Counts } from '@sportello/service/counts';
import { Log } from '@sportello/service/logger';
import { connectRedis } from '@sportello/service/redis';
import type { Redis } from 'ioredis';
import { eventually } from './servers.js';
import { Wire } from './wire.js';

const log = new Log('tests', 'silent');
const QUARTER_MS = 15 * 60_000;
const now = new Date();
const later = (ms: number) => new Date(now.getTime() + ms);

let wire: Wire;
let redis: Redis;
let prefix: string;
let counts: Counts;

beforeEach(async () => {
  prefix = `test-${randomUUID()}`;
  wire = new Wire();
  redis = await connectRedis(await wire.open(), log);
  counts = new Counts(redis, prefix);
});
afterEach(async () => {
  redis.disconnect();
  await wire.cut();
});

const add = async (key: string, at = now, who = counts) => (await who.add([key], QUARTER_MS, at)).get(key);

test('replicas count together, each key by itself, from its first one until its window ends', async () => {
  const replica = new Counts(redis, prefix);
  expect(await add('a')).toEqual({ count: 1, since: now });
  expect(await add('a', later(1_000), replica)).toEqual({ count: 2, since: now });
  expect(await counts.add(['a', 'b'], QUARTER_MS, later(2_000))).toEqual(
    new Map([
      ['a', { count: 3, since: now }],
      ['b', { count: 1, since: later(2_000) }],
    ]),
  );
  expect(await add('a', later(QUARTER_MS))).toEqual({ count: 1, since: later(QUARTER_MS) });
});

test('what is added by many at once is counted one by one', async () => {
  const added = await Promise.all(Array.from({ length: 50 }, () => add('a')));
  expect(added.map((it) => it?.count).toSorted((a = 0, b = 0) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
});

test('what is forgotten begins anew, and what is taken back was not counted', async () => {
  for (let time = 0; time < 3; time += 1) await counts.add(['a', 'b'], QUARTER_MS, now);
  await counts.forget(['a']);
  await counts.takeBack('b');
  await counts.takeBack('never counted');
  expect((await add('a'))?.count).toBe(1);
  expect((await add('b'))?.count).toBe(3);
  expect(await add('never counted')).toEqual({ count: 1, since: now });
});

test('Redis keeps nothing for longer than the window', async () => {
  await add('a');
  const [key = ''] = await redis.keys(`${prefix}*`);
  const left = await redis.pttl(key);
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThanOrEqual(QUARTER_MS);
});

test('while Redis is away a process counts by itself, and no limit falls', async () => {
  await add('a');
  await wire.cut();
  for (const count of [1, 2, 3]) expect((await add('a'))?.count).toBe(count);
  await counts.takeBack('a');
  expect((await add('a'))?.count).toBe(3);
  await counts.forget(['a']);
  expect((await add('a', later(1)))?.count).toBe(1);
  expect((await add('a', later(QUARTER_MS + 1)))?.count).toBe(1);
  await wire.open();
  await eventually(async () => expect(await redis.ping()).toBe('PONG'));
  expect((await add('a'))?.count).toBe(2);
});

test('what a process counts by itself is bounded: the oldest key gives way', async () => {
  await wire.cut();
  await add('first');
  const keys = Array.from({ length: 10_000 }, (_, index) => `key ${index}`);
  await counts.add(keys, QUARTER_MS, now);
  expect((await add('key 9999'))?.count).toBe(2);
  expect((await add('first'))?.count).toBe(1);
});
