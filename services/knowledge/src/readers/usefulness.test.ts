import { expect, test } from '@jest/globals';
import { favourOf, usefulnessOf } from './usefulness.js';

test.each([
  [90, 100, 0.8256],
  [45, 50, 0.7864],
  [10, 10, 0.7225],
  [9, 10, 0.5958],
  [3, 3, 0.4385],
  [2, 2, 0.3424],
  [1, 1, 0.2065],
  [0, 0, 0],
  [0, 1, 0],
])('KNB-04: %d good opinions of %d are worth %f', (good, all, worth) => {
  expect(usefulnessOf(good, all)).toBeCloseTo(worth, 4);
});

test('KNB-04: one vote of five stars does not pass twenty of four and a half', () => {
  expect(usefulnessOf(1, 1)).toBeLessThan(usefulnessOf(20 * ((4.5 - 1) / 4), 20));
});

test('KNB-11: stars say more than yes and no, and nothing is no opinion', () => {
  expect(favourOf({ isUseful: true, stars: 1 })).toBe(0);
  expect(favourOf({ isUseful: true, stars: null })).toBe(1);
  expect(favourOf({ isUseful: false, stars: null })).toBe(0);
  expect(favourOf({ isUseful: null, stars: 5 })).toBe(1);
  expect(favourOf({ isUseful: null, stars: null })).toBeNull();
});
