import { invalidField } from './invalid-field.js';

/** The values by which a list is ordered, of the last item given: the next page begins after them. */
export const cursorOf = (values: string[]) => Buffer.from(JSON.stringify(values)).toString('base64url');

export function readCursor(after: string, length: number): string[] {
  const values = parse(Buffer.from(after, 'base64url').toString());
  if (Array.isArray(values) && values.length === length && values.every(isPlain)) return values;
  throw invalidField('/after', { it: 'Non è il seguito di un elenco', en: 'It is not the continuation of a list' });
}

/** PostgreSQL keeps no NUL in a text, and refuses to compare one. */
const isPlain = (value: unknown): value is string => typeof value === 'string' && !value.includes('\0');

/** Cuts what was read with one more than `limit`, by which it shows whether there is a next page. */
export function pageOf<T>(rows: T[], limit: number, orderedBy: (row: T) => string[]): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? cursorOf(orderedBy(last)) : null };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
