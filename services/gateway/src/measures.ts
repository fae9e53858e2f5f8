import type { Metrics } from '@sportello/service/metrics';
import type { FastifyInstance } from 'fastify';
import type { InFlight } from './in-flight.js';

/** What the gateway tells in figures: each answer by its method and route, and what it is working on. */
export function measureRequests(server: FastifyInstance, inFlight: InFlight, metrics: Metrics): void {
  server.addHook('onResponse', ({ method, routeOptions }, reply, done) => {
    metrics.answered(`${method} ${routeOptions.url ?? 'none'}`, reply.statusCode, reply.elapsedTime / 1_000);
    done();
  });
  metrics.gauge('requests_in_flight', 'Requests that are being worked on', [], async () => [[{}, inFlight.count]]);
}
