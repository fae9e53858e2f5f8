import { readFileSync } from 'node:fs';
import { runInContext } from 'node:vm';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { browserValidator, strictContext } from '../test/browser.js';
import { everything, schoolRequest } from '../test/sample.js';
import { issuesOf, pruneHidden } from './check.js';
import { holds, type Values } from './conditions.js';
import type { Field, Form } from './form.js';
import { parseForm } from './parse-form.js';
import { compileForm, validatorModule } from './schema.js';

const texts = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    'Mario',
    'Rossi',
    'RSSMRA85T10A562S',
    'rss mra 85t10 a562s',
    'RSSMRA85T10A562T',
    '1985-12-10',
    '1985-02-30',
    '2999-01-01',
  ),
  fc.constantFrom(
    'mario@example.com',
    'mario@',
    '011 4321234',
    '00514490010',
    'IT60X0542811101000000123456',
    '01',
    '001',
    '001272',
    '004078',
    '10121',
  ),
  fc.constantFrom(
    'TOIC8AA00A',
    'CNIC8AA00B',
    '\u0000',
    '\ud800',
    'a'.repeat(5000),
    'a \u0001 b\r\nc',
    '__proto__',
    'M',
    'F',
    'school',
    'sport',
    'red',
  ),
);
const anything = fc.oneof(
  texts,
  fc.boolean(),
  fc.double(),
  fc.integer({ min: -2, max: 25 }),
  fc.constant(null),
  fc.array(texts, { maxLength: 5 }),
  fc.object(),
);

/** A value that often fits the field, and often does not. */
function valueFor(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'yesNo':
    case 'declaration':
      return fc.oneof({ weight: 5, arbitrary: fc.boolean() }, anything);
    case 'number':
      return fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 5 }) }, anything);
    case 'choice':
      return fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...field.options.map(({ value }) => value)) }, anything);
    case 'multiChoice':
      return fc.oneof(
        { weight: 5, arbitrary: fc.array(fc.constantFrom(...field.options.map(({ value }) => value)), { maxLength: 4 }) },
        anything,
      );
    case 'file': {
      const file = fc.record({ id: fc.oneof(fc.uuid(), texts), name: fc.oneof(fc.constant('a.pdf'), anything) }, { requiredKeys: [] });
      return fc.oneof({ weight: 5, arbitrary: fc.array(file, { maxLength: 4 }) }, anything);
    }
    case 'block':
      return fc.oneof(
        { weight: 5, arbitrary: fc.array(fc.oneof({ weight: 9, arbitrary: dataFor(field.fields) }, anything), { maxLength: 5 }) },
        anything,
      );
    default:
      return fc.oneof({ weight: 5, arbitrary: texts }, anything);
  }
}

function dataFor(fields: Field[]): fc.Arbitrary<Record<string, unknown>> {
  const known = fc.record(Object.fromEntries(fields.map((field) => [field.key, valueFor(field)])), { requiredKeys: [] });
  // From JSON, `__proto__` is a key like any other.
  const polluted = known.map((data) =>
    JSON.parse(`{"__proto__":{"given":true,"givenName":"x"},"constructor":1,"unknown":[1],"rest":${JSON.stringify(data)}}`),
  );
  return fc.oneof(
    { weight: 4, arbitrary: known },
    polluted.map(({ rest, ...others }) => ({ ...rest, ...others })),
  );
}

const fieldsOf = (form: Form) => form.pages.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields));
const context = { today: '2026-11-25' };

test.each([
  ['with everything', everything],
  ['of a school head', schoolRequest],
])('server and browser find the same in any data of the form %s', (_name, form) => {
  const onServer = compileForm(form);
  const inBrowser = browserValidator(form);
  fc.assert(
    fc.property(fc.oneof({ weight: 9, arbitrary: dataFor(fieldsOf(form)) }, anything), (data) => {
      expect(inBrowser(data)).toEqual(onServer(data));
      expect(issuesOf(form, inBrowser, data, context)).toEqual(issuesOf(form, onServer, data, context));
    }),
    { numRuns: 400 },
  );
});

test('what is stored is plain, bounded and stays as it is when it is pruned again', () => {
  fc.assert(
    fc.property(fc.oneof(dataFor(fieldsOf(everything)), anything), (data) => {
      const stored = pruneHidden(everything, data);
      const json = JSON.stringify(stored);
      expect(json).not.toMatch(/\\u0000|\\ud[89a-f]|"(__proto__|constructor|unknown)":/);
      expect(pruneHidden(everything, JSON.parse(json))).toEqual(stored);
      expect(({} as Record<string, unknown>)['given']).toBeUndefined();
    }),
    { numRuns: 400 },
  );
});

