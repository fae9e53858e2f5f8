import { setTimeout as sleep } from 'node:timers/promises';

/** It is over when nobody has pressed for this long, in milliseconds. */
const QUIET_MS = 250;

/** People who press at a door of this process, many at once: whatever follows from what they did stands back until it is over. */
export class Rush {
  private lastPressed = 0;

  /** Told by the door, at each arrival that met others. */
  goesOn(): void {
    this.lastPressed = Date.now();
  }

  /** @param patience nobody stands back for longer than this, in milliseconds */
  async isOver(patience: number): Promise<void> {
    for (const until = Date.now() + patience; Date.now() < Math.min(this.lastPressed + QUIET_MS, until); ) await sleep(QUIET_MS / 5);
  }
}
