import { Ajv2020 } from 'ajv/dist/2020.js';
import { _ } from 'ajv/dist/compile/codegen/index.js';
import standalone from 'ajv/dist/standalone/index.js';
import type { Validate } from './check.js';
import type { Condition, Field, Form } from './form.js';
import { type Format, formats } from './formats.js';

/** JSON Schema 2020-12, as far as forms need it. */
export type JsonSchema = { [keyword: string]: unknown };

const defaultMaxLength = { text: 255, longText: 4000 };
const uuid = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';

function formatted(format: Format, maxLength: number): JsonSchema {
  return { type: 'string', format, maxLength };
}

/** What `$ref` points at, for the form and its blocks together: references count from the root. */
type Definitions = Record<string, JsonSchema>;

/** The schema of one value; undefined for what holds none. */
function valueSchema(field: Field, definitions: Definitions): JsonSchema | undefined {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return { type: 'string', minLength: 1, maxLength: field.maxLength ?? defaultMaxLength[field.kind] };
    case 'number':
      return { type: field.integer ? 'integer' : 'number', minimum: field.min ?? -1e15, maximum: field.max ?? 1e15 };
    case 'date':
      return formatted('date', 10);
    case 'choice':
      return { type: 'string', maxLength: 100, enum: field.options.map(({ value }) => value) };
    case 'multiChoice': {
      const items = { type: 'string', maxLength: 100, enum: field.options.map(({ value }) => value) };
      return { type: 'array', items, uniqueItems: true, minItems: field.min ?? 1, maxItems: field.max ?? field.options.length };
    }
    case 'yesNo':
      return { type: 'boolean' };
    case 'declaration':
      return { type: 'boolean', const: true };
    case 'fiscalCode':
      return formatted('fiscal-code', 16);
    case 'entityFiscalCode':
      return formatted('entity-fiscal-code', 11);
    case 'vatNumber':
      return formatted('vat-number', 11);
    case 'mail':
    case 'pec':
      return formatted('email', 254);
    case 'phone':
      return formatted('phone', 25);
    case 'cap':
      return formatted('cap', 5);
    case 'iban':
      return formatted('iban', 34);
    case 'region':
      return formatted('region', 2);
    case 'province':
      return formatted('province', 3);
    case 'comune':
      return formatted('comune', 6);
    case 'school':
      return { type: 'string', pattern: '^[A-Z0-9]{10}$', maxLength: 10 };
    case 'file': {
      const properties = { id: { type: 'string', pattern: uuid, maxLength: 36 }, name: { type: 'string', minLength: 1, maxLength: 255 } };
      const items = { type: 'object', additionalProperties: false, required: ['id', 'name'], properties };
      return { type: 'array', items, minItems: 1, maxItems: field.maxFiles ?? 1 };
    }
    case 'block':
      return {
        type: 'array',
        items: objectSchema(
          field.fields.map((leaf) => ({ field: leaf, conditions: conditionsOf(leaf.showIf) })),
          `${field.key}.`,
          definitions,
        ),
        minItems: field.min,
        maxItems: field.max,
      };
    case 'note':
      return undefined;
  }
}

/** Whether a field must be there when it is shown. */
function isRequired(field: Field): boolean {
  if (field.kind === 'declaration') return true;
  if (field.kind === 'note') return false;
  return field.required === true || (field.kind === 'block' && field.min > 0);
}

/** A condition, as a schema of the object that holds the field. A field that is itself hidden counts as empty. */
function conditionSchema(condition: Condition, visible: Map<string, JsonSchema>): JsonSchema {
  if ('and' in condition) return { allOf: condition.and.map((part) => conditionSchema(part, visible)) };
  if ('or' in condition) return { anyOf: condition.or.map((part) => conditionSchema(part, visible)) };
  if ('not' in condition) return { not: conditionSchema(condition.not, visible) };
  const { field } = condition;
  const test = (value: JsonSchema | null): JsonSchema => {
    const present = { type: 'object', required: [field], ...(value && { properties: { [field]: value } }) };
    const shown = visible.get(field);
    return shown ? { allOf: [shown, present] } : present;
  };
  if ('filled' in condition) return condition.filled ? test(null) : { not: test(null) };
  if ('includes' in condition) return test({ type: 'array', contains: { const: condition.includes } });
  return test('equals' in condition ? { const: condition.equals } : { enum: condition.in });
}

interface Shown {
  field: Field;
  conditions: Condition[];
}

