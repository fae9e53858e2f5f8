import { expect, test } from '@jest/globals';
import { paging } from '@sportello/contracts/contract';
import { invalidInput } from '@sportello/contracts/problems';
import { ascending, byInstant, byText, descending } from './paging.js';

interface Row {
  id: string;
  name: string;
  at: Date;
}

const id = '0195b5a2-7c1e-7000-8000-000000000001';
const row: Row = { id, name: 'Città di Òdine', at: new Date('2026-03-01T09:00:00.123Z') };
const byName = ascending<Row>([byText('it.name', ({ name }) => name)], 'it.id');
const newestFirst = descending<Row>([byInstant('it.at', ({ at }) => at)], 'it.id');

test('the next page begins after the last row of the one before, and the last page says so', () => {
  const rows = [row, { ...row, id: id.replace(/1$/, '2') }, { ...row, id: id.replace(/1$/, '3') }];
  const first = byName.cut(rows, 2);
  expect(first.items).toEqual(rows.slice(0, 2));
  expect(byName.read(first.next ?? '')).toEqual([row.name, rows[1]?.id]);
  expect(newestFirst.read(newestFirst.cut(rows, 1).next ?? '')).toEqual([row.at, id]);
  expect(byName.cut(rows, 3)).toEqual({ items: rows, next: null });
  expect(byName.cut([], 25)).toEqual({ items: [], next: null });
  expect(byName.read(undefined)).toBeUndefined();
});

const cursor = (place: unknown) => Buffer.from(JSON.stringify(place)).toString('base64url');

test.each([
  ['no cursor at all', 'nonsense'],
  ['nothing', ''],
  ['an object', cursor({ at: row.at, id })],
  ['too few values', cursor([row.at])],
  ['too many values', cursor([row.at, id, id])],
  ['an id that is none', cursor([row.at, 'b'])],
  ['a number for an instant', cursor([1, id])],
  ['an instant before ours', cursor(['-000500-01-01T00:00:00.000Z', id])],
  ['an instant that PostgreSQL cannot say', cursor(['+200000-01-01T00:00:00.000Z', id])],
])('a cursor that somebody wrote is refused, with its pointer: %s', (_what, after) => {
  expect(() => newestFirst.read(after)).toThrow(
    expect.objectContaining({ problem: invalidInput, extra: { errors: [expect.objectContaining({ pointer: '/after' })] } }),
  );
});

test('a cursor with a NUL, which PostgreSQL cannot compare, is refused', () => {
  expect(() => byName.read(cursor(['a\0b', id]))).toThrow(expect.objectContaining({ problem: invalidInput }));
});

test('the longest names of people still make a cursor that the contracts take', () => {
  const longest = { ...row, name: '\u{9F8D}'.repeat(100) };
  const both = ascending<Row>([byText('a', ({ name }) => name), byText('b', ({ name }) => name)], 'id');
  const { next } = both.cut([longest, longest], 1);
  expect(both.read(paging.after.parse(next))).toEqual([longest.name, longest.name, id]);
});
