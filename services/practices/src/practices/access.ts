import { setTimeout as sleep } from 'node:timers/promises';
import { practiceNotFound } from '@sportello/contracts/practices/states';
import { forbidden, unavailable } from '@sportello/contracts/problems';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { OfficerCopy } from '../organizations/officer-copy.entity.js';
import { Procedure } from '../procedures/procedure.entity.js';
import type { Mover } from './moves.js';
import { type OfficerInCharge, Practice } from './practice.entity.js';

/** A person who acts for herself, with the profile that she wears. */
export interface Applicant {
  personId: string;
  profileId: string;
}

/** An officer with what she may work: some procedures of her body, or all of them for a manager. */
export interface Officer extends OfficerInCharge {
  organizationId: string;
  /** Null: all. */
  procedureIds: string[] | null;
}

/** What is changed is locked until the transaction ends; what is read waits for nobody. */
export type Purpose = 'read' | 'change';

/** A practice that was found for somebody, with what the rules need. */
export interface Accessed {
  practice: Practice;
  procedure: Procedure;
  mover: Mover & { side: 'applicant' | 'officer'; id: string };
}

/** @throws Problem `forbidden` for whoever wears no profile */
export function applicantOf({ personId, profileId }: Actor): Applicant {
  if (!personId || !profileId) throw new Problem(forbidden);
  return { personId, profileId };
}

/** Whether somebody works for a body; the others act for themselves. */
export const isStaff = ({ organizationId, roles }: Actor): boolean => organizationId !== null && !roles.includes('citizen');

/** How long a request waits for the copy of rights that it was made under, and between two looks. Milliseconds. */
const COPY_WAIT_MS = 4_000;
const COPY_LOOK_MS = 25;

/**
 * What an officer may work, by the copy of her rights; a manager and an administrator see every procedure of their body. The copy is kept by
 * events and may be older than the rights under which she asks: then it is waited for, so that what was given or taken holds at once.
 * @throws Problem `forbidden` for whoever works for no body, `unavailable` when the newer copy does not come
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

/** Who changes something holds the rights as they are until the transaction ends: giving back what she has in charge waits for it. */
async function copyOf(tx: EntityManager, officerId: string, version: number, purpose: Purpose): Promise<OfficerCopy | null> {
  const until = Date.now() + COPY_WAIT_MS;
  const lock = purpose === 'change' ? { lock: { mode: 'pessimistic_read' as const } } : {};
  for (;;) {
    const copy = await tx.findOne(OfficerCopy, { where: { officerId }, ...lock });
    if ((copy?.version ?? 0) >= version) return copy;
    if (Date.now() > until) throw new Problem(unavailable, copyIsLate, { retryAfterSeconds: 1 });
    await sleep(COPY_LOOK_MS);
  }
}

const copyIsLate = {
  it: 'Le tue autorizzazioni sono appena cambiate: riprova tra poco',
  en: 'Your rights have just changed: try again shortly',
};

/** @throws Problem `practiceNotFound`: not there, thrown away, and not hers are one answer */
export async function accessOwn(tx: EntityManager, id: string, actor: Actor, purpose: Purpose = 'change'): Promise<Accessed> {
  const { personId, profileId } = applicantOf(actor);
  const where = { id, applicantId: personId, profileId, status: Not('deleted' as const) };
  const practice = await tx.findOne(Practice, { where, ...lockFor(purpose) });
  if (!practice) throw new Problem(practiceNotFound);
  return { practice, procedure: await procedureOf(tx, practice), mover: { side: 'applicant', id: personId, name: practice.applicantName } };
}

/** @throws Problem `practiceNotFound`: drafts and what is ready to send are nobody's business but the author's */
export async function accessAsOfficer(
  tx: EntityManager,
  id: string,
  actor: Actor,
  purpose: Purpose = 'change',
): Promise<Accessed & { officer: Officer }> {
  const officer = await officerOf(tx, actor, purpose);
  const { organizationId, procedureIds } = officer;
  const where = { id, organizationId, submittedAt: Not(IsNull()), ...(procedureIds && { procedureId: In(procedureIds) }) };
  const practice = await tx.findOne(Practice, { where, ...lockFor(purpose) });
  if (!practice) throw new Problem(practiceNotFound);
  return {
    practice,
    procedure: await procedureOf(tx, practice),
    officer,
    mover: { side: 'officer', id: officer.id, name: officer.name },
  };
}

/** For what both sides of a practice may do. */
export const access = (tx: EntityManager, id: string, actor: Actor, purpose: Purpose = 'change'): Promise<Accessed> =>
  isStaff(actor) ? accessAsOfficer(tx, id, actor, purpose) : accessOwn(tx, id, actor, purpose);

const lockFor = (purpose: Purpose) => (purpose === 'change' ? { lock: { mode: 'pessimistic_write' as const } } : {});

const procedureOf = (tx: EntityManager, { procedureId, organizationId }: Practice) =>
  tx.findOneByOrFail(Procedure, { id: procedureId, organizationId });
