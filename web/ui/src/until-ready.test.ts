import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { ProblemError } from './problem.js';
import { mostTries, pauseMs, untilReady } from './until-ready.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const refused = (type: string) => new ProblemError({ type: `/problems/${type}`, status: 409, title: 'x' });

/** Asks while the time passes. @param answers what is answered each time, the last for ever */
const asked = (answers: readonly unknown[], stop = new AbortController()) => {
  const told = { asked: 0, late: 0 };
  const ask = () => {
    const answer = answers[Math.min(told.asked, answers.length - 1)];
    told.asked += 1;
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const onLate = () => {
    told.late += 1;
  };
  const result = untilReady(ask, onLate, stop.signal).catch((error: unknown) => error);
  return { told, result, stop };
};

test('PAY-04: a paper that is still being printed is asked for until it is there, and that is said once', async () => {
  const notYet = refused('paper-not-ready');
  const { told, result } = asked([notYet, notYet, 'there']);
  await jest.advanceTimersByTimeAsync(2 * pauseMs);
  expect(await result).toBe('there');
  expect(told).toEqual({ asked: 3, late: 1 });
});

test('PAY-04: one that is never printed is asked for so many times, and then it is said that it is not there', async () => {
  const notYet = refused('paper-not-ready');
  const { told, result } = asked([notYet]);
  await jest.advanceTimersByTimeAsync(2 * mostTries * pauseMs);
  expect(await result).toBe(notYet);
  expect(told).toEqual({ asked: mostTries, late: 1 });
});

test('PAY-04: what is refused for another reason is told at once, and nobody asks for who has left', async () => {
  const none = refused('notice-not-printable');
  expect(await asked([none]).result).toBe(none);
  const { told, result, stop } = asked([refused('paper-not-ready'), 'there']);
  await jest.advanceTimersByTimeAsync(pauseMs - 1);
  stop.abort();
  await jest.advanceTimersByTimeAsync(1);
  expect(await result).toBe(stop.signal.reason);
  expect(told.asked).toBe(1);
});
