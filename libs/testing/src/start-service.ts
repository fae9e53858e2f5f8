import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Event } from '@sportello/contracts/contract';
import { messagingMigrations } from '@sportello/messaging/schema';
import { migrate } from '@sportello/service/commands';
import type { ServiceDefinition } from '@sportello/service/definition';
import { type RunningService, run } from '@sportello/service/start';
import { copyDatabase, given, type NatsServer, startNats, type TestDatabase } from './servers.js';

export interface ServiceUnderTest extends RunningService {
  nats: NatsServer;
  /** What it was told. */
  environment: Record<string, string>;
  /** Starts another replica, with other settings. Whoever starts it stops it. */
  replica(environment: Record<string, string>): Promise<RunningService>;
  /** The payloads of an event as they stand in the outbox, oldest first. */
  published(event: Event): Promise<Record<string, unknown>[]>;
}

/**
 * Starts a service as it runs in production: its own migrated database, a bus with its accounts, Redis and a folder for files.
 * @param nats the bus of another service that it shall talk to; else one of its own
 */
export async function startService(
  definition: ServiceDefinition,
  environment: Record<string, string> = {},
  nats?: NatsServer,
): Promise<ServiceUnderTest> {
  const database = await migratedDatabase(definition);
  const bus = nats ?? (await startNats());
  const files = mkdtempSync(join(tmpdir(), 'sportello-files-'));
  const settings = {
    DATABASE_URL: database.url,
    NATS_URL: bus.url,
    NATS_USER: definition.name,
    NATS_PASSWORD: bus.passwords[definition.name],
    REDIS_URL: given('TEST_REDIS_URL'),
    QUEUE_PREFIX: `test-${randomBytes(6).toString('hex')}`,
    NODE_ENV: 'test',
    LABORATORY: 'true',
    PUBLIC_URL: 'http://localhost:3000',
    STORAGE_URL: `file://${files}`,
    FILES_SECRET: 'a secret of the tests of at least 32 characters',
    LOG_LEVEL: 'silent',
    ...environment,
  };
  const service = await run(definition, settings, { tries: 2 });
  return {
    ...service,
    nats: bus,
    environment: settings,
    replica: (changes) => run(definition, { ...settings, ...changes }, { tries: 2 }),
    published: async ({ subject }) => {
      const rows: { payload: Record<string, unknown> }[] = await service.db.query(
        'select payload from outbox where subject = $1 order by position',
        [subject],
      );
      return rows.map(({ payload }) => payload);
    },
    stop: async () => {
      await service.stop();
      if (!nats) await bus.stop();
      await database.drop();
      rmSync(files, { recursive: true, force: true });
    },
  };
}

/** Migrating takes longer than most tests, and ends the same each time: what the migrations say stands for it. */
function migratedDatabase(definition: ServiceDefinition): Promise<TestDatabase> {
  const migrations = [...messagingMigrations, ...definition.migrations].map(String).join();
  const version = createHash('sha256').update(migrations).digest('hex').slice(0, 16);
  return copyDatabase(`t_${definition.name}_${version}`, (url) => migrate(definition, { DATABASE_URL: url }));
}
