import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { EventLoop } from './event-loop.js';
import { Health } from './health.js';
import { Log } from './logger.js';
import { Metrics } from './metrics.js';

const metrics = new Metrics('tests');
const health = new Health(new EventLoop(new Log('tests', 'silent')), metrics);
let address: string;
beforeAll(async () => {
  address = `http://127.0.0.1:${await health.listen(0, '127.0.0.1')}/metrics`;
});
afterAll(() => health.close());

const lines = async (name: string) => {
  const response = await fetch(address);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
  return (await response.text()).split('\n').filter((line) => line.startsWith(name));
};

test('answers are counted by door and status, and nothing else is told of them', async () => {
  for (const seconds of [0.001, 0.2, 9]) metrics.answered('rpc.practices.get.v1', 200, seconds);
  metrics.answered('rpc.practices.get.v1', 404, 0.1);
  expect(await lines('sportello_request_duration_seconds_count')).toEqual([
    'sportello_request_duration_seconds_count{service="tests",door="rpc.practices.get.v1",status="200"} 3',
    'sportello_request_duration_seconds_count{service="tests",door="rpc.practices.get.v1",status="404"} 1',
  ]);
});

test('a figure is read when somebody looks; one that cannot be read, or does not come, is left out', async () => {
  let waiting = 2;
  metrics.gauge('waiting', 'Things that wait', ['kind'], async () => [[{ kind: 'one' }, waiting]]);
  metrics.gauge('broken', 'Nobody knows', [], () => Promise.reject(new Error('away')));
  metrics.gauge('late', 'Nobody waits for it', [], () => new Promise(() => undefined));
  expect(await lines('sportello_waiting')).toEqual(['sportello_waiting{kind="one",service="tests"} 2']);
  waiting = 0;
  expect(await lines('sportello_waiting')).toEqual(['sportello_waiting{kind="one",service="tests"} 0']);
  expect(await lines('sportello_broken')).toEqual([]);
  expect(await lines('sportello_late')).toEqual([]);
});
