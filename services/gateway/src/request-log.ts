import { currentTraceparent, traceIdOf } from '@sportello/messaging/context';
import type { Log } from '@sportello/service/logger';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Addresses of files that never change are asked for by the hundred, and nobody looks for one of them. */
const quiet = /^\/(assets|static)\//;
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * One line for each answer: route, ids, status, milliseconds, trace. The address itself stays out, since its query may say what somebody
 * looked for, and so does whatever a path holds that is no id.
 */
export function logRequests(server: FastifyInstance, log: Log): void {
  const traces = new WeakMap<FastifyRequest, string>();
  server.addHook('onRequest', (request, _reply, done) => {
    traces.set(request, traceIdOf(currentTraceparent()));
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions, params } = request;
    const { statusCode: status } = reply;
    const line = {
      msg: 'answered',
      method,
      route: routeOptions.url ?? 'none',
      ...idsOf(params),
      status,
      ms: Math.round(reply.elapsedTime),
      trace: traces.get(request),
    };
    if (status >= 500) log.warn(line);
    else if (quiet.test(request.url)) log.debug(line);
    else log.log(line);
    done();
  });
}

function idsOf(params: unknown): { ids?: Record<string, string> } {
  const ids = Object.entries((params ?? {}) as Record<string, string>).filter(([, value]) => uuid.test(value));
  return ids.length > 0 ? { ids: Object.fromEntries(ids) } : {};
}
