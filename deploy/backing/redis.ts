import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { fetchDebianPackage } from '../debian.ts';
import { findOnPath, Program } from '../program.ts';
import { type BackingOptions, OwnServer } from './service.ts';

/** Starts Redis for jobs and sessions. What it holds is an alarm clock and never the truth, so one second may be lost even when durable. */
export async function startRedis({ dataDir, binFolder, port, durable, ledger }: BackingOptions, password: string): Promise<OwnServer> {
  const folder = join(dataDir, 'redis');
  mkdirSync(folder, { recursive: true });
  const { binary, environment } = await findRedisServer(binFolder);
  const settings: Record<string, string> = {
    port: String(port),
    bind: '127.0.0.1',
    dir: folder,
    requirepass: password,
    // Redis may throw nothing away by itself: BullMQ demands it.
    'maxmemory-policy': 'noeviction',
    appendonly: durable ? 'yes' : 'no',
    appendfsync: 'everysec',
    save: '',
    daemonize: 'no',
  };
  const program = new Program({
    name: 'redis',
    command: [binary, ...Object.entries(settings).flatMap(([key, value]) => [`--${key}`, value])],
    environment,
    logFile: join(dataDir, 'logs/redis.log'),
    isReady: async () => (await ask(port, password, 'PING')) === 'PONG',
    ledger,
  });
  await program.start();
  return new OwnServer(`redis://:${password}@127.0.0.1:${port}`, program, async () => {
    const answer = await ask(port, password, 'FLUSHALL');
    if (answer !== 'OK') throw new Error(`Redis did not empty itself: ${answer}`);
  });
}

/** Sends one command without arguments after signing in, and gives the line that Redis answers. */
function ask(port: number, password: string, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write(`AUTH ${password}\r\n${command}\r\n`));
    let received = '';
    socket.setTimeout(2_000, () => socket.destroy(new Error('Redis did not answer')));
    socket.setEncoding('utf8').on('data', (text: string) => {
      received += text;
      const [signIn, answer, rest] = received.split('\r\n');
      if (rest === undefined) return;
      socket.destroy();
      resolve(signIn === '+OK' ? (answer ?? '').replace(/^[+-]/, '') : `not signed in: ${signIn}`);
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('Redis closed the connection')));
  });
}

async function findRedisServer(binFolder: string): Promise<{ binary: string; environment: NodeJS.ProcessEnv }> {
  const installed = findOnPath('redis-server') ?? findOnPath('valkey-server');
  if (installed) return { binary: installed, environment: process.env };
  try {
    const { folder, environment } = await fetchDebianPackage('redis-server', 'own', binFolder);
    return { binary: join(folder, 'usr/bin/redis-server'), environment };
  } catch (error) {
    throw new Error(
      'redis-server is missing and could not be fetched. Install it (Debian and Ubuntu: apt-get install redis-server), or give a server of ' +
        'yours in SPORTELLO_REDIS_URL.',
      { cause: error },
    );
  }
}
