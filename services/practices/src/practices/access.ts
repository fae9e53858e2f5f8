import type { Accessed as Found } from '@sportello/casework/subject';
import { practiceNotFound } from '@sportello/contracts/practices/states';
import { forbidden } from '@sportello/contracts/problems';
import { isStaff, type Officer, officerOf, type Purpose } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { Procedure } from '../procedures/procedure.entity.js';
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
export async function accessOwn(tx: EntityManager, id: string, actor: Actor, purpose: Purpose = 'change'): Promise<Accessed> {
  const { personId, profileId } = applicantOf(actor);
  const where = { id, applicantId: personId, profileId, status: Not('deleted' as const) };
  const practice = await tx.findOne(Practice, { where, ...lockFor(purpose) });
  if (!practice) throw new Problem(practiceNotFound);
  return {
    ...subjectOf(practice),
    applicantId: practice.applicantId,
    practice,
    procedure: await procedureOf(tx, practice),
    mover: { side: 'applicant', id: personId, name: practice.applicantName },
  };
}

/** @throws Problem `practiceNotFound`: drafts and what is ready to send are nobody's business but the author's */
export async function accessAsOfficer(
  tx: EntityManager,
  id: string,
  actor: Actor,
  purpose: Purpose = 'change',
): Promise<Accessed & { officer: Officer }> {
  const officer = await officerOf(tx, actor, 'procedure', purpose);
  const { organizationId, subjectIds } = officer;
  const where = { id, organizationId, submittedAt: Not(IsNull()), ...(subjectIds && { procedureId: In(subjectIds) }) };
  const practice = await tx.findOne(Practice, { where, ...lockFor(purpose) });
  if (!practice) throw new Problem(practiceNotFound);
  return {
    ...subjectOf(practice),
    applicantId: practice.applicantId,
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
