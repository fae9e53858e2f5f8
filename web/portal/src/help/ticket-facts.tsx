import type { AnswerOf } from '@sportello/contracts/web';
import { formatAgo, formatDate, formatDateTime, rome, useLanguage } from '@sportello/ui/i18n';
import { useSession } from '@sportello/ui/session';

export type Ticket = AnswerOf<'rpc.ticketing.get.v1'>;

/** What is read again after something was done with a ticket. */
export const ticketReads = ['rpc.ticketing.get.v1', 'rpc.ticketing.list-own.v1', 'rpc.ticketing.list-messages.v1'] as const;

/** The last day of what is over at its end, at 24:00 in Rome: mails name the same day. */
export const lastDayOf = (end: string): string => formatDate(new Date(new Date(end).getTime() - 1).toISOString(), rome);

/** How long ago, and when (XCT-05). */
export const Ago = ({ at }: { at: string }) => {
  const language = useLanguage();
  const { serverNow } = useSession();
  return (
    <time dateTime={at}>
      {formatAgo(at, serverNow(), language)} <span className="text-secondary">({formatDateTime(at)})</span>
    </time>
  );
};
