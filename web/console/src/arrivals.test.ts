import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compare, neighbour } from './arrivals.js';

const rows = (...ids: string[]) => ids.map((id) => ({ id, status: 'old' }));

test('new practices are counted and do not move the rows', () => {
  const compared = compare(rows('b', 'c'), rows('a', 'b', 'c'), true);
  expect(compared.rows.map(({ id }) => id)).toEqual(['b', 'c']);
  expect(compared).toMatchObject({ arrived: 1, gone: [] });
});

test('a row that a colleague changed shows it in its place', () => {
  const compared = compare(
    rows('a', 'b'),
    [
      { id: 'b', status: 'new' },
      { id: 'a', status: 'old' },
    ],
    true,
  );
  expect(compared.rows).toEqual([
    { id: 'a', status: 'old' },
    { id: 'b', status: 'new' },
  ]);
});

test('a row that left the view stays in its place and is marked', () => {
  expect(compare(rows('a', 'b', 'c'), rows('b', 'c'), true).gone).toEqual(['a']);
});

test('a row pushed beyond the first page is not said to have left', () => {
  expect(compare(rows('a', 'b', 'c'), rows('n', 'a', 'b'), false)).toMatchObject({ arrived: 1, gone: [] });
  expect(compare(rows('a', 'b', 'c'), rows('n', 'm', 'o'), false)).toMatchObject({ arrived: 3, gone: [] });
});

test('whatever comes, the rows shown keep their order', () => {
  const ids = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e', 'f', 'g'));
  fc.assert(
    fc.property(ids, ids, fc.boolean(), (shown, now, isWhole) => {
      const compared = compare(rows(...shown), rows(...now), isWhole);
      expect(compared.rows.map(({ id }) => id)).toEqual(shown);
      expect(compared.gone.every((id) => shown.includes(id) && !now.includes(id))).toBe(true);
    }),
  );
});

test('next and previous stop at the ends, and begin at the first', () => {
  const list = rows('a', 'b', 'c');
  expect(neighbour(list, 'a', 1)?.id).toBe('b');
  expect(neighbour(list, 'c', 1)).toBeNull();
  expect(neighbour(list, 'a', -1)).toBeNull();
  expect(neighbour(list, null, 1)?.id).toBe('a');
  expect(neighbour([], null, 1)).toBeNull();
});
