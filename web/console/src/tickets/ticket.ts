import type { AnswerOf } from '@sportello/contracts/web';

export type Ticket = AnswerOf<'rpc.ticketing.get.v1'>;

/** What is due first, an answer or the solution; null while nothing runs. */
export const dueOf = ({ clock: { firstAnswerBy, solutionBy } }: Ticket): string | null =>
  [firstAnswerBy, solutionBy].filter((at) => at !== null).sort()[0] ?? null;
