import { Badge } from 'design-react-kit';
import { useEffect, useState } from 'react';
import { formatDateTime, formatLongDate, formatTime, rome, useLanguage, useText } from './i18n.js';
import { type Opening, type Openness, openness } from './openness.js';
import { useSession } from './session.js';

/** The time of the server, looked at again every ten seconds. */
const useNow = (): Date => {
  const { serverNow } = useSession();
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    setNow(serverNow());
    const timer = setInterval(() => setNow(serverNow()), 10_000);
    return () => clearInterval(timer);
  }, [serverNow]);
  return now;
};

/** Whether a service is open now, by the server's clock. */
export const useOpenness = (opening: Opening): Openness => openness(opening, useNow());

const words = { open: 'ui.window.open', 'not-yet': 'ui.window.notYet', closed: 'ui.window.closed' } as const;

/** Opening and closing with date, hour and time zone, and what the server's clock says of them (CAT-16). */
export const OpeningWindow = ({ opensAt, closesAt }: Pick<Opening, 'opensAt' | 'closesAt'>) => {
  const text = useText();
  const language = useLanguage();
  const now = useNow();
  const { isRead } = useSession();
  if (!opensAt && !closesAt) return <p className="mb-0">{text('ui.window.always')}</p>;
  const when = (instant: string) => `${formatLongDate(instant, language, rome)}, ${formatTime(instant, rome)}`;
  const state = openness({ opensAt, closesAt }, now);
  return (
    <div className="sp-window">
      <p className="mb-1">
        <Badge color={state === 'open' ? 'success' : 'secondary'}>{text(words[state])}</Badge>
      </p>
      {opensAt && (
        <p className="mb-0">
          {text('ui.window.from')} <time dateTime={opensAt}>{when(opensAt)}</time>
        </p>
      )}
      {closesAt && (
        <p className="mb-0">
          {text('ui.window.to')} <time dateTime={closesAt}>{when(closesAt)}</time>
        </p>
      )}
      {/* A page that came rendered is some seconds old: its clock would be slow. The line keeps its room. */}
      <p className="mb-0 small text-secondary">
        {isRead ? text('ui.window.clock', { now: formatDateTime(now.toISOString(), rome) }) : '\u00a0'}
      </p>
    </div>
  );
};
