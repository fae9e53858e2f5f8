import 'reflect-metadata';
import type { DynamicModule, Provider, Type } from '@nestjs/common';
import { DiscoveryModule, DiscoveryService, MetadataScanner, NestFactory } from '@nestjs/core';
import { type Rpc, serviceOf } from '@sportello/contracts/contract';
import { Bus, connectBus } from '@sportello/messaging/bus';
import { EventConsumer, type EventHandler } from '@sportello/messaging/consumers';
import { CopyKeeping } from '@sportello/messaging/copies';
import { handledEvent } from '@sportello/messaging/events';
import { ParkedLetters } from '@sportello/messaging/parked';
import { PeakLoad, peakLoadSubject } from '@sportello/messaging/peak-load';
import { Relay, sweep } from '@sportello/messaging/relay';
import { Restating } from '@sportello/messaging/restate';
import { FailuresPass, NatsTransport } from '@sportello/messaging/transport';
import { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import { checkWiring } from './check-wiring.js';
import { commands } from './commands.js';
import { CONFIG, CommonConfig, DatabaseConfig, readConfig } from './config.js';
import { Counts } from './counts.js';
import { dataSource, openDatabase } from './database.js';
import type { ServiceDefinition } from './definition.js';
import { EventLoop } from './event-loop.js';
import { Health } from './health.js';
import { Jobs } from './jobs.js';
import { Log } from './logger.js';
import { measure } from './measures.js';
import { Metrics } from './metrics.js';
import { runProcess } from './process.js';
import { connectJobs, connectRedis } from './redis.js';
import { Repeated } from './repeated.js';
import { endInOrder, leaveAbsentBus, leaveBus } from './shutdown.js';
import { startTracing } from './tracing.js';

export interface RunningService {
  get<T>(token: Type<T> | symbol): T;
  db: DataSource;
  bus: Bus;
  healthPort: number;
  stop(): Promise<void>;
}

/** Set in tests: how often an event is tried before it is parked. */
const TRIES = 10;
const HOUR_MS = 3_600_000;

/** Starts a service from its environment. A command as first argument is done instead, see `commands.ts`. */
export async function start(definition: ServiceDefinition): Promise<void> {
  const [, , name, ...args] = process.argv;
  if (name === undefined) return runProcess(definition.name, () => run(definition, process.env));
  try {
    const command = commands[name];
    if (!command) throw new Error(`There is no command "${name}". There are ${Object.keys(commands).join(', ')}`);
    await command(definition, process.env, args);
  } catch (error) {
    process.stderr.write(`${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

/** Starts a service and gives a handle on it: several may live in one process. */
export async function run(definition: ServiceDefinition, environment: NodeJS.ProcessEnv, { tries = TRIES } = {}): Promise<RunningService> {
  const { name } = definition;
  const common = readConfig(CommonConfig, environment);
  const config = readConfig(definition.config, environment);
  const log = new Log(name, common.LOG_LEVEL);
  const stopTracing = await startTracing(name, common.OTEL_EXPORTER_OTLP_ENDPOINT, log);
  const db = await openDatabase(dataSource(name, readConfig(DatabaseConfig, environment), definition.entities, definition.migrations));
  const nats = await connectBus({ url: common.NATS_URL, user: common.NATS_USER, password: common.NATS_PASSWORD });
  const redis = await connectRedis(common.REDIS_URL, log);
  const connection = connectJobs(common.REDIS_URL, log);
  const eventLoop = new EventLoop(log);
  const metrics = new Metrics(name);
  const health = new Health(eventLoop, metrics);
  const bus = new Bus(nats);
  const peakLoad = new PeakLoad(() => nats.publish(peakLoadSubject));
  nats.subscribe(peakLoadSubject, { callback: () => peakLoad.noteElsewhere() });
  /** First part of this service's names in Redis. */
  const prefix = environment['QUEUE_PREFIX'] ?? name;
  const given: Provider[] = [
    { provide: CONFIG, useValue: config },
    { provide: DataSource, useValue: db },
    { provide: Bus, useValue: bus },
    { provide: Redis, useValue: redis },
    { provide: Counts, useValue: new Counts(redis, prefix) },
    { provide: PeakLoad, useValue: peakLoad },
    { provide: Health, useValue: health },
  ];
  const app = await NestFactory.createMicroservice(serviceModule(definition, given), {
    strategy: new NatsTransport(
      name,
      nats,
      () => health.state(),
      (subject, status, seconds) => metrics.answered(subject, status, seconds),
    ),
    logger: log,
    abortOnError: false,
  });
  app.useGlobalFilters(new FailuresPass());
  const { handled, eventHandlers } = wiring(app.get(DiscoveryService), app.get(MetadataScanner));
  checkWiring(name, { handled, eventHandlers, states: definition.states });

  const settings = { tries, replicas: common.NATS_REPLICAS };
  const relay = new Relay(name, db, nats, common.NATS_REPLICAS, peakLoad);
  const consumers = eventHandlers.map((it) => new EventConsumer(name, it, db, nats, settings));
  const letters = new ParkedLetters(db, consumers);
  const [own, copies] = [
    definition.states.filter(({ event }) => serviceOf(event) === name),
    definition.states.filter(({ event }) => serviceOf(event) !== name),
  ];
  const restating = new Restating(name, own, db, nats);
  const keeping = new CopyKeeping(name, copies, db, nats);
  const oldEvents = new Repeated(HOUR_MS, 'the sweep of old events', () => sweep(db));
  const jobs = jobsOf(app.get(DiscoveryService));
  await app.listen();
  relay.start();
  for (const consumer of consumers) consumer.start();
  letters.start();
  restating.start();
  keeping.start();
  oldEvents.start();
  for (const each of jobs) each.start({ connection, prefix, peakLoad });
  const get: RunningService['get'] = (token) => app.get(token, { strict: false });
  health.needs('database', () => db.query('select 1'));
  health.needs('bus', () => nats.flush());
  health.needs('redis', () => redis.ping());
  for (const [what, check] of Object.entries(definition.checks ?? {})) health.prefers(what, () => check(get));
  measure(metrics, { db, consumers, jobs });
  for (const { name: figure, help, labels, read } of definition.figures ?? []) metrics.gauge(figure, help, labels, () => read(db));
  const healthPort = await health.listen(common.HEALTH_PORT, common.HEALTH_HOST);
  log.log({ msg: 'ready', healthPort });
  eventLoop.watch();

  const stop = async () => {
    health.stopping();
    eventLoop.stop();
    await leaveAbsentBus(nats);
    await endInOrder(log, [
      ['events', () => Promise.all([letters, restating, keeping, oldEvents, ...consumers].map((part) => part.stop())), 3_000],
      // It answers what it holds, and does what it has begun.
      ['requests and jobs', () => Promise.all([app.close(), ...jobs.map((each) => each.stop())]), 14_000],
      ['outbox', () => relay.stop(), 3_000],
      ['bus', () => leaveBus(nats), 2_000],
      ['database', () => db.destroy(), 3_000],
      ['traces', stopTracing, 2_000],
    ]);
    redis.disconnect();
    connection.disconnect();
    await health.close();
  };
  return { get, db, bus, healthPort, stop };
}

function serviceModule({ name, controllers, providers }: ServiceDefinition, given: Provider[]): DynamicModule {
  class ServiceModule {}
  Object.defineProperty(ServiceModule, 'name', { value: name });
  const shared: DynamicModule = {
    module: class Given {},
    global: true,
    providers: given,
    exports: given.map((it) => (it as { provide: symbol }).provide),
  };
  return { module: ServiceModule, imports: [DiscoveryModule, shared], controllers, providers };
}

const jobsOf = (discovery: DiscoveryService): Jobs[] =>
  discovery.getProviders().flatMap(({ instance }) => (instance instanceof Jobs ? [instance] : []));

/** The contracts answered and the events handled by the classes of this service. */
function wiring(discovery: DiscoveryService, scanner: MetadataScanner) {
  const handled: Rpc[] = [];
  const eventHandlers: EventHandler[] = [];
  for (const { instance, metatype } of [...discovery.getControllers(), ...discovery.getProviders()]) {
    if (!instance || !metatype || typeof instance !== 'object') continue;
    for (const key of scanner.getAllMethodNames(Object.getPrototypeOf(instance))) {
      const method = (instance as Record<string, EventHandler['handle']>)[key] as EventHandler['handle'];
      const extras = Reflect.getMetadata('microservices:pattern_extras', method) as { contract?: Rpc } | undefined;
      const on: Pick<EventHandler, 'event' | 'from'> | undefined = Reflect.getMetadata(handledEvent.KEY, method);
      if (extras?.contract) handled.push(extras.contract);
      if (on) eventHandlers.push({ ...on, handle: method.bind(instance) });
    }
  }
  return { handled, eventHandlers };
}
