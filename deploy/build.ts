import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { Ledger } from './ledger.ts';
import { runTarget } from './nx.ts';
import { localFolder, root } from './paths.ts';

const Manifest = z.object({ name: z.string(), scripts: z.record(z.string(), z.string()).default({}) });

/** What can be built: the libraries, from which the settings of the bus and programs of threads come, all that runs on a server, or everything. */
export type Scope = 'libs' | 'services' | 'all';

const foldersOf: Record<Scope, string[]> = {
  libs: ['libs'],
  services: ['libs', 'services'],
  all: ['libs', 'services', 'web'],
};

interface Project {
  name: string;
  folder: string;
}

export interface Built {
  /** False when everything was compiled already. */
  wasNeeded: boolean;
  /** Stands for the sources: the same for the same, another when one has changed. */
  fingerprint: string;
}

/**
 * Compiles what has changed since the last time.
 * Nx has a cache of its own, but asking it takes seconds; comparing the dates of the sources takes milliseconds.
 */
export async function build(scope: Scope): Promise<Built> {
  const ledger = new Ledger(localFolder);
  const name = `build-${process.pid}`;
  // Two suites that start a stack at the same time must not write the same files: the second waits and finds all done.
  while (ledger.findAlive('build')) await pause(200);
  ledger.record('build', process.pid, name);
  try {
    return await buildAlone(scope);
  } finally {
    ledger.forget('build');
  }
}

async function buildAlone(scope: Scope): Promise<Built> {
  const stamp = join(localFolder, `built-${scope}`);
  const projects = findProjects(scope);
  const fingerprint = fingerprintOf(scope);
  const isBuilt = projects.every(({ folder }) => existsSync(join(folder, 'dist')));
  if (isBuilt && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return { wasNeeded: false, fingerprint };
  rmSync(stamp, { force: true });
  for (const project of projects) removeStale(project);
  await runTarget(
    'build',
    projects.map(({ name }) => name),
  );
  mkdirSync(localFolder, { recursive: true });
  writeFileSync(stamp, fingerprint);
  return { wasNeeded: true, fingerprint };
}

function findProjects(scope: Scope): Project[] {
  return foldersOf[scope]
    .flatMap((group) => [join(root, group), ...readdirSync(join(root, group)).map((name) => join(root, group, name))])
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map((folder) => ({ folder, manifest: Manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))) }))
    .filter(
      ({ folder, manifest }) => manifest.scripts['build'] && existsSync(join(folder, 'src')) && readdirSync(join(folder, 'src')).length > 0,
    )
    .map(({ folder, manifest }) => ({ folder, name: manifest.name }));
}

/** Compiled files whose source is gone would live on: a migration that was renamed would run twice. */
function removeStale({ folder }: Project): void {
  const dist = join(folder, 'dist');
  if (!existsSync(dist) || existsSync(join(folder, 'index.html'))) return;
  for (const file of filesBelow(dist)) {
    const source = join(folder, 'src', relative(dist, file)).replace(/\.js(\.map)?$/, '');
    if (/\.js(\.map)?$/.test(file) && !['.ts', '.tsx', '.js'].some((extension) => existsSync(source + extension))) rmSync(file);
  }
}

function fingerprintOf(scope: Scope): string {
  const hash = createHash('sha256').update(process.version);
  const files = foldersOf[scope].flatMap((group) => filesBelow(join(root, group))).filter((file) => !/\.test\.tsx?$/.test(file));
  for (const file of [...files, join(root, 'package-lock.json'), join(root, '.swcrc')].sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'test'].includes(entry.name) || path.endsWith('/dist') ? [] : filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}
