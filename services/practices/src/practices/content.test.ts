import { expect, test } from '@jest/globals';
import type { Problem } from '@sportello/messaging/problem';
import fc from 'fast-check';
import { answers, usersForm } from '../../test/form.js';
import { canonicalJson } from '../canonical-json.js';
import { confirmationMailOf, contentSha256, filesIn, isUnwritten, readContent } from './content.js';

const reversed = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(reversed)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, each]) => [key, reversed(each)]),
        )
      : value;

test('the order in which a content was written does not change its hash, and anything else does', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), (content, extra) => {
      expect(canonicalJson(reversed(content))).toBe(canonicalJson(content));
      expect(JSON.parse(canonicalJson(content))).toEqual(JSON.parse(JSON.stringify(content)));
      expect(contentSha256({ ...content, [`${extra}*`]: 1 }, [])).not.toBe(contentSha256({ ...content, [`${extra}*`]: 2 }, []));
    }),
  );
});

test('the hash covers the attachments, in whatever order they were added', () => {
  const [a, b] = [
    { id: 'a', sha256: '1'.repeat(64) },
    { id: 'b', sha256: '2'.repeat(64) },
  ];
  expect(contentSha256(answers, [a, b])).toBe(contentSha256(answers, [b, a]));
  expect(contentSha256(answers, [a])).not.toBe(contentSha256(answers, [{ ...a, sha256: '3'.repeat(64) }]));
});

test('a stranger’s name in a content is told as a pointer that leads there, and a long one by its beginning', () => {
  const pointersOf = (content: object) => {
    try {
      readContent(usersForm, { ...content }, {});
      return [];
    } catch (error) {
      return (error as Problem).extra['errors'];
    }
  };
  expect(pointersOf({ 'a/b~c': 1 })).toMatchObject([{ pointer: '/content/a~1b~0c' }]);
  expect(pointersOf({ ['x'.repeat(5_000)]: 1 })).toMatchObject([{ pointer: `/content/${'x'.repeat(100)}` }]);
});

test('PRA-82: a content of empty fields and empty people is empty', () => {
  expect(isUnwritten({ users: [{}, { givenName: '' }] })).toBe(true);
  expect(isUnwritten({ isDelegate: false })).toBe(false);
});

test('CAT-25: confirmations go to the address that the form asks for', () => {
  expect(confirmationMailOf(usersForm, answers)).toBe('rup@comune.example');
  expect(confirmationMailOf(usersForm, { rupMail: ['x'] })).toBeNull();
  expect(confirmationMailOf({ ...usersForm, confirmationMail: undefined }, answers)).toBeNull();
});

test('files are found by the fields that take them', () => {
  expect(filesIn(usersForm, { delegation: [{ id: 'x', name: 'delega.pdf' }], street: [{ id: 'y' }] })).toEqual([
    { id: 'x', fieldKey: 'delegation', pointer: '/delegation' },
  ]);
});
