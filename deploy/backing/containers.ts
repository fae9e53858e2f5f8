import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { GenericContainer, type StartedTestContainer } from 'testcontainers';
import { root } from '../paths.ts';
import type { Secrets } from '../secrets.ts';
import type { TestServers } from '../test-servers.ts';
import { query } from './postgres.ts';

/** How long an image may take to come and to start, in milliseconds. */
const PATIENCE_MS = 300_000;

/**
 * PostgreSQL, NATS and Redis in containers, of the images that docker-compose.yml names.
 * @throws Error when the engine does not answer, or an image can neither be found nor fetched
 */
export async function startContainers(
  secrets: Pick<Secrets, 'postgresPassword' | 'redisPassword' | 'natsPasswords'>,
): Promise<TestServers> {
  // Imported only now, because it is there only once the libraries are built.
  const { natsConfig } = await import('@sportello/messaging/accounts');
  const { postgresPassword, redisPassword, natsPasswords } = secrets;
  const bus = natsConfig({ host: '0.0.0.0', port: 4222, storeDir: '/tmp/nats', passwords: natsPasswords });
  const starts = [
    containerOf('postgres', 5432)
      .withEnvironment({ POSTGRES_PASSWORD: postgresPassword })
      .withCommand(['postgres', '-c', 'max_connections=200', '-c', 'fsync=off', '-c', 'full_page_writes=off']),
    containerOf('nats', 4222)
      .withCopyContentToContainer([{ content: bus, target: '/tmp/nats.conf' }])
      .withCommand(['--config', '/tmp/nats.conf']),
    containerOf('redis', 6379).withCommand(['valkey-server', '--requirepass', redisPassword, '--maxmemory-policy', 'noeviction']),
  ].map((container) => container.start());
  const outcomes = await Promise.allSettled(starts);
  const stop = async () => {
    await Promise.all(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.stop() : undefined)));
  };
  try {
    const [postgres, nats, redis] = (await Promise.all(starts)) as [StartedTestContainer, StartedTestContainer, StartedTestContainer];
    const url = `postgres://postgres:${postgresPassword}@${addressOf(postgres)}/postgres`;
    await whenAnswering(url);
    return {
      postgres: { url },
      nats: { url: `nats://${addressOf(nats)}` },
      redis: { url: `redis://:${redisPassword}@${addressOf(redis)}` },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function containerOf(service: string, port: number): GenericContainer {
  const compose = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
  const image = new RegExp(`^  ${service}:\\n(?:    .*\\n)*?    image: (\\S+)`, 'm').exec(compose)?.[1];
  if (!image) throw new Error(`docker-compose.yml names no image for ${service}`);
  return new GenericContainer(image).withExposedPorts(port).withStartupTimeout(PATIENCE_MS);
}

const addressOf = (container: StartedTestContainer) => `${container.getHost()}:${container.getFirstMappedPort()}`;

/** While the image prepares a new cluster, its port may be open and its server not ready. */
async function whenAnswering(url: string): Promise<void> {
  for (const until = Date.now() + PATIENCE_MS; ; await pause(100)) {
    try {
      await query(url, 'select 1');
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}
