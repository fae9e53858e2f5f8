import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { attend, lateAnswers, onLateAnswers, patienceMs } from './patience.js';
import { UnreachableError } from './problem.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** An answer that comes when it is let go. */
const held = () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  return { call: () => promise, resolve };
};

test('after three seconds without an answer the page knows, and when it has come it forgets', async () => {
  const { call, resolve } = held();
  const told: number[] = [];
  const forget = onLateAnswers(() => told.push(lateAnswers().length));
  const answer = attend(call);
  jest.advanceTimersByTime(patienceMs - 1);
  expect(lateAnswers()).toHaveLength(0);
  jest.advanceTimersByTime(1);
  expect(lateAnswers()).toHaveLength(1);
  resolve('sent');
  expect(await answer).toBe('sent');
  expect(told).toEqual([1, 0]);
  forget();
});

test('who does not want to wait any longer stops waiting for that answer alone', async () => {
  const first = held();
  const second = held();
  const answers = [attend(first.call), attend(second.call)];
  jest.advanceTimersByTime(patienceMs);
  lateAnswers()[0]?.giveUp();
  await expect(answers[0]).rejects.toBeInstanceOf(UnreachableError);
  expect(lateAnswers()).toHaveLength(1);
  second.resolve('sent');
  expect(await answers[1]).toBe('sent');
  expect(lateAnswers()).toHaveLength(0);
});

test('what is refused is told as it was refused', async () => {
  await expect(attend(() => Promise.reject(new RangeError('no')))).rejects.toThrow(RangeError);
  jest.advanceTimersByTime(patienceMs);
  expect(lateAnswers()).toHaveLength(0);
});
