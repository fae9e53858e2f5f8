import { announce } from '@sportello/ui/announcer';
import { rome, useLanguage, useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { Notice } from '@sportello/ui/notice';
import { useEffect, useRef, useState } from 'react';
import { type ClickDay, StateChip } from './click-day.js';
import { type ClockReading, NOTABLE_DRIFT_MS } from './server-clock.js';

/** Said aloud when so little is left, and when the hour has come; in between the clock is only to be seen. Milliseconds. */
const SAID_MS = 60_000;

const two = (value: number) => String(value).padStart(2, '0');
const clock = new Intl.DateTimeFormat('it-IT', { timeZone: rome, hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** The hour of the server, how far this computer is from it, and how long it is until sending opens or closes (CLK-18, CLK-20). */
export const Hour = ({ day, reading }: { day: ClickDay; reading: ClockReading | null }) => {
  const text = useText();
  const language = useLanguage();
  const [now, setNow] = useState<number | null>(null);
  /** For which hour what was said: a day that is postponed has another. */
  const said = useRef<{ hour: number; what: 'nothing' | 'soon' | 'come' } | null>(null);
  const [opens, closes] = [Date.parse(day.opensAt), Date.parse(day.closesAt)];
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new clock for each reading
  useEffect(() => {
    if (!reading) return;
    const look = () => {
      const at = Date.now() + reading.offsetMs;
      setNow(at);
      // Whoever comes later than the hour reads that it is open.
      if (said.current?.hour !== opens) said.current = { hour: opens, what: at >= opens ? 'come' : 'nothing' };
      const { what } = said.current;
      if (at >= opens && what !== 'come') {
        said.current.what = 'come';
        announce(text('clickDays.hour.come'), 'assertive');
      } else if (at < opens && opens - at < SAID_MS && what === 'nothing') {
        said.current.what = 'soon';
        announce(text('clickDays.hour.soon'));
      }
    };
    look();
    const timer = setInterval(look, 250);
    return () => clearInterval(timer);
  }, [reading, opens]);
  if (!reading || now === null)
    return (
      <>
        <p>
          <StateChip state={day.state} />
        </p>
        <p role="status">{text('clickDays.clock.measuring')}</p>
      </>
    );
  const leftMs = Math.max(0, (now < opens ? opens : closes) - now);
  const seconds = Math.ceil(leftMs / 1_000);
  const time = `${two(Math.floor((seconds % 86_400) / 3_600))}:${two(Math.floor((seconds % 3_600) / 60))}:${two(seconds % 60)}`;
  const days = Math.floor(seconds / 86_400);
  const drift = (Math.abs(reading.offsetMs) / 1_000).toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const isFast = reading.offsetMs < 0;
  // The answer is some minutes old, the hour is not.
  const state = now >= closes ? 'closed' : now >= opens ? 'open' : day.state;
  return (
    <>
      <p>
        <StateChip state={state} />
      </p>
      <p className="sp-time-left">
        <Icon name="it-clock" className="icon-sm me-2" />
        {leftMs === 0 ? text('clickDays.closed') : text(now < opens ? 'clickDays.opensIn' : 'clickDays.closesIn', { days, time })}
      </p>
      <p className="small text-secondary">
        {text('clickDays.clock', { time: clock.format(now), error: Math.max(1, Math.round(reading.errorMs)) })}
      </p>
      {Math.abs(reading.offsetMs) - reading.errorMs > NOTABLE_DRIFT_MS && (
        <Notice>{text(isFast ? 'clickDays.clock.fast' : 'clickDays.clock.slow', { seconds: drift })}</Notice>
      )}
    </>
  );
};
