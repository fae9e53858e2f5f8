import { afterAll, expect, test } from '@jest/globals';
import { everything, schoolRequest } from '../test/sample.js';
import { issuesOf } from './check.js';
import { FormCompiler, loadValidator } from './compiler.js';
import { parseForm } from './parse-form.js';
import { compileForm } from './schema.js';

// A thread begins by reading Ajv, which takes its time on a busy machine.

const compiler = new FormCompiler();
afterAll(() => compiler.stop());

const text = (words: string) => ({ it: words, en: words });
const formOf = (fields: object[]) => ({
  pages: Array.from({ length: Math.ceil(fields.length / 3_000) }, (_, p) => ({
    key: `page${p}`,
    title: text('Pagina'),
    sections: Array.from({ length: 30 }, (_, s) => ({
      key: `section${p}x${s}`,
      fields: fields.slice(p * 3_000 + s * 100, p * 3_000 + (s + 1) * 100),
    })).filter((section) => section.fields.length > 0),
  })),
});
const questions = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ kind: 'text', key: `f${index}`, label: text('Campo') }));

/** How many times the loop of this process turned while the work lasted: none while it computes here. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let next = setImmediate(function turn() {
    turns += 1;
    next = setImmediate(turn);
  });
  await work().finally(() => clearImmediate(next));
  return turns;
}

test('a validator that was compiled in a thread says what one of this process says', async () => {
  for (const definition of [everything, schoolRequest]) {
    const { form, validator } = await compiler.readAndCompile(definition);
    const validate = loadValidator(validator);
    const wrong = Object.fromEntries(
      form.pages.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields)).map(({ key }) => [key, '?']),
    );
    for (const data of [{}, wrong]) expect(issuesOf(form, validate, data)).toEqual(issuesOf(form, compileForm(form), data));
  }
});

test('a form of eight thousand fields is refused, and takes nobody’s time', async () => {
  const large = formOf(questions(8_000));
  const refusal = /at most 400 fields, not 8000/;
  expect(await turnsDuring(() => expect(compiler.readAndCompile(large)).rejects.toThrow(refusal))).toBeGreaterThan(0);
  expect(await turnsDuring(async () => expect(() => parseForm(large)).toThrow(refusal))).toBe(0);
});

test('a form of many questions for many people in one block is refused', async () => {
  const block = {
    kind: 'block',
    key: 'people',
    label: text('Persone'),
    itemTitle: text('Persona'),
    addLabel: text('Aggiungi'),
    min: 0,
    max: 100,
    fields: questions(50),
  };
  expect((await compiler.readAndCompile(formOf([block]))).form.pages).toHaveLength(1);
  const second = { ...block, key: 'others' };
  await expect(compiler.readAndCompile(formOf([block, second]))).rejects.toThrow(/more than 6000/);
});

test('what is no form is refused with all that is wrong', async () => {
  await expect(compiler.readAndCompile({ pages: [] })).rejects.toMatchObject({ faults: [expect.objectContaining({ path: 'pages' })] });
});

test('forms that are put at the same time, a broken one among them, each get their own answer', async () => {
  const many = [everything, { pages: [] }, schoolRequest, formOf(questions(3))];
  const outcomes = await Promise.allSettled(many.map((definition) => compiler.readAndCompile(definition)));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  expect(outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.form.pages.length] : []))).toEqual(
    [everything, schoolRequest, formOf(questions(3))].map(({ pages }) => pages.length),
  );
});

test('a thread that has ended is followed by another', async () => {
  await compiler.readAndCompile(schoolRequest);
  await compiler.stop();
  expect((await compiler.readAndCompile(schoolRequest)).form).toEqual(schoolRequest);
});
