import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findOnPath, run } from './program.ts';

/** What a package needs to run from its own folder: no installation, no root, nothing changed on the machine. */
export interface Extracted {
  folder: string;
  environment: NodeJS.ProcessEnv;
}

/**
 * Fetches a package with those of its dependencies that the machine lacks, through apt and so with its signatures, and unpacks them.
 *
 * @param suite A Debian release ("trixie"), or "own" for the release of this machine (Debian or Ubuntu)
 * @throws Error that names the command which brings the program by hand
 */
export async function fetchDebianPackage(name: string, suite: string, binFolder: string): Promise<Extracted> {
  const folder = join(binFolder, name);
  if (!existsSync(folder)) {
    for (const tool of ['apt-get', 'dpkg-deb']) {
      if (!findOnPath(tool)) throw new Error(`${name} is missing, and so is ${tool} to fetch it.`);
    }
    await unpack(name, suite, folder, binFolder);
  }
  const libraries = ['usr/lib/x86_64-linux-gnu', 'lib/x86_64-linux-gnu', 'usr/lib/aarch64-linux-gnu', 'lib/aarch64-linux-gnu', 'usr/lib']
    .map((path) => join(folder, path))
    .filter(existsSync);
  const LD_LIBRARY_PATH = [...libraries, process.env['LD_LIBRARY_PATH'] ?? ''].filter(Boolean).join(':');
  return { folder, environment: libraries.length > 0 ? { ...process.env, LD_LIBRARY_PATH } : process.env };
}

async function unpack(name: string, suite: string, folder: string, binFolder: string): Promise<void> {
  mkdirSync(binFolder, { recursive: true });
  // Another start may be fetching the same: each works in a folder of its own and the last step is one rename.
  const work = mkdtempSync(join(binFolder, `.${name}-`));
  try {
    for (const part of ['lists/partial', 'archives/partial', 'packages', 'tree']) mkdirSync(join(work, part), { recursive: true });
    writeFileSync(join(work, 'sources.list'), `${sourceOf(suite)}\n`);
    const apt = (...args: string[]) => run(['apt-get', ...optionsFor(work), ...args], { cwd: join(work, 'packages') });
    await apt('update', '-qq');
    const plan = await apt('install', '--print-uris', '-qq', '--reinstall', '--no-install-recommends', '-o', 'Debug::NoLocking=true', name);
    const wanted = [...plan.matchAll(/^'[^']+' ([^_\s]+)_/gm)].map(([, packageName = '']) => packageName);
    await apt('download', '-qq', ...new Set([name, ...wanted]));
    for (const file of readdirSync(join(work, 'packages'))) await run(['dpkg-deb', '-x', join(work, 'packages', file), join(work, 'tree')]);
    if (!existsSync(folder)) renameSync(join(work, 'tree'), folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function optionsFor(work: string): string[] {
  const settings = {
    'Dir::Etc::sourcelist': join(work, 'sources.list'),
    'Dir::Etc::sourceparts': '-',
    'Dir::State::lists': join(work, 'lists'),
    'Dir::Cache::archives': join(work, 'archives'),
    'Dir::Cache::pkgcache': '',
    'Dir::Cache::srcpkgcache': '',
    'APT::Sandbox::User': 'root',
    'Acquire::Languages': 'none',
    'Acquire::Retries': '3',
  };
  return Object.entries(settings).flatMap(([key, value]) => ['-o', `${key}=${value}`]);
}

/** One line of sources.list for that release, from the mirror that this machine uses already. */
function sourceOf(suite: string): string {
  const release = readFileSync('/etc/os-release', 'utf8');
  const isUbuntu = /^ID=ubuntu$/m.test(release);
  const codename = /^VERSION_CODENAME=(\S+)$/m.exec(release)?.[1] ?? 'stable';
  if (suite === 'own' && isUbuntu) {
    return `deb [signed-by=/usr/share/keyrings/ubuntu-archive-keyring.gpg] ${mirror('ubuntu', 'http://archive.ubuntu.com/ubuntu')} ${codename} main universe`;
  }
  const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
  if (!existsSync(keyring)) throw new Error(`${keyring} is missing: apt-get install debian-archive-keyring`);
  return `deb [signed-by=${keyring}] ${mirror('debian', 'http://deb.debian.org/debian')} ${suite === 'own' ? codename : suite} main`;
}

function mirror(distribution: string, fallback: string): string {
  const folder = '/etc/apt/sources.list.d';
  const files = existsSync(folder) ? readdirSync(folder).map((file) => join(folder, file)) : [];
  const sources = [...files, '/etc/apt/sources.list'].filter(existsSync).map((file) => readFileSync(file, 'utf8'));
  return new RegExp(`https?://\\S+/${distribution}(?=/?\\s)`).exec(sources.join('\n'))?.[0] ?? fallback;
}
