import { findRegion } from '@sportello/italy/places';
import type { Block, Condition, Field, Form, FormFault, Leaf, Rule } from './form.js';

type Kind = Field['kind'];
type Scope = Map<string, Field>;

/** Kinds that hold no value, or none that a condition could look at. */
const withoutValue = new Set<Kind>(['note', 'block']);
const parentKinds = { province: 'region', comune: 'province', cap: 'comune', school: 'comune' } as const;

/** The faults that a schema does not see: keys that come twice, references that lead nowhere or backwards, bounds that contradict. */
export function referenceFaults(form: Form): FormFault[] {
  const faults: FormFault[] = [];
  const fault: Report = (path, it, en) => void faults.push({ path, message: { it, en } });
  const scope: Scope = new Map();
  const names = new Set<string>();
  for (const [p, page] of form.pages.entries()) {
    const pagePath = `pages.${p}`;
    if (names.has(page.key)) fault(`${pagePath}.key`, `la chiave ${page.key} compare due volte`, `the key ${page.key} comes twice`);
    names.add(page.key);
    for (const [s, section] of page.sections.entries()) {
      const sectionPath = `${pagePath}.sections.${s}`;
      if (names.has(section.key))
        fault(`${sectionPath}.key`, `la chiave ${section.key} compare due volte`, `the key ${section.key} comes twice`);
      names.add(section.key);
      if (section.showIf) conditionFaults(section.showIf, scope, `${sectionPath}.showIf`, fault);
      for (const [f, field] of section.fields.entries()) {
        const path = `${sectionPath}.fields.${f}`;
        fieldFaults(field, scope, path, form, fault);
        if (field.kind === 'block') blockFaults(field, path, form, fault);
      }
    }
  }
  for (const [r, rule] of (form.rules ?? []).entries()) ruleFaults(rule, scope, `rules.${r}`, false, fault);
  if (form.confirmationMail && !['mail', 'pec'].includes(scope.get(form.confirmationMail)?.kind ?? '')) {
    fault(
      'confirmationMail',
      `${form.confirmationMail} non è un campo di tipo mail`,
      `${form.confirmationMail} is not a field of kind mail`,
    );
  }
  for (const [source, schools] of Object.entries(form.schools ?? {})) {
    if (new Set(schools.map(({ code }) => code)).size < schools.length)
      fault(`schools.${source}`, 'una scuola compare due volte', 'a school comes twice');
  }
  return faults;
}

type Report = (path: string, it: string, en: string) => void;

function fieldFaults(field: Field, scope: Scope, path: string, form: Form, fault: Report): void {
  if (scope.has(field.key)) fault(`${path}.key`, `la chiave ${field.key} compare due volte`, `the key ${field.key} comes twice`);
  if (field.showIf) conditionFaults(field.showIf, scope, `${path}.showIf`, fault);
  if ('readOnly' in field && field.readOnly && !field.prefill)
    fault(
      `${path}.readOnly`,
      'un campo che nessuno può compilare deve essere precompilato',
      'a field that nobody can fill needs a prefill',
    );
  if ('min' in field && 'max' in field && field.min !== undefined && field.max !== undefined && field.min > field.max) {
    fault(`${path}.max`, 'il massimo è minore del minimo', 'the most is less than the least');
  }
  if ('options' in field) {
    if (new Set(field.options.map(({ value }) => value)).size < field.options.length)
      fault(`${path}.options`, 'un valore compare due volte', 'a value comes twice');
    if (field.kind === 'multiChoice' && (field.min ?? 0) > field.options.length)
      fault(`${path}.min`, 'le opzioni sono di meno', 'there are fewer options');
  }
  if (field.kind === 'province' && field.region && !findRegion(field.region))
    fault(`${path}.region`, `${field.region} non è una regione`, `${field.region} is no region`);
  if (field.kind === 'province' && field.region && field.within)
    fault(`${path}.within`, 'la regione è già stabilita', 'the region is fixed already');
  if (field.kind === 'school' && !Object.hasOwn(form.schools ?? {}, field.source))
    fault(`${path}.source`, `${field.source} non è un elenco di scuole`, `${field.source} is no list of schools`);
  if ((field.kind === 'province' || field.kind === 'comune' || field.kind === 'cap' || field.kind === 'school') && field.within) {
    const parent = parentKinds[field.kind];
    if (scope.get(field.within)?.kind !== parent)
      fault(
        `${path}.within`,
        `${field.within} non è un campo di tipo ${parent} che viene prima di questo`,
        `${field.within} is not a field of kind ${parent} before this one`,
      );
  }
  scope.set(field.key, field);
}

