import { join } from 'node:path';
import { startNats } from './backing/nats.ts';
import { startPostgres } from './backing/postgres.ts';
import { startRedis } from './backing/redis.ts';
import { type BackingService, GivenServer } from './backing/service.ts';
import type { Ledger } from './ledger.ts';
import { localFolder } from './paths.ts';
import { choosePorts } from './ports.ts';
import type { Secrets } from './secrets.ts';

export interface Backing {
  /** Its address is the superuser's, on the database `postgres`. */
  postgres: BackingService;
  nats: BackingService;
  redis: BackingService;
  stop(): Promise<void>;
}

export interface StartBacking {
  dataDir: string;
  durable: boolean;
  ledger: Ledger;
  secrets: Secrets;
  /** NATS waits for it: who may say what is read from a built library. */
  whenBuilt?: Promise<void>;
}

/** Starts PostgreSQL, NATS and Redis side by side; one that the environment gives is used instead. */
export async function startBacking({ dataDir, durable, ledger, secrets, whenBuilt }: StartBacking): Promise<Backing> {
  const ports = await choosePorts(['postgres', 'nats', 'redis'], durable ? dataDir : undefined);
  const options = { dataDir, binFolder: join(localFolder, 'bin'), durable, ledger };
  const starts = [
    given('SPORTELLO_POSTGRES_URL') ?? startPostgres({ ...options, port: ports.postgres }, secrets.postgresPassword),
    given('SPORTELLO_NATS_URL') ??
      (whenBuilt ?? Promise.resolve()).then(() => startNats({ ...options, port: ports.nats }, secrets.natsPasswords)),
    given('SPORTELLO_REDIS_URL') ?? startRedis({ ...options, port: ports.redis }, secrets.redisPassword),
  ] as const;
  const outcomes = await Promise.allSettled(starts);
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failure) {
    await Promise.all(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.stop() : undefined)));
    throw failure.reason;
  }
  const [postgres, nats, redis] = await Promise.all(starts);
  return {
    postgres,
    nats,
    redis,
    stop: async () => {
      await Promise.all([postgres.stop(), nats.stop(), redis.stop()]);
    },
  };
}

function given(variable: string): GivenServer | undefined {
  const url = process.env[variable];
  return url ? new GivenServer(variable, url) : undefined;
}
