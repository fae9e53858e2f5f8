import { expect, test } from '@jest/globals';
import { Together } from './together.js';

test('what is asked at the same time is done at once, and each gets its own answer', async () => {
  const groups: number[][] = [];
  const together = new Together(async (numbers: number[]) => {
    groups.push(numbers);
    return numbers.map((number) => number * 2);
  });
  const asked = Array.from({ length: 250 }, (_, at) => at);
  expect(await Promise.all(asked.map((number) => together.ask(number)))).toEqual(asked.map((number) => number * 2));
  expect(groups.map(({ length }) => length)).toEqual([100, 100, 50]);
  expect(await together.ask(7)).toBe(14);
});

test('what comes while much is under way goes together afterwards, and a failure is that of its group alone', async () => {
  const open: { numbers: number[]; end: (error?: Error) => void }[] = [];
  const together = new Together((numbers: number[]) => {
    const { promise, resolve, reject } = Promise.withResolvers<number[]>();
    open.push({ numbers, end: (error) => (error ? reject(error) : resolve(numbers)) });
    return promise;
  });
  const turn = () => new Promise((done) => setImmediate(done));
  const answers: Promise<number>[] = [];
  for (let at = 0; at < 7; at++) {
    answers.push(together.ask(at));
    await turn();
  }
  const failed = expect(answers[0]).rejects.toThrow('broken');
  expect(open.map(({ numbers }) => numbers)).toEqual([[0], [1], [2], [3]]);
  open[0]?.end(new Error('broken'));
  await failed;
  await turn();
  expect(open.at(-1)?.numbers).toEqual([4, 5, 6]);
  for (const { end } of open) end();
  expect(await Promise.all(answers.slice(1))).toEqual([1, 2, 3, 4, 5, 6]);
});
