import { expect, test } from '@jest/globals';
import { notReplaced, type Sending, withSending } from './sending.js';

const chosen = (name: string, refusal: string | null): Sending => ({
  id: name,
  file: new File(['x'], name),
  part: null,
  refusal,
  mayTryAgain: false,
  cancel: new AbortController(),
});
const namesOf = (list: readonly Sending[]) => list.map(({ id }) => id);

test('a refused file stays beside the next ones, until one of its name is chosen', () => {
  const list = [chosen('a.exe', 'no'), chosen('b.exe', 'no'), chosen('c.pdf', null)];
  expect(namesOf(notReplaced(list, [new File(['x'], 'd.pdf')], 3))).toEqual(['a.exe', 'b.exe', 'c.pdf']);
  expect(namesOf(notReplaced(list, [new File(['x'], 'a.exe')], 3))).toEqual(['b.exe', 'c.pdf']);
});

test('where one file is taken, any other replaces the one that was refused', () => {
  expect(notReplaced([chosen('a.exe', 'no')], [new File(['x'], 'b.pdf')], 1)).toEqual([]);
});

test('a field without files is not kept', () => {
  const all = withSending(new Map(), '/documents', () => [chosen('a.pdf', null)]);
  expect([...all.keys()]).toEqual(['/documents']);
  expect(withSending(all, '/documents', () => []).size).toBe(0);
});
