import type { Language, Text } from '@sportello/contracts/contract';
import type { ExportColumn } from '@sportello/contracts/practices/exports';
import type { Block, Form, Leaf, Page, Section } from '@sportello/forms/form';
import { answerInWords } from '@sportello/forms/summary';
import { isCivilDate } from '@sportello/italy/rome-time';
import type { Column } from '@sportello/service/exports/table';
import type { Content } from '@sportello/stored-forms/content';
import { lookups } from '@sportello/stored-forms/stored-forms';
import type { ExportedRow } from './columns.js';

/** A version of the form of a service. */
interface Version {
  id: string;
  form: Form;
}

/** A field of which an export can tell the answers. */
interface Answer {
  /** `form.street`, or `form.users.familyName` in a repeated block. */
  key: string;
  leaf: Leaf;
  block: Block | null;
  group: Text;
}

const textOf = (write: (language: Language) => string): Text => ({ it: write('it'), en: write('en') });

const groupOf = (page: Page, section: Section): Text =>
  textOf((language) => [page.title, section.title].flatMap((title) => (title ? [title[language]] : [])).join(', '));

const answersOf = ({ pages }: Form): Answer[] =>
  pages.flatMap((page) =>
    page.sections.flatMap((section) =>
      section.fields.flatMap((field): Answer[] => {
        if (field.kind === 'note') return [];
        if (field.kind !== 'block') return [{ key: `form.${field.key}`, leaf: field, block: null, group: groupOf(page, section) }];
        return field.fields
          .filter(({ kind }) => kind !== 'note')
          .map((leaf) => ({ key: `form.${field.key}.${leaf.key}`, leaf, block: field, group: field.label }));
      }),
    ),
  );

/** What stands in a cell; what has no kind of its own is words. */
const kindOf = ({ kind }: Leaf) => {
  if (kind === 'number' || kind === 'date') return kind;
  return kind === 'yesNo' || kind === 'declaration' ? 'boolean' : 'text';
};

const labelOf = (leaf: Leaf): Text => (leaf.kind === 'note' ? leaf.text : leaf.label);

/** What BKO-05 calls fields that are not textual. */
const choices: readonly Leaf['kind'][] = ['choice', 'multiChoice', 'yesNo', 'declaration', 'file'];

/** The answers to the form of one service, whatever version each practice was begun with. */
export class FormColumns {
  /** By key; the newest version that has a field says what it is called. */
  private readonly answers = new Map<string, Answer & { kind: ReturnType<typeof kindOf> }>();
  private readonly versions = new Map<string, { form: Form; leaves: Map<string, Leaf> }>();

  /** @param versions the newest first */
  constructor(versions: readonly Version[]) {
    for (const { id, form } of versions) {
      const answers = answersOf(form);
      this.versions.set(id, { form, leaves: new Map(answers.map(({ key, leaf }) => [key, leaf])) });
      for (const answer of answers) {
        const known = this.answers.get(answer.key);
        // What was a number in one version and a text in another is words in all.
        if (known && known.kind !== kindOf(answer.leaf)) known.kind = 'text';
        if (!known) this.answers.set(answer.key, { ...answer, kind: kindOf(answer.leaf) });
      }
    }
  }

  offered(): ExportColumn[] {
    return [...this.answers.values()].map(({ key, leaf, block, group }) => ({
      key,
      label: labelOf(leaf),
      group,
      isRepeated: block !== null,
      isTextual: !choices.includes(leaf.kind),
    }));
  }

  has(key: string): boolean {
    return this.answers.has(key);
  }

  /** The repeated blocks that some of the columns stand in, by the keys of their fields. */
  blocksOf(keys: readonly string[]): string[] {
    return [...new Set(keys.flatMap((key) => this.answers.get(key)?.block?.key ?? []))];
  }

