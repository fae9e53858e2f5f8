import { expect, test } from '@jest/globals';
import { best, fit } from './match.js';

test('a name is found by its beginning, by a word, by a part and by some of its letters, in this order', () => {
  const scores = ['prendi in carico', 'prendi', 'carico', 'endi', 'pic', 'z'].map((typed) => fit(typed, 'Prendi in carico'));
  expect(scores).toEqual([5, 4, 3, 2, 1, 0]);
});

test('accents and case do not count', () => {
  expect(fit('priorita', 'Priorità')).toBe(5);
  expect(fit('  OPERATORI ', 'Operatori')).toBe(5);
  expect(fit('l’aquila', "Comune dell'Aquila")).toBe(2);
  expect(fit('\u200bdordevic', 'Đorđević Dragan')).toBe(4);
});

test('nothing typed shows all, in their order', () => {
  const items = [{ name: 'Pratiche' }, { name: 'Approva' }, { name: 'Operatori' }];
  expect(best(items, '')).toEqual(items);
  expect(best(items, 'op').map(({ name }) => name)).toEqual(['Operatori']);
  expect(best(items, 'pra').map(({ name }) => name)).toEqual(['Pratiche', 'Approva', 'Operatori']);
});
