import { expect, test } from '@jest/globals';
import { wordsIn } from './words.ts';

test.each([
  ['a consumer that hears an event', 'hears'],
  ['const house = await openHouse();', 'house'],
  ['before it goes on telling', 'telling'],
  ['The practice is in charge', 'practice is in charge'],
  ['Sign in to compile the form', 'compile the form'],
])('%s is found by its word', (line, word) => {
  expect(wordsIn([['a.ts', `first line\n${line}`]])).toEqual([expect.stringContaining(`a.ts:2 says "${word}"`)]);
});

test.each([
  'An officer is in charge of the practice',
  'Members of the household',
  'It compiles the schema of a form',
  'what people are told',
])('%s is said as it is', (line) => {
  expect(wordsIn([['a.ts', line]])).toEqual([]);
});
