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
  /** When the peak that goes on anywhere began. */
  private since = Number.NEGATIVE_INFINITY;
  private toldAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly tell: () => void = () => undefined,
    private readonly clock: Clock = { now: Date.now, wait: sleep },
  ) {}

  /** Many requests wait at this process. */
  noteHere(): void {
    this.here = this.clock.now();
    this.noteElsewhere();
    if (this.here - this.toldAt < TELL_MS) return;
    this.toldAt = this.here;
    this.tell();
  }

  /** Another process said that many wait there. */
  noteElsewhere(): void {
    const now = this.clock.now();
    if (now >= this.anywhere + QUIET_MS) this.since = now;
    this.anywhere = now;
  }

  /** Waits for the end of the peak at this process. @param patienceMs at most so long from now; @param stop ends the waiting */
  passedHere(patienceMs: number, stop?: AbortSignal): Promise<void> {
    const until = this.clock.now() + patienceMs;
    return this.passed(() => Math.min(this.here + QUIET_MS, until), stop);
  }

  /**
   * Waits for the end of the peak at any process. @param patienceMs at most so long from its beginning: of a peak that does not end nobody takes
   * notice after that; @param stop ends the waiting
   */
  passedAnywhere(patienceMs: number, stop?: AbortSignal): Promise<void> {
    return this.passed(() => Math.min(this.anywhere + QUIET_MS, this.since + patienceMs), stop);
  }

  private async passed(until: () => number, stop?: AbortSignal): Promise<void> {
    const { now, wait } = this.clock;
    while (now() < until() && !stop?.aborted) await wait(QUIET_MS / 5);
  }
}
