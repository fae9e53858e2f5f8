import { checkFiscalCode, compareFiscalCode } from '@sportello/italy/fiscal-code';
import { findProvince } from '@sportello/italy/places';
import { type CivilDate, displayDate, isCivilDate } from '@sportello/italy/rome-time';
import { holds, type Values } from './conditions.js';
import type { Block, Field, Form, Rule, Text } from './form.js';

/** What a look at several fields, at the calendar or at a list of places found. */
export interface Finding {
  pointer: string;
  /** An error stops the sending; a warning is shown and may be right as it is. */
  severity: 'error' | 'warning';
  message: (label: Text) => Text;
}

/** Names that only lists of places and schools know; each returns undefined for a code that does not exist. */
export interface Lookups {
  comune?: (istatCode: string) => string | undefined;
}

interface Context {
  today: CivilDate;
  lookups: Lookups;
}

interface Scope {
  fields: Field[];
  rules: Rule[];
  values: Values;
  /** Pointer of the object that holds the values: empty for the form. */
  base: string;
}

/** Looks at everything that the schema of the form cannot say. Values that are missing or malformed are left to the schema. */
export function ruleFindings(form: Form, values: Values, context: Context): Finding[] {
  const fields = form.pages.flatMap(({ sections }) =>
    sections.filter(({ showIf }) => holds(showIf, values)).flatMap((section) => section.fields),
  );
  const root: Scope = { fields, rules: form.rules ?? [], values, base: '' };
  return [root, ...fields.flatMap((field) => (field.kind === 'block' ? itemScopes(field, values) : []))].flatMap((scope) => [
    ...scope.fields.flatMap((field) => fieldFindings(form, field, scope, context)),
    ...scope.rules.flatMap((rule) => crossFindings(rule, scope)),
  ]);
}

function itemsOf(block: Block, values: Values): Values[] {
  const items = values[block.key];
  return Array.isArray(items) ? items : [];
}

function itemScopes(block: Block, values: Values): Scope[] {
  const rules = (block.rules ?? []).filter(({ rule }) => rule !== 'distinct');
  return itemsOf(block, values).map((item, i) => ({ fields: block.fields, rules, values: item, base: `/${block.key}/${i}` }));
}

function textIn(values: Values, key: string | undefined): string | undefined {
  const value = key === undefined ? undefined : values[key];
  return typeof value === 'string' ? value : undefined;
}

function error(pointer: string, it: (label: string) => string, en: (label: string) => string): Finding {
  return { pointer, severity: 'error', message: (label) => ({ it: it(label.it), en: en(label.en) }) };
}

function fieldFindings(form: Form, field: Field, { values, base }: Scope, { today, lookups }: Context): Finding[] {
  const pointer = `${base}/${field.key}`;
  if (field.kind === 'block') return distinctFindings(field, values);
  if (field.kind === 'number') return decimalFindings(field, values[field.key], pointer);
  const value = textIn(values, field.key);
  if (value === undefined) return [];
  switch (field.kind) {
    case 'date':
      return isCivilDate(value) ? boundFindings(field, value, pointer, today) : [];
    case 'province': {
      const region = field.region ?? textIn(values, field.within);
      const found = findProvince(value);
      if (!found || region === undefined || found.region === region) return [];
      return [
        error(
          pointer,
          (label) => `"${label}": la provincia non è nella regione indicata. Sceglila dall'elenco.`,
          (label) => `"${label}": the province is not in the given region. Choose it from the list.`,
        ),
      ];
    }
    case 'comune': {
      const province = textIn(values, field.within);
      const exists = !lookups.comune || lookups.comune(value) !== undefined;
      if (exists && (province === undefined || value.startsWith(province))) return [];
      return [
        error(
          pointer,
          (label) => `"${label}": il comune non è nella provincia indicata. Sceglilo dall'elenco.`,
          (label) => `"${label}": the comune is not in the given province. Choose it from the list.`,
        ),
      ];
    }
    case 'school': {
      const comune = textIn(values, field.within);
      const found = form.schools?.[field.source]?.find(({ code }) => code === value);
      if (found && (comune === undefined || found.comune === comune)) return [];
      return [
        error(
          pointer,
          (label) => `"${label}": la scuola non è nell'elenco. Controlla il codice o scegli un'altra scuola.`,
          (label) => `"${label}": the school is not in the list. Check its code or choose another.`,
        ),
      ];
    }
    default:
      return [];
  }
}

function decimalFindings({ decimals }: Extract<Field, { kind: 'number' }>, value: unknown, pointer: string): Finding[] {
  if (decimals === undefined || typeof value !== 'number' || Number(value.toFixed(decimals)) === value) return [];
  return [
    error(
      pointer,
      (label) => `"${label}": scrivi al massimo ${decimals} decimali.`,
      (label) => `"${label}": write at most ${decimals} decimals.`,
    ),
  ];
}

