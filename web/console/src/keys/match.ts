const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/**
 * How well what was typed fits a name: 0 not at all, higher is better. Accents and case do not count; letters may
 * be left out, but must come in order.
 */
export function fit(typed: string, name: string): number {
  const wanted = plain(typed).replace(/\s+/g, ' ').trim();
  const text = plain(name);
  if (!wanted) return 1;
  if (text === wanted) return 5;
  if (text.startsWith(wanted)) return 4;
  if (text.split(/[\s.,:()]+/).some((word) => word.startsWith(wanted))) return 3;
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
