import { expect, test } from '@jest/globals';
import { constantFrom, dictionary, assert as holds, jsonValue, property, string } from 'fast-check';
import { faultOf } from './json-text.js';

test('a member of one name twice in one object is found, however it is written', () => {
  for (const text of ['{"a":1,"a":2}', '{"b":[{"a":"{","\\u0061" : 1}]}', '{"":0,"x":{"a":1},"":1}', '{"a\\"":1,"a\\"":2}'])
    expect(faultOf(text)).toBe('member-twice');
});

test('equal names in objects of their own, and equal texts, are no fault', () => {
  for (const text of [
    '[{"a":1},{"a":1}]',
    '{"a":{"a":{"a":"a"}}}',
    '["a","a"]',
    '{"a":"b","b":"a","c":":"}',
    '{"a":["a:","a"],"b":1}',
    '',
    '"',
  ])
    expect(faultOf(text)).toBeUndefined();
});

test('as many levels as stacks bear, and no more', () => {
  expect(faultOf('['.repeat(100))).toBeUndefined();
  expect(faultOf(`"${'['.repeat(200)}"`)).toBeUndefined();
  expect(faultOf('{"a":['.repeat(51))).toBe('too-deep');
});

test('ten thousand values, and no more, whatever they are', () => {
  const list = (count: number, value: string) => `{"a":[${Array(count).fill(value).join()}]}`;
  for (const value of ['[]', '{}', '""', '0']) {
    expect(faultOf(list(10_000, value))).toBeUndefined();
    expect(faultOf(list(10_001, value))).toBe('too-many');
  }
});

test('nothing that was written from a value has a fault, until a member of one of its objects is written again', () => {
  holds(property(jsonValue({ maxDepth: 5 }), (value) => faultOf(JSON.stringify(value)) === undefined));
  holds(
    property(dictionary(string(), jsonValue({ maxDepth: 2 }), { minKeys: 1 }), constantFrom(' ', '\n', ''), (members, blank) => {
      const [name = ''] = Object.keys(members);
      const again = `${JSON.stringify(members).slice(0, -1)},${blank}${JSON.stringify(name)}${blank}:0}`;
      return faultOf(again) === 'member-twice';
    }),
  );
});
