import { setTimeout as sleep } from 'node:timers/promises';

/** The first pause between two attempts, doubled with each further failure, and the longest. Milliseconds. */
const FIRST_MS = 250;
const LONGEST_MS = 2_000;
/** Attempts for one name that may wait for their turn in one process. */
const MOST_WAITING = 5;

/** @param failures beyond those that are free, from 1 */
export const pauseOf = (failures: number): number => Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS);

/** Lets attempts for the same username go on one by one, with a pause before each: guesses from many places at once gain nothing. */
export class SlowDown {
  private readonly waiting = new Map<string, { last: Promise<void>; count: number }>();

  /** Waits for its turn and then for the pause. @returns false, at once, when too many wait already */
  async wait(name: string, pauseMs: number): Promise<boolean> {
    const queue = this.waiting.get(name) ?? { last: Promise.resolve(), count: 0 };
    if (queue.count >= MOST_WAITING) return false;
    this.waiting.set(name, queue);
    queue.count += 1;
    queue.last = queue.last.then(() => sleep(pauseMs));
    await queue.last;
    queue.count -= 1;
    if (queue.count === 0) this.waiting.delete(name);
    return true;
  }
}
