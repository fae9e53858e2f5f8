import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { gather } from './gather.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const told: string[][] = [];
const begin = () => {
  told.length = 0;
  return gather<string>((things) => told.push([...things]));
};

test('what is arrived after a silence is told at once', () => {
  const { add } = begin();
  add(['queue', 'practice']);
  expect(told).toEqual([['queue', 'practice']]);
});

test('a thousand arrivals in two seconds are told once more, each thing once', () => {
  const { add } = begin();
  for (let i = 0; i < 1_000; i += 1) add(['queue']);
  add(['practice']);
  jest.advanceTimersByTime(1_999);
  expect(told).toEqual([['queue']]);
  jest.advanceTimersByTime(1);
  expect(told).toEqual([['queue'], ['queue', 'practice']]);
  jest.advanceTimersByTime(10_000);
  expect(told).toHaveLength(2);
  add(['queue']);
  expect(told).toHaveLength(3);
});

test('once it is stopped it tells nothing more', () => {
  const { add, stop } = begin();
  add(['queue']);
  add(['queue']);
  stop();
  jest.advanceTimersByTime(10_000);
  expect(told).toHaveLength(1);
});
