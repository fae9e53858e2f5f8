import type { Text } from '@sportello/contracts/contract';
import type { EntityManager } from 'typeorm';
import { Passage } from './passage.entity.js';
import type { Accessed, Mover } from './subject.js';

/** A passage as it is read from the database. */
export interface PassageRow<Status extends string> {
  /** PostgreSQL's JSON writes instants as texts. */
  at: Date | string;
  from: Status | null;
  to: Status;
  move: string;
  side: Mover['side'];
  name: string | null;
  reason: string | null;
}

/** A passage as `passageOf` of the contracts tells it. */
type ShownPassage<Status extends string> = Pick<PassageRow<Status>, 'from' | 'to' | 'move' | 'reason'> & {
  at: Date;
  side: Mover['side'];
  actor: Text;
};

const roles: Record<Mover['side'], Text> = {
  applicant: { it: 'Richiedente', en: 'Applicant' },
  officer: { it: 'Ufficio', en: 'Office' },
  system: { it: 'Sistema', en: 'System' },
};

export const roleOf = (side: Mover['side']): Text => roles[side];

/** A passage as its reader may see it: applicants are told the side that moved, and officers the name beside. */
export function shownTo<Status extends string>(
  reader: Accessed['mover']['side'],
  { at, side, name, ...passage }: PassageRow<Status>,
): ShownPassage<Status> {
  return { ...passage, side, at: new Date(at), actor: reader === 'officer' && name ? { it: name, en: name } : roleOf(side) };
}

/** The history of a subject, oldest first. */
export async function historyOf<Status extends string>(tx: EntityManager, found: Accessed): Promise<ShownPassage<Status>[]> {
  const { kind: subjectKind, id: subjectId, organizationId, mover } = found;
  const passages = await tx.find(Passage, { where: { subjectKind, subjectId, organizationId }, order: { id: 'ASC' } });
  return passages.map(({ at, fromStatus, toStatus, move, actorSide, actorName, reason }) =>
    shownTo(mover.side, { at, from: fromStatus as Status | null, to: toStatus as Status, move, side: actorSide, name: actorName, reason }),
  );
}
