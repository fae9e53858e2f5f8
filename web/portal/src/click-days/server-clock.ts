/** One question for the hour: when it left and when its answer came by our clock, and what the server's said. Milliseconds since 1970. */
export interface Sample {
  leftAt: number;
  cameAt: number;
  serverAt: number;
}

export interface ClockReading {
  /** What our clock must be put forward by to be the server's; negative where it is fast. Milliseconds. */
  offsetMs: number;
  /** By so much the offset may be wrong: half of the best way there and back. Milliseconds. */
  errorMs: number;
}

/** How many of the quickest answers are believed. */
const BEST = 3;

/**
 * As NTP does (RFC 5905): the hour of an answer lies half-way between its leaving and its coming, and the quickest answers are the surest. Their
 * median is taken.
 * @throws RangeError without a sample
 */
export function readClock(samples: readonly Sample[]): ClockReading {
  const best = [...samples].sort((a, b) => a.cameAt - a.leftAt - (b.cameAt - b.leftAt)).slice(0, BEST);
  const offsets = best.map(({ leftAt, cameAt, serverAt }) => serverAt - (leftAt + cameAt) / 2).sort((a, b) => a - b);
  const offsetMs = offsets[Math.floor(offsets.length / 2)];
  const [first] = best;
  if (offsetMs === undefined || !first) throw new RangeError('nobody was asked for the hour');
  return { offsetMs, errorMs: (first.cameAt - first.leftAt) / 2 };
}

/** Wider than this and whoever sets the clock by it is told (CLK-18). Milliseconds. */
export const NOTABLE_DRIFT_MS = 1_000;

/**
 * How long until the next try after so many that failed: longer each time, and for each sender another time, so that those who were refused together
 * do not come back together. Never before the server said. Milliseconds.
 * @param chance from 0 to 1
 */
export function waitBefore(failures: number, retryAfterMs: number | undefined, chance: number): number {
  const most = Math.min(30_000, 500 * 2 ** failures);
  return (retryAfterMs ?? 0) + most / 2 + (chance * most) / 2;
}
