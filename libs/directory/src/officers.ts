import { setTimeout as sleep } from 'node:timers/promises';
import type { Subject, SubjectKind } from '@sportello/contracts/identity/officers';
import { forbidden, unavailable } from '@sportello/contracts/problems';
import type { Actor } from '@sportello/messaging/actor';
import { NotYet, Problem } from '@sportello/messaging/problem';
import { type EntityManager, MoreThanOrEqual } from 'typeorm';
import type { Rights } from './copies.js';
import { OfficerCopy } from './officer-copy.entity.js';

/** An officer with what of one kind she may work on: some of what her body has, or all of it for a manager. */
export interface Officer {
  id: string;
  name: string;
  officeId: string | null;
  officeName: string | null;
  organizationId: string;
  /** Ids of one kind. Null: all that the body has. */
  subjectIds: string[] | null;
}

/** What is changed is locked until the transaction ends; what is read waits for nobody. */
export type Purpose = 'read' | 'change';

/** Whether somebody works for a body; the others act for themselves. */
export const isStaff = ({ organizationId, roles }: Actor): boolean => organizationId !== null && !roles.includes('citizen');

/** How long a request waits for the copy of rights that it was made under, and between two looks. Milliseconds. */
const COPY_WAIT_MS = 4_000;
const COPY_LOOK_MS = 25;

/** The body for which somebody works. @throws Problem `forbidden` for whoever works for none */
export function bodyOf({ organizationId }: Actor): string {
  if (!organizationId) throw new Problem(forbidden);
  return organizationId;
}

/**
 * What of a kind an officer may work on, by the copy of her rights; a manager and an administrator see all that their body has. The copy is kept by
 * events and may be older than the rights under which she asks: then the bus waits for it, so that what was given or taken holds at once.
 * @throws Problem `forbidden` for whoever works for no body
 * @throws NotYet while the copy is older, which is `unavailable` when the newer one does not come
 */
export async function officerOf(
  tx: EntityManager,
  { personId, organizationId, roles, rightsVersion }: Actor,
  kind: SubjectKind,
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
    subjectIds: seesAll ? null : isHers && copy.isActive ? idsOf(copy.subjects, kind) : [],
  };
}

const idsOf = (subjects: readonly Subject[], kind: SubjectKind) => [
  ...new Set(subjects.filter((subject) => subject.kind === kind).map(({ id }) => id)),
];

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

/** Whether an officer with these rights may work on a subject of a body. An administrator works on nothing. */
export function mayWork(rights: Rights, organizationId: string, { kind, id }: Subject): boolean {
  if (!rights.isActive || rights.organizationId !== organizationId) return false;
  return (
    rights.role === 'manager' ||
    (rights.role === 'officer' && rights.subjects.some((subject) => subject.kind === kind && subject.id === id))
  );
}

/**
 * The same as a query, for statements that read for many at once: the ids of a kind that an officer may work on. All but the kind are names of
 * columns or parameters of the statement around it.
 * @param leastVersion of the copy of her rights
 */
export const workedOnBy = (kind: SubjectKind, officerId: string, organizationId: string, leastVersion: string): string =>
  `select (s ->> 'id')::uuid from officer_copies c, jsonb_array_elements(c.subjects) s
   where s ->> 'kind' = '${kind}' and c.officer_id = ${officerId} and c.organization_id = ${organizationId} and c.is_active and c.version >= ${leastVersion}`;
