import { setTimeout as sleep } from 'node:timers/promises';
import { WakesRelay } from '@sportello/messaging/events';
import { messagingEntities, messagingMigrations } from '@sportello/messaging/schema';
import { DataSource, DefaultNamingStrategy, type EntityTarget, type MigrationInterface, type NamingStrategyInterface } from 'typeorm';
import type { DatabaseConfig } from './config.js';

/** `organizationId` is the column `organization_id`. */
class SnakeCase extends DefaultNamingStrategy implements NamingStrategyInterface {
  override columnName(property: string, custom: string | undefined): string {
    return custom ?? property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}

export type Entities = EntityTarget<object>[];
export type Migrations = (new () => MigrationInterface)[];

/** What a person waits for at most: a statement that takes longer is ended by the server. Milliseconds. */
const STATEMENT_MS = 10_000;

export const dataSource = (service: string, { DATABASE_URL, DATABASE_POOL }: DatabaseConfig, entities: Entities, migrations: Migrations) =>
  new DataSource({
    type: 'postgres',
    url: DATABASE_URL,
    applicationName: service,
    entities: [...entities, ...messagingEntities] as never[],
    migrations: [...messagingMigrations, ...migrations],
    subscribers: [WakesRelay],
    namingStrategy: new SnakeCase(),
    poolSize: DATABASE_POOL,
    connectTimeoutMS: 5_000,
    extra: { statement_timeout: STATEMENT_MS, idle_in_transaction_session_timeout: 30_000, keepAlive: true },
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
