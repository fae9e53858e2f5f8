import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The letters as the code of this release folds them, for what was written before. */
const letters = [
  'àáâãäåāăąçćčďđðèéêëēėęěğìíîïīįıłľĺñńňòóôõöøōőřŕšśşșťțţùúûüūůűųýÿžźż',
  'aaaaaaaaacccdddeeeeeeeegiiiiiiilllnnnoooooooorrsssstttuuuuuuuuyyzzz',
];
const folded = (text: string) =>
  `regexp_replace(translate(replace(replace(replace(lower(${text}), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), '${letters[0]}', '${letters[1]}'), '[^[:alnum:]]+', ' ', 'g')`;

/** Fills: services and their forms' labels, by the words that they have today. Each is written anew, with its synonyms, when it is saved. */
export class FillWordsOfServices1796010300000 implements MigrationInterface {
  name = 'FillWordsOfServices1796010300000';

  async up(runner: QueryRunner): Promise<void> {
    const stems = (it: string, en: string) =>
      `to_tsvector('simple', ${it}) || to_tsvector('italian', ${it}) || to_tsvector('simple', ${en}) || to_tsvector('english', ${en})`;
    await runner.query(`
      update procedures p set
        search_text = trim(${folded("p.title ->> 'it'")}),
        words = setweight(${stems('t.it', 't.en')}, 'A') || setweight(${stems('t.under_it', 't.under_en')}, 'B')
          || setweight(${stems('t.labels_it', 't.labels_en')}, 'C')
      from (
        select q.id, ${folded("q.title ->> 'it' || ' ' || q.code")} it, ${folded("q.title ->> 'en'")} en,
          ${folded("q.subtitle ->> 'it'")} under_it, ${folded("q.subtitle ->> 'en'")} under_en,
          ${folded(labels('it'))} labels_it, ${folded(labels('en'))} labels_en
        from procedures q left join forms f on f.id = q.form_id) t
      where t.id = p.id`);
    await runner.query(`
      insert into search_words (organization_id, word)
      select distinct p.organization_id, word
      from procedures p, regexp_split_to_table(${folded("p.title::text || ' ' || p.subtitle::text")}, ' ') as word
      where length(word) >= 4
      on conflict do nothing`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('update procedures set words = null');
    await runner.query('delete from search_words');
  }
}

/** The labels of a form's fields, at most 20,000 characters of them. */
function labels(language: 'it' | 'en'): string {
  return `coalesce((select left(string_agg(label #>> '{}', ' '), 20000) from jsonb_path_query(f.definition, 'lax $.**.label.${language}') as label), '')`;
}
