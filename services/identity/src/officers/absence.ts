import type { Absence } from '@sportello/contracts/identity/officers';
import { romeDate } from '@sportello/italy/rome-time';
import type { OfficerRow } from './officer.entity.js';

type Days = Pick<Absence, 'from' | 'to'>;
type Working = Pick<OfficerRow, 'role' | 'state' | 'subjects'>;

/** Whether some day is in both. */
export const overlap = (one: Days, other: Days): boolean => one.from <= other.to && other.from <= one.to;

/** The absence that is, or is to come: after its last day there is none. */
export const notOver = (absence: Absence | null, now: Date): Absence | null => (absence && absence.to >= romeDate(now) ? absence : null);

/** Whether somebody is away at this moment. */
export function isAway({ absence }: Pick<OfficerRow, 'absence'>, now: Date): boolean {
  const today = romeDate(now);
  return absence !== null && overlap(absence, { from: today, to: today });
}

/** Whether somebody may do all that another one may. An administrator works on nothing, and nobody stands in for her. */
export const mayReplace = (substitute: Working, { role, subjects }: Pick<OfficerRow, 'role' | 'subjects'>): boolean => {
  if (substitute.state !== 'active' || role === 'administrator') return false;
  if (substitute.role !== 'officer') return substitute.role === 'manager';
  const has = new Set(substitute.subjects.map(({ kind, id }) => `${kind} ${id}`));
  return role === 'officer' && subjects.every(({ kind, id }) => has.has(`${kind} ${id}`));
};
