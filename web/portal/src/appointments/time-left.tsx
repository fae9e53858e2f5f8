import { announce } from '@sportello/ui/announcer';
import { useText } from '@sportello/ui/i18n';
import { Icon } from '@sportello/ui/icon';
import { useSession } from '@sportello/ui/session';
import { useEffect, useRef, useState } from 'react';
import type { Appointment } from './appointment.js';

/** Two minutes before the end it is said aloud, and again at the end; in between the clock is only to be seen. Milliseconds. */
const SAID_MS = 120_000;

/** How long the place is held still, by the server's clock (APP-29). */
export const TimeLeft = ({ appointment: { heldUntil, status } }: { appointment: Pick<Appointment, 'heldUntil' | 'status'> }) => {
  const text = useText();
  const { serverNow } = useSession();
  const left = () => (heldUntil ? Math.max(0, new Date(heldUntil).getTime() - serverNow().getTime()) : 0);
  const [leftMs, setLeftMs] = useState(left);
  const said = useRef<'not' | 'soon' | 'over'>('not');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new clock for each place that is held
  useEffect(() => {
    said.current = 'not';
    const look = () => {
      const now = left();
      setLeftMs(now);
      if (now === 0 && said.current !== 'over') {
        said.current = 'over';
        announce(text('appointments.over'), 'assertive');
      } else if (now > 0 && now < SAID_MS && said.current === 'not') {
        said.current = 'soon';
        announce(text('appointments.left.said'));
      }
    };
    look();
    const timer = setInterval(look, 1_000);
    return () => clearInterval(timer);
  }, [heldUntil]);
  if (status !== 'draft' && status !== 'expired') return null;
  const [minutes, seconds] = [Math.floor(leftMs / 60_000), Math.floor((leftMs % 60_000) / 1_000)];
  return (
    <p className={`sp-time-left ${leftMs < SAID_MS ? 'is-short' : ''}`}>
      <Icon name="it-clock" className="icon-sm me-2" />
      {leftMs > 0 ? text('appointments.left', { time: `${minutes}:${String(seconds).padStart(2, '0')}` }) : text('appointments.over')}
    </p>
  );
};
