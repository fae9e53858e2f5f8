import { readdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { query } from '../../../deploy/backing/postgres.ts';
import { databaseNameOf } from '../../../deploy/environment.ts';
import { databaseServices, services } from '../../../deploy/services.ts';
import { type Stack, startStack } from '../../../deploy/stack.ts';
import { loadWorld } from '../../../deploy/world/load.ts';

let ofWorker: Promise<Stack> | undefined;

/**
 * The stack of this worker of Jest, with the demonstration world as it was loaded and nothing else in it: the servers are those of the files
 * before, the services start anew. `stop` ends the services. Where Jest runs a file in its own process, the stack ends with the file.
 */
export async function openStack(): Promise<Stack> {
  if (!process.connected) return startLoaded();
  ofWorker ??= startKept();
  try {
    const stack = await ofWorker;
    await renew(stack);
    return { ...stack, stop: () => stopServices(stack) };
  } catch (error) {
    const broken = ofWorker;
    ofWorker = undefined;
    await broken.then((stack) => stack.stop()).catch(() => undefined);
    throw error;
  }
}

/** A stack of one's own, for those who break it. */
export async function startLoaded(): Promise<Stack> {
  const stack = await startStack({ durable: false, build: false });
  try {
    await loadWorld(stack);
    return stack;
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

async function startKept(): Promise<Stack> {
  const stack = await startLoaded();
  await stopServices(stack);
  for (const name of databaseServices.map(databaseNameOf))
    await query(stack.backing.postgres.url, `create database ${loaded(name)} template ${name}`);
  return stack;
}

const loaded = (name: string) => `${name}_loaded`;

async function stopServices(stack: Stack): Promise<void> {
  await stack.service('gateway').stop();
  await Promise.all(services.map((name) => stack.service(name).stop()));
}

async function renew(stack: Stack): Promise<void> {
  const { backing, dataDir, mail } = stack;
  // The stream is filled again from the outboxes.
  await Promise.all([
    backing.nats.wipe(),
    backing.redis.wipe(),
    ...databaseServices.map((name) => restore(backing.postgres.url, databaseNameOf(name))),
  ]);
  mail.clear();
  mail.behave('ok');
  for (const file of readdirSync(join(dataDir, 'files'))) rmSync(join(dataDir, 'files', file), { recursive: true });
  for (const log of readdirSync(join(dataDir, 'logs'))) truncateSync(join(dataDir, 'logs', log));
  await Promise.all(services.map((name) => stack.service(name).start()));
}

/** The database of a service as it was when the world was loaded. Its role is its owner, and nobody else reaches it. */
async function restore(server: string, name: string): Promise<void> {
  await query(server, `drop database ${name} with (force)`);
  await query(server, `create database ${name} template ${loaded(name)} owner ${name}`);
  await query(server, `revoke all on database ${name} from public`);
}
