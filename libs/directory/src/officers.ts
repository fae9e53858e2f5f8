import { setTimeout as sleep } from 'node:timers/promises';
import { forbidden, unavailable } from '@sportello/contracts/problems';
import type { Actor } from '@sportello/messaging/actor';
import { NotYet, Problem } from '@sportello/messaging/problem';
import { type EntityManager, MoreThanOrEqual } from 'typeorm';
import type { Rights } from './copies.js';
import { OfficerCopy } from './officer-copy.entity.js';

/** An officer with what she may work: some procedures of her body, or all of them for a manager. */
export interface Officer {
  id: string;
  name: string;
  officeId: string | null;
  officeName: string | null;
  organizationId: string;
  /** Null: all. */
  procedureIds: string[] | null;
}

/** What is changed is locked until the transaction ends; what is read waits for nobody. */
export type Purpose = 'read' | 'change';

/** Whether somebody works for a body; the others act for themselves. */
export const isStaff = ({ organizationId, roles }: Actor): boolean => organizationId !== null && !roles.includes('citizen');

/** How long a request waits for the copy of rights that it was made under, and between two looks. Milliseconds. */
const COPY_WAIT_MS = 4_000;
const COPY_LOOK_MS = 25;

/**
 * What an officer may work, by the copy of her rights; a manager and an administrator see every procedure of their body. The copy is kept by
 * events and may be older than the rights under which she asks: then the bus waits for it, so that what was given or taken holds at once.
 * @throws Problem `forbidden` for whoever works for no body
 * @throws NotYet while the copy is older, which is `unavailable` when the newer one does not come
 */
export async function officerOf(
  tx: EntityManager,
  { personId, organizationId, roles, rightsVersion }: Actor,
  purpose: Purpose = 'read',
): Promise<Officer> {
  if (!personId || !organizationId) throw new Problem(forbidden);
  const copy = await copyOf(tx, personId, rightsVersion ?? 0, purpose);
  const isHers = copy?.organizationId === organizationId;
  // A copy that is newer than the request has the last word; a request that counts no rights is believed.
  const isNewer = copy && rightsVersion !== null && copy.version > rightsVersion;
  if (isNewer && !(isHers && copy.isActive && roles.includes(copy.role))) throw new Problem(forbidden);
  const seesAll = roles.includes('manager') || roles.includes('administrator');
  return {
    id: personId,
    name: (isHers && copy.name) || '',
    officeId: isHers ? copy.officeId : null,
    officeName: isHers ? copy.officeName : null,
    organizationId,
    procedureIds: seesAll ? null : isHers && copy.isActive ? [...new Set(copy.procedureIds)] : [],
  };
}

/** Who changes something holds the rights as they are until the transaction ends: what follows from a change of them waits for it. */
async function copyOf(tx: EntityManager, officerId: string, version: number, purpose: Purpose): Promise<OfficerCopy | null> {
  const lock = purpose === 'change' ? { lock: { mode: 'pessimistic_read' as const } } : {};
  const copy = await tx.findOne(OfficerCopy, { where: { officerId }, ...lock });
  if ((copy?.version ?? 0) >= version) return copy;
  const { manager } = tx.connection;
  throw new NotYet(unavailable, copyIsLate, { retryAfterSeconds: 1 }, () => comes(manager, officerId, version));
}

/** @param db each look takes a connection and gives it back */
async function comes(db: EntityManager, officerId: string, version: number): Promise<boolean> {
  const until = Date.now() + COPY_WAIT_MS;
  while (Date.now() < until) {
    if (await db.existsBy(OfficerCopy, { officerId, version: MoreThanOrEqual(version) })) return true;
    await sleep(COPY_LOOK_MS);
  }
  return false;
}

const copyIsLate = {
  it: 'Le tue autorizzazioni sono appena cambiate: riprova tra poco',
  en: 'Your rights have just changed: try again shortly',
};

/** Whether an officer with these rights may work what is about a procedure of a body. An administrator works nothing. */
export function mayWork(rights: Rights, { organizationId, procedureId }: { organizationId: string; procedureId: string }): boolean {
  if (!rights.isActive || rights.organizationId !== organizationId) return false;
  return rights.role === 'manager' || (rights.role === 'officer' && rights.procedureIds.includes(procedureId));
}

/**
 * The same as a query, for statements that read for many at once: the procedures that an officer may work. All are names of columns or
 * parameters of the statement around it.
 * @param leastVersion of the copy of her rights
 */
export const proceduresWorkedBy = (officerId: string, organizationId: string, leastVersion: string): string =>
  `select unnest(c.procedure_ids) from officer_copies c
   where c.officer_id = ${officerId} and c.organization_id = ${organizationId} and c.is_active and c.version >= ${leastVersion}`;
