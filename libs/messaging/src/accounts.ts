import { serviceOf } from '@sportello/contracts/contract';
import { contracts, contractsOf, events } from '@sportello/contracts/registry';
import { consumerOf, type ServiceName, services, topology } from '@sportello/contracts/topology';
import { peakLoadSubject } from './peak-load.js';
import { STREAM } from './relay.js';
import { presentSubject, restateSubject } from './restate.js';
import { signInsSubject } from './sign-ins.js';
import { cancelSubject, healthSubject } from './transport.js';

/** Besides the services there is one account for the command line: it loads the demonstration world and runs the tests. */
export type BusUser = ServiceName | 'tools';
export const busUsers: readonly BusUser[] = [...services, 'tools'];

interface Rights {
  publish: string[];
  subscribe: string[];
}

/** What a service may publish and receive on the bus, from the topology alone. */
export function rightsOf(service: ServiceName): Rights {
  const { asks, consumes, adds = [], watches, changesSignIns } = topology[service];
  const consumers = consumes.map((event) => consumerOf(service, event));
  const copied = consumes.filter(({ key }) => key !== undefined).map(serviceOf);
  const own = events.filter((event) => serviceOf(event) === service);
  const askedServices = [...new Set(asks.map(serviceOf))];
  return {
    publish: [
      ...asks.map(({ subject }) => subject),
      ...askedServices.flatMap((asked) => [cancelSubject(asked), healthSubject(asked)]),
      ...own.map(({ subject }) => subject),
      ...adds.map(({ subject }) => subject),
      ...[...new Set(copied)].flatMap((owner) => [restateSubject(owner), presentSubject(owner)]),
      ...(changesSignIns ? [signInsSubject] : []),
      peakLoadSubject,
      '$JS.API.INFO',
      `$JS.API.STREAM.INFO.${STREAM}`,
      `$JS.API.STREAM.CREATE.${STREAM}`,
      ...consumers.flatMap((name) => [
        `$JS.API.CONSUMER.CREATE.${STREAM}.${name}.>`,
        `$JS.API.CONSUMER.DURABLE.CREATE.${STREAM}.${name}`,
        `$JS.API.CONSUMER.INFO.${STREAM}.${name}`,
        `$JS.API.CONSUMER.MSG.NEXT.${STREAM}.${name}`,
        `$JS.ACK.${STREAM}.${name}.>`,
      ]),
    ],
    subscribe: [
      `_INBOX.${service}.>`,
      peakLoadSubject,
      cancelSubject(service),
      healthSubject(service),
      ...(own.some(({ key }) => key !== undefined) ? [restateSubject(service), presentSubject(service)] : []),
      ...contractsOf(service).map(({ subject }) => subject),
      ...(watches ? ['events.>', signInsSubject] : []),
    ],
  };
}

/** The command line may ask everything and look at every event; it answers nothing and tells no facts. */
const toolRights = (): Rights => ({
  publish: [...contracts.map(({ subject }) => subject), 'cancel.>', 'health.>', '$JS.API.>', '$JS.ACK.>'],
  subscribe: ['_INBOX.tools.>', 'events.>'],
});

/**
 * The configuration file of a NATS server whose users are the services, each with its own subjects.
 * @param passwords one for each user, as they are in the services' environment
 */
export function natsConfig({
  port,
  host = '127.0.0.1',
  storeDir,
  monitor,
  passwords,
}: {
  port: number;
  host?: string;
  storeDir: string;
  /** Where the server tells its health by HTTP (`host:port`); nowhere without one. */
  monitor?: string;
  passwords: Record<BusUser, string>;
}): string {
  const users = busUsers.map((user) => ({
    user,
    password: passwords[user],
    permissions: { ...(user === 'tools' ? toolRights() : rightsOf(user)), allow_responses: { max: 1, expires: '1m' } },
  }));
  return JSON.stringify(
    {
      host,
      port,
      ...(monitor && { http: monitor }),
      max_payload: 2 * 1_048_576,
      jetstream: { store_dir: storeDir },
      authorization: { users, timeout: 5 },
    },
    null,
    2,
  );
}
