import { expect, test } from '@jest/globals';
import { windowFacts, windowReason, windowState } from './window.js';

const opensAt = new Date('2022-07-25T10:00:00Z');
const closesAt = new Date('2022-09-02T10:00:00Z');
const just = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds);

test('CAT-16: the opening instant is inside and the closing one outside, to the millisecond', () => {
  const window = { opensAt, closesAt };
  expect([just(opensAt, -1), opensAt, just(closesAt, -1), closesAt].map((now) => windowState(window, now))).toEqual([
    'early',
    'open',
    'open',
    'late',
  ]);
});

test('a window without bounds is always open', () => {
  for (const now of [new Date(0), new Date('2999-01-01')]) expect(windowState({ opensAt: null, closesAt: null }, now)).toBe('open');
});

test('CAT-16: date and hour are those of Rome, in winter too, and seconds are told when there are any', () => {
  const winter = { opensAt: new Date('2024-01-08T11:00:30Z'), closesAt: null };
  expect(windowReason(winter, new Date('2024-01-01'))?.it).toBe('Apre il 08/01/2024 alle ore 12:00:30');
  expect(windowReason({ opensAt, closesAt }, closesAt)?.en).toBe('It closed on 02/09/2022 at 12:00 (time of Rome)');
});

test('who comes early is told how long to wait, by the clock of the server', () => {
  const facts = windowFacts({ opensAt, closesAt }, just(opensAt, -1_500));
  expect(facts).toMatchObject({ retryAfterMs: 1_500, retryAfterSeconds: 2, serverTime: just(opensAt, -1_500) });
  expect(windowFacts({ opensAt, closesAt }, closesAt)).not.toHaveProperty('retryAfterMs');
});
