import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { unavailable } from '@sportello/contracts/problems';
import { Log } from '@sportello/service/logger';
import { connectJobs, connectRedis, isAway } from '@sportello/service/redis';
import type { Redis } from 'ioredis';
import { eventually } from './servers.js';
import { Wire } from './wire.js';

let wire: Wire;
let redis: Redis;
let url: string;
const log = new Log('tests', 'silent');

beforeEach(async () => {
  wire = new Wire();
  url = await wire.open();
  redis = await connectRedis(url, log);
});
afterEach(async () => {
  redis.disconnect();
  await wire.cut();
});

const away = { problem: unavailable };
test('while Redis is away whoever asks is told at once that it is unavailable, and later it answers again', async () => {
  await wire.cut();
  await expect(redis.get('a key')).rejects.toMatchObject(away);
  await expect(redis.set('a key', '1', 'EX', 1)).rejects.toMatchObject(away);
  await wire.open();
  await eventually(() => expect(redis.ping()).resolves.toBe('PONG'));
});

test('a Redis that is frozen is given up by everybody who asks, and waited for by jobs', async () => {
  const jobs = connectJobs(url, log);
  await jobs.ping();
  wire.freeze();
  const answered = jest.fn();
  const waiting = jobs.ping().finally(answered);
  await expect(redis.get('a key')).rejects.toMatchObject(away);
  await expect(redis.set('a key', '1', 'EX', 1)).rejects.toMatchObject(away);
  // Several commands at once fail as a whole, with what the library says of its connection.
  await expect(redis.multi().set('a key', '1', 'EX', 1).get('a key').exec().catch(isAway)).resolves.toBe(true);
  // It greets the server anew each time; a greeting without an answer is no fault of the process.
  for (const _again of [1, 2]) await new Promise<void>((done) => redis.once('close', () => done()));
  expect(answered).not.toHaveBeenCalled();
  wire.thaw();
  jobs.disconnect(true);
  await expect(waiting).resolves.toBe('PONG');
  jobs.disconnect();
  await eventually(() => expect(redis.ping()).resolves.toBe('PONG'));
});

test('a process that was held for longer than that still reads what Redis had answered', async () => {
  const asked = redis.ping();
  const closed = jest.fn();
  redis.once('close', closed);
  const until = Date.now() + 2_500;
  while (Date.now() < until);
  await expect(asked).resolves.toBe('PONG');
  await expect(redis.ping()).resolves.toBe('PONG');
  expect(closed).not.toHaveBeenCalled();
});

test('what Redis itself refuses is no outage', async () => {
  await redis.set('redis-test', 'text', 'EX', 5);
  await expect(redis.lpush('redis-test', 'x')).rejects.toThrow('WRONGTYPE');
});

test('what jobs say waits for Redis', async () => {
  const jobs = connectJobs(url, log);
  try {
    await jobs.ping();
    await wire.cut();
    const waiting = jobs.ping();
    await wire.open();
    await expect(waiting).resolves.toBe('PONG');
  } finally {
    jobs.disconnect();
  }
});
