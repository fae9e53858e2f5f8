import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Backing, startBacking } from './backing.ts';
import { build } from './build.ts';
import { createDatabases } from './databases.ts';
import { environmentOf, type Ports, type Surroundings } from './environment.ts';
import { Ledger } from './ledger.ts';
import { localFolder, root } from './paths.ts';
import { choosePorts, rememberedPorts } from './ports.ts';
import { Program, run } from './program.ts';
import { readSecrets, type Secrets } from './secrets.ts';
import { type DatabaseService, databaseServices, type Service, services } from './services.ts';
import type { BodySystem } from './simulators/body-system.ts';
import type { CredentialSystem } from './simulators/credentials.ts';
import { type MailCatcher, startMailCatcher } from './simulators/mail.ts';
import type { Station } from './simulators/pagopa/node.ts';
import type { Pagopa } from './simulators/pagopa/pagopa.ts';
import { creditors } from './world/creditors.ts';

export interface StartStack {
  /** Where data, secrets and logs live. Without one: a temporary folder that is removed at the end. */
  dataDir?: string;
  /** The port of the gateway; 0 for any that is free. */
  port?: number;
  /** False for tests: faster, and good for a killed process, but not for a power cut. */
  durable?: boolean;
  /** Where mails go of an installation as it stands before real people; without it this is a laboratory, whose mails are caught. */
  production?: { smtpUrl: string };
  /** False when the caller knows that all is compiled. */
  build?: boolean;
  /** Told of each step as it is done, and of each process that had to be started again. */
  report?: (what: string) => void;
}

export interface Stack {
  dataDir: string;
  /** Where the gateway answers, without a slash at the end. */
  baseUrl: string;
  backing: Backing;
  /** @throws Error outside a laboratory */
  readonly mail: MailCatcher;
  /** The simulated protocol and office of destination of Regione Piemonte. @throws Error outside a laboratory */
  readonly bodySystem: BodySystem;
  readonly credentials: CredentialSystem;
  /** The simulated Node, Checkout and desk of pagoPA. @throws Error outside a laboratory */
  readonly pagopa: Pagopa;
  secrets: Secrets;
  /** The process of a service. One that is killed starts again by itself; one that is stopped does not. */
  service(name: Service): Program;
  environmentOf(name: Service): Record<string, string>;
  migrate(name: DatabaseService): Promise<void>;
  stop(): Promise<void>;
}

