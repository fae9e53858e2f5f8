import { findProvince, findRegion } from '@sportello/italy/places';
import { displayDate } from '@sportello/italy/rome-time';
import { pruneHidden } from './check.js';
import { holds, type Values } from './conditions.js';
import type { Block, Field, Form } from './form.js';
import type { Lookups } from './rules.js';

export type Language = 'it' | 'en';

export interface SummaryRow {
  /** JSON pointer of the value: `/users/0/givenName`. */
  pointer: string;
  label: string;
  /** In words for a person; empty where nothing was written. */
  value: string;
}

/** A text of the form, rows under no title, or the rows of one item under its own. */
export interface SummaryPart {
  title?: string;
  text?: string;
  rows: SummaryRow[];
}

export interface SummarySection {
  key: string;
  title?: string;
  parts: SummaryPart[];
}

export interface SummaryPage {
  key: string;
  title: string;
  sections: SummarySection[];
}

const words = { it: { yes: 'Sì', no: 'No' }, en: { yes: 'Yes', no: 'No' } };

/**
 * The answers as a person reads them, for the page before sending and for the PDF (CAT-82). Hidden fields, sections and pages are left out.
 *
 * Dates are dd/mm/yyyy, choices are their labels, places and schools their names where they are known, files their names.
 *
 * @param lookups where the names of comuni come from; a name that is not found leaves the code
 */
export function summaryOf(form: Form, data: unknown, language: Language, lookups: Lookups = {}): SummaryPage[] {
  const values = pruneHidden(form, data);
  const context: Context = { form, language, lookups };
  return form.pages
    .map((page) => ({
      key: page.key,
      title: page.title[language],
      sections: page.sections
        .filter(({ showIf }) => holds(showIf, values))
        .map(({ key, title, fields }) => ({ key, title: title?.[language], parts: partsOf(fields, values, '', context) }))
        .filter(({ parts }) => parts.length > 0),
    }))
    .filter(({ sections }) => sections.length > 0);
}

/** What answers are put in words with. */
interface Context {
  form: Form;
  language: Language;
  lookups: Lookups;
}

function partsOf(fields: Field[], values: Values, base: string, context: Context): SummaryPart[] {
  const parts: SummaryPart[] = [];
  for (const field of fields) {
    if (!holds(field.showIf, values)) continue;
    if (field.kind === 'note') {
      if (field.inSummary) parts.push({ text: field.text[context.language], rows: [] });
    } else if (field.kind === 'block') {
      parts.push(...itemParts(field, values, context));
    } else {
      const row = {
        pointer: `${base}/${field.key}`,
        label: field.label[context.language],
        value: answerInWords(field, values[field.key], context),
      };
      const last = parts.at(-1);
      if (last && last.title === undefined && last.text === undefined) last.rows.push(row);
      else parts.push({ rows: [row] });
    }
  }
  return parts;
}

function itemParts(block: Block, values: Values, context: Context): SummaryPart[] {
  const items = values[block.key];
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: Values, i) => {
    const [first, ...rest] = partsOf(block.fields, item, `/${block.key}/${i}`, context);
    return first ? [{ ...first, title: `${block.itemTitle[context.language]} ${i + 1}` }, ...rest] : [];
  });
}

/** One answer as a person reads it; empty where nothing was written. */
export function answerInWords(field: Field, value: unknown, { form, language, lookups }: Context): string {
  if (value === undefined) return '';
  switch (field.kind) {
    case 'yesNo':
    case 'declaration':
      return value === true ? words[language].yes : words[language].no;
    case 'number':
      return typeof value === 'number' ? new Intl.NumberFormat(language, { maximumFractionDigits: 20 }).format(value) : '';
    case 'choice':
    case 'multiChoice': {
      const chosen = Array.isArray(value) ? value : [value];
      return chosen.map((each) => field.options.find((option) => option.value === each)?.label[language] ?? String(each)).join(', ');
    }
    case 'file':
      return Array.isArray(value) ? value.map(({ name }: Values) => String(name)).join(', ') : '';
    case 'note':
    case 'block':
      return '';
    default:
      return typeof value === 'string' ? textInWords(field, value, form, lookups) : '';
  }
}

function textInWords(field: Field, value: string, form: Form, lookups: Lookups): string {
  switch (field.kind) {
    case 'date':
      return displayDate(value);
    case 'region':
      return findRegion(value)?.name ?? value;
    case 'province':
      return findProvince(value)?.name ?? value;
    case 'comune':
      return lookups.comune?.(value) ?? value;
    case 'school':
      return form.schools?.[field.source]?.find(({ code }) => code === value)?.name ?? value;
    default:
      return value;
  }
}
