import type { Text } from '@sportello/contracts/contract';
import { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

/**
 * What is wrong with a value, in words for whoever typed it, by what the schema says of the field: an error map of Zod. A pattern is told by an
 * example, where the schema has one. What a rule of ours says itself stands.
 */
export const mistakeIn =
  (schema: z.ZodType, language: 'it' | 'en') =>
  (issue: Issue): string =>
    wordsOf(issue, schema)[language];

function wordsOf(issue: Issue, schema: z.ZodType): Text {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null || issue.input === '' ? required : (types[String(issue.expected)] ?? wrong);
    case 'too_small':
      return isEmpty(issue) ? required : bound(issue.origin, { it: 'Almeno', en: 'At least' }, Number(issue.minimum));
    case 'too_big':
      return bound(issue.origin, { it: 'Al più', en: 'At most' }, Number(issue.maximum));
    case 'invalid_format':
      return isEmpty(issue) ? required : withExample(formats[String(issue.format)] ?? wrong, exampleAt(schema, issue.path ?? []));
    case 'invalid_value':
      return choice(issue.values as unknown[]);
    default:
      return wrong;
  }
}

const isEmpty = ({ input }: Issue): boolean => typeof input === 'string' && input.trim() === '';

const required: Text = { it: 'Campo obbligatorio', en: 'This is required' };
const wrong: Text = { it: 'Valore non valido', en: 'This is not valid' };
const number: Text = { it: 'Serve un numero', en: 'A number is needed' };
const whole: Text = { it: 'Serve un numero intero', en: 'A whole number is needed' };
const types: Readonly<Record<string, Text>> = {
  number,
  int: whole,
  string: { it: 'Serve un testo', en: 'A text is needed' },
  boolean: { it: 'Serve un sì o un no', en: 'A yes or a no is needed' },
  array: { it: 'Serve un elenco', en: 'A list is needed' },
};
const formats: Readonly<Record<string, Text>> = {
  email: { it: 'Non è un indirizzo e-mail', en: 'This is not an email address' },
  url: { it: 'Non è un indirizzo web completo', en: 'This is not a whole web address' },
  date: { it: 'Non è una data', en: 'This is not a date' },
  datetime: { it: 'Non è un istante', en: 'This is not an instant' },
  uuid: { it: 'Non è un identificativo', en: 'This is not an identifier' },
  guid: { it: 'Non è un identificativo', en: 'This is not an identifier' },
};

/** Characters of a text, members of a list, or a number. */
function bound(origin: string, { it, en }: Text, most: number): Text {
  const one = most === 1;
  if (origin === 'string')
    return { it: `${it} ${most} ${one ? 'carattere' : 'caratteri'}`, en: `${en} ${most} ${one ? 'character' : 'characters'}` };
  if (origin === 'array' || origin === 'set')
    return { it: `${it} ${most} ${one ? 'elemento' : 'elementi'}`, en: `${en} ${most} ${one ? 'item' : 'items'}` };
  return { it: `${it} ${most}`, en: `${en} ${most}` };
}

const choice = (values: unknown[]): Text => ({
  it: `Valori ammessi: ${values.map(String).join(', ')}`,
  en: `Values that are allowed: ${values.map(String).join(', ')}`,
});

const withExample = ({ it, en }: Text, example: string | undefined): Text =>
  example === undefined ? { it, en } : { it: `${it}: un esempio è ${example}`, en: `${en}: an example is ${example}` };

/** The first example of the field at a path, if it is a text. */
function exampleAt(schema: z.ZodType, path: readonly PropertyKey[]): string | undefined {
  let [found, example] = [schema as z.core.$ZodType, undefined as string | undefined];
  const look = () => {
    const [first] = (z.globalRegistry.get(found)?.['examples'] as unknown[] | undefined) ?? [];
    if (typeof first === 'string') example ??= first;
  };
  const unwrap = () => {
    look();
    for (let { def } = found._zod as { def: Def }; def.innerType ?? def.in; { def } = found._zod as { def: Def }) {
      found = (def.innerType ?? def.in) as z.core.$ZodType;
      look();
    }
  };
  unwrap();
  for (const step of path) {
    const { shape, element } = (found._zod as { def: Def }).def;
    const next = shape?.[String(step)] ?? element;
    if (!next) return undefined;
    [found, example] = [next, undefined];
    unwrap();
  }
  return example;
}

/** What a schema is made of, of one kind or another. */
interface Def {
  innerType?: z.core.$ZodType;
  in?: z.core.$ZodType;
  shape?: Readonly<Record<string, z.core.$ZodType>>;
  element?: z.core.$ZodType;
}
