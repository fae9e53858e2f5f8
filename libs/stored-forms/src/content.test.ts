import { expect, test } from '@jest/globals';
import type { Problem } from '@sportello/messaging/problem';
import { canonicalJson } from '@sportello/service/canonical-json';
import fc from 'fast-check';
import { answers, lampForm } from '../test/form.js';
import { confirmationMailOf, contentSha256, fileLimitsOf, filesIn, isUnwritten, readContent } from './content.js';

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
      readContent(lampForm, { ...content }, {});
      return [];
    } catch (error) {
      return (error as Problem).extra['errors'];
    }
  };
  expect(pointersOf({ 'a/b~c': 1 })).toMatchObject([{ pointer: '/content/a~1b~0c' }]);
  expect(pointersOf({ ['x'.repeat(5_000)]: 1 })).toMatchObject([{ pointer: `/content/${'x'.repeat(100)}` }]);
});

test('PRA-82: a content of empty fields and empty lamps is empty', () => {
  expect(isUnwritten({ lamps: [{}, { plate: '' }] })).toBe(true);
  expect(isUnwritten({ isDangerous: false })).toBe(false);
});

test('CAT-25: confirmations go to the address that the form asks for', () => {
  expect(confirmationMailOf(lampForm, answers)).toBe('giulia.conti@example.org');
  expect(confirmationMailOf(lampForm, { mail: ['x'] })).toBeNull();
  expect(confirmationMailOf({ ...lampForm, confirmationMail: undefined }, answers)).toBeNull();
});

test('files are found by the fields that take them', () => {
  const content = {
    picture: [{ id: 'x', name: 'foto.jpg' }],
    street: [{ id: 'y' }],
    lamps: [{}, { detail: [{ id: 'z', name: 'a.pdf' }] }],
  };
  expect(filesIn(lampForm, content)).toEqual([
    { id: 'x', fieldKey: 'picture', pointer: '/picture' },
    { id: 'z', fieldKey: 'detail', pointer: '/lamps/1/detail' },
  ]);
});

test('an upload is bounded by its field, at the top or in a block, and one for no field of files has no bounds to meet', () => {
  expect(fileLimitsOf(lampForm, 'picture')).toEqual({ maxBytes: 1_000_000, allowedTypes: ['image/jpeg'] });
  expect(fileLimitsOf(lampForm, 'detail')?.allowedTypes).toContain('application/pdf');
  expect(fileLimitsOf(lampForm, 'street')).toBeUndefined();
  expect(fileLimitsOf(lampForm, 'constructor')).toBeUndefined();
});