function blockFaults(block: Block, path: string, form: Form, fault: Report): void {
  const scope: Scope = new Map();
  for (const [f, field] of block.fields.entries()) {
    const fieldPath = `${path}.fields.${f}`;
    fieldFaults(field, scope, fieldPath, form, fault);
    if ('prefill' in field && field.prefill)
      fault(`${fieldPath}.prefill`, 'un campo di un blocco non può essere precompilato', 'a field of a block cannot be prefilled');
  }
  for (const [r, rule] of (block.rules ?? []).entries()) ruleFaults(rule, scope, `${path}.rules.${r}`, true, fault);
}

function conditionFaults(condition: Condition, scope: Scope, path: string, fault: Report): void {
  if ('and' in condition) {
    for (const [i, part] of condition.and.entries()) conditionFaults(part, scope, `${path}.and.${i}`, fault);
  } else if ('or' in condition) {
    for (const [i, part] of condition.or.entries()) conditionFaults(part, scope, `${path}.or.${i}`, fault);
  } else if ('not' in condition) {
    conditionFaults(condition.not, scope, `${path}.not`, fault);
  } else {
    const field = scope.get(condition.field);
    if (!field || withoutValue.has(field.kind)) {
      fault(
        `${path}.field`,
        `${condition.field} non è un campo con un valore che viene prima di questo`,
        `${condition.field} is not a field with a value before this one`,
      );
      return;
    }
    if ('includes' in condition) {
      if (field.kind !== 'multiChoice')
        fault(`${path}.field`, `${condition.field} non è di tipo multiChoice`, `${condition.field} is not of kind multiChoice`);
      else if (!fits(condition.includes, field))
        fault(
          `${path}.includes`,
          `${condition.field} non contiene mai ${condition.includes}`,
          `${condition.field} never holds ${condition.includes}`,
        );
    }
    const values = 'equals' in condition ? [condition.equals] : 'in' in condition ? condition.in : [];
    for (const value of values)
      if (!fits(value, field)) fault(path, `${condition.field} non contiene mai ${value}`, `${condition.field} never holds ${value}`);
  }
}

/** Whether a field, or an element of its list, can hold a value. */
function fits(value: string | number | boolean, field: Field): boolean {
  switch (field.kind) {
    case 'choice':
    case 'multiChoice':
      return field.options.some((option) => option.value === value);
    case 'yesNo':
    case 'declaration':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number';
    case 'file':
    case 'block':
    case 'note':
      return false;
    default:
      return typeof value === 'string';
  }
}

function ruleFaults(rule: Rule, scope: Scope, path: string, inBlock: boolean, fault: Report): void {
  const want = (name: string, key: string | undefined, kinds: Leaf['kind'][] | null) => {
    if (key === undefined) return;
    const found = scope.get(key);
    if (!found || withoutValue.has(found.kind))
      fault(`${path}.${name}`, `${key} qui non è un campo con un valore`, `${key} is not a field with a value here`);
    else if (kinds && !kinds.some((each) => each === found.kind))
      fault(`${path}.${name}`, `${key} non è di tipo ${kinds.join(' o ')}`, `${key} is not of kind ${kinds.join(' or ')}`);
  };
  switch (rule.rule) {
    case 'fiscalCodeMatches':
      want('fiscalCode', rule.fiscalCode, ['fiscalCode']);
      want('givenName', rule.givenName, ['text']);
      want('familyName', rule.familyName, ['text']);
      want('birthDate', rule.birthDate, ['date']);
      want('sex', rule.sex, ['choice']);
      break;
    case 'dateOrder':
      want('first', rule.first, ['date']);
      want('second', rule.second, ['date']);
      break;
    case 'same':
      want('first', rule.first, null);
      want('second', rule.second, null);
      if (scope.get(rule.first)?.kind !== scope.get(rule.second)?.kind)
        fault(`${path}.second`, 'i due campi non sono dello stesso tipo', 'the two fields are not of the same kind');
      break;
    case 'distinct':
      want('field', rule.field, null);
      if (!inBlock) fault(`${path}.rule`, 'distinct è una regola dei blocchi', 'distinct is a rule of blocks');
      break;
  }
}
