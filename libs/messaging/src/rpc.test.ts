import { expect, jest, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { listCategories } from '@sportello/contracts/practices/procedures';
import { unavailable } from '@sportello/contracts/problems';
import { visitor } from './actor.js';
import { NotYet } from './problem.js';
import { reply } from './rpc.js';

const twin = () => Object.assign(new Error('duplicate key value'), { code: '23505' });
const ask = (answer: () => Promise<{ items: [] }>) => reply(listCategories, '{}', visitor('it'), answer);

test('what somebody else wrote at the same moment is found when the question begins anew', async () => {
  const answer = jest.fn<() => Promise<{ items: [] }>>().mockRejectedValueOnce(twin()).mockResolvedValueOnce({ items: [] });
  expect(await ask(answer)).toEqual({ body: '{"items":[]}' });
});

test('what is in the way a second time is a fault, and so is every other failure at once', async () => {
  const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  const always = jest.fn<() => Promise<{ items: [] }>>().mockImplementation(() => Promise.reject(twin()));
  const other = jest.fn<() => Promise<{ items: [] }>>().mockImplementation(() => Promise.reject(new Error('broken')));
  expect([(await ask(always)).problem, always.mock.calls.length]).toEqual([500, 2]);
  expect([(await ask(other)).problem, other.mock.calls.length]).toEqual([500, 1]);
  expect(logged).toHaveBeenCalledTimes(2);
});

test('what is on its way is waited for outside of the answer, which then begins anew, once', async () => {
  const late = (isComing: boolean) => new NotYet(unavailable, { it: 'tra poco', en: 'soon' }, {}, () => Promise.resolve(isComing));
  const answer = jest.fn<() => Promise<{ items: [] }>>().mockRejectedValueOnce(late(true)).mockResolvedValueOnce({ items: [] });
  expect(await ask(answer)).toEqual({ body: '{"items":[]}' });
  for (const [isComing, times] of [
    [false, 1],
    [true, 2],
  ] as const) {
    const never = jest.fn<() => Promise<{ items: [] }>>().mockImplementation(() => Promise.reject(late(isComing)));
    expect([(await ask(never)).problem, never.mock.calls.length]).toEqual([503, times]);
  }
});
