import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { mistakeIn } from './mistakes.js';

const Sheet = z.strictObject({
  name: z.string().trim().min(1).max(3),
  code: z
    .string()
    .overwrite((text) => text.trim())
    .regex(/^\d{2}$/)
    .meta({ examples: ['01'] }),
  link: z
    .url({ protocol: /^https$/ })
    .nullable()
    .meta({ examples: ['https://www.example.it'] }),
  count: z.number().int().min(1).max(5),
  kind: z.enum(['one', 'two']),
  rows: z.array(z.object({ day: z.iso.date().meta({ examples: ['2026-01-31'] }) })).min(1),
  ours: z.string().refine((text) => text !== 'x', { error: 'Nostro' }),
});

const mistakes = (value: object, language: 'it' | 'en' = 'it') => {
  const right = { name: 'a', code: '01', link: null, count: 1, kind: 'one', rows: [{ day: '2026-01-31' }], ours: 'y' };
  const read = Sheet.safeParse({ ...right, ...value }, { error: mistakeIn(Sheet, language) });
  return read.error?.issues.map(({ path, message }) => `${path.join('/')}: ${message}`) ?? [];
};

test('what does not fit is told in words that a person can act on, and a pattern by its example', () => {
  expect(mistakes({})).toEqual([]);
  expect(mistakes({ name: ' ', code: '', link: 'www', count: 1.5, kind: 'three' })).toEqual([
    'name: Campo obbligatorio',
    'code: Campo obbligatorio',
    'link: Non è un indirizzo web completo: un esempio è https://www.example.it',
    'count: Serve un numero intero',
    'kind: Valori ammessi: one, two',
  ]);
  expect(mistakes({ name: undefined, code: 'x', count: 6, rows: [{ day: '31/01' }], ours: 'x' }, 'en')).toEqual([
    'name: This is required',
    'code: This is not valid: an example is 01',
    'count: At most 5',
    'rows/0/day: This is not a date: an example is 2026-01-31',
    'ours: Nostro',
  ]);
  expect(mistakes({ name: 'four', rows: [] })).toEqual(['name: Al più 3 caratteri', 'rows: Almeno 1 elemento']);
});
