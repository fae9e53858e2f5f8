import type { AnswerOf } from '@sportello/contracts/web';
import { isPassing, ProblemError } from '@sportello/ui/problem';
import { waitBefore } from './server-clock.js';

export interface Ready {
  id: string;
  version: number;
}
export type Lot = AnswerOf<'rpc.practices.submit-many.v1'>['items'];
export type Mark = NonNullable<Lot[number]['mark']>;

/** What became of one request: `waiting` for the hour or for a server that is full, `sent` with its place, or `refused` for a reason that stays. */
export type Outcome = { is: 'waiting' } | { is: 'sent'; mark: Mark } | { is: 'refused'; title: string; detail: string | undefined };

/** As many as one question takes. */
export const LOT = 200;
/** An hour that is nearer is waited for here; where it is further off, the day was postponed. Milliseconds. */
export const NEAR_MS = 30_000;
/** The server is full, or does not answer: that passes by itself. */
const passing = ['unavailable', 'timeout', 'too-many-requests'];

interface Way {
  send(lot: readonly Ready[]): Promise<Lot>;
  /** @param why what failed; nothing while the server answers and the hour has not come */
  pause(ms: number, why?: unknown): Promise<void>;
  onOutcome(id: string, outcome: Outcome): void;
  /** True once nothing more is to be sent. */
  isStopped(): boolean;
}

/**
 * Sends all that is ready, by lots, in their order, and asks again for what was not taken yet: the server answers a second time with the mark of the
 * first, so that nobody is sent twice (CLK-32).
 * @returns how long it is until the hour, in milliseconds, where it is far off and nothing more is sent before it; else null
 * @throws ProblemError for what asking again does not help: the sign-in is over, or the request itself is wrong. What was sent has been told.
 */
export async function sendAll(items: readonly Ready[], { send, pause, onOutcome, isStopped }: Way): Promise<number | null> {
  let queue = [...items];
  for (let failures = 0; queue.length > 0 && !isStopped(); ) {
    const lot = queue.slice(0, LOT);
    let retryAfterMs: number | undefined;
    let why: unknown;
    try {
      const answers = await send(lot);
      const outcomes = answers.map(outcomeOf);
      for (const [at, outcome] of outcomes.entries()) onOutcome((lot[at] as Ready).id, outcome);
      const waiting = lot.filter((_, at) => (outcomes[at] ?? notYet).is === 'waiting');
      const untilHour = Math.min(
        ...answers.map(({ problem }) => (problem?.type === 'procedure-closed' ? problem.retryAfterMs : null) ?? Infinity),
      );
      if (untilHour > NEAR_MS && untilHour < Infinity) return untilHour;
      if (untilHour < Infinity) {
        queue = [...waiting, ...queue.slice(LOT)];
        await pause(untilHour);
        continue;
      }
      // Whoever waits holds nobody else up.
      queue = [...queue.slice(LOT), ...waiting];
      if (waiting.length === 0) {
        failures = 0;
        continue;
      }
      const full = answers.flatMap(({ problem }) => (problem && passing.includes(problem.type) ? [problem] : []));
      why = full[0] ?? notYet;
      retryAfterMs = Math.max(0, ...full.map((problem) => problem.retryAfterMs ?? 0));
    } catch (error) {
      if (!isPassing(error)) throw error;
      why = error;
      if (error instanceof ProblemError) retryAfterMs = error.retryAfterMs;
    }
    await pause(waitBefore(failures, retryAfterMs, Math.random()), why);
    failures += 1;
  }
  return null;
}

const notYet: Outcome = { is: 'waiting' };

/** Closed is for good, unless it is said when it opens. */
function outcomeOf({ mark, problem }: Lot[number]): Outcome {
  if (mark) return { is: 'sent', mark };
  if (!problem || passing.includes(problem.type)) return notYet;
  if (problem.type === 'procedure-closed' && problem.retryAfterMs !== undefined) return notYet;
  return { is: 'refused', title: problem.title, detail: problem.detail };
}
