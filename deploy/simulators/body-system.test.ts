import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { bodySystems } from '@sportello/contracts/body-systems';
import { AnsweredAcquisition, AnsweredRegistration } from '@sportello/contracts/practices/systems';
import { type BodySystem, startBodySystem } from './body-system.ts';

let system: BodySystem;
beforeAll(async () => {
  system = await startBodySystem();
});
afterAll(() => system?.stop());

type Operation = { put: { requestBody: { content: { 'application/json': { example: object } } } } };
const examples = Object.entries(bodySystems('1.0.0')['paths'] as Record<string, Operation>).map(
  ([path, { put }]) => [path, put.requestBody.content['application/json'].example] as const,
);
const key = '0198f4c2-7c00-7000-8000-000000000001';
const put = (path: string, body: object, secret = system.secret) =>
  fetch(`${system.url}${path.replace('{key}', key)}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${secret}` },
    body: JSON.stringify(body),
  });

test.each(examples)('the simulated system takes the example of %s, and answers the same key the same', async (path, example) => {
  const [first, second] = [await (await put(path, example)).json(), await (await put(path, example)).json()];
  expect(second).toEqual(first);
  const shape = path.startsWith('/registrations') ? AnsweredRegistration : AnsweredAcquisition;
  expect(shape.parse(first).key).toBe(key);
});

test('whoever does not know its secret gets nothing', async () => {
  expect((await put('/registrations/{key}', {}, 'another')).status).toBe(401);
});
