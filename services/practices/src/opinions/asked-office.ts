import { practiceNotFound } from '@sportello/contracts/practices/states';
import { type Officer, officerOf, type Purpose } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { type EntityManager, IsNull } from 'typeorm';
import { type Accessed, access, accessSent } from '../practices/access.js';
import { Opinion } from './opinion.entity.js';

/** An officer who reached a practice; `isOnlyAsked` where its service is not hers. */
export interface AskedAccess extends Accessed {
  officer: Officer;
  isOnlyAsked: boolean;
}

/**
 * For what the office may do whose opinion was asked: its officers read the practice, and answer.
 * @throws Problem `practiceNotFound` for whoever belongs to no office that was asked
 */
export async function accessAsAsked(tx: EntityManager, id: string, actor: Actor, purpose: Purpose = 'change'): Promise<AskedAccess> {
  const officer = await officerOf(tx, actor, 'procedure', purpose);
  const { organizationId, officeId, subjectIds } = officer;
  const asked = officeId && (await tx.existsBy(Opinion, { practiceId: id, organizationId, officeId, droppedAt: IsNull() }));
  if (!asked) throw new Problem(practiceNotFound);
  const { mover, ...accessed } = await accessSent(tx, { id, organizationId }, actor, officer, purpose);
  const isOnlyAsked = subjectIds !== null && !subjectIds.includes(accessed.practice.procedureId);
  return { ...accessed, mover: { ...mover, isAsked: true }, isOnlyAsked };
}

/** Both sides of a practice, and the offices that were asked about it: what these may not do is refused by `isOnlyAsked`. */
export async function accessOrAsked(
  tx: EntityManager,
  id: string,
  actor: Actor,
  purpose: Purpose = 'change',
): Promise<Accessed & { isOnlyAsked?: boolean }> {
  try {
    return await access(tx, id, actor, purpose);
  } catch (error) {
    if (!(error instanceof Problem) || error.problem !== practiceNotFound || actor.organizationId === null) throw error;
    return accessAsAsked(tx, id, actor, purpose);
  }
}