function boundFindings(field: Extract<Field, { kind: 'date' }>, date: CivilDate, pointer: string, today: CivilDate): Finding[] {
  const least = field.min === 'today' ? today : field.min;
  const most = field.max === 'today' ? today : field.max;
  if (least !== undefined && date < least) {
    const day = displayDate(least);
    return [
      error(
        pointer,
        (label) => `"${label}": indica una data non precedente al ${day}.`,
        (label) => `"${label}": give a date not before ${day}.`,
      ),
    ];
  }
  if (most !== undefined && date > most) {
    const day = displayDate(most);
    return [
      error(
        pointer,
        (label) => `"${label}": indica una data non successiva al ${day}.`,
        (label) => `"${label}": give a date not after ${day}.`,
      ),
    ];
  }
  return [];
}

function distinctFindings(block: Block, values: Values): Finding[] {
  return (block.rules ?? []).flatMap((rule) => {
    if (rule.rule !== 'distinct') return [];
    const first = new Map<unknown, number>();
    return itemsOf(block, values).flatMap((item, i) => {
      const value = item[rule.field];
      const before = first.get(value);
      if (value === undefined || before === undefined) {
        first.set(value, i);
        return [];
      }
      const { it, en } = block.itemTitle;
      return [
        error(
          `/${block.key}/${i}/${rule.field}`,
          (label) => `"${label}": è uguale a quello di ${it} ${before + 1}. Correggilo o elimina uno dei due.`,
          (label) => `"${label}": it is the same as in ${en} ${before + 1}. Correct it or remove one of the two.`,
        ),
      ];
    });
  });
}

function crossFindings(rule: Rule, { values, base, fields }: Scope): Finding[] {
  switch (rule.rule) {
    case 'fiscalCodeMatches':
      return fiscalCodeFindings(rule, values, base);
    case 'dateOrder': {
      const first = textIn(values, rule.first);
      const second = textIn(values, rule.second);
      if (first === undefined || second === undefined || !isCivilDate(first) || !isCivilDate(second) || first <= second) return [];
      const day = displayDate(first);
      return [
        error(
          `${base}/${rule.second}`,
          (label) => `"${label}": indica una data non precedente al ${day}.`,
          (label) => `"${label}": give a date not before ${day}.`,
        ),
      ];
    }
    case 'same': {
      const first = values[rule.first];
      const second = values[rule.second];
      if (first === undefined || second === undefined || JSON.stringify(first) === JSON.stringify(second)) return [];
      const other = fields.find(({ key }) => key === rule.first);
      const name = other && 'label' in other ? other.label : { it: rule.first, en: rule.first };
      return [
        error(
          `${base}/${rule.second}`,
          (label) => `"${label}": scrivi lo stesso valore di "${name.it}".`,
          (label) => `"${label}": write the same value as in "${name.en}".`,
        ),
      ];
    }
    case 'distinct':
      return [];
  }
}

/**
 * The birth date and the sex are in the code itself, so a difference is an error. Surname and given name warn only: a code is made from the
 * names of the registry on the day it was given, and people write one name of two, or change theirs, without their code changing.
 */
function fiscalCodeFindings(rule: Extract<Rule, { rule: 'fiscalCodeMatches' }>, values: Values, base: string): Finding[] {
  const code = textIn(values, rule.fiscalCode);
  if (code === undefined || checkFiscalCode(code) !== null) return [];
  const birthDate = textIn(values, rule.birthDate);
  const sex = textIn(values, rule.sex);
  const parts = compareFiscalCode(code, {
    familyName: textIn(values, rule.familyName),
    givenName: textIn(values, rule.givenName),
    birthDate: birthDate !== undefined && isCivilDate(birthDate) ? birthDate : undefined,
    sex: sex === 'M' || sex === 'F' ? sex : undefined,
  });
  const pointer = `${base}/${rule.fiscalCode}`;
  if (parts.includes('birthDate') || parts.includes('sex')) {
    const it = parts.includes('birthDate') ? 'alla data di nascita' : 'al sesso';
    const en = parts.includes('birthDate') ? 'the birth date' : 'the sex';
    return [
      error(
        pointer,
        (label) => `"${label}": il codice non corrisponde ${it}. Controlla tutti e due.`,
        (label) => `"${label}": the code does not agree with ${en}. Check both.`,
      ),
    ];
  }
  if (!parts.includes('surname') && !parts.includes('givenName')) return [];
  const which = parts.includes('surname') ? { it: 'al cognome', en: 'the surname' } : { it: 'al nome', en: 'the given name' };
  return [
    {
      pointer,
      severity: 'warning',
      message: (label) => ({
        it: `"${label.it}": il codice non corrisponde ${which.it}. Se il nome all'anagrafe è diverso da quello scritto qui va bene così; altrimenti correggilo.`,
        en: `"${label.en}": the code does not agree with ${which.en}. If the name in the registry differs from the one written here leave it; else correct it.`,
      }),
    },
  ];
}
