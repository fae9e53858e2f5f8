import 'reflect-metadata';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import httpProxy from '@fastify/http-proxy';
import rateLimit from '@fastify/rate-limit';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { unavailable } from '@sportello/contracts/problems';
import { Bus, connectBus } from '@sportello/messaging/bus';
import { currentTraceparent, within } from '@sportello/messaging/context';
import { Problem } from '@sportello/messaging/problem';
import { beginSpan, outcomeOf } from '@sportello/messaging/spans';
import { CONFIG, readConfig } from '@sportello/service/config';
import { EventLoop } from '@sportello/service/event-loop';
import { Health } from '@sportello/service/health';
import { Log } from '@sportello/service/logger';
import { Metrics } from '@sportello/service/metrics';
import { connectRedis } from '@sportello/service/redis';
import { endInOrder, leaveBus } from '@sportello/service/shutdown';
import { startTracing } from '@sportello/service/tracing';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Redis } from 'ioredis';
import { tidyForwarded } from './address.js';
import { controllers, providers } from './app.module.js';
import { BODY_LIMIT, isClosing, readBodies, readOpenBodies, type Waiting } from './bodies.js';
import { Config } from './config.js';
import { FileIntake } from './files/intake.js';
import { documentOf, ProblemFilter, refuseUnread, sendProblem } from './http-problem.js';
import { InFlight } from './in-flight.js';
import { measureRequests } from './measures.js';
import { Methods } from './methods.js';
import { serveCatalogue } from './pages/catalogue.js';
import { serveCrawlers } from './pages/crawlers.js';
import { openRenderer } from './pages/open-renderer.js';
import { servePages } from './pages/pages.js';
import { serveProblems } from './pages/problems.js';
import { RenderedPages } from './pages/rendered-pages.js';
import { securityHeaders } from './pages/security-headers.js';
import { logRequests } from './request-log.js';
import { openRoutes, senderOf } from './routes.js';
import { Callers } from './sessions/callers.js';
import { Homes } from './sessions/homes.js';
import { Issuer } from './sessions/issuer.js';
import { serveThemes } from './themes/serve-themes.js';
import { Themes } from './themes/themes.js';

/** How long a shutdown waits for the answers it owes, in milliseconds: longer than anybody waits for a service. */
const GRACE_MS = 10_000;

/** A connection on which nothing moves for so long is closed, in milliseconds: whoever asked does not read the answer. */
const STILL_MS = 60_000;
/** No request takes longer to come in than this, in milliseconds: the largest file at a tenth of the speed of a slow line. */
const LONGEST_REQUEST_MS = 3_600_000;

export interface RunningGateway {
  /** Where it listens: the port is chosen by the system when the configuration says 0. */
  port: number;
  healthPort: number;
  stop(): Promise<void>;
}

const unscanned = 'CLAMD_URL is not set: files that people send are not scanned for malware';

/** Starts the only public door. */
export async function startGateway(environment: NodeJS.ProcessEnv): Promise<RunningGateway> {
  const config = readConfig(Config, environment);
  const arrivalMs = config.ARRIVAL_SECONDS * 1_000;
  const log = new Log('gateway', config.LOG_LEVEL);
  const stopTracing = await startTracing('gateway', config.OTEL_EXPORTER_OTLP_ENDPOINT, log);
  const nats = await connectBus({ url: config.NATS_URL, user: config.NATS_USER, password: config.NATS_PASSWORD });
  const redis = await connectRedis(config.REDIS_URL, log);
  const eventLoop = new EventLoop(log);
  const metrics = new Metrics('gateway');
  const health = new Health(eventLoop, metrics);
  const inFlight = new InFlight(config.MAX_IN_FLIGHT);
  const given = [
    { provide: CONFIG, useValue: config },
    { provide: Bus, useValue: new Bus(nats) },
    { provide: Redis, useValue: redis },
    { provide: InFlight, useValue: inFlight },
    { provide: Health, useValue: health },
  ];
  class Gateway {}
  const root: DynamicModule = { module: Gateway, controllers, providers: [...given, ...providers] };
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    connectionTimeout: STILL_MS,
    requestTimeout: LONGEST_REQUEST_MS,
    http: { headersTimeout: arrivalMs, connectionsCheckingInterval: Math.min(arrivalMs, 2_000) },
    trustProxy: config.TRUSTED_PROXIES || false,
    routerOptions: { maxParamLength: 4_200 },
    // Whoever is still connected is served as before, and told to come by another connection.
    return503OnClosing: false,
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => sendProblem(reply, documentOf(error, request)),
    clientErrorHandler: refuseUnread,
  });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, { logger: log, abortOnError: false, bodyParser: false });
  const methods = new Methods();
  app.useGlobalFilters(new ProblemFilter(methods));
  const server = adapter.getInstance() as unknown as FastifyInstance;
  const callers = app.get(Callers);
  server.decorate('lookKnownAt', (request: FastifyRequest) => app.get(Themes).knownAt(app.get(Homes).of(request)));
  methods.watch(server);
  await prepare(server, config, callers, inFlight, log);
  measureRequests(server, inFlight, metrics);
  openRoutes(server, app.get(Bus), callers);
  await app.init();
  const renderer = openRenderer(config, app.get(Bus));
  const homes = app.get(Homes);
  const themes = app.get(Themes);
  const rendered = new RenderedPages(renderer, themes, config, log);
  rendered.listen(app.get(Bus));
  const pages = await servePages(server, { bus: app.get(Bus), config, homes, methods, rendered, themes });
  serveThemes(server, themes);
  await serveCatalogue(server, config);
  serveProblems(server, pages);
  serveCrawlers(server, { bus: app.get(Bus), config, homes, pages });
  methods.openOptions(server);
  await app.listen(config.PORT, config.HOST);

  health.needs('bus', () => nats.flush());
  health.needs('redis', () => redis.ping());
  health.prefers('issuer', () => app.get(Issuer).find());
  const { storage, scanner } = app.get(FileIntake).checks;
  health.needs('storage', storage);
  // It takes minutes to start, and only uploads wait for it: they say why they are refused.
  if (scanner) health.prefers('scanner', scanner);
  if (!config.CLAMD_URL && config.NODE_ENV === 'production') {
    health.warn(unscanned);
    log.warn(unscanned);
  }
  const healthPort = await health.listen(config.HEALTH_PORT, config.HEALTH_HOST);
  const address = server.server.address();
  const port = address && typeof address === 'object' ? address.port : config.PORT;
  log.log({ msg: 'ready', port, healthPort });
  eventLoop.watch();
  const stop = async () => {
    health.stopping();
    eventLoop.stop();
    // What was accepted is answered; the pages' live streams end, and join another replica.
    const answered = setInterval(() => server.server.closeIdleConnections(), 50);
    const impatient = setTimeout(() => server.server.closeAllConnections(), GRACE_MS);
    await endInOrder(log, [
      ['requests', () => app.close(), GRACE_MS + 2_000],
      ['renderer', () => renderer.close(), 2_000],
      ['bus', () => leaveBus(nats), 2_000],
      ['traces', stopTracing, 2_000],
    ]);
    clearInterval(answered);
    clearTimeout(impatient);
    redis.disconnect();
    await health.close();
  };
  return { port, healthPort, stop };
}

