import type { Role } from '@sportello/contracts/permissions';
import { type EntityManager, In } from 'typeorm';
import { OfficerRow } from '../officers/officer.entity.js';
import { PersonProfile } from '../people/profile.entity.js';

/** What a person may be: a citizen when she has a profile, and what she is in the body that she works for. */
export async function rolesOf(db: EntityManager, personId: string): Promise<Role[]> {
  const [officer, isCitizen] = await Promise.all([
    db.findOneBy(OfficerRow, { id: personId, state: 'active' }),
    db.existsBy(PersonProfile, { personId }),
  ]);
  return [...(isCitizen ? (['citizen'] as const) : []), ...(officer ? [officer.role] : [])];
}

/** Whether the officers' entrance lets her in: also to answer an invitation, and not while she is suspended. */
export const mayEnterAsStaff = (db: EntityManager, personId: string): Promise<boolean> =>
  db.existsBy(OfficerRow, { id: personId, state: In(['active', 'invited']) });

export const isStaff = (roles: readonly Role[]) => roles.some((role) => role !== 'citizen');
