import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { everything } from '../test/sample.js';
import { pruneHidden } from './check.js';
import { inspect } from './inspect.js';

const faults = (data: object) =>
  Object.fromEntries(inspect(everything, { ...data }).faults.map(({ path, message }) => [`/${path.join('/')}`, message.en]));
const hiddenIn = (data: object) => inspect(everything, { ...data }).hidden.map((path) => `/${path.join('/')}`);

test('a key that the form does not have is named, at the top, in a block, in a file and under a note', () => {
  const told = faults({
    stranger: 1,
    hello: 'a note takes no value',
    pupils: [{ name: 'Anna', nickname: 'Annina' }],
    documents: [{ id: 'a', name: 'a.pdf', size: 3 }],
  });
  expect(Object.keys(told)).toEqual(['/stranger', '/hello', '/pupils/0/nickname', '/documents/0/size']);
  expect(new Set(Object.values(told))).toEqual(new Set(['The form has no such field']));
});

test.each([
  ['givenName', 1, '/givenName'],
  ['givenName', ['Anna'], '/givenName'],
  ['birthDate', 20100101, '/birthDate'],
  ['income', true, '/income'],
  ['hasCompany', 'true', '/hasCompany'],
  ['true', 'yes', '/true'],
  ['topics', 'sport', '/topics'],
  ['topics', ['sport', 1], '/topics/1'],
  ['pupils', { 0: {} }, '/pupils'],
  ['pupils', ['Anna'], '/pupils/0'],
  ['pupils', [{ name: 1 }], '/pupils/0/name'],
  ['documents', 'a.pdf', '/documents'],
  ['documents', ['a.pdf'], '/documents/0'],
  ['documents', [{ name: 'a.pdf' }], '/documents/0/id'],
  ['documents', [{ id: 'a', name: 1 }], '/documents/0/name'],
] as const)('a value of a wrong type is named: %s %j', (key, value, pointer) => {
  expect(Object.keys(faults({ [key]: value }))).toEqual([pointer]);
});

test('a list longer than it may be is named and never cut', () => {
  const file = (id: string) => ({ id, name: `${id}.pdf` });
  expect(faults({ documents: ['a', 'b', 'c'].map(file) })).toEqual({ '/documents': 'The list may have at most 2 items' });
  expect(faults({ pupils: [{}, {}, {}, {}] })).toEqual({ '/pupils': 'The list may have at most 3 items' });
  expect(faults({ topics: ['school', 'sport', 'health', 'school'] })).toEqual({ '/topics': 'The list may have at most 3 items' });
});

test('what is empty is as good as not sent', () => {
  expect(inspect(everything, { givenName: '', income: null, topics: [], true: false, documents: [] })).toEqual({ faults: [], hidden: [] });
});

test('CAT-88: what a condition hides is named, alone, with its section, and in an item of a block', () => {
  expect(hiddenIn({ hasCompany: false, vatNumber: '00488410010' })).toEqual(['/vatNumber']);
  expect(hiddenIn({ pupils: [{ name: 'Anna' }] })).toEqual(['/pupils']);
  const pupils = [
    { name: 'Anna', diet: true, dietName: 'celiac' },
    { name: 'Ivo', dietName: 'celiac' },
  ];
  expect(hiddenIn({ children: 2, pupils })).toEqual(['/pupils/1/dietName']);
});

test('what is hidden by something hidden is named too', () => {
  expect(hiddenIn({ hasCompany: false, vatNumber: '00488410010', entityCode: '80015010723' })).toEqual(['/vatNumber', '/entityCode']);
});

test('what has neither a fault nor a hidden value is kept key by key', () => {
  const keys = everything.pages.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields.map(({ key }) => key)));
  const value = fc.oneof(
    fc.constantFrom('sport', 'x', 1, true, 2),
    fc.constant(['sport']),
    fc.constant([{ id: 'a', name: 'b' }]),
    fc.constant([{ name: 'Anna' }]),
  );
  let whole = 0;
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys, 'stranger'), value, { maxKeys: 6 }), (data) => {
      const { faults: found, hidden } = inspect(everything, data);
      if (found.length + hidden.length > 0) return;
      whole += 1;
      expect(Object.keys(pruneHidden(everything, data)).sort()).toEqual(Object.keys(data).sort());
    }),
    { numRuns: 2_000 },
  );
  expect(whole).toBeGreaterThan(50);
});