test('an issue always names a field that the form shows, and says the same in two languages', () => {
  const validate = compileForm(everything);
  fc.assert(
    fc.property(dataFor(fieldsOf(everything)), (data) => {
      const issues = issuesOf(everything, validate, data, context);
      expect(new Set(issues.map(({ pointer }) => pointer)).size).toBe(issues.length);
      for (const { message, label, page } of issues) {
        expect(message.it).toContain(label.it.slice(0, 50));
        expect(message.en).toContain(label.en.slice(0, 50));
        expect(['person', 'request']).toContain(page);
        expect(message.it + message.en).not.toMatch(/undefined|NaN|null/);
      }
    }),
    { numRuns: 400 },
  );
});

/** The fields that must be there and are not, found with `holds` alone. */
function missingIn(fields: Field[], values: Values, base: string): string[] {
  return fields.flatMap((field) => {
    if (field.kind === 'note' || !holds(field.showIf, values)) return [];
    const value = values[field.key];
    if (field.kind === 'block' && Array.isArray(value)) {
      return value.flatMap((item, i) => missingIn(field.fields, item, `${base}/${field.key}/${i}`));
    }
    const required = field.kind === 'declaration' || field.required === true || (field.kind === 'block' && field.min > 0);
    return required && value === undefined ? [`${base}/${field.key}`] : [];
  });
}

test('the schema shows and hides the same fields as the conditions do', () => {
  const validate = compileForm(everything);
  let whole = 0;
  fc.assert(
    fc.property(dataFor(fieldsOf(everything)), fc.boolean(), (data, fill) => {
      const holder = { givenName: 'Mario', familyName: 'Rossi', fiscalCode: 'RSSMRA85T10A562S', mail: 'mario@example.com', true: true };
      const values = pruneHidden(everything, fill ? { ...data, ...holder } : data);
      const errors = validate(values).filter(({ keyword }) => keyword === 'required');
      const sections = everything.pages.flatMap((page) => page.sections).filter(({ showIf }) => holds(showIf, values));
      const expected = sections.flatMap(({ fields }) => missingIn(fields, values, ''));
      expect(errors.map(({ instancePath, params }) => `${instancePath}/${params['missingProperty']}`).sort()).toEqual(expected.sort());
      if (expected.length === 0) whole++;
    }),
    { numRuns: 600 },
  );
  expect(whole).toBeGreaterThan(20);
});

test('the module for browsers imports nothing and makes no code at run time', () => {
  for (const form of [everything, schoolRequest]) {
    const source = validatorModule(form);
    expect(source).not.toMatch(/\beval\b|\bFunction\b|\brequire\b|\bimport\b|\bmodule\b/);
    expect(source.match(/\bexport\b/g)).toHaveLength(1);
  }
});

test('the module runs where making code from texts is forbidden, as under a strict content security policy', () => {
  expect(() => runInContext('new Function("return 1")', strictContext())).toThrow('Code generation from strings disallowed');
  expect(browserValidator(everything)({ givenName: 'x' })).toEqual(compileForm(everything)({ givenName: 'x' }));
});

test('values with quotes, line ends and markup stay values', () => {
  const values = ['"', "'", '\\', '`x`', '</script>', '*/', 'eval(1)', 'require("x")', '/a/'];
  const label = { it: 'Risposta', en: 'Answer' };
  const form = parseForm({
    pages: [
      {
        key: 'one',
        title: label,
        sections: [
          {
            key: 'only',
            fields: [
              { kind: 'text', key: 'answer', label, maxLength: 20 },
              { kind: 'yesNo', key: 'shown', label, required: true, showIf: { field: 'answer', in: values } },
            ],
          },
        ],
      },
    ],
  });
  for (const answer of [...values, 'other']) {
    const found = [compileForm(form), browserValidator(form)].map((validate) =>
      issuesOf(form, validate, { answer }).map(({ pointer }) => pointer),
    );
    expect(found).toEqual(Array(2).fill(answer === 'other' ? [] : ['/shown']));
  }
});

test('what a browser loads asks for nothing of Node, no list of comuni and no compiler', () => {
  const seen = new Set<string>();
  const visit = (url: URL) => {
    if (seen.has(url.href)) return;
    seen.add(url.href);
    for (const [, imported = ''] of readFileSync(url, 'utf8').matchAll(/^import (?!type )[^;]*?from '([^']+)'/gm)) {
      expect(imported).not.toMatch(/^node:|territory|ajv|zod/);
      if (imported.startsWith('.')) visit(new URL(imported.replace(/\.js$/, '.ts'), url));
      if (imported.startsWith('@sportello/italy/'))
        visit(new URL(`../../italy/src/${imported.slice('@sportello/italy/'.length)}.ts`, import.meta.url));
    }
  };
  for (const name of ['./check.ts', './summary.ts', './formats.ts', './conditions.ts']) visit(new URL(name, import.meta.url));
  expect(seen.size).toBeGreaterThan(8);
});
