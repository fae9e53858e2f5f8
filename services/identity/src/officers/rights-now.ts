import { forbidden } from '@sportello/contracts/problems';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import type { EntityManager } from 'typeorm';
import { isInstallation } from '../organizations/access-body.js';
import { OfficerRow } from './officer.entity.js';

/**
 * Holds who gives rights, or changes a body, against the rights that she has at this moment: the row stays as it is until the transaction
 * ends, so that nobody acts by what was taken from her meanwhile.
 * @throws Problem `forbidden`
 */
export async function checkRightsNow(tx: EntityManager, actor: Actor): Promise<void> {
  if (isInstallation(actor)) return;
  const { personId: id, organizationId, roles } = actor;
  const officer = id && (await tx.findOne(OfficerRow, { where: { id }, lock: { mode: 'pessimistic_read' } }));
  const isAsSaid = officer && officer.state === 'active' && officer.organizationId === organizationId && roles.includes(officer.role);
  if (!isAsSaid) throw new Problem(forbidden);
}

/** Rights of one body are changed one after the other: two managers who change each other would wait for each other for ever. */
export const lockRights = (tx: EntityManager, organizationId: string): Promise<unknown> =>
  tx.query(`select pg_advisory_xact_lock(hashtextextended('rights ' || $1, 0))`, [organizationId]);
