import type { Accessed as Found } from '@sportello/casework/subject';
import { practiceNotFound } from '@sportello/contracts/practices/states';
import { forbidden } from '@sportello/contracts/problems';
import { substituteOf } from '@sportello/directory/absences';
import { isStaff, type Officer, officerOf, type Purpose } from '@sportello/directory/officers';
import { romeDate } from '@sportello/italy/rome-time';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { type EntityManager, type FindOptionsWhere, In, IsNull, Not } from 'typeorm';
import type { Candidate } from '../limits/limits.js';
import { Procedure } from '../procedures/procedure.entity.js';
import { type Author, authorAs } from './author.js';
import { Practice, subjectOf } from './practice.entity.js';

/** A person who acts for herself, with the profile that she wears. */
export interface Applicant {
  personId: string;
  profileId: string;
}

/** A practice that was found for somebody, with what the rules need. */
export interface Accessed extends Found {
  practice: Practice;
  procedure: Procedure;
}

/** @throws Problem `forbidden` for whoever wears no profile */
export function applicantOf({ personId, profileId }: Actor): Applicant {
  if (!personId || !profileId) throw new Problem(forbidden);
  return { personId, profileId };
}

/** @throws Problem `practiceNotFound`: not there, thrown away, and not hers are one answer */
export async function accessOwn(tx: EntityManager, id: string, actor: Author, purpose: Purpose = 'change'): Promise<Accessed> {
  const { personId, profileId } = applicantOf(actor);
  const where = { id, applicantId: personId, profileId, status: Not('deleted' as const) };
  const practice = await tx.findOne(Practice, { where, ...lockFor(purpose) });
  if (!practice) throw new Problem(practiceNotFound);
  return {
    ...subjectOf(practice),
    applicantId: practice.applicantId,
    practice,
    procedure: await procedureOf(tx, practice),
    mover: authorAs(actor, practice),
  };
}

/** @throws Problem `practiceNotFound`: drafts and what is ready to send are nobody's business but the author's; what waits for its payment is sent */
export async function accessAsOfficer(
  tx: EntityManager,
  id: string,
  actor: Actor,
  purpose: Purpose = 'change',
): Promise<Accessed & { officer: Officer }> {
  const officer = await officerOf(tx, actor, 'procedure', purpose);
  const { organizationId, subjectIds } = officer;
  return accessSent(tx, { id, organizationId, ...(subjectIds && { procedureId: In(subjectIds) }) }, actor, officer, purpose);
}

/** @throws Problem `practiceNotFound` where there is none of `hers` that was sent */
export async function accessSent(
  tx: EntityManager,
  hers: FindOptionsWhere<Practice>,
  actor: Actor,
  officer: Officer,
  purpose: Purpose,
): Promise<Accessed & { officer: Officer }> {
  const where = [
    { ...hers, submittedAt: Not(IsNull()) },
    { ...hers, phase: 'request' as const },
  ];
  const practice = await tx.findOne(Practice, { where, ...lockFor(purpose) });
  if (!practice) throw new Problem(practiceNotFound);
  const { officerId, procedureId } = practice;
  if (officerId !== null && officerId !== officer.id)
    practice.substituteId = (await substituteOf(tx, officerId, { kind: 'procedure', id: procedureId }, romeDate(new Date())))?.id ?? null;
  return {
    ...subjectOf(practice),
    applicantId: practice.applicantId,
    practice,
    procedure: await procedureOf(tx, practice),
    officer,
    mover: { side: 'officer', id: officer.id, name: officer.name, isManager: actor.roles.includes('manager'), officeId: officer.officeId },
  };
}

/** A practice as its service's limits look at it. */
export const candidateOf = (
  { id, procedureId, organizationId, applicantFiscalCode, content, places, action }: Practice,
  { limits }: Pick<Procedure, 'limits'>,
): Candidate => ({ id, procedureId, organizationId, applicantFiscalCode, content, places, limits: action ? {} : limits });

/** For what both sides of a practice may do. */
export const access = (tx: EntityManager, id: string, actor: Actor, purpose: Purpose = 'change'): Promise<Accessed> =>
  isStaff(actor) ? accessAsOfficer(tx, id, actor, purpose) : accessOwn(tx, id, actor, purpose);

const lockFor = (purpose: Purpose) => (purpose === 'change' ? { lock: { mode: 'pessimistic_write' as const } } : {});

const procedureOf = (tx: EntityManager, { procedureId, organizationId }: Practice) =>
  tx.findOneByOrFail(Procedure, { id: procedureId, organizationId });