  /**
   * Columns of a spreadsheet. A repeated block has its chosen fields once for each item.
   * @param keys known ones, in order
   * @param items the most items that a practice has of each block
   */
  columns(keys: readonly string[], items: ReadonlyMap<string, number>, language: Language): Column<ExportedRow>[] {
    const chosen = keys.flatMap((key) => this.answers.get(key) ?? []);
    const named = chosen.map(({ leaf }) => labelOf(leaf)[language]);
    const isAmbiguous = ({ leaf }: Answer) => named.filter((name) => name === labelOf(leaf)[language]).length > 1;
    const columns: Column<ExportedRow>[] = [];
    for (let at = 0; at < chosen.length; ) {
      const { block } = chosen[at] as Answer;
      if (!block) {
        const answer = chosen[at] as (typeof chosen)[number];
        const heading = textOf((to) => (isAmbiguous(answer) ? `${answer.group[to]}: ` : '') + labelOf(answer.leaf)[to]);
        columns.push(this.column(answer, heading, answer.key, language, ({ content }) => content));
        at += 1;
        continue;
      }
      const run = chosen.slice(at).findIndex((other) => other.block?.key !== block.key);
      const together = chosen.slice(at, run === -1 ? undefined : at + run);
      for (let item = 0; item < (items.get(block.key) ?? 0); item += 1)
        for (const answer of together) {
          const heading = textOf((to) => `${block.itemTitle[to]} ${item + 1}: ${labelOf(answer.leaf)[to]}`);
          const key = `form.${block.key}.${item}.${answer.leaf.key}`;
          columns.push(this.column(answer, heading, key, language, ({ content }) => itemsOf(content, block.key)[item]));
        }
      at += together.length;
    }
    return columns;
  }

  private column(
    answer: Answer & { kind: ReturnType<typeof kindOf> },
    heading: Text,
    key: string,
    language: Language,
    placeOf: (row: ExportedRow) => Content | undefined,
  ): Column<ExportedRow> {
    const answerIn = (row: ExportedRow) => placeOf(row)?.[answer.leaf.key];
    switch (answer.kind) {
      case 'number':
        return { key, heading, kind: 'number', of: (row) => numberOf(answerIn(row)) };
      case 'date':
        return { key, heading, kind: 'date', of: (row) => dateOf(answerIn(row)) };
      case 'boolean':
        return { key, heading, kind: 'boolean', of: (row) => booleanOf(answerIn(row)) };
      case 'text':
        return { key, heading, kind: 'text', of: (row) => this.words(row, answer, answerIn(row), language) };
    }
  }

  private words({ formId = '' }: ExportedRow, { key, leaf }: Answer, value: unknown, language: Language): string | null {
    const version = this.versions.get(formId);
    if (!version || value === undefined || value === null) return null;
    return answerInWords(version.leaves.get(key) ?? leaf, value, { form: version.form, language, lookups });
  }

  /** The chosen answers of a practice as they are nested in its form; what is coded comes with its words. */
  nested({ formId = '', content = {} }: ExportedRow, keys: readonly string[], language: Language): Content {
    const { form, leaves } = this.versions.get(formId) ?? {};
    const chosen = keys.flatMap((key) => this.answers.get(key) ?? []);
    const told = ({ key, leaf }: Answer, value: unknown) => {
      const own = leaves?.get(key) ?? leaf;
      return form ? valueInJson(own, value, (one) => answerInWords(own, one, { form, language, lookups })) : null;
    };
    const result: Content = {};
    for (const answer of chosen) {
      const { block, leaf } = answer;
      if (!block) result[leaf.key] = told(answer, content[leaf.key]);
      else
        result[block.key] ??= itemsOf(content, block.key).map((item) =>
          Object.fromEntries(
            chosen.flatMap((other) => (other.block?.key === block.key ? [[other.leaf.key, told(other, item[other.leaf.key])]] : [])),
          ),
        );
    }
    return result;
  }
}

const itemsOf = (content: Content | undefined, key: string): Content[] => {
  const items = content?.[key];
  return Array.isArray(items) ? items : [];
};

const numberOf = (value: unknown) => (typeof value === 'number' ? value : null);
const dateOf = (value: unknown) => (typeof value === 'string' && isCivilDate(value) ? value : null);
const booleanOf = (value: unknown) => (typeof value === 'boolean' ? value : null);

/** @param words of one value */
function valueInJson(leaf: Leaf, value: unknown, words: (value: unknown) => string): unknown {
  if (value === undefined || value === null) return null;
  const labelled = (one: unknown) => ({ value: one, label: words(one) });
  switch (leaf.kind) {
    case 'multiChoice':
      return Array.isArray(value) ? value.map(labelled) : null;
    case 'choice':
    case 'region':
    case 'province':
    case 'comune':
    case 'school':
      return labelled(value);
    default:
      return value;
  }
}
