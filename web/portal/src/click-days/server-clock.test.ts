import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readClock, waitBefore } from './server-clock.js';

test('CLK-18: the drift is read from the quickest answers, wherever the others were held up', () => {
  const late = (way: number, back: number, drift = 5_000) => ({ leftAt: 1_000, cameAt: 1_000 + way + back, serverAt: 1_000 + way + drift });
  expect(readClock([late(10, 10), late(12, 12), late(11, 11), late(900, 10), late(10, 2_000)])).toEqual({ offsetMs: 5_000, errorMs: 10 });
  expect(readClock([late(5, 5, -90_000)]).offsetMs).toBe(-90_000);
  expect(() => readClock([])).toThrow(RangeError);
});

test('CLK-18: whatever the ways there and back, the reading is wrong by half of the best one at most', () => {
  const way = fc.integer({ min: 0, max: 20_000 });
  const drift = fc.integer({ min: -86_400_000, max: 86_400_000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(way, way), { minLength: 1, maxLength: 9 }), drift, (ways, off) => {
      const samples = ways.map(([there, back]) => ({ leftAt: 0, cameAt: there + back, serverAt: there + off }));
      const widest = [...ways].sort((a, b) => a[0] + a[1] - b[0] - b[1])[Math.min(2, ways.length - 1)] ?? [0, 0];
      expect(Math.abs(readClock(samples).offsetMs - off)).toBeLessThanOrEqual((widest[0] + widest[1]) / 2);
    }),
  );
});

test('whoever was refused waits longer each time, never less than was asked, and no two the same', () => {
  expect(waitBefore(0, undefined, 0)).toBe(250);
  expect(waitBefore(0, 7_000, 0)).toBe(7_250);
  expect([0, 0.5, 1].map((chance) => waitBefore(3, undefined, chance))).toEqual([2_000, 3_000, 4_000]);
  expect(waitBefore(50, undefined, 1)).toBe(30_000);
});
