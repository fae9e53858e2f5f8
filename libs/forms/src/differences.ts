import type { Field, Form, Text } from './form.js';

/** A field with where it stands, in words. */
interface Placed {
  field: Field;
  /** Titles of its page and section; those of the block for a field inside one. */
  place: Text;
}

const spoken = (field: Field): Text => {
  return field.kind === 'note' ? shortened(field.text) : field.label;
};

const shortened = ({ it, en }: Text): Text => ({ it: cut(it), en: cut(en) });
const cut = (words: string) => (words.length > 60 ? `${words.slice(0, 60)}…` : words);

/** Every field by its key, those of a block under the block's. */
function placedIn({ pages }: Form): Map<string, Placed> {
  const found = new Map<string, Placed>();
  for (const page of pages) {
    for (const section of page.sections) {
      const place = section.title ? joined(page.title, section.title) : page.title;
      for (const field of section.fields) {
        found.set(field.key, { field, place });
        if (field.kind !== 'block') continue;
        for (const inner of field.fields)
          found.set(`${field.key}.${inner.key}`, { field: inner, place: joined(page.title, spoken(field)) });
      }
    }
  }
  return found;
}

const joined = (one: Text, other: Text): Text => ({ it: `${one.it}, ${other.it}`, en: `${one.en}, ${other.en}` });
/** Whatever the order of the keys: what was stored has another one. */
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder);
const inOrder = (_key: string, value: unknown): unknown =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** What another version of a form changes, in words, in the order of the new one; what is gone comes last. */
export function differencesOf(before: Form, after: Form): Text[] {
  const was = placedIn(before);
  const is = placedIn(after);
  const told: Text[] = [];
  if (!isSame(before.title, after.title)) told.push({ it: 'Cambia il titolo del modulo', en: 'The title of the form changes' });
  for (const [key, { field, place }] of is) {
    const old = was.get(key);
    const label = spoken(field);
    if (!old) {
      const must = 'required' in field && field.required;
      told.push({
        it: `Nuovo campo «${label.it}» (${place.it})${must ? ', obbligatorio' : ''}`,
        en: `New field “${label.en}” (${place.en})${must ? ', required' : ''}`,
      });
      continue;
    }
    told.push(...changesOf(old.field, field).map((change) => ({ it: `«${label.it}»: ${change.it}`, en: `“${label.en}”: ${change.en}` })));
    if (!isSame(old.place, place)) told.push({ it: `«${label.it}»: ora è in ${place.it}`, en: `“${label.en}”: now in ${place.en}` });
  }
  for (const [key, { field, place }] of was) {
    const label = spoken(field);
    if (!is.has(key)) told.push({ it: `Tolto il campo «${label.it}» (${place.it})`, en: `The field “${label.en}” is gone (${place.en})` });
  }
  if (!isSame(before.rules, after.rules)) told.push({ it: 'Cambiano i controlli fra campi', en: 'The checks between fields change' });
  if (told.length === 0 && !isSame(before, after))
    told.push({ it: 'Cambiano testi o impostazioni del modulo', en: 'Texts or settings of the form change' });
  return told;
}

function changesOf(before: Field, after: Field): Text[] {
  const changes: Text[] = [];
  if (before.kind !== after.kind) changes.push({ it: 'cambia il tipo di campo', en: 'another kind of field' });
  const [old, label] = [spoken(before), spoken(after)];
  if (!isSame(old, label)) changes.push({ it: `prima si chiamava «${old.it}»`, en: `it was called “${old.en}”` });
  const must = (field: Field) => 'required' in field && field.required === true;
  if (must(after) && !must(before)) changes.push({ it: 'diventa obbligatorio', en: 'is required now' });
  if (!must(after) && must(before)) changes.push({ it: 'non è più obbligatorio', en: 'is no longer required' });
  if ('options' in before && 'options' in after) changes.push(...optionChanges(before.options, after.options));
  if (!isSame(showIf(before), showIf(after))) changes.push({ it: 'cambia quando compare', en: 'when it appears changes' });
  if (changes.length === 0 && !isSame(withoutFields(before), withoutFields(after)))
    changes.push({ it: 'cambiano aiuto o limiti', en: 'its help or its limits change' });
  return changes;
}

type Options = readonly { value: string; label: Text }[];

function optionChanges(before: Options, after: Options): Text[] {
  const named = (options: Options, others: Options) => options.filter(({ value }) => !others.some((other) => other.value === value));
  const list = (options: Options, language: 'it' | 'en') => options.map(({ label }) => label[language]).join(', ');
  const [added, gone] = [named(after, before), named(before, after)];
  return [
    ...(added.length > 0 ? [{ it: `nuove scelte: ${list(added, 'it')}`, en: `new choices: ${list(added, 'en')}` }] : []),
    ...(gone.length > 0 ? [{ it: `scelte tolte: ${list(gone, 'it')}`, en: `choices gone: ${list(gone, 'en')}` }] : []),
  ];
}

const showIf = (field: Field) => ('showIf' in field ? field.showIf : undefined);
/** The fields of a block are told by themselves. */
const withoutFields = (field: Field) => (field.kind === 'block' ? { ...field, fields: undefined } : field);
