/**
 * Completes package-lock.json, or checks it with `--check`.
 *
 * Some registries lack a few versions of binaries for other platforms. npm then leaves these optional packages out of the lockfile that
 * it writes, and `npm ci` calls that lockfile out of step. A stub that names the platform makes `npm ci` pass: it is never installed,
 * because it is not for this machine. Run `node deploy/lockfile.mjs` after each change of the dependencies.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/**
 * The optional packages that the lockfile asks for and does not describe.
 *
 * @param {Record<string, any>} packages The `packages` of a lockfile
 * @returns {{ name: string, version: string, parent: any }[]}
 */
export function findMissing(packages) {
  return Object.entries(packages).flatMap(([path, parent]) =>
    Object.entries(parent.optionalDependencies ?? {})
      .filter(([name]) => !foldersAbove(path).some((folder) => packages[`${folder}node_modules/${name}`]))
      .map(([name, version]) => ({ name, version, parent })),
  );
}

/**
 * The entry that stands for a package nobody can install here.
 *
 * @param {{ name: string, version: string, parent: any }} missing
 */
export function makeStub({ name, version, parent }) {
  const words = name.split(/[/_.-]/).map((word) => (word === 'windows' ? 'win32' : word));
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  return {
    version: version.replace(/^[^0-9]*/, ''),
    ...(cpu.length > 0 && { cpu }),
    ...(parent.dev && { dev: true }),
    optional: true,
    os: os.length > 0 ? os : ['none'],
    ...(words.includes('musl') && { libc: ['musl'] }),
  };
}

/** The folders in which Node looks for what a package asks for, from its own outwards: "node_modules/a/", "". */
function foldersAbove(path) {
  const folders = [path === '' ? '' : `${path}/`];
  for (let at = path.lastIndexOf('node_modules/'); at > 0; at = path.lastIndexOf('node_modules/', at - 1)) folders.push(path.slice(0, at));
  return [...folders, ''];
}

function main() {
  const file = fileURLToPath(new URL('../package-lock.json', import.meta.url));
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = findMissing(lock.packages);
  if (missing.length === 0) return;
  const names = missing.map(({ name, version }) => `${name}@${version}`).join(', ');
  if (process.argv.includes('--check')) {
    console.error(`package-lock.json lacks ${names}, and npm ci would refuse it. Run: node deploy/lockfile.mjs`);
    process.exitCode = 1;
    return;
  }
  for (const one of missing) lock.packages[`node_modules/${one.name}`] ??= makeStub(one);
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`Added ${names}.`);
}

if (fileURLToPath(import.meta.url) === process.argv[1]) main();
