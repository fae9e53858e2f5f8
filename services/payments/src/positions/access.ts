import { positionNotFound } from '@sportello/contracts/payments/positions';
import { forbidden } from '@sportello/contracts/problems';
import { isStaff, officerOf, type Purpose } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { type EntityManager, type FindOptionsWhere, In } from 'typeorm';
import { Position } from './position.entity.js';

/** @throws Problem `positionNotFound`: not there, not hers, and not of an officer's services are one answer */
export async function accessPosition(tx: EntityManager, id: string, actor: Actor, purpose: Purpose = 'read'): Promise<Position> {
  const lock = purpose === 'change' ? { lock: { mode: 'pessimistic_write' as const } } : {};
  const position = await tx.findOne(Position, { where: { id, ...(await seenBy(tx, actor, purpose)) }, ...lock });
  if (!position) throw new Problem(positionNotFound);
  return position;
}

/** What somebody may see: her own, or, for staff, what her body is owed on the services that she works. */
export async function seenBy(tx: EntityManager, actor: Actor, purpose: Purpose = 'read'): Promise<FindOptionsWhere<Position>> {
  if (!isStaff(actor)) {
    if (!actor.personId) throw new Problem(forbidden);
    return { personId: actor.personId };
  }
  const { organizationId, subjectIds } = await officerOf(tx, actor, 'procedure', purpose);
  return { organizationId, ...(subjectIds && { procedureId: In(subjectIds) }) };
}
