import type { Plugin } from 'vite';

const prefix = 'virtual:form-of/';

type Json = Record<string, unknown>;
interface Registry {
  contracts: readonly { subject: string; input: object }[];
}
interface Documents {
  wireSchema(schema: object): Json;
  schemaComponents(): Record<string, Json>;
}

const load = (file: string) => import(new URL(`../libs/contracts/dist/${file}.js`, import.meta.url).href);

/** What a form of settings needs to know of a value: nothing that is written for programmers. */
const known = [
  'type',
  'properties',
  'required',
  'items',
  'enum',
  'minLength',
  'maxLength',
  'maxItems',
  'minimum',
  'maximum',
  'format',
  'anyOf',
  'default',
  'x-label',
  'x-help',
  'x-options',
];

/**
 * Gives the pages the input of one contract as a schema, by which a form of settings is drawn: `virtual:form-of/<subject>`. No other schema of a
 * contract travels to the browser.
 */
export const formsOfContracts = (): Plugin => ({
  name: 'sportello-forms-of-contracts',
  resolveId: (source) => (source.startsWith(prefix) ? `\0${source}` : undefined),
  async load(module) {
    if (!module.startsWith(`\0${prefix}`)) return undefined;
    const subject = module.slice(prefix.length + 1);
    const { contracts }: Registry = await load('registry');
    const { wireSchema, schemaComponents }: Documents = await load('openapi');
    const contract = contracts.find((each) => each.subject === subject);
    if (!contract) throw new Error(`No contract is called ${subject}`);
    const schema = plain(wireSchema(contract.input), schemaComponents());
    return `export const schema = ${JSON.stringify(schema)};`;
  },
});

/** Written out whole, where it referred to shapes by their names. */
function plain(schema: Json, components: Record<string, Json>): Json {
  const { $ref, ...said } = schema;
  // What is said of it where it stands goes before what is said of the shape.
  if (typeof $ref === 'string') return plain({ ...components[$ref.split('/').at(-1) ?? ''], ...said }, components);
  return Object.fromEntries(
    known.flatMap((key) => {
      const value = schema[key];
      if (value === undefined) return [];
      if (key === 'properties')
        return [
          [key, Object.fromEntries(Object.entries(value as Record<string, Json>).map(([name, each]) => [name, plain(each, components)]))],
        ];
      if (key === 'items') return [[key, plain(value as Json, components)]];
      return [[key, key === 'anyOf' ? (value as Json[]).map((each) => plain(each, components)) : value]];
    }),
  );
}
