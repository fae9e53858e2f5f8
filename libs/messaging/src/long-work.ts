import type { EntityManager } from 'typeorm';

/**
 * Gives the statements of this transaction a clock of their own. A request's is short, because a person waits; sweeps, replays, exports and jobs
 * over many rows say here what they need.
 * @param ms for each statement
 */
export const longWork = (tx: EntityManager, ms: number): Promise<unknown> =>
  tx.query(`select set_config('statement_timeout', $1, true)`, [String(ms)]);
