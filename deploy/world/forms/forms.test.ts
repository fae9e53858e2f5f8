import { expect, test } from '@jest/globals';
import { issuesOf, prefill } from '@sportello/forms/check';
import type { Values } from '@sportello/forms/conditions';
import type { Block, Field, Form, Rule, Text } from '@sportello/forms/form';
import { compileForm } from '@sportello/forms/schema';
import { findComune } from '@sportello/italy/territory';
import fc from 'fast-check';
import { answersTo, type Pick } from '../answers.ts';
import { people, procedures } from '../ids.ts';
import { characters, registrationOf } from '../people.ts';
import { servicesAt } from '../procedures.ts';
import { sheets } from '../sheets.ts';

const today = '2026-11-29';
const context = { today, lookups: { comune: (code: string) => findComune(code)?.name } };
const giulia = registrationOf(characters.find(({ id }) => id === people.giulia) as (typeof characters)[number]);
const fullName = `${giulia.identity.givenName} ${giulia.identity.familyName}`;
const known = { person: { ...giulia.identity, fullName, mail: giulia.mail, mobilePhone: '3331234567' } };
/** The manual's own form has tests of its own. */
const services = servicesAt(new Date()).filter(({ id }) => id !== procedures.utentiServizi06);
const cases = services.map(({ code, form }) => [code, form] as const);
const fieldsOf = (form: Form): Field[] => form.pages.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields));
const picking =
  (gen: fc.GeneratorValue): Pick =>
  (count) =>
    gen(fc.nat, { max: count - 1 });
const whole = (form: Form, pick: Pick) => prefill(form, known, answersTo(form, pick, today).content);

