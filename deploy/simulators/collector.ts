import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { z } from 'zod';

/** The parts of OTLP's JSON that are looked at. Source: opentelemetry-proto, trace.proto and its JSON mapping. */
const Traces = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({
        attributes: z.array(z.object({ key: z.string(), value: z.looseObject({ stringValue: z.string().optional() }) })),
      }),
      scopeSpans: z.array(
        z.object({
          spans: z.array(
            z.object({
              traceId: z.string(),
              spanId: z.string(),
              parentSpanId: z.string().optional(),
              name: z.string(),
              kind: z.number(),
              status: z.object({ code: z.number().default(0) }),
            }),
          ),
        }),
      ),
    }),
  ),
});

export interface CollectedSpan {
  service: string;
  traceId: string;
  spanId: string;
  parentSpanId?: string | undefined;
  name: string;
  /** 1 internal, 2 server, 3 client, 4 producer, 5 consumer. */
  kind: number;
  hasFailed: boolean;
}

export interface Collector {
  /** For OTEL_EXPORTER_OTLP_ENDPOINT. */
  url: string;
  spans(): CollectedSpan[];
  /** All that was sent, as it came. */
  said(): string;
  /** `hold` takes what comes and answers nobody until it behaves again; `refuse` is out of order. */
  behave(mode: 'ok' | 'hold' | 'refuse'): void;
  stop(): Promise<void>;
}

/** Takes traces by OTLP over HTTP, as JSON, and keeps them in memory. */
export async function startCollector(): Promise<Collector> {
  const bodies: string[] = [];
  const held: ServerResponse[] = [];
  let mode: 'ok' | 'hold' | 'refuse' = 'ok';
  const server = createServer(async (request, response) => {
    if (request.method !== 'POST' || request.url !== '/v1/traces') return response.writeHead(404).end();
    const body = await text(request);
    if (mode === 'refuse') return response.writeHead(400).end();
    bodies.push(body);
    if (mode === 'hold') held.push(response);
    else response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans: () => bodies.flatMap((body) => spansIn(JSON.parse(body))),
    said: () => bodies.join('\n'),
    behave: (next) => {
      mode = next;
      for (const response of held.splice(0)) response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    },
    stop: async () => {
      const closed = once(server.close(), 'close');
      server.closeAllConnections();
      await closed;
    },
  };
}

const spansIn = (body: unknown): CollectedSpan[] =>
  Traces.parse(body).resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = resource.attributes.find(({ key }) => key === 'service.name')?.value.stringValue ?? '';
    return scopeSpans.flatMap(({ spans }) => spans.map(({ status, ...span }) => ({ service, ...span, hasFailed: status.code === 2 })));
  });
