import { formatDateTime, rome, useText } from '@sportello/ui/i18n';
import { useSession } from '@sportello/ui/session';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface DueProps {
  at: string;
  /** Minutes of the hours of its desk until then, where they are known: nights are no time to work. */
  leftMinutes?: number | null;
}

/** When something is due, and in words how long that is. */
export const Due = ({ at, leftMinutes = null }: DueProps) => {
  const text = useText();
  const { serverNow } = useSession();
  const ms = new Date(at).getTime() - serverNow().getTime();
  const isLate = ms <= 0;
  const length = Math.abs(ms);
  const span =
    length >= 2 * DAY_MS
      ? text('tickets.span.days', { count: Math.floor(length / DAY_MS) })
      : length >= HOUR_MS
        ? text('tickets.span.hours', { count: Math.floor(length / HOUR_MS) })
        : text('tickets.span.minutes', { count: Math.max(1, Math.floor(length / 60_000)) });
  const isOffice = leftMinutes !== null && !isLate;
  const office = text('tickets.minutes', { hours: Math.floor((leftMinutes ?? 0) / 60), minutes: (leftMinutes ?? 0) % 60 });
  const words = isOffice ? text('tickets.due.office', { span: office }) : text(isLate ? 'tickets.due.late' : 'tickets.due.in', { span });
  return (
    <>
      <time dateTime={at}>{formatDateTime(at, rome)}</time> <span className={`sc-service ${isLate ? 'sc-late' : ''}`}>{words}</span>
    </>
  );
};
