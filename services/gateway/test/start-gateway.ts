import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { headers, type Msg } from '@nats-io/transport-node';
import type { Event } from '@sportello/contracts/contract';
import type { Actor } from '@sportello/messaging/actor';
import { connectBus } from '@sportello/messaging/bus';
import { Problem } from '@sportello/messaging/problem';
import { header } from '@sportello/messaging/transport';
import { freePort, given, type NatsServer, startNats } from '@sportello/testing/servers';
import { Redis } from 'ioredis';
import { startGateway } from '../src/gateway.js';
import { type Session, SessionStore } from '../src/sessions/session-store.js';
import { Standings } from '../src/sessions/standings.js';

export interface GatewayUnderTest {
  baseUrl: string;
  healthUrl: string;
  nats: NatsServer;
  /** Signs somebody in, without the services behind. */
  enter(person?: string): Promise<{ cookie: string; csrfToken: string }>;
  /** Answers a contract in the place of a service, or refuses it by throwing a problem. */
  answer(subject: string, answer: object | ((asked: never, actor: Actor) => object)): Promise<void>;
  /** Publishes an event in the place of a service. */
  announce(event: Event, payload: object): Promise<void>;
  /** Stands there in the place of a service, takes what it is asked, and says nothing. */
  keepSilent(subject: string): Promise<void>;
  stop(): Promise<void>;
}

/** The gateway alone, with its bus, Redis and pages of one word. */
export async function startGatewayAlone(environment: Record<string, string> = {}): Promise<GatewayUnderTest> {
  const nats = await startNats();
  const folder = mkdtempSync(join(tmpdir(), 'sportello-gateway-'));
  for (const app of ['portal', 'console', 'ui']) {
    mkdirSync(join(folder, app, 'dist'), { recursive: true });
    for (const page of ['index.html', 'index.en.html']) writeFileSync(join(folder, app, 'dist', page), app);
    writeFileSync(join(folder, app, 'dist', 'routes.json'), JSON.stringify({ open: ['', 'problems/:type'], personal: [] }));
  }
  writeFileSync(join(folder, 'ui', 'dist', 'large.txt'), 'a'.repeat(20_000_000));
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const gateway = await startGateway({
    NATS_URL: nats.url,
    NATS_USER: 'gateway',
    NATS_PASSWORD: nats.passwords.gateway,
    REDIS_URL: given('TEST_REDIS_URL'),
    NODE_ENV: 'test',
    LABORATORY: 'true',
    PUBLIC_URL: publicUrl,
    PORT: String(port),
    OIDC_ISSUER: `http://127.0.0.1:${port}/realms/sportello`,
    OIDC_CLIENT_SECRET: 'a client secret of the tests, long enough',
    WEB_ROOT: folder,
    STORAGE_URL: `file://${join(folder, 'files')}`,
    FILES_SECRET: 'a secret of the tests of at least 32 characters',
    LOG_LEVEL: 'silent',
    ...environment,
  });
  const redis = new Redis(given('TEST_REDIS_URL'));
  const services: Awaited<ReturnType<typeof connectBus>>[] = [];
  const speaker = async (subject: string) => {
    const user = subject.split('.')[1] as 'practices';
    const connection = await connectBus({ url: nats.url, user, password: nats.passwords[user] });
    services.push(connection);
    return connection;
  };
  const standIn = async (subject: string, answer: (message: Msg) => void) => {
    const connection = await speaker(subject);
    connection.subscribe(subject, { callback: (_error, message) => answer(message) });
    await connection.flush();
  };
  return {
    baseUrl: `http://127.0.0.1:${gateway.port}`,
    healthUrl: `http://127.0.0.1:${gateway.healthPort}`,
    nats,
    enter: async (personId = randomUUID()) => {
      const csrfToken = randomBytes(24).toString('base64url');
      // What identity tells of everybody: nothing has changed, and this policy is in force.
      await redis.set(`standing:${personId}`, 0);
      await redis.set('standing:policy', policy, 'NX');
      const id = await new SessionStore(redis, new Standings(redis)).create({
        ...sessionOf(personId, csrfToken),
        home: environment['PUBLIC_URL'] ?? publicUrl,
      });
      return { cookie: `sportello=${id}`, csrfToken };
    },
    answer: (subject, answer) =>
      standIn(subject, (message) => {
        try {
          message.respond(
            JSON.stringify(
              typeof answer === 'function'
                ? answer(message.json() as never, JSON.parse(message.headers?.get(header.actor) ?? '') as Actor)
                : answer,
            ),
          );
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          const document = error.document('it', 'none');
          const marked = headers();
          marked.set(header.problem, String(document.status));
          message.respond(JSON.stringify(document), { headers: marked });
        }
      }),
    announce: async ({ subject }, data) => {
      const connection = await speaker(subject);
      connection.publish(subject, JSON.stringify({ data }));
      await connection.flush();
    },
    keepSilent: (subject) => standIn(subject, () => undefined),
    stop: async () => {
      await gateway.stop();
      for (const connection of services) await connection.close();
      redis.disconnect();
      await nats.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The version that a migration of identity brings. */
const policy = '1.0';

const sessionOf = (personId: string, csrfToken: string): Omit<Session, 'home'> => {
  const profileId = randomUUID();
  return {
    personId,
    capacity: 'citizen',
    method: 'local',
    level: 2,
    authenticatedAt: new Date().toISOString(),
    authenticationId: randomUUID(),
    standing: 0,
    policy,
    account: {
      personId,
      profiles: [{ id: profileId, kind: 'citizen', onBehalfOf: null }],
      activeProfileId: profileId,
      officer: null,
      invitation: null,
      hasAcceptedPolicy: true,
    } as unknown as Session['account'],
    csrfToken,
    idToken: '',
    refreshToken: null,
    sid: null,
    endsAt: Date.now() + 3_600_000,
  };
};

/** One connection, by hand: what is written goes out as it is, and what comes back is kept. */
export class Wire {
  readonly socket: Socket;
  received = '';
  readonly closed: Promise<void>;

  constructor(baseUrl: string) {
    const { hostname, port } = new URL(baseUrl);
    this.socket = connect({ host: hostname, port: Number(port) });
    this.socket.on('data', (piece: Buffer) => {
      this.received += piece.toString();
    });
    this.socket.on('error', () => undefined);
    this.closed = new Promise((done) => this.socket.once('close', () => done()));
  }

  say(text: string): void {
    if (this.socket.writable) this.socket.write(text);
  }

  /** Head of a request to our own address, with its last empty line. */
  ask(line: string, headers: Record<string, string> = {}): void {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    this.say(`${line} HTTP/1.1\r\nhost: localhost\r\n${lines.join('')}\r\n`);
  }

  /** The statuses of all answers so far. */
  get statuses(): number[] {
    return [...this.received.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
  }
}
