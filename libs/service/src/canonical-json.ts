/** JSON with the keys of every object in order and no spaces, so that equal contents have equal texts (as RFC 8785). */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : each,
  );
}

/** Whether a row is as it was asked to be, field by field: then the same is asked again. */
export const holds = (row: object, asked: object): boolean =>
  Object.entries(asked).every(([name, value]) => canonicalJson(row[name as keyof typeof row]) === canonicalJson(value));
