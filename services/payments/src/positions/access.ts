import { positionNotFound } from '@sportello/contracts/payments/positions';
import { forbidden } from '@sportello/contracts/problems';
import { isStaff, officerOf, type Purpose } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import { currentTraceparent } from '@sportello/messaging/context';
import { Problem } from '@sportello/messaging/problem';
import { noteReadings, unnoted } from '@sportello/records/accesses';
import { type DataSource, type EntityManager, type FindOptionsWhere, In } from 'typeorm';
import { Position } from './position.entity.js';

/** @throws Problem `positionNotFound`: not there, not hers, and not of an officer's services are one answer */
export async function accessPosition(tx: EntityManager, id: string, actor: Actor, purpose: Purpose = 'read'): Promise<Position> {
  const lock = purpose === 'change' ? { lock: { mode: 'pessimistic_write' as const } } : {};
  const position = await tx.findOne(Position, { where: { id, ...(await seenBy(tx, actor, purpose)) }, ...lock });
  if (!position) throw new Problem(positionNotFound);
  return position;
}

/** The same to be read: what staff read of somebody is noted, and she can see who did. */
export async function accessToRead(db: DataSource, id: string, actor: Actor): Promise<Position> {
  const position = await accessPosition(db.manager, id, actor);
  await noteRead(db, [position], actor, 'position-read');
  return position;
}

/** Notes whose positions staff read, in a list or a file too. */
export async function noteRead(
  db: DataSource,
  positions: readonly Position[],
  actor: Actor,
  action: 'position-read' | 'position-exported',
): Promise<void> {
  if (!isStaff(actor)) return;
  const traceparent = currentTraceparent();
  const readings = positions.flatMap(({ id, personId: subjectId }) =>
    subjectId === null ? [] : [{ actor, subjectId, action, about: { kind: 'positions', id }, traceparent }],
  );
  const fresh = unnoted(db, readings);
  if (fresh.length > 0) await db.transaction((tx) => noteReadings(tx, fresh));
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

/** Whether the fiscal code was told by a digital identity, and not typed by whoever registered: only then does it say what is hers. */
export const isIdentified = ({ method, level }: Actor): boolean => method !== 'password' && (level ?? 0) >= 2;
