/** Loads the demonstration world through the contracts; loaded again it changes nothing. It refuses where NODE_ENV is "production". */
import { z } from 'zod';
import { fillWorld } from '../world/load.ts';
import { readEnvironment } from './environment.ts';

const { NATS_URL, TOOLS_NATS_PASSWORD } = readEnvironment({ NATS_URL: z.string().min(1), TOOLS_NATS_PASSWORD: z.string().min(16) });

const inhabitants = await fillWorld({ natsUrl: NATS_URL, password: TOOLS_NATS_PASSWORD });
const lines = inhabitants.map(({ username, password, name, role }) => `${username.padEnd(26)}${password.padEnd(18)}${name}, ${role}`);
process.stdout.write(`The demonstration world is there. Who can sign in:\n${lines.join('\n')}\n`);
