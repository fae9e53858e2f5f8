import type { Text } from '@sportello/contracts/contract';
import { romeDateTime } from '@sportello/italy/rome-time';

/** When a procedure can be compiled and sent. The opening instant is inside, the closing one is outside; null has no bound. */
export interface Window {
  opensAt: Date | null;
  closesAt: Date | null;
}

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

/** What a program needs to come back at the right moment, by the server's clock: senders count down with it. */
export function windowFacts({ opensAt, closesAt }: Window, now: Date) {
  const retryAfterMs = opensAt && now < opensAt ? opensAt.getTime() - now.getTime() : undefined;
  const retry = retryAfterMs === undefined ? {} : { retryAfterMs, retryAfterSeconds: Math.ceil(retryAfterMs / 1_000) };
  return { opensAt, closesAt, serverTime: now, ...retry };
}
