import type { EntityManager } from 'typeorm';

/**
 * Gives the statements of this transaction a clock of their own. A request's is short, because a person waits; sweeps, replays, exports and jobs
 * over many rows say here what they need.
 * @param ms for each statement; for nearly as long it waits for a lock, so that it is told which of both it was
 */
export const longWork = (tx: EntityManager, ms: number): Promise<unknown> =>
  tx.query(`select set_config('statement_timeout', $1, true), set_config('lock_timeout', $2, true)`, [
    String(ms),
    String(Math.ceil(ms * 0.9)),
  ]);
