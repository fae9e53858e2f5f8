import { wordsIn } from '@sportello/italy/search-words';
import { stopWords } from '@sportello/italy/stop-words';
import { MAX_WORDS } from './full-text.js';

/** What is looked for: each group is one word that was typed, with the words that may stand for it. */
export type Wanted = string[][];

/** An abbreviation with its points: `D.P.R.`, `d.lgs.`, `P.IVA`. */
const abbreviation = /(?<![\p{L}\p{N}.])(?:\p{L}\.)+\p{L}{1,4}(?![\p{L}\p{N}])/gu;

/**
 * The words of a search; without those that say nothing, unless there is no other. What is written with points may stand in a service without
 * them, and the other way round: it is looked for as one word, or by its last part.
 */
export function wantedIn(search: string): Wanted {
  const abbreviations = (search.match(abbreviation) ?? []).map((written) => {
    const parts = wordsIn(written);
    return [parts.join(''), ...parts.slice(-1)];
  });
  const typed = [...new Set(wordsIn(search.replace(abbreviation, ' ')))];
  const specific = typed.filter((word) => !stopWords.has(word));
  const words = specific.length + abbreviations.length > 0 ? specific : typed;
  return [...abbreviations, ...words.map((word) => [word])].slice(0, MAX_WORDS);
}
