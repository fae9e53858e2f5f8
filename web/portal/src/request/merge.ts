import type { Values } from '@sportello/ui/form/values';

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * What is typed here together with what another screen saved: each answer as it was changed, wherever that was.
 * @param base what both began from
 * @returns null when one answer was changed to different things on both: then the person chooses
 */
export function merge(base: Values, mine: Values, theirs: Values): Values | null {
  const keys = new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)]);
  const merged: Record<string, unknown> = {};
  for (const key of keys) {
    const isMine = !same(base[key], mine[key]);
    const isTheirs = !same(base[key], theirs[key]);
    if (isMine && isTheirs && !same(mine[key], theirs[key])) return null;
    merged[key] = isMine ? mine[key] : theirs[key];
  }
  return merged;
}
