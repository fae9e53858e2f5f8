import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { EventLoop } from './event-loop.js';
import { Health } from './health.js';
import { Log } from './logger.js';
import { Metrics } from './metrics.js';

let eventLoop: EventLoop;
let health: Health;
let address: string;
let said: unknown[];

beforeEach(async () => {
  said = [];
  const log = new Log('tests', 'silent');
  log.warn = (message: unknown) => void said.push(message);
  eventLoop = new EventLoop(log);
  health = new Health(eventLoop, new Metrics('tests'));
  address = `http://127.0.0.1:${await health.listen(0, '127.0.0.1')}/event-loop`;
  eventLoop.watch();
});
afterEach(async () => {
  eventLoop.stop();
  await health.close();
});

const ask = async (method: 'GET' | 'DELETE') =>
  (await fetch(address, { method, headers: { connection: 'close' } })).json() as Promise<{ clockMs: number; cpuMs: number }>;

/** Reckons until the thread has spent this much of the processor, whatever else the machine does. */
function reckon(milliseconds: number): void {
  const spent = () => process.threadCpuUsage().user / 1_000;
  for (const until = spent() + milliseconds; spent() < until; );
}

test('work that holds the event loop for long is told in the log and at the health port, until it is forgotten', async () => {
  reckon(120);
  const held = await ask('DELETE');
  expect(held.cpuMs).toBeGreaterThanOrEqual(120);
  expect(held.clockMs).toBeGreaterThanOrEqual(100);
  expect(said).toContainEqual(expect.objectContaining({ msg: 'the event loop was held' }));
  expect((await ask('GET')).cpuMs).toBeLessThan(held.cpuMs);
});
