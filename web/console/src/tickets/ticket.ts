import type { AnswerOf } from '@sportello/contracts/web';
import { formatDate, rome } from '@sportello/ui/i18n';

export type Ticket = AnswerOf<'rpc.ticketing.get.v1'>;

/** What is due first, an answer or the solution; null while nothing runs. */
export const dueOf = ({ clock: { firstAnswerBy, solutionBy } }: Ticket): string | null =>
  [firstAnswerBy, solutionBy].filter((at) => at !== null).sort()[0] ?? null;

/** The last day of what is over at its end, at 24:00 in Rome: mails name the same day. */
export const lastDayOf = (end: string): string => formatDate(new Date(new Date(end).getTime() - 1).toISOString(), rome);
