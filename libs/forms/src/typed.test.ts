import { expect, test } from '@jest/globals';
import { type Kind, typed } from '../../italy/test/typed.js';
import { browserValidator } from '../test/browser.js';
import { issuesOf, pruneHidden } from './check.js';
import { parseForm } from './parse-form.js';
import { compileForm } from './schema.js';

/** The fields of a form in which each kind is typed. */
const fields: [kind: Kind, field: string][] = [
  ['line', 'text'],
  ['prose', 'longText'],
  ['date', 'date'],
  ['fiscalCode', 'fiscalCode'],
  ['entityFiscalCode', 'entityFiscalCode'],
  ['vatNumber', 'vatNumber'],
  ['iban', 'iban'],
  ['cap', 'cap'],
  ['phone', 'phone'],
  ['mail', 'mail'],
  ['mail', 'pec'],
];

test.each(fields)('a %s typed in a field of kind %s is kept and refused alike by page and server', (kind, field) => {
  const name = { it: 'Campo', en: 'Field' };
  const form = parseForm({
    pages: [
      { key: 'page', title: name, sections: [{ key: 'section', fields: [{ kind: field, key: 'typed', label: name, required: true }] }] },
    ],
  });
  const sides = [compileForm(form), browserValidator(form)];
  for (const [text, kept] of typed[kind]) {
    for (const validate of sides) {
      const [issue] = issuesOf(form, validate, { typed: text });
      expect([text, issue === undefined ? pruneHidden(form, { typed: text })['typed'] : null]).toEqual([text, kept]);
    }
  }
});