/** What every request passes: trace, bounds, guards against too many, headers, and one way to say no. */
async function prepare(server: FastifyInstance, config: Config, callers: Callers, inFlight: InFlight, log: Log): Promise<void> {
  server.addHook('onRequest', (request, reply, done) => {
    if (isClosing(request.raw.socket)) {
      reply.hijack();
      return;
    }
    tidyForwarded(request.raw);
    // The address itself may hold what somebody searches for, or a signature: only its pattern is told.
    const { traceparent, end } = beginSpan({
      kind: 'server',
      name: `${request.method} ${request.routeOptions.url ?? 'none'}`,
      cause: request.headers['traceparent'] as string | undefined,
    });
    reply.raw.once('close', () => {
      inFlight.leave(request);
      end(outcomeOf(reply.statusCode));
    });
    within({ traceparent }, () => {
      try {
        inFlight.enter(request);
      } catch (error) {
        return done(error as Problem);
      }
      done();
    });
  });
  logRequests(server, log);
  server.addHook('onSend', (request, reply, payload, done) => {
    inFlight.leave(request);
    if (request.routeOptions.config.isPublic) void reply.header('access-control-allow-origin', '*');
    for (const [name, value] of Object.entries(securityHeaders)) if (!reply.hasHeader(name)) void reply.header(name, value);
    done(null, payload);
  });
  const arrivalMs = config.ARRIVAL_SECONDS * 1_000;
  readBodies(server, { inFlight, arrivalMs, welcome: (request) => senderOf(request, callers) });
  await server.register(cookie);
  await server.register(compress, {
    threshold: 1_024,
    encodings: ['br', 'gzip'],
    customTypes: /^(application\/(problem\+)?json|application\/xml|text\/(html|javascript|calendar))\b/,
    // What is made anew for each reader is not worth the last tenth.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  await server.register(rateLimit, {
    max: config.RATE_LIMIT,
    timeWindow: '1 minute',
    cache: 20_000,
    keyGenerator: (request: FastifyRequest) => callers.countedAs(request),
    allowList: (request: FastifyRequest) => /^\/(assets|static)\//.test(request.url),
  });
  if (config.IDENTITY_URL) await openRealm(server, config, config.IDENTITY_URL, { inFlight, arrivalMs });
}

/** The embedded provider's pages and tokens, under the issuer's path: one origin for the browser. */
async function openRealm(server: FastifyInstance, { OIDC_ISSUER, PUBLIC_URL }: Config, upstream: string, waiting: Waiting): Promise<void> {
  const { pathname } = new URL(OIDC_ISSUER);
  const { protocol, host } = new URL(PUBLIC_URL);
  await server.register(async (realm) => {
    readOpenBodies(realm, waiting);
    realm.setErrorHandler((error, request, reply) => sendProblem(reply, documentOf(error, request)));
    await realm.register(httpProxy, {
      upstream,
      prefix: pathname,
      rewritePrefix: pathname,
      disableRequestLogging: true,
      proxyPayloads: false,
      config: { isOpen: true },
      undici: { headersTimeout: GRACE_MS, bodyTimeout: GRACE_MS },
      replyOptions: {
        onError: (reply, { error }) => void reply.send(isAway(error) ? new Problem(unavailable) : error),
        // `expect` was answered here, and this client refuses to send it.
        rewriteRequestHeaders: (request, { expect: _answered, ...headers }) => ({
          ...headers,
          'x-forwarded-proto': protocol.slice(0, -1),
          'x-forwarded-host': host,
          'x-forwarded-for': request.ip,
          traceparent: currentTraceparent(),
        }),
      },
    });
  });
}

/** True when the identity service did not answer: nobody listens, or it went away in the middle. */
const isAway = ({ code }: Error & { code?: string }) => /^(FST_REPLY_FROM_|ECONN|EPIPE|UND_ERR_)/.test(code ?? '');
