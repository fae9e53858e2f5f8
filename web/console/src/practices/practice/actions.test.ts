import { expect, test } from '@jest/globals';
import { actions, handsOn, offersOf, type Practice, turnOf } from './actions.js';

const bianchi = { id: 'b', name: 'Laura Bianchi' };
const held = (status: Practice['status'], moves: Practice['moves'], officer: Practice['officer'] = null) => ({ status, moves, officer });

test('PRA-30: before it is assigned only taking is on, and the rest says so', () => {
  expect(offersOf(held('registered', ['take']), 'b')).toEqual([
    { action: 'take', off: null },
    { action: 'approve', off: 'take-first' },
    { action: 'reject', off: 'take-first' },
    { action: 'request-amendment', off: 'take-first' },
  ]);
});

test('PRA-36: the officer in charge sees the moves of the answer', () => {
  const offers = offersOf(held('under_review', ['request-amendment', 'approve', 'reject'], bianchi), 'b');
  expect(offers).toEqual(['approve', 'reject', 'request-amendment'].map((action) => ({ action, off: null })));
});

test('a colleague sees the decisions off, with the reason', () => {
  expect(offersOf(held('under_review', [], bianchi), 'c').map(({ off }) => off)).toEqual(['other', 'other', 'other']);
  expect(offersOf(held('amendment_submitted', [], bianchi), 'c')).toEqual([
    { action: 'accept-amendment', off: 'other' },
    { action: 'refuse-amendment', off: 'other' },
  ]);
});

test('PRA-40: the answer is assessed only after it came', () => {
  expect(offersOf(held('awaiting_amendment', [], bianchi), 'b')).toEqual([]);
  expect(offersOf(held('amendment_submitted', ['accept-amendment', 'refuse-amendment'], bianchi), 'b').map(({ action }) => action)).toEqual(
    ['accept-amendment', 'refuse-amendment'],
  );
});

test('an amendment taken over while nobody holds it can be taken, and then assessed', () => {
  expect(offersOf(held('amendment_submitted', ['take']), 'b')).toEqual([
    { action: 'take', off: null },
    { action: 'accept-amendment', off: 'take-first' },
    { action: 'refuse-amendment', off: 'take-first' },
  ]);
});

test('a final state offers nothing', () => {
  for (const status of ['approved', 'rejected', 'acquired'] as const) {
    expect(offersOf(held(status, [], bianchi), 'b')).toEqual([]);
    expect(offersOf(held(status, [], bianchi), 'c')).toEqual([]);
    expect(turnOf(held(status, []))).toBe('nobody');
  }
});

test('whose turn it is', () => {
  expect(turnOf(held('submitted', []))).toBe('registering');
  expect(turnOf(held('submitted', ['take']))).toBe('office');
  expect(turnOf(held('awaiting_amendment', []))).toBe('applicant');
  expect(turnOf(held('amendment_submitted', []))).toBe('officer');
});

test('taking and accepting leave the practice open, the rest hands it on', () => {
  expect(actions.filter((action) => !handsOn(action))).toEqual(['take', 'accept-amendment']);
});