test.each(cases)('CAT-33: %s is complete with whatever answers agree with it', (_code, form) => {
  const validate = compileForm(form);
  fc.assert(
    fc.property(fc.gen(), (gen) => {
      const errors = issuesOf(form, validate, whole(form, picking(gen)), context).filter(({ severity }) => severity === 'error');
      expect(errors).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

/** Each rule of a form, with what it looks at: the form itself or a block of it. */
const ruled = cases.flatMap(([code, form]) => [
  ...(form.rules ?? []).map((rule) => [code, rule.rule, form, rule, null] as const),
  ...fieldsOf(form)
    .filter((field): field is Block => field.kind === 'block')
    .flatMap((block) => (block.rules ?? []).map((rule) => [code, `${block.key}: ${rule.rule}`, form, rule, block] as const)),
]);

test.each(ruled)('CAT-34: %s refuses what breaks %s, and says how to put it right', (_code, _name, form, rule, block) => {
  const validate = compileForm(form);
  const content = whole(form, shown(form, block));
  const items = block ? (content[block.key] as Values[]) : [content];
  const first = items[0] as Values;
  const broken = block && rule.rule === 'distinct' ? [first, { ...first }] : [{ ...first, ...against(rule, first) }];
  const changed = block ? { ...content, [block.key]: broken } : broken[0];
  const errors = issuesOf(form, validate, changed, context).filter(({ severity }) => severity === 'error');
  const base = block ? `/${block.key}/${rule.rule === 'distinct' ? 1 : 0}` : '';
  expect(errors.map(({ pointer }) => pointer)).toEqual([`${base}/${pointed(rule)}`]);
  expect(errors[0]?.message.it).toMatch(words[rule.rule].it);
  expect(errors[0]?.message.en).toMatch(words[rule.rule].en);
});

/** Picks what shows as many fields as there are: the last of each list, "yes", and one item at least. */
function shown(form: Form, block: Block | null): Pick {
  const picks: Pick[] = [(count) => count - 1, () => 0, (count) => Math.min(1, count - 1)];
  const found = picks.find((pick) => !block || Array.isArray(whole(form, pick)[block.key]));
  const filled = found && (!block || (whole(form, found)[block.key] as unknown[]).length > 0) ? found : picks[0];
  return filled as Pick;
}

function against(rule: Rule, values: Values): Values {
  switch (rule.rule) {
    case 'fiscalCodeMatches':
      return rule.birthDate ? { [rule.birthDate]: '1901-02-03' } : { [rule.fiscalCode]: 'RSSMRA85T10A562T' };
    case 'dateOrder':
      return values[rule.first] === today ? {} : { [rule.first]: today, [rule.second]: '2026-11-28' };
    case 'same':
      return { [rule.second]: String(values[rule.second]).includes('@') ? 'another@example.org' : 'GB29NWBK60161331926819' };
    case 'distinct':
      return {};
  }
}

const pointed = (rule: Rule): string =>
  rule.rule === 'distinct' ? rule.field : rule.rule === 'fiscalCodeMatches' ? rule.fiscalCode : rule.second;

const words: Record<Rule['rule'], Record<'it' | 'en', RegExp>> = {
  fiscalCodeMatches: { it: /non corrisponde|errore di battitura/, en: /does not agree|typing error/ },
  dateOrder: { it: /non precedente al/, en: /not before/ },
  same: { it: /scrivi lo stesso valore di/, en: /write the same value as/ },
  distinct: { it: /è uguale a quello di/, en: /it is the same as in/ },
};

test.each(cases)('CAT-30: %s asks for 10 to 40 things, all of them in both languages', (_code, form) => {
  const asked = fieldsOf(form)
    .flatMap((field) => (field.kind === 'block' ? field.fields : [field]))
    .filter(({ kind }) => kind !== 'note');
  expect(asked.length).toBeGreaterThanOrEqual(10);
  expect(asked.length).toBeLessThanOrEqual(40);
  for (const text of textsOf(form))
    expect([text, text.it === text.en && !/^(ASL |IBAN$|ISEE$|Diesel$|Email$)/.test(text.it)]).toEqual([text, false]);
});

function textsOf(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('it' in value && 'en' in value) return [value as Text];
  return Object.values(value).flatMap(textsOf);
}

test('CAT-32: every service says what it needs, what one gets, what it costs and who answers for it', () => {
  for (const { id, code } of services.filter(({ organizationId, id }) => id !== procedures.travelForCare && organizationId)) {
    const { achieved, cost } = sheets[id] ?? {};
    expect([code, Boolean(achieved && cost)]).toEqual([code, true]);
  }
});

test('CAT-35: who asks for another is asked for the paper that says so', () => {
  const asks = (id: string, field: string, values: Values) => {
    const form = services.find((service) => service.id === id)?.form as Form;
    const content = { ...whole(form, () => 0), ...values };
    return issuesOf(form, compileForm(form), content, context).some(({ pointer, missing }) => pointer === `/${field}` && missing);
  };
  expect(asks(procedures.accessToRecords, 'delegation', { capacity: 'self' })).toBe(false);
  expect(asks(procedures.accessToRecords, 'delegation', { capacity: 'person' })).toBe(true);
  expect(asks(procedures.nursery, 'guardianship', { relation: 'guardian' })).toBe(true);
  expect(asks(procedures.healthComplaint, 'delegation', { isForMe: false, delegation: undefined })).toBe(true);
});

test('CAT-26: one request enrols two children, and each of them is asked for on its own', () => {
  const { form } = services.find(({ id }) => id === procedures.nursery) as (typeof services)[number];
  let turn = 0;
  // Two children, and another answer at each turn.
  const content = whole(form, (count) => (count === 3 ? 1 : turn++ % count));
  expect(content['children']).toHaveLength(2);
  const [one, two] = content['children'] as Values[];
  const issues = issuesOf(form, compileForm(form), { ...content, children: [one, { ...two, attendance: undefined }] }, context);
  expect(issues.map(({ pointer, label }) => [pointer, label.it])).toEqual([['/children/1/attendance', 'Bambino 2: Orario']]);
});
