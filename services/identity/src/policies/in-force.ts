import { type EntityManager, LessThanOrEqual } from 'typeorm';
import { Acceptance, PolicyRow } from './policy.entity.js';

/** The newest version published by now. A migration brings the first, so there is always one. */
export const policyInForce = (db: EntityManager, now: Date): Promise<PolicyRow> =>
  db.findOneOrFail(PolicyRow, { where: { publishedAt: LessThanOrEqual(now) }, order: { publishedAt: 'DESC' } });

/** Whether a person has accepted the version in force; an older one does not count (IDE-20). */
export async function hasAcceptedPolicy(db: EntityManager, personId: string, now: Date): Promise<boolean> {
  const inForce = 'select version from policies where published_at <= :now order by published_at desc limit 1';
  return db
    .createQueryBuilder(Acceptance, 'acceptance')
    .where(`acceptance.personId = :personId and acceptance.version = (${inForce})`, { personId, now })
    .getExists();
}
