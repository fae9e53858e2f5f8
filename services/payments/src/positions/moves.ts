import type { StaffMove } from '@sportello/contracts/payments/body-positions';
import { type Instalment, isOwed } from './instalment.entity.js';
import { isSettled, type Position } from './position.entity.js';

/**
 * What staff may do with a position at an instant. Who is paying it at this moment is let be; what a practice waits for is dealt with there, by an
 * exemption or by registering its payment.
 */
export function movesOf({ practiceId, droppedWhy }: Position, instalments: readonly Instalment[], now: Date): StaffMove[] {
  const owed = instalments.filter(isOwed);
  if (practiceId || droppedWhy || owed.length === 0 || owed.some((instalment) => instalment.isUnderWayAt(now))) return [];
  const isBegun = instalments.some(({ state }) => isSettled(state));
  const isThere = owed.some(({ state }) => state === 'open');
  return [...(isBegun ? [] : (['cancel', 'elsewhere'] as const)), ...(isThere ? (['collect'] as const) : [])];
}

/** Whether an instalment may have a new notice, since its old one is out of date, wrong or lost. */
export const isRenewable = ({ droppedWhy, settledAt }: Position, instalment: Instalment, now: Date): boolean =>
  droppedWhy === null && settledAt === null && instalment.state === 'open' && !instalment.isUnderWayAt(now);
