/** A row of a list that is shown while it changes elsewhere. */
interface Row {
  id: string;
}

export interface Compared<R extends Row> {
  /** The rows as they are shown, same order and places, with the values of now. */
  rows: R[];
  /** Rows that are in the view now and are not shown yet. */
  arrived: number;
  /** Rows still shown that the view no longer holds. */
  gone: string[];
}

/**
 * Sets the first page of now beside the rows that somebody is looking at. Nothing moves: rows change in place, new
 * ones are counted, and those that left are told apart. A row below the last one that both hold may just have been
 * pushed to another page, so of those nothing is said unless the page is the whole view.
 */
export function compare<R extends Row>(shown: readonly R[], now: readonly R[], isWhole: boolean): Compared<R> {
  const current = new Map(now.map((row) => [row.id, row]));
  const known = new Set(shown.map(({ id }) => id));
  const lastShared = isWhole ? shown.length : shown.findLastIndex(({ id }) => current.has(id));
  return {
    rows: shown.map((row) => current.get(row.id) ?? row),
    arrived: now.filter(({ id }) => !known.has(id)).length,
    gone: shown.slice(0, Math.max(0, lastShared)).flatMap(({ id }) => (current.has(id) ? [] : [id])),
  };
}

/** The row before or after one, or the first when none is chosen; null at the ends. */
export function neighbour<R extends Row>(rows: readonly R[], id: string | null | undefined, step: 1 | -1): R | null {
  const at = rows.findIndex((row) => row.id === id);
  return (at < 0 ? rows[0] : rows[at + step]) ?? null;
}