/** Everything of Sportello on this machine, as processes of ours. A step that fails ends what the steps before it had started. */
export async function startStack(options: StartStack = {}): Promise<Stack> {
  const { durable = true, production, report = () => undefined } = options;
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'sportello-stack-'));
  const isTemporary = options.dataDir === undefined;
  const ledger = new Ledger(dataDir);
  const ended = await ledger.endLeftovers(['supervisor']);
  if (ended > 0) report(`ended ${ended} processes that an earlier run had left behind`);

  const secrets = readSecrets(dataDir);
  const ports = await choosePortsOf(options, isTemporary ? undefined : dataDir);
  const building = options.build === false ? undefined : build('all');
  const whenBuilt = (building ?? Promise.resolve()).then((built) => {
    if (built) report(built.wasNeeded ? 'compiled what had changed' : 'nothing to compile');
  });
  // It is awaited below, perhaps after another step has failed already.
  whenBuilt.catch(() => undefined);

  const programs: Partial<Record<Service, Program>> = {};
  let backing: Backing | undefined;
  let mail: MailCatcher | undefined;
  let bodySystem: BodySystem | undefined;
  let credentials: CredentialSystem | undefined;
  let pagopa: Pagopa | undefined;
  const stop = async () => {
    await programs.gateway?.stop();
    await Promise.all(Object.values(programs).map((program) => program.stop()));
    await Promise.all([backing?.stop(), mail?.stop(), bodySystem?.stop(), credentials?.stop(), pagopa?.stop()]);
    if (isTemporary) rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    if (!production) mail = await startMailCatcher(await choosePorts(['smtp', 'mail'], isTemporary ? undefined : dataDir));
    backing = await startBacking({ dataDir, durable, ledger, secrets, whenBuilt });
    await whenBuilt;
    if (!production) {
      // Imported only now, because what it stands on is there only once the libraries are built.
      const { startBodySystem } = await import('./simulators/body-system.ts');
      const { startCredentialSystem } = await import('./simulators/credentials.ts');
      const { startPagopa } = await import('./simulators/pagopa/pagopa.ts');
      const kept = isTemporary ? undefined : dataDir;
      bodySystem = await startBodySystem(await choosePorts(['bodySystem'], kept));
      credentials = await startCredentialSystem(await choosePorts(['credentials'], kept));
      pagopa = await startPagopa(await choosePorts(['pagopa'], kept), stationsAt(ports.paForNode));
    }
    report(`PostgreSQL, NATS, Redis${mail ? ' and the mail catcher' : ''} are up`);
    mkdirSync(join(dataDir, 'files'), { recursive: true });
    const smtpUrl = production?.smtpUrl ?? mail?.smtpUrl ?? '';
    const isLaboratory = !production;
    const surroundings: Surroundings = {
      dataDir,
      backing,
      secrets,
      ports,
      smtpUrl,
      bodySystem,
      credentials,
      pagopa,
      isLaboratory,
      webRoot: join(root, 'web'),
    };
    const databases = await createDatabases(backing.postgres.url, secrets.databasePasswords);
    // Migrating starts three processes, also when there is nothing to do: so the last time is remembered.
    const migratedFile = join(dataDir, 'migrated');
    const version = `${(await building)?.fingerprint} ${databases}`;
    if (!building || !existsSync(migratedFile) || readFileSync(migratedFile, 'utf8') !== version) {
      await Promise.all(databaseServices.map((service) => migrate(service, surroundings)));
      writeFileSync(migratedFile, version);
    }
    report('the databases are up to date');

    for (const service of services) programs[service] = programOf(service, surroundings, ledger);
    await Promise.all(Object.values(programs).map((program) => program.start()));
    report('the services answer');
    for (const part of [...Object.values(programs), backing.postgres, backing.nats, backing.redis]) part.keepAlive(report);

    return {
      dataDir,
      baseUrl: `http://localhost:${ports.web}`,
      backing,
      get mail() {
        if (!mail) throw new Error('Only a laboratory catches its mails');
        return mail;
      },
      get bodySystem() {
        if (!bodySystem) throw new Error('Only a laboratory has simulated systems of bodies');
        return bodySystem;
      },
      get credentials() {
        if (!credentials) throw new Error('Only a laboratory has a simulated credential system');
        return credentials;
      },
      get pagopa() {
        if (!pagopa) throw new Error('Only a laboratory has a simulated pagoPA');
        return pagopa;
      },
      secrets,
      service: (name) => {
        const program = programs[name];
        if (!program) throw new Error(`There is no service "${name}"`);
        return program;
      },
      environmentOf: (name) => environmentOf(name, surroundings),
      migrate: (name) => migrate(name, surroundings),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function choosePortsOf({ port = 0 }: StartStack, dataDir: string | undefined): Promise<Ports> {
  const { web, oidc, paForNode, ...health } = await choosePorts(['web', 'oidc', 'paForNode', ...services], dataDir);
  return { web: port || web, oidc, paForNode, health };
}

/** How the bodies of the world are connected, as they say it to pagoPA. */
const stationsAt = (port: number): Map<string, Station> =>
  new Map(
    creditors.map(({ fiscalCode, brokerCode, stationId }) => [
      fiscalCode,
      { brokerCode, stationId, url: `http://127.0.0.1:${port}/pagopa/paForNode` },
    ]),
  );

async function migrate(service: DatabaseService, surroundings: Surroundings): Promise<void> {
  await runCommand(service, ['migrate'], environmentOf(service, surroundings));
}

/**
 * As in `deploy/Dockerfile`. On a large machine Node would choose a larger young generation, for nothing; with 8 MiB each idle process takes 13 MB
 * less, and reads of a practice go down by a fifth.
 */
const nodeOptions = [
  '--expose-gc',
  '--max-semi-space-size=16',
  '--import',
  pathToFileURL(join(root, 'libs/service/dist/source-maps.js')).href,
];

/** Does a command of a service beside the running one. @returns what it said */
export const runCommand = (service: DatabaseService, command: string[], environment: Record<string, string>): Promise<string> =>
  run([process.execPath, ...nodeOptions, mainOf(service), ...command], { cwd: root, environment });

/** What a service of the stack that runs in this clone was told, as far as its database and the bus. */
export function environmentOfRunning(service: DatabaseService): Record<string, string> {
  const ports = rememberedPorts(localFolder);
  const url = (name: string) => process.env[`SPORTELLO_${name.toUpperCase()}_URL`] ?? `${name}://127.0.0.1:${ports[name]}`;
  return environmentOf(service, {
    dataDir: localFolder,
    backing: { postgres: { url: url('postgres') }, nats: { url: url('nats') }, redis: { url: url('redis') } },
    secrets: readSecrets(localFolder),
    ports: {
      web: Number(ports['web']),
      oidc: Number(ports['oidc']),
      paForNode: Number(ports['paForNode']),
      health: ports as Ports['health'],
    },
    smtpUrl: '',
    isLaboratory: true,
    webRoot: '',
  });
}

function programOf(service: Service, surroundings: Surroundings, ledger: Ledger): Program {
  const ready = `http://127.0.0.1:${surroundings.ports.health[service]}/ready`;
  return new Program({
    name: service,
    command: [process.execPath, ...nodeOptions, mainOf(service)],
    // Asked at each start: tests set what a service is told, and start it again.
    get environment() {
      return environmentOf(service, surroundings);
    },
    logFile: join(surroundings.dataDir, 'logs', `${service}.log`),
    isReady: async () => (await fetch(ready, { signal: AbortSignal.timeout(2_000) })).ok,
    startSeconds: 60,
    ledger,
  });
}

function mainOf(service: Service): string {
  const main = join(root, 'services', service, 'dist/main.js');
  if (!existsSync(main)) throw new Error(`${main} is missing: run "npm run build"`);
  return main;
}

/** The stack that `npm start` is running in this clone, if any: the process that supervises it and the address it answers at. */
export function findRunning(): { pid: number; baseUrl: string } | undefined {
  const entry = new Ledger(localFolder).findAlive('supervisor');
  return entry && { pid: entry.pid, baseUrl: entry.note };
}
