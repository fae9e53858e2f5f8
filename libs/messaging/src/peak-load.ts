import { setTimeout as sleep } from 'node:timers/promises';

/** Where the time is read, in milliseconds, and waited for. */
export interface Clock {
  now(): number;
  wait(ms: number): Promise<unknown>;
}

/** The subject by which services tell each other that one of them is under peak load. Only whoever is there at that moment learns of it. */
export const peakLoadSubject = 'peak-load.noted';

/** A peak has passed when no request was noted for this long, in milliseconds. */
const QUIET_MS = 250;
/** The other services are told no oftener, in milliseconds: before they would take it for passed. */
const TELL_MS = 100;

/** Many requests at one moment, here or at another service of the same machines: work that can wait gives way to them. */
export class PeakLoad {
  private here = Number.NEGATIVE_INFINITY;
  private anywhere = Number.NEGATIVE_INFINITY;
  private toldAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly tell: () => void = () => undefined,
    private readonly clock: Clock = { now: Date.now, wait: sleep },
  ) {}

  /** A request came to this process while it was at work on others. */
  noteHere(): void {
    this.here = this.clock.now();
    this.anywhere = this.here;
    if (this.here - this.toldAt < TELL_MS) return;
    this.toldAt = this.here;
    this.tell();
  }

  /** Another process said that one came to it. */
  noteElsewhere(): void {
    this.anywhere = this.clock.now();
  }

  /** Waits for the end of the peak at this process. @param patienceMs at most so long */
  passedHere(patienceMs: number): Promise<void> {
    return this.passed(() => this.here, patienceMs);
  }

  /** Waits for the end of the peak at any process. @param patienceMs at most so long */
  passedAnywhere(patienceMs: number): Promise<void> {
    return this.passed(() => this.anywhere, patienceMs);
  }

  private async passed(last: () => number, patienceMs: number): Promise<void> {
    const { now, wait } = this.clock;
    for (const until = now() + patienceMs; now() < Math.min(last() + QUIET_MS, until); ) await wait(QUIET_MS / 5);
  }
}
