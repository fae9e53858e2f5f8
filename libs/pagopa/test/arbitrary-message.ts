import fc from 'fast-check';
import type { Fields, Sequence, Simple } from '../src/shapes.js';

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
/** Of what simple values are made; each type takes those that it can write. */
const candidates: fc.Arbitrary<unknown>[] = [
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 35 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
  fc.constantFrom(
    '<>&"\'',
    ' in the middle ',
    ']]>',
    '&#x41;',
    'perché è già così',
    '0e681234567890123456789012345678',
    '00085240950',
    '1e5',
    '😀',
  ),
  digits(11),
  digits(18),
  digits(5),
  fc.stringMatching(/^[A-Z]{2}$/),
  fc.integer({ min: 1, max: 5 }),
  fc.integer({ min: 0, max: 99_999_999_999 }),
  fc.boolean(),
  // Not the hour that comes twice when summer time ends: without a zone it means its first time.
  fc
    .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2026-10-24T00:00:00Z'), noInvalidDate: true })
    .filter((it) => it.getUTCMonth() !== 9),
  fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((it) => it.toISOString().slice(0, 10)),
  fc.constantFrom('F', 'G', 'EQ', 'LS', 'GT', 'ANY', 'POSTAL', 'PAGOPA', 'OK', 'KO', '01'),
  fc.base64String({ minLength: 4, maxLength: 44 }),
  fc.constantFrom('mario.rossi@example.it', 'a+b_c-d@localhost'),
];

const canWrite = (shape: Simple<unknown>, value: unknown): boolean => {
  try {
    return shape.write(value) !== undefined && shape.read(shape.write(value) ?? '') !== undefined;
  } catch {
    return false;
  }
};

/** A candidate that fits often is asked on; of one that rarely does, what fitted. */
function arbitrarySimple(shape: Simple<unknown>): fc.Arbitrary<unknown> {
  const fitting = candidates.flatMap((candidate) => {
    const sample = fc.sample(candidate, { numRuns: 60, seed: 1 });
    const found = sample.filter((value) => canWrite(shape, value));
    if (found.length === 0) return [];
    return [found.length > sample.length / 2 ? candidate.filter((value) => canWrite(shape, value)) : fc.constantFrom(...found)];
  });
  if (fitting.length === 0) throw new Error('no candidate fits a simple type');
  return fc.oneof(...fitting);
}

/** A message as the schema allows it, of any content. */
export function arbitraryMessage(shape: Sequence<Fields>): fc.Arbitrary<Record<string, unknown>> {
  const known = new Map<unknown, fc.Arbitrary<unknown>>();
  const of = (inner: Sequence<Fields> | Simple<unknown>): fc.Arbitrary<unknown> => {
    const made = known.get(inner) ?? (inner.kind === 'simple' ? arbitrarySimple(inner) : ofFields(inner));
    known.set(inner, made);
    return made;
  };
  const ofFields = ({ fields, check }: Sequence<Fields>): fc.Arbitrary<unknown> => {
    const record = Object.fromEntries(
      Object.entries(fields).map(([name, field]) => {
        if (field.kind === 'optional') return [name, fc.option(of(field.of), { nil: undefined })];
        if (field.kind === 'many') return [name, fc.array(of(field.of), { minLength: 1, maxLength: Math.min(3, field.most) })];
        return [name, of(field)];
      }),
    );
    return fc
      .record(record)
      .map((value) => Object.fromEntries(Object.entries(value).filter(([, own]) => own !== undefined)))
      .filter((value) => check?.(value as never) === undefined);
  };
  return ofFields(shape) as fc.Arbitrary<Record<string, unknown>>;
}
