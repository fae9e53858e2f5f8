/**
 * Asks one operation of the API on the installation's own account, for what no person may do: the first body and its administrator.
 * The operation is named by its id (`identity.put-person`), its input is JSON on standard input, the answer goes to standard output.
 */
import { text } from 'node:stream/consumers';
import type { Rpc } from '@sportello/contracts/contract';
import { operationOf } from '@sportello/contracts/contract';
import { contracts } from '@sportello/contracts/registry';
import { service as installation } from '@sportello/messaging/actor';
import { Bus, connectBus } from '@sportello/messaging/bus';
import { z } from 'zod';
import { readEnvironment } from './environment.ts';

const { NATS_URL, TOOLS_NATS_PASSWORD } = readEnvironment({ NATS_URL: z.string().min(1), TOOLS_NATS_PASSWORD: z.string().min(16) });
const [asked = ''] = process.argv.slice(2);
const contract: Rpc | undefined = contracts.find((one) => operationOf(one) === asked);
if (!contract) {
  process.stderr.write(`No operation is called "${asked}". They are in docs/rights.md; who is named "service" there may be asked.\n`);
  process.exit(2);
}
const nats = await connectBus({ url: NATS_URL, user: 'tools', password: TOOLS_NATS_PASSWORD });
const { body, problem } = await new Bus(nats).ask(contract, await text(process.stdin), installation);
await nats.close();
process.stdout.write(`${Buffer.from(body).toString()}\n`);
process.exit(problem === undefined ? 0 : 1);
