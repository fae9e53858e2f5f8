import type { Event, Rpc } from '@sportello/contracts/contract';
import * as registry from '@sportello/contracts/registry';
import { type Place, type ServiceName, services, topology } from '@sportello/contracts/topology';
import { busUsers } from '@sportello/messaging/accounts';

/**
 * Makes a service that only a test has known to the registry, the topology and the accounts of the bus, as if its contracts stood among the
 * others: what is a mechanism must work for a service that nobody has thought of. To be called before the bus is started.
 */
export function makeUp(name: string, { contracts, events }: { contracts: readonly Rpc[]; events: readonly Event[] }): ServiceName {
  const made = name as ServiceName;
  registry.contracts.push(...contracts);
  registry.events.push(...events);
  for (const names of [services, busUsers]) (names as ServiceName[]).push(made);
  (topology as Record<string, Place>)[name] = { asks: [], hears: [] };
  return made;
}
