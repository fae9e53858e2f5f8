import type { Language } from '@sportello/contracts/contract';
import type { Wanted } from '@sportello/service/wanted';
import type { EntityManager } from 'typeorm';

/** One word of a search, as the library has it. */
export interface SoughtWord {
  /** What stands for it in the words of texts: itself, its stems, its endings, or what is like it. */
  lexemes: string[];
  /** In how many texts, at most, one of these stands. */
  texts: number;
  /** How much less it tells than a word that is rare: 0 for one that is in every text. */
  weight: number;
  isCorrected: boolean;
}

/** Shorter words have too few trigrams for a slip in them to be known, and begin too many others. */
const LEAST_CORRECTED = 4;
const LEAST_BEGINNING = 2;
/** Words that may stand for one that the library does not have. */
const MOST_LIKE_IT = 5;
const LEAST_LIKENESS = 0.4;

interface Row {
  n: number;
  own: { word: string; texts: number }[];
  beginning: { word: string; texts: number }[] | null;
  like: { word: string; texts: number; likeness: number }[] | null;
}

/**
 * Looks the words of a search up. One that no text has is taken for the beginning of a word, and else for a slip; what nothing is like is left
 * out, so that a greeting or a name does not hide what there is.
 */
export async function readWords(tx: EntityManager, wanted: Wanted, language: Language): Promise<SoughtWord[]> {
  if (wanted.length === 0) return [];
  const typed = wanted.flatMap((group, n) => group.map((word) => ({ n, word })));
  const rows: Row[] = await tx.query(lookUp, [language, typed.map(({ n }) => n), typed.map(({ word }) => word)]);
  const [all]: { texts: number }[] = await tx.query("select texts from library_words where language = $1 and word = ''", [language]);
  const total = all?.texts ?? 0;
  return wanted.flatMap((_, n) => {
    const own = rows.filter((row) => row.n === n);
    const exact = own.flatMap((row) => row.own);
    if (exact.length > 0) return [sought(exact, 1, false, total)];
    const beginning = own.flatMap((row) => row.beginning ?? []);
    if (beginning.length > 0) return [sought(beginning, 0.9, false, total)];
    const like = own.flatMap((row) => row.like ?? []);
    const best = Math.max(0, ...like.map(({ likeness }) => likeness));
    return like.length > 0 ? [sought(like, best, true, total)] : [];
  });
}

/** @param trust how surely these words are meant */
function sought(found: { word: string; texts: number }[], trust: number, isCorrected: boolean, total: number): SoughtWord {
  const texts = Math.max(...found.map((one) => one.texts));
  return {
    lexemes: [...new Set(found.map(({ word }) => word))],
    texts: found.reduce((sum, one) => sum + one.texts, 0),
    weight: trust * Math.log(1 + (total - texts + 0.5) / (texts + 0.5)),
    isCorrected,
  };
}

/** `$2` and `$3`: of each word its place in the search and itself. */
const lookUp = `
select typed.n, own.words as own, beginning.words as beginning, near.words as "like"
from unnest($2::int[], $3::text[]) as typed (n, word)
cross join lateral (
  select coalesce(json_agg(json_build_object('word', known.word, 'texts', known.texts)), '[]') as words
  from unnest(tsvector_to_array(to_tsvector('simple', typed.word) || to_tsvector('italian', typed.word) || to_tsvector('english', typed.word))) as lexeme
  join library_words known on known.language = $1 and known.word = lexeme) own
left join lateral (
  select json_agg(json_build_object('word', word, 'texts', texts)) as words from (
    select word, texts from library_words where language = $1 and word like typed.word || '%' order by texts desc, word limit ${MOST_LIKE_IT}) begun) beginning
  on json_array_length(own.words) = 0 and length(typed.word) >= ${LEAST_BEGINNING}
left join lateral (
  select json_agg(json_build_object('word', word, 'texts', texts, 'likeness', likeness)) as words from (
    select word, texts, similarity(word, typed.word) as likeness from library_words
    where language = $1 and word % typed.word and similarity(word, typed.word) >= ${LEAST_LIKENESS}
    order by likeness desc, texts desc, word limit ${MOST_LIKE_IT}) alike) near
  on json_array_length(own.words) = 0 and beginning.words is null and length(typed.word) >= ${LEAST_CORRECTED}`;
