import { UnreachableError } from './problem.js';

/** Milliseconds after which somebody who waits is told that it takes long. */
export const patienceMs = 3_000;

/** An answer that somebody has waited for longer than that. */
export interface LateAnswer {
  /** Stops waiting; what was asked may have been done all the same. */
  giveUp: () => void;
}

let late: readonly LateAnswer[] = [];
const listeners = new Set<() => void>();
const change = (next: readonly LateAnswer[]) => {
  late = next;
  for (const listener of listeners) listener();
};

export const lateAnswers = (): readonly LateAnswer[] => late;
export const onLateAnswers = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/**
 * Waits for what somebody pressed a button for: the page says when it takes long, and offers to stop waiting.
 * @throws UnreachableError when nobody waits for the answer any more
 */
export const attend = async <T>(call: (signal: AbortSignal) => Promise<T>): Promise<T> => {
  const stop = new AbortController();
  const answer: LateAnswer = { giveUp: () => stop.abort() };
  const timer = setTimeout(() => change([...late, answer]), patienceMs);
  const given = new Promise<never>((_, reject) =>
    stop.signal.addEventListener('abort', () => reject(new UnreachableError(stop.signal.reason))),
  );
  try {
    return await Promise.race([given, call(stop.signal)]);
  } finally {
    clearTimeout(timer);
    if (late.includes(answer)) change(late.filter((each) => each !== answer));
  }
};
