import { type CivilDate, romeDate } from '@sportello/italy/rome-time';
import { asDate } from '@sportello/italy/typed-date';
import { asCode, asIban, asLine, asMail, asPhone, asProse, asVatNumber } from '@sportello/italy/typed-text';
import { holds, type Values } from './conditions.js';
import type { Block, Field, Form, Leaf, Text } from './form.js';
import { messageOf } from './messages.js';
import { type Finding, type Lookups, ruleFindings } from './rules.js';

/** One thing that a compiled validator found; the shape is that of Ajv's errors. */
export interface SchemaError {
  instancePath: string;
  keyword: string;
  params: Record<string, unknown>;
}

/** A compiled validator: `compileForm` gives one on the server, `create(formats)` of `validatorModule` in the browser. */
export type Validate = (data: unknown) => SchemaError[];

export interface Issue {
  /** JSON pointer into the data: `/users/0/fiscalCode`. */
  pointer: string;
  fieldKey: string;
  /** Key of the page where the field is. */
  page: string;
  severity: Finding['severity'];
  /** The value is not there, and must be. */
  missing: boolean;
  /** What the field is called, with its item: "Utente 2: Nome". */
  label: Text;
  /** What is wrong and how to put it right. */
  message: Text;
}

export interface CheckContext {
  /** The day of the check in Europe/Rome, for dates bounded by today; the current one if it is not said. */
  today?: CivilDate;
  /** Given on the server, so that a comune that does not exist is refused. Browsers offer only those that do. */
  lookups?: Lookups;
}

/** The data of a form that nobody has begun: each block has its least number of empty items. */
export function emptyData(form: Form): Values {
  const blocks = rootFields(form).filter((field): field is Block => field.kind === 'block' && field.min > 0);
  return Object.fromEntries(blocks.map((block) => [block.key, Array.from({ length: block.min }, () => ({}))]));
}

/**
 * Fills what is already known (CAT-07).
 *
 * @param source what the paths of `prefill` lead into, as `{ person: { givenName } }`
 * @param data what the person wrote so far. It is kept, except in read-only fields: these hold what the source says, whoever sent the data.
 *   Where the source has no value the field is the person's to fill, read-only or not.
 */
export function prefill(form: Form, source: unknown, data: Values = emptyData(form)): Values {
  return fillKnown(form, source, data, () => true);
}

/** As `prefill` for the fields that nobody may type: what the person emptied elsewhere stays empty. */
export function lockKnown(form: Form, source: unknown, data: Values): Values {
  return fillKnown(form, source, data, ({ readOnly }) => readOnly === true);
}

/** Keys of the fields that hold what the source says, and that nobody may type. */
export const lockedKeys = (form: Form, source: unknown): string[] => Object.keys(lockKnown(form, source, {}));

function fillKnown(form: Form, source: unknown, data: Values, isFilled: (field: { readOnly?: boolean | undefined }) => boolean): Values {
  const filled: Values = { ...data };
  for (const field of rootFields(form)) {
    if (!('prefill' in field) || !field.prefill || !isFilled(field)) continue;
    const known = cleanValue(field, valueAt(source, field.prefill), false);
    const own = Object.hasOwn(data, field.key) && !isEmpty(data[field.key]);
    if (known !== undefined && (field.readOnly || !own)) filled[field.key] = known;
  }
  return filled;
}

/**
 * The data as they may be stored: without unknown keys, without the values of fields that are hidden (CAT-88), without empty texts and
 * values of a wrong type. Each text is in the form that `@sportello/italy/typed-text` gives its kind.
 *
 * The result is a new plain object whatever came in, safe to store as jsonb. Doing it twice changes nothing.
 */
export function pruneHidden(form: Form, data: unknown): Values {
  return cleanForm(form, data, false);
}

/**
 * What is wrong in the data, in the order of the form. Hidden fields and unknown keys are not looked at.
 *
 * @param data as it came; it is pruned first
 * @returns at most one issue for a field
 */
export function issuesOf(form: Form, validate: Validate, data: unknown, context: CheckContext = {}): Issue[] {
  const values = cleanForm(form, data, true);
  const places = placesOf(form, values);
  const issues = new Map<string, Issue>();
  const add = (pointer: string, severity: Issue['severity'], missing: boolean, message: (label: Text) => Text) => {
    const place = places.get(pointer);
    if (!place || issues.has(pointer)) return;
    const { field, label, page } = place;
    issues.set(pointer, { pointer, fieldKey: field.key, page, severity, missing, label, message: message(label) });
  };
  for (const { instancePath, keyword, params } of validate(values)) {
    if (keyword === 'if') continue;
    const pointer = nearest(places, keyword === 'required' ? `${instancePath}/${params['missingProperty']}` : instancePath);
    const place = pointer === undefined ? undefined : places.get(pointer);
    if (pointer === undefined || !place) continue;
    const missing = keyword === 'required' || place.field.kind === 'declaration';
    add(pointer, 'error', missing, (label) => messageOf(place.field, missing ? 'required' : keyword, place.value, label));
  }
  const today = context.today ?? romeDate(new Date());
  for (const { pointer, severity, message } of ruleFindings(form, values, { today, lookups: context.lookups ?? {} })) {
    add(pointer, severity, false, message);
  }
  return [...places.keys()].flatMap((pointer) => issues.get(pointer) ?? []);
}

