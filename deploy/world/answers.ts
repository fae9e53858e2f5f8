import { randomUUID } from 'node:crypto';
import { holds, type Values } from '@sportello/forms/conditions';
import type { Block, Field, Form, Leaf, Rule } from '@sportello/forms/form';
import { addDays, type CivilDate } from '@sportello/italy/rome-time';
import { fiscalCodeOf } from './fiscal-code.ts';

/** Chooses one of so many: a number from 0 to `count` - 1. */
export type Pick = (count: number) => number;

/** A file that an answer names, to be uploaded for the field. */
export interface NeededFile {
  id: string;
  name: string;
  field: string;
}

export interface Answers {
  content: Values;
  files: NeededFile[];
}

/** Answers with which a form of the world is complete, different for each way of picking. What only the profile says is left to the prefill. */
export function answersTo(form: Form, pick: Pick, today: CivilDate): Answers {
  const files: NeededFile[] = [];
  const content: Values = {};
  const fields = form.pages.flatMap(({ sections }) => sections.flatMap(({ showIf, fields }) => fields.map((field) => ({ showIf, field }))));
  for (const { showIf, field } of fields) {
    if (!holds(showIf, content) || !holds(field.showIf, content)) continue;
    if (field.kind === 'block') content[field.key] = items(field, pick, today, files);
    else if (isAnswered(field, pick)) content[field.key] = answerTo(field, content, form.rules ?? [], pick, today, files);
  }
  return { content, files };
}

function items(block: Block, pick: Pick, today: CivilDate, files: NeededFile[]): Values[] {
  const most = Math.min(block.max, 3);
  const count = block.min + pick(Math.max(1, most - block.min + 1));
  const distinct = (block.rules ?? []).flatMap((rule) => (rule.rule === 'distinct' ? [rule.field] : []));
  const made: Values[] = [];
  // Who always picks the same makes the same item again: there are fewer then.
  for (let tries = 0; made.length < count && tries < 50; tries++) {
    const item: Values = {};
    const mine: NeededFile[] = [];
    for (const field of block.fields)
      if (holds(field.showIf, item) && isAnswered(field, pick))
        item[field.key] = answerTo(field, item, block.rules ?? [], pick, today, mine);
    if (distinct.some((key) => made.some((other) => other[key] === item[key]))) continue;
    made.push(item);
    files.push(...mine);
  }
  return made;
}

const isAnswered = (field: Leaf, pick: Pick) => {
  if (field.kind === 'note') return false;
  if (field.kind === 'declaration') return true;
  if ('readOnly' in field && field.readOnly) return false;
  return field.required || pick(2) === 1;
};

const names = ['MARIO', 'ANNA MARIA', 'LUCA', 'GIORGIO', 'ZENO', 'ADÈLE', 'IVO', 'NOEMI'];
const surnames = ['ROSSI', "D'ALÒ", 'FO', 'DE LUCA', 'BIANCHI', 'VERDI', 'NERI', 'ESPOSITO'];
const provinces = [
  ['001', '001272', '10121'],
  ['004', '004078', '12100'],
  ['058', '058091', '00184'],
] as const;
const ibans = ['IT60X0542811101000000123456', 'DE89370400440532013000', 'FR1420041010050500013M02606'];
const some = <T>(of: readonly T[], pick: Pick): T => of[pick(of.length)] as T;

function answerTo(field: Leaf, values: Values, rules: readonly Rule[], pick: Pick, today: CivilDate, files: NeededFile[]): unknown {
  const same = rules.find((rule) => rule.rule === 'same' && rule.second === field.key);
  if (same?.rule === 'same') return values[same.first];
  switch (field.kind) {
    case 'text':
      if (/givenName$/i.test(field.key)) return some(names, pick);
      if (/familyName$/i.test(field.key)) return some(surnames, pick);
      return `Risposta ${pick(1_000_000)}`.slice(0, field.maxLength);
    case 'longText':
      return `Prima riga, con l'accento: è così.\n\nSeconda riga ${pick(1_000)}`;
    case 'number': {
      const [min, max] = [field.min ?? 0, field.max ?? 1_000];
      if (field.integer) return min + pick(max - min + 1);
      const cents = 10 ** (field.decimals ?? 2);
      return Math.ceil(min * cents + pick(Math.floor((max - min) * cents) + 1)) / cents;
    }
    case 'date':
      return dateFor(field, values, rules, pick, today);
    case 'choice':
      return some(field.options, pick).value;
    case 'multiChoice':
      return field.options.map(({ value }) => value).slice(0, 1 + pick(field.max ?? field.options.length));
    case 'yesNo':
      return pick(2) === 1;
    case 'declaration':
      return true;
    case 'fiscalCode':
      return codeFor(field.key, values, rules, pick);
    case 'entityFiscalCode':
    case 'vatNumber':
      return '00514490010';
    case 'mail':
    case 'pec':
      return `persona${pick(1_000)}@example.org`;
    case 'phone':
      return `011${5_550_000 + pick(1_000)}`;
    case 'iban':
      return some(ibans, pick);
    case 'province':
      return some(provinces, pick)[0];
    case 'comune':
      return provinces.find(([province]) => province === values[field.within])?.[1];
    case 'cap':
      return provinces.find(([, comune]) => comune === values[field.within ?? ''])?.[2] ?? '10121';
    case 'file': {
      const count = 1 + pick(Math.min(2, field.maxFiles ?? 1));
      const mine = Array.from({ length: count }, () => ({ id: randomUUID(), name: 'allegato.pdf' }));
      files.push(...mine.map((file) => ({ ...file, field: field.key })));
      return mine;
    }
    case 'region':
    case 'school':
    case 'note':
      throw new RangeError(`No form of the world asks for ${field.kind}: say here how it is answered`);
  }
}

function dateFor(field: Extract<Field, { kind: 'date' }>, values: Values, rules: readonly Rule[], pick: Pick, today: CivilDate): CivilDate {
  const order = rules.find((rule) => rule.rule === 'dateOrder' && rule.second === field.key);
  const before = order?.rule === 'dateOrder' ? (values[order.first] as CivilDate | undefined) : undefined;
  if (field.max !== 'today') return addDays(before ?? today, pick(300));
  return before === undefined ? addDays(today, -pick(900)) : some([before, today], pick);
}

function codeFor(key: string, values: Values, rules: readonly Rule[], pick: Pick): string {
  const rule = rules.find((it) => it.rule === 'fiscalCodeMatches' && it.fiscalCode === key);
  const said = (name: string | undefined) => (name === undefined ? undefined : (values[name] as string | undefined));
  const { givenName, familyName, birthDate } = rule?.rule === 'fiscalCodeMatches' ? rule : {};
  return fiscalCodeOf({
    givenName: said(givenName) ?? some(names, pick),
    familyName: said(familyName) ?? some(surnames, pick),
    birthDate: said(birthDate) ?? `19${60 + pick(40)}-0${1 + pick(9)}-1${pick(10)}`,
    sex: pick(2) === 1 ? 'F' : 'M',
    birthPlace: 'L219',
  });
}
