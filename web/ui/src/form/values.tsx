import type { Field, Form, Leaf } from '@sportello/forms/form';
import { fold, indexedWords, wordsIn } from '@sportello/italy/search-words';

/** The values of a form, or of one item of a block, by field key. */
export type Values = Record<string, unknown>;

const isValues = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);

/** `/users/0/givenName` → `['users', '0', 'givenName']`; keys hold letters and digits only, so nothing is escaped. */
const stepsOf = (pointer: string): string[] => pointer.split('/').slice(1);

/** The value that a pointer leads to. */
export const valueAt = (values: unknown, pointer: string): unknown =>
  stepsOf(pointer).reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return value[Number(step)];
    return isValues(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }, values);

const replaced = (value: unknown, [step, ...rest]: string[], leaf: unknown): unknown => {
  if (step === undefined) return leaf;
  if (Array.isArray(value)) return value.map((item, index) => (index === Number(step) ? replaced(item, rest, leaf) : item));
  const values = isValues(value) ? value : {};
  return { ...values, [step]: replaced(values[step], rest, leaf) };
};

/** The same values with another one where the pointer leads. */
export const withValue = (values: Values, pointer: string, value: unknown): Values => {
  const result = replaced(values, stepsOf(pointer), value);
  return isValues(result) ? result : values;
};

/** The items of a repeated block. */
export const itemsAt = (values: Values, pointer: string): Values[] => {
  const value = valueAt(values, pointer);
  return Array.isArray(value) ? value.filter(isValues) : [];
};

/** What happens to a pointer when item `index` of a block is taken away: null when it was in it. */
export const pointerWithoutItem = (pointer: string, block: string, index: number): string | null => {
  if (!pointer.startsWith(`${block}/`)) return pointer;
  const [item = '', ...rest] = pointer.slice(block.length + 1).split('/');
  const place = Number(item);
  if (place === index) return null;
  return place > index ? [`${block}/${place - 1}`, ...rest].join('/') : pointer;
};

/** What happens to a pointer when an item is put in at place `index` of a block. */
export const pointerWithItem = (pointer: string, block: string, index: number): string => {
  if (!pointer.startsWith(`${block}/`)) return pointer;
  const [item = '', ...rest] = pointer.slice(block.length + 1).split('/');
  return Number(item) < index ? pointer : [`${block}/${Number(item) + 1}`, ...rest].join('/');
};

/** The id of the control of a field: what links of the error summary lead to. */
export const controlId = (pointer: string): string => `campo${pointer.replaceAll('/', '-')}`;

/** The pointers, in the same scope, of the choices that hang on this one: the comune of a province. */
export const dependents = (fields: readonly Field[], base: string, key: string): string[] =>
  fields.flatMap((field) =>
    'within' in field && field.within === key ? [`${base}/${field.key}`, ...dependents(fields, base, field.key)] : [],
  );

export const fieldsOf = (form: Form): Field[] => form.pages.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields));

/** The top-level fields whose values differ: named to whoever leaves without saving (CAT-71). */
export const changedFields = (form: Form, before: Values, after: Values): Field[] =>
  fieldsOf(form).filter((field) => JSON.stringify(before[field.key] ?? null) !== JSON.stringify(after[field.key] ?? null));

/** Every comune named in the values, to ask for its name. */
export const comuniIn = (form: Form, values: Values): string[] => {
  const codes = new Set<string>();
  const look = (fields: readonly (Field | Leaf)[], scope: Values) => {
    for (const field of fields) {
      const value = scope[field.key];
      if (field.kind === 'comune' && typeof value === 'string' && /^\d{6}$/.test(value)) codes.add(value);
      if (field.kind === 'block' && Array.isArray(value)) for (const item of value) if (isValues(item)) look(field.fields, item);
    }
  };
  look(fieldsOf(form), values);
  return [...codes];
};

/** True when the API's definition can be drawn; the server has checked everything else of it. */
export const isForm = (definition: unknown): definition is Form => isValues(definition) && Array.isArray(definition['pages']);

export interface Option {
  value: string;
  label: string;
}

/** The options that hold every typed word, those that begin with them first. */
export const matching = (options: readonly Option[], typed: string, most = 50): Option[] => {
  const wanted = fold(typed);
  const words = wordsIn(typed);
  const hits = options.filter(({ label }) => {
    const written = indexedWords(label);
    return words.every((word) => written.some((each) => each.includes(word)));
  });
  const begins = ({ label }: Option) => (fold(label).startsWith(wanted) ? 0 : 1);
  return hits.toSorted((a, b) => begins(a) - begins(b)).slice(0, most);
};
