import fc from 'fast-check';
import { people, procedures } from '../../../deploy/world/ids.ts';
import { draftId, sentId } from './intruders.js';

type Json = Record<string, unknown>;

/** What stands in a request as it is written here, although no JSON value would be printed so. */
export class Raw {
  constructor(readonly text: string) {}
}

/** A few levels less than what is refused at the door, and far more than any stack bears. */
const deep = (levels: number) => new Raw(`${'['.repeat(levels)}${']'.repeat(levels)}`);

const ids = [draftId, sentId, ...Object.values(procedures), ...Object.values(people)];
const badIds = [
  '00000000-0000-0000-0000-00000000000g',
  '0',
  '../..',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  `${draftId} `,
  `{${draftId}}`,
];

/** Texts that were trouble to somebody, somewhere. */
const texts: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...['', ' ', '\0', 'a\0b', '\ud800', 'a\udc00', '\ud83d', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'],
    ...[
      "' or '1'='1",
      '%',
      '_',
      '\\',
      '\\u0000',
      '%00',
      '%s%n',

      '<script>',
      '\r\nSet-Cookie: a=b',
      '../../etc/passwd',
      '//',
      '[',
      '*',
    ],
    ...['NaN', 'Infinity', '-0', '1e999', '0x10', '٣', 'null', 'undefined', 'true', '2026-02-30', '0000-01-01', '9999-12-31T23:59:60Z'],
    ...[
      '\u200b',
      '\u202e',
      '\ufeff',
      '\u00a0',
      'İ',
      'ß',
      'ﬁ',
      '👨‍👩‍👧',
      'e\u0301'.repeat(50),
      'a'.repeat(5_000),
      '('.repeat(300),
      '"'.repeat(300),
    ],
    ...badIds,
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

export const hostileText = texts;

/** Values of every kind but the one that was asked for. */
export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  { arbitrary: texts, weight: 4 },
  {
    arbitrary: fc.constantFrom<unknown>(
      ...[null, true, false, 0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 5e-324, [], {}, [[]], [null], [{}]],
      ...[new Raw('1e999'), new Raw('-0'), new Raw('{"__proto__":{"isAdmin":true}}'), new Raw('{"constructor":{"prototype":{}}}')],
      ...[new Raw('{"a":1,"a":2}'), deep(90), deep(10_000), Array(300).fill(0), Array(3_000).fill(draftId)],
      Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`k${at}`, at])),
    ),
    weight: 3,
  },
  { arbitrary: fc.jsonValue({ maxDepth: 3 }), weight: 1 },
);

/** Values that fit a JSON Schema, as far as it says. */
export function fitting(schema: Json, components: Json): fc.Arbitrary<unknown> {
  const { $ref, anyOf, type, format, pattern, maxLength, minimum, maximum } = schema as Record<string, never>;
  if ($ref) return fitting(components[String($ref).replace('#/components/schemas/', '')] as Json, components);
  if ('const' in schema) return fc.constant(schema['const']);
  if (Array.isArray(schema['enum'])) return fc.constantFrom<unknown>(...schema['enum']);
  if (anyOf) return fc.oneof(...(anyOf as Json[]).map((it) => fitting(it, components)));
  if (type === 'object') return members(schema, components);
  if (type === 'array') return fc.array(fitting((schema['items'] as Json) ?? {}, components), { maxLength: 3 });
  if (type === 'integer' || type === 'number') {
    const least = Number(minimum ?? 0);
    return fc.integer({ min: least, max: Math.min(Number(maximum ?? least + 9), least + 1_000) });
  }
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  if (type !== 'string') return fc.jsonValue({ maxDepth: 2 });
  if (format === 'uuid') return fc.oneof(fc.constantFrom(...ids, ...ids.map((id) => id.toUpperCase())), fc.uuid());
  if (format === 'date-time') return fc.constantFrom('2026-03-02T09:30:00.000Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999Z');
  if (format === 'date') return fc.constantFrom('2026-03-02', '1000-01-01', '2999-12-31');
  if (format === 'email') return fc.constantFrom('prova@example.org');
  if (pattern) return fc.stringMatching(new RegExp(pattern));
  return fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(maxLength ?? 50, 50) });
}

function members(schema: Json, components: Json): fc.Arbitrary<unknown> {
  const properties = Object.entries((schema['properties'] as Record<string, Json>) ?? {});
  if (properties.length === 0)
    return fc.dictionary(fc.constantFrom('address', 'users', 'noticeRead', 'field', '__proto__'), fc.jsonValue({ maxDepth: 2 }));
  return fc.record(Object.fromEntries(properties.map(([name, member]) => [name, fitting(member, components)])), {
    requiredKeys: (schema['required'] as string[]) ?? [],
  });
}

/** The same value with one place of it, any one, replaced. */
export function spoilt(value: unknown, at: number, by: unknown): unknown {
  const paths = placesOf(value, []);
  const path = paths[at % paths.length] ?? [];
  return replaced(value, path, by);
}

function placesOf(value: unknown, path: string[]): string[][] {
  if (typeof value !== 'object' || value === null || value instanceof Raw) return [path];
  return [path, ...Object.entries(value).flatMap(([name, each]) => placesOf(each, [...path, name]))];
}

function replaced(value: unknown, [first, ...rest]: string[], by: unknown): unknown {
  if (first === undefined) return by;
  if (Array.isArray(value)) return value.map((each, index) => (String(index) === first ? replaced(each, rest, by) : each));
  return Object.fromEntries(
    Object.entries(value as object).map(([name, each]) => [name, name === first ? replaced(each, rest, by) : each]),
  );
}

/** JSON text in which what is raw stands as it is. */
export function written(value: unknown): string {
  const raws: string[] = [];
  const text = JSON.stringify(value, (_name, each: unknown) => (each instanceof Raw ? `@raw ${raws.push(each.text) - 1}@` : each));
  return text.replace(/"@raw (\d+)@"/g, (_match, index: string) => raws[Number(index)] ?? '');
}

/** A text as a piece of an address; halves of characters go out as the bytes that they would be. */
export function encoded(value: unknown): string {
  const text = typeof value === 'string' ? value : written(value);
  return [...text]
    .map((sign) => (/\p{Surrogate}/u.test(sign) ? '%ED%A0%80' : encodeURIComponent(sign)))
    .join('')
    .slice(0, 12_000);
}
