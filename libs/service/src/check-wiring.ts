import { type Rpc, serviceOf } from '@sportello/contracts/contract';
import { contractsOf, events } from '@sportello/contracts/registry';
import { type ServiceName, topology } from '@sportello/contracts/topology';
import type { EventHandler } from '@sportello/messaging/consumers';
import type { States } from '@sportello/messaging/states';

/**
 * A service that answers too little, too much or twice does not start.
 * @throws Error that names each contract without exactly one handler, and each event handled without a line in the topology
 */
export function checkWiring(
  service: ServiceName,
  {
    handled,
    eventHandlers,
    states,
  }: { handled: readonly Rpc[]; eventHandlers: readonly Pick<EventHandler, 'event' | 'from'>[]; states: readonly States[] },
): void {
  const tellRows = [...events.filter((event) => serviceOf(event) === service), ...topology[service].consumes].filter(({ key }) => key);
  const faults = [
    ...contractsOf(service).flatMap(({ subject }) => {
      const count = handled.filter((contract) => contract.subject === subject).length;
      return count === 1 ? [] : [`${subject} has ${count} handlers`];
    }),
    ...handled
      .filter((contract) => !contractsOf(service).includes(contract))
      .map(({ subject }) => `${subject} is not a contract of ${service}`),
    ...topology[service].consumes.flatMap((event) => {
      const count = eventHandlers.filter((it) => it.event === event).length;
      return count === 1 ? [] : [`${event.subject} is handled ${count} times`];
    }),
    ...eventHandlers
      .filter(({ event }) => !topology[service].consumes.includes(event))
      .map(({ event: { subject } }) => `${subject} is not in the topology of ${service}`),
    ...eventHandlers
      .filter(({ event, from }) => event.key && from !== 'beginning')
      .map(({ event: { subject } }) => `${subject} tells rows, and is not handled from the beginning`),
    ...tellRows
      .filter((event) => states.filter((it) => it.event === event).length !== 1)
      .map(({ subject }) => `${subject} tells rows, and there are not exactly one \`states\` for it`),
    ...states.filter(({ event }) => !tellRows.includes(event)).map(({ event: { subject } }) => `${subject} tells no rows of ${service}`),
  ];
  if (faults.length > 0) throw new Error(`The wiring of ${service} is wrong:\n  ${faults.join('\n  ')}`);
}
