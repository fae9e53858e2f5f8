/** Writes the settings of the bus, where each service has an account with its own subjects, into the volume that the bus reads. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { busUsers, natsConfig } from '@sportello/messaging/accounts';
import { z } from 'zod';
import { passwordsOf, readEnvironment } from './environment.ts';

const { NATS_FOLDER, NATS_STORE } = readEnvironment({
  /** Where the volume is here. */
  NATS_FOLDER: z.string().default('/var/lib/sportello/nats'),
  /** Where the server will see its store. */
  NATS_STORE: z.string().default('/data/jetstream'),
});

// The health check asks from inside the server's container: nobody else can.
const monitor = '127.0.0.1:8222';
const settings = natsConfig({
  port: 4222,
  host: '0.0.0.0',
  storeDir: NATS_STORE,
  monitor,
  passwords: passwordsOf(busUsers, 'NATS_PASSWORD'),
});
mkdirSync(NATS_FOLDER, { recursive: true });
// A server that reads in this moment finds the old file or the new one, never half of it.
writeFileSync(`${NATS_FOLDER}/nats.conf.new`, settings, { mode: 0o600 });
renameSync(`${NATS_FOLDER}/nats.conf.new`, `${NATS_FOLDER}/nats.conf`);
