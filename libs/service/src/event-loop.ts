import type { Log } from './logger.js';

/** What one piece of work may take before others notice. Milliseconds. */
const LIMIT_MS = 50;
const EVERY_MS = 10;

/** For how long the event loop was held at most. Meanwhile nobody else is served. */
export interface LongestHold {
  /** By the clock, milliseconds: it also counts the time in which the machine ran something else. */
  clockMs: number;
  /** By the processor time of the thread, milliseconds: what our own code took. */
  cpuMs: number;
}

/** Looks at the event loop a hundred times a second, and says in the log when one piece of work has held it for too long. */
export class EventLoop {
  private longest: LongestHold = { clockMs: 0, cpuMs: 0 };
  private timer?: NodeJS.Timeout;

  constructor(private readonly log: Log) {}

  /** Loading the code holds the loop for long and holds nobody up: this is called when a service is ready. */
  watch(): void {
    let clock = performance.now();
    let cpu = cpuNow();
    this.timer = setInterval(() => {
      const now = { clock: performance.now(), cpu: cpuNow() };
      const held = { clockMs: now.clock - clock - EVERY_MS, cpuMs: now.cpu - cpu };
      ({ clock, cpu } = now);
      this.longest = { clockMs: Math.max(this.longest.clockMs, held.clockMs), cpuMs: Math.max(this.longest.cpuMs, held.cpuMs) };
      if (held.cpuMs > LIMIT_MS) this.log.warn({ msg: 'the event loop was held', ...rounded(held) });
    }, EVERY_MS).unref();
  }

  /** Since the start, or since it was forgotten. */
  get longestHold(): LongestHold {
    return rounded(this.longest);
  }

  forget(): void {
    this.longest = { clockMs: 0, cpuMs: 0 };
  }

  stop(): void {
    clearInterval(this.timer);
  }
}

const cpuNow = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};

const rounded = ({ clockMs, cpuMs }: LongestHold): LongestHold => ({ clockMs: Math.round(clockMs), cpuMs: Math.round(cpuMs) });
