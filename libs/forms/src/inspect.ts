import { isEmpty, isObject, pruneHidden } from './check.js';
import { holds, type Values } from './conditions.js';
import type { Field, Form, Text } from './form.js';

/** What was sent and cannot be stored as it came. */
export interface Fault {
  /** Names and places in lists, from the top of the data down. */
  path: Path;
  message: Text;
}

type Path = (string | number)[];

export interface Inspection {
  /** Keys that the form does not have, values of a wrong type, lists longer than they may be. */
  faults: Fault[];
  /** Paths of values that a condition hides: they are not stored (CAT-88). */
  hidden: Path[];
}

/** What of the data `pruneHidden` would leave out: nobody is told that something was stored when it was not. */
export function inspect(form: Form, data: Values): Inspection {
  const fields = form.pages.flatMap(({ sections }) => sections.flatMap((section) => section.fields));
  const faults = faultsIn(fields, data, []);
  const kept = pruneHidden(form, data);
  const hidden = form.pages
    .flatMap(({ sections }) => sections)
    .flatMap((section) => hiddenIn(section.fields, data, kept, [], !holds(section.showIf, kept)));
  return { faults, hidden };
}

function faultsIn(fields: Field[], data: Values, base: Path): Fault[] {
  const known = new Map(fields.filter(({ kind }) => kind !== 'note').map((field) => [field.key, field]));
  return Object.entries(data).flatMap(([key, value]) => {
    const path = [...base, key];
    const field = known.get(key);
    if (!field) return [{ path, message: unknownKey }];
    return isEmpty(value) ? [] : faultsOf(field, value, path);
  });
}

function faultsOf(field: Field, value: unknown, path: Path): Fault[] {
  const wrong = [{ path, message: wanted[field.kind] ?? wanted.text }];
  switch (field.kind) {
    case 'yesNo':
    case 'declaration':
      return typeof value === 'boolean' ? [] : wrong;
    case 'number':
      return Number.isFinite(value) || isText(value) ? [] : wrong;
    case 'multiChoice':
      return Array.isArray(value) ? eachOf(value, field.options.length, path, isText, () => []) : wrong;
    case 'file':
      return Array.isArray(value) ? eachOf(value, field.maxFiles ?? 1, path, isObject, faultsOfFile) : wrong;
    case 'block':
      return Array.isArray(value) ? eachOf(value, field.max, path, isObject, (item, at) => faultsIn(field.fields, item, at)) : wrong;
    default:
      return typeof value === 'string' ? [] : wrong;
  }
}

/** @param most how many items the list may hold */
function eachOf<T>(
  items: unknown[],
  most: number,
  path: Path,
  fits: (item: unknown) => item is T,
  look: (item: T, path: Path) => Fault[],
): Fault[] {
  if (items.length > most) return [{ path, message: atMost(most) }];
  return items.flatMap((item, index) => {
    const at = [...path, index];
    return fits(item) ? look(item, at) : [{ path: at, message: fits === isText ? wanted.text : wantedItem }];
  });
}

function faultsOfFile(file: Values, path: Path): Fault[] {
  const strange = Object.keys(file).filter((key) => key !== 'id' && key !== 'name');
  const faults = strange.map((key) => ({ path: [...path, key], message: unknownKey }));
  if (!isText(file['id'])) faults.push({ path: [...path, 'id'], message: wanted.text });
  if (!isEmpty(file['name']) && !isText(file['name'])) faults.push({ path: [...path, 'name'], message: wanted.text });
  return faults;
}

function hiddenIn(fields: Field[], data: Values, kept: Values, base: Path, isAllHidden: boolean): Path[] {
  return fields.flatMap((field) => {
    const value = Object.hasOwn(data, field.key) ? data[field.key] : undefined;
    if (field.kind === 'note' || isEmpty(value) || (value === false && field.kind === 'declaration')) return [];
    const path = [...base, field.key];
    if (isAllHidden || !holds(field.showIf, kept)) return [path];
    if (field.kind !== 'block' || !Array.isArray(value)) return [];
    const items = kept[field.key] as Values[];
    return value.flatMap((item, index) =>
      isObject(item) && items[index] ? hiddenIn(field.fields, item, items[index], [...path, index], false) : [],
    );
  });
}

const isText = (value: unknown): value is string => typeof value === 'string';

const unknownKey: Text = { it: 'Il modulo non ha questo campo', en: 'The form has no such field' };
const trueOrFalse: Text = { it: 'Il valore deve essere vero o falso (true, false)', en: 'The value must be true or false' };
const wantedItem: Text = { it: 'Ogni elemento deve essere un oggetto', en: 'Each item must be an object' };
const wanted: Partial<Record<Field['kind'], Text>> & { text: Text } = {
  text: { it: 'Il valore deve essere un testo', en: 'The value must be a text' },
  yesNo: trueOrFalse,
  declaration: trueOrFalse,
  number: { it: 'Il valore deve essere un numero', en: 'The value must be a number' },
  multiChoice: { it: 'Il valore deve essere un elenco di codici', en: 'The value must be a list of codes' },
  file: {
    it: 'Il valore deve essere un elenco di file, ciascuno con id e name',
    en: 'The value must be a list of files, each with id and name',
  },
  block: { it: 'Il valore deve essere un elenco', en: 'The value must be a list' },
};
const atMost = (most: number): Text =>
  most === 1
    ? { it: 'L’elenco può avere un solo elemento', en: 'The list may have one item only' }
    : { it: `L’elenco può avere al massimo ${most} elementi`, en: `The list may have at most ${most} items` };
