import { setTimeout as sleep } from 'node:timers/promises';

/** Where a rush reads the time, in milliseconds, and waits. */
export interface Clock {
  now(): number;
  wait(ms: number): Promise<unknown>;
}

/** It is over when nobody has pressed for this long, in milliseconds. */
const QUIET_MS = 250;

/** People who press at a door of this process, many at once: whatever follows from what they did stands back until it is over. */
export class Rush {
  private lastPressed = Number.NEGATIVE_INFINITY;

  constructor(private readonly clock: Clock = { now: Date.now, wait: sleep }) {}

  /** Told by the door, at each arrival that met others. */
  goesOn(): void {
    this.lastPressed = this.clock.now();
  }

  /** @param patience nobody stands back for longer than this, in milliseconds */
  async isOver(patience: number): Promise<void> {
    const { now, wait } = this.clock;
    for (const until = now() + patience; now() < Math.min(this.lastPressed + QUIET_MS, until); ) await wait(QUIET_MS / 5);
  }
}
