import type { Text } from '@sportello/contracts/contract';
import { romeDateTime } from '@sportello/italy/rome-time';

/** When a procedure can be filled in and, unless it has a click day, sent. The opening instant is inside, the closing one is outside; null has no bound. */
export interface Window {
  opensAt: Date | null;
  closesAt: Date | null;
}

/** What is sent on a click day has a window of its own. */
export interface Windows extends Window {
  sendingOpensAt: Date | null;
  sendingClosesAt: Date | null;
}

/** When it can be sent. */
export const sendingWindow = ({ opensAt, closesAt, sendingOpensAt, sendingClosesAt }: Windows): Window =>
  sendingOpensAt ? { opensAt: sendingOpensAt, closesAt: sendingClosesAt } : { opensAt, closesAt };

export type WindowState = 'early' | 'open' | 'late';

/** By the server's time: whoever's clock shows another hour (CAT-16). */
export function windowState({ opensAt, closesAt }: Window, now: Date): WindowState {
  if (opensAt && now < opensAt) return 'early';
  if (closesAt && now >= closesAt) return 'late';
  return 'open';
}

/** Date and hour as people in Italy write them: `25/07/2022` and `12:00`, in Europe/Rome. */
function romeWords(instant: Date): { day: string; hour: string } {
  const { date, time } = romeDateTime(instant);
  return { day: date.split('-').reverse().join('/'), hour: time.endsWith(':00') ? time.slice(0, 5) : time };
}

/** Why the window is shut, with the exact date and hour; null while it is open. */
export function windowReason(window: Window, now: Date): Text | null {
  const state = windowState(window, now);
  if (state === 'early' && window.opensAt) {
    const { day, hour } = romeWords(window.opensAt);
    return { it: `Apre il ${day} alle ore ${hour}`, en: `It opens on ${day} at ${hour} (time of Rome)` };
  }
  if (state === 'late' && window.closesAt) {
    const { day, hour } = romeWords(window.closesAt);
    return { it: `Si è chiuso il ${day} alle ore ${hour}`, en: `It closed on ${day} at ${hour} (time of Rome)` };
  }
  return null;
}

/** Why it cannot be sent now, in the words of its click day where it has one. */
export function sendingReason(windows: Windows, now: Date): Text | null {
  const reason = windowReason(sendingWindow(windows), now);
  if (!reason || !windows.sendingOpensAt) return reason;
  const isEarly = now < windows.sendingOpensAt;
  const { day, hour } = romeWords((isEarly ? windows.sendingOpensAt : windows.sendingClosesAt) ?? now);
  return isEarly
    ? { it: `L’invio apre il ${day} alle ore ${hour}`, en: `Sending opens on ${day} at ${hour} (time of Rome)` }
    : { it: `L’invio si è chiuso il ${day} alle ore ${hour}`, en: `Sending closed on ${day} at ${hour} (time of Rome)` };
}

/** What a program needs to come back at the right moment, by the server's clock: senders count down with it. */
export function windowFacts({ opensAt, closesAt }: Window, now: Date) {
  const retryAfterMs = opensAt && now < opensAt ? opensAt.getTime() - now.getTime() : undefined;
  const retry = retryAfterMs === undefined ? {} : { retryAfterMs, retryAfterSeconds: Math.ceil(retryAfterMs / 1_000) };
  return { opensAt, closesAt, serverTime: now, ...retry };
}
