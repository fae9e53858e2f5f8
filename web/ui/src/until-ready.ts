import { ProblemError } from './problem.js';

/** What is still being printed is asked for so many times, so many milliseconds apart: for about as long as one paper may take. */
export const mostTries = 20;
export const pauseMs = 3_000;

const isBeingPrinted = (error: unknown): boolean => error instanceof ProblemError && error.kind === 'paper-not-ready';

/**
 * Asks for a paper until it is printed.
 * @param onLate it was not at the first question
 * @param stop ends the asking: nobody waits for it any more
 * @throws ProblemError `paper-not-ready` when it is not printed after all that time
 */
export async function untilReady<T>(ask: () => Promise<T>, onLate: () => void, stop: AbortSignal): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (!isBeingPrinted(error) || tries === mostTries || stop.aborted) throw error;
    }
    if (tries === 1) onLate();
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    stop.throwIfAborted();
  }
}
