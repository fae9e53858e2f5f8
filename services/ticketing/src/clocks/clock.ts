import { afterOpenTime, type OfficeHours, openTime } from './office-time.js';

/**
 * The time that a desk has used of its terms: what was used up to the last change of anything that counts, and since when it runs again. It is
 * computed when somebody looks, and never counted by ticking.
 */
export interface Clock {
  /** Milliseconds of the office's time. */
  usedMs: number;
  /** Null while it stands. */
  runningSince: Date | null;
}

export const started = (now: Date): Clock => ({ usedMs: 0, runningSince: now });

/** What was used until an instant. */
export const usedAt = ({ usedMs, runningSince }: Clock, office: OfficeHours, now: Date): number =>
  usedMs + (runningSince ? openTime(office, runningSince, now) : 0);

/** Standing it stays as it is. */
export const stopped = (clock: Clock, office: OfficeHours, now: Date): Clock => ({
  usedMs: usedAt(clock, office, now),
  runningSince: null,
});

/** Running it stays as it is. */
export const resumed = (clock: Clock, now: Date): Clock => (clock.runningSince ? clock : { ...clock, runningSince: now });

/**
 * The same clock from an instant on by other hours: what was used was used by the hours that held until then.
 * @param office the hours until then
 * @param now what began to run after it runs by the other hours alone
 */
export const settled = (clock: Clock, office: OfficeHours, now: Date): Clock =>
  clock.runningSince && clock.runningSince < now ? { usedMs: usedAt(clock, office, now), runningSince: now } : clock;

/**
 * When a term is over, after something changed: what ran out before stays over since then, whatever stands still or is promised afterwards.
 * @param before what was answered until then
 */
export function dueAfter(clock: Clock, office: OfficeHours, termMinutes: number, before: Date | null, now: Date): Date | null {
  if (clock.usedMs < termMinutes * 60_000) return dueAt(clock, office, termMinutes);
  return before && before <= now ? before : now;
}

/** When a term is over. @returns null while it stands, and for hours that never come */
export function dueAt({ usedMs, runningSince }: Clock, office: OfficeHours, termMinutes: number): Date | null {
  return runningSince ? afterOpenTime(office, runningSince, termMinutes * 60_000 - usedMs) : null;
}
