import { type NewPassage, Passage } from '@sportello/casework/passage.entity';
import type { EntityManager } from 'typeorm';
import { changePlaces } from '../limits/limits.js';
import type { Procedure } from '../procedures/procedure.entity.js';
import { answerByOf, ruleOf } from '../terms/term.js';
import { type Practice, subjectOf } from './practice.entity.js';

/**
 * Keeps a move that stops the term of a practice, ends it or lets it run: its passage, and the last day for the answer after it. What is taken
 * back, cancelled or thrown away gives its places back.
 */
export async function keepMove(tx: EntityManager, practice: Practice, procedure: Procedure, passage: NewPassage): Promise<void> {
  await tx.insert(Passage, passage);
  const { fromStatus: from, toStatus: to } = passage;
  if (givesBack(to) !== givesBack(from)) await changePlaces(tx, practice, givesBack(to) ? -1 : 1);
  practice.answerBy = await answerByNow(tx, practice, procedure);
  await tx.save(practice);
}

const givesBack = (status: string | null) => status === 'withdrawn' || status === 'cancelled' || status === 'deleted';

/** The last day for the answer by the passages that stand. */
export async function answerByNow(tx: EntityManager, practice: Practice, procedure: Procedure): Promise<string | null> {
  const { kind: subjectKind, id: subjectId, organizationId } = subjectOf(practice);
  const kept = await tx.find(Passage, { where: { subjectKind, subjectId, organizationId }, order: { id: 'ASC' } });
  const { status, submittedAt } = practice;
  const passages = kept.map(({ at, toStatus: to, move }) => ({ at, to, move }));
  return answerByOf({ status, submittedAt, passages, settings: ruleOf(practice, procedure) });
}
