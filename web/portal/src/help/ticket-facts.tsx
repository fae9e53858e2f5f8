import type { AnswerOf } from '@sportello/contracts/web';
import { formatAgo, formatDateTime, useLanguage } from '@sportello/ui/i18n';
import { useSession } from '@sportello/ui/session';

export type Ticket = AnswerOf<'rpc.ticketing.get.v1'>;

/** What is read again after something was done with a ticket. */
export const ticketReads = ['rpc.ticketing.get.v1', 'rpc.ticketing.list-own.v1', 'rpc.ticketing.list-messages.v1'] as const;

/** How long ago, with the hour for whoever wants to know (XCT-05). */
export const Ago = ({ at }: { at: string }) => {
  const language = useLanguage();
  const { serverNow } = useSession();
  return (
    <time dateTime={at} title={formatDateTime(at)}>
      {formatAgo(at, serverNow(), language)}
    </time>
  );
};
