import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { BusUser } from '@sportello/messaging/accounts';
import { fetchDebianPackage } from '../debian.ts';
import { findOnPath, Program, run } from '../program.ts';
import { type BackingOptions, OwnServer } from './service.ts';

/** Starts nats-server with JetStream on its own store. */
export async function startNats(options: BackingOptions, passwords: Record<BusUser, string>): Promise<OwnServer> {
  const { dataDir, port, ledger } = options;
  const storeDir = join(dataDir, 'nats');
  const configFile = join(dataDir, 'nats.conf');
  mkdirSync(storeDir, { recursive: true });
  const binary = await findNatsServer(options.binFolder);
  // Imported only now, because it is there only once the libraries are built.
  const { natsConfig } = await import('@sportello/messaging/accounts');
  writeFileSync(configFile, natsConfig({ port, storeDir, passwords }), { mode: 0o600 });
  const program = new Program({
    name: 'nats',
    command: [binary, '--config', configFile],
    logFile: join(dataDir, 'logs/nats.log'),
    isReady: () => greets(port),
    ledger,
  });
  await program.start();
  return new OwnServer(`nats://127.0.0.1:${port}`, program, async () => {
    await program.stop('SIGKILL');
    rmSync(storeDir, { recursive: true, force: true });
    mkdirSync(storeDir, { recursive: true });
    await program.start();
  });
}

/** A server greets every client with a line that begins with INFO. */
function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.setTimeout(1_000, () => socket.destroy());
    socket.once('data', (data) => {
      resolve(data.toString('utf8').startsWith('INFO '));
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(false));
  });
}

/** 2.10 is the oldest that has what the bus uses: `sync_interval`, metadata and several filter subjects of a consumer. */
export async function findNatsServer(binFolder: string): Promise<string> {
  const installed = findOnPath('nats-server');
  const [, major = 0, minor = 0] = installed ? (/v(\d+)\.(\d+)/.exec(await run([installed, '--version'])) ?? []) : [];
  if (installed && (Number(major) > 2 || (Number(major) === 2 && Number(minor) >= 10))) return installed;
  try {
    const { folder } = await fetchDebianPackage('nats-server', 'trixie', binFolder);
    return join(folder, 'usr/sbin/nats-server');
  } catch (error) {
    throw new Error(
      'nats-server 2.10 or later is missing and could not be fetched. Install it (https://github.com/nats-io/nats-server/releases) so that ' +
        'it is on PATH, or give a server of yours in SPORTELLO_NATS_URL.',
      { cause: error },
    );
  }
}
