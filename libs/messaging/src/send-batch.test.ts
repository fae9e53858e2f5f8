import { expect, test } from '@jest/globals';
import { SendBatch } from './send-batch.js';

test('what one turn has to send goes out together, in order, and what comes meanwhile with the next', async () => {
  const batch = new SendBatch();
  const sent: string[] = [];
  batch.add(() => {
    sent.push('first');
    batch.add(() => sent.push('third'));
  });
  batch.add(() => sent.push('second'));
  await Promise.resolve();
  expect(sent).toEqual([]);
  await new Promise(setImmediate);
  expect(sent.slice(0, 2)).toEqual(['first', 'second']);
  await new Promise(setImmediate);
  expect(sent).toEqual(['first', 'second', 'third']);
});
