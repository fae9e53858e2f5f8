import { setTimeout as sleep } from 'node:timers/promises';
import { WorksAfterCommit } from '@sportello/messaging/after-commit';
import { messagingEntities, messagingMigrations } from '@sportello/messaging/schema';
import { areSpansRecorded } from '@sportello/messaging/spans';
import { DataSource, DefaultNamingStrategy, type EntityTarget, type MigrationInterface, type NamingStrategyInterface } from 'typeorm';
import type { DatabaseConfig } from './config.js';
import { SqlSpans } from './sql-spans.js';

/** `organizationId` is the column `organization_id`. */
class SnakeCase extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(property: string, custom: string | undefined): string {
    return custom ?? property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}

export type Entities = EntityTarget<object>[];
export type Migrations = (new () => MigrationInterface)[];

/** What a person waits for at most: a statement that takes longer is ended by the server. Milliseconds. What takes longer says so: `longWork`. */
const STATEMENT_MS = 10_000;

/** The clocks of a connection, in milliseconds; 0 for none. */
export interface Clocks {
  statementMs: number;
  /** How long one waits for a lock. */
  lockMs: number;
  /** How long a transaction may do nothing. */
  idleMs: number;
}

/** Shorter than a statement: whoever waits for a row that somebody else holds is told to try again (55P03), and not that something is broken. */
const LOCK_MS = 9_000;

const ofRequests: Clocks = { statementMs: STATEMENT_MS, lockMs: LOCK_MS, idleMs: 30_000 };

/**
 * Of what is done once by command, such as a migration: it takes what it takes. Only a lock that it does not get within half a minute ends it,
 * because whoever comes after it waits for that lock too.
 */
export const ofCommands: Clocks = { statementMs: 0, lockMs: 30_000, idleMs: 0 };

export const dataSource = (
  service: string,
  { DATABASE_URL, DATABASE_POOL }: DatabaseConfig,
  entities: Entities,
  migrations: Migrations,
  { statementMs, lockMs, idleMs }: Clocks = ofRequests,
) =>
  new DataSource({
    type: 'postgres',
    url: DATABASE_URL,
    applicationName: service,
    entities: [...entities, ...messagingEntities] as never[],
    migrations: [...messagingMigrations, ...migrations],
    subscribers: areSpansRecorded() ? [WorksAfterCommit, SqlSpans] : [WorksAfterCommit],
    namingStrategy: new SnakeCase(),
    poolSize: DATABASE_POOL,
    connectTimeoutMS: 5_000,
    extra: { statement_timeout: statementMs, lock_timeout: lockMs, idle_in_transaction_session_timeout: idleMs, keepAlive: true },
  });

/** Opens the pool, waiting up to half a minute for a database that is still starting. */
export async function openDatabase(db: DataSource): Promise<DataSource> {
  for (const until = Date.now() + 30_000; ; await sleep(500)) {
    try {
      return await db.initialize();
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}
