import { procedureNotFound } from '@sportello/contracts/practices/procedures';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import type { EntityManager } from 'typeorm';
import { Procedure } from './procedure.entity.js';

/** A service of the administrator's own body, locked. @throws Problem `procedureNotFound` */
export async function accessProcedure(tx: EntityManager, id: string, { organizationId }: Actor): Promise<Procedure> {
  const where = { id, organizationId: organizationId ?? '' };
  const known = organizationId && (await tx.findOne(Procedure, { where, lock: { mode: 'pessimistic_write' } }));
  if (!known) throw new Problem(procedureNotFound);
  return known;
}
