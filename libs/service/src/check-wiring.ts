import type { Event, Rpc } from '@sportello/contracts/contract';
import { contractsOf } from '@sportello/contracts/registry';
import { type ServiceName, topology } from '@sportello/contracts/topology';

/**
 * A service that answers too little, too much or twice does not start.
 * @throws Error that names each contract without exactly one handler, and each event heard without a line in the topology
 */
export function checkWiring(service: ServiceName, handled: readonly Rpc[], heard: readonly Event[]): void {
  const faults = [
    ...contractsOf(service).flatMap(({ subject }) => {
      const count = handled.filter((contract) => contract.subject === subject).length;
      return count === 1 ? [] : [`${subject} has ${count} handlers`];
    }),
    ...handled
      .filter((contract) => !contractsOf(service).includes(contract))
      .map(({ subject }) => `${subject} is not a contract of ${service}`),
    ...topology[service].hears.flatMap((event) => {
      const count = heard.filter((it) => it === event).length;
      return count === 1 ? [] : [`${event.subject} is heard ${count} times`];
    }),
    ...heard
      .filter((event) => !topology[service].hears.includes(event))
      .map(({ subject }) => `${subject} is not in the topology of ${service}`),
  ];
  if (faults.length > 0) throw new Error(`The wiring of ${service} is wrong:\n  ${faults.join('\n  ')}`);
}
