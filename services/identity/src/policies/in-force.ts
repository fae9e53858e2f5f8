import { type EntityManager, LessThanOrEqual } from 'typeorm';
import { Acceptance, PolicyRow } from './policy.entity.js';

/** The newest version published by now. A migration brings the first, so there is always one. */
export const policyInForce = (db: EntityManager, now: Date): Promise<PolicyRow> =>
  db.findOneOrFail(PolicyRow, { where: { publishedAt: LessThanOrEqual(now) }, order: { publishedAt: 'DESC' } });

/** Whether a person has accepted the version in force; an older one does not count (IDE-20). */
export async function hasAcceptedPolicy(db: EntityManager, personId: string, now: Date): Promise<boolean> {
  const { version } = await policyInForce(db, now);
  return db.existsBy(Acceptance, { personId, version });
}
