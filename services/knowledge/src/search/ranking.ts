import { fold } from '@sportello/italy/search-words';
import type { Actor } from '@sportello/messaging/actor';
import type { EntityManager } from 'typeorm';
import { holds, valuesFor } from '../topics/readers.js';
import type { Topic } from '../topics/topic.entity.js';
import type { SoughtWord } from './library-words.js';

/**
 * Texts in which the words by which it is looked may stand, taken together, the rarest words first. What stands in more tells little: it counts in
 * titles, and among what is found already, so that a search costs the same however large the library is.
 */
const RARE = 2_500;
/** Texts that are found because they have all common words, in their titles and, where there is no rare word, in their text. */
const BY_TITLE = 300;
const BY_TEXT = 100;
/** Of what was found, how many go on to have their titles looked at, and how many of these their words. */
const FOUND = 400;
const LOOKED_AT = 60;
/** What a word counts where it stands. */
const counts = { title: 1, keyword: 0.8, otherTitle: 0.3, text: 0.4 };
/** A title that is what was written goes before everything: stems join words that differ, as TARI and tara (K2). */
const EXACT = 1_000;
/** How much the usefulness of a text adds at most, in parts of what it has (KNB-12). */
const USEFUL = 0.15;

interface Asked {
  words: readonly SoughtWord[];
  query: string;
  topics: readonly Topic[];
  actor: Actor;
  limit: number;
}

const quoted = (word: string, weight = '') => `'${word.replace(/['\\]/g, '$&$&')}'${weight && `:${weight}`}`;
const anyOf = ({ lexemes }: SoughtWord, weight = '') => lexemes.map((lexeme) => quoted(lexeme, weight)).join(' | ');

/** The words by which texts are looked for, and those that stand in too many. */
function parted(words: readonly SoughtWord[]): [rare: SoughtWord[], common: SoughtWord[]] {
  const rare: SoughtWord[] = [];
  const common: SoughtWord[] = [];
  let sum = 0;
  for (const word of [...words].sort((one, other) => one.texts - other.texts)) {
    sum += word.texts;
    (sum > RARE ? common : rare).push(word);
  }
  return [rare, common];
}

/** The ids of the texts that fit, the best first. */
export async function rank(tx: EntityManager, { words, query, topics, actor, limit }: Asked): Promise<string[]> {
  const exact = fold(query);
  const [language, topicIds, reader] = valuesFor(topics, actor);
  const values: unknown[] = [language, topicIds, reader, exact];
  const put = (value: unknown) => `$${values.push(value)}`;
  const [rare, common] = parted(words);
  const from = `from published_texts where language = $1 and topic_id = any($2) and ${holds('audience', '$3')}`;
  const branches = [
    `select id, ${EXACT}::float as weight ${from} and folded = $4`,
    ...rare.flatMap((word) => {
      const [any, weight] = [put(anyOf(word)), put(word.weight)];
      return [
        `select id, ${weight}::float * ${counts.text} ${from} and text_words @@ ${any}::tsquery`,
        `select id, ${weight}::float * ${counts.title} ${from} and title_words @@ ${any}::tsquery`,
      ];
    }),
  ];
  if (common.length > 0) {
    const all = put(common.map((word) => `(${anyOf(word)})`).join(' & '));
    const weight = put(common.reduce((sum, word) => sum + word.weight, 0) * counts.title);
    branches.push(`(select id, ${weight}::float ${from} and title_words @@ ${all}::tsquery limit ${BY_TITLE})`);
    // Without a rare word texts that have all of them are what there is.
    if (rare.length === 0) branches.push(`(select id, 0::float ${from} and text_words @@ ${all}::tsquery limit ${BY_TEXT})`);
  }
  const scored = (column: string, weighted: (word: SoughtWord) => string) =>
    words.map((word) => `${put(word.weight)}::float * ${weighted(word).replaceAll('COLUMN', column)}`).join(' + ') || '0';
  const inTitle = scored('t.title_words', (word) => {
    const whens = (['A', 'B', 'C'] as const).map((letter, at) => {
      const worth = [counts.title, counts.keyword, counts.otherTitle][at];
      return `when COLUMN @@ ${put(anyOf(word, letter))}::tsquery then ${worth}`;
    });
    return `(case ${whens.join(' ')} else 0 end)`;
  });
  const inText = scored('t.text_words', (word) => `(case when COLUMN @@ ${put(anyOf(word))}::tsquery then ${counts.text} else 0 end)`);
  const rows: { id: string }[] = await tx.query(
    `with hits as materialized (
       select id, sum(weight) as weight from (${branches.join(' union all ')}) each group by id order by weight desc, id limit ${FOUND}),
     found as materialized (
       select t.id from hits join published_texts t on t.id = hits.id and t.language = $1
       order by hits.weight * ${counts.text} + ${inTitle} desc, t.id limit ${LOOKED_AT})
     select t.id from found join published_texts t on t.id = found.id and t.language = $1
     order by (case when t.folded = $4 then ${EXACT} else 0 end) + (${inTitle} + ${inText}) * (1 + ${USEFUL} * t.usefulness) desc,
       t.updated_at desc, t.id limit ${put(limit)}`,
    values,
  );
  return rows.map(({ id }) => id);
}
