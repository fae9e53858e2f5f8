import type { Accessed } from '@sportello/casework/subject';
import type { Language, Text } from '@sportello/contracts/contract';
import type { DeskWay } from '@sportello/contracts/practices/fields';
import { practiceNotFound } from '@sportello/contracts/practices/states';
import { isStaff, officerOf, type Purpose } from '@sportello/directory/officers';
import type { Actor } from '@sportello/messaging/actor';
import { Problem } from '@sportello/messaging/problem';
import { type EntityManager, type FindOptionsWhere, In } from 'typeorm';
import { unsent } from './moves.js';
import { Practice } from './practice.entity.js';

/** The officer who fills in a request for somebody, and how they met. */
export interface Desk {
  way: DeskWay;
  officerId: string;
  officerName: string;
}

/** Who fills in a request: the applicant herself, or in her name the officer whom she met (PRA-83). */
export type Author = Actor & { desk?: Desk | undefined };

/** An officer in the name of a citizen: everything that is asked of the citizen is asked of her, but how she signed in. */
export const inNameOf = (
  actor: Actor,
  { applicantId, profileId }: Pick<Practice, 'applicantId' | 'profileId'>,
  desk: Desk,
): Author & { desk: Desk } => ({
  ...actor,
  roles: ['citizen'],
  organizationId: null,
  rightsVersion: null,
  personId: applicantId,
  profileId,
  profileKind: 'citizen',
  desk,
});

/**
 * For what whoever fills in a request does with it. An officer may what she has begun for a citizen; also once she has sent it, so that what is
 * pressed twice is answered twice.
 * @throws Problem `practiceNotFound` for every other practice
 */
export async function authorOf(tx: EntityManager, id: string, actor: Actor, purpose: Purpose = 'read'): Promise<Author> {
  const author = isStaff(actor) ? await findAtDesk(tx, { id }, actor, purpose) : actor;
  if (!author) throw new Problem(practiceNotFound);
  return author;
}

/** The same before it is sent; null for who is no officer, or has not begun it. */
export const findAuthor = (tx: EntityManager, id: string, actor: Actor, purpose: Purpose): Promise<Author | null> =>
  isStaff(actor) ? findAtDesk(tx, { id, status: In(unsent) }, actor, purpose) : Promise.resolve(null);

async function findAtDesk(tx: EntityManager, which: FindOptionsWhere<Practice>, actor: Actor, purpose: Purpose): Promise<Author | null> {
  const { id: deskOfficerId, organizationId, subjectIds } = await officerOf(tx, actor, 'procedure', purpose);
  const hers = { ...which, organizationId, deskOfficerId, ...(subjectIds && { procedureId: In(subjectIds) }) };
  const practice = await tx.findOneBy(Practice, hers);
  if (!practice?.deskWay) return null;
  return inNameOf(actor, practice, { way: practice.deskWay, officerId: deskOfficerId, officerName: practice.deskOfficerName ?? '' });
}

/** Who moves it, as the history tells: the side is the applicant's, the name that of whoever did it. */
export const authorAs = ({ desk }: Pick<Author, 'desk'>, { applicantId, applicantName }: Pick<Practice, 'applicantId' | 'applicantName'>) =>
  ({
    side: 'applicant',
    ...(desk ? { id: desk.officerId, name: desk.officerName } : { id: applicantId, name: applicantName }),
  }) satisfies Accessed['mover'];

const words: Record<DeskWay, Text> = {
  desk: { it: 'Allo sportello, con l’aiuto di un operatore', en: 'At the desk, with the help of an officer' },
  phone: { it: 'Al telefono, con l’aiuto di un operatore', en: 'By phone, with the help of an officer' },
};

/** What the history says of how it was filled in. */
export const deskReason = ({ way }: Pick<Desk, 'way'>, language: Language): string => words[way][language];
