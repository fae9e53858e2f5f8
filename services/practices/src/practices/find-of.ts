import type { ProblemType } from '@sportello/contracts/contract';
import { practiceNotFound } from '@sportello/contracts/practices/states';
import { Problem } from '@sportello/messaging/problem';
import type { EntityManager, EntityTarget, FindOptionsWhere } from 'typeorm';
import type { Practice } from './practice.entity.js';

interface OfPractice {
  id: string;
  practiceId: string;
  organizationId: string;
}

/**
 * What hangs on a practice, by an id that a caller chose, locked.
 * @throws Problem `notFound` for an id that something of another practice has
 */
export async function findOf<T extends OfPractice>(
  tx: EntityManager,
  entity: EntityTarget<T>,
  id: string,
  { id: practiceId, organizationId }: Pick<Practice, 'id' | 'organizationId'>,
  notFound: ProblemType = practiceNotFound,
): Promise<T | null> {
  const found = await tx.findOne(entity, { where: { id } as FindOptionsWhere<T>, lock: { mode: 'pessimistic_write' } });
  if (found && (found.practiceId !== practiceId || found.organizationId !== organizationId)) throw new Problem(notFound);
  return found;
}
