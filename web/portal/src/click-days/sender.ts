import type { AnswerOf } from '@sportello/contracts/web';
import { isPassing, ProblemError } from '@sportello/ui/problem';
import { waitBefore } from './server-clock.js';

export interface Ready {
  id: string;
  version: number;
}
type Lot = AnswerOf<'rpc.practices.submit-many.v1'>['items'];
export type Mark = NonNullable<Lot[number]['mark']>;

/** What became of one request: `waiting` for the hour or for a server that is full, `sent` with its place, or `refused` for a reason that stays. */
export type Outcome = { is: 'waiting' } | { is: 'sent'; mark: Mark } | { is: 'refused'; title: string; detail: string | undefined };

/** As many as one question takes. */
export const LOT = 200;
/** Before the hour it is asked again at the hour; where that is far off, because the day was postponed, this often. Milliseconds. */
const EARLY_MS = 30_000;
/** What passes by itself: the hour has not come by the server's clock, or it is full. */
const passing = ['procedure-closed', 'unavailable', 'timeout'];

interface Way {
  send(lot: readonly Ready[]): Promise<Lot>;
  /** @param why what failed; nothing while the server answers and the hour has not come */
  pause(ms: number, why?: unknown): Promise<void>;
  onOutcome(id: string, outcome: Outcome): void;
  /** Until when the server still takes something; what is refused as closed after that stays refused. */
  isOpen(): boolean;
}

/**
 * Sends all that is ready, by lots, in their order, and asks again for what was not taken yet: the server answers a second time with the mark of the
 * first, so that nobody is sent twice (CLK-32).
 * @throws ProblemError for what asking again does not help: the sign-in is over, or the request itself is wrong. What was sent has been told.
 */
export async function sendAll(items: readonly Ready[], { send, pause, onOutcome, isOpen }: Way): Promise<void> {
  let queue = [...items];
  for (let failures = 0; queue.length > 0; ) {
    const lot = queue.slice(0, LOT);
    let retryAfterMs: number | undefined;
    let why: unknown;
    try {
      const answers = await send(lot);
      const outcomes = answers.map((answer) => outcomeOf(answer, isOpen()));
      for (const [at, outcome] of outcomes.entries()) onOutcome((lot[at] as Ready).id, outcome);
      const waiting = lot.filter((_, at) => (outcomes[at] ?? notYet).is === 'waiting');
      queue = [...waiting, ...queue.slice(LOT)];
      if (waiting.length === 0) {
        failures = 0;
        continue;
      }
      const early = answers.flatMap(({ problem }) => problem?.retryAfterMs ?? []);
      if (early.length > 0) {
        await pause(Math.min(EARLY_MS, ...early));
        continue;
      }
    } catch (error) {
      if (!isPassing(error)) throw error;
      why = error;
      if (error instanceof ProblemError) retryAfterMs = error.retryAfterMs;
    }
    await pause(waitBefore(failures, retryAfterMs, Math.random()), why);
    failures += 1;
  }
}

const notYet: Outcome = { is: 'waiting' };

function outcomeOf({ mark, problem }: Lot[number], isOpen: boolean): Outcome {
  if (mark) return { is: 'sent', mark };
  if (!problem || (passing.includes(problem.type) && isOpen)) return notYet;
  return { is: 'refused', title: problem.title, detail: problem.detail };
}
