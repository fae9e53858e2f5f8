import { expect, test } from '@jest/globals';
import { Log } from './logger.js';
import { endInOrder } from './shutdown.js';

test('a part that never ends holds nobody up, and is named in the log', async () => {
  const said: unknown[] = [];
  const log = new Log('tests', 'silent');
  log.warn = (message: unknown) => void said.push(message);
  const ended: string[] = [];
  const end = (name: string) => async () => void ended.push(name);
  await endInOrder(log, [
    ['events', end('events'), 1_000],
    ['bus', () => new Promise(() => undefined), 10],
    ['outbox', () => Promise.reject(new Error('broken')), 1_000],
    ['database', end('database'), 1_000],
  ]);
  expect(ended).toEqual(['events', 'database']);
  expect(said).toEqual([expect.objectContaining({ part: 'bus' }), expect.objectContaining({ part: 'outbox' })]);
});
