import { operationOf } from './contract.js';
import { schemaComponents, wireSchema } from './openapi.js';
import { events } from './registry.js';

type Json = Record<string, unknown>;

/** The AsyncAPI 3.0 document of the facts that services publish: CloudEvents 1.0 on JetStream's stream EVENTS. */
export function asyncapi(version: string): Json {
  const named = events.map((event) => ({ event, name: operationOf(event) }));
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Sportello',
      version,
      description: 'Facts in the past tense, at least once, with the version by which the newer is known',
      license: { name: 'EUPL-1.2' },
    },
    defaultContentType: 'application/cloudevents+json',
    servers: {
      installation: {
        host: 'nats:4222',
        protocol: 'nats',
        description: 'NATS with JetStream, reached by the services of the installation alone; `NATS_URL` says where it is',
        security: [{ $ref: '#/components/securitySchemes/account' }],
      },
    },
    channels: Object.fromEntries(
      named.map(({ event, name }) => [
        name,
        {
          address: event.subject,
          servers: [{ $ref: '#/servers/installation' }],
          messages: { [name]: { $ref: `#/components/messages/${name}` } },
        },
      ]),
    ),
    operations: Object.fromEntries(
      named.map(({ event, name }) => [
        `publish.${name}`,
        {
          action: 'send',
          summary: event.summary,
          channel: { $ref: `#/channels/${name}` },
          messages: [{ $ref: `#/channels/${name}/messages/${name}` }],
        },
      ]),
    ),
    components: {
      securitySchemes: {
        account: { type: 'userPassword', description: 'One account a service, which publishes and receives its own subjects alone' },
      },
      schemas: schemaComponents(),
      messages: Object.fromEntries(
        named.map(({ event, name }) => [
          name,
          {
            name,
            summary: event.summary,
            contentType: 'application/cloudevents+json',
            payload: envelope(event.subject, wireSchema(event.payload)),
          },
        ]),
      ),
    },
  };
}

const envelope = (subject: string, data: Json): Json => ({
  type: 'object',
  required: ['specversion', 'id', 'source', 'type', 'time', 'data'],
  properties: {
    specversion: { const: '1.0' },
    id: { type: 'string', format: 'uuid' },
    source: { type: 'string', format: 'uri-reference' },
    type: { const: subject.replace(/^events\./, 'it.sportello.') },
    time: { type: 'string', format: 'date-time' },
    datacontenttype: { const: 'application/json' },
    traceparent: { type: 'string' },
    data,
  },
});
