import { expect, test } from '@jest/globals';
import { actions, handsOn, offersOf, type Practice, partToJudge, turnOf } from './actions.js';

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

test('PRA-32, PRA-34: a practice of a colleague can be taken over or assigned, and one of hers released', () => {
  const offers = offersOf(held('under_review', ['take-over', 'assign', 'assign-office'], bianchi), 'c');
  expect(offers.filter(({ off }) => off === null).map(({ action }) => action)).toEqual(['take-over', 'assign']);
  const own = offersOf(held('awaiting_amendment', ['assign', 'assign-office', 'release'], bianchi), 'b');
  expect(own.map(({ action }) => action)).toEqual(['assign', 'release']);
});

test('a final state offers nothing', () => {
  for (const status of ['approved', 'rejected', 'acquired'] as const) {
    expect(offersOf(held(status, [], bianchi), 'b')).toEqual([]);
    expect(offersOf(held(status, [], bianchi), 'c')).toEqual([]);
    expect(turnOf(held(status, []))).toBe('nobody');
  }
});

test('a practice opens on what waits to be judged: additions, or observations on an announced refusal', () => {
  const observations = (status: 'awaited' | 'sent') => [{ status }] as Practice['observations'];
  expect(partToJudge({ status: 'amendment_submitted' })).toBe('amendments');
  expect(partToJudge({ status: 'under_review', observations: observations('sent') })).toBe('observations');
  expect(partToJudge({ status: 'awaiting_observations', observations: observations('awaited') })).toBeNull();
  expect(partToJudge({ status: 'under_review' })).toBeNull();
});

test('whose turn it is', () => {
  expect(turnOf(held('submitted', []))).toBe('registering');
  expect(turnOf(held('submitted', ['take']))).toBe('office');
  expect(turnOf(held('awaiting_amendment', []))).toBe('applicant');
  expect(turnOf(held('amendment_submitted', []))).toBe('officer');
});

test('taking and accepting leave the practice open, the rest hands it on', () => {
  expect(actions.filter((action) => !handsOn(action))).toEqual([
    'take',
    'accept-amendment',
    'correct',
    'ask-opinion',
    'give-opinion',
    'drop-opinion',
    'close-amendment',
    'reopen-closed',
    'take-over',
  ]);
});
