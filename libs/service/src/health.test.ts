import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { EventLoop } from './event-loop.js';
import { Health } from './health.js';
import { Log } from './logger.js';
import { Metrics } from './metrics.js';

let health: Health;
let address: string;

beforeEach(async () => {
  health = new Health(new EventLoop(new Log('tests', 'silent')), new Metrics('tests'));
  address = `http://127.0.0.1:${await health.listen(0, '127.0.0.1')}`;
});
afterEach(() => health.close());

const ask = async (path: string) => {
  const response = await fetch(address + path);
  return { status: response.status, body: (await response.json()) as object };
};
const away = () => Promise.reject(new Error('away'));
const frozen = () => new Promise(() => undefined);

test('a process is ready when all that it needs answers', async () => {
  health.needs('database', () => Promise.resolve());
  expect(await ask('/ready')).toEqual({ status: 200, body: { status: 'ok', failing: [], degraded: [], warnings: [] } });
});

test.each([
  ['is away', away],
  ['never answers', frozen],
  [
    'throws at once',
    () => {
      throw new Error('away');
    },
  ],
])('a process is not ready when something that it needs %s, and says what', async (_how, check) => {
  health.needs('database', () => Promise.resolve());
  health.needs('storage', check);
  expect(await ask('/ready')).toMatchObject({ status: 503, body: { status: 'failing', failing: ['storage'] } });
  expect(await ask('/live')).toMatchObject({ status: 200 });
  expect(await ask('/accepting')).toMatchObject({ status: 200 });
});

test('what it can do without leaves it ready and degraded', async () => {
  health.prefers('issuer', away);
  health.warn('files are not scanned');
  expect(await ask('/ready')).toMatchObject({
    status: 200,
    body: { status: 'degraded', degraded: ['issuer'], warnings: ['files are not scanned'] },
  });
});

test('a process that stops takes no more work', async () => {
  health.stopping();
  expect(await ask('/ready')).toMatchObject({ status: 503, body: { status: 'stopping' } });
  expect(await ask('/accepting')).toMatchObject({ status: 503 });
  expect(await ask('/live')).toMatchObject({ status: 200 });
});

test('whoever asks a hundred times at once makes the checks run once', async () => {
  let looks = 0;
  health.needs('database', () => {
    looks += 1;
    return Promise.resolve();
  });
  await Promise.all(Array.from({ length: 100 }, () => health.state()));
  expect(looks).toBe(1);
});

test('work waits for what is slow, and not for what fell silent', async () => {
  health.needs('database', () => Promise.resolve());
  health.needs('bus', frozen);
  const never = new Promise(() => undefined);
  await expect(health.unlessAway(['database', 'bus'], never)).rejects.toMatchObject({ problem: { type: 'unavailable' } });
  const slow = new Promise((done) => setTimeout(() => done('at last'), 3_000));
  expect(await health.unlessAway(['database'], slow)).toBe('at last');
  await expect(health.unlessAway(['bus'], Promise.reject(new Error('its own')))).rejects.toThrow('its own');
});
