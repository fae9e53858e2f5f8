import { historyOf } from '@sportello/casework/history';
import { type NewPassage, Passage, passageOf } from '@sportello/casework/passage.entity';
import type { Mover } from '@sportello/casework/subject';
import type { StaffMove } from '@sportello/contracts/payments/body-positions';
import type { PositionState } from '@sportello/contracts/payments/positions';
import type { EntityManager } from 'typeorm';
import type { Position } from './position.entity.js';

/** What happens to a position, each a text of the console: `payments.move.<move>`. */
type Move = 'want' | 'open' | 'wait' | 'pay' | 'exempt' | 'cancelled' | 'renew' | StaffMove;

interface Step {
  move: Move;
  from: PositionState | null;
  to: PositionState;
  reason?: string | null;
}

const subjectOf = ({ id, organizationId }: Pick<Position, 'id' | 'organizationId'>) => ({ kind: 'positions', id, organizationId });

export const system: Mover = { side: 'system' };

/** The passage of a step, for whoever writes many. */
export const stepOf = (position: Pick<Position, 'id' | 'organizationId'>, step: Step, mover: Mover, at: Date): NewPassage =>
  passageOf(subjectOf(position), step, mover, at);

/** Notes what happened to a position, which the caller has locked or just made. */
export async function keepStep(
  tx: EntityManager,
  position: Pick<Position, 'id' | 'organizationId'>,
  step: Step,
  mover: Mover,
  at: Date,
): Promise<void> {
  await tx.insert(Passage, stepOf(position, step, mover, at));
}

/** All that happened to it, the oldest first, with the names of those of the office who did it. */
export const stepsOf = (tx: EntityManager, position: Pick<Position, 'id' | 'organizationId'>) =>
  historyOf<PositionState>(tx, { ...subjectOf(position), applicantId: '', mover: { side: 'officer', id: '', name: '' } });
