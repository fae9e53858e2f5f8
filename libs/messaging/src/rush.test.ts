import { expect, test } from '@jest/globals';
import { Rush } from './rush.js';
import { Turn } from './turn.js';

/** A rush at a clock of its own, which stands still but for waiting; while somebody waits, people press at these instants. */
function rushWith(presses: (at: number) => boolean) {
  const clock = { at: 1_000, waits: 0 };
  const rush = new Rush({
    now: () => clock.at,
    wait: (ms) => {
      clock.at += ms;
      clock.waits += 1;
      if (presses(clock.at)) rush.goesOn();
      return Promise.resolve();
    },
  });
  return { rush, clock };
}

test('nobody stands back for a moment when nobody presses', async () => {
  const { rush, clock } = rushWith(() => false);
  await rush.isOver(60_000);
  expect(clock.waits).toBe(0);
});

test('whoever stands back waits as long as people press, and a quarter of a second more', async () => {
  const { rush, clock } = rushWith((at) => at <= 3_000);
  rush.goesOn();
  await rush.isOver(60_000);
  expect(clock.at).toBe(3_250);
  await rush.isOver(60_000);
  expect(clock.at).toBe(3_250);
});

test('a rush that never ends holds nobody back longer than its patience', async () => {
  const { rush, clock } = rushWith(() => true);
  rush.goesOn();
  await rush.isOver(300);
  expect(clock.at).toBe(1_300);
});

test('what one turn has to send goes out together, in order, and what comes meanwhile with the next', async () => {
  const turn = new Turn();
  const sent: string[] = [];
  turn.atEnd(() => {
    sent.push('first');
    turn.atEnd(() => sent.push('third'));
  });
  turn.atEnd(() => sent.push('second'));
  await Promise.resolve();
  expect(sent).toEqual([]);
  await new Promise(setImmediate);
  expect(sent.slice(0, 2)).toEqual(['first', 'second']);
  await new Promise(setImmediate);
  expect(sent).toEqual(['first', 'second', 'third']);
});
