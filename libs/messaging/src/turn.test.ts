import { expect, test } from '@jest/globals';
import { Turn } from './turn.js';

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
