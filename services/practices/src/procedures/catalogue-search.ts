import type { Text } from '@sportello/contracts/contract';
import { namesOf } from '@sportello/directory/copies';
import type { Form } from '@sportello/forms/form';
import { indexedWords } from '@sportello/italy/search-words';
import type { Wanted } from '@sportello/service/wanted';
import { FormVersion } from '@sportello/stored-forms/form-version.entity';
import { type EntityManager, In } from 'typeorm';
import { Procedure } from './procedure.entity.js';

/** Different words of one weight of a service that are kept: more than any form has, and far from the limit of a `tsvector`. */
const MAX_KEPT = 2_000;
/** Shorter words have too few trigrams for a slip in them to be known. */
const LEAST_CORRECTED = 4;

/**
 * What is searched of a service, from what it is called to what its form says and who offers it. The letters are the weights of PostgreSQL.
 */
function textsOf(
  { code, title, subtitle, synonyms }: Procedure,
  form: Form | undefined,
  body: string,
): Record<'A' | 'B' | 'C' | 'D', Text[]> {
  const both = (text: string): Text => ({ it: text, en: text });
  const sections = form?.pages.flatMap((page) => page.sections) ?? [];
  const fields = sections.flatMap((section) =>
    section.fields.flatMap((field) => (field.kind === 'block' ? [field, ...field.fields] : [field])),
  );
  const known = (texts: (Text | undefined)[]) => texts.filter((text) => text !== undefined);
  return {
    A: [title, both(code)],
    B: [subtitle, ...synonyms.map(both)],
    C: known([
      form?.title,
      form?.aim,
      ...(form?.pages.map((page) => page.title) ?? []),
      ...sections.map((section) => section.title),
      ...fields.map((field) => ('label' in field ? field.label : undefined)),
    ]),
    D: known([
      both(body),
      ...sections.flatMap((section) => section.intro ?? []),
      ...fields.flatMap((field) => {
        if (field.kind === 'note') return [field.text];
        return [
          field.help,
          ...(field.questions ?? []).flatMap(({ question, answer }) => [question, answer]),
          ...('options' in field ? field.options.map((option) => option.label) : []),
        ];
      }),
      form?.help,
      ...(form?.questions ?? []).flatMap(({ question, answer }) => [question, answer]),
    ]),
  };
}

/**
 * Writes the words by which a service is found, after it or its form has changed. Words are folded here and not by the database's
 * `unaccent`, so that pages, forms and searches compare letters by one rule; the database brings their stems.
 */
export async function indexWords(tx: EntityManager, procedure: Procedure, form: Form | undefined): Promise<void> {
  const { id, organizationId } = procedure;
  const name = (await namesOf(tx, [organizationId])).get(organizationId) ?? '';
  const texts = textsOf(procedure, form, name);
  const written = (language: 'it' | 'en') =>
    (['A', 'B', 'C', 'D'] as const).map((weight) =>
      indexedWords(texts[weight].map((text) => text[language]).join(' '))
        .slice(0, MAX_KEPT)
        .join(' '),
    );
  const words = [...written('it'), ...written('en')];
  const vector = ['A', 'B', 'C', 'D'].map((weight, at) => {
    const [it, en] = [`$${at + 3}`, `$${at + 7}`];
    const stems = `to_tsvector('simple', ${it}) || to_tsvector('italian', ${it}) || to_tsvector('simple', ${en}) || to_tsvector('english', ${en})`;
    return `setweight(${stems}, '${weight}')`;
  });
  await tx.query(`update procedures set words = ${vector.join(' || ')} where id = $1 and organization_id = $2`, [
    id,
    organizationId,
    ...words,
  ]);
  const vocabulary = [...new Set(words.flatMap((each) => each.split(' ')))].filter((word) => word.length >= LEAST_CORRECTED).sort();
  await tx.query(
    'insert into search_words (organization_id, word) select $1, word from unnest($2::text[]) as word on conflict do nothing',
    [organizationId, vocabulary],
  );
}

/** The same for all services of a body, when it has another name. */
export async function indexWordsOfBody(tx: EntityManager, organizationId: string): Promise<void> {
  const procedures = await tx.findBy(Procedure, { organizationId });
  const forms = await tx.findBy(FormVersion, { id: In(procedures.flatMap(({ formId }) => formId ?? [])) });
  for (const procedure of procedures) await indexWords(tx, procedure, forms.find(({ id }) => id === procedure.formId)?.definition);
}

/** For each word that was typed, itself and the nearest words of the services' own: for a search that finds nothing as it was typed. */
export async function corrected(tx: EntityManager, wanted: Wanted): Promise<Wanted> {
  const rows: { typed: string; words: string[] }[] = await tx.query(nearestWords, [wanted.flat()]);
  const near = new Map(rows.map(({ typed, words }) => [typed, words]));
  return wanted.map((group) => group.flatMap((word) => [word, ...(near.get(word) ?? [])]));
}

/** Of each word of `$1` the five most similar ones. */
export const nearestWords = `
select typed, array_agg(near.word) "words" from unnest($1::text[]) as typed
cross join lateral (
  select word, max(similarity(word, typed)) as likeness from search_words
  where word % typed and similarity(word, typed) >= 0.35
  group by word order by likeness desc, word limit 5) as near
group by typed`;

/**
 * A `tsquery` for what has each of the words that are looked for: as its beginning, or with the same stem in Italian or English.
 *
 * @param put names the parameter that holds a value, as `:word0`
 */
export function queryOf(wanted: Wanted, put: (word: string) => string): string {
  const alternatives = (word: string) => {
    const [whole, beginning] = [put(word), put(`${word}:*`)];
    // One letter would begin half of all words.
    const simple = `to_tsquery('simple', ${word.length > 1 ? beginning : whole})`;
    return `${simple} || to_tsquery('italian', ${whole}) || to_tsquery('english', ${whole})`;
  };
  return wanted.map((group) => `(${group.map(alternatives).join(' || ')})`).join(' && ');
}