/** An object with the fields of a form or of an item. Fields with conditions are checked only while these hold. */
function objectSchema(all: Shown[], scope: string, definitions: Definitions): JsonSchema {
  const properties: Record<string, unknown> = {};
  const required: string[] = [];
  const conditional: JsonSchema[] = [];
  const visible = new Map<string, JsonSchema>();
  for (const { field, conditions } of all) {
    const schema = valueSchema(field, definitions);
    if (!schema) continue;
    if (conditions.length === 0) {
      properties[field.key] = schema;
      if (isRequired(field)) required.push(field.key);
      continue;
    }
    const name = `${scope}${field.key}IsShown`;
    definitions[name] = { allOf: conditions.map((condition) => conditionSchema(condition, visible)) };
    visible.set(field.key, { $ref: `#/$defs/${name}` });
    properties[field.key] = true;
    const then = { type: 'object', properties: { [field.key]: schema }, ...(isRequired(field) && { required: [field.key] }) };
    conditional.push({ if: { $ref: `#/$defs/${name}` }, then });
  }
  return { type: 'object', additionalProperties: false, properties, required, ...(conditional.length > 0 && { allOf: conditional }) };
}

function conditionsOf(...conditions: (Condition | undefined)[]): Condition[] {
  return conditions.filter((condition) => condition !== undefined);
}

/**
 * The JSON Schema of a form's data: an object by field key, closed, with a bound on every text and list.
 *
 * It checks values as `pruneHidden` leaves them. A hidden field is neither required nor looked at. What needs two fields or a list of
 * places is not in it: `issuesOf` does that.
 */
export function schemaOf(form: Form): JsonSchema {
  const definitions: Definitions = {};
  const fields = form.pages.flatMap(({ sections }) =>
    sections.flatMap((section) => section.fields.map((field) => ({ field, conditions: conditionsOf(section.showIf, field.showIf) }))),
  );
  const schema = objectSchema(fields, '', definitions);
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema, $defs: definitions };
}

function compile(form: Form) {
  const ajv = new Ajv2020({
    allErrors: true,
    messages: false,
    strict: true,
    strictTypes: true,
    strictRequired: false,
    inlineRefs: false,
    formats,
    code: { source: true, formats: _`formats` },
  });
  return { ajv, validate: ajv.compile(schemaOf(form)) };
}

/** Compiles the validator of a form for the server. It takes milliseconds and memory: once a version, not once a request. */
export function compileForm(form: Form): Validate {
  const { validate } = compile(form);
  return (data) =>
    validate(data) ? [] : (validate.errors ?? []).map(({ instancePath, keyword, params }) => ({ instancePath, keyword, params }));
}

/** What compiled validators may ask for at run time. Written here so that the module imports nothing. */
const prologue = `
function ucs2length(text) {
  let length = 0;
  for (let i = 0; i < text.length; i++, length++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdbff && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) i++;
  }
  return length;
}
function equal(a, b) {
  if (a === b || (a !== a && b !== b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]));
}
`;

const runtime: Record<string, string> = { 'ajv/dist/runtime/ucs2length': 'ucs2length', 'ajv/dist/runtime/equal': 'equal' };

/**
 * The validator of a form as the source of an ES module for browsers, under a content security policy without `unsafe-eval`.
 *
 * It imports nothing and exports `create(formats)`, which takes the `formats` of `@sportello/forms/formats` and returns a `Validate`.
 */
export function validatorModule(form: Form): string {
  const { ajv, validate } = compile(form);
  const code = standalone
    .default(ajv, validate)
    .replace(/^"use strict";module\.exports = \w+;module\.exports\.default = \w+;/, '')
    .replace(/require\("([^"]+)"\)\.default/g, (_match, name: string) => {
      const known = runtime[name];
      if (known === undefined) throw new Error(`the compiled validator asks for ${name}`);
      return known;
    });
  if (/\b(require|module|import|eval|Function)\b *[.(]/.test(withoutStrings(code)))
    throw new Error('the compiled validator is not self-contained');
  const name = validate.source?.validateName;
  return `${prologue}export function create(formats) {
${code}
return (data) => (${name}(data) ? [] : ${name}.errors.map(({ instancePath, keyword, params }) => ({ instancePath, keyword, params })));
}
`;
}

/** Texts of a form may hold any word; only code is looked at. */
function withoutStrings(code: string): string {
  return code.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|\/(?:[^/\\\n]|\\.)+\//g, '""');
}
