import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getRatings, rateProcedure } from '@sportello/contracts/practices/ratings';
import { visitor } from '@sportello/messaging/actor';
import { bianchi, federica, manager, stranger } from '@sportello/testing/people';
import { refusal, World } from '../../test/world.js';

let world: World;
let procedureId: string;
beforeAll(async () => {
  world = await World.start();
  procedureId = await world.procedure();
});
afterAll(() => world?.stop());

const guest = visitor('it');
const rating = (values: object = {}) => ({
  id: procedureId,
  ratingId: randomUUID(),
  part: 'page' as const,
  stars: 4,
  answers: ['clear' as const],
  words: '',
  ...values,
});

test('C.SE.1.7: anybody rates a service, once however often it is sent, and its manager sees how many said what', async () => {
  const good = rating({ words: 'Le indicazioni\nerano chiare.' });
  for (const actor of [guest, guest]) expect(await world.ask(rateProcedure, good, actor)).toEqual({ stars: 4 });
  await world.ask(rateProcedure, rating({ stars: 2, answers: ['lost', 'unclear', 'lost'] }), federica);
  await world.ask(rateProcedure, rating({ stars: 1, answers: ['lost'] }), guest);
  await world.ask(rateProcedure, rating({ part: 'request', stars: 5, answers: [] }), guest);
  expect(await world.ask(getRatings, { id: procedureId }, manager)).toEqual({
    parts: [
      {
        part: 'page',
        stars: [1, 1, 0, 1, 0],
        answers: [
          { answer: 'lost', count: 2 },
          { answer: 'clear', count: 1 },
          { answer: 'unclear', count: 1 },
        ],
      },
      { part: 'request', stars: [0, 0, 0, 0, 1], answers: [] },
    ],
    words: [{ part: 'page', stars: 4, words: good.words, givenOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) }],
  });
});

test('nothing says who rated, or at what hour', async () => {
  const [column] = await world.service.db.query<{ names: string }[]>(
    `select string_agg(column_name, ' ' order by column_name) as names from information_schema.columns where table_name = 'ratings'`,
  );
  expect(column?.names).toBe('answers given_on id organization_id part procedure_id stars words');
});

test('the ratings of a service stay few: the oldest give way', async () => {
  const id = await world.procedure();
  await world.service.db.query(
    `insert into ratings (id, organization_id, procedure_id, part, stars, answers, words, given_on)
     select gen_random_uuid(), $2, $1, 'page', 1, '{}', 'vecchio', '2020-01-01' from generate_series(1, 2500)`,
    [id, manager.organizationId],
  );
  await world.ask(rateProcedure, rating({ id, stars: 5 }), guest);
  const { parts, words } = await world.ask(getRatings, { id }, manager);
  expect(parts[0]?.stars).toEqual([1_999, 0, 0, 0, 1]);
  expect(words).toHaveLength(50);
});

test.each([
  ['six stars', { stars: 6 }],
  ['a praise with two stars', { stars: 2 }],
  ['a difficulty with four', { answers: ['lost'] }],
  ['a long text', { words: 'a'.repeat(201) }],
])('%s is refused', async (_, values) => {
  expect((await refusal(world.ask(rateProcedure, rating(values) as never, guest))).type).toBe('invalid-input');
});

test('what is not published cannot be rated, and officers, citizens and other bodies do not see what was said', async () => {
  const hidden = await world.procedure({ status: 'building' });
  for (const id of [hidden, randomUUID()])
    expect((await refusal(world.ask(rateProcedure, rating({ id }), guest))).type).toBe('procedure-not-found');
  for (const actor of [bianchi, federica, guest])
    expect((await refusal(world.ask(getRatings, { id: procedureId }, actor))).type).toBe('forbidden');
  const elsewhere = { ...manager, organizationId: stranger.organizationId };
  expect((await refusal(world.ask(getRatings, { id: procedureId }, elsewhere))).type).toBe('procedure-not-found');
});
