/** Loads the demonstration world through the contracts; loaded again it changes nothing. It refuses where there is no laboratory. */
import { z } from 'zod';
import { fillWorld } from '../world/load.ts';
import { fillHelpDesk } from '../world/load-tickets.ts';
import { readEnvironment } from './environment.ts';

const { NATS_URL, GATEWAY_URL, TOOLS_NATS_PASSWORD } = readEnvironment({
  NATS_URL: z.string().min(1),
  GATEWAY_URL: z.url(),
  TOOLS_NATS_PASSWORD: z.string().min(16),
});

const door = { natsUrl: NATS_URL, baseUrl: GATEWAY_URL, password: TOOLS_NATS_PASSWORD };
const inhabitants = await fillWorld(door);
await fillHelpDesk(door);
const lines = inhabitants.map(({ username, password, name, role }) => `${username.padEnd(26)}${password.padEnd(18)}${name}, ${role}`);
process.stdout.write(`The demonstration world is there. Who can sign in:\n${lines.join('\n')}\n`);
