import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';

const Remembered = z.record(z.string(), z.int().min(1).max(65_535));

/**
 * A free port for each name. With a folder they are remembered there, so that the second start has the addresses
 * of the first as long as nobody else took them.
 */
export async function choosePorts<Name extends string>(names: readonly Name[], dataDir?: string): Promise<Record<Name, number>> {
  const file = dataDir && fileIn(dataDir);
  const remembered = dataDir ? rememberedPorts(dataDir) : {};
  const chosen: Partial<Record<Name, number>> = {};
  for (const name of names) {
    const before = remembered[name];
    const taken = Object.values(chosen);
    chosen[name] = before && !taken.includes(before) && (await isFree(before)) ? before : await freePort(taken);
  }
  if (file) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, `${JSON.stringify({ ...remembered, ...chosen }, null, 2)}\n`);
  }
  return chosen as Record<Name, number>;
}

const fileIn = (dataDir: string) => join(dataDir, 'ports.json');

/** The ports that were chosen with this folder, by name. */
export function rememberedPorts(dataDir: string): Record<string, number> {
  const file = fileIn(dataDir);
  return existsSync(file) ? (Remembered.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? {}) : {};
}

/** True when nobody listens on that port, neither on this machine's address nor on any. */
export async function isFree(port: number): Promise<boolean> {
  return (await listens(port, '127.0.0.1')) !== undefined && (await listens(port, '::')) !== undefined;
}

/** Below the ports that systems give to outgoing connections (32768 on Linux): one of those may be gone before it is listened on. */
const LOWEST = 20_000;
const HIGHEST = 32_000;
/** Where this process looks next. Those that look at the same moment begin in different places, so that none takes what another has found. */
let next = LOWEST + ((process.pid * 101) % (HIGHEST - LOWEST));

/** @throws Error when every port is taken */
async function freePort(taken: unknown[]): Promise<number> {
  for (let tries = LOWEST; tries < HIGHEST; tries += 1) {
    next = next + 1 < HIGHEST ? next + 1 : LOWEST;
    if (!taken.includes(next) && (await isFree(next))) return next;
  }
  throw new Error(`No port from ${LOWEST} to ${HIGHEST} is free`);
}

/** The port on which listening succeeded for a moment, or undefined when it is taken. */
function listens(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
      // A machine without IPv6 has nobody listening there.
      else if (error.code === 'EAFNOSUPPORT' || error.code === 'EADDRNOTAVAIL') resolve(port);
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}
