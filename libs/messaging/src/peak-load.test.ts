import { expect, test } from '@jest/globals';
import { PeakLoad } from './peak-load.js';

/** A peak at a clock of its own, which stands still but for waiting; while somebody waits, requests come at these instants. */
function peakWith(arrives: (at: number) => boolean) {
  const clock = { at: 1_000, waits: 0, told: [] as number[] };
  const peakLoad = new PeakLoad(() => clock.told.push(clock.at), {
    now: () => clock.at,
    wait: (ms) => {
      clock.at += ms;
      clock.waits += 1;
      if (arrives(clock.at)) peakLoad.noteHere();
      return Promise.resolve();
    },
  });
  return { peakLoad, clock };
}

test('work that can wait does not when there is no peak', async () => {
  const { peakLoad, clock } = peakWith(() => false);
  await peakLoad.passedHere(60_000);
  await peakLoad.passedAnywhere(60_000);
  expect(clock.waits).toBe(0);
});

test('it waits as long as requests come, and a quarter of a second more', async () => {
  const { peakLoad, clock } = peakWith((at) => at <= 3_000);
  peakLoad.noteHere();
  await peakLoad.passedHere(60_000);
  expect(clock.at).toBe(3_250);
  await peakLoad.passedAnywhere(60_000);
  expect(clock.at).toBe(3_250);
});

test('a peak that never ends holds nothing back longer than it can wait', async () => {
  const { peakLoad, clock } = peakWith(() => true);
  peakLoad.noteHere();
  await peakLoad.passedHere(300);
  expect(clock.at).toBe(1_300);
});

test('what gives way to a peak anywhere waits for it once: after that nothing waits until it is over and another begins', async () => {
  const { peakLoad, clock } = peakWith(() => true);
  peakLoad.noteHere();
  await peakLoad.passedAnywhere(300);
  expect(clock.at).toBe(1_300);
  await peakLoad.passedAnywhere(300);
  expect(clock.at).toBe(1_300);
  clock.at = 5_000;
  peakLoad.noteElsewhere();
  await peakLoad.passedAnywhere(300);
  expect(clock.at).toBe(5_300);
});

test('whoever stops waits for no peak', async () => {
  const { peakLoad, clock } = peakWith(() => true);
  peakLoad.noteHere();
  await peakLoad.passedAnywhere(60_000, AbortSignal.abort());
  await peakLoad.passedHere(60_000, AbortSignal.abort());
  expect(clock.waits).toBe(0);
});

test('of a peak elsewhere only what gives way to all of them takes notice', async () => {
  const { peakLoad, clock } = peakWith(() => false);
  peakLoad.noteElsewhere();
  await peakLoad.passedHere(60_000);
  expect(clock.at).toBe(1_000);
  await peakLoad.passedAnywhere(60_000);
  expect(clock.at).toBe(1_250);
});

test('the others are told at once, and ten times a second as long as it goes on', async () => {
  const { peakLoad, clock } = peakWith((at) => at <= 1_400);
  peakLoad.noteHere();
  peakLoad.noteHere();
  await peakLoad.passedHere(60_000);
  expect(clock.told).toEqual([1_000, 1_100, 1_200, 1_300, 1_400]);
});
