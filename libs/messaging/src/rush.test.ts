import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { Rush } from './rush.js';
import { Turn } from './turn.js';

test('whoever stands back waits as long as people press, and not a moment when nobody does', async () => {
  const rush = new Rush();
  await rush.isOver(60_000);
  rush.goesOn();
  let isOver = false;
  const over = rush.isOver(60_000).then(() => {
    isOver = true;
  });
  for (let presses = 0; presses < 20; presses += 1) {
    await sleep(20);
    expect(isOver).toBe(false);
    rush.goesOn();
  }
  await over;
});

test('a rush that never ends holds nobody back longer than its patience', async () => {
  const rush = new Rush();
  rush.goesOn();
  const pressing = setInterval(() => rush.goesOn(), 20);
  await rush.isOver(300);
  clearInterval(pressing);
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
