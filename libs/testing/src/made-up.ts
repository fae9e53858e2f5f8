import type { Event, Rpc } from '@sportello/contracts/contract';
import { accessNoted } from '@sportello/contracts/identity/accesses';
import { announced } from '@sportello/contracts/notifications/announcements';
import * as registry from '@sportello/contracts/registry';
import { services, topology } from '@sportello/contracts/topology';
import { busUsers } from '@sportello/messaging/accounts';
import { type NatsServer, startNats } from './servers.js';

/**
 * Makes a service that only a test has known to the registry, the topology and the accounts of a bus, as if its contracts stood among the
 * others: what is a mechanism must work for a service that nobody has thought of. Files of one worker share their modules, so whoever calls
 * it forgets the service again.
 */
export async function makeUp(
  name: string,
  { contracts, events }: { contracts: readonly Rpc[]; events: readonly Event[] },
): Promise<{ nats: NatsServer; forget(): Promise<void> }> {
  const known: [unknown[], readonly unknown[]][] = [
    [registry.contracts, contracts],
    [registry.events, events],
    [topology.gateway.asks as Rpc[], contracts],
    [services as unknown as unknown[], [name]],
    [busUsers as unknown as unknown[], [name]],
  ];
  const places: Record<string, object> = topology;
  for (const [all, more] of known) all.push(...more);
  places[name] = { asks: [], consumes: [], adds: [announced, accessNoted] };
  const nats = await startNats({ isNew: true });
  const forget = async () => {
    await nats.stop();
    for (const [all, more] of known) all.splice(0, all.length, ...all.filter((it) => !more.includes(it)));
    delete places[name];
  };
  return { nats, forget };
}