/** The issues of one page: what stops the step forward (CAT-20). */
export function issuesOfPage(form: Form, validate: Validate, data: unknown, pageKey: string, context: CheckContext = {}): Issue[] {
  return issuesOf(form, validate, data, context).filter(({ page }) => page === pageKey);
}

function rootFields(form: Form): Field[] {
  return form.pages.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields));
}

function valueAt(source: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined), source);
}

export function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** As good as not sent. */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function cleanForm(form: Form, data: unknown, keepWrongTypes: boolean): Values {
  const values: Values = {};
  for (const { sections } of form.pages) {
    for (const section of sections) {
      if (holds(section.showIf, values)) cleanFields(section.fields, data, values, keepWrongTypes);
    }
  }
  return values;
}

/** Copies what is shown into `values`. A condition sees only what stands before it, so that one pass is enough. */
function cleanFields(fields: Field[], data: unknown, values: Values, keepWrongTypes: boolean): Values {
  for (const field of fields) {
    if (!holds(field.showIf, values)) continue;
    const value = isObject(data) && Object.hasOwn(data, field.key) ? cleanValue(field, data[field.key], keepWrongTypes) : undefined;
    if (value !== undefined) values[field.key] = value;
  }
  return values;
}

/** A wrong type is kept only for a check to name it. Lists are cut one past what they may hold: enough to be refused. */
function cleanValue(field: Field, value: unknown, keepWrongTypes: boolean): unknown {
  if (isEmpty(value) || field.kind === 'note') return undefined;
  const wrong = keepWrongTypes ? value : undefined;
  const spare = keepWrongTypes ? 1 : 0;
  switch (field.kind) {
    case 'yesNo':
      return typeof value === 'boolean' ? value : wrong;
    case 'declaration':
      return value === false ? undefined : value === true ? true : wrong;
    case 'number':
      // A text is what somebody typed and a page could not read: her draft keeps it, and the check refuses it.
      if (typeof value === 'string') return asLine(value) || undefined;
      // Minus zero is no number that JSON could keep.
      return typeof value === 'number' && Number.isFinite(value) ? value + 0 : wrong;
    case 'multiChoice': {
      if (!Array.isArray(value)) return wrong;
      const chosen = value.slice(0, field.options.length + spare).filter((each) => keepWrongTypes || typeof each === 'string');
      return chosen.length > 0 ? chosen.map((each) => (typeof each === 'string' ? cleanText(field, each) : each)) : undefined;
    }
    case 'file': {
      if (!Array.isArray(value)) return wrong;
      const files = value.slice(0, (field.maxFiles ?? 1) + spare).filter(isObject);
      return files.length > 0 ? files.map(cleanFile) : wrong;
    }
    case 'block': {
      if (!Array.isArray(value)) return wrong;
      return value.slice(0, field.max + spare).map((item) => cleanFields(field.fields, item, {}, keepWrongTypes));
    }
    default:
      return typeof value === 'string' ? cleanText(field, value) || undefined : wrong;
  }
}

function cleanFile({ id, name }: Values): Values {
  return { id: typeof id === 'string' ? asLine(id) : '', name: typeof name === 'string' ? asLine(name) : '' };
}

/** More than anybody types for a code, a number or an address: it is left as it is, and refused. Characters. */
const LONGEST_CODE = 1_000;

/** Each kind in the form in which it is kept, so that pages and server check the same text. */
function cleanText(field: Leaf, text: string): string {
  if (field.kind === 'longText') return asProse(text);
  if (text.length > LONGEST_CODE) return asLine(text);
  switch (field.kind) {
    case 'fiscalCode':
    case 'entityFiscalCode':
    case 'school':
    case 'cap':
      return asCode(text);
    case 'date':
      return asDate(text);
    case 'iban':
      return asIban(text);
    case 'vatNumber':
      return asVatNumber(text);
    case 'mail':
    case 'pec':
      return asMail(text);
    case 'phone':
      return asPhone(text);
    default:
      return asLine(text);
  }
}

interface Place {
  field: Field;
  page: string;
  label: Text;
  value: unknown;
}

/** Every field that is shown, by its pointer, in the order of the form. */
function placesOf(form: Form, values: Values): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const page of form.pages) {
    for (const section of page.sections.filter(({ showIf }) => holds(showIf, values))) {
      for (const field of section.fields) {
        if (field.kind === 'note' || !holds(field.showIf, values)) continue;
        const value = values[field.key];
        places.set(`/${field.key}`, { field, page: page.key, label: field.label, value });
        if (field.kind === 'block' && Array.isArray(value)) placeItems(field, value, page.key, places);
      }
    }
  }
  return places;
}

function placeItems(block: Block, items: Values[], page: string, places: Map<string, Place>): void {
  for (const [i, item] of items.entries()) {
    for (const field of block.fields) {
      if (field.kind === 'note' || !holds(field.showIf, item)) continue;
      const named = (language: 'it' | 'en') => `${block.itemTitle[language]} ${i + 1}: ${field.label[language]}`;
      places.set(`/${block.key}/${i}/${field.key}`, { field, page, label: { it: named('it'), en: named('en') }, value: item[field.key] });
    }
  }
}

/** The pointer of the field that a path leads into, as `/topics` for `/topics/3`. */
function nearest(places: Map<string, Place>, path: string): string | undefined {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    if (places.has(path.slice(0, end))) return path.slice(0, end);
  }
  return undefined;
}
