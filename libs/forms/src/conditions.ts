import type { Condition } from './form.js';

/** The values of a form, or of one item of a block, by the keys of their fields. */
export type Values = Record<string, unknown>;

/**
 * Whether a condition holds.
 *
 * @param values as `pruneHidden` leaves them: a field that is hidden or empty is not there, so nothing but `filled: false` and `not` holds of it
 */
export function holds(condition: Condition | undefined, values: Values): boolean {
  if (condition === undefined) return true;
  if ('and' in condition) return condition.and.every((part) => holds(part, values));
  if ('or' in condition) return condition.or.some((part) => holds(part, values));
  if ('not' in condition) return !holds(condition.not, values);
  const value = Object.hasOwn(values, condition.field) ? values[condition.field] : undefined;
  if ('filled' in condition) return (value !== undefined) === condition.filled;
  if ('includes' in condition) return Array.isArray(value) && value.includes(condition.includes);
  return 'equals' in condition ? value === condition.equals : condition.in.some((each) => each === value);
}
