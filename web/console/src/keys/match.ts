import { fold } from '@sportello/italy/search-words';

/**
 * How well what was typed fits a name: 0 not at all, higher is better. Accents, case and signs do not count; letters may
 * be left out, but must come in order.
 */
export function fit(typed: string, name: string): number {
  const wanted = fold(typed);
  const text = fold(name);
  if (!wanted) return 1;
  if (text === wanted) return 5;
  if (text.startsWith(wanted)) return 4;
  if (text.split(' ').some((word) => word.startsWith(wanted))) return 3;
  if (text.includes(wanted)) return 2;
  let at = -1;
  for (const letter of wanted) {
    if (letter === ' ') continue;
    at = text.indexOf(letter, at + 1);
    if (at < 0) return 0;
  }
  return 1;
}

/** Those that fit, best first; equal ones stay in their order. */
export function best<T extends { name: string }>(items: readonly T[], typed: string): T[] {
  return items
    .map((item) => ({ item, score: fit(typed, item.name) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item);
}
