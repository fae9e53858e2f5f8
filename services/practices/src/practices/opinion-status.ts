import type { Output } from '@sportello/contracts/contract';
import type { listOpinions } from '@sportello/contracts/practices/opinions';
import type { PracticeStatus } from '@sportello/contracts/practices/states';
import { romeDate } from '@sportello/italy/rome-time';
import { answerable } from '../terms/term.js';

interface AskedOpinion {
  answerBy: string;
  /** Instants, or their texts out of PostgreSQL's JSON. */
  givenAt: Date | string | null;
  droppedAt: Date | string | null;
}

/** Where an opinion stands now. What was not given before the outcome is no longer needed: the practice ends without it. */
export function opinionStatus(
  { answerBy, givenAt, droppedAt }: AskedOpinion,
  practice: PracticeStatus,
  now: Date,
): Output<typeof listOpinions>['items'][number]['status'] {
  if (givenAt !== null) return 'given';
  if (droppedAt !== null || !answerable.some((status) => status === practice)) return 'dropped';
  return romeDate(now) > answerBy ? 'overdue' : 'awaited';
}
