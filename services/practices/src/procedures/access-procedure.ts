import { procedureNotFound, procedureWithdrawn } from '@sportello/contracts/practices/procedures';
import type { Officer } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import type { EntityManager } from 'typeorm';
import { Procedure } from './procedure.entity.js';

/** A service of one's own body, locked in a transaction. @throws Problem `procedureNotFound` */
export async function accessProcedure(
  tx: EntityManager,
  id: string,
  { organizationId }: Pick<Actor, 'organizationId'>,
): Promise<Procedure> {
  const lock = tx.queryRunner?.isTransactionActive ? { lock: { mode: 'pessimistic_write' as const } } : {};
  const known = organizationId && (await tx.findOne(Procedure, { where: { id, organizationId }, ...lock }));
  if (!known) throw new Problem(procedureNotFound);
  return known;
}

/** A service that an officer works. @throws Problem `procedureNotFound` */
export async function accessWorked(tx: EntityManager, id: string, officer: Officer): Promise<Procedure> {
  const { subjectIds } = officer;
  if (subjectIds !== null && !subjectIds.includes(id)) throw new Problem(procedureNotFound);
  return accessProcedure(tx, id, officer);
}

/**
 * A service that this actor may know of: what is not published yet, or no more, is seen by its own body alone.
 * @throws Problem `procedureNotFound`, `procedureWithdrawn`
 */
export function seenBy(procedure: Procedure | null, { organizationId }: Actor): Procedure {
  const isSeen = procedure && (procedure.isPublic || procedure.organizationId === organizationId);
  if (!isSeen) throw new Problem(procedure?.status === 'withdrawn' ? procedureWithdrawn : procedureNotFound);
  return procedure;
}
