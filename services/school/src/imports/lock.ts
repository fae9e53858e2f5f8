import type { EntityManager } from 'typeorm';

/** Imports of a body, and what is worked out from them, come one after the other: each sees all that the one before left. */
export const lockImports = (tx: EntityManager, organizationId: string): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`school imports ${organizationId}`]);
