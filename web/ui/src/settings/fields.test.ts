import { expect, test } from '@jest/globals';
import { romeDateTime } from '@sportello/italy/rome-time';
import {
  at,
  blankOf,
  changesOnto,
  emptyIn,
  fieldsOf,
  isGroup,
  meant,
  partsOfInstant,
  pathOf,
  type Schema,
  typedInstant,
  withAt,
} from './fields.js';

const text = { type: 'string', minLength: 1, maxLength: 20 };
const schema: Schema = {
  type: 'object',
  required: ['name', 'logo', 'footer'],
  properties: {
    name: { type: 'object', properties: { it: text, en: text } },
    logo: { anyOf: [{ type: 'object', properties: { png: text } }, { type: 'null' }] },
    footer: { type: 'object', properties: { phone: { anyOf: [text, { type: 'null' }] } } },
  },
};
const settings = { name: { it: 'Uno', en: '' }, logo: null, footer: { phone: null } };

test('fields stand in the order of the contract; a text in two languages is one of them, and no part of the page', () => {
  expect(fieldsOf(schema).map((field) => [field.path, field.isNullable, isGroup(field)])).toEqual([
    ['name', false, false],
    ['logo', true, true],
    ['footer', false, true],
  ]);
});

test('what must not be empty is told, and what may be is not', () => {
  expect(emptyIn(settings, schema)).toEqual(['name.en']);
  expect(emptyIn({ ...settings, name: { it: ' ', en: 'One' }, logo: { png: '' } }, schema)).toEqual(['name.it', 'logo.png']);
});

test('a change makes new settings, and leaves alone what it does not concern', () => {
  const changed = withAt(settings, 'footer.phone', '011');
  expect(at(changed, 'footer.phone')).toBe('011');
  expect(settings.footer.phone).toBeNull();
  expect(changed.name).toBe(settings.name);
  expect(at(settings, 'logo.png')).toBeUndefined();
});

test('what was changed here is put onto what somebody else saved meanwhile, field by field', () => {
  const begun = { title: { it: 'A', en: 'A' }, days: [1, 2], note: 'old', limits: { most: 3 } as { most?: number } };
  const mine = { ...begun, title: { it: 'A', en: 'Mine' }, days: [1], limits: {} };
  const theirs = { ...begun, title: { it: 'Theirs', en: 'A' }, days: [1, 2, 3], note: 'theirs' };
  expect(changesOnto(theirs, begun, mine)).toEqual({ title: { it: 'Theirs', en: 'Mine' }, days: [1], note: 'theirs', limits: {} });
  expect(changesOnto(theirs, begun, begun)).toBe(theirs);
});

test('a problem names a field by its pointer', () => {
  expect([pathOf('/footer/phone'), pathOf('/a~1b/c~0d'), pathOf('')]).toEqual(['footer.phone', 'a/b.c~d', '']);
});

test('day and hour are sent as an instant of Italy, and what is none is sent as it was typed', () => {
  const window: Schema = {
    type: 'object',
    properties: { opensAt: { anyOf: [{ type: 'string', format: 'date-time' }, { type: 'null' }] } },
  };
  const sent = (opensAt: string | null) => meant({ opensAt }, window)['opensAt'];
  expect(sent(typedInstant('25/07/2026', '12:00'))).toBe('2026-07-25T10:00:00.000Z');
  expect(sent(typedInstant('2026-01-07', '12:00'))).toBe('2026-01-07T11:00:00.000Z');
  expect(sent(typedInstant('25/7/2026', '9.30'))).toBe('2026-07-25T07:30:00.000Z');
  expect(sent(typedInstant('31/02/2026', '12:00'))).toBe('31/02/2026|12:00');
  expect(sent(typedInstant('25/07/2026', ''))).toBe('25/07/2026|');
  expect([sent(typedInstant('', '')), sent(null)]).toEqual([null, null]);
  expect(partsOfInstant('2026-07-25T10:00:00Z', romeDateTime)).toEqual({ date: '2026-07-25', time: '12:00' });
  expect(partsOfInstant(typedInstant('25/07', '1'), romeDateTime)).toEqual({ date: '25/07', time: '1' });
});

test('empty lines of a list are not sent, and a group begins with what it must hold', () => {
  const lists: Schema = { type: 'object', properties: { words: { type: 'array', items: { type: 'string' } } } };
  expect(meant({ words: [' nido ', '', 'asilo'] }, lists)).toEqual({ words: ['nido', 'asilo'] });
  const place = {
    type: 'object',
    required: ['name', 'street'],
    properties: { name: schema.properties?.['name'], street: text, phone: text },
  };
  expect(blankOf(place as Schema)).toEqual({ name: {}, street: '' });
});

test('the items of a list are fields of their own: each is changed, checked and named by its place', () => {
  const lists: Schema = {
    type: 'object',
    required: ['items'],
    properties: { items: { type: 'array', items: { type: 'object', required: ['name'], properties: { name: text, note: text } } } },
  };
  const two = { items: [{ name: 'a' }, { name: ' ' }] };
  expect(emptyIn(two, lists)).toEqual(['items.1.name']);
  const changed = withAt(two, pathOf('/items/1/name'), 'b');
  expect(changed).toEqual({ items: [{ name: 'a' }, { name: 'b' }] });
  expect(changed.items[0]).toBe(two.items[0]);
});
