import type { Language } from '@sportello/contracts/contract';
import type { ArticleText } from '@sportello/contracts/knowledge/articles';
import { fold, indexedWords } from '@sportello/italy/search-words';
import { textOf } from '@sportello/service/clean-html';
import type { EntityManager } from 'typeorm';
import type { Article, ArticleContent } from '../articles/article.entity.js';
import { usefulnessOf } from '../readers/usefulness.js';

const languages = ['it', 'en'] as const satisfies Language[];
/** The words of PostgreSQL for a language. */
const dictionaries = { it: 'italian', en: 'english' } as const satisfies Record<Language, string>;

/** Different words of a text that are kept: its first part, and far from the limit of a `tsvector`, which is on its bytes. */
const MOST_WORDS = 5_000;
/** Characters of the first lines, and of a title that is compared whole. */
const EXCERPT = 240;
const FOLDED = 200;
/** One at a time counts words: whoever publishes besides waits for the end of the transaction. */
const COUNTING = 7_402_001;

/** Readers see this of an article from now on, in place of what they saw. The article's own numbers are those that it has in memory. */
export async function showText(tx: EntityManager, article: Article, content: ArticleContent, now: Date): Promise<void> {
  await takeText(tx, article.id);
  const { texts } = content;
  for (const language of languages) {
    const other = language === 'it' ? 'en' : 'it';
    const [writtenIn, text] = texts[language] ? ([language, texts[language]] as const) : ([other, texts[other]] as const);
    if (text) await insertText(tx, { article, content, language, writtenIn, text, now });
  }
}

interface Shown {
  article: Article;
  content: ArticleContent;
  language: Language;
  writtenIn: Language;
  text: ArticleText;
  now: Date;
}

async function insertText(tx: EntityManager, { article, content, language, writtenIn, text, now }: Shown): Promise<void> {
  const { id, organizationId, number, authorName, publishedAt } = article;
  const { topicId, categoryId, audience, collectiveAuthor, keywords, texts } = content;
  const plain = textOf(text.body);
  const title = indexedWords(text.title).join(' ');
  const foreign = texts[writtenIn === 'it' ? 'en' : 'it']?.title ?? '';
  const dictionary = dictionaries[writtenIn];
  await tx.query(
    `insert into published_texts (id, language, written_in, organization_id, topic_id, category_id, audience, number, title, excerpt, author,
       published_at, updated_at, usefulness, folded, title_words, text_words)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $19, $14,
       setweight(${wordsOf('$15', dictionary)}, 'A') || setweight(${wordsOf('$16', dictionary)}, 'B') || setweight(to_tsvector('simple', $17), 'C'),
       ${wordsOf('$18', dictionary)}`,
    [
      ...[id, language, writtenIn, organizationId, topicId, categoryId, audience, number, text.title, excerptOf(plain)],
      ...[collectiveAuthor ?? authorName, publishedAt, now, fold(text.title).slice(0, FOLDED)],
      ...[title, indexedWords(keywords.join(' ')).join(' '), indexedWords(foreign).join(' ')],
      ...[indexedWords(plain).slice(0, MOST_WORDS).join(' '), usefulnessOf(article.favour, article.opinions)],
    ],
  );
  await tx.query(
    `insert into library_words as known (language, word, texts)
     select language, word, 1 from (${lexemesOf('select language, title_words, text_words from published_texts where id = $1 and language = $2')}) lexemes
     on conflict (language, word) do update set texts = known.texts + 1`,
    [id, language],
  );
}

/** Takes away what readers see of an article, and its words from those that are counted. */
export async function takeText(tx: EntityManager, id: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock($1)', [COUNTING]);
  await tx.query(
    `update library_words known set texts = known.texts - 1
     from (${lexemesOf('select language, title_words, text_words from published_texts where id = $1')}) gone
     where known.language = gone.language and known.word = gone.word`,
    [id],
  );
  await tx.query('delete from published_texts where id = $1', [id]);
  await tx.query('delete from library_words where texts = 0');
}

/** The words as they are written and their stems. @param words a parameter @param dictionary of PostgreSQL */
const wordsOf = (words: string, dictionary: string): string => `to_tsvector('simple', ${words}) || to_tsvector('${dictionary}', ${words})`;

/** Each word of some texts once, and the empty one for each text. @param texts a query */
const lexemesOf = (texts: string): string =>
  `select language, unnest(tsvector_to_array(title_words || text_words) || '{""}') as word from (${texts}) texts order by word`;

function excerptOf(plain: string): string {
  if (plain.length <= EXCERPT) return plain;
  const cut = plain.slice(0, EXCERPT);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), EXCERPT / 2))}...`;
}
