import { formatDateTime, LocalLink, rome, useText } from '@sportello/ui/i18n';

interface SentOnProps {
  of: { clickDayId: string | null; sendingOpensAt: string | null; sendingClosesAt: string | null };
}

/** From when what is filled in beforehand is sent, with the way to the page from which it is (CLK-06); nothing for what has no click day. */
export const SentOn = ({ of: { clickDayId, sendingOpensAt, sendingClosesAt } }: SentOnProps) => {
  const text = useText();
  if (!clickDayId || !sendingOpensAt || !sendingClosesAt) return null;
  return (
    <p>
      {text('clickDay.sentOn', { from: formatDateTime(sendingOpensAt, rome), to: formatDateTime(sendingClosesAt, rome) })}{' '}
      <LocalLink to={`/click-day/${clickDayId}`}>{text('clickDay.link')}</LocalLink>
    </p>
  );
};
